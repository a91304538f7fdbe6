"""One event of the ledger, and which claims are of it: whatever words the outlets use, one event has one entry."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from talks.lexicon.places import lies_in
from talks.news.claims import Claim
from talks.news.outcomes import NONE, Outcome
from talks.news.parties import Parties, may_be_same
from talks.types import EventStatus

STANDING: dict[EventStatus, int] = {
    "background": 0, "claimed": 1, "possible": 1, "planned": 2, "in_progress": 3, "held": 4, "failed": 4,
}  # fmt: skip
"""How far an event has come; what turns it back stands apart."""
TURNED_BACK: frozenset[EventStatus] = frozenset(("denied", "cancelled"))
ONE_DAY = timedelta(days=1)
SLACK = ONE_DAY
"""Zones and nights: outlets date one meeting a day apart."""
FRESH = timedelta(days=4)
"""An undated event that happened is taken for one that happened so lately."""
SAME_DAYS = timedelta(days=1)
"""A refusal is told again so long; later it is another one."""
AHEAD = timedelta(days=21)
"""So long an undated plan stays the same plan."""
JUST_OVER = timedelta(days=2)
"""So long how a meeting went is news."""
ONE_SIDED = frozenset(("exchange", "truce"))
"""Families whose parties go without saying."""


@dataclass(slots=True)
class Entry:
    """One event, with all that has been told of it; `number` is its place in the ledger."""

    number: int
    family: str
    parties: Parties
    place: str | None
    first: date | None
    last: date | None
    seen: date
    told: date
    """When it was first told."""
    done: date = date.max
    """When it was first told as something that happened: it cannot have happened later."""
    dated_by: tuple[date, int] = (date.min, 0)
    """The day and the prominence of the claim that gave its date: «prevista para el 19» does not undo a new one."""
    put_off_on: date = date.min
    """When it was last told to have got another day."""
    types: set[str] = field(default_factory=set)
    statuses: set[EventStatus] = field(default_factory=set)
    numbers: set[str] = field(default_factory=set)
    rounds: set[int] = field(default_factory=set)
    outcome: Outcome = NONE
    """How subscribers were told that it went."""
    developments: list[int] = field(default_factory=list)

    @property
    def standing(self) -> int:
        return max((STANDING.get(status, 0) for status in self.statuses), default=0)

    @property
    def is_ahead(self) -> bool:
        return self.standing <= STANDING["planned"]


def nearness(entry: Entry, claim: Claim) -> tuple[int, int]:
    """How much the two have in common, then how far the event has come."""
    shared = (entry.first is not None and entry.first == claim.first) + (entry.place == claim.place)
    return shared * 2 + len(entry.parties.people & claim.parties.people), entry.standing


def is_same(entry: Entry, claim: Claim, day: date) -> bool:
    if claim.round and entry.rounds and claim.round not in entry.rounds:
        return False
    if not _fits_in_kind(entry, claim):
        return False
    return _fits_in_time(entry, claim, day) and _fits_in_place(entry, claim) and _fits_parties(entry, claim)


def is_surely_same(entry: Entry, claim: Claim) -> bool:
    """Whether «antes previsto, ahora celebrado» may be told: the two agree by more than the sides."""
    if claim.family in ONE_SIDED:
        return True
    people = entry.parties.people & claim.parties.people
    shared = people | (entry.parties.sides & claim.parties.sides)
    is_there = claim.place is not None and claim.place == entry.place
    is_then = claim.first is not None and claim.first == entry.first
    return len(people) > 1 or (bool(shared) and (is_there or is_then)) or (is_there and is_then)


def _fits_in_kind(entry: Entry, claim: Claim) -> bool:
    """A call is no meeting, unless nobody says where it was: «Putin y Trump hablaron»."""
    if claim.family != "encounter" or ("call" in entry.types) == (claim.type == "call"):
        return True
    return not entry.place and not claim.place and (claim.first is None or claim.first == entry.first)


def _fits_parties(entry: Entry, claim: Claim) -> bool:
    if claim.family in ONE_SIDED or may_be_same(entry.parties, claim.parties):
        return True
    if claim.family == "appointment":
        return not entry.parties.people.isdisjoint(claim.parties.people)
    if claim.family == "refusal":
        return not entry.parties.sides.isdisjoint(claim.parties.sides)
    is_there = entry.place is not None and entry.place == claim.place
    if is_there and claim.first is None and not claim.parties:
        return True
    return is_there and entry.first == claim.first and (claim.first is not None or not entry.parties)


def _fits_in_place(entry: Entry, claim: Claim) -> bool:
    if not claim.place or not entry.place or claim.place == entry.place:
        return True
    is_alike = _shares_days(entry, claim) and claim.type in entry.types
    if is_alike and (lies_in(claim.place, entry.place) or lies_in(entry.place, claim.place)):
        return True
    return claim.family != "encounter"


def _shares_days(entry: Entry, claim: Claim) -> bool:
    """«En Suiza la próxima semana», of what is known to be in Ginebra on Tuesday and Wednesday."""
    if not (claim.first and claim.last and entry.first and entry.last):
        return False
    return claim.first <= entry.last and entry.first <= claim.last


def _fits_in_time(entry: Entry, claim: Claim, day: date) -> bool:
    if entry.done <= day and _is_planned_after(entry.last or entry.done, claim, day):
        return False
    if claim.first and entry.first and claim.last and entry.last:
        if entry.last - entry.first > FRESH and claim.first - SLACK > entry.done:
            return False  # «en agosto»: what was done on the 2nd is not what happened on the 19th
        is_near = claim.first - SLACK <= entry.last and entry.first - SLACK <= claim.last
        return is_near or _is_moved(entry, claim, day)
    if claim.first and claim.first > entry.done:
        return False
    if STANDING.get(claim.status, 0) >= STANDING["in_progress"]:
        known = entry.last or entry.seen
        fresh = SAME_DAYS if claim.family == "refusal" else FRESH
        return abs(day - known) <= fresh or (entry.is_ahead and entry.first is None and day - entry.seen <= AHEAD)
    return (entry.last or day) >= day - SLACK and day - entry.seen <= AHEAD


def _is_planned_after(ended: date, claim: Claim, day: date) -> bool:
    """What has been is not what is planned for today or later."""
    return claim.status == "planned" and claim.first is not None and claim.first >= max(day, ended + ONE_DAY)


def _is_moved(entry: Entry, claim: Claim, day: date) -> bool:
    """A plan that is not due yet gets another day; so does one of these days that nobody has seen come about."""
    is_plan = STANDING.get(claim.status, 0) <= STANDING["planned"]
    if not is_plan or not entry.is_ahead or entry.last is None or len(claim.parties.sides) < 2:
        return False
    is_overdue = entry.last >= day - JUST_OVER and entry.place is not None and entry.place == claim.place
    return entry.last >= day or (is_overdue and entry.parties.sides <= claim.parties.sides)
