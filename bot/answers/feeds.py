"""The feeds that are read."""

from __future__ import annotations

from datetime import datetime

from bot.answer import Answer
from bot.dates import moment
from bot.markup import bold, length, link, plain, safe
from bot.texts.answers import FEED_FAILS, FEEDS_TITLE, NO_FEEDS_YET, and_more, feeds_note
from talks.store.connection import Store
from talks.store.sources import active_sources, last_poll
from talks.types import Source

TITLE = 60
LONGEST = 3800


def feeds_answer(store: Store, *, now: datetime) -> Answer:
    """`now` is in the zone of the chat."""
    sources = active_sources(store)
    if not sources:
        return Answer(NO_FEEDS_YET)
    polled = last_poll(store)
    note = feeds_note(moment(polled.astimezone(now.tzinfo), today=now.date()) if polled else None)
    lines = fitting([_line(source) for source in sources])
    return Answer("\n".join((bold(FEEDS_TITLE), "", *lines, "", f"<i>{note}</i>")))


def fitting(lines: list[str]) -> list[str]:
    """Those that fit in a message, and how many more there are."""
    shown = list(lines)
    while length(plain("\n".join(shown))) > LONGEST:
        shown.pop()
    hidden = len(lines) - len(shown)
    return [*shown, and_more(str(hidden))] if hidden else shown


def _line(source: Source) -> str:
    fails = f" <i>({FEED_FAILS})</i>" if source.failures else ""
    return f"• {link(safe(source.title, TITLE), source.url)}{fails}"
