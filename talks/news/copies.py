"""Whether an article is the text of another outlet, whole or cut: a sketch finds candidates, all shingles decide."""

from __future__ import annotations

from datetime import date, timedelta

from talks.news.features import LEAST_SHINGLES, Features
from talks.news.pool import Member, Pool
from talks.news.words import jaccard

SAME_TEXT = 0.6
SAME_PART = 0.75
OTHER_NEWS = 0.4
"""Share of the opening's weight that the other text has not: with more, the same text was given other news on top."""
WORD_FOR_WORD = 0.95
"""Such a text is an old one that comes up again: its «hoy» is read by the day on which it was printed."""
SAME_DAY = timedelta(days=1)
"""A paper prints the agency's «hoy» of yesterday."""
LEAST_TITLE = 4
"""Words that carry meaning."""
LIKELY = 15
"""A cut text has another sketch: the articles that share most words are looked at too."""


def find_copy(features: Features, pool: Pool) -> Member | None:
    """The member with the same text; the nearest, the oldest of equals."""
    candidates = [*pool.with_shared_sketch(features), *pool.with_shared_words(features)[:LIKELY]]
    copies = [
        member
        for member in candidates
        if _is_headline_of(features, member.features)
        or (is_copy(features, member.features) and pool.unseen(features.opening_words, member.words) <= OTHER_NEWS)
    ]
    return max(copies, key=lambda member: jaccard(features.shingles, member.features.shingles), default=None)


def is_copy(article: Features, original: Features) -> bool:
    """The same text, or a part of the original; a text that goes on where the original ends is none."""
    ours, theirs = len(article.shingles), len(original.shingles)
    if min(ours, theirs) < SAME_TEXT * max(ours, theirs) and theirs < SAME_PART * ours:
        return False
    shared = len(article.shingles & original.shingles)
    is_part = ours >= LEAST_SHINGLES and shared >= SAME_PART * ours
    return is_part or (ours > 0 and shared >= SAME_TEXT * (ours + theirs - shared))


def _is_headline_of(teaser: Features, original: Features) -> bool:
    """A feed that gives no text gives the title, or a part of it, of what the others print that day."""
    if not teaser.is_teaser or abs(teaser.published - original.published) > SAME_DAY:
        return False
    return len(teaser.title) >= LEAST_TITLE and teaser.title_shingles <= original.title_shingles


def tells_otherwise(article: Features, original: Features) -> bool:
    """Agencies tell every exchange and every round in the same words: another number, round or day is other news."""
    pairs = (
        (_numbers(article), _numbers(original)),
        ({claim.round for claim in article.events if claim.round}, {c.round for c in original.events if c.round}),
    )
    if any(ours and theirs and ours.isdisjoint(theirs) for ours, theirs in pairs):
        return True
    if jaccard(article.shingles, original.shingles) >= WORD_FOR_WORD:
        return False
    gaps = [abs(a - b) for a in _days(article) for b in _days(original)]
    return bool(gaps) and min(gaps) > SAME_DAY


def _numbers(features: Features) -> set[str]:
    return {number for claim in features.events for number in claim.numbers}


def _days(features: Features) -> set[date]:
    return {claim.first for claim in features.events if claim.first}
