"""poll: fetch → parse → store. One round over the feeds that are due and over the folder of seed files."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

import aiohttp
import structlog

from jobs.store_thread import StoreThread
from jobs.workers import Workers
from talks.errors import FetchError, ParseError, SourceError
from talks.sources.feeds import parse_feed
from talks.sources.fetch import fetch
from talks.sources.fulltext import extract_full_text
from talks.sources.seeds import read_seed, seed_files
from talks.store.articles import PollResult, known_keys, save_poll
from talks.store.sources import SEEDS_URL, active_sources, add_source, due_sources, record_failure
from talks.types import ArticleIntent, Fetched, ParsedEntry, ParsedFeed, Source

log = structlog.get_logger()

PARSE_SECONDS = 20.0
SHORT_TEXT = 400
"""Below so many characters the text of a feed is taken for a teaser and the page is asked for."""
MAX_PAGES_PER_SOURCE = 10
"""Full pages asked of one outlet in one round."""
SOURCES_AT_ONCE = 8
LONGEST_INTERVAL = timedelta(hours=6)
LONGEST_CACHE = timedelta(hours=1)
"""A server's wish to be asked seldom is obeyed up to here: news would be old otherwise."""
SETTLE_SECONDS = 1.0
"""A seed file younger than this may still be being written."""


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

    reports = await asyncio.gather(*map(poll_in_turn, sources))
    report = sum(reports, await poll_seeds(room, settle_seconds=0 if is_forced else SETTLE_SECONDS))
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
    known = await room.read(known_keys, source.id, [entry.key for entry in feed.entries])
    fresh = [entry for entry in feed.entries if entry.key not in known]
    fresh = await _with_full_text(room, fresh)
    new = await room.write(save_poll, _result(source, fetched, feed, fresh, room))
    return PollReport(new=new, known=len(feed.entries) - new)


def parse_feed_bytes(body: bytes, url: str, content_type: str) -> ParsedFeed:
    """`parse_feed` with positional arguments, for a worker process."""
    return parse_feed(body, url=url, content_type=content_type)


def extract_page_text(page: bytes, url: str) -> str:
    return extract_full_text(page, url=url).text


async def _with_full_text(room: PollRoom, entries: list[ParsedEntry]) -> list[ParsedEntry]:
    """The same entries; teasers on the subject replaced by the text of their page where it can be had."""
    teasers = [entry for entry in entries if _is_teaser(entry) and room.is_worth_a_page(f"{entry.title} {entry.text}")]
    pages = {entry.key: await _page_text(room, entry) for entry in teasers[:MAX_PAGES_PER_SOURCE]}
    return [_longer(entry, pages.get(entry.key, "")) for entry in entries]


def _is_teaser(entry: ParsedEntry) -> bool:
    return len(entry.text) < SHORT_TEXT and entry.url.startswith(("http://", "https://"))


def _longer(entry: ParsedEntry, text: str) -> ParsedEntry:
    if len(text) <= len(entry.text):
        return entry
    return ParsedEntry(key=entry.key, url=entry.url, title=entry.title, text=text, published=entry.published)


async def _page_text(room: PollRoom, entry: ParsedEntry) -> str:
    try:
        page = await fetch(room.session, entry.url)
        return await room.workers(extract_page_text, page.body, page.final_url, seconds=PARSE_SECONDS)
    except SourceError as error:
        log.info("page not had", url=entry.url, error=str(error))
        return ""


def _result(source: Source, fetched: Fetched, feed: ParsedFeed, fresh: list[ParsedEntry], room: PollRoom) -> PollResult:
    now = room.now()
    outlet = source.title if source.title != source.url else feed.title or str(urlsplit(source.url).hostname)
    return PollResult(
        source_id=source.id,
        articles=tuple(_intent(entry, outlet, now, is_history=not source.is_primed) for entry in reversed(fresh)),
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


def _intent(entry: ParsedEntry, outlet: str, now: datetime, *, is_history: bool) -> ArticleIntent:
    """An undated item is dated by when it was first seen."""
    return ArticleIntent(
        key=entry.key,
        url=entry.url,
        outlet=outlet,
        title=entry.title,
        text=entry.text,
        published=entry.published or now,
        published_by="feed" if entry.published else "first_seen",
        is_history=is_history,
    )


def _interval(interval: timedelta, *wishes: float | None) -> timedelta:
    """The operator's interval, or the longest that the server asks for, within reason.

    Half a second is left out so that a scheduler's tick which comes a little early still finds the feed due.
    """
    wish = timedelta(seconds=max((wish for wish in wishes if wish), default=0.0))
    return max(interval, min(wish, LONGEST_CACHE)) - min(interval / 2, timedelta(seconds=0.5))


async def _record_failure(room: PollRoom, source: Source, error: SourceError) -> None:
    now = room.now()
    wait = min(room.interval * 2 ** min(source.failures, 10), LONGEST_INTERVAL)
    if isinstance(error, FetchError) and error.retry_after is not None:
        wait = max(room.interval, timedelta(seconds=error.retry_after))
    log.warning("feed failed", url=source.url, error=str(error), failures=source.failures + 1)
    await room.write(record_failure, source.id, error=str(error), now=now, next_check_at=now + wait)


async def poll_seeds(room: PollRoom, *, settle_seconds: float = SETTLE_SECONDS) -> PollReport:
    """The seed files that were not there before; those of the first start are known history."""
    source = await room.write(add_source, url=SEEDS_URL, title="Archivo propio", kind="seeds")
    intents, failed = await asyncio.to_thread(_read_seeds, room, source, settle_seconds)
    known = await room.read(known_keys, source.id, [intent.key for intent in intents])
    now = room.now()
    fresh = tuple(intent for intent in intents if intent.key not in known)
    if fresh or not source.is_primed:
        await room.write(save_poll, PollResult(source.id, fresh, checked_at=now, next_check_at=now))
    return PollReport(new=len(fresh), known=len(known), failed=failed)


def _read_seeds(room: PollRoom, source: Source, settle_seconds: float) -> tuple[list[ArticleIntent], int]:
    intents, failed = [], 0
    for path in seed_files(room.seeds):
        try:
            if source.is_primed and not _has_settled(path, room.now(), settle_seconds):
                continue
            intents.append(_seed_intent(path, room, is_history=not source.is_primed))
        except ParseError as error:
            log.warning("seed file refused", file=path.name, error=str(error))
            failed += 1
    return intents, failed


def _has_settled(path: Path, now: datetime, seconds: float) -> bool:
    try:
        return abs(now.timestamp() - path.stat().st_mtime) >= seconds
    except OSError as error:
        raise ParseError(f"El archivo {path.name} desapareció mientras se leía.") from error


def _seed_intent(path: Path, room: PollRoom, *, is_history: bool) -> ArticleIntent:
    intent = read_seed(path, infer_date=room.infer_date)
    return ArticleIntent(
        key=intent.key,
        url=intent.url,
        outlet=intent.outlet,
        title=intent.title,
        text=intent.text,
        published=intent.published,
        published_by=intent.published_by,
        is_history=is_history,
    )
