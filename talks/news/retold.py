"""A second look at what seems new: whether it is what was told in the last days, in other words.

What cannot be a retelling is told by rule (`may_be_retold`). Of the rest a small linear model (logistic regression)
says how likely it is one, by how near the article is to the nearest alert and by where it tells its news; its weights
are made by `python -m jobs.fit_retold`.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from talks.news.claims import FIRST, TITLE, Claim
from talks.news.entries import TURNED_BACK
from talks.news.features import Features
from talks.news.ledger import Change
from talks.news.pool import Member, Pool, cosine
from talks.news.statements import side_of
from talks.news.verdicts import Finding
from talks.news.weighing import Weights, load_weights

WEIGHTS_FILE = Path(__file__).parent / "retold_weights.json"
VALUES = ("body", "opening", "names", "hours", "further down", "in the title", "of today", "of yesterday")
TOLD_WITHIN = timedelta(hours=48)
RETOLD = 0.6
"""Likelihood, above one half: an alert too many is cheaper than a lost one."""
SURELY_RETOLD = 0.7
"""Of a refusal, an agreement or the end of a meeting, which turn a thing and are told again all the same."""
RETELLABLE = frozenset(("event", "status"))
FURTHER_DOWN = frozenset(("detail", "text"))
COME_ABOUT = frozenset(("held", "in_progress", "failed"))
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Nearest:
    """The alert of these days whose article has most of another's words, and how alike the two are."""

    member: Member
    body: float


@dataclass(frozen=True, slots=True)
class Retold:
    """The article whose alert told this already, and how likely that is."""

    member: Member
    likelihood: float


SecondLook = Callable[[Finding, Features, Pool], Retold | None]


def told_before(finding: Finding, features: Features, pool: Pool) -> Retold | None:
    """None when it is news."""
    nearest = nearest_told(features, pool)
    if nearest is None or not may_be_retold(finding, features, nearest.member):
        return None
    likelihood = sigmoid(own_weights().score(compare(finding, features, nearest, pool)))
    least = SURELY_RETOLD if _is_turn_of(finding) else RETOLD
    return Retold(nearest.member, likelihood) if likelihood >= least else None


def sigmoid(log_odds: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, log_odds))))


def nearest_told(features: Features, pool: Pool) -> Nearest | None:
    vector = pool.vectors(features)["body"]
    told = [member for member in pool.with_shared_words(features) if _is_just_told(member, features)]
    alike = [(cosine(vector, member.vectors["body"]), -member.order, member) for member in told]
    best = max(alike, default=None)
    return Nearest(best[2], best[0]) if best is not None else None


def compare(finding: Finding, features: Features, nearest: Nearest, pool: Pool) -> tuple[float, ...]:
    """See `VALUES`; each from 0 to 1."""
    told, day = nearest.member, features.published.date()
    first = finding.claim.first if finding.claim is not None else None
    return (
        nearest.body,
        1 - pool.unseen(features.opening_words, told.words),
        cosine(pool.vectors(features)["entities"], told.vectors["entities"]),
        (features.published - told.features.published) / TOLD_WITHIN,
        float(finding.kind in FURTHER_DOWN),
        float(_is_in_title(finding)),
        float(first == day),
        float(first is not None and day - first == ONE_DAY),
    )


def may_be_retold(finding: Finding, features: Features, told: Member) -> bool:
    """Not what turns a thing or came after the alert, nor an answer, nor what a page has grown by."""
    voices = _voices_of(finding, features)
    is_answer = (bool(voices) and voices.isdisjoint(_all_voices(told))) or _is_answered_in_title(
        finding, features, told
    )
    claim = finding.claim
    is_turn = _is_turn_of(finding) and not _may_be_told_again(finding)
    is_other = claim is not None and (_came_after(claim, told.features.published.date()) or _is_of_others(claim, told))
    return not (is_answer or is_turn or is_other or _has_grown(features, told))


def _is_turn_of(finding: Finding) -> bool:
    claim, change = finding.claim, finding.change
    return claim is not None and change is not None and _is_turn(claim, change, is_first=finding.kind == "event")


def _may_be_told_again(finding: Finding) -> bool:
    claim, change = finding.claim, finding.change
    if claim is None or change is None or claim.status in TURNED_BACK | {"planned"}:
        return False
    is_come_about = claim.family == "agreement" and change.slot == "status"
    return change.slot == "outcome" or is_come_about or (claim.family == "refusal" and change.slot in RETELLABLE)


def _voices_of(finding: Finding, features: Features) -> frozenset[str]:
    if finding.heard is not None:
        return frozenset((finding.heard.speaker,))
    return frozenset(speaker for sentence in features.opening for speaker in sentence.speakers)


def _is_answered_in_title(finding: Finding, features: Features, told: Member) -> bool:
    """A side speaks in the title of which the alert, whoever is quoted at the foot of its article, had no word."""
    heard = finding.heard
    if heard is None or heard.speaker not in features.title_speakers or not side_of(heard.speaker):
        return False
    return side_of(heard.speaker) not in {side_of(voice) for voice in voices_shown(told)}


def voices_shown(member: Member) -> frozenset[str]:
    """In the opening, which the message tells, and of whose words or quotation it is."""
    speakers = frozenset(speaker for sentence in member.features.opening for speaker in sentence.speakers)
    development = member.development
    if development is None:
        return speakers
    quoted = (development.quote.speaker,) if development.quote is not None else ()
    saying = development.actors if development.type == "statement" else ()
    return speakers.union(quoted, saying)


def _all_voices(member: Member) -> frozenset[str]:
    return frozenset(speaker for sentence in member.features.sentences for speaker in sentence.speakers)


def _is_turn(claim: Claim, change: Change, *, is_first: bool) -> bool:
    """A denial, a cancellation, another day or number; in title or first sentence also a refusal and a plan."""
    if claim.status in TURNED_BACK or change.slot not in RETELLABLE:
        return True
    has_come_about = change.before == "planned" and claim.status in COME_ABOUT and claim.prominence == TITLE
    is_agreed = claim.family == "agreement" and claim.status == "held" and claim.prominence == TITLE
    return is_first and (claim.family == "refusal" or claim.status == "planned" or is_agreed or has_come_about)


def _came_after(claim: Claim, told_on: date) -> bool:
    """The alert was sent before the day of the event: it can have told the plan only."""
    return claim.first is not None and claim.first > told_on


def _is_of_others(claim: Claim, told: Member) -> bool:
    """Two meet or call each other who do not in the article of the alert."""
    pair = claim.parties.people
    is_meeting = claim.family == "encounter" and claim.prominence >= FIRST and len(pair) > 1
    return is_meeting and not any(pair <= other.parties.people for other in told.features.claims)


def _has_grown(features: Features, told: Member) -> bool:
    old = told.features.shingles
    return 2 * len(old & features.shingles) > len(old)


def _is_just_told(member: Member, features: Features) -> bool:
    age = features.published - member.features.published
    was_told = member.development_id is not None and not member.is_history
    return was_told and timedelta() <= age <= TOLD_WITHIN


def _is_in_title(finding: Finding) -> bool:
    if finding.claim is not None:
        return finding.claim.prominence == TITLE
    return finding.heard is not None and finding.heard.sentence.is_title


@cache
def own_weights() -> Weights:
    return load_weights(WEIGHTS_FILE, VALUES)
