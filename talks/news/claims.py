"""What an article claims: its events and statements in a form that can be compared across outlets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from talks.news.parties import Parties, parties_of
from talks.news.places import wider_place
from talks.types import Article, EventMention, EventStatus, EventType, Reading

Family = Literal["encounter", "exchange", "sanctions", "move", "refusal", "truce", "appointment", "statement", "other"]

FAMILIES: dict[EventType, Family] = {
    "meeting": "encounter", "visit": "encounter", "call": "encounter", "exchange": "exchange",
    "sanctions": "sanctions", "agreement": "move", "proposal": "move", "rejection": "refusal", "ceasefire": "truce",
    "appointment": "appointment", "statement": "statement", "other": "other",
}  # fmt: skip
"""Types that outlets interchange for one and the same event."""
TITLE, FIRST, LEAD, BODY = 3, 2, 1, 0
"""How prominent a claim is, by where it stands."""
LEAD_SENTENCES = 4
LONGEST_SPAN = timedelta(days=45)
"""A wider interval («este año») says nothing of the day."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One event told; `first`, `last` are its days when the text gives any."""

    family: Family
    type: EventType
    status: EventStatus
    parties: Parties
    place: str | None
    first: date | None
    last: date | None
    round: int | None
    numbers: frozenset[str]
    prominence: int
    event: EventMention

    @property
    def is_main(self) -> bool:
        return self.prominence > BODY


def claims_of(article: Article, reading: Reading) -> tuple[Claim, ...]:
    """Every claim that is no background, in order of the text."""
    return tuple(_claims(article, reading))


def _claims(article: Article, reading: Reading) -> Iterator[Claim]:
    starts = [each.start for each in reading.sentences if each.paragraph > 0]
    for event in reading.events:
        if event.status != "background":
            first, last = days_of(event.date, event.end_date)
            yield Claim(
                family=FAMILIES[event.type],
                type=event.type,
                status=event.status,
                parties=parties_of(event.actors),
                place=wider_place(event.place),
                first=first,
                last=last,
                round=event.round,
                numbers=frozenset(event.numbers),
                prominence=_prominence(event.start, len(article.title), starts),
                event=event,
            )


def _prominence(start: int, title_end: int, starts: list[int]) -> int:
    if start < title_end:
        return TITLE
    before = sum(each <= start for each in starts)
    if before <= 1:
        return FIRST
    return LEAD if before <= LEAD_SENTENCES else BODY


def days_of(value: str | None, end: str | None) -> tuple[date | None, date | None]:
    """The first and the last day of an ISO day, month or interval; nothing for what is wider than six weeks."""
    if not value:
        return None, None
    begin, _, rest = value.partition("/")
    first, last = _first_day(begin), _last_day(end or rest or begin)
    if first is None or last is None or not timedelta() <= last - first <= LONGEST_SPAN:
        return None, None
    return first, last


def _first_day(value: str) -> date | None:
    return _day(value if len(value) >= 10 else f"{value}-01")


def _last_day(value: str) -> date | None:
    if len(value) != 7:
        return _day(value)
    first = _first_day(value)
    return first and (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None
