"""When something of ours breaks: one apology, one log line without a token or a word of the user."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
import structlog
from structlog.testing import capture_logs

from bot.failures import note_failure
from bot.logs import configure_logs
from bot.texts.chat import BUTTON_FAILED, FAILED
from talks.errors import StoreError
from talks.store.connection import Store
from tests.bot_room import BotRoom, bot_running


@pytest_asyncio.fixture
async def room(tmp_path: Path) -> AsyncIterator[BotRoom]:
    async with bot_running(tmp_path) as running:
        yield running


def the_chronology_breaks(store: Store) -> None:
    store.run("DROP TABLE chronology")


async def test_a_failure_is_apologised_for_once_and_told_without_words_of_the_user(room: BotRoom) -> None:
    await room.desk.write(the_chronology_breaks)
    with capture_logs() as lines:
        answers = await room.ask(room.person(), "/timeline secreto mío")
    assert [answer.text for answer in answers] == [FAILED]
    failed = next(line for line in lines if line["event"] == "failed")
    assert failed["what"] == "update"
    assert "secreto" not in str(lines)


async def test_a_button_that_fails_says_so_and_nothing_more(room: BotRoom) -> None:
    ana = room.person()
    await room.ask(ana, "/ayuda")
    await room.desk.write(the_chronology_breaks)
    press = ana.press(ana.messages[-1], data="page:0:")
    assert await ana.answer(press) == {"text": BUTTON_FAILED}
    await room.settled()
    assert ana.new == []


async def test_the_bot_goes_on_after_a_failure(room: BotRoom) -> None:
    ana = room.person()
    await room.desk.write(the_chronology_breaks)
    await room.ask(ana, "/timeline")
    assert (await room.ask(ana, "/ayuda"))[0].text.startswith("Aviso cuando")


async def test_a_reply_that_cannot_be_delivered_is_no_failure(room: BotRoom) -> None:
    ana = await room.subscribed()
    room.server.fault("403", description="bot was blocked by the user")
    with capture_logs() as lines:
        ana.send("/ayuda")
        await room.settled()
        await room.server.called("sendMessage", 2)
    assert ana.new == []
    assert not [line for line in lines if line["log_level"] == "error"]


async def test_a_reply_waits_for_a_flood_to_end(room: BotRoom) -> None:
    room.server.fault("429", retry_after=3)
    assert (await room.ask(room.person(), "/ayuda"))[0].text.startswith("Aviso cuando")


def test_failures_of_jobs_are_told_alike() -> None:
    with capture_logs() as lines:
        note_failure("poll", StoreError("el disco está lleno"))
    assert lines == [
        {"what": "poll", "cause": "StoreError", "error": "el disco está lleno", "where": "", "event": "failed",
         "log_level": "error"}
    ]  # fmt: skip


@pytest.mark.usefixtures("logs_are_reset")
def test_a_token_never_reaches_the_log(tmp_path: Path) -> None:
    configure_logs(tmp_path / "tregua.log")
    token = "123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"
    structlog.get_logger().error("fallo", error=f"https://api.telegram.org/bot{token}/getMe")
    logging.getLogger("telegram").error("fallo en %s", token)
    written = (tmp_path / "tregua.log").read_text(encoding="utf-8")
    assert written.count("<token>") == 2
    assert token not in written
