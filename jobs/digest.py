"""digest: read → relate → summarise → enqueue. Every article that waits gets its reading, then its verdict."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from time import monotonic

import structlog

from jobs.store_thread import StoreThread
from jobs.workers import Workers, WorkFailed
from talks.errors import CRASHES
from talks.news.newsroom import Newsroom
from talks.store.articles import number_unread, save_readings, unjudged_articles, unread_articles
from talks.store.connection import Store
from talks.store.developments import judged_after, judged_twins, record_verdict
from talks.store.story_moves import moves_after, record_moves
from talks.types import Article, Reading, Relevance, StoryMove, Verdict

log = structlog.get_logger()

BATCH = 20
LONG_BACKLOG = 100
"""Articles: of more, the log tells how their reading goes on."""
READ_SECONDS = 60.0
UNREADABLE = Reading(relevance=Relevance(0.0, "off"))
"""What is stored for a text that brought its reader down, so that the line goes on."""

UNJUDGED = "No se avisó: un fallo del programa impidió compararlo con lo anterior."


@dataclass(frozen=True, slots=True)
class DigestRoom:
    """What a round of digesting needs; `newsroom` is touched in the writing thread only."""

    read: StoreThread
    write: StoreThread
    workers: Workers
    newsroom: Newsroom
    max_age: timedelta | None
    """Older articles never alert; None for no limit."""
    now: Callable[[], datetime]
    model: str = ""


@dataclass(frozen=True, slots=True)
class DigestReport:
    read: int = 0
    judged: int = 0
    alerts: int = 0

    def __str__(self) -> str:
        return f"digest: {self.read} read, {self.judged} judged, {self.alerts} alerts"


class Backlog:
    """Says in the log how a long first load goes on: how much, how fast, how long still."""

    def __init__(self, total: int, *, every: float = 10.0, clock: Callable[[], float] = monotonic) -> None:
        """`every` is in seconds; a backlog of a few batches is not worth a line."""
        self._total, self._every, self._clock = total, every, clock
        self._begun = self._told = clock()

    def tell(self, read: int) -> None:
        now = self._clock()
        if self._total <= LONG_BACKLOG or now - self._told < self._every or now <= self._begun:
            return
        self._told = now
        rate = read / (now - self._begun)
        left = round(max(0, self._total - read) / rate) if rate else None
        log.info("reading what waited", read=read, of=self._total, per_second=round(rate, 1), seconds_left=left)


async def digest(room: DigestRoom, *, should_stop: Callable[[], bool] = lambda: False) -> DigestReport:
    """Read and judge until nothing waits, or a stop is asked for: what is not done waits for the next round."""
    read = 0
    backlog = Backlog(await room.read(number_unread))
    while not should_stop() and (waiting := await room.read(unread_articles, limit=BATCH)):
        await room.write(save_readings, await readings_of(room, waiting))
        read += len(waiting)
        backlog.tell(read)
    judged = alerts = 0
    while not should_stop():
        done = await room.write(judge_batch, room.newsroom, now=room.now(), max_age=room.max_age)
        if not done:
            break
        judged += len(done)
        alerts += sum(is_alert for _, is_alert in done)
    report = DigestReport(read, judged, alerts)
    log.info(str(report))
    return report


async def readings_of(room: DigestRoom, articles: Sequence[Article]) -> list[tuple[Article, Reading]]:
    """The batch in one process; when it is killed, one by one, so that a single text is lost and not twenty."""
    try:
        readings = await room.workers(read_articles, list(articles), room.model, seconds=READ_SECONDS)
        return list(zip(articles, readings, strict=True))
    except WorkFailed:
        return [(article, await _reading(room, article)) for article in articles]


async def _reading(room: DigestRoom, article: Article) -> Reading:
    try:
        return (await room.workers(read_articles, [article], room.model, seconds=READ_SECONDS))[0]
    except WorkFailed as error:
        log.warning("article could not be read", article=article.id, error=str(error))
        return UNREADABLE


def read_articles(articles: list[Article], model: str) -> list[Reading]:
    """Runs in a worker process; the reader is loaded there once, and nowhere else: it brings spaCy along."""
    from talks.reading.reader import load_reader

    return list(load_reader(model=model).read_many(articles))


def judge_batch(
    store: Store, newsroom: Newsroom, *, now: datetime, max_age: timedelta | None
) -> list[tuple[Verdict, bool]]:
    """Judge what waits; for each verdict, whether subscribers are told.

    Each article is related and recorded under the write lock, so that two processes never decide on the same ground.
    """
    return [
        judge(store, newsroom, article, reading, now=now, max_age=max_age)
        for article, reading in unjudged_articles(store, limit=BATCH)
    ]


def judge(
    store: Store, newsroom: Newsroom, article: Article, reading: Reading, *, now: datetime, max_age: timedelta | None
) -> tuple[Verdict, bool]:
    """What takes long, the live weeks at the start and the likelihoods of a day, is done before the lock is taken."""
    _catch_up(store, newsroom, now)
    _moves_due(newsroom, reading, now)
    with store.writing():
        _catch_up(store, newsroom, now)
        moves = _moves_due(newsroom, reading, now)
        verdict = _relate(store, newsroom, article, reading)
        veto = why_silent(article, verdict, now=now, max_age=max_age)
        is_alert = verdict.development is not None and veto is None
        if veto is not None:
            verdict = replace(verdict, reason=f"{verdict.reason} {veto}")
        record_verdict(store, verdict, now=now, is_alert=is_alert)
        record_moves(store, moves, now=now)
    return verdict, is_alert


def _catch_up(store: Store, newsroom: Newsroom, now: datetime) -> None:
    newsroom.open_day(now)
    newsroom.take_moves(moves_after(store, newsroom.last_move_id))
    newsroom.add(judged_after(store, newsroom.last_id, since=newsroom.live_since(now)))


def _moves_due(newsroom: Newsroom, reading: Reading, now: datetime) -> tuple[StoryMove, ...]:
    """With the first article on the talks in an hour. Its own verdict is settled with those of the next."""
    if not reading.relevance.is_central:
        return ()
    try:
        return newsroom.moves_due(now)
    except CRASHES as error:
        log.error("stories could not be compared", exc_info=error)
        return ()


def _relate(store: Store, newsroom: Newsroom, article: Article, reading: Reading) -> Verdict:
    """An article that brings the newsroom down is logged and passed over: the line must not stop at it for ever."""
    try:
        return newsroom.relate(article, reading, twins=partial(judged_twins, store))
    except CRASHES as error:
        log.error("article could not be judged", article=article.id, exc_info=error)
        return Verdict(article.id, None, "background", UNJUDGED)


def why_silent(article: Article, verdict: Verdict, *, now: datetime, max_age: timedelta | None) -> str | None:
    """The reason why a development is not told to anybody, or None when it is."""
    if verdict.development is None:
        return None
    if article.is_history:
        return "No se avisó: ya estaba publicado cuando se empezó a seguir esta fuente."
    if max_age is not None and now - article.published > max_age:
        return f"No se avisó: se publicó hace más de {max_age.total_seconds() / 3600:g} horas."
    return None
