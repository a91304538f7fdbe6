"""take in: an archive of old articles, stored as history and judged by its own clock; it alerts nobody.

First every line is stored, which is quick; then all that waits is read and judged in the order of publication. Each
bite is one transaction, so that a stop or a crash loses nothing and the next run goes on where it was.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby, islice

import structlog

from jobs.digest import BATCH, DigestRoom, judge
from jobs.reread import AT_ONCE, Advance, read_side_by_side
from jobs.store_thread import StoreThread
from talks.news.newsroom import Newsroom
from talks.store.articles import PollResult, save_readings
from talks.store.connection import Store
from talks.store.rereading import articles_by_id, release_archived, save_archive
from talks.store.sources import add_source
from talks.types import Article, ArticleIntent, Reading

log = structlog.get_logger()

LINES_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class TakeInReport:
    new: int = 0
    judged: int = 0
    developments: int = 0

    def __str__(self) -> str:
        return f"import: {self.new} new, {self.judged} judged, {self.developments} developments"


async def store_archive(
    write: StoreThread, lines: Iterable[tuple[Article, int]], *, now: datetime, advance: Advance = lambda _bytes: None
) -> int:
    """Articles with the bytes that each took, as `read_lines` gives them; how many were not known."""
    stream, new = iter(lines), 0
    while bite := list(islice(stream, LINES_AT_ONCE)):
        new += await write(_store_bite, [article for article, _ in bite], now)
        advance(sum(size for _, size in bite))
    return new


def _store_bite(store: Store, articles: Sequence[Article], now: datetime) -> int:
    with store.writing():
        ordered = sorted(articles, key=lambda article: article.outlet)
        return sum(
            _store_outlet(store, outlet, list(group), now)
            for outlet, group in groupby(ordered, lambda each: each.outlet)
        )


def _store_outlet(store: Store, outlet: str, articles: list[Article], now: datetime) -> int:
    source = add_source(store, url=f"archive:{outlet}", title=outlet, kind="seeds")
    intents = tuple(_intent(article) for article in articles)
    return save_archive(store, PollResult(source.id, intents, checked_at=now, next_check_at=now))


def _intent(article: Article) -> ArticleIntent:
    return ArticleIntent(
        key=article.id,
        url=article.url,
        outlet=article.outlet,
        title=article.title,
        text=article.text,
        published=article.published,
        published_by="header",
        is_history=True,
    )


async def judge_archive(
    room: DigestRoom, ids: Sequence[int], *, advance: Advance = lambda _number: None
) -> TakeInReport:
    """Read and judge what waits, oldest first; `room.newsroom` must be a new one: its clock is that of the articles."""
    report = TakeInReport()
    for start in range(0, len(ids), BATCH * AT_ONCE):
        articles = await room.read(articles_by_id, ids[start : start + BATCH * AT_ONCE])
        pairs = await read_side_by_side(room, articles)
        told = await room.write(_judge_bite, room.newsroom, pairs)
        report = TakeInReport(0, report.judged + len(pairs), report.developments + told)
        advance(len(pairs))
    log.info(str(report))
    return report


def _judge_bite(store: Store, newsroom: Newsroom, pairs: Sequence[tuple[Article, Reading]]) -> int:
    """How many were developments."""
    with store.writing():
        release_archived(store, [int(article.id) for article, _ in pairs])
        save_readings(store, pairs)
        verdicts = [
            judge(store, newsroom, article, reading, now=article.published, max_age=None)[0]
            for article, reading in pairs
        ]
    return sum(verdict.development is not None for verdict in verdicts)
