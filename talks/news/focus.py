"""What an article turns around: who meets whom, where, when, before or after; an exchange of prisoners."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from weakref import WeakKeyDictionary

from talks.news.claims import BODY, FIRST, Claim
from talks.news.features import Features

LEADERS = {"rusia": "Vladímir Putin", "ucrania": "Volodímir Zelenski", "eeuu": "Donald Trump"}
"""Who stands for a side that is named without a person."""
TALKS = frozenset(("encounter", "agreement", "proposal", "refusal", "truce"))
AHEAD = frozenset(("planned", "possible"))
HAPPENED = frozenset(("held", "failed", "in_progress"))
MOST_PARTIES = 5
MOST_DAYS = 5
"""Of one event: a stretch of weeks is no date."""
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, eq=False)
class Focus:
    """`main` is the pair that meets or answers each other most; `phase` is 1 before the encounter and −1 after it.

    Families, days and places are those of the events of title and lead.
    """

    main: str | None
    phase: int
    exchange: date | None
    families: frozenset[str]
    days: frozenset[date]
    places: frozenset[str]
    meeting_places: frozenset[str]
    """Of encounters in title and first sentence."""
    is_meeting_dated: bool
    """One of those encounters has its day."""

    def is_other_exchange(self, other: Focus) -> bool:
        """One tells of an exchange, and the other of none or of one of other days."""
        if self.exchange is None or other.exchange is None:
            return self.exchange is not other.exchange
        return abs(self.exchange - other.exchange) > ONE_DAY


_FOUND: WeakKeyDictionary[Features, Focus] = WeakKeyDictionary()
"""A member of the pool is compared with many; what leaves the pool leaves this too."""


def focus_of(features: Features) -> Focus:
    """Found once for each features."""
    found = _FOUND.get(features)
    if found is None:
        found = _FOUND[features] = _find_focus(features)
    return found


def _find_focus(features: Features) -> Focus:
    pairs: Counter[str] = Counter()
    for claim in features.claims:
        pairs.update(_pairs(claim))
    top = max(pairs.items(), key=lambda pair: (pair[1], pair[0]), default=(None, 0))
    opening = [claim for claim in features.claims if claim.prominence > BODY]
    meetings = [claim for claim in opening if claim.family == "encounter" and claim.prominence >= FIRST]
    return Focus(
        main=top[0] if top[1] >= _weight(2) else None,
        phase=_phase(opening),
        exchange=_exchange(opening, features.published.date()),
        families=frozenset(claim.family for claim in opening),
        days=frozenset(day for claim in opening for day in _days(claim)),
        places=frozenset(claim.place for claim in opening if claim.place),
        meeting_places=frozenset(claim.place for claim in meetings if claim.place),
        is_meeting_dated=any(claim.first for claim in meetings),
    )


def _weight(prominence: int) -> int:
    return 1 + max(prominence - 1, 0) if prominence else 1


def _pairs(claim: Claim) -> dict[str, int]:
    if claim.family not in TALKS:
        return {}
    return {f"{a}+{b}": _weight(claim.prominence) for a, b in combinations(_faces(claim), 2)}


def _faces(claim: Claim) -> list[str]:
    """People, and the leaders of sides that are named without one."""
    return sorted({*claim.parties.people, *_leaders(claim)})[:MOST_PARTIES]


def _leaders(claim: Claim) -> set[str]:
    named = claim.parties.people
    return {leader for side, leader in LEADERS.items() if side in claim.parties.sides and not named}


def _days(claim: Claim) -> Iterator[date]:
    if claim.first is not None and claim.last is not None:
        length = min((claim.last - claim.first).days + 1, MOST_DAYS)
        yield from (claim.first + ONE_DAY * n for n in range(length))


def _phase(opening: list[Claim]) -> int:
    encounters = [claim for claim in opening if claim.family in TALKS]
    if not encounters:
        return 0
    main = max(encounters, key=lambda claim: claim.prominence)
    return 1 if main.status in AHEAD else -1 if main.status in HAPPENED else 0


def _exchange(opening: list[Claim], day: date) -> date | None:
    return next((claim.first or day for claim in opening if claim.family == "exchange"), None)
