"""Alerts on their way: answers in pieces, connections that are used again, cut, closed or never opened."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answered import LARGEST, BadAnswer, Reading
from bot.wire import NotConnected, Wire, place_of

BODY = b'{"ok": true}'
WHOLE = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%b" % (len(BODY), BODY)
CHUNKED = (
    b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 403 Forbidden\r\nTransfer-Encoding: chunked\r\n\r\n"
    b"5;x=y\r\n{'ok'\r\n7\r\n: true}\r\n0\r\nTrailer: 1\r\n\r\n"
)
ANSWERS = {WHOLE: (200, BODY), CHUNKED: (403, b"{'ok': true}")}

Server = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@given(st.sampled_from(sorted(ANSWERS)), st.lists(st.integers(0, 200)))
def test_an_answer_is_the_same_in_whatever_pieces_it_comes(answer: bytes, cuts: list[int]) -> None:
    reading, bounds = Reading(), sorted({0, len(answer), *(cut for cut in cuts if cut < len(answer))})
    pieces = [answer[start:end] for start, end in zip(bounds, bounds[1:], strict=False)]
    assert [reading.feed(piece) for piece in pieces] == [None] * (len(pieces) - 1) + [ANSWERS[answer]]


@given(st.binary(max_size=300))
def test_whatever_comes_is_an_answer_or_none_or_a_mistake_of_the_server(data: bytes) -> None:
    reading = Reading()
    try:
        reading.feed(b"HTTP/1.1 200 OK\r\n" + data)
    except BadAnswer:
        return
    assert reading.feed(b"") is None or reading.feed(b"") is not None


@pytest.mark.parametrize(
    "answer",
    [
        b"SSH-2.0-OpenSSH\r\n\r\n",
        b"HTTP/1.1 20\xb2 OK\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfffffffff\r\n",
        b"x" * (LARGEST + 1),
    ],
)
def test_what_is_no_answer_is_not_taken_for_one(answer: bytes) -> None:
    with pytest.raises(BadAnswer):
        Reading().feed(answer)


def test_an_answer_without_a_length_ends_with_the_connection() -> None:
    reading = Reading()
    assert reading.feed(b"HTTP/1.0 200 OK\r\n\r\n" + BODY) is None
    assert reading.at_end() == (200, BODY)
    assert not reading.is_kept_open


def test_an_address_is_taken_apart_once() -> None:
    place = place_of("https://api.telegram.org/bot1:x/sendMessage")
    assert (place.host, place.port, place.is_secret) == ("api.telegram.org", 443, True)
    assert place.head.startswith(b"POST /bot1:x/sendMessage HTTP/1.1\r\nHost: api.telegram.org\r\n")


@dataclass
class Open:
    """A gate that stands open, or one that lets nobody out."""

    is_shut: bool = False
    answers: list[tuple[int, bytes]] = field(default_factory=list)
    withdrawn: int = 0

    def board(self, go: Callable[[], None], give_up: Callable[[], None]) -> None:
        (give_up if self.is_shut else go)()

    def withdraw(self) -> None:
        self.withdrawn += 1

    def answered(self, status: int, body: bytes) -> None:
        self.answers.append((status, body))


@asynccontextmanager
async def serving(answer: Server) -> AsyncIterator[str]:
    """Connections have ended when it does."""
    answering = set[asyncio.Task[None]]()

    async def note(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if (task := asyncio.current_task()) is not None:
            answering.add(task)
        await answer(reader, writer)

    server = await asyncio.start_server(note, "127.0.0.1", 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        yield f"http://127.0.0.1:{port}/bot1:x/sendMessage"
        await asyncio.gather(*answering)


@asynccontextmanager
async def wired(*, patience: float = 10.0) -> AsyncIterator[Wire]:
    wire = Wire(patience=patience)
    yield wire
    wire.close()


async def a_request(reader: asyncio.StreamReader) -> bytes:
    head = await reader.readuntil(b"\r\n\r\n")
    return await reader.readexactly(int(head.rpartition(b"Content-Length: ")[2]))


async def test_one_connection_serves_one_message_after_the_other() -> None:
    connections, bodies = [], []

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        connections.append(writer)
        for _ in range(3):
            bodies.append(await a_request(reader))
            writer.write(WHOLE)
        writer.close()

    boarding = Open()
    async with serving(answer) as url, wired() as wire:
        assert [await wire.ask(url, b'{"n": %d}' % number, boarding) for number in range(3)] == [(200, BODY)] * 3
    assert (len(connections), bodies) == (1, [b'{"n": 0}', b'{"n": 1}', b'{"n": 2}'])
    assert boarding.answers == [(200, BODY)] * 3


async def test_a_connection_that_is_closed_after_its_answer_is_not_used_again() -> None:
    connections = []

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        connections.append(await a_request(reader))
        writer.write(WHOLE.replace(b"OK\r\n", b"OK\r\nConnection: close\r\n"))
        writer.close()

    async with serving(answer) as url, wired() as wire:
        assert [await wire.ask(url, b"{}", Open()) for _ in range(2)] == [(200, BODY)] * 2
    assert len(connections) == 2


async def test_a_message_whose_connection_is_cut_may_have_left() -> None:
    async def cut(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await a_request(reader)
        writer.transport.abort()

    async with serving(cut) as url, wired() as wire:
        with pytest.raises(ConnectionResetError):
            await wire.ask(url, b"{}", Open())


async def test_a_server_that_is_not_there_has_taken_nothing() -> None:
    async with serving(lambda _reader, _writer: asyncio.sleep(0)) as url:
        pass
    async with wired() as wire:
        with pytest.raises(NotConnected):
            await wire.ask(url, b"{}", Open())


async def test_nothing_leaves_through_a_gate_that_is_shut() -> None:
    asked = []

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        asked.append(writer)
        writer.close()

    async with serving(answer) as url, wired() as wire:
        with pytest.raises(NotConnected):
            await wire.ask(url, b"{}", Open(is_shut=True))
    assert asked == []


async def test_who_is_cancelled_on_the_way_leaves_no_connection_behind() -> None:
    asked, gone = asyncio.Event(), asyncio.Event()

    async def say_nothing(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await a_request(reader)
        asked.set()
        with suppress(ConnectionError):
            await reader.read()
        writer.close()
        gone.set()

    boarding = Open()
    async with serving(say_nothing) as url, wired() as wire:
        asking = asyncio.create_task(wire.ask(url, b"{}", boarding))
        await asked.wait()
        asking.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asking
        await asyncio.wait_for(gone.wait(), 5)
    assert boarding.withdrawn == 1


async def test_a_silent_server_is_given_up() -> None:
    async def say_nothing(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError):
            await reader.read()
        writer.close()

    async with serving(say_nothing) as url, wired(patience=0.01) as wire:
        with pytest.raises(TimeoutError):
            await wire.ask(url, b"{}", Open())
