"""The live pool: the articles of the last weeks, with the weights that words have among them.

Weights are those of the morning: they count what was judged before the day of decision, so that a restart in the middle
of a day weighs as the process before it did.
"""

from __future__ import annotations

import json
import math
from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from heapq import nlargest
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from talks.news.features import Features
from talks.types import DevelopmentIntent

K = TypeVar("K", str, int)
Vector = Mapping[str, float]
PARTS = ("title", "lead", "body", "entities")

COUNTS_FILE = Path(__file__).parent / "word_counts.json"
"""Made by `python -m talks.news.count_words`."""
LEAST_WEIGHT = 0.05
TELLING = 1.2
"""A word from this weight on makes two articles worth comparing."""
SAME_WORDS = timedelta(days=2)
"""So long the words between marks of one piece of news go round."""
SKETCH = 16
MOST_COMPARED = 40
LATEST = 12
LINKED_FOR = timedelta(days=8)
"""Articles that lie further apart are of one story by what was told in between, or not at all."""
LEAST_LINK = 0.04
"""A likelihood below it is as good as none."""
MOST_WORDS = 100
"""Of a body, by weight."""


@dataclass(slots=True, eq=False)
class Member:
    """An article of the pool; `order` is the number of its verdict."""

    order: int
    article_id: str
    outlet: str
    decided_on: date
    story_id: str
    features: Features
    tells: tuple[int, ...]
    """Developments that the article reports, its own among them."""
    development_id: int | None
    development: DevelopmentIntent | None
    copy_of: str | None = None
    """The article whose text it is, which stands for it in all comparisons but the search for further copies."""
    themes: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    """All words of title and body."""
    entries: frozenset[int] = frozenset()
    """The events of the ledger that it tells, by number."""
    vectors: dict[str, Vector] = field(default_factory=dict)
    is_history: bool = False
    """It was there before its source was followed: nobody was told."""

    @property
    def is_copy(self) -> bool:
        return self.copy_of is not None


