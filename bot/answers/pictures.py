"""The chronology and the table of positions as sheets to be drawn."""

from __future__ import annotations

from datetime import date

from bot.actions import drawn, tabled
from bot.answer import Button, Picture, Rows
from bot.answers.filters import as_spelt
from bot.answers.paging import sound
from bot.answers.positions import COLUMNS, Cells, cells_of
from bot.answers.timeline import ROWS, SOURCES, described, is_overdue
from bot.dates import day, full_day, thousands, when
from bot.drawing.sheets import Cell, Colour, Entry, Strip, Table, Tint
from bot.markup import clean, escape, plain, shorten
from bot.rendering import emoji_of, label_of, quoted
from bot.texts.answers import TIMELINE_TITLE, UNCONFIRMED, and_more, page_of
from bot.texts.kinds import SIDES
from bot.texts.people import PARAPHRASE, POSITIONS_TITLE
from bot.texts.pictures import TINT_BUTTONS, picture_foot, themes_shown
from talks.lexicon.load import Lexicon, Side, Theme
from talks.queries import LONGEST_QUERY, parse_timeline_query
from talks.store.chronology import timeline_page
from talks.store.connection import Store
from talks.types import SourceLink, Statement, TimelineRow

COLOURS: dict[str, Colour] = {
    "🟢": "green", "🔵": "blue", "⚪": "grey", "🔴": "red", "🟠": "orange", "🟡": "yellow",
}  # fmt: skip
SIDE_COLOURS: dict[Side, Colour] = {
    "rusia": "red", "ucrania": "blue", "eeuu": "green", "europa": "yellow", "mediador": "orange",
}  # fmt: skip
TABLE_ROWS, HEADLINE, WORDS = 6, 240, 220
OTHER_TINT: dict[Tint, Tint] = {"light": "dark", "dark": "light"}


def timeline_picture(
    store: Store, text: str, *, lexicon: Lexicon, today: date, offset: int, tint: Tint
) -> Picture | None:
    """A page of the chronology; None where nothing is found."""
    text = clean(text)[:LONGEST_QUERY]
    asked = parse_timeline_query(text, today=today)
    first = sound(offset, ROWS)
    found, total = timeline_page(store, as_spelt(asked, lexicon), today=today, offset=first, limit=ROWS)
    if not found:
        return None
    page = page_of(first + 1, first + len(found), thousands(total))
    about = " · ".join((*(plain(part) for part in described(asked, text)), page))
    entries = tuple(_event(row, today) for row in found)
    sheet = Strip(TIMELINE_TITLE, about, entries, picture_foot(full_day(today.isoformat())))
    other = OTHER_TINT[tint]
    rows = ((Button(TINT_BUTTONS[other], drawn(text, first, other)),),)
    return Picture(sheet, tint, escape(f"{TIMELINE_TITLE} · {about}"), rows, long_filters=(text,))


def _event(row: TimelineRow, today: date) -> Entry:
    label = label_of(row.type, row.status, headline=row.headline) + (
        f" ({UNCONFIRMED})" if is_overdue(row, today) else ""
    )
    return Entry(
        COLOURS[emoji_of(row.type, row.status)],
        when(row.date, row.end_date, today=today),
        " · ".join(part for part in (label, clean(row.place or "")) if part),
        shorten(clean(row.headline), HEADLINE),
        _outlets(row.sources),
    )


def _outlets(sources: tuple[SourceLink, ...]) -> str:
    more = [and_more(str(len(sources) - SOURCES))] if len(sources) > SOURCES else []
    return " · ".join((*(clean(each.outlet) for each in sources[:SOURCES]), *more))


def positions_picture(store: Store, theme_id: str, *, lexicon: Lexicon, today: date, tint: Tint) -> Picture | None:
    """Of one theme what each side said, of all who spoke last; None where nobody has."""
    cells = cells_of(store, lexicon)
    theme = next((each for each in lexicon.themes if each.id == theme_id), None)
    sheet = _theme(theme, cells, today) if theme else _themes(cells, lexicon, today)
    if sheet is None:
        return None
    return Picture(sheet, tint, escape(f"{POSITIONS_TITLE} · {sheet.about}"), _tint_row(theme_id, tint))


def _tint_row(theme_id: str, tint: Tint) -> Rows:
    other = OTHER_TINT[tint]
    return ((Button(TINT_BUTTONS[other], tabled(theme_id, other)),),)


def _theme(theme: Theme, cells: Cells, today: date) -> Strip | None:
    entries = tuple(_words(side, *cells[theme.id, side], today) for side in COLUMNS if (theme.id, side) in cells)
    return Strip(POSITIONS_TITLE, theme.name, entries, picture_foot(full_day(today.isoformat()))) if entries else None


def _words(side: Side, speaker: str, said: Statement, today: date) -> Entry:
    words = plain(quoted(said.text, WORDS)) if said.direct else f"{PARAPHRASE}: {shorten(clean(said.text), WORDS)}"
    source = f"{clean(said.outlet)}, {day(said.said_at.date(), today=today)}"
    return Entry(SIDE_COLOURS[side], SIDES[side], speaker, words, source)


def _themes(cells: Cells, lexicon: Lexicon, today: date) -> Table | None:
    """The themes spoken of last, in the order of the lexicon."""
    newest = {theme: "" for theme, _ in cells}
    for (theme, _), (_, said) in cells.items():
        newest[theme] = max(newest[theme], said.said_at.isoformat())
    last = sorted(newest, key=lambda theme: newest[theme], reverse=True)[:TABLE_ROWS]
    shown = [theme for theme in lexicon.themes if theme.id in last]
    sides = [side for side in COLUMNS if any((theme.id, side) in cells for theme in shown)]
    rows = tuple((theme.name, tuple(_cell(cells, theme, side, today) for side in sides)) for theme in shown)
    about = themes_shown(len(shown), len(newest))
    names = tuple(SIDES[side] for side in sides)
    return Table(POSITIONS_TITLE, about, names, rows, picture_foot(full_day(today.isoformat()))) if rows else None


def _cell(cells: Cells, theme: Theme, side: Side, today: date) -> Cell | None:
    if (theme.id, side) not in cells:
        return None
    speaker, said = cells[theme.id, side]
    return Cell(speaker, day(said.said_at.date(), today=today), clean(said.outlet))
