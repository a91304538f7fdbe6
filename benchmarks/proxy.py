"""A network in between that can fail: a TCP proxy on loopback, in a process of its own."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Literal
from urllib.parse import urlsplit

Weather = Literal["fine", "refusing", "silent"]
"""`refusing` cuts all connections and takes no more, as a server does that went down; in the `silent` network they stay
open, new ones too, and nothing passes."""


@dataclass
class Network:
    """As the benchmark holds it."""

    address: str
    pipe: Connection

    def turn(self, weather: Weather) -> None:
        self.pipe.send(weather)
        self.pipe.recv()


@contextmanager
def network(server: str) -> Iterator[Network]:
    """Before the server at that address."""
    ours, theirs = get_context("spawn").Pipe()
    process = get_context("spawn").Process(target=_serve, args=(theirs, urlsplit(server).port), daemon=True)
    process.start()
    try:
        yield Network(f"http://127.0.0.1:{ours.recv()}", ours)
    finally:
        process.terminate()
        process.join()


def _serve(pipe: Connection, port: int) -> None:
    asyncio.run(_run(pipe, port))


async def _run(pipe: Connection, port: int) -> None:
    proxy = _Proxy(port)
    await proxy.open()
    pipe.send(proxy.port)
    while True:
        await proxy.turn(await asyncio.to_thread(pipe.recv))
        pipe.send(None)


class _Proxy:
    def __init__(self, target: int) -> None:
        self._target = target
        self.port = 0
        self._server: asyncio.Server | None = None
        self._passing = asyncio.Event()
        self._passing.set()
        self._open: set[asyncio.StreamWriter] = set()

    async def open(self) -> None:
        self._server = await asyncio.start_server(self._take, "127.0.0.1", self.port)
        self.port = self._server.sockets[0].getsockname()[1]

    async def turn(self, weather: Weather) -> None:
        if weather == "silent":
            self._passing.clear()
            return
        self._passing.set()
        if weather == "refusing" and self._server is not None:
            self._server.close()
            self._server = None
            for writer in list(self._open):
                writer.transport.abort()
        elif weather == "fine" and self._server is None:
            await self.open()

    async def _take(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await self._passing.wait()
        try:
            far_reader, far_writer = await asyncio.open_connection("127.0.0.1", self._target)
        except OSError:
            writer.transport.abort()
            return
        self._open |= {writer, far_writer}
        await asyncio.gather(self._pass_on(reader, far_writer), self._pass_on(far_reader, writer))
        self._open -= {writer, far_writer}

    async def _pass_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError):
            while data := await reader.read(65_536):
                await self._passing.wait()
                writer.write(data)
                await writer.drain()
        writer.close()
