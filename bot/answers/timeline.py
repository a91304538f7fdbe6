"""The chronology: pages by the day things happened, with filter, status and sources."""

from __future__ import annotations

import re
from datetime import date

from bot.actions import drawn, page, who
from bot.answer import Answer, Button, Rows, rows_of
from bot.answers.filters import as_spelt, meant, named_in
from bot.answers.paging import sound, turning
from bot.dates import full_day, thousands, when
from bot.markup import bold, clean, escape, length, link, safe
from bot.rendering import emoji_of, label_of, surname_of
from bot.texts.alerts import WHOLE_TIMELINE_BUTTON, who_button
from bot.texts.answers import (
    TIMELINE_HINT,
    TIMELINE_IS_EMPTY,
    TIMELINE_TITLE,
    UNCONFIRMED,
    and_more,
    did_you_mean,
    nothing_found,
    page_of,
    since,
    until,
)
from bot.texts.kinds import KIND_BUTTONS, KINDS_IN_PLURAL
from bot.texts.pictures import PICTURE_BUTTON
from bot.texts.settings import picked
from talks.folding import fold
from talks.lexicon.load import Lexicon
from talks.queries import LONGEST_QUERY, TYPE_WORDS, TimelineQuery, parse_timeline_query
from talks.store.chronology import timeline_page
from talks.store.connection import Store
from talks.types import EventType, SourceLink, TimelineRow

ROWS = 5
HEADLINE, PLACE, OUTLET, FILTER, SOURCES = 280, 60, 40, 60, 3
BUTTON_FILTER = 40
_WORD = re.compile(r"\w+")


def timeline_answer(
    store: Store, text: str, *, lexicon: Lexicon, today: date, offset: int = 0, rows: int = ROWS
) -> Answer:
    text = clean(text)[:LONGEST_QUERY]
    asked = parse_timeline_query(text, today=today)
    query = as_spelt(asked, lexicon)
    first = sound(offset, rows)
    found, total = timeline_page(store, query, today=today, offset=first, limit=rows)
    if not found and total:
        return timeline_answer(store, text, lexicon=lexicon, today=today, offset=(total - 1) // rows * rows, rows=rows)
    if not found:
        return _nothing(store, text, query, lexicon=lexicon, today=today)
    place = page_of(first + 1, first + len(found), thousands(total))
    head = " · ".join((bold(TIMELINE_TITLE), *described(asked, text), place))
    kinds = kind_filters(text, asked.type) if asked.type or total > rows else {}
    turns = turning(first, rows, has_more=first + len(found) < total, data=lambda at: page(text, at))
    body = (row_html(row, today=today) for row in found)
    return Answer(
        "\n\n".join((head, *body)),
        (*turns, *_kind_buttons(kinds, asked.type), (Button(PICTURE_BUTTON, drawn(text, first)),)),
        long_filters=(text, *kinds.values()),
    )


def kind_filters(text: str, chosen: EventType | None) -> dict[EventType, str]:
    """The filter that asks for each kind, and without a kind for the one that is chosen."""
    rest = " ".join(word for word in text.split() if fold(word) not in TYPE_WORDS)
    return {kind: rest if kind == chosen else f"{word} {rest}".strip() for kind, (_, word) in KIND_BUTTONS.items()}


def _kind_buttons(filters: dict[EventType, str], chosen: EventType | None) -> Rows:
    labels = {kind: picked(label, is_chosen=kind == chosen) for kind, (label, _) in KIND_BUTTONS.items()}
    return rows_of([Button(labels[kind], page(text, 0)) for kind, text in filters.items()], width=len(KIND_BUTTONS))


def row_html(row: TimelineRow, *, today: date) -> str:
    day = bold(escape(when(row.date, row.end_date, today=today)))
    place = f" · {safe(row.place, PLACE)}" if row.place else ""
    label = label_of(row.type, row.status, headline=row.headline) + (
        f" ({UNCONFIRMED})" if is_overdue(row, today) else ""
    )
    headline = safe(row.headline, HEADLINE)
    return f"{day}{place}\n{emoji_of(row.type, row.status)} {label}. {headline}\n{sources_html(row.sources)}"


def is_overdue(row: TimelineRow, today: date) -> bool:
    """It was planned, its day has gone by, and nobody has told whether it was held."""
    return row.status in ("planned", "possible") and (row.end_date or row.date) < today.isoformat()[: len(row.date)]


def sources_html(sources: tuple[SourceLink, ...]) -> str:
    shown = [link(safe(each.outlet, OUTLET), each.url) for each in sources[:SOURCES]]
    more = [and_more(str(len(sources) - SOURCES))] if len(sources) > SOURCES else []
    return " · ".join((*shown, *more))


def described(query: TimelineQuery, text: str) -> tuple[str, ...]:
    """How the filter was understood: «miami», reuniones, desde agosto de 2025."""
    words = " ".join(word for word in _WORD.findall(text) if fold(word) in query.words)
    parts = (
        f"«{safe(words, FILTER)}»" if words else "",
        KINDS_IN_PLURAL[query.type] if query.type else "",
        _period(query.since, query.until),
    )
    return tuple(part for part in parts if part)


def _period(first: str | None, last: str | None) -> str:
    if first and first == last:
        return full_day(first)
    parts = (since(_with_article(first)) if first else "", until(_with_article(last)) if last else "")
    return " ".join(part for part in parts if part)


def _with_article(value: str) -> str:
    """«el 1 de diciembre de 2025», «agosto de 2025»."""
    return f"el {full_day(value)}" if len(value) == 10 else full_day(value)


def _nothing(store: Store, text: str, query: TimelineQuery, *, lexicon: Lexicon, today: date) -> Answer:
    if query == TimelineQuery():
        return Answer(TIMELINE_IS_EMPTY)

    def is_known(word: str) -> bool:
        alone = as_spelt(parse_timeline_query(word, today=today), lexicon)
        return alone == TimelineQuery() or timeline_page(store, alone, today=today, offset=0, limit=1)[1] > 0

    whole = (Button(WHOLE_TIMELINE_BUTTON, page("", 0)),)
    sentences = nothing_found(safe(text, FILTER))
    if person := named_in(query.words, lexicon):
        return Answer(sentences, ((Button(who_button(surname_of(person)), who(person.id)),), whole))
    mended = meant(text, lexicon, is_known=is_known)
    if mended is None or length(mended) > BUTTON_FILTER:
        return Answer(f"{sentences}\n\n{TIMELINE_HINT}", (whole,))
    return Answer(f"{sentences} {did_you_mean(escape(mended))}", ((Button(mended, page(mended, 0)),), whole))
