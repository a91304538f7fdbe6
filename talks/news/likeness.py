"""How alike two articles are: what the choice of a story compares, pair by pair."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from talks.news.features import Features
from talks.news.focus import Focus, focus_of
from talks.news.pool import Member, Vector, cosine

MOST_THEMES = 3
ALIKE = (
    "title", "body", "title in lead", "title in body", "names", "themes", "people", "main encounter", "families",
    "same days", "both dated", "other place", "same words", "same phase", "other exchange", "sanctions",
)  # fmt: skip
"""The values of `likeness`, in order."""
OF_WORDS = 4
"""The first of them, by which the nearest articles are found."""


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


def likeness(one: Subject, other: Subject) -> tuple[float, ...]:
    """Each from 0 to 1, most of them shares of what either has; see `ALIKE`.

    Of words, square roots of cosines: between few in common and none lies more than between few and many.
    """
    ours, theirs, a, b = one.vectors, other.vectors, one.focus, other.focus
    is_dated = bool(a.days) and bool(b.days)
    has_places = bool(a.places) and bool(b.places)
    return (
        math.sqrt(cosine(ours["title"], theirs["title"])),
        math.sqrt(cosine(ours["body"], theirs["body"])),
        math.sqrt((cosine(ours["title"], theirs["lead"]) + cosine(theirs["title"], ours["lead"])) / 2),
        math.sqrt((cosine(ours["title"], theirs["body"]) + cosine(theirs["title"], ours["body"])) / 2),
        cosine(ours["entities"], theirs["entities"]),
        shared(one.themes, other.themes),
        shared(a.people, b.people),
        float(a.main is not None and a.main == b.main),
        shared(a.families, b.families),
        shared(a.days, b.days),
        float(is_dated),
        float(has_places and a.places.isdisjoint(b.places)),
        float(not one.features.spoken.isdisjoint(other.features.spoken)),
        float(a.phase == b.phase != 0),
        float(a.is_other_exchange(b)),
        float(a.has_sanctions != b.has_sanctions),
    )


def shared(a: frozenset[Any], b: frozenset[Any]) -> float:
    """The share of what either has that both have."""
    both = len(a & b)
    return both / (len(a) + len(b) - both) if both else 0.0
