"""The composition root: the only place that builds rooms out of settings. Everything else takes them as arguments."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path

import aiohttp

from bot.desk import Desk
from bot.drawing.paint import paint
from bot.limiter import OVERALL
from bot.status.meters import Meters
from bot.status.server import StatusRoom, status_server
from bot.telegram import Telegram, telegram_of
from bot.turn import AlertTurn
from jobs.backups import BackupReport, back_up_when_due
from jobs.check import check_feed
from jobs.deliver import DeliverRoom, Line
from jobs.digest import DigestRoom
from jobs.flights import FlightNotes
from jobs.pace import MOST_SENDERS, Pace
from jobs.poll import PollRoom
from jobs.store_thread import StoreThread
from jobs.tidy import TidyReport, tidy
from jobs.workers import Workers
from talks.chronology import read_chronology
from talks.errors import SourceError
from talks.lexicon.load import load_lexicon
from talks.news.newsroom import Newsroom
from talks.reading.dates import infer_publication
from talks.reading.subject import names_the_subject
from talks.settings import PROJECT, Settings
from talks.sources.fetch import open_session
from talks.sources.opml import parse_opml
from talks.store.chronology import load_chronology
from talks.store.connection import Store
from talks.store.sources import add_source, source_urls

DRAWING_SECONDS = 10.0
RESERVED_AT_ONCE = 256
"""Rows of the outbox with one sync to the disk, where more than the usual pace is allowed."""


def utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class House:
    """The stores and processes that live as long as a command does."""

    settings: Settings
    read: StoreThread
    write: StoreThread
    ledger: StoreThread
    """Of deliveries, so that alerts leave while a long digest writes."""
    workers: Workers
    session: aiohttp.ClientSession
    poll: PollRoom
    digest: DigestRoom
    digesting: asyncio.Lock = field(default_factory=asyncio.Lock)
    """One digest at a time, whoever asks for it."""

    @property
    def bot_id(self) -> int:
        return self.settings.bot_id


@asynccontextmanager
async def open_house(settings: Settings) -> AsyncIterator[House]:
    """Open the stores, the worker processes and the session for feeds; close them in reverse.

    Raises StoreError when the database cannot be used.
    """
    write = StoreThread(settings.database)
    read, ledger = StoreThread(settings.database), StoreThread(settings.database)
    workers = Workers()
    session = open_session(allow_private=settings.allow_private_feeds)
    try:
        yield House(
            settings=settings,
            read=read,
            write=write,
            ledger=ledger,
            workers=workers,
            session=session,
            poll=_poll_room(settings, read, write, workers, session),
            digest=_digest_room(settings, read, write, workers),
        )
    finally:
        await session.close()
        workers.close()
        for store in (read, ledger, write):
            store.close()


def _poll_room(
    settings: Settings, read: StoreThread, write: StoreThread, workers: Workers, session: aiohttp.ClientSession
) -> PollRoom:
    return PollRoom(
        read=read,
        write=write,
        workers=workers,
        session=session,
        seeds=settings.seeds,
        zone=settings.zone,
        interval=timedelta(seconds=settings.poll_seconds),
        infer_date=date_inference(settings),
        is_worth_a_page=names_the_subject,
        now=utc_now,
    )


def date_inference(settings: Settings) -> Callable[[str], date | None]:
    """Dates an undated text by its own words and the days of the chronology."""
    return partial(_infer_date, known_days=_known_days(settings))


def _infer_date(text: str, *, known_days: frozenset[date]) -> date | None:
    return infer_publication(text, now=utc_now().date(), known_days=known_days)


def _known_days(settings: Settings) -> frozenset[date]:
    """The days of the chronology: by them a seed text without date tells its year."""
    try:
        events = read_chronology(_chronology_file(settings))
    except SourceError:
        return frozenset()
    return frozenset(date.fromisoformat(event.date) for event in events if len(event.date) == len("2025-08-15"))


def _digest_room(settings: Settings, read: StoreThread, write: StoreThread, workers: Workers) -> DigestRoom:
    return DigestRoom(
        read=read,
        write=write,
        workers=workers,
        newsroom=Newsroom(),
        max_age=timedelta(hours=settings.max_age_hours) if settings.max_age_hours else None,
        now=utc_now,
        model=settings.spacy_model,
    )


@asynccontextmanager
async def open_telegram(house: House) -> AsyncIterator[Telegram]:
    """The bot of the token, not connected yet."""
    desk = Desk(
        read=house.read,
        write=house.write,
        lexicon=load_lexicon(),
        now=utc_now,
        zone=house.settings.zone,
        bot_id=house.bot_id,
        admins=frozenset(house.settings.admins),
        check=partial(check_feed, house.poll),
        draw=partial(house.workers, paint, seconds=DRAWING_SECONDS),
    )
    async with telegram_of(house.settings, desk) as telegram:
        yield telegram


def deliver_room(house: House, telegram: Telegram) -> DeliverRoom:
    rate = house.settings.messages_per_second
    return DeliverRoom(
        write=house.ledger,
        send=telegram.send,
        edit=telegram.edit,
        bot_id=house.bot_id,
        now=utc_now,
        turn=AlertTurn(telegram.limiter),
        probe=telegram.probe,
        alarm=telegram.alarm,
        reserve=1 if 0 < rate <= OVERALL else RESERVED_AT_ONCE,
        line=Line(Pace(rate, most=house.settings.senders or MOST_SENDERS)),
        notes=FlightNotes(house.settings.data / "flights"),
    )


async def back_up(settings: Settings) -> BackupReport:
    """A copy when the settings say that one is due."""
    if not settings.backup_hours:
        return BackupReport()
    return await asyncio.to_thread(
        back_up_when_due,
        settings.database,
        settings.backups,
        every=timedelta(hours=settings.backup_hours),
        copies=settings.backup_copies,
        now=utc_now(),
    )


async def tidy_up(settings: Settings, *, should_stop: Callable[[], bool]) -> TidyReport:
    """Forget what the settings say need not be kept."""
    return await asyncio.to_thread(
        tidy,
        settings.database,
        keep_articles=_days(settings.keep_articles_days),
        keep_chats=_days(settings.keep_chats_days),
        now=utc_now(),
        should_stop=should_stop,
    )


def _days(number: int) -> timedelta | None:
    return timedelta(days=number) if number else None


@asynccontextmanager
async def open_status(house: House, meters: Meters) -> AsyncIterator[None]:
    """/health, /metrics and the status page, over a store of their own; nothing where no port is set."""
    settings = house.settings
    if settings.http_port is None:
        yield
        return
    store = StoreThread(settings.database)
    room = StatusRoom(
        store=store,
        meters=meters,
        bot_id=house.bot_id,
        folder=settings.data,
        backups=settings.backups,
        interval=timedelta(seconds=settings.poll_seconds),
        now=utc_now,
        started=utc_now(),
    )
    try:
        async with status_server(room, host=settings.http_host, port=settings.http_port):
            yield
    finally:
        store.close()


def load_seeds(store: Store, settings: Settings) -> list[str]:
    """Enter the chronology and the feeds that are not known yet; a sentence for each file that could not be used."""
    complaints = []
    try:
        load_chronology(store, read_chronology(_chronology_file(settings)))
    except SourceError as error:
        complaints.append(str(error))
    try:
        _load_feeds(store, settings)
    except SourceError as error:
        complaints.append(str(error))
    except OSError as error:
        complaints.append(f"No se puede leer la lista de fuentes {settings.feeds}: {error.strerror}.")
    return complaints


def _chronology_file(settings: Settings) -> Path:
    """The operator's own chronology where the seeds folder has one, else the one that comes with the project."""
    own = settings.seeds / "chronology.toml"
    return own if own.exists() else PROJECT / "seeds" / "chronology.toml"


def _load_feeds(store: Store, settings: Settings) -> None:
    known = source_urls(store)
    for feed in parse_opml(settings.feeds.read_bytes()):
        if feed.url not in known:
            add_source(store, url=feed.url, title=feed.title)
