"""Which story an article belongs to: the live story whose articles are nearest in words, events and time.

Sparse vectors and one linear score, after Miranda et al. 2018 (Multilingual Clustering of Streaming News): cosines of
title, lead and body, what one's title has of the other's body, the encounters both are about, and the days between.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from statistics import fmean

from talks.news.features import Features
from talks.news.focus import Focus, focus_of
from talks.news.ledger import Ledger
from talks.news.pool import Member, Pool, Vector, cosine

WEIGHTS = {
    "title": 3.8, "lead": 3.3, "body": 3.9, "cross": 4.7, "near": 1.2, "lately": 1.5, "focus": 2.0, "turned": -0.7,
    "other exchange": -2.6, "sanctions": -2.5, "events": 0.3, "themes": 2.1,
}  # fmt: skip
BIAS = -3.5
SAME_STORY = -0.5
NEAR_DAYS, LATELY_DAYS = 2.0, 6.0
NEAREST = 2
LONGEST_GAP = timedelta(days=21)
"""An old text that turns up late is of no story of today."""
MOST_THEMES = 3


@dataclass(frozen=True, slots=True)
class StoryMatch:
    story_id: str | None
    """None when no live story is near enough."""
    score: float


@dataclass(frozen=True, slots=True)
class Subject:
    """An article on its way into a story."""

    features: Features
    vectors: dict[str, Vector]
    focus: Focus
    events: dict[int, float]
    """The entries of the ledger that it tells, with their weight."""
    themes: frozenset[str]


def find_story(features: Features, *, themes: Sequence[str], pool: Pool, ledger: Ledger) -> StoryMatch:
    """Half of a story's score is how near its nearest articles are, half how near all of those that compare are."""
    told = _weighed(ledger.told_by(features.events, features.published.date()), ledger)
    subject = Subject(features, pool.vectors(features), focus_of(features), told, frozenset(themes[:MOST_THEMES]))
    scores: dict[str, list[float]] = defaultdict(list)
    for member in pool.with_shared_words(features):
        if abs(features.published - member.features.published) > LONGEST_GAP:
            continue
        scores[member.story_id].append(similarity(subject, member, ledger))
    best = StoryMatch(None, -math.inf)
    for story_id, found in scores.items():
        score = _joint(found)
        if score > best.score:
            best = StoryMatch(story_id, score)
    return best if best.score >= SAME_STORY else StoryMatch(None, best.score)


def _joint(scores: Sequence[float]) -> float:
    nearest = sorted(scores, reverse=True)[:NEAREST]
    return (fmean(nearest) + fmean(scores)) / 2


def similarity(subject: Subject, member: Member, ledger: Ledger) -> float:
    ours, theirs = subject.vectors, member.vectors
    days = abs((subject.features.published - member.features.published).total_seconds()) / 86_400
    values = {part: cosine(ours[part], theirs[part]) for part in ("title", "lead", "body")}
    values["cross"] = (cosine(ours["title"], theirs["body"]) + cosine(theirs["title"], ours["body"])) / 2
    values["near"] = math.exp(-days * days / (2 * NEAR_DAYS * NEAR_DAYS))
    values["lately"] = math.exp(-days * days / (2 * LATELY_DAYS * LATELY_DAYS))
    values["events"] = cosine(subject.events, _weighed(member.entries, ledger))
    values["themes"] = _shared(subject.themes, member.themes)
    values |= subject.focus.compared(focus_of(member.features))
    return BIAS + sum(WEIGHTS[name] * value for name, value in values.items())


def _weighed(told: Mapping[int, float], ledger: Ledger) -> dict[int, float]:
    """Unit length."""
    raw = {number: prominence * ledger.weight(number) for number, prominence in told.items()}
    length = math.sqrt(sum(value * value for value in raw.values()))
    return {number: value / length for number, value in raw.items()} if length else {}


def _shared(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / len(a | b) if a or b else 0.0
