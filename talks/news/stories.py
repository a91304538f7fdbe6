"""Which story an article belongs to, and, once an hour, how the articles of the last days fall into stories.

What is compared follows Miranda et al. 2018 (Multilingual Clustering of Streaming News), in pairs and by one linear
score (`likeness.py`; `python -m jobs.fit_stories` makes its weights). An article that arrives goes into the story that
it is likely to be of in the mean of its articles, or begins one. With what came after it, all of the last days are put
together anew (average linkage), and an article may turn out to be of another story. What is older stays where it is.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from talks.news.features import Features
from talks.news.likeness import a_subject, likelihood, subject_of
from talks.news.linkage import clusters_of
from talks.news.pool import Member, Pool
from talks.types import StoryMove

ONE_STORY = 0.375
"""Mean likelihood from which on articles are one story."""
UNSETTLED = timedelta(days=14)
"""Articles of the last days, whose stories may still change."""


@dataclass(frozen=True, slots=True)
class StoryMatch:
    story_id: str | None
    """None when no live story is near enough."""
    score: float
    """Mean likelihood of the nearest."""


def find_story(features: Features, *, themes: frozenset[str], pool: Pool) -> StoryMatch:
    subject = a_subject(features, pool.vectors(features), themes)
    likely: dict[str, float] = defaultdict(float)
    for member in pool.companions(features):
        likely[member.story_id] += likelihood(subject, subject_of(member))
    means = {story_id: total / _size(pool.story(story_id), features) for story_id, total in likely.items()}
    story_id, score = max(means.items(), key=lambda found: (found[1], found[0]), default=(None, 0.0))
    return StoryMatch(story_id if score >= ONE_STORY else None, score)


def _size(story: Sequence[Member], features: Features) -> int:
    """Of the articles of a story, as many as speak for it."""
    return sum(not each.is_copy and features.published - each.features.published <= UNSETTLED for each in story)


def find_moves(pool: Pool, *, today: date) -> tuple[StoryMove, ...]:
    """The articles of the last days that turn out to be of another story, oldest first; copies go with their text."""
    unsettled = {
        member.order: member
        for member in pool.members
        if not member.is_copy and today - member.features.published.date() <= UNSETTLED
    }
    found = clusters_of(unsettled, pool.links(unsettled, _link), least=ONE_STORY)
    clusters = [[unsettled[order] for order in cluster] for cluster in found]
    story_of = {
        member.article_id: name
        for name, cluster in zip(_names(clusters, pool), clusters, strict=True)
        for member in cluster
    }
    return tuple(_moves(pool, story_of))


def _link(later: Member, earlier: Member) -> float:
    return likelihood(subject_of(later), subject_of(earlier))


def _moves(pool: Pool, story_of: dict[str, str]) -> Iterator[StoryMove]:
    for member in pool.members:
        if member.copy_of in story_of:
            story_of[member.article_id] = story_of[member.copy_of]
        story_id = story_of.get(member.article_id, member.story_id)
        if story_id != member.story_id:
            yield StoryMove(member.article_id, story_id)


def _names(clusters: Sequence[Sequence[Member]], pool: Pool) -> list[str]:
    """Each cluster goes on as the story that most of its articles were in; what is left over begins a story."""
    names: dict[int, str] = {}
    given: set[str] = set()
    for place, story_id in _by_part(clusters):
        if place not in names and story_id not in given:
            names[place] = story_id
            given.add(story_id)
    taken = given | {story_id for story_id, _ in pool.stories()}
    for place, cluster in enumerate(clusters):
        if place not in names:
            names[place] = _new_name(cluster, taken)
            taken.add(names[place])
    return [names[place] for place in range(len(clusters))]


def _by_part(clusters: Sequence[Sequence[Member]]) -> list[tuple[int, str]]:
    """Cluster and story that have articles in common, those with most of them first, of equals what is older."""
    parts = Counter((place, member.story_id) for place, cluster in enumerate(clusters) for member in cluster)
    oldest = {part: order for order, part in reversed(list(enumerate(parts)))}
    return sorted(parts, key=lambda part: (-parts[part], oldest[part]))


def _new_name(cluster: Sequence[Member], taken: set[str]) -> str:
    """That of its first article with which no story began."""
    own = (f"s{member.article_id}" for member in cluster)
    more = (f"s{cluster[0].article_id}.{number}" for number in range(2, len(taken) + 3))
    return next(name for name in (*own, *more) if name not in taken)
