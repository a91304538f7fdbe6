"""The second aiohttp session of the house: requests to the Bot API, for python-telegram-bot. Alerts go by a wire."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

import aiohttp
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.wire import CONNECT_SECONDS, READ_SECONDS, Boarding, Wire


@dataclass(frozen=True, slots=True)
class Prepared:
    """A request whose body has been written as JSON before; it goes where the library's own RequestData does.

    It leaves when its `boarding` says so.
    """

    body: bytes
    boarding: Boarding
    contains_files: bool = False


class AiohttpRequest(BaseRequest):
    """One pool of connections. What aiohttp raises stays as `__cause__`, so that `outcome` can tell «not sent»."""

    def __init__(self, *, connections: int) -> None:
        self._connections = connections
        self._session: aiohttp.ClientSession | None = None
        self._wire = Wire()

    @property
    def read_timeout(self) -> float | None:
        return READ_SECONDS

    async def initialize(self) -> None:
        if self._session is None:
            self._session = aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=self._connections))

    async def shutdown(self) -> None:
        self._wire.close()
        if self._session is not None:
            await self._session.close()
            self._session = None

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Raises TelegramError; nothing of what came is logged, for it may be what a user wrote."""
        try:
            parsed: dict[str, Any] = json.loads(payload.decode("utf-8", "replace"))
        except ValueError as error:
            raise TelegramError("Invalid server response") from error
        return parsed

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | Prepared | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Raises TimedOut or NetworkError in words of our own: those of aiohttp hold the address, and so the token."""
        if self._session is None:
            raise NetworkError("the request is not initialized")
        connect = CONNECT_SECONDS if connect_timeout is self.DEFAULT_NONE else connect_timeout
        read = READ_SECONDS if read_timeout is self.DEFAULT_NONE else read_timeout
        timeout = aiohttp.ClientTimeout(connect=connect, sock_connect=connect, sock_read=read)
        try:
            if isinstance(request_data, Prepared):
                return await self._wire.ask(url, request_data.body, request_data.boarding)
            async with self._session.request(method, url, timeout=timeout, **_body(request_data)) as response:
                return response.status, await response.read()
        except TimeoutError as error:
            raise TimedOut(type(error).__name__) from _without_address(error)
        except (aiohttp.ClientError, OSError) as error:
            raise NetworkError(type(error).__name__) from _without_address(error)


async def server_clock(url: str) -> datetime | None:
    """What time it is by the server's own word; None where it says nothing or cannot be reached."""
    timeout = aiohttp.ClientTimeout(total=CONNECT_SECONDS)
    try:
        async with aiohttp.ClientSession(timeout=timeout) as session, session.head(url) as response:
            said = parsedate_to_datetime(response.headers.get("Date", ""))
    except (aiohttp.ClientError, OSError, ValueError):
        return None
    return said.replace(tzinfo=UTC) if said.tzinfo is None else said


def _body(data: RequestData | None) -> dict[str, Any]:
    if data is None:
        return {}
    if not data.contains_files:
        return {"json": data.parameters}
    form = aiohttp.FormData(data.json_parameters)
    for name, (filename, content, mime_type) in data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=mime_type)
    return {"data": form}


def _without_address(error: Exception) -> Exception:
    """The same error, mute: its words may hold the address of the request."""
    error.args = tuple(each for each in error.args if not isinstance(each, str))
    return error
