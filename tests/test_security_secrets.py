"""The token stands in no log, traceback, metric, page or sentence, and what is stored is for its owner alone."""

from __future__ import annotations

import asyncio
import logging
import os
import stat
import sys
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import aiohttp
import pytest
import structlog
from telegram.error import NetworkError, TelegramError, TimedOut

from bot.logs import configure_logs
from bot.request import AiohttpRequest
from bot.status.meters import Meters
from bot.status.server import StatusRoom, status_server
from jobs.store_thread import StoreThread
from local.server import start_local_server
from talks.errors import SettingsError
from talks.settings import PROJECT, load_settings
from talks.store.backup import backup
from talks.store.connection import Store, open_store
from tests.bot_room import bot_running
from tests.feed_server import serving
from tests.steps import NOON, somebody_subscribes, something_happens

TOKEN = "123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"
SECRET_PART = "AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"


class Written:
    """All that a process of ours says on its way to its end."""

    def __init__(self, folder: Path, api: str) -> None:
        (folder / "seeds").mkdir(exist_ok=True)
        (folder / "feeds.opml").write_text('<opml version="2.0"><body/></opml>', encoding="utf-8")
        self.environment = {
            **os.environ,
            "TELEGRAM_TOKEN": TOKEN,
            "TELEGRAM_API_URL": api,
            "TREGUA_DATA": str(folder),
            "TREGUA_SEEDS": str(folder / "seeds"),
            "TREGUA_FEEDS": str(folder / "feeds.opml"),
        }

    async def of(self, command: str) -> str:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-X", "dev", "-m", "bot", command, cwd=PROJECT, env=self.environment,
            stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
        )  # fmt: skip
        said, _ = await asyncio.wait_for(process.communicate(), 60)
        return said.decode()


async def test_a_refused_token_is_a_sentence_without_the_token(tmp_path: Path) -> None:
    server = await start_local_server(token="123456789:otro")
    said = await Written(tmp_path, server.base_url.removesuffix("/bot")).of("deliver")
    await server.stop()
    assert "no acepta el TELEGRAM_TOKEN" in said
    assert SECRET_PART not in said


async def test_a_server_that_is_not_there_is_a_sentence_without_the_token(tmp_path: Path) -> None:
    said = await Written(tmp_path, "http://127.0.0.1:1").of("deliver")
    assert "No se llega al servidor" in said
    assert SECRET_PART not in said


@pytest.mark.parametrize("fault", ["reset", "timeout", "500", "502", "403", "429"])
async def test_a_delivery_that_fails_writes_no_token(tmp_path: Path, fault: str) -> None:
    server = await start_local_server(token=TOKEN)
    server.user("Ana", user_id=1, has_started=True)
    with closing(open_store(tmp_path / "tregua.db")) as store:
        somebody_subscribes(store, 1, bot_id=123456789)
        something_happens(store)
    server.fault(fault)  # type: ignore[arg-type]
    said = await Written(tmp_path, server.base_url.removesuffix("/bot")).of("deliver")
    await server.stop()
    assert "deliver:" in said
    assert SECRET_PART not in said


@pytest.mark.parametrize("kind", ["reset", "silence", "refused", "nonsense"])
async def test_an_error_of_the_network_does_not_say_the_address(kind: str) -> None:
    """Neither does anything that it was raised from: a traceback prints those too."""
    gate = asyncio.Event()

    async def answer(request: aiohttp.web.Request) -> aiohttp.web.StreamResponse:
        if kind == "silence":
            await gate.wait()
        if kind == "reset" and request.transport is not None:
            request.transport.abort()
        return aiohttp.web.Response(text="<html>")

    request = AiohttpRequest(connections=1)
    await request.initialize()
    async with serving(answer) as (_, url):
        address = "http://127.0.0.1:1" if kind == "refused" else url
        with pytest.raises((NetworkError, TimedOut, TelegramError)) as caught:
            await request.post(f"{address}/bot{TOKEN}/sendMessage", read_timeout=0.2)
        gate.set()
    await request.shutdown()
    chain: BaseException | None = caught.value
    while chain is not None:
        assert SECRET_PART not in f"{chain!r} {chain}"
        chain = chain.__cause__ or chain.__context__


@pytest.mark.usefixtures("logs_are_reset")
def test_a_traceback_in_the_log_has_no_token(tmp_path: Path) -> None:
    configure_logs(tmp_path / "tregua.log")
    try:
        raise RuntimeError(f"https://api.telegram.org/bot{TOKEN}/getMe")
    except RuntimeError as error:
        structlog.get_logger().error("fallo", exc_info=error)
        logging.getLogger("aiohttp").exception("fallo en %s", f"bot{TOKEN}")
        logging.getLogger("asyncio").error("tarea", extra={"url": TOKEN}, exc_info=error)
    written = (tmp_path / "tregua.log").read_text(encoding="utf-8")
    assert "RuntimeError" in written
    assert SECRET_PART not in written


@pytest.mark.usefixtures("logs_are_reset")
def test_a_token_within_a_list_or_a_field_of_a_log_is_blotted_out(tmp_path: Path) -> None:
    configure_logs(tmp_path / "tregua.log")
    structlog.get_logger().info(
        "peticiones", urls=[f"/bot{TOKEN}/getMe"], asked={"token": TOKEN}, error=Exception(TOKEN)
    )
    assert SECRET_PART not in (tmp_path / "tregua.log").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["TELEGRAM_TOKEN", "TREGUA_WEBHOOK_SECRET"])
def test_a_secret_that_is_wrong_is_not_repeated(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, "un secreto, mal escrito")
    with pytest.raises(SettingsError) as caught:
        load_settings(_env_file=None)
    assert "mal escrito" not in str(caught.value)
    assert name in str(caught.value)


async def test_health_metrics_and_the_page_show_no_secret_and_no_chat(tmp_path: Path) -> None:
    thread = StoreThread(tmp_path / "tregua.db")
    await thread(somebody_subscribes, 4_815_162_342, title="Ana Secreta", bot_id=123456789)
    await thread(something_happens)
    meters = Meters(halts=lambda: 0, killed=lambda: 0, missed=dict)
    room = StatusRoom(
        thread, meters, 123456789, tmp_path, tmp_path / "backups", timedelta(minutes=5), lambda: NOON, NOON
    )  # fmt: skip
    async with status_server(room, host="127.0.0.1", port=0) as port, aiohttp.ClientSession() as session:
        shown = ""
        for path in ("/", "/health", "/metrics"):
            async with session.get(f"http://127.0.0.1:{port}{path}") as response:
                shown += await response.text()
    thread.close()
    assert "tregua_subscribers" in shown
    for secret in (SECRET_PART, "123456789", "4815162342", "Ana Secreta"):
        assert secret not in shown


async def test_the_bot_says_no_token_in_any_message(tmp_path: Path) -> None:
    async with bot_running(tmp_path, admins=(900,)) as room:
        boss = room.server.user("Jefa", user_id=900, has_started=True)
        for command in ("/salud", "/feeds", "/ayuda", "/privacidad", "/fuentes"):
            await room.ask(boss, command)
        token = room.telegram.settings.telegram_token
        assert not any(token in str(call.params) for call in room.server.calls)


def test_the_database_and_its_copies_are_for_their_owner_alone(store: Store, tmp_path: Path) -> None:
    backup(store, tmp_path / "copia.db")
    for name in ("tregua.db", "copia.db"):
        assert stat.S_IMODE((tmp_path / name).stat().st_mode) & 0o077 == 0
