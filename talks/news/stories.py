"""Which story an article belongs to: that of the live ones which it most likely continues, or a new one.

Every story is scored by how alike its articles are to this one and by its own age, size and state; beginning a new one
scores nothing. The weights are those of a choice among alternatives (conditional logit, McFadden 1974) and are made by
`python -m jobs.fit_stories`; what is compared follows Miranda et al. 2018 (Multilingual Clustering of Streaming
News).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from pathlib import Path

from talks.news.features import Features
from talks.news.focus import focus_of
from talks.news.likeness import ALIKE, OF_WORDS, Subject, a_subject, likeness, subject_of
from talks.news.pool import Member, Pool
from talks.news.weighing import Weights, load_weights

WEIGHTS_FILE = Path(__file__).parent / "story_weights.json"
STATE = ("told today", "told this week", "told lately", "silent", "size", "prepared and held", "held and prepared")
"""The values of a story, after those of its articles."""
NAMES = (*ALIKE, *STATE)
NEAREST = 2
LONGEST_GAP = timedelta(days=21)
"""An old text that turns up late is of no story of today."""
FADES = (1.0, 4.0, 12.0)
"""Days in which the first three values of `STATE` fall to a third."""
WEEK = 7.0
DAY_SECONDS = 86_400.0
DOUBT = 0.6
"""Log-odds that an article continues a story, from which on it does: stories can be joined later, and not parted."""


@dataclass(frozen=True, slots=True)
class StoryMatch:
    story_id: str | None
    """None when no live story is near enough."""
    score: float


def find_story(features: Features, *, themes: frozenset[str], pool: Pool) -> StoryMatch:
    subject = a_subject(features, pool.vectors(features), themes)
    scores = score_stories(subject, pool.with_shared_words(features))
    best = max(scores.items(), key=lambda scored: scored[1], default=None)
    if best is None:
        return StoryMatch(None, -math.inf)
    return StoryMatch(best[0] if best[1] >= DOUBT else None, best[1])


def score_stories(subject: Subject, members: Iterable[Member]) -> dict[str, float]:
    """By story of the members: more than 0 where the article rather continues it than begins another."""
    weights = own_weights()
    return {story_id: weights.score(values) for story_id, values in compare_stories(subject, members).items()}


def compare_stories(subject: Subject, members: Iterable[Member]) -> dict[str, tuple[float, ...]]:
    """By story, the values that are weighed: half how alike its nearest articles are, half how alike all are."""
    compared: dict[str, list[tuple[Member, tuple[float, ...]]]] = defaultdict(list)
    for member in members:
        if abs(subject.features.published - member.features.published) <= LONGEST_GAP:
            compared[member.story_id].append((member, likeness(subject, subject_of(member))))
    return {story_id: _values(subject, found) for story_id, found in compared.items()}


def _values(subject: Subject, found: Sequence[tuple[Member, tuple[float, ...]]]) -> tuple[float, ...]:
    rows = sorted((values for _, values in found), key=_words_in_common, reverse=True)
    near, count = min(NEAREST, len(rows)), len(rows)
    alike = (sum(column[:near]) / near / 2 + sum(column) / count / 2 for column in zip(*rows, strict=True))
    return (*alike, *_state(subject, [member for member, _ in found]))


def _words_in_common(values: tuple[float, ...]) -> float:
    return sum(values[:OF_WORDS])


def _state(subject: Subject, members: Sequence[Member]) -> tuple[float, ...]:
    """See `STATE`: how long ago it was told, of how many articles, and which of them are from before an encounter."""
    newest = max(member.features.published for member in members)
    days = abs((subject.features.published - newest).total_seconds()) / DAY_SECONDS
    phases = [focus_of(member.features).phase for member in members]
    size, phase = math.log(len(members)), subject.focus.phase
    return (
        *(math.exp(-days / scale) for scale in FADES),
        min(days, LONGEST_GAP.days) / WEEK,
        size,
        float(phase == -1) * size * phases.count(1) / len(phases),
        float(phase == 1) * phases.count(-1) / len(phases),
    )


@cache
def own_weights() -> Weights:
    return load_weights(WEIGHTS_FILE, NAMES)
