"""`tregua run` as a whole: it starts, answers, works and stops when asked."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.service import run
from local.server import LocalServer, start_local_server
from talks.errors import SettingsError, StoreError
from talks.settings import Settings
from tests.bot_room import TOKEN, settings_of

pytestmark = pytest.mark.usefixtures("logs_are_reset")


@asynccontextmanager
async def serving(folder: Path) -> AsyncIterator[tuple[LocalServer, Settings]]:
    server = await start_local_server(token=TOKEN)
    (folder / "semillas").mkdir()
    (folder / "feeds.opml").write_text('<opml version="2.0"><body/></opml>', encoding="utf-8")
    try:
        yield server, settings_of(server, folder / "datos", seeds=folder / "semillas", feeds=folder / "feeds.opml")
    finally:
        await server.stop()


async def test_it_answers_and_stops_when_asked(tmp_path: Path) -> None:
    stop = asyncio.Event()
    async with serving(tmp_path) as (server, settings):
        running = asyncio.create_task(run(settings, stop=stop))
        await server.called("getWebhookInfo", within=20)
        ana = server.user("Ana")
        ana.send("/timeline Miami")
        assert "Cronología · «Miami»" in (await ana.wait())[0].text
        stop.set()
        await asyncio.wait_for(running, 10)
        assert server.state.updates == []


async def test_a_wrong_token_ends_it_with_a_sentence(tmp_path: Path) -> None:
    async with serving(tmp_path) as (_, settings):
        wrong = settings.model_copy(update={"telegram_token": "123456:otro"})
        with pytest.raises(SettingsError, match="no acepta el TELEGRAM_TOKEN"):
            await asyncio.wait_for(run(wrong, stop=asyncio.Event()), 20)


async def test_a_second_one_in_the_same_folder_is_refused(tmp_path: Path) -> None:
    stop = asyncio.Event()
    async with serving(tmp_path) as (server, settings):
        running = asyncio.create_task(run(settings, stop=stop))
        await server.called("getMe", within=20)
        with pytest.raises(StoreError, match="ya está en marcha"):
            await run(settings, stop=stop)
        stop.set()
        await asyncio.wait_for(running, 10)
