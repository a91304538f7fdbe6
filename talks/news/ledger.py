"""The ledger of events: what is known of each, and what a claim adds to it.

Claims of one event are gathered under one entry, whatever words the outlets use; a claim is compared with the entry
slot by slot. Nothing here looks at the words of the text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from talks.news.claims import FIRST, TITLE, Claim
from talks.news.entries import JUST_OVER, SAME_DAYS, STANDING, TURNED_BACK, Entry, is_same, nearness
from talks.news.numbers import other_number
from talks.news.parties import Parties, parties_of, united
from talks.types import DevelopmentIntent, Slot


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
        same = [entry for entry in self._entries[claim.family] if is_same(entry, claim, day)]
        return max(reversed(same), key=lambda entry: nearness(entry, claim), default=None)

    def change(self, claim: Claim, day: date) -> Change | None:
        """What the claim adds to what is known, or None when it was told."""
        entry = self.find(claim, day)
        return Change("event", None) if entry is None else _change(entry, claim, day)

    def told_by(self, claims: Iterable[Claim], day: date) -> frozenset[int]:
        """The entries that the claims tell, by number: what two articles may share."""
        entries = (self.find(claim, day) for claim in claims)
        return frozenset(entry.number for entry in entries if entry is not None)

    def add(
        self,
        claims: Iterable[Claim],
        day: date,
        *,
        development_id: int | None = None,
        development: DevelopmentIntent | None = None,
    ) -> frozenset[int]:
        """Enter the claims of one article, with the development made of it; what `told_by` says of it from then on."""
        told = tuple(claims)
        for claim in told:
            entry = self.find(claim, day)
            if entry is None:
                entry = Entry(self._number, claim.family, claim.parties, claim.place, claim.first, claim.last, day, day)
                self._entries[claim.family].append(entry)
                self._number += 1
            _enter(entry, claim if _is_told(claim, development) else _in_passing(entry, claim), day)
            if development_id is not None:
                entry.outcome = max(entry.outcome, claim.read_on)
            if development_id is not None and development_id not in entry.developments:
                entry.developments.append(development_id)
        return self.told_by(told, day)


def _is_told(claim: Claim, development: DevelopmentIntent | None) -> bool:
    """Whether subscribers were: the opening of the article stands in their message, and what the news of it was."""
    if development is None:
        return False
    event = claim.event
    is_the_news = (event.type, event.status, event.place) == (development.type, development.status, development.place)
    return claim.prominence >= FIRST or is_the_news


def _in_passing(entry: Entry, claim: Claim) -> Claim:
    """That a plan has come about, where nobody was told: the news of it is still to come."""
    is_step = entry.statuses and entry.is_ahead and STANDING.get(claim.status, 0) >= STANDING["in_progress"]
    return replace(claim, status="planned") if is_step else claim


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
        if entry.first not in (None, claim.first):
            entry.put_off_on = day
        entry.first, entry.last, entry.dated_by = claim.first, claim.last, (day, claim.prominence)
    entry.types.add(claim.type)
    entry.statuses.add("planned" if is_put_off else claim.status)
    entry.seen = max(entry.seen, day)
    if STANDING.get(claim.status, 0) >= STANDING["in_progress"]:
        entry.done = min(entry.done, day)
    entry.numbers |= claim.numbers
    if claim.round:
        entry.rounds.add(claim.round)


def _change(entry: Entry, claim: Claim, day: date) -> Change | None:
    if day < entry.seen:
        return _overdue(entry, claim)
    if _was_put_off(entry, claim, day):
        return None
    if _is_put_off(entry, claim, day):
        return Change("date", entry, _days_told(entry.first, entry.last), _days_told(claim.first, claim.last))
    if claim.status not in entry.statuses and _is_step(entry, claim):
        return Change("status", entry, _last_status(entry), claim.status)
    if _has_other_outcome(entry, claim, day):
        return Change("outcome", entry, "", claim.status)
    if entry.is_ahead and (filled := _filled_in(entry, claim, day)):
        return filled
    if moved := other_number(entry.numbers, claim.numbers):
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
    """The second outlet tells of the same delay, or that nobody met on the old day; later it cancels the new one."""
    if claim.status not in TURNED_BACK or claim.first is None or entry.first is None:
        return False
    is_told = claim.first == entry.first if claim.status == "cancelled" else claim.first < entry.first
    return is_told and day - entry.put_off_on <= SAME_DAYS


def _filled_in(entry: Entry, claim: Claim, day: date) -> Change | None:
    """What a plan gets that it did not have: another day to come, a place, somebody who joins."""
    if claim.status != "planned":
        return None
    is_old_day = day - entry.put_off_on <= SAME_DAYS
    is_told = _is_coarser(claim, entry) or _is_day_of_truce(claim, entry)
    is_other_day = claim.first is not None and entry.first != claim.first and not is_told
    if claim.first and is_other_day and claim.first > day and not is_old_day:
        return Change("date", entry, _days_told(entry.first, entry.last), _days_told(claim.first, claim.last))
    if claim.family != "encounter" or TURNED_BACK & entry.statuses:
        return None
    if claim.place and not entry.place:
        return Change("place", entry, "", claim.event.place or claim.place)
    if claim.prominence == TITLE and (newcomers := _newcomers(entry, claim)):
        return Change("participants", entry, "", ", ".join(newcomers))
    return None


def _days_told(first: date | None, last: date | None) -> str:
    """«2026-02-04», «2026-02-04/2026-02-05»; empty where no day is known."""
    if first is None:
        return ""
    return str(first) if last in (None, first) else f"{first}/{last}"


def _newcomers(entry: Entry, claim: Claim) -> list[str]:
    """Who joins, by name, those who were going to meet; of a plan with one party only, the others are not known yet."""
    if len(entry.parties.sides) < 2:
        return []
    sides = claim.parties.sides - entry.parties.sides
    named = {name: parties_of((name,)).sides for name in claim.event.actors}
    first_of = {side: name for name, of in reversed(named.items()) for side in of & sides}
    return [name for name in named if name in first_of.values()]


def _has_other_outcome(entry: Entry, claim: Claim, day: date) -> bool:
    """A meeting of these days, of which subscribers know neither how it went nor, maybe, that it is over."""
    return claim.outcome > entry.outcome and day - (entry.last or entry.seen) <= JUST_OVER


def _is_coarser(claim: Claim, entry: Entry) -> bool:
    """«La semana próxima» of what is known to be on Wednesday."""
    if not (claim.first and claim.last and entry.first and entry.last):
        return False
    holds = claim.first <= entry.first and entry.last <= claim.last
    return holds and claim.last - claim.first > entry.last - entry.first


def _is_day_of_truce(claim: Claim, entry: Entry) -> bool:
    """«La tregua del 9 de mayo», of one that lasts from the 8th to the 9th."""
    if claim.family != "truce" or not (claim.first and claim.last and entry.first and entry.last):
        return False
    return entry.first <= claim.first and claim.last <= entry.last


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
