"""Whether an article adds something to what is known: a pure decision that gives its reason."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta

from talks.news.features import Features, containment, jaccard
from talks.news.pool import Member, Pool
from talks.types import Novelty

SAME_TEXT = 0.6
SAME_PART = 0.8
ENOUGH_NEW = 0.45
"""Share of the weight of title and lead that nobody has told."""
TOLD_WINDOW = timedelta(days=14)
TELLS_AGAIN = 0.5


@dataclass(frozen=True, slots=True)
class Decision:
    novelty: Novelty
    reason: str
    tells_again: tuple[int, ...] = ()
    duplicate_of: str | None = None
    unseen: float = 1.0


def find_copy(features: Features, pool: Pool) -> Member | None:
    """The member with the same text, whole or in part; nearest first."""
    candidates = pool.with_shared_sketch(features)
    return max(
        (member for member in candidates if _is_copy(features, member.features)),
        key=lambda member: jaccard(features.shingles, member.features.shingles),
        default=None,
    )


def _is_copy(a: Features, b: Features) -> bool:
    return jaccard(a.shingles, b.shingles) >= SAME_TEXT or containment(a.shingles, b.shingles) >= SAME_PART


def unseen_share(claim: Counter[str], known: set[str], pool: Pool) -> float:
    """The share of the claim's weight in words that are not known."""
    weights = {word: max(pool.weight(word), 0.05) for word in claim}
    total = sum(weights.values())
    return sum(weight for word, weight in weights.items() if word not in known) / total if total else 0.0


def decide(features: Features, told: list[Member], pool: Pool) -> Decision:
    """Compare title and lead with what the articles of the story (`told`) have said lately."""
    recent = [member for member in told if features.published - member.features.published <= TOLD_WINDOW]
    claim = Counter({word: 1 for word in (*features.title, *features.lead)})
    known = {word for member in recent for word in (*member.features.title, *member.features.body)}
    unseen = unseen_share(claim, known, pool)
    again = _told_again(features, recent, pool)
    if unseen >= ENOUGH_NEW:
        return Decision("new", f"El {unseen:.0%} de lo que cuenta no se había contado.", again, unseen=unseen)
    return Decision("repeat", f"Solo el {unseen:.0%} de lo que cuenta es nuevo.", again, unseen=unseen)


def _told_again(features: Features, recent: list[Member], pool: Pool) -> tuple[int, ...]:
    """Developments whose own title and lead are mostly in this article."""
    words = {*features.title, *features.body}
    again = []
    for member in recent:
        if member.development_id is not None:
            claim = Counter({word: 1 for word in (*member.features.title, *member.features.lead)})
            if 1 - unseen_share(claim, words, pool) >= TELLS_AGAIN:
                again.append(member.development_id)
    return tuple(again)
