"""Whether an article adds something to what is known: a pure decision that gives its reason.

An event in title or first sentence that the ledger does not know, or knows otherwise, is new. Without one, a statement
of the opening is new when most of its words are new from its speaker. Anything else repeats what was told.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from talks.news.claims import FIRST, TITLE, Claim
from talks.news.entries import Entry, is_surely_same
from talks.news.features import Features
from talks.news.genres import Manner
from talks.news.ledger import Change, Ledger
from talks.news.pool import Pool
from talks.news.statements import Heard, Statements

Kind = Literal["event", "statement", "detail", "text", "nothing"]

NEW_WORDS = 0.15
"""Of the opening, by weight: with fewer unseen words even an event unheard of is a matter of reading."""
NEW_STATEMENT = 0.8
NEW_DETAIL = 0.45
NEW_TEXT = 0.5
"""Where reading has found neither event nor statement, and the text says that it is of today."""
NEW_AGAIN = 0.6
"""Of the opening, where it says itself that it was said before."""
JUST_NOW = timedelta(days=1)
SOON = timedelta(days=14)
"""Further down, what is planned for later than that is a prospect that the text argues with."""
WEAK_FAMILIES = frozenset(("other",))
TITLE_ONLY = frozenset(("proposal", "truce"))
"""Events that texts argue about more than they tell: only in a title they are the news."""
AHEAD = frozenset(("planned", "possible"))
SETTLED = frozenset(("encounter", "exchange", "agreement", "truce", "sanctions", "appointment", "proposal"))
DETAIL_SLOTS = frozenset(("event", "status"))


@dataclass(frozen=True, slots=True)
class Finding:
    """What an article adds, the claim or statement that says so, and the numbers behind it."""

    kind: Kind
    unseen: float
    claim: Claim | None = None
    change: Change | None = None
    heard: Heard | None = None
    has_same_words: bool = False
    """It begins with words between marks that were told before."""
    is_retold: bool = False
    """What seemed new was told in the last days in other words."""

    @property
    def known(self) -> Entry | None:
        """The event that it surely changes: a new status alone may be that of another one."""
        entry = self.change.entry if self.change is not None else None
        if entry is None or self.claim is None or self.change is None:
            return None
        is_sure = self.change.slot != "status" or is_surely_same(entry, self.claim)
        return entry if is_sure else None

    @property
    def is_looking_back(self) -> bool:
        """Other words for what is known: a background piece, not a repetition."""
        return self.kind == "nothing" and self.unseen >= NEW_DETAIL and not self.has_same_words and not self.is_retold


@dataclass(frozen=True, slots=True)
class Known:
    """What is known: the pool of articles, the ledger of events, the statements heard."""

    pool: Pool
    ledger: Ledger
    statements: Statements


def find_news(features: Features, known: Known, nearest: frozenset[str], *, manner: Manner = "plain") -> Finding:
    """`nearest` are the words of the articles that are nearest to this one.

    A piece beside the news only tells some with an event of these days in its opening.
    """
    day = features.published.date()
    unseen = known.pool.unseen(features.opening_words, nearest)
    changes = [(claim, change) for claim in features.events if (change := known.ledger.change(claim, day))]
    if known.pool.has_same_words(features) and not any(_is_timely(claim, day) for claim, _ in changes):
        return Finding("nothing", unseen, has_same_words=True)
    changes = [pair for pair in changes if _counts(*pair, manner, unseen, day)]
    for claim, change in sorted(changes, key=lambda pair: -pair[0].prominence):
        has_new_words = unseen >= NEW_WORDS or _is_new_whatever_the_words(claim, change, day)
        is_telling = _is_telling(claim, change, day) and has_new_words
        if is_telling and (manner != "beside" or _is_dated_news(claim, day)):
            return Finding("event", unseen, claim, change)
    if manner == "beside":
        return Finding("nothing", unseen)
    statements = _by_weight(known.statements.heard(features, known.pool))
    for heard in statements:
        if heard.unseen >= NEW_STATEMENT and unseen >= _least_unseen(heard, features, known, day, manner):
            return Finding("statement", unseen, heard=heard)
    for claim, change in changes:
        if unseen >= NEW_DETAIL and _is_fresh_detail(claim, change, day):
            return Finding("detail", unseen, claim, change)
    is_said = any(sentence.speakers for sentence in features.opening)
    if not is_said and unseen >= NEW_TEXT and features.is_of_today and not features.events:
        return Finding("text", unseen)
    return Finding("nothing", unseen, heard=next(iter(statements), None))


def _by_weight(statements: Sequence[Heard]) -> list[Heard]:
    """Who speaks in the title first, then who is known, then the newest words: an aside of «fuentes» is none."""
    titled = {each.speaker for each in statements if each.sentence.is_title}
    return sorted(statements, key=lambda each: (each.speaker not in titled, not each.is_known, -each.unseen))


def _is_timely(claim: Claim, day: date) -> bool:
    """Title or first sentence tell of this day or of one to come: news, whatever is quoted under it."""
    return claim.prominence >= FIRST and claim.family in SETTLED and claim.first is not None and claim.first >= day


def _counts(claim: Claim, change: Change, manner: Manner, unseen: float, day: date) -> bool:
    """Who confirms a meeting does not join it; who says something again adds an event by changing or announcing one."""
    if manner == "confirming":
        return change.slot != "participants"
    if manner != "again" or unseen >= NEW_AGAIN or change.entry is not None:
        return True
    is_told_by_the_outlet = claim.event.said_by is None and _is_of_these_days(claim, day)
    return is_told_by_the_outlet or (claim.first is not None and claim.first > day)


def _is_telling(claim: Claim, change: Change, day: date) -> bool:
    """An event of the title or the first sentence; a possible agreement is none, nor a plan whose day has passed."""
    if _is_plan_of_the_past(claim, day):
        return False
    least = TITLE if claim.family in TITLE_ONLY and not _falls_due(claim, change, day) else FIRST
    is_vague = claim.family == "agreement" and claim.status == "possible"
    is_known = claim.is_substantial or (claim.prominence == TITLE and _is_of_a_plan(claim, change))
    return claim.prominence >= least and claim.family not in WEAK_FAMILIES and is_known and not is_vague


def _is_of_a_plan(claim: Claim, change: Change) -> bool:
    """A plan gets another day, or comes about where it was to be: «Cumbre de Alaska: terminan sin acuerdo»."""
    if change.slot == "date":
        return change.before != ""
    is_there = change.entry is not None and claim.place is not None and claim.place == change.entry.place
    return is_there and change.slot == "status" and change.before in AHEAD


def _is_new_whatever_the_words(claim: Claim, change: Change, day: date) -> bool:
    """A title dates an event today or later, or tells that a plan has come about or how: few words are new then."""
    if claim.prominence < TITLE or claim.family not in SETTLED:
        return False
    if change.entry is None or change.slot in ("date", "place"):
        return claim.first is not None and claim.first >= day
    return change.slot == "outcome" or (change.slot == "status" and change.before in AHEAD)


def _falls_due(claim: Claim, change: Change, day: date) -> bool:
    """What was planned for these days takes place: a truce enters into force."""
    entry = change.entry
    if entry is None or entry.first is None or change.slot != "status" or claim.status in AHEAD:
        return False
    return entry.told < day and abs(day - entry.first) <= JUST_NOW


def _least_unseen(heard: Heard, features: Features, known: Known, day: date, manner: Manner) -> float:
    """The opening must be new too when its speaker is nobody we know, confirms what was told or says it again."""
    if manner == "again":
        return NEW_AGAIN
    is_confirming = manner == "confirming" or _only_confirms(heard, features, known, day)
    is_confirming = is_confirming or _opens_with_what_was_told(features, known, day)
    return NEW_WORDS if heard.is_known and not is_confirming else NEW_DETAIL


def _only_confirms(heard: Heard, features: Features, known: Known, day: date) -> bool:
    """What the opening reports of the speaker is an event that the ledger has, as it has it."""
    span = heard.sentence.span
    reported = [
        claim
        for claim in features.events
        if span.start <= claim.event.start < span.end and claim.event.said_by == heard.speaker
    ]
    is_in_opening = heard.sentence in features.opening
    return is_in_opening and bool(reported) and all(known.ledger.change(claim, day) is None for claim in reported)


def _opens_with_what_was_told(features: Features, known: Known, day: date) -> bool:
    """Title and first sentence tell events that the ledger has as they are: the words beside them belong to those."""
    opening = [claim for claim in features.events if claim.prominence >= FIRST and claim.family in SETTLED]
    return bool(opening) and all(known.ledger.change(claim, day) is None for claim in opening)


def _is_fresh_detail(claim: Claim, change: Change, day: date) -> bool:
    """Further down, an event counts when it is of these days or turns what was known."""
    if _is_plan_of_the_past(claim, day):
        return False
    if claim.family in WEAK_FAMILIES | TITLE_ONLY or change.slot not in DETAIL_SLOTS:
        return False
    if change.entry is None and not claim.is_substantial:
        return False
    if change.slot == "status" and change.entry is not None and not is_surely_same(change.entry, claim):
        return False
    is_near = claim.first is None or claim.first <= day + SOON
    return is_near and (change.slot == "status" or _is_of_these_days(claim, day))


def _is_plan_of_the_past(claim: Claim, day: date) -> bool:
    return claim.status in AHEAD and claim.last is not None and claim.last < day


def _is_dated_news(claim: Claim, day: date) -> bool:
    """In other than plain news «espera que haya una ronda», said today, is no plan: a plan has a day to come."""
    if claim.status in AHEAD:
        return claim.first is not None and claim.first > day
    return _is_of_these_days(claim, day)


def _is_of_these_days(claim: Claim, day: date) -> bool:
    return claim.first is not None and claim.first >= day - JUST_NOW
