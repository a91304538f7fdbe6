"""The ledger of events: what is known of each, and what a claim adds to it.

Claims of one event are gathered under one entry, whatever words the outlets use; a claim is compared with the entry
slot by slot. Nothing here looks at the words of the text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from talks.news.claims import TITLE, Claim
from talks.news.parties import Parties, may_be_same, united
from talks.types import EventStatus, Slot

STANDING: dict[EventStatus, int] = {
    "background": 0, "claimed": 1, "possible": 1, "planned": 2, "in_progress": 3, "held": 4, "failed": 4,
}  # fmt: skip
"""How far an event has come; what turns it back stands apart."""
TURNED_BACK: frozenset[EventStatus] = frozenset(("denied", "cancelled"))
SLACK = timedelta(days=1)
"""Zones and nights: outlets date one meeting a day apart."""
FRESH = timedelta(days=4)
"""An undated event that happened is taken for one that happened so lately."""
SAME_DAYS = timedelta(days=1)
"""A refusal is told again so long; later it is another one."""
AHEAD = timedelta(days=21)
"""So long an undated plan stays the same plan."""
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
    developments: list[int] = field(default_factory=list)

    @property
    def standing(self) -> int:
        return max((STANDING.get(status, 0) for status in self.statuses), default=0)

    @property
    def is_ahead(self) -> bool:
        return self.standing <= STANDING["planned"]


@dataclass(frozen=True, slots=True)
class Change:
    """What a claim adds: the slot, what was known and what is said now; `entry` is None for an event unheard of."""

    slot: Slot
    entry: Entry | None
    before: str = ""
    now: str = ""


class Ledger:
    """Entries by family, oldest first; `day` is the day of publication of the article that claims."""

    def __init__(self) -> None:
        self._entries: dict[str, list[Entry]] = defaultdict(list)
        self._number = 0

    def find(self, claim: Claim, day: date) -> Entry | None:
        """The entry that is nearest among those that may be the same event; the newest of equals."""
        same = [entry for entry in self._entries[claim.family] if _is_same(entry, claim, day)]
        return max(reversed(same), key=lambda entry: _nearness(entry, claim), default=None)

    def change(self, claim: Claim, day: date) -> Change | None:
        """What the claim adds to what is known, or None when it was told."""
        entry = self.find(claim, day)
        return Change("event", None) if entry is None else _change(entry, claim, day)

    def told_by(self, claims: Iterable[Claim], day: date) -> frozenset[int]:
        """The entries that the claims tell, by number: what two articles may share."""
        entries = (self.find(claim, day) for claim in claims)
        return frozenset(entry.number for entry in entries if entry is not None)

    def add(self, claims: Iterable[Claim], day: date, *, development_id: int | None = None) -> frozenset[int]:
        """Enter the claims of one article; what `told_by` says of it from then on."""
        told = tuple(claims)
        for claim in told:
            entry = self.find(claim, day)
            if entry is None:
                entry = Entry(self._number, claim.family, claim.parties, claim.place, claim.first, claim.last, day, day)
                self._entries[claim.family].append(entry)
                self._number += 1
            _enter(entry, claim, day)
            if development_id is not None and development_id not in entry.developments:
                entry.developments.append(development_id)
        return self.told_by(told, day)


def _enter(entry: Entry, claim: Claim, day: date) -> None:
    is_put_off = _is_put_off(entry, claim, day) or _was_put_off(entry, claim, day)
    if is_put_off:
        entry.put_off_on = day
    entry.parties = (
        united(entry.parties, claim.parties)
        if not entry.parties.people
        else Parties(entry.parties.people, entry.parties.sides | claim.parties.sides)
    )
    entry.place = entry.place or claim.place
    is_better_dated = entry.is_ahead and (day, claim.prominence) > entry.dated_by and not _is_coarser(claim, entry)
    if claim.first and (entry.first is None or is_better_dated):
        entry.first, entry.last, entry.dated_by = claim.first, claim.last, (day, claim.prominence)
    entry.types.add(claim.type)
    entry.statuses.add("planned" if is_put_off else claim.status)
    entry.seen = max(entry.seen, day)
    if STANDING.get(claim.status, 0) >= STANDING["in_progress"]:
        entry.done = min(entry.done, day)
    entry.numbers |= claim.numbers
    if claim.round:
        entry.rounds.add(claim.round)


def _nearness(entry: Entry, claim: Claim) -> tuple[int, int]:
    """How much the two have in common, then how far the event has come."""
    shared = (entry.first is not None and entry.first == claim.first) + (entry.place == claim.place)
    return shared * 2 + len(entry.parties.people & claim.parties.people), entry.standing


def _is_same(entry: Entry, claim: Claim, day: date) -> bool:
    if claim.round and entry.rounds and claim.round not in entry.rounds:
        return False
    if not _fits_in_kind(entry, claim):
        return False
    return _fits_in_time(entry, claim, day) and _fits_in_place(entry, claim) and _fits_parties(entry, claim)


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
    is_there_and_then = entry.place is not None and (entry.place, entry.first) == (claim.place, claim.first)
    return is_there_and_then and (claim.first is not None or not claim.parties or not entry.parties)


def _fits_in_place(entry: Entry, claim: Claim) -> bool:
    if not claim.place or not entry.place or claim.place == entry.place:
        return True
    return claim.family != "encounter"


def _fits_in_time(entry: Entry, claim: Claim, day: date) -> bool:
    if claim.first and entry.first and claim.last and entry.last:
        is_near = claim.first - SLACK <= entry.last and entry.first - SLACK <= claim.last
        return is_near or _is_moved(entry, claim, day)
    if claim.first and claim.first > entry.done:
        return False
    if STANDING.get(claim.status, 0) >= STANDING["in_progress"]:
        known = entry.last or entry.seen
        fresh = SAME_DAYS if claim.family == "refusal" else FRESH
        return abs(day - known) <= fresh or (entry.is_ahead and entry.first is None and day - entry.seen <= AHEAD)
    return (entry.last or day) >= day - SLACK and day - entry.seen <= AHEAD


def _is_moved(entry: Entry, claim: Claim, day: date) -> bool:
    """A plan that is not due yet gets another day."""
    is_plan = STANDING.get(claim.status, 0) <= STANDING["planned"]
    return is_plan and entry.is_ahead and entry.last is not None and entry.last >= day and len(claim.parties.sides) > 1


def _change(entry: Entry, claim: Claim, day: date) -> Change | None:
    if day < entry.seen:
        return _overdue(entry, claim)
    if _was_put_off(entry, claim, day):
        return None
    if _is_put_off(entry, claim, day):
        return Change("date", entry, str(entry.first), str(claim.first))
    if claim.status not in entry.statuses and _is_step(entry, claim):
        return Change("status", entry, _last_status(entry), claim.status)
    if entry.is_ahead and (filled := _filled_in(entry, claim, day)):
        return filled
    if moved := _other_number(entry, claim):
        return Change("number", entry, *moved)
    return None


def _overdue(entry: Entry, claim: Claim) -> Change | None:
    """An article that comes late never reopens what is settled: it can only tell how an event came about."""
    has_happened = STANDING.get(claim.status, 0) >= STANDING["held"]
    if has_happened and entry.is_ahead and not TURNED_BACK & entry.statuses:
        return Change("status", entry, _last_status(entry), claim.status)
    return None


def _is_put_off(entry: Entry, claim: Claim, day: date) -> bool:
    """«Se aplaza al 24»: a plan with another day, and not one that is dead."""
    is_other_day = claim.first is not None and entry.first is not None and claim.first != entry.first
    return claim.status == "cancelled" and is_other_day and claim.first is not None and claim.first > day


def _was_put_off(entry: Entry, claim: Claim, day: date) -> bool:
    """The second outlet tells of the same delay; days later the same words cancel the new day."""
    return claim.status == "cancelled" and claim.first == entry.first and day - entry.put_off_on <= SAME_DAYS


def _filled_in(entry: Entry, claim: Claim, day: date) -> Change | None:
    """What a plan gets that it did not have: another day to come, a place, somebody who joins."""
    if claim.status != "planned":
        return None
    is_old_day = day - entry.put_off_on <= SAME_DAYS
    is_other_day = claim.first is not None and entry.first != claim.first and not _is_coarser(claim, entry)
    if claim.first and is_other_day and claim.first > day and not is_old_day:
        return Change("date", entry, str(entry.first or ""), str(claim.first))
    if claim.family != "encounter":
        return None
    if claim.place and not entry.place:
        return Change("place", entry, "", claim.place)
    newcomers = claim.parties.sides - entry.parties.sides
    if newcomers and claim.prominence == TITLE and entry.parties:
        return Change("participants", entry, "", ", ".join(sorted(newcomers)))
    return None


def _is_coarser(claim: Claim, entry: Entry) -> bool:
    """«La semana próxima» of what is known to be on Wednesday."""
    if not (claim.first and claim.last and entry.first and entry.last):
        return False
    holds = claim.first <= entry.first and entry.last <= claim.last
    return holds and claim.last - claim.first > entry.last - entry.first


def _is_step(entry: Entry, claim: Claim) -> bool:
    """That what was under way has ended is news in a title only; a leaked plan is none when others have it too."""
    status = claim.status
    if status in TURNED_BACK:
        return status == "cancelled" or not TURNED_BACK & entry.statuses
    if status == "failed":
        return "failed" not in entry.statuses and "held" not in entry.statuses
    if entry.standing == STANDING["in_progress"] and claim.prominence < TITLE:
        return False
    if entry.family == "proposal" and "claimed" in entry.statuses and status == "held":
        return False
    return STANDING.get(status, 0) > entry.standing


def _last_status(entry: Entry) -> str:
    return max(entry.statuses, key=lambda status: (STANDING.get(status, 0), status), default="")


def _other_number(entry: Entry, claim: Claim) -> tuple[str, str] | None:
    """«84 prisioneros» where «82 prisioneros» was told."""
    for number in sorted(claim.numbers - entry.numbers):
        noun = number.split(" ", 1)[-1]
        for known in sorted(entry.numbers):
            if known.split(" ", 1)[-1] == noun:
                return known, number
    return None
