"""Whether an article is the text of another outlet, whole or cut: a sketch finds candidates, all shingles decide."""

from __future__ import annotations

from talks.news.features import Features
from talks.news.pool import Member, Pool
from talks.news.words import containment, jaccard

SAME_TEXT = 0.6
SAME_PART = 0.75
LIKELY = 15
"""A cut text has another sketch: the articles that share most words are looked at too."""
LEAST_SHINGLES = 8
"""A text of a line or two is contained in many."""


def find_copy(features: Features, pool: Pool) -> Member | None:
    """The member with the same text; the nearest, the oldest of equals."""
    candidates = [*pool.with_shared_sketch(features), *pool.with_shared_words(features)[:LIKELY]]
    copies = [member for member in candidates if is_copy(features, member.features)]
    return max(copies, key=lambda member: jaccard(features.shingles, member.features.shingles), default=None)


def is_copy(a: Features, b: Features) -> bool:
    if jaccard(a.shingles, b.shingles) >= SAME_TEXT:
        return True
    is_long_enough = min(len(a.shingles), len(b.shingles)) >= LEAST_SHINGLES
    return is_long_enough and containment(a.shingles, b.shingles) >= SAME_PART
