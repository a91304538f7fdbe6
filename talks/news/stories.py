"""Which story an article belongs to: the live story whose articles are nearest in words, events and time.

Sparse vectors and one linear score, after Miranda et al. 2018 (Multilingual Clustering of Streaming News): cosines of
title, lead and body, what one's title has of the other's body, the encounters both are about, and the days between.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from talks.news.features import Features
from talks.news.focus import Focus, focus_of
from talks.news.pool import Member, Pool, Vector, cosine

WEIGHTS = {
    "title": 3.7, "lead": 4.5, "body": 1.5, "cross": 2.0, "near": 1.5, "lately": 1.3, "focus": 3.0, "clash": -0.7,
    "turned": -1.9, "same exchange": 2.5, "other exchange": -1.9, "sanctions": -2.4,
}  # fmt: skip
BIAS = -3.2
SAME_STORY = -0.5
NEAR_DAYS, LATELY_DAYS = 2.0, 6.0
NEAREST = 2


@dataclass(frozen=True, slots=True)
class StoryMatch:
    story_id: str | None
    """None when no live story is near enough."""
    score: float


def find_story(features: Features, pool: Pool) -> StoryMatch:
    """Half of a story's score is how near its nearest articles are, half how near all of those that compare are."""
    vectors, focus = pool.vectors(features), focus_of(features)
    scores: dict[str, list[float]] = defaultdict(list)
    for member in pool.with_shared_words(features):
        scores[member.story_id].append(similarity(features, vectors, focus, member))
    best = StoryMatch(None, -math.inf)
    for story_id, found in scores.items():
        score = _joint(found)
        if score > best.score:
            best = StoryMatch(story_id, score)
    return best if best.score >= SAME_STORY else StoryMatch(None, best.score)


def _joint(scores: Sequence[float]) -> float:
    nearest = sorted(scores, reverse=True)[:NEAREST]
    return (fmean(nearest) + fmean(scores)) / 2


def similarity(features: Features, vectors: dict[str, Vector], focus: Focus, member: Member) -> float:
    theirs = member.vectors
    days = abs((features.published - member.features.published).total_seconds()) / 86_400
    values = {part: cosine(vectors[part], theirs[part]) for part in ("title", "lead", "body")}
    values["cross"] = (cosine(vectors["title"], theirs["body"]) + cosine(theirs["title"], vectors["body"])) / 2
    values["near"] = math.exp(-days * days / (2 * NEAR_DAYS * NEAR_DAYS))
    values["lately"] = math.exp(-days * days / (2 * LATELY_DAYS * LATELY_DAYS))
    values |= focus.compared(focus_of(member.features))
    return BIAS + sum(WEIGHTS[name] * value for name, value in values.items())
