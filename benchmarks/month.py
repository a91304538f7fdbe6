"""A simulated month of the whole line, driven by a clock of its own: `python -m benchmarks.month [--days 30] …`.

Real: feeds over HTTP on loopback, validators, parsing and reading in worker processes, the store, relating, the outbox
with its ledger, copies, forgetting, figures and questions. Not real: time, and Telegram, which takes all at once.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from benchmarks.feeds import START, feed_server
from benchmarks.measure import megabytes
from benchmarks.queries import PEOPLE, TIMELINE
from bot.answers import person_text, timeline_text
from bot.logs import configure_logs
from jobs.backups import back_up_when_due
from jobs.deliver import DeliverRoom, deliver
from jobs.digest import DigestRoom, digest
from jobs.poll import PollRoom, poll
from jobs.release import release
from jobs.store_thread import StoreThread
from jobs.tidy import tidy
from jobs.workers import Workers
from talks.lexicon.load import load_lexicon
from talks.news.newsroom import Newsroom
from talks.reading.subject import names_the_subject
from talks.sources.fetch import open_session
from talks.store.chats import save_chat
from talks.store.connection import Store, open_store
from talks.store.figures import figures
from talks.store.sources import add_source
from talks.types import Chat

TARGET = Path(__file__).parent.parent / "docs" / "long-run.md"
ROUND = timedelta(hours=2)
BOT = 1
PAGE = """# A month in minutes

Written by `make month`: {days} simulated days, {feeds} feeds of twenty items a day, {chats:,} chats, in {minutes:.0f}
minutes. Feeds over HTTP, worker processes, store, relating, ledger, copies and forgetting are real; the clock is
simulated, and Telegram takes every message at once. Memory is that of the process, with the feed server in it, and of
its two workers together.

{table}

