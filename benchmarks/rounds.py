"""Rounds over very many feeds on loopback, ill ones among them: `python -m benchmarks.rounds [FEEDS] [ROUNDS]`.

Each feed has a host of its own (127.x.y.z). One in ten is ill: slow, trickling, hanging, cut, refused, no feed, a bomb,
a poison for parsers. The first round is over the sound ones alone and gives the rate; all that follow are over all.
"""

from __future__ import annotations

import argparse
import asyncio
import gzip
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from io import BytesIO
from itertools import cycle
from multiprocessing import active_children
from multiprocessing.connection import Connection
from pathlib import Path

import feedparser
from aiohttp import web

from benchmarks.apart import served_apart
from benchmarks.feeds import one_feed
from benchmarks.measure import Row, megabytes, table
from bot.logs import configure_logs
from jobs.poll import PollReport, PollRoom, poll
from jobs.store_thread import StoreThread
from jobs.workers import Workers
from talks.reading.subject import names_the_subject
from talks.sources.fetch import open_session
from talks.store.connection import Store
from talks.store.sources import add_source

FEEDS, ROUNDS = 2_000, 4
FIRST_ITEM = 1_000
ILL_EVERY = 10
ILLS = (
    "slow", "trickling", "hanging", "cut", "refused", "not a feed", "half a feed", "nothing", "bomb", "poison",
)  # fmt: skip
RECOVER = {"slow", "half a feed"}
"""Ills of which something can be read all the same."""
SLOW_SECONDS = 2.0
LONGEST = 12.0
"""Seconds after which the bot must have left a server that comes to no end: ten, and some for a busy machine."""
MOST_LAG = 1.0
FLAT = 1.10


def ill_of(number: int) -> str | None:
    return ILLS[number // ILL_EVERY % len(ILLS)] if number % ILL_EVERY == 0 else None


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.rounds")
    parser.add_argument("feeds", type=int, nargs="?", default=FEEDS)
    parser.add_argument("rounds", type=int, nargs="?", default=ROUNDS)
    asked = parser.parse_args()
    configure_logs(Path("/dev/null"))
    with tempfile.TemporaryDirectory() as folder, outlets() as server:
        rows = asyncio.run(_all(Path(folder), server, feeds=asked.feeds, rounds=asked.rounds))
    sys.stdout.write(table(rows) + "\n")


@dataclass
class Outlets:
    """As the benchmark holds them."""

    port: int
    pipe: Connection

    def next_round(self) -> float:
        """Everybody prints one more item; gives the longest that the bot hung on to a server so far, in seconds."""
        self.pipe.send(None)
        longest: float = self.pipe.recv()
        return longest

    def address(self, number: int) -> str:
        return f"http://127.{number // 65_025 + 1}.{number // 255 % 255}.{number % 255 + 1}:{self.port}/{number}.xml"


@dataclass
class Seen:
    """What came of the rounds."""

    reports: list[PollReport] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)
    lag: float = 0.0
    longest: float = 0.0


async def _all(folder: Path, server: Outlets, *, feeds: int, rounds: int) -> list[Row]:
    numbers = range(1, feeds + 1)
    sound = [number for number in numbers if ill_of(number) is None]
    read, write = StoreThread(folder / "tregua.db"), StoreThread(folder / "tregua.db")
    workers, session, seen = Workers(), open_session(allow_private=True), Seen()
    room = PollRoom(
        read, write, workers, session, folder / "seeds", timedelta(minutes=5), lambda _: None, names_the_subject,
        lambda: datetime.now(UTC),
    )  # fmt: skip
    watching = asyncio.create_task(_watch_the_loop(seen))
    try:
        await write(_follow, [server.address(number) for number in sound])
        await _round(room, server, seen)
        await write(_follow, [server.address(number) for number in numbers if number not in set(sound)])
        for _ in range(rounds):
            await _round(room, server, seen)
        rows = list(
            _rows(seen, feeds, sound, await read(_stored, {server.address(each) for each in sound}), workers.killed)
        )
    finally:
        watching.cancel()
        await session.close()
        workers.close()
        read.close()
        write.close()
    return rows


async def _round(room: PollRoom, server: Outlets, seen: Seen) -> None:
    began = time.perf_counter()
    seen.reports.append(await poll(room, is_forced=True))
    seen.seconds.append(time.perf_counter() - began)
    seen.memory.append(megabytes() + sum(megabytes(str(child.pid)) for child in active_children()))
    seen.longest = max(seen.longest, await asyncio.to_thread(server.next_round))
    print(seen.reports[-1], f"{seen.seconds[-1]:.0f} s, {seen.memory[-1]:.0f} MB", file=sys.stderr)  # noqa: T201


async def _watch_the_loop(seen: Seen) -> None:
    while True:
        began = time.monotonic()
        await asyncio.sleep(0.05)
        seen.lag = max(seen.lag, time.monotonic() - began - 0.05)


def _follow(store: Store, urls: list[str]) -> None:
    for url in urls:
        add_source(store, url=url, title=url)


def _stored(store: Store, urls: set[str]) -> tuple[int, int]:
    """Articles of these feeds, and how many of them have the address of another."""
    rows = store.rows("SELECT sources.url AS feed, articles.url FROM articles JOIN sources ON sources.id = source_id")
    addresses = [(row["feed"], row["url"]) for row in rows if row["feed"] in urls]
    return len(addresses), len(addresses) - len(set(addresses))


