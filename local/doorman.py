"""Who may come in by HTTP: so many at once, and who does not say at once what is wanted is shown out.

The library waits for the head of a request as long as a client likes, and lets in as many clients as there are files to
open: a stranger who opens connections and says a letter a minute would keep everybody else out.
"""

from __future__ import annotations

import asyncio
from weakref import WeakKeyDictionary

from aiohttp import web
from aiohttp.typedefs import Handler

PATIENCE = 10.0
"""Seconds from the connection to the end of the first head."""
REST = 75.0
"""Seconds from an answer to the end of the next head: longer than usual clients keep a connection that rests."""
MOST_VISITORS = 256


class Doorman:
    """One for each application, made before its runner; then it listens in the place of a TCPSite."""

    def __init__(
        self, app: web.Application, *, patience: float = PATIENCE, rest: float = REST, most: int = MOST_VISITORS
    ) -> None:
        self._patience, self._rest = patience, rest
        self._most = most
        self._inside: set[Visitor] = set()
        self._waiting: dict[Visitor, None] = {}
        """In the order in which they began to keep us waiting."""
        self._by_transport: WeakKeyDictionary[asyncio.BaseTransport, Visitor] = WeakKeyDictionary()
        app.middlewares.insert(0, self._attend)

    async def listen(self, runner: web.AppRunner, host: str, port: int) -> None:
        """Raises OSError where the port is taken."""
        await Site(runner, self, host, port).start()

    def come(self, visitor: Visitor, transport: asyncio.BaseTransport) -> None:
        if len(self._inside) >= self._most:
            next(iter(self._waiting), visitor).show_out()
        self._inside.add(visitor)
        self._by_transport[transport] = visitor
        self._wait_for(visitor, self._patience)

    def _wait_for(self, visitor: Visitor, seconds: float) -> None:
        self._waiting[visitor] = None
        visitor.wait(seconds)

    def go(self, visitor: Visitor) -> None:
        self._inside.discard(visitor)
        self._waiting.pop(visitor, None)

    @web.middleware
    async def _attend(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Its head is here: from now on it is the handler's guest."""
        visitor = self._by_transport.get(request.transport) if request.transport is not None else None
        if visitor is None:
            return await handler(request)
        self._waiting.pop(visitor, None)
        visitor.wait(None)
        try:
            return await handler(request)
        finally:
            if visitor in self._inside:
                self._wait_for(visitor, self._rest)


class Visitor(asyncio.Protocol):
    """A connection: the library's own protocol with a clock beside it."""

    def __init__(self, doorman: Doorman, inner: asyncio.Protocol) -> None:
        self._doorman = doorman
        self._inner = inner
        self._transport: asyncio.Transport | None = None
        self._clock: asyncio.TimerHandle | None = None

    def wait(self, seconds: float | None) -> None:
        """So long for the next head; None: for ever."""
        if self._clock is not None:
            self._clock.cancel()
        loop = asyncio.get_running_loop()
        self._clock = None if seconds is None else loop.call_later(seconds, self.show_out)

    def show_out(self) -> None:
        if self._transport is not None:
            self._transport.abort()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport  # type: ignore[assignment]
        self._inner.connection_made(transport)
        self._doorman.come(self, transport)

    def connection_lost(self, exc: Exception | None) -> None:
        self.wait(None)
        self._doorman.go(self)
        self._inner.connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        self._inner.data_received(data)

    def eof_received(self) -> bool | None:
        return self._inner.eof_received()

    def pause_writing(self) -> None:
        self._inner.pause_writing()

    def resume_writing(self) -> None:
        self._inner.resume_writing()


class Site(web.BaseSite):
    """As the library's TCPSite, with a doorman."""

    def __init__(self, runner: web.AppRunner, doorman: Doorman, host: str, port: int) -> None:
        super().__init__(runner)
        self._doorman, self._host, self._port = doorman, host, port

    @property
    def name(self) -> str:
        return f"http://{self._host}:{self._port}"

    async def start(self) -> None:
        await super().start()
        server = self._runner.server
        if server is None:
            raise RuntimeError("the runner has not been set up")
        self._server = await asyncio.get_running_loop().create_server(
            lambda: Visitor(self._doorman, server()), self._host, self._port, reuse_address=True
        )
