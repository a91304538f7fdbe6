"""What each side last said on each matter: a table of themes by sides, every cell dated and sourced."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from bot.actions import THEMES, positions_on, tabled
from bot.answer import Answer, Button, rows_of
from bot.answers.people import statement_html
from bot.dates import day
from bot.markup import bold, clean, safe
from bot.rendering import surname_of
from bot.texts.kinds import SIDES
from bot.texts.people import (
    ALL_THEMES_BUTTON,
    NO_POSITIONS_YET,
    POSITIONS_HINT,
    POSITIONS_TITLE,
    no_position,
    unknown_theme,
)
from bot.texts.pictures import PICTURE_BUTTON
from talks.folding import fold
from talks.lexicon.load import Lexicon, Side, Theme
from talks.reading.themes import themes_in
from talks.store.connection import Store
from talks.store.people import latest_statements
from talks.types import Statement

LOOKED_THROUGH = 1500
"""Statements, the newest; beyond them a side counts as silent."""
COLUMNS: tuple[Side, ...] = ("rusia", "ucrania", "eeuu", "europa", "mediador")
NAME, ASKED, SHORTEST_WORD = 40, 60, 4

Cells = Mapping[tuple[str, Side], tuple[str, Statement]]
"""By theme and side: who said it, and what."""


def positions_answer(store: Store, text: str, *, lexicon: Lexicon, today: date) -> Answer:
    """Of one theme in words, or of all of them as a table of who last spoke."""
    asked = clean(text)
    theme = theme_named(asked, lexicon)
    if asked and theme is None:
        return Answer(unknown_theme(safe(asked, ASKED)), _theme_buttons(lexicon.themes))
    cells = cells_of(store, lexicon)
    if not cells:
        return Answer(NO_POSITIONS_YET)
    return _of_theme(theme, cells, lexicon, today) if theme else _of_all(cells, lexicon, today)


def theme_named(asked: str, lexicon: Lexicon) -> Theme | None:
    folded = fold(asked)
    named = [theme for theme in lexicon.themes if folded in (theme.id, fold(theme.name))]
    begun = [theme for theme in lexicon.themes if folded and folded in fold(theme.name)]
    touched = [theme for theme in lexicon.themes if theme.id in themes_in(asked, lexicon)]
    words = [word for word in folded.split() if len(word) >= SHORTEST_WORD]
    shared = [theme for theme in lexicon.themes if not set(words).isdisjoint(fold(theme.name).split())]
    return next(iter((*named, *begun, *touched, *shared)), None)


def cells_of(store: Store, lexicon: Lexicon) -> Cells:
    cells: dict[tuple[str, Side], tuple[str, Statement]] = {}
    people = {person.id: person for person in lexicon.people}
    for person_id, statement in latest_statements(store, limit=LOOKED_THROUGH):
        person = people.get(person_id)
        if person is not None and person.side in COLUMNS:
            for theme in themes_in(statement.text, lexicon):
                cells.setdefault((theme, person.side), (surname_of(person), statement))
    return cells


def _of_theme(theme: Theme, cells: Cells, lexicon: Lexicon, today: date) -> Answer:
    lines = list(_lines(theme, cells, today))
    back = ((Button(ALL_THEMES_BUTTON, THEMES),),)
    if not lines:
        return Answer(no_position(safe(theme.name, NAME)), back)
    head = f"{bold(POSITIONS_TITLE)} · {safe(theme.name, NAME)}"
    return Answer("\n\n".join((head, *lines)), ((Button(PICTURE_BUTTON, tabled(theme.id)), *back[0]),))


def _lines(theme: Theme, cells: Cells, today: date) -> Iterator[str]:
    for side in COLUMNS:
        if cell := cells.get((theme.id, side)):
            speaker, statement = cell
            words = statement_html(statement, today=today).removeprefix("• ")
            yield f"{bold(SIDES[side])} · {safe(speaker, NAME)}\n{words}"


def _of_all(cells: Cells, lexicon: Lexicon, today: date) -> Answer:
    spoken = [theme for theme in lexicon.themes if any(of == theme.id for of, _ in cells)]
    lines = [f"{bold(safe(theme.name, NAME))}\n{_row(theme, cells, today)}" for theme in spoken]
    rows = (*_theme_buttons(spoken), (Button(PICTURE_BUTTON, tabled("")),))
    return Answer("\n".join((bold(POSITIONS_TITLE), "", *lines, "", POSITIONS_HINT)), rows)


def _row(theme: Theme, cells: Cells, today: date) -> str:
    """«Rusia: Peskov, mar 23 dic · Ucrania: Zelenski, lun 22 dic»."""
    found = ((SIDES[side], cells[theme.id, side]) for side in COLUMNS if (theme.id, side) in cells)
    return " · ".join(
        f"{side}: {safe(speaker, NAME)}, {day(statement.said_at.date(), today=today)}"
        for side, (speaker, statement) in found
    )


def _theme_buttons(themes: tuple[Theme, ...] | list[Theme]) -> tuple[tuple[Button, ...], ...]:
    return rows_of([Button(theme.name, positions_on(theme.id)) for theme in themes], width=2)
