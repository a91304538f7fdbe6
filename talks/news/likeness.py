"""How alike two articles are, and how likely they are of one story: what makes stories, pair by pair.

Time and words count together: two texts of one day need little in common, two of one week much.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from talks.news.features import Features
from talks.news.focus import Focus, focus_of
from talks.news.pool import Member, Vector, cosine
from talks.news.weighing import Weights, load_weights

WEIGHTS_FILE = Path(__file__).parent / "story_weights.json"
MOST_THEMES = 3
ALIKE = (
    "title", "body", "title in lead", "title in body", "much of title", "much of body", "much of title in lead",
    "much of title in body", "names", "themes", "main encounter", "families", "same days", "both dated", "other place",
    "other exchange", "meeting place", "theme and place", "phase", "phase before", "dated", "dated before",
    "half a day", "two days", "four days", "words of today", "words of the week",
)  # fmt: skip
"""The values of `likeness`, in order."""
MUCH = 0.3
"""From here on more words in common tell more."""
FADES = (0.5, 2.0, 4.0)
"""Days between two articles in which each of three values falls to a third."""
FRESH, STALE = 1.0, 4.0
"""The same for words in common."""
DAY_SECONDS = 86_400.0


@dataclass(frozen=True, slots=True)
class Subject:
    """An article as it is compared, of the pool or on its way into it."""

    features: Features
    vectors: dict[str, Vector]
    focus: Focus
    themes: frozenset[str]


def a_subject(features: Features, vectors: dict[str, Vector], themes: frozenset[str]) -> Subject:
    return Subject(features, vectors, focus_of(features), themes)


def subject_of(member: Member) -> Subject:
    return a_subject(member.features, member.vectors, member.themes)


def chief_themes(themes: Sequence[str]) -> frozenset[str]:
    """Of a reading, which has the chief one first."""
    return frozenset(themes[:MOST_THEMES])


def likelihood(later: Subject, earlier: Subject) -> float:
    """That both are of one story."""
    return 1 / (1 + math.exp(-own_weights().score(likeness(later, earlier))))


def likeness(later: Subject, earlier: Subject) -> tuple[float, ...]:
    """Most from 0 to 1, as shares of what either has; see `ALIKE`.

    Of words, square roots of cosines: between few in common and none lies more than between few and many.
    """
    a, b = later.focus, earlier.focus
    words = _words_in_common(later.vectors, earlier.vectors)
    in_common = sum(words) / len(words)
    days = abs((later.features.published - earlier.features.published).total_seconds()) / DAY_SECONDS
    themes = shared(later.themes, earlier.themes)
    meets_there = float(not a.meeting_places.isdisjoint(b.meeting_places))
    return (
        *words,
        *(max(part - MUCH, 0.0) for part in words),
        cosine(later.vectors["entities"], earlier.vectors["entities"]),
        themes,
        float(a.main is not None and a.main == b.main),
        shared(a.families, b.families),
        shared(a.days, b.days),
        float(bool(a.days) and bool(b.days)),
        float(bool(a.places) and bool(b.places) and a.places.isdisjoint(b.places)),
        float(a.is_other_exchange(b)),
        meets_there,
        themes * meets_there,
        float(a.phase),
        float(b.phase),
        float(a.is_meeting_dated),
        float(b.is_meeting_dated),
        *(math.exp(-days / scale) for scale in FADES),
        in_common * math.exp(-days / FRESH),
        in_common * math.exp(-days / STALE),
    )


def _words_in_common(ours: dict[str, Vector], theirs: dict[str, Vector]) -> tuple[float, ...]:
    return (
        math.sqrt(cosine(ours["title"], theirs["title"])),
        math.sqrt(cosine(ours["body"], theirs["body"])),
        math.sqrt((cosine(ours["title"], theirs["lead"]) + cosine(theirs["title"], ours["lead"])) / 2),
        math.sqrt((cosine(ours["title"], theirs["body"]) + cosine(theirs["title"], ours["body"])) / 2),
    )


def shared(a: frozenset[Any], b: frozenset[Any]) -> float:
    """The share of what either has that both have."""
    both = len(a & b)
    return both / (len(a) + len(b) - both) if both else 0.0


@cache
def own_weights() -> Weights:
    return load_weights(WEIGHTS_FILE, ALIKE)
