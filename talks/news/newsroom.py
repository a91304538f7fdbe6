"""The newsroom: relates each article to what is known and gives a verdict with its reason.

It holds nothing that the store does not: the live pool is rebuilt from the verdicts, in their order, so that a restart
decides the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from math import isfinite

from talks.news.copies import find_copy, is_copy, tells_otherwise
from talks.news.development import compose, facts_of
from talks.news.earlier import went_before
from talks.news.features import Features, features_of
from talks.news.genres import corrects, manner_of
from talks.news.ledger import Ledger
from talks.news.likeness import chief_themes
from talks.news.pool import Member, Pool, sketch
from talks.news.reasons import copied, nothing_new, off_topic, too_soon, what_is_new
from talks.news.retold import Retold, SecondLook, told_before, voices_shown
from talks.news.statements import Statements, side_of
from talks.news.stories import StoryMatch, find_moves, find_story
from talks.news.verdicts import Finding, Known, find_news
from talks.news.wires import wire_of
from talks.types import Article, DevelopmentIntent, Judged, Reading, StoryMove, Verdict

LIVE_DAYS = 21
"""Older articles leave the pool."""
TOLD_WINDOW = timedelta(days=14)
TELLS_AGAIN = 0.5
"""An article that has so much of a development's opening tells it again."""
NEAREST = 6
OTHER_NEWS = 0.65
"""Of the opening: an article that has not so much of it is not near, however few there are."""
QUIET = timedelta(hours=4)
"""After an alert, mere words on the same matter wait so long: they are added to it without a sound."""
SAME_MATTER = 0.15
"""Share of the opening that the article of the alert has too; with less it is another matter, whatever the story."""
ANSWERED = frozenset(("statement", "proposal", "rejection"))
"""Types of developments that are words themselves."""

Twins = Callable[[Sequence[int]], Iterable[Judged]]


def no_twins(_sketch: Sequence[int]) -> tuple[Judged, ...]:
    return ()


class Newsroom:
    """`last_id` is the newest verdict that it has seen; `second_look` says of what seems new when it was told."""

    def __init__(self, *, second_look: SecondLook = told_before) -> None:
        self._second_look = second_look
        self.last_id = 0
        self.last_move_id = 0
        self._today = date.min
        self._decided_at = datetime.min.replace(tzinfo=UTC)
        self._forget_all()

    def _forget_all(self) -> None:
        self._known = Known(Pool(), Ledger(), Statements())

    def live_since(self, now: datetime) -> datetime:
        """The beginning of the day from which on articles are live."""
        return datetime.combine(now.date() - timedelta(days=LIVE_DAYS), time.min, UTC)

    def open_day(self, now: datetime) -> None:
        """Once a day, drop what is no longer live and weigh words anew: the ground of all that day's verdicts."""
        if now.date() <= self._today:
            return
        self._today = now.date()
        since = self.live_since(now)
        kept = [member for member in self._known.pool.members if member.features.published >= since]
        self._forget_all()
        for member in kept:
            self._enter(member)
        self._known.pool.weigh()

    def take_moves(self, moves: Iterable[tuple[int, StoryMove]]) -> None:
        """Articles that are known to be of other stories, with the ids of that, oldest first."""
        story_of = {}
        for number, move in moves:
            self.last_move_id = max(self.last_move_id, number)
            story_of[move.article_id] = move.story_id
        if story_of:
            self._known.pool.move(story_of)

    def moves_due(self, now: datetime) -> tuple[StoryMove, ...]:
        """Once an hour, with its first verdict: the articles that turned out to be of another story.

        `take_moves` takes them there, once they are stored.
        """
        is_new_hour = _hour(now) > _hour(self._decided_at)
        return find_moves(self._known.pool, today=self._today) if is_new_hour else ()

    def add(self, judged: Iterable[Judged]) -> None:
        """Take in verdicts, oldest first."""
        is_of_before = False
        for each in judged:
            self.last_id = max(self.last_id, each.verdict_id)
            self._decided_at = max(self._decided_at, each.decided_at)
            self._enter(member_of(each))
            is_of_before |= each.decided_at.date() < self._today
        if is_of_before:
            self._known.pool.weigh()

    def _enter(self, member: Member) -> None:
        features = member.features
        self._known.pool.add(member, today=self._today)
        self._known.statements.add(features)
        day = features.published.date()
        member.entries = self._known.ledger.add(
            features.events, day, development_id=member.development_id, development=member.development
        )

    def relate(self, article: Article, reading: Reading, *, twins: Twins = no_twins) -> Verdict:
        """What the article adds. Pure but for reading what is known: asking twice gives the same.

        `twins` finds, by a sketch, old articles that may be the same text and are no longer live.
        """
        if not reading.relevance.is_central:
            return Verdict(article.id, None, "offtopic", off_topic(reading.relevance))
        features = features_of(article, reading)
        verdict = self._of_copy(article, features, twins) or self._judge(article, reading, features)
        return replace(verdict, wire=wire_of(article), sketch=tuple(sketch(features.shingles)))

    def _of_copy(self, article: Article, features: Features, twins: Twins) -> Verdict | None:
        if corrects(article):
            return None
        copy = find_copy(features, self._known.pool)
        if copy is not None:
            reason = copied(copy.outlet)
            return Verdict(
                article.id, copy.story_id, "repeat", reason, corroborates=copy.tells, duplicate_of=copy.article_id
            )
        for old in twins(sketch(features.shingles)):
            original = features_of(old.article, old.reading)
            if is_copy(features, original) and not tells_otherwise(features, original):
                reason = copied(old.article.outlet)
                return Verdict(article.id, old.story_id, "repeat", reason, duplicate_of=old.article.id)
        return None

    def _judge(self, article: Article, reading: Reading, features: Features) -> Verdict:
        match = find_story(features, themes=chief_themes(reading.themes), pool=self._known.pool)
        story = self._known.pool.story(match.story_id) if match.story_id else []
        nearest = self._nearest_words(features)
        finding = find_news(features, self._known, nearest, manner=manner_of(article, reading))
        retold = self._second_look(finding, features, self._known.pool) if finding.kind != "nothing" else None
        if retold is not None:
            finding = replace(finding, kind="nothing", is_retold=True)
        last = self._just_told(features, story) if finding.kind == "statement" else None
        if last is not None and _answers(finding, features, told_lately(story, features.published)):
            last = None
        verdict = Verdict(
            article.id,
            match.story_id or f"s{article.id}",
            "background" if finding.is_looking_back else "repeat",
            nothing_new(finding),
            facts_of(reading),
            corroborates=self._told_again(features, finding, last or (retold.member if retold else None)),
            numbers=_numbers(match, finding, retold),
        )
        if finding.kind == "nothing":
            return verdict
        if last is not None:
            return replace(verdict, novelty="update", reason=too_soon(finding))
        before = went_before(features, finding, story, self._known.pool)
        return _with_development(verdict, article, reading, finding, before)

    def _just_told(self, features: Features, story: Sequence[Member]) -> Member | None:
        """The alert of these hours to which a statement is added: on the same story, and on the same matter."""
        last = next(reversed(told_lately(story, features.published)), None)
        return last if last is not None and self._is_on(last, features) else None

    def _is_on(self, told: Member, features: Features) -> bool:
        """Whether the article tells an event of the other, or shares words of its opening with it."""
        day = features.published.date()
        if not self._known.ledger.told_by(features.events, day).isdisjoint(told.entries):
            return True
        return 1 - self._known.pool.unseen(features.opening_words, told.words) >= SAME_MATTER

    def _nearest_words(self, features: Features) -> frozenset[str]:
        """The words of the few articles that have most of this one's opening; what has little of it told other news."""
        pool = self._known.pool
        candidates = [each for each in pool.with_shared_words(features) if _is_recent(each, features)]
        ranked = sorted((pool.unseen(features.opening_words, each.words), each.order, each) for each in candidates)
        near = [member for unseen, _, member in ranked[:NEAREST] if unseen <= OTHER_NEWS]
        return frozenset(word for member in near for word in member.words)

    def _told_again(self, features: Features, finding: Finding, added_to: Member | None) -> tuple[int, ...]:
        """Developments whose event the article tells again, or whose opening is mostly in it."""
        again = {added_to.development_id} if added_to is not None else set()
        if finding.change is None:
            again |= self._same_events(features)
        words = {*features.title, *features.body}

        def tells(member: Member) -> bool:
            if member.development_id is None or not _is_recent(member, features):
                return False
            return 1 - self._known.pool.unseen(member.features.opening_words, words) >= TELLS_AGAIN

        again |= {each.development_id for each in self._known.pool.with_shared_words(features) if tells(each)}
        return tuple(sorted(each for each in again if each is not None))

    def _same_events(self, features: Features) -> set[int | None]:
        day = features.published.date()
        entries = [self._known.ledger.find(claim, day) for claim in features.events]
        return {entry.developments[-1] for entry in entries if entry is not None and entry.developments}


