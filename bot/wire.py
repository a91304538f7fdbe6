"""Connections for alerts, on which the next message leaves in the instant in which the last one is answered.

A general client spends on each call several times what a quick server needs to answer it, and with few calls on their
way at once (`jobs/pace.py`) the server waits for it. Here a message is ready to the last byte before its turn comes.
"""

from __future__ import annotations

import asyncio
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Protocol
from urllib.parse import urlsplit

from bot.answered import BadAnswer, Reading

CONNECT_SECONDS, READ_SECONDS = 5.0, 10.0
IDLE_SECONDS = 15.0
"""A connection that rested longer may have been closed at the other end."""
LOOK_SECONDS = 0.5
HAPPY_SECONDS = 0.25
"""Before the next address of a host is tried beside the first."""


class NotConnected(ConnectionError):
    """The request never left this machine."""


class Boarding(Protocol):
    """Tells when a message may leave, and hears when it is answered."""

    def board(self, go: Callable[[], None], give_up: Callable[[], None]) -> None: ...

    def withdraw(self) -> None: ...

    def answered(self, status: int, body: bytes) -> None: ...


@dataclass(frozen=True, slots=True)
class Place:
    """Where a request goes; `head` is all of its head but the length."""

    host: str
    port: int
    is_secret: bool
    head: bytes


@lru_cache(maxsize=16)
def place_of(url: str) -> Place:
    parts = urlsplit(url)
    is_secret = parts.scheme == "https"
    host = parts.hostname or ""
    head = f"POST {parts.path} HTTP/1.1\r\nHost: {parts.netloc.rpartition('@')[2]}\r\n"
    kind = "Content-Type: application/json\r\nContent-Length: "
    return Place(host, parts.port or (443 if is_secret else 80), is_secret, (head + kind).encode("ascii"))


class Passenger:
    """A request, and where its answer is waited for."""

    def __init__(self, place: Place, body: bytes, boarding: Boarding) -> None:
        self.place = place
        self.request = b"%b%d\r\n\r\n%b" % (place.head, len(body), body)
        self.boarding = boarding
        self.answer: asyncio.Future[tuple[int, bytes]] = asyncio.get_running_loop().create_future()
        self.line: Line | None = None
        self.connecting: asyncio.Task[None] | None = None

    def arrive(self, status: int, body: bytes) -> None:
        """The note of the answer comes first, then the next message leaves, then whoever waits for this one hears."""
        self.boarding.answered(status, body)
        if not self.answer.done():
            self.answer.set_result((status, body))

    def fail(self, error: OSError) -> None:
        if not self.answer.done():
            self.answer.set_exception(error)


