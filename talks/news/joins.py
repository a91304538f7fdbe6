"""Two stories that turn out to be one: articles of either would have gone into the other."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from statistics import fmean

from talks.news.likeness import subject_of
from talks.news.pool import Member, Pool
from talks.news.stories import score_stories
from talks.types import StoryJoin

JOINED_FROM = 1.0
"""Log-odds that articles of one story continue the other."""
MOST_LIKELY = 3
"""Articles of two stories that are likeliest to be of either: they are asked."""
LIVELY = timedelta(days=1)


def find_joins(pool: Pool, *, today: date) -> tuple[StoryJoin, ...]:
    """Of the stories that are being told; the younger goes into the older, the likeliest pair first."""
    likely: dict[tuple[str, str], list[float]] = defaultdict(list)
    for member in _of_lively_stories(pool, today):
        for story_id, score in _scores(member, pool).items():
            one, other = sorted((story_id, member.story_id))
            likely[one, other].append(score)
    scores = {pair: fmean(sorted(found, reverse=True)[:MOST_LIKELY]) for pair, found in likely.items()}
    joins: list[StoryJoin] = []
    taken: set[str] = set()
    for pair, score in sorted(scores.items(), key=lambda scored: (-scored[1], scored[0])):
        if score >= JOINED_FROM and taken.isdisjoint(pair):
            taken.update(pair)
            into, joined = sorted(pair, key=lambda story_id: pool.story(story_id)[0].order)
            joins.append(StoryJoin(joined, into))
    return tuple(joins)


def _of_lively_stories(pool: Pool, today: date) -> list[Member]:
    lively = (members for _, members in pool.stories() if any(_is_of_these_days(each, today) for each in members))
    return [member for members in lively for member in members if not member.is_copy]


def _is_of_these_days(member: Member, today: date) -> bool:
    return today - member.features.published.date() <= LIVELY


def _scores(member: Member, pool: Pool) -> dict[str, float]:
    """Of the other stories, by what they told before this article."""
    before = (each for each in pool.with_shared_words(member.features) if each.order < member.order)
    return score_stories(subject_of(member), [each for each in before if each.story_id != member.story_id])
