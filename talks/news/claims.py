"""What an article claims: its events and statements in a form that can be compared across outlets."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from talks.lexicon.places import wider_place
from talks.news.genres import is_live
from talks.news.numbers import exact_numbers
from talks.news.outcomes import NONE, RESULT, Outcome, outcome_in, tells_by_words
from talks.news.parties import Parties, parties_of
from talks.types import Article, EventMention, EventStatus, EventType, Reading, SentenceSpan

Family = Literal[
    "encounter",
    "exchange",
    "sanctions",
    "agreement",
    "proposal",
    "refusal",
    "truce",
    "appointment",
    "statement",
    "other",
]

FAMILIES: dict[EventType, Family] = {
    "meeting": "encounter", "visit": "encounter", "call": "encounter", "exchange": "exchange",
    "sanctions": "sanctions", "agreement": "agreement", "proposal": "proposal", "rejection": "refusal",
    "ceasefire": "truce", "appointment": "appointment", "statement": "statement", "other": "other",
}  # fmt: skip
"""Types that outlets interchange for one and the same event."""
TITLE, FIRST, LEAD, BODY = 3, 2, 1, 0
"""How prominent a claim is, by where it stands."""
LEAD_SENTENCES = 4
OVER = frozenset(("held", "failed", "in_progress"))
"""What may have an outcome: outlets write «se reúnen» of what is over, and then say that it is."""
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
    outcome: Outcome = NONE
    """How the title says that the encounter of title or first sentence went."""
    read_on: Outcome = NONE
    """How title or lead say that it went: what somebody who was sent them knows."""

    @property
    def is_main(self) -> bool:
        return self.prominence > BODY

    @property
    def is_substantial(self) -> bool:
        """An encounter takes two, or is known by its place, or by its round and day."""
        if self.family != "encounter":
            return True
        is_known_by_its_place = self.place is not None and (self.first is not None or bool(self.parties.people))
        is_known_by_its_round = self.round is not None and self.first is not None
        return len(self.parties.sides) > 1 or is_known_by_its_place or is_known_by_its_round


def claims_of(article: Article, reading: Reading) -> tuple[Claim, ...]:
    """Every claim that is no background, in order of the text."""
    return tuple(_claims(article, reading))


def told_under_title(reading: Reading) -> list[SentenceSpan]:
    """The sentences of the text, in order; captions, date lines and trailers are in none."""
    return [each for each in reading.sentences if each.paragraph > 0]


def opening_of(article: Article, reading: Reading) -> tuple[SentenceSpan, ...]:
    """The title and the first sentence under it; in a live blog, the first sentence of every entry."""
    titles = [each for each in reading.sentences if each.paragraph == 0]
    under = told_under_title(reading)
    if not is_live(article):
        return (*titles, *under[:1])
    firsts = {each.paragraph: each for each in reversed(under)}
    return (*titles, *sorted(firsts.values(), key=lambda each: each.start))


def _claims(article: Article, reading: Reading) -> Iterator[Claim]:
    opening = opening_of(article, reading)
    starts = [each.start for each in told_under_title(reading)]
    outcomes = {is_under_way: _outcomes(article, reading, is_under_way=is_under_way) for is_under_way in (False, True)}
    appointments = [event for event in reading.events if event.type == "appointment"]
    for event in reading.events:
        prominence = _prominence(event.start, len(article.title), opening, starts)
        said_by_title, said_by_lead = outcomes[event.status == "in_progress"]
        may_be_over = FAMILIES[event.type] == "encounter" and event.status in OVER
        if event.status != "background" and not _is_what_somebody_is_appointed_to(event, appointments):
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
                numbers=exact_numbers(event.numbers, article.body[event.start : event.end]),
                prominence=prominence,
                event=event,
                outcome=said_by_title if may_be_over and prominence >= FIRST else NONE,
                read_on=said_by_lead if may_be_over else NONE,
            )


def _outcomes(article: Article, reading: Reading, *, is_under_way: bool) -> tuple[Outcome, Outcome]:
    """What the title says, and what title and lead say."""
    lead = told_under_title(reading)[:LEAD_SENTENCES]
    texts = (article.title, *(article.body[each.start : each.end] for each in lead))
    said = [outcome_in(text, is_under_way=is_under_way) for text in texts]
    return said[0], RESULT if tells_by_words(article.title, said[0]) else max(said)


def _is_what_somebody_is_appointed_to(event: EventMention, appointments: Sequence[EventMention]) -> bool:
    """«Toma el relevo al frente de la delegación en las negociaciones»: the talks are no event there."""
    return FAMILIES[event.type] == "encounter" and any(
        other.start < event.end and event.start < other.end for other in appointments
    )


def _prominence(start: int, title_end: int, opening: Sequence[SentenceSpan], starts: Sequence[int]) -> int:
    if start < title_end:
        return TITLE
    if any(each.start <= start < each.end for each in opening):
        return FIRST
    return LEAD if bisect_right(starts, start) <= LEAD_SENTENCES else BODY


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
