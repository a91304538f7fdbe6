"""What comes over the network, in both directions: names that point inside, pushes that are none of Telegram's."""

from __future__ import annotations

import asyncio
import io
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import aiohttp
import pytest
from aiohttp.abc import AbstractResolver, ResolveResult
from telegram import Bot

from bot.inbox import Inbox
from bot.webhook import LARGEST_UPDATE, SECRET_HEADER, webhook
from talks.errors import FetchError
from talks.sources.fetch import fetch, open_session
from talks.sources.guard import guarded_socket
from tests.bot_room import BotRoom, bot_running
from tests.feed_data import rss
from tests.feed_server import serving


class Directory(AbstractResolver):
    """A DNS whose answers change from one look-up to the next; the last one stays."""

    def __init__(self, *answers: str) -> None:
        self.answers = list(answers)
        self.asked = 0

    async def resolve(self, host: str, port: int = 0, family: int = socket.AF_INET) -> list[ResolveResult]:
        self.asked += 1
        address = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        of_family = socket.AF_INET6 if ":" in address else socket.AF_INET
        return [
            ResolveResult(
                hostname=host, host=address, port=port, family=of_family, proto=0, flags=socket.AI_NUMERICHOST
            )
        ]

    async def close(self) -> None:
        return None


def guarded(directory: Directory) -> aiohttp.ClientSession:
    """As `open_session` does it, with a DNS of our own."""
    connector = aiohttp.TCPConnector(socket_factory=guarded_socket, resolver=directory, use_dns_cache=False)
    return aiohttp.ClientSession(connector=connector)


def test_the_session_for_feeds_is_guarded_unless_the_operator_says_otherwise() -> None:
    async def factories() -> list[object]:
        async with open_session(allow_private=False) as closed, open_session(allow_private=True) as opened:
            return [session.connector._socket_factory for session in (closed, opened)]  # type: ignore[union-attr]

    assert asyncio.run(factories()) == [guarded_socket, None]


@pytest.mark.parametrize(
    "address", ["127.0.0.1", "10.0.0.7", "169.254.169.254", "::1", "::ffff:127.0.0.1", "64:ff9b::a00:7", "fd00::1"]
)
async def test_a_name_that_points_inside_is_refused(address: str) -> None:
    async with guarded(Directory(address)) as session:
        with pytest.raises(FetchError, match=r"«inocente\.example» está en una red privada"):
            await fetch(session, "http://inocente.example/rss")


async def test_a_name_that_points_inside_at_the_second_look_is_refused() -> None:
    """Every connection is looked up and guarded anew: what the name was a moment before counts for nothing."""
    directory = Directory("93.184.216.34", "127.0.0.1")
    async with serving(a_feed) as (_, root):
        port = root.rsplit(":", 1)[1]
        async with guarded(directory) as session:
            assert (await directory.resolve("cambia.example"))[0]["host"] == "93.184.216.34"
            with pytest.raises(FetchError, match="está en una red privada"):
                await fetch(session, f"http://cambia.example:{port}/")
    assert directory.asked == 2


async def a_feed(_: aiohttp.web.Request) -> aiohttp.web.StreamResponse:
    return aiohttp.web.Response(body=rss())


SECRET = "bien"


@asynccontextmanager
async def pushed(folder: Path) -> AsyncIterator[tuple[BotRoom, str]]:
    """A bot behind a webhook, and its address."""
    async with serving(a_feed) as (_, root):
        port = int(root.rsplit(":", 1)[1])
    async with bot_running(
        folder, webhook_url=f"http://127.0.0.1:{port}/gancho", webhook_port=port, webhook_secret=SECRET
    ) as room:
        yield room, f"http://127.0.0.1:{port}"


@pytest.mark.parametrize(
    ("path", "method", "body", "status"),
    [
        ("/", "POST", b"{}", 404),
        ("/gancho/../gancho2", "POST", b"{}", 404),
        ("/gancho", "GET", b"", 405),
        ("/gancho", "POST", b"x" * (LARGEST_UPDATE + 1), 413),
        ("/gancho", "POST", b'{"update_id": "x"}', 200),
        ("/gancho", "POST", b'{"update_id": 1, "message": {"chat": 7}}', 200),
        ("/gancho", "POST", b"\xff\xfe", 400),
        ("/gancho", "POST", b"[" * 100_000, 400),
    ],
)
async def test_a_push_that_is_no_update_costs_nothing(
    tmp_path: Path, path: str, method: str, body: bytes, status: int
) -> None:
    async with pushed(tmp_path) as (room, root), aiohttp.ClientSession() as session:
        async with session.request(
            method, root + path, data=io.BytesIO(body), headers={SECRET_HEADER: SECRET}
        ) as response:
            assert response.status == status
        ana = room.person()
        assert await room.ask(ana, "/ayuda")


@pytest.mark.parametrize("secret", [None, "", "mal", "bie", "biena", "BIEN", "ñ"])
async def test_a_push_without_the_secret_is_not_even_read(tmp_path: Path, secret: str | None) -> None:
    headers = {} if secret is None else {SECRET_HEADER: secret}
    body = b"x" * (LARGEST_UPDATE + 1)
    async with (
        pushed(tmp_path) as (_, root),
        aiohttp.ClientSession() as session,
        session.post(f"{root}/gancho", data=io.BytesIO(body), headers=headers) as response,
    ):
        assert response.status == 403


async def test_a_push_that_trickles_in_is_cut_off(tmp_path: Path) -> None:
    async def process(_: object) -> None:
        raise AssertionError("nothing has come")

    async def trickle() -> AsyncIterator[bytes]:
        yield b"{"
        await asyncio.Event().wait()

    async with bot_running(tmp_path) as room:
        bot: Bot = room.telegram.application.bot
        async with serving(a_feed) as (_, root):
            port = int(root.rsplit(":", 1)[1])
        url = f"http://127.0.0.1:{port}/"
        async with (
            webhook(bot, Inbox(bot, process), url=url, port=port, secret=SECRET, patience=0.2),  # type: ignore[arg-type]
            aiohttp.ClientSession() as session,
            session.post(url, data=trickle(), headers={SECRET_HEADER: SECRET}) as response,
        ):
            assert response.status == 408


async def test_a_push_whose_head_trickles_in_is_cut_off(tmp_path: Path) -> None:
    async def process(_: object) -> None:
        raise AssertionError("nothing has come")

    async with bot_running(tmp_path) as room:
        bot: Bot = room.telegram.application.bot
        async with serving(a_feed) as (_, root):
            port = int(root.rsplit(":", 1)[1])
        url = f"http://127.0.0.1:{port}/"
        async with webhook(bot, Inbox(bot, process), url=url, port=port, secret=SECRET, patience=0.05):  # type: ignore[arg-type]
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(b"POST / HTTP/1.1\r\nHost: x\r\nX-Slow: ")
            with suppress(ConnectionError):
                assert await asyncio.wait_for(reader.read(), 10) == b""
            writer.close()


@pytest.mark.parametrize("path", ["..%2f..%2fetc%2fpasswd", "../secret", "photos/../../x", "%2e%2e/x"])
async def test_no_path_leads_out_of_the_files_of_the_local_server(tmp_path: Path, path: str) -> None:
    async with bot_running(tmp_path) as room, aiohttp.ClientSession() as session:
        address = f"{room.server.base_file_url}{room.server.token}/{path}"
        async with session.get(aiohttp.client.URL(address, encoded=True)) as response:
            assert response.status == 404
