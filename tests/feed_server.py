"""A server on loopback that answers from a function, and a session that may reach it."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import aiohttp
from aiohttp import web
from aiohttp.test_utils import TestServer

from talks.sources.fetch import open_session

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


@asynccontextmanager
async def serving(answer: Answer) -> AsyncIterator[tuple[aiohttp.ClientSession, str]]:
    """The session and the address of the server's root, without a slash at the end."""
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", answer)
    async with TestServer(app) as server, open_session(allow_private=True) as session:
        yield session, str(server.make_url("")).rstrip("/")


@asynccontextmanager
async def serving_bytes(answer: bytes) -> AsyncIterator[tuple[aiohttp.ClientSession, str]]:
    """A server that sends these very bytes to whoever has asked for something, and hangs up."""

    async def speak(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(answer)
        writer.close()

    server = await asyncio.start_server(speak, "127.0.0.1", 0)
    async with server, open_session(allow_private=True) as session:
        yield session, f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
