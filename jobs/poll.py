"""poll: fetch → parse → store. One round over the feeds that are due and over the folder of seed files."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, tzinfo
from pathlib import Path
from urllib.parse import urlsplit

import aiohttp
import structlog

from jobs.pages import read_pages, wants_page
from jobs.seed_folder import SETTLE_SECONDS, read_folder
from jobs.store_thread import StoreThread
from jobs.workers import Workers
from talks.errors import FetchError, SourceError
from talks.reading.publication import date_from_url
from talks.sources.feeds import parse_feed
from talks.sources.fetch import fetch
from talks.sources.fulltext import PageText
from talks.sources.seeds import HOME
from talks.sources.written_dates import as_instant
from talks.store.articles import PollResult, all_keys, known_keys, renamed_keys, save_poll
from talks.store.connection import Store
from talks.store.sources import SEEDS_URL, active_sources, add_source, due_sources, record_failure
from talks.types import ArticleIntent, DateOrigin, Fetched, ParsedEntry, ParsedFeed, Source

log = structlog.get_logger()

PARSE_SECONDS = 20.0
SOURCES_AT_ONCE = 8
LONGEST_INTERVAL = timedelta(hours=6)
"""Between two tries of a feed that fails."""
GONE_INTERVAL = timedelta(days=1)
"""Between two tries of a feed that says it was taken away for good."""
HALF_A_DAY = timedelta(hours=12)
LONGEST_CACHE = timedelta(hours=1)
"""A server's wish to be asked seldom is obeyed up to here: news would be old otherwise."""


@dataclass(frozen=True, slots=True)
class PollRoom:
    """What a round of polling needs."""

    read: StoreThread
    write: StoreThread
    workers: Workers
    session: aiohttp.ClientSession
    seeds: Path
    interval: timedelta
    infer_date: Callable[[str], date | None]
    is_worth_a_page: Callable[[str], bool]
    """Whether a teaser is close enough to the subject to ask the outlet for its page."""
    now: Callable[[], datetime]
    zone: tzinfo = HOME
    """Of times without a zone in seed files."""


@dataclass(frozen=True, slots=True)
class PollReport:
    new: int = 0
    known: int = 0
    failed: int = 0

    def __add__(self, other: PollReport) -> PollReport:
        return PollReport(self.new + other.new, self.known + other.known, self.failed + other.failed)

    def __str__(self) -> str:
        return f"poll: {self.new} new, {self.known} known, {self.failed} failed"


async def poll(room: PollRoom, *, is_forced: bool = False) -> PollReport:
    """Poll the due feeds (all of them when forced) and the seed folder."""
    sources = await (room.read(active_sources) if is_forced else room.read(due_sources, now=room.now()))
    gate = asyncio.Semaphore(SOURCES_AT_ONCE)

    async def poll_in_turn(source: Source) -> PollReport:
        async with gate:
            return await poll_source(room, source)

    outcomes = await asyncio.gather(*map(poll_in_turn, sources), return_exceptions=True)
    report = await poll_seeds(room, settle_seconds=0 if is_forced else SETTLE_SECONDS)
    for outcome in outcomes:
        if isinstance(outcome, BaseException):
            raise outcome
        report += outcome
    log.info(str(report))
    return report


async def poll_source(room: PollRoom, source: Source) -> PollReport:
    """One feed; a failure is stored and logged, and costs nothing else."""
    try:
        return await _poll_feed(room, source)
    except SourceError as error:
        await _record_failure(room, source, error)
        return PollReport(failed=1)


async def _poll_feed(room: PollRoom, source: Source) -> PollReport:
    fetched = await fetch(room.session, source.url, etag=source.etag, last_modified=source.last_modified)
    if fetched.status == 304:
        await room.write(save_poll, _unchanged(source, fetched, room))
        return PollReport()
    feed = await room.workers(
        parse_feed_bytes, fetched.body, fetched.final_url, fetched.content_type, seconds=PARSE_SECONDS
    )
    fresh = await room.read(_fresh, source.id, feed.entries)
    wanted = [each for each in fresh if wants_page(each) and room.is_worth_a_page(f"{each.title} {each.text}")]
    pages = await read_pages(wanted, session=room.session, workers=room.workers)
    new = await room.write(save_poll, _result(source, fetched, feed, fresh, pages, room))
    return PollReport(new=new, known=len(feed.entries) - new)


def parse_feed_bytes(body: bytes, url: str, content_type: str) -> ParsedFeed:
    """`parse_feed` with positional arguments, for a worker process."""
    return parse_feed(body, url=url, content_type=content_type)