def _answers(finding: Finding, features: Features, told: Sequence[Member]) -> bool:
    """What a side says in its title, the first time since the others were told, is news at once: a denial, say."""
    heard = finding.heard
    are_words = all(each.development is not None and each.development.type in ANSWERED for each in told)
    if heard is None or heard.speaker not in features.title_speakers or not are_words:
        return False
    answered = {side_of(speaker) for each in told for speaker in voices_shown(each)} - {""}
    return bool(answered) and bool(side_of(heard.speaker)) and side_of(heard.speaker) not in answered


def _numbers(match: StoryMatch, finding: Finding, retold: Retold | None) -> dict[str, float]:
    """Those behind the verdict, for /porque and `replay --explain`."""
    numbers = {"story": match.score, "unseen": finding.unseen}
    if finding.heard is not None:
        numbers["statement"] = finding.heard.unseen
    if retold is not None:
        numbers["retold"] = retold.likelihood
    return {name: round(value, 3) for name, value in numbers.items() if isfinite(value)}


def _with_development(
    verdict: Verdict, article: Article, reading: Reading, finding: Finding, before: DevelopmentIntent | None
) -> Verdict:
    reason = what_is_new(finding)
    is_update = finding.known is not None
    return replace(
        verdict,
        novelty="update" if is_update else "new",
        reason=reason,
        development=compose(
            article, reading, story_id=str(verdict.story_id), finding=finding, before=before, reason=reason
        ),
    )


def member_of(judged: Judged) -> Member:
    features = features_of(judged.article, judged.reading)
    return Member(
        order=judged.verdict_id,
        article_id=judged.article.id,
        outlet=judged.article.outlet,
        decided_on=judged.decided_at.date(),
        story_id=judged.story_id,
        features=features,
        tells=judged.tells,
        development_id=judged.development_id,
        development=judged.development,
        is_history=judged.article.is_history,
        copy_of=judged.copy_of,
        themes=chief_themes(judged.reading.themes),
        words=frozenset(word for sentence in features.sentences for word in sentence.words),
    )


def told_lately(story: Sequence[Member], now: datetime) -> list[Member]:
    """The members of the story that subscribers were told of just now, oldest first."""
    return [m for m in story if m.development_id is not None and timedelta() <= now - m.features.published <= QUIET]


def _hour(instant: datetime) -> datetime:
    return instant.replace(minute=0, second=0, microsecond=0)


def _is_recent(member: Member, features: Features) -> bool:
    return features.published - member.features.published <= TOLD_WINDOW
