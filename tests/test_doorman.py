"""Who says slowly what is wanted over HTTP, or comes in a crowd, keeps nobody else out."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import pytest
from aiohttp import web

from local.doorman import Doorman

REQUEST = b"GET /%b HTTP/1.1\r\nHost: x\r\n\r\n"
SHORT, LONG = 0.05, 60.0


@dataclass
class SlowPage:
    asked: asyncio.Event = field(default_factory=asyncio.Event)
    is_done: asyncio.Event = field(default_factory=asyncio.Event)


@asynccontextmanager
async def house(*, patience: float = LONG, rest: float = LONG, most: int = 10) -> AsyncIterator[tuple[int, SlowPage]]:
    """A server, and its slow page."""
    slow = SlowPage()

    async def answer(request: web.Request) -> web.Response:
        if request.path == "/slow":
            slow.asked.set()
            await slow.is_done.wait()
        return web.Response(text="bien")

    app = web.Application()
    app.router.add_get("/{page}", answer)
    doorman = Doorman(app, patience=patience, rest=rest, most=most)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await doorman.listen(runner, "127.0.0.1", 0)
    try:
        yield runner.addresses[0][1], slow
    finally:
        await runner.cleanup()


class Caller:
    """A client that says what it likes, as slowly as it likes."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader, self.writer = reader, writer

    def say(self, words: bytes) -> None:
        self.writer.write(words)

    async def hear(self) -> bytes:
        """The first line, or nothing where the connection was cut."""
        try:
            return (await asyncio.wait_for(self.reader.readuntil(b"bien"), 10)).partition(b"\r\n")[0]
        except (asyncio.IncompleteReadError, ConnectionError):
            return b""


@asynccontextmanager
async def calling(port: int) -> AsyncIterator[Caller]:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        yield Caller(reader, writer)
    finally:
        writer.close()


@pytest.mark.parametrize("said", [b"", b"G", b"GET /a HTTP/1.1\r\nHost: x\r\nX-Slow: "])
async def test_who_does_not_end_the_head_of_a_request_is_shown_out(said: bytes) -> None:
    async with house(patience=SHORT) as (port, _), calling(port) as caller:
        caller.say(said)
        assert await caller.hear() == b""


async def test_who_asks_in_time_is_answered_again_and_again() -> None:
    async with house() as (port, _), calling(port) as caller:
        for _ in range(3):
            caller.say(REQUEST % b"a")
            assert await caller.hear() == b"HTTP/1.1 200 OK"


async def test_an_answer_may_take_longer_than_a_head() -> None:
    async with house(patience=SHORT) as (port, slow), calling(port) as caller, calling(port) as slower:
        caller.say(REQUEST % b"slow")
        assert await slower.hear() == b""
        slow.is_done.set()
        assert await caller.hear() == b"HTTP/1.1 200 OK"


async def test_a_connection_that_rests_too_long_is_closed() -> None:
    async with house(rest=SHORT) as (port, _), calling(port) as caller:
        caller.say(REQUEST % b"a")
        assert await caller.hear() == b"HTTP/1.1 200 OK"
        assert await caller.hear() == b""


async def test_in_a_crowd_who_keeps_waiting_longest_makes_room_for_who_comes() -> None:
    async with house(most=2) as (port, _), calling(port) as idle, calling(port) as other, calling(port) as busy:
        busy.say(REQUEST % b"a")
        assert await busy.hear() == b"HTTP/1.1 200 OK"
        assert await idle.hear() == b""
        other.say(REQUEST % b"a")
        assert await other.hear() == b"HTTP/1.1 200 OK"


async def test_where_all_are_being_served_who_comes_is_turned_away() -> None:
    async with house(most=1) as (port, slow), calling(port) as served:
        served.say(REQUEST % b"slow")
        await slow.asked.wait()
        async with calling(port) as late:
            late.say(REQUEST % b"a")
            assert await late.hear() == b""
        slow.is_done.set()
        assert await served.hear() == b"HTTP/1.1 200 OK"
