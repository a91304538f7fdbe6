"""Which story an article belongs to: the live story whose articles are nearest in words, entities and time.

Sparse vectors and one linear score, after Miranda et al. 2018 (Multilingual Clustering of Streaming News), with a decay
by the distance in days.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from statistics import fmean

from talks.news.features import Features
from talks.news.pool import Member, Pool, Vector, cosine

WEIGHTS = {"title": 0.35, "lead": 0.25, "body": 0.2, "entities": 0.2}
DECAY_DAYS = 8.0
NEAREST = 2
"""A story is as near as its nearest articles are on average."""
SAME_STORY = 0.085


@dataclass(frozen=True, slots=True)
class StoryMatch:
    story_id: str | None
    """None when no live story is near enough."""
    score: float


def find_story(features: Features, pool: Pool) -> StoryMatch:
    vectors = part_vectors(features, pool)
    best = StoryMatch(None, 0.0)
    for story_id, members in pool.stories():
        scores = sorted((similarity(features, vectors, member, pool) for member in members), reverse=True)
        score = fmean(scores[:NEAREST])
        if score > best.score:
            best = StoryMatch(story_id, score)
    return best if best.score >= SAME_STORY else StoryMatch(None, best.score)


def part_vectors(features: Features, pool: Pool) -> dict[str, Vector]:
    return {part: pool.vector(getattr(features, part)) for part in WEIGHTS}


def similarity(features: Features, vectors: dict[str, Vector], member: Member, pool: Pool) -> float:
    theirs = part_vectors(member.features, pool)
    words = sum(weight * cosine(vectors[part], theirs[part]) for part, weight in WEIGHTS.items())
    days = (features.published - member.features.published).total_seconds() / 86_400
    return words * math.exp(-days * days / (2 * DECAY_DAYS * DECAY_DAYS))