def _rows(seen: Seen, feeds: int, sound: list[int], stored: tuple[int, int], killed: int) -> Iterator[Row]:
    size, ill = f"{feeds:,} feeds", feeds - len(sound)
    rate, bare = len(sound) / seen.seconds[0], _bare_rate(sound[:200])
    yield Row("rounds", "sound feeds a second", f"{len(sound):,} feeds", rate, "/s", bare)
    yield Row("rounds", "a round with the ill ones", size, max(seen.seconds[1:]), "s")
    articles, doubled = stored
    expected = sum(len(seen.reports) + len(_items(1)) - 1 for _ in sound)
    yield Row("rounds", "articles of sound feeds", size, articles, "", None, f"{expected:,}", articles == expected)
    yield Row("rounds", "of them stored twice", size, doubled, "", None, "0", doubled == 0)
    failed = max(report.failed for report in seen.reports)
    yield Row("rounds", "feeds that failed in a round", size, failed, "", None, f"≤ {ill}", 0 < failed <= ill)
    yield Row("rounds", "parsers killed for their time", size, killed, "")
    yield Row("rounds", "longest hold on a server", size, seen.longest, "s", None, "≤ 12 s", seen.longest <= LONGEST)
    yield Row("rounds", "longest stall of the loop", size, seen.lag, "s", None, "≤ 1 s", seen.lag <= MOST_LAG)
    first, last = seen.memory[1], seen.memory[-1]
    yield Row("rounds", "memory with workers, second round", size, first, "MB")
    yield Row("rounds", "the same, last round", size, last, "MB", None, "≤ 1.1 ×", last <= first * FLAT)


def _items(number: int) -> list[object]:
    entries: list[object] = feedparser.parse(BytesIO(one_feed(number, FIRST_ITEM).encode()))["entries"]
    return entries


def _bare_rate(numbers: list[int]) -> float:
    """feedparser alone, one after the other, from memory."""
    bodies = [one_feed(number, FIRST_ITEM).encode() for number in numbers]
    began = time.perf_counter()
    for body in bodies:
        feedparser.parse(BytesIO(body))
    return len(bodies) / (time.perf_counter() - began)


@contextmanager
def outlets() -> Iterator[Outlets]:
    with served_apart(_serve) as (address, pipe):
        yield Outlets(int(address), pipe)


async def _serve(pipe: Connection) -> None:
    press = _Press()
    app = web.Application()
    app.router.add_get("/{number:\\d+}.xml", press.answer)
    runner = web.AppRunner(app, access_log=None, handler_cancellation=True)
    await runner.setup()
    await web.TCPSite(runner, "0.0.0.0", 0).start()
    pipe.send(runner.addresses[0][1])
    asyncio.get_running_loop().add_reader(pipe.fileno(), press.turn, pipe)
    await asyncio.Event().wait()


class _Press:
    def __init__(self) -> None:
        self._newest = FIRST_ITEM
        self._longest = 0.0

    def turn(self, pipe: Connection) -> None:
        pipe.recv()
        self._newest += 1
        pipe.send(self._longest)

    async def answer(self, request: web.Request) -> web.StreamResponse:
        number = int(request.match_info["number"])
        ill = ill_of(number)
        began = time.monotonic()
        try:
            return await self._ill(request, number, ill) if ill else self._sound(number)
        finally:
            self._longest = max(self._longest, time.monotonic() - began)

    def _sound(self, number: int) -> web.Response:
        return web.Response(text=one_feed(number, self._newest), content_type="application/rss+xml")

    async def _ill(self, request: web.Request, number: int, ill: str) -> web.StreamResponse:
        if ill == "slow":
            await asyncio.sleep(SLOW_SECONDS)
            return self._sound(number)
        if ill == "hanging":
            await asyncio.Event().wait()
        if ill == "trickling":
            return await _trickle(request, one_feed(number, self._newest))
        if ill == "cut" and request.transport is not None:
            request.transport.abort()
        if ill == "refused":
            return web.Response(status=(404, 410, 429, 500, 503)[number // 100 % 5])
        if ill == "bomb":
            return web.Response(body=BOMB, headers={"Content-Encoding": "gzip", "Content-Type": "text/xml"})
        body = {"not a feed": "<html><p>Portada</p></html>", "nothing": "", "poison": POISON}.get(ill)
        text = one_feed(number, self._newest)
        return web.Response(text=text[: len(text) // 2] if body is None else body, content_type="application/rss+xml")


async def _trickle(request: web.Request, text: str) -> web.StreamResponse:
    response = web.StreamResponse(headers={"Content-Type": "application/rss+xml"})
    await response.prepare(request)
    for letter in cycle(text):
        await response.write(letter.encode())
        await asyncio.sleep(0.1)
    return response


BOMB = gzip.compress(b"<rss>" + b" " * 50_000_000)
POISON = (
    "<rss version='2.0'><channel><title>x</title><item><title>x</title><description>"
    + "&lt;a " * 60_000
    + "</description></item></channel></rss>"
)

if __name__ == "__main__":
    main()
