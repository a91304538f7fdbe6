"""The whole line: bytes of a feed in, a message in a chat out; and silence where nothing is new."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest_asyncio
from aiohttp import web

from bot.compose import House, deliver_room, open_house, open_telegram
from jobs.deliver import deliver
from jobs.digest import digest
from jobs.poll import poll
from local.people import User
from local.server import start_local_server
from talks.settings import Settings
from talks.store.chats import save_chat
from talks.store.sources import add_source
from talks.types import Chat
from tests.bot_room import BOT_ID, TOKEN, settings_of
from tests.feed_server import serving

RONDA = (
    "Rusia y Ucrania celebran en Ginebra una nueva ronda de negociaciones de paz",
    "Las delegaciones de Rusia y de Ucrania se reunieron hoy en Ginebra, con la mediación de Estados Unidos, para "
    "hablar de un alto el fuego. «Hemos avanzado en el canje de prisioneros», afirmó el jefe de la delegación rusa, "
    "Vladímir Medinski, al término de la reunión. El secretario del Consejo de Seguridad ucraniano, Rustem Umérov, "
    "calificó las conversaciones de útiles. La próxima ronda se celebrará en Estambul, según confirmó la Casa Blanca.",
)
LIGA = (
    "El Real Betis empata en casa y se aleja de Europa",
    "El conjunto verdiblanco no pasó del empate ante un rival bien plantado. El entrenador lamentó las ocasiones "
    "falladas en la segunda parte y pidió paciencia a la afición, que despidió al equipo con división de opiniones.",
)


@dataclass
class Outlet:
    """A feed on loopback whose items a test can add."""

    name: str
    items: list[tuple[str, str]] = field(default_factory=list)

    def rss(self) -> bytes:
        published = format_datetime(datetime.now(UTC) - timedelta(minutes=5))
        items = "".join(
            f"<item><title>{title}</title><description>{text}</description><guid>{self.name}-{n}</guid>"
            f"<link>https://{self.name.lower()}.example/{n}</link><pubDate>{published}</pubDate></item>"
            for n, (title, text) in enumerate(self.items)
        )
        return f'<rss version="2.0"><channel><title>{self.name}</title>{items}</channel></rss>'.encode()


@dataclass
class Line:
    house: House
    ana: User
    first: Outlet
    second: Outlet

    async def run(self) -> list[str]:
        """One round of every job; what arrived in the chat."""
        self.ana.look_away()
        await poll(self.house.poll, is_forced=True)
        await digest(self.house.digest)
        async with open_telegram(self.house) as telegram:
            await deliver(deliver_room(self.house, telegram))
        return [message.text for message in self.ana.new]


@pytest_asyncio.fixture
async def line(tmp_path: Path) -> AsyncIterator[Line]:
    """Ana is subscribed, and what the two feeds held before is known."""
    first, second = Outlet("Diario", [LIGA]), Outlet("Correo", [LIGA])
    async with _feeds(first, second) as url, _house(tmp_path) as (house, ana):
        for outlet in (first, second):
            await house.write(add_source, url=f"{url}/{outlet.name}", title=outlet.name)
        await house.write(save_chat, Chat(BOT_ID, ana.id, "private", "Ana", True), now=datetime.now(UTC))
        line = Line(house, ana, first, second)
        assert await line.run() == []
        yield line


@asynccontextmanager
async def _feeds(*outlets: Outlet) -> AsyncIterator[str]:
    async def answer(request: web.Request) -> web.StreamResponse:
        body = next(outlet.rss() for outlet in outlets if request.path == f"/{outlet.name}")
        return web.Response(body=body, content_type="application/rss+xml")

    async with serving(answer) as (_, url):
        yield url


@asynccontextmanager
async def _house(folder: Path) -> AsyncIterator[tuple[House, User]]:
    server = await start_local_server(token=TOKEN)
    (folder / "semillas").mkdir()
    settings: Settings = settings_of(server, folder, seeds=folder / "semillas", allow_private_feeds=True)
    try:
        async with open_house(settings) as house:
            yield house, server.user("Ana", has_started=True)
    finally:
        await server.stop()


async def test_a_development_becomes_one_alert_and_then_there_is_silence(line: Line) -> None:
    line.first.items.append(RONDA)
    told = await line.run()
    assert len(told) == 1
    assert RONDA[0] in told[0]
    assert "Fuentes: Diario" in told[0]
    assert await line.run() == []


async def test_the_same_wire_in_a_second_outlet_is_silence(line: Line) -> None:
    line.first.items.append(RONDA)
    assert len(await line.run()) == 1
    line.second.items.append(RONDA)
    assert await line.run() == []


async def test_the_same_wire_in_two_outlets_at_once_is_one_alert(line: Line) -> None:
    line.first.items.append(RONDA)
    line.second.items.append(RONDA)
    assert len(await line.run()) == 1


async def test_an_item_off_the_topic_is_silence(line: Line) -> None:
    line.first.items.append(("El Sevilla ficha a un central", LIGA[1]))
    assert await line.run() == []


async def test_a_file_dropped_into_the_seeds_folder_is_told_with_its_source(line: Line, tmp_path: Path) -> None:
    header = f"título: {RONDA[0]}\nfuente: Mi archivo\nfecha: {datetime.now(UTC):%Y-%m-%d}\n\n"
    (tmp_path / "semillas" / "ronda.txt").write_text(header + RONDA[1], encoding="utf-8")
    told = await line.run()
    assert len(told) == 1
    assert "Fuentes: Mi archivo" in told[0]