class Wire:
    """As many connections as there are messages on their way."""

    def __init__(self, *, patience: float = READ_SECONDS) -> None:
        self._patience = patience
        self._resting: dict[tuple[str, int], list[Line]] = {}
        self._busy: set[Line] = set()
        self._secrets: ssl.SSLContext | None = None
        self._looking: asyncio.TimerHandle | None = None

    async def ask(self, url: str, body: bytes, boarding: Boarding) -> tuple[int, bytes]:
        """Status and body of the answer.

        Raises NotConnected, or any other OSError where the message may have left.
        """
        passenger = Passenger(place_of(url), body, boarding)
        boarding.board(partial(self._go, passenger), lambda: passenger.fail(NotConnected("the server is out of reach")))
        try:
            return await passenger.answer
        except asyncio.CancelledError:
            self._drop(passenger)
            raise

    def close(self) -> None:
        for line in (*self._busy, *(line for lines in self._resting.values() for line in lines)):
            line.close()
        self._resting.clear()
        if self._looking is not None:
            self._looking.cancel()
            self._looking = None

    def _go(self, passenger: Passenger) -> None:
        line = self._rested(passenger.place)
        if line is None:
            passenger.connecting = asyncio.create_task(self._connect(passenger))
        else:
            self._carry(line, passenger)

    def _drop(self, passenger: Passenger) -> None:
        passenger.boarding.withdraw()
        if passenger.connecting is not None:
            passenger.connecting.cancel()
        if passenger.line is not None:
            passenger.line.close()

    def _carry(self, line: Line, passenger: Passenger) -> None:
        self._busy.add(line)
        line.carry(passenger)
        self._keep_looking()

    async def _connect(self, passenger: Passenger) -> None:
        try:
            line = await self._connected(passenger.place)
        except OSError as error:
            passenger.fail(error)
        else:
            self._carry(line, passenger)

    def _rested(self, place: Place) -> Line | None:
        lines = self._resting.get((place.host, place.port), [])
        while lines:
            line = lines.pop()
            if line.is_open and time.monotonic() - line.rested_at < IDLE_SECONDS:
                return line
            line.close()
        return None

    async def _connected(self, place: Place) -> Line:
        """Raises NotConnected."""
        loop = asyncio.get_running_loop()
        secrets = self._secret() if place.is_secret else None
        try:
            async with asyncio.timeout(CONNECT_SECONDS):
                _, line = await loop.create_connection(
                    partial(Line, partial(self._rest, place)), place.host, place.port, ssl=secrets,
                    happy_eyeballs_delay=HAPPY_SECONDS,
                )  # fmt: skip
        except OSError as error:
            raise NotConnected(type(error).__name__) from None
        return line

    def _secret(self) -> ssl.SSLContext:
        self._secrets = self._secrets or ssl.create_default_context()
        return self._secrets

    def _rest(self, place: Place, line: Line) -> None:
        self._busy.discard(line)
        if line.is_open:
            line.rested_at = time.monotonic()
            self._resting.setdefault((place.host, place.port), []).append(line)

    def _keep_looking(self) -> None:
        if self._looking is None:
            self._looking = asyncio.get_running_loop().call_later(min(LOOK_SECONDS, self._patience), self._look)

    def _look(self) -> None:
        """For calls that have waited too long: one timer for all of them."""
        self._looking = None
        latest = time.monotonic() - self._patience
        for line in list(self._busy):
            line.give_up_if_sent_before(latest)
        if self._busy:
            self._keep_looking()


class Line(asyncio.Protocol):
    """One connection; one request at a time."""

    def __init__(self, on_rest: Callable[[Line], None]) -> None:
        self._on_rest = on_rest
        self._transport: asyncio.Transport | None = None
        self._reading = Reading()
        self._passenger: Passenger | None = None
        self._sent_at = 0.0
        self.rested_at = 0.0

    @property
    def is_open(self) -> bool:
        return self._transport is not None and not self._transport.is_closing()

    def carry(self, passenger: Passenger) -> None:
        if self._transport is None or self._transport.is_closing():
            passenger.fail(NotConnected("the connection was closed"))
            return
        self._passenger, passenger.line = passenger, self
        self._sent_at = time.monotonic()
        self._transport.write(passenger.request)

    def close(self) -> None:
        if self._transport is not None:
            self._transport.abort()

    def give_up_if_sent_before(self, latest: float) -> None:
        if self._sent_at < latest:
            self._fail(TimeoutError())

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport  # type: ignore[assignment]

    def data_received(self, data: bytes) -> None:
        try:
            answer = self._reading.feed(data)
        except BadAnswer as error:
            self._fail(ConnectionError(str(error)))
            return
        if answer is not None:
            self._finish(*answer)

    def connection_lost(self, exc: Exception | None) -> None:
        self._transport = None
        if (rest := self._reading.at_end()) is not None:
            self._finish(*rest)
        else:
            self._fail(ConnectionResetError("the connection was lost"))

    def _finish(self, status: int, body: bytes) -> None:
        if not self._reading.is_kept_open or self._passenger is None:
            self.close()
        passenger = self._rest()
        if passenger is not None:
            passenger.arrive(status, body)

    def _fail(self, error: OSError) -> None:
        self.close()
        passenger = self._rest()
        if passenger is not None:
            passenger.fail(error)

    def _rest(self) -> Passenger | None:
        passenger, self._passenger = self._passenger, None
        self._reading = Reading()
        self._on_rest(self)
        return passenger
