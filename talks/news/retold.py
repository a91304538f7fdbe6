"""A second look at what seems new: whether it is what was told in the last days, in other words.

A small linear model (logistic regression) on how near the article is to the nearest alert and on where it tells its
news; its weights are made by `python -m jobs.fit_retold`.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from talks.news.claims import TITLE
from talks.news.features import Features
from talks.news.ledger import TURNED_BACK
from talks.news.pool import Member, Pool, cosine
from talks.news.verdicts import Finding

WEIGHTS_FILE = Path(__file__).parent / "retold_weights.json"
VALUES = ("body", "opening", "names", "hours", "further down", "in the title", "of today", "of yesterday")
TOLD_WITHIN = timedelta(hours=48)
RETOLD = 0.65
"""Well above one half: an alert too many is cheaper than a lost one."""
RETELLABLE = frozenset(("event", "status"))
FURTHER_DOWN = frozenset(("detail", "text"))

SecondLook = Callable[[Finding, Features, Pool], Member | None]


@dataclass(frozen=True, slots=True)
class Weights:
    bias: float
    values: tuple[float, ...]
    """In the order of `VALUES`."""


def told_before(finding: Finding, features: Features, pool: Pool) -> Member | None:
    """The article of these days whose alert most likely told this already; None when it is news."""
    nearest, body = nearest_told(features, pool)
    if nearest is None or not may_be_retold(finding, features, nearest):
        return None
    return nearest if likelihood(compare(finding, features, nearest, body, pool), load_weights()) >= RETOLD else None


def likelihood(values: tuple[float, ...], weights: Weights) -> float:
    total = weights.bias + sum(weight * value for weight, value in zip(weights.values, values, strict=True))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def nearest_told(features: Features, pool: Pool) -> tuple[Member | None, float]:
    """Of the alerts of these days, the one whose article has most of this one's words, and how alike they are."""
    vector = pool.vector(features.body)
    told = [member for member in pool.with_shared_words(features) if _is_just_told(member, features)]
    alike = [(cosine(vector, member.vectors["body"]), -member.order, member) for member in told]
    return (best[2], best[0]) if (best := max(alike, default=None)) is not None else (None, 0.0)


def compare(finding: Finding, features: Features, told: Member, body: float, pool: Pool) -> tuple[float, ...]:
    """See `VALUES`; each from 0 to 1."""
    day = features.published.date()
    first = finding.claim.first if finding.claim is not None else None
    return (
        body,
        1 - pool.unseen(features.opening_words, told.words),
        cosine(pool.vector(features.entities), told.vectors["entities"]),
        (features.published - told.features.published) / TOLD_WITHIN,
        float(finding.kind in FURTHER_DOWN),
        float(_is_in_title(finding)),
        float(first == day),
        float(first is not None and _is_day_before(first, day)),
    )


def may_be_retold(finding: Finding, features: Features, told: Member) -> bool:
    """Not what turns a thing or is yet to come, nor an answer, nor what a page has grown by."""
    is_answer = bool(voices := _voices_of(finding, features)) and voices.isdisjoint(_all_voices(told))
    return not is_answer and not _is_turn(finding, features.published.date()) and not _has_grown(features, told)


def _voices_of(finding: Finding, features: Features) -> frozenset[str]:
    if finding.heard is not None:
        return frozenset((finding.heard.speaker,))
    return frozenset(speaker for sentence in features.opening for speaker in sentence.speakers)


def _all_voices(member: Member) -> frozenset[str]:
    return frozenset(speaker for sentence in member.features.sentences for speaker in sentence.speakers)


def _has_grown(features: Features, told: Member) -> bool:
    old = told.features.shingles
    return 2 * len(old & features.shingles) > len(old)


def _is_turn(finding: Finding, day: date) -> bool:
    """A denial, a refusal, a cancellation, another day or number, a plan with a day that nobody had told."""
    claim, change = finding.claim, finding.change
    if claim is None or change is None or finding.kind != "event":
        return False
    is_ahead = claim.first is not None and claim.first > day
    return is_ahead or claim.family == "refusal" or change.slot not in RETELLABLE or change.now in TURNED_BACK


def _is_just_told(member: Member, features: Features) -> bool:
    age = features.published - member.features.published
    return member.development_id is not None and timedelta() <= age <= TOLD_WITHIN


def _is_in_title(finding: Finding) -> bool:
    if finding.claim is not None:
        return finding.claim.prominence == TITLE
    return finding.heard is not None and finding.heard.sentence.is_title


def _is_day_before(first: date, day: date) -> bool:
    return day - first == timedelta(days=1)


@cache
def load_weights(path: Path = WEIGHTS_FILE) -> Weights:
    stored = json.loads(path.read_text(encoding="utf-8"))
    return Weights(stored["bias"], tuple(stored["weights"][name] for name in VALUES))


def dump_weights(weights: Weights) -> str:
    named = {name: round(value, 3) for name, value in zip(VALUES, weights.values, strict=True)}
    return json.dumps({"bias": round(weights.bias, 3), "weights": named}, ensure_ascii=False, indent=1) + "\n"