def _fresh(store: Store, source_id: int, entries: Sequence[ParsedEntry]) -> list[ParsedEntry]:
    known = known_keys(store, source_id, [entry.key for entry in entries])
    unknown = [entry for entry in entries if entry.key not in known]
    renamed = renamed_keys(store, source_id, unknown)
    return [entry for entry in unknown if entry.key not in renamed]


def _result(
    source: Source,
    fetched: Fetched,
    feed: ParsedFeed,
    fresh: list[ParsedEntry],
    pages: Mapping[str, PageText],
    room: PollRoom,
) -> PollResult:
    """Oldest first, as the feed has the newest at its head."""
    now = room.now()
    outlet = source.title if source.title != source.url else feed.title or str(urlsplit(source.url).hostname)
    articles = [_intent(entry, pages.get(entry.key), outlet, now) for entry in reversed(fresh)]
    return PollResult(
        source_id=source.id,
        articles=tuple(replace(article, is_history=not source.is_primed) for article in articles),
        checked_at=now,
        next_check_at=now + _interval(room.interval, fetched.max_age, feed.ttl),
        title=outlet,
        url=fetched.final_url if fetched.moved_permanently else None,
        etag=fetched.etag,
        last_modified=fetched.last_modified,
    )


def _unchanged(source: Source, fetched: Fetched, room: PollRoom) -> PollResult:
    now = room.now()
    return PollResult(
        source_id=source.id,
        articles=(),
        checked_at=now,
        next_check_at=now + _interval(room.interval, fetched.max_age, None),
        etag=fetched.etag or source.etag,
        last_modified=fetched.last_modified or source.last_modified,
    )


def _intent(entry: ParsedEntry, page: PageText | None, outlet: str, now: datetime) -> ArticleIntent:
    published, published_by = _date(entry, page, now)
    return ArticleIntent(
        key=entry.key,
        url=entry.url,
        outlet=outlet,
        title=entry.title,
        text=page.text if page and len(page.text) > len(entry.text) else entry.text,
        published=published,
        published_by=published_by,
    )


def _date(entry: ParsedEntry, page: PageText | None, now: datetime) -> tuple[datetime, DateOrigin]:
    """By the feed, else by the page, else by the address; an undated item is dated by when it was first seen."""
    if entry.published:
        return entry.published, "feed"
    if page and page.published and page.published <= now:
        return page.published, "page"
    if (day := date_from_url(entry.url)) and (noon := as_instant(day, zone=UTC, hour=12)) <= now + HALF_A_DAY:
        return min(noon, now), "url"
    return now, "first_seen"


def _interval(interval: timedelta, *wishes: float | None) -> timedelta:
    """The operator's interval, or the longest that the server asks for, within reason.

    Half a second is left out so that a scheduler's tick which comes a little early still finds the feed due.
    """
    wish = timedelta(seconds=max((wish for wish in wishes if wish), default=0.0))
    return max(interval, min(wish, LONGEST_CACHE)) - min(interval / 2, timedelta(seconds=0.5))


async def _record_failure(room: PollRoom, source: Source, error: SourceError) -> None:
    now = room.now()
    wait = min(room.interval * 2 ** min(source.failures, 10), LONGEST_INTERVAL)
    if isinstance(error, FetchError) and error.gone:
        wait = GONE_INTERVAL
    if isinstance(error, FetchError) and error.retry_after is not None:
        wait = max(room.interval, timedelta(seconds=error.retry_after))
    log.warning("feed failed", url=source.url, error=str(error), failures=source.failures + 1)
    await room.write(record_failure, source.id, error=str(error), now=now, next_check_at=now + wait)


async def poll_seeds(room: PollRoom, *, settle_seconds: float = SETTLE_SECONDS) -> PollReport:
    """The seed files that were not there before; those of the first start are known history."""
    source = await room.write(add_source, url=SEEDS_URL, title="Archivo propio", kind="seeds")
    known = await room.read(all_keys, source.id)
    now = room.now()
    found = await asyncio.to_thread(
        read_folder,
        room.seeds,
        known_keys=known,
        infer_date=room.infer_date,
        zone=room.zone,
        now=now,
        settle_seconds=settle_seconds if source.is_primed else 0,
    )
    if found.fresh or not source.is_primed:
        fresh = tuple(replace(intent, is_history=not source.is_primed) for intent in found.fresh)
        await room.write(save_poll, PollResult(source.id, fresh, checked_at=now, next_check_at=now))
    return PollReport(new=len(found.fresh), known=found.known, failed=found.refused)
