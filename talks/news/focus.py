"""What an article turns around: who meets whom, where, before or after; an exchange of prisoners; sanctions."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from weakref import WeakKeyDictionary

from talks.news.claims import BODY, Claim
from talks.news.features import Features
from talks.news.pool import cosine

LEADERS = {"rusia": "Vladímir Putin", "ucrania": "Volodímir Zelenski", "eeuu": "Donald Trump"}
"""Who stands for a side that is named without a person."""
TALKS = frozenset(("encounter", "agreement", "proposal", "refusal", "truce"))
AHEAD = frozenset(("planned", "possible"))
HAPPENED = frozenset(("held", "failed", "in_progress"))
MOST_PARTIES = 5
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, eq=False)
class Focus:
    """`pairs` weighs who meets or answers whom, and where; `phase` is 1 before the encounter and −1 after it."""

    pairs: dict[str, float]
    main: str | None
    phase: int
    exchange: date | None
    has_sanctions: bool

    def compared(self, other: Focus) -> dict[str, float]:
        """The values that the score of stories weighs."""
        both_exchange = self.exchange is not None and other.exchange is not None
        is_same_exchange = both_exchange and abs(self.exchange - other.exchange) <= ONE_DAY  # type: ignore[operator]
        is_other_exchange = (self.exchange is None) != (other.exchange is None) or (
            both_exchange and not is_same_exchange
        )
        return {
            "focus": cosine(self.pairs, other.pairs),
            "turned": float(self.phase * other.phase == -1),
            "other exchange": float(is_other_exchange),
            "sanctions": float(self.has_sanctions != other.has_sanctions),
        }


_FOUND: WeakKeyDictionary[Features, Focus] = WeakKeyDictionary()
"""A member of the pool is compared with many; what leaves the pool leaves this too."""


def focus_of(features: Features) -> Focus:
    """Found once for each features."""
    found = _FOUND.get(features)
    if found is None:
        found = _FOUND[features] = _find_focus(features)
    return found


def _find_focus(features: Features) -> Focus:
    weights: Counter[str] = Counter()
    for claim in features.claims:
        weights.update(_tokens(claim))
    pairs = {token: weight for token, weight in weights.items() if not token.startswith("@")}
    top = max(pairs.items(), key=lambda pair: (pair[1], pair[0]), default=(None, 0))
    length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    opening = [claim for claim in features.claims if claim.prominence > BODY]
    return Focus(
        pairs={token: weight / length for token, weight in weights.items()},
        main=top[0] if top[1] >= _weight(2) else None,
        phase=_phase(opening),
        exchange=_exchange(opening, features.published.date()),
        has_sanctions=any(claim.family == "sanctions" for claim in opening),
    )


def _weight(prominence: int) -> int:
    return 1 + max(prominence - 1, 0) if prominence else 1


def _tokens(claim: Claim) -> dict[str, int]:
    if claim.family not in TALKS:
        return {}
    weight = _weight(claim.prominence)
    tokens = {f"{a}+{b}": weight for a, b in combinations(_faces(claim), 2)}
    return tokens | ({f"@{claim.place}": weight} if claim.place else {})


def _faces(claim: Claim) -> list[str]:
    """People, and the leaders of sides that are named without one."""
    return sorted({*claim.parties.people, *_leaders(claim)})[:MOST_PARTIES]


def _leaders(claim: Claim) -> set[str]:
    named = claim.parties.people
    return {leader for side, leader in LEADERS.items() if side in claim.parties.sides and not named}


def _phase(opening: list[Claim]) -> int:
    encounters = [claim for claim in opening if claim.family in TALKS]
    if not encounters:
        return 0
    main = max(encounters, key=lambda claim: claim.prominence)
    return 1 if main.status in AHEAD else -1 if main.status in HAPPENED else 0


def _exchange(opening: list[Claim], day: date) -> date | None:
    return next((claim.first or day for claim in opening if claim.family == "exchange"), None)
