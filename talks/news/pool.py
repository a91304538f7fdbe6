"""The live pool: the articles of the last weeks, with the weights that words have among them."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from talks.news.features import Features
from talks.types import DevelopmentIntent

Vector = Mapping[str, float]

PRIOR_ARTICLES = 20
"""Articles imagined before the first, so that weights are sane while the pool is young."""


@dataclass(frozen=True, slots=True)
class Member:
    """An article of the pool."""

    article_id: str
    story_id: str
    features: Features
    tells: tuple[int, ...]
    """Developments that the article reports, its own among them."""
    development_id: int | None
    development: DevelopmentIntent | None


class Pool:
    """Members by story, and in how many of them each word stands."""

    def __init__(self) -> None:
        self.members: list[Member] = []
        self._by_story: dict[str, list[Member]] = defaultdict(list)
        self._by_shingle: dict[int, list[Member]] = defaultdict(list)
        self._frequency: Counter[str] = Counter()

    def add(self, member: Member) -> None:
        self.members.append(member)
        self._by_story[member.story_id].append(member)
        for shingle in sketch(member.features.shingles):
            self._by_shingle[shingle].append(member)
        self._frequency.update(_words(member.features))

    def forget(self, before: datetime) -> None:
        """Drop what was published before; the pool is rebuilt, so its cost follows the pool and not history."""
        kept = [member for member in self.members if member.features.published >= before]
        if len(kept) < len(self.members):
            self.__init__()  # type: ignore[misc]
            for member in kept:
                self.add(member)

    def stories(self) -> Iterable[tuple[str, list[Member]]]:
        return self._by_story.items()

    def with_shared_sketch(self, features: Features) -> list[Member]:
        """Members that may be the same text, without comparing with all."""
        found: dict[str, Member] = {}
        for shingle in sketch(features.shingles):
            for member in self._by_shingle.get(shingle, ()):
                found[member.article_id] = member
        return list(found.values())

    def weight(self, word: str) -> float:
        """Inverse document frequency; a word that all articles share weighs next to nothing."""
        articles = len(self.members) + PRIOR_ARTICLES
        return math.log((articles + 1) / (self._frequency[word] + 1))

    def vector(self, counts: Counter[str]) -> Vector:
        """Unit length; term frequency damped."""
        raw = {word: (1 + math.log(n)) * self.weight(word) for word, n in counts.items()}
        length = math.sqrt(sum(value * value for value in raw.values()))
        return {word: value / length for word, value in raw.items()} if length else {}


def sketch(shingles: frozenset[int], *, size: int = 16) -> list[int]:
    """The smallest hashes: two texts that share most shingles share most of these (bottom-k sketch, Broder 1997)."""
    return sorted(shingles)[:size]


def cosine(a: Vector, b: Vector) -> float:
    small, large = (a, b) if len(a) <= len(b) else (b, a)
    return sum(value * large.get(word, 0.0) for word, value in small.items())


def _words(features: Features) -> set[str]:
    return {*features.title, *features.body}