class Pool:
    """Members in order of their verdicts, by story, word and shingle."""

    def __init__(self) -> None:
        self.members: list[Member] = []
        self._by_story: dict[str, list[Member]] = defaultdict(list)
        self._by_shingle: dict[int, list[Member]] = defaultdict(list)
        self._by_word: dict[str, list[Member]] = defaultdict(list)
        self._by_spoken: dict[str, list[Member]] = defaultdict(list)
        self._frequency = Counter(_own_counts())
        self._counted = _own_texts()
        self._weights: dict[str, float] = {}
        self._asked: Features | None = None
        self._answer: list[Member] = []
        self._weighed: tuple[Features | None, dict[str, Vector]] = (None, {})
        self._links: dict[tuple[int, int], float] = {}
        self._linked: set[int] = set()

    def add(self, member: Member, *, today: date) -> None:
        """`today` is the day of decision; what was judged before it waits for `weigh`."""
        self._asked, self._weighed = None, (None, {})
        self.members.append(member)
        self._by_story[member.story_id].append(member)
        for shingle in sketch(member.features.shingles):
            self._by_shingle[shingle].append(member)
        for word in () if member.is_copy else {*member.features.title, *member.features.lead}:
            self._by_word[word].append(member)
        for words in member.features.spoken:
            self._by_spoken[words].append(member)
        if member.decided_on < today:
            self._frequency.update(_words(member.features))
            self._counted += 1
            self._weights.clear()
        else:
            member.vectors = self.vectors(member.features)

    def weigh(self) -> None:
        """Make the vectors of all, once the weights of the day are known."""
        self._links.clear()
        self._linked.clear()
        for member in self.members:
            member.vectors = self.vectors(member.features)

    def story(self, story_id: str) -> list[Member]:
        return self._by_story.get(story_id, [])

    def stories(self) -> Iterable[tuple[str, list[Member]]]:
        return self._by_story.items()

    def move(self, story_of: Mapping[str, str]) -> None:
        """Articles, by id, turned out to be of other stories."""
        for member in self.members:
            member.story_id = story_of.get(member.article_id, member.story_id)
        self._by_story.clear()
        for member in self.members:
            self._by_story[member.story_id].append(member)

    def with_shared_sketch(self, features: Features) -> list[Member]:
        """Members that may be the same text, without comparing with all."""
        return _unique(self._by_shingle.get(shingle, ()) for shingle in sketch(features.shingles))

    def has_same_words(self, features: Features) -> bool:
        """Whether all quotations with which it begins were printed with news of these days: it tells that again."""
        since = features.published - SAME_WORDS

        def is_printed(ends: frozenset[str]) -> bool:
            printed = (member for words in ends for member in self._by_spoken.get(words, ()))
            return any(member.tells and member.features.published >= since for member in printed)

        return bool(features.spoken_first) and all(map(is_printed, features.spoken_first))

    def with_shared_words(self, features: Features) -> list[Member]:
        """Members that share telling words of title or lead, by the weight of what they share; not too many.

        One article asks several times on its way to a verdict: the last answer is kept.
        """
        if self._asked is not features:
            self._asked, self._answer = features, self._nearest(features)
        return self._answer

    def _nearest(self, features: Features, before: float = math.inf) -> list[Member]:
        """Of the members whose order is lower than `before`."""
        shared: dict[int, float] = defaultdict(float)
        found: dict[int, Member] = {}
        for word in sorted({*features.title, *features.lead}):
            weight = self.weight(word)
            for member in self._by_word.get(word, ()) if weight >= TELLING else ():
                if member.order < before:
                    shared[member.order] += weight
                    found[member.order] = member
        ranked = sorted(found.values(), key=lambda member: (-shared[member.order], member.order))
        return ranked[:MOST_COMPARED]

    def companions(self, features: Features) -> list[Member]:
        """Members of these days that may be of its story: those with shared words, and the latest."""
        return _of_these_days(features, self.with_shared_words(features), self.members)

    def links(
        self, among: Container[int], likelihood: Callable[[Member, Member], float]
    ) -> dict[tuple[int, int], float]:
        """How likely two members are of one story, by their orders, of each with its companions before it.

        What was found stays until the words are weighed anew.
        """
        for place, member in enumerate(self.members):
            if member.order in self._linked or member.order not in among:
                continue
            self._linked.add(member.order)
            shared = self._nearest(member.features, before=member.order)
            for other in _of_these_days(member.features, shared, self.members[:place]):
                self._links[member.order, other.order] = likelihood(member, other)
        return {
            pair: strength
            for pair, strength in self._links.items()
            if strength >= LEAST_LINK and pair[0] in among and pair[1] in among
        }

    def weight(self, word: str) -> float:
        """Inverse document frequency; a word that all articles share weighs next to nothing."""
        known = self._weights.get(word)
        if known is None:
            known = math.log((self._counted + 1) / (self._frequency[word] + 1))
            self._weights[word] = known = max(known, LEAST_WEIGHT)
        return known

    def vector(self, counts: Counter[str]) -> Vector:
        """Unit length; term frequency damped."""
        raw = {word: (1 + math.log(n)) * self.weight(word) for word, n in counts.items()}
        length = math.sqrt(sum(value * value for value in raw.values()))
        return {word: value / length for word, value in raw.items()} if length else {}

    def vectors(self, features: Features) -> dict[str, Vector]:
        """By part. One article asks several times: the last answer is kept."""
        if self._weighed[0] is not features:
            vectors = {part: self.vector(getattr(features, part)) for part in PARTS}
            self._weighed = features, vectors | {"body": _weightiest(vectors["body"])}
        return self._weighed[1]

    def unseen(self, words: Iterable[str], known: frozenset[str] | set[str]) -> float:
        """The share of the weight of the words that is not among the known ones."""
        weights = {word: self.weight(word) for word in words}
        total = sum(weights.values())
        return sum(weight for word, weight in weights.items() if word not in known) / total if total else 0.0


def _of_these_days(features: Features, shared: Sequence[Member], before: Sequence[Member]) -> list[Member]:
    latest = islice((member for member in reversed(before) if not member.is_copy), LATEST)
    near = {member.order: member for member in (*shared, *latest)}
    return [each for each in near.values() if abs(features.published - each.features.published) <= LINKED_FOR]


@cache
def _stored() -> dict[str, Any]:
    stored: dict[str, Any] = json.loads(COUNTS_FILE.read_text(encoding="utf-8"))
    return stored


def _own_counts() -> dict[str, int]:
    words: dict[str, int] = _stored()["words"]
    return words


def _own_texts() -> int:
    return int(_stored()["texts"])


def _unique(groups: Iterable[Iterable[Member]]) -> list[Member]:
    found = {id(member): member for group in groups for member in group}
    return list(found.values())


def sketch(shingles: frozenset[int], *, size: int = SKETCH) -> list[int]:
    """The smallest hashes: two texts that share most shingles share most of these (bottom-k sketch, Broder 1997)."""
    return sorted(shingles)[:size]


def cosine(a: Mapping[K, float], b: Mapping[K, float]) -> float:
    small, large = (a, b) if len(a) <= len(b) else (b, a)
    return sum([value * large[word] for word, value in small.items() if word in large])


def _weightiest(vector: Vector) -> Vector:
    """A long body is compared by so many of its words."""
    if len(vector) <= MOST_WORDS:
        return vector
    kept = nlargest(MOST_WORDS, vector.items(), key=lambda weighed: (weighed[1], weighed[0]))
    return dict(sorted(kept))


def _words(features: Features) -> Iterator[str]:
    yield from {*features.title, *features.body, *features.entities}