{verdict}
"""


@dataclass(frozen=True, slots=True)
class Evening:
    """How it stands at the end of a day."""

    day: int
    articles: int
    alerts: int
    sent: int
    memory: float
    workers: float
    database: float
    journal: float
    log: float
    copies: int
    seconds: float


@dataclass(slots=True)
class Month:
    """The rooms, and the clock that all of them look at."""

    folder: Path
    poll: PollRoom
    digest: DigestRoom
    deliver: DeliverRoom
    at: datetime = START

    @property
    def database(self) -> Path:
        return self.folder / "tregua.db"


@asynccontextmanager
async def open_month(folder: Path, *, feeds: int, chats: int) -> AsyncIterator[Month]:
    async with AsyncExitStack() as stack:
        root = await stack.enter_async_context(feed_server(lambda: month.at, feeds=feeds))
        with closing(open_store(folder / "tregua.db")) as store:
            _people_the_house(store, root, feeds=feeds, chats=chats)
        read, write = StoreThread(folder / "tregua.db"), StoreThread(folder / "tregua.db")
        workers = Workers()
        for each in (read, write, workers):
            stack.callback(each.close)
        session = await stack.enter_async_context(open_session(allow_private=True))
        (folder / "seeds").mkdir()
        month = Month(
            folder,
            PollRoom(
                read,
                write,
                workers,
                session,
                folder / "seeds",
                ROUND,
                lambda _: None,
                names_the_subject,
                lambda: month.at,
            ),
            DigestRoom(read, write, workers, Newsroom(), timedelta(hours=96), lambda: month.at),
            DeliverRoom(write, _send, _send, BOT, lambda: month.at),
        )
        yield month


async def _send(*_what: object, **_how: object) -> int:
    return 1


def _people_the_house(store: Store, root: str, *, feeds: int, chats: int) -> None:
    for n in range(feeds):
        add_source(store, url=f"{root}/{n}.xml", title=f"Diario {n}")
    with store.writing():
        for n in range(1, chats + 1):
            save_chat(store, Chat(bot_id=BOT, id=n, kind="private", title="", is_subscribed=True), now=START)


async def live(month: Month, *, days: int) -> AsyncIterator[Evening]:
    sent = alerts = 0
    for day in range(1, days + 1):
        began = time.monotonic()
        for _ in range(timedelta(days=1) // ROUND):
            month.at += ROUND
            await poll(month.poll)
            alerts += (await digest(month.digest)).alerts
            await release(month.digest.write, bot_id=BOT, now=month.poll.now)
            sent += (await deliver(month.deliver)).sent
        await _end_of_day(month)
        yield await _evening(month, day, alerts, sent, time.monotonic() - began)


async def _end_of_day(month: Month) -> None:
    """A copy, forgetting with the shortest limits, and people who ask."""
    copies = {"every": timedelta(days=1), "copies": 7, "now": month.at}
    await asyncio.to_thread(back_up_when_due, month.database, month.folder / "copies", **copies)  # type: ignore[arg-type]
    keep = {"keep_articles": timedelta(days=30), "keep_chats": timedelta(days=30), "now": month.at}
    await asyncio.to_thread(tidy, month.database, **keep)  # type: ignore[arg-type]
    lexicon = load_lexicon()
    for text in TIMELINE:
        await month.poll.read(timeline_text, text, lexicon=lexicon, now=month.at)
    for text in PEOPLE:
        await month.poll.read(person_text, text, lexicon=lexicon, now=month.at)


async def _evening(month: Month, day: int, alerts: int, sent: int, seconds: float) -> Evening:
    found = await month.poll.read(figures, BOT, now=month.at)
    return Evening(
        day=day,
        articles=found.articles,
        alerts=alerts,
        sent=sent,
        memory=megabytes(),
        workers=sum(map(megabytes, _children())),
        database=_size(month.database),
        journal=_size(month.database.with_name("tregua.db-wal")),
        log=_size(month.folder / "tregua.log"),
        copies=len(list((month.folder / "copies").iterdir())),
        seconds=seconds,
    )


def _children() -> list[str]:
    """Process ids of the workers, as the kernel lists them by the thread that started each."""
    return [
        child for thread in Path("/proc/self/task").iterdir() for child in (thread / "children").read_text().split()
    ]


def _size(path: Path) -> float:
    return path.stat().st_size / 1e6 if path.exists() else 0.0


HEAD = (
    "| day | articles | alerts | messages sent | memory | workers | database | journal | log | copies | seconds |\n"
    + "| --: " * 11
    + "|"
)


def line(each: Evening) -> str:
    return (
        f"| {each.day} | {each.articles:,} | {each.alerts} | {each.sent:,} | {each.memory:.0f} MB "
        f"| {each.workers:.0f} MB | {each.database:.1f} MB | {each.journal:.1f} MB | {each.log:.1f} MB "
        f"| {each.copies} | {each.seconds:.0f} |"
    )


def verdict(evenings: list[Evening]) -> str:
    """What grew after the live weeks were full, and what a row of data takes."""
    last, middle = evenings[-1], evenings[min(len(evenings) - 1, len(evenings) * 2 // 3)]
    grown = last.memory - middle.memory
    rows = last.articles + last.sent
    return (
        f"From day {middle.day} to day {last.day} memory went from {middle.memory:.0f} to {last.memory:.0f} MB "
        f"({grown:+.0f}).\nThe database holds {rows:,} articles and messages in {last.database:.0f} MB: "
        f"{last.database * 1e6 / max(rows, 1):,.0f} bytes each,\nwith text, readings and indexes. The journal ends at "
        f"{last.journal:.1f} MB and the copies at {last.copies}."
    )


async def _main(asked: argparse.Namespace) -> None:
    began, evenings = time.monotonic(), []
    with tempfile.TemporaryDirectory() as folder:
        configure_logs(Path(folder) / "tregua.log")
        async with open_month(Path(folder), feeds=asked.feeds, chats=asked.chats) as month:
            async for evening in live(month, days=asked.days):
                evenings.append(evening)
                print(line(evening), file=sys.stderr, flush=True)  # noqa: T201
    shown = [each for each in evenings if each.day in (1, 2, 3) or each.day % 3 == 0 or each.day == asked.days]
    table = "\n".join((HEAD, *map(line, shown)))
    minutes = (time.monotonic() - began) / 60
    values = {"days": asked.days, "feeds": asked.feeds, "chats": asked.chats, "minutes": max(minutes, 1)}
    asked.to.write_text(PAGE.format(**values, table=table, verdict=verdict(evenings)), encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.month")
    for name, default in (("days", 30), ("feeds", 40), ("chats", 5_000)):
        parser.add_argument(f"--{name}", type=int, default=default)
    parser.add_argument("--to", type=Path, default=TARGET)
    asyncio.run(_main(parser.parse_args()))


if __name__ == "__main__":
    main()
