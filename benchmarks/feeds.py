"""Outlets on loopback whose feeds move with a simulated clock: twenty items a day, some of them one wire for many."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from html import escape

from aiohttp import web

from benchmarks.texts import article

START = datetime(2026, 1, 1, tzinfo=UTC)
A_DAY = 20
EVERY = timedelta(days=1) / A_DAY
SHOWN = 30
ON_THE_TALKS = {5: 0, 12: 1}
"""Items of the day that are about the talks, each the first or the second story of the day."""
PRINT_THE_WIRE = 12
"""Outlets that print the stories of the day; the others never mention the talks."""
CHARACTERS = 600


@asynccontextmanager
async def feed_server(now: Callable[[], datetime], *, feeds: int) -> AsyncIterator[str]:
    """The address of the server's root; feed n is at /n.xml and answers 304 while it has nothing new."""

    async def answer(request: web.Request) -> web.Response:
        number = int(request.match_info["number"])
        newest = _newest(number, now())
        tag = f'"{number}-{newest}"'
        if request.headers.get("If-None-Match") == tag:
            return web.Response(status=304, headers={"ETag": tag})
        return web.Response(text=one_feed(number, newest), content_type="application/rss+xml", headers={"ETag": tag})

    app = web.Application()
    app.router.add_get("/{number:\\d+}.xml", answer)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


def _newest(feed: int, now: datetime) -> int:
    """The number of the last item that is out; outlets are some minutes apart."""
    return int((now - START - timedelta(minutes=feed)) / EVERY)


def one_feed(feed: int, newest: int) -> str:
    items = "".join(_item(feed, number) for number in range(newest, newest - SHOWN, -1))
    return f"<rss version='2.0'><channel><title>Diario {feed}</title><link>https://d{feed}.example</link>{items}</channel></rss>"


def _item(feed: int, number: int) -> str:
    published = START + number * EVERY + timedelta(minutes=feed)
    story = ON_THE_TALKS.get(number % A_DAY) if feed < PRINT_THE_WIRE else None
    seed = number // A_DAY * 2 + story if story is not None else 1_000_000 + number * 100 + feed
    each = article(seed, characters=CHARACTERS, is_relevant=story is not None)
    address = f"https://d{feed}.example/{number}"
    mark = "" if story is not None else f" ({number})"
    return (
        f"<item><title>{escape(each.title)}{mark}</title><link>{address}</link><guid>{address}</guid>"
        f"<pubDate>{format_datetime(published)}</pubDate><description>{escape(each.text)}</description></item>"
    )
