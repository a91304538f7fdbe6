"""Two stories that turn out to be one: taken together, articles of either are likely to continue the other."""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product
from statistics import fmean

from talks.news.likeness import subject_of
from talks.news.pool import Member, Pool
from talks.news.stories import score_stories
from talks.types import StoryJoin

JOINED_FROM = 0.25
"""Likelihood that an article of one story continues one of the other, in the mean of all pairs (average linkage)."""
OF_FEW = 0.4
"""So much more is asked of a single pair, and less of many: by the square root of their number."""
MOST_ASKED = 12
"""The latest articles of a story speak for it."""
LIVELY = timedelta(days=1)


def find_joins(pool: Pool, *, today: date) -> tuple[StoryJoin, ...]:
    """Of the stories that are being told; the younger goes into the older, the likeliest pair first."""
    likely = {pair: _surplus(pool, *pair) for pair in sorted(_candidates(pool, today))}
    joins: list[StoryJoin] = []
    taken: set[str] = set()
    for pair, surplus in sorted(likely.items(), key=lambda found: (-found[1], found[0])):
        if surplus >= 0 and taken.isdisjoint(pair):
            taken.update(pair)
            into, joined = sorted(pair, key=lambda story_id: pool.story(story_id)[0].order)
            joins.append(StoryJoin(joined, into))
    return tuple(joins)


def _candidates(pool: Pool, today: date) -> Iterator[tuple[str, str]]:
    """Pairs of stories, one of them lively, that have words in common."""
    found: set[tuple[str, str]] = set()
    for member in _of_lively_stories(pool, today):
        for other in pool.with_shared_words(member.features):
            if other.story_id != member.story_id:
                one, two = sorted((member.story_id, other.story_id))
                found.add((one, two))
    return iter(found)


def _of_lively_stories(pool: Pool, today: date) -> list[Member]:
    lively = (members for _, members in pool.stories() if any(_is_of_these_days(each, today) for each in members))
    return [member for members in lively for member in members if not member.is_copy]


def _is_of_these_days(member: Member, today: date) -> bool:
    return today - member.features.published.date() <= LIVELY


def _surplus(pool: Pool, one: str, other: str) -> float:
    """By how much the two are likelier to be one story than is asked; below nought they stay two."""
    pairs = [_likelihood(a, b) for a, b in product(_latest(pool, one), _latest(pool, other))]
    return fmean(pairs) - JOINED_FROM - OF_FEW / math.sqrt(len(pairs)) if pairs else -1.0


def _latest(pool: Pool, story_id: str) -> list[Member]:
    return [member for member in pool.story(story_id) if not member.is_copy][-MOST_ASKED:]


def _likelihood(one: Member, other: Member) -> float:
    """That the later of the two continues the earlier; nought where too long lies between them."""
    earlier, later = sorted((one, other), key=lambda member: member.order)
    scores = score_stories(subject_of(later), [earlier])
    return 1 / (1 + math.exp(-scores[earlier.story_id])) if scores else 0.0
