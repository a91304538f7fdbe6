"""python-telegram-bot runs unmodified against the server on loopback."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TimedOut,
)
from telegram.ext import Application, CallbackQueryHandler, CommandHandler, ContextTypes

from local.server import LocalServer, start_local_server

TOKEN = "123456:ABC-def"
BUTTONS = InlineKeyboardMarkup([[InlineKeyboardButton(text, callback_data=f"n:{text}") for text in ("Uno", "Dos")]])


async def greet(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.message
    await update.message.reply_html("<b>Hola</b> ñ 🟡 <i>ahí</i>", reply_markup=BUTTONS)


async def choose(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    query = update.callback_query
    assert query
    await query.answer("vale")
    await query.edit_message_text(f"elegido {query.data}")


@pytest.fixture(autouse=True)
def _durations_as_timedelta(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")


@pytest_asyncio.fixture
async def server() -> AsyncIterator[LocalServer]:
    running = await start_local_server(token=TOKEN)
    yield running
    await running.stop()


@pytest_asyncio.fixture
async def bot(server: LocalServer) -> AsyncIterator[Bot]:
    async with Bot(TOKEN, base_url=server.base_url, base_file_url=server.base_file_url) as bot:
        yield bot


@pytest_asyncio.fixture
async def application(server: LocalServer) -> AsyncIterator[Application[Any, Any, Any, Any, Any, Any]]:
    app = Application.builder().token(TOKEN).base_url(server.base_url).job_queue(None).build()
    app.add_handlers([CommandHandler("start", greet), CallbackQueryHandler(choose)])
    async with app:
        await app.start()
        assert app.updater
        await app.updater.start_polling(timeout=30)
        yield app
        await app.updater.stop()
        await app.stop()


@pytest.mark.usefixtures("application")
async def test_a_command_is_answered_with_entities_and_buttons(server: LocalServer) -> None:
    ana = server.user("Ana")
    ana.send("/start")
    (reply,) = await ana.wait(1)
    assert reply.text == "Hola ñ 🟡 ahí"
    assert reply.entities == [
        {"type": "bold", "offset": 0, "length": 4},
        {"type": "italic", "offset": 10, "length": 3},
    ]
    assert [[button.text for button in row] for row in reply.rows] == [["Uno", "Dos"]]


@pytest.mark.usefixtures("application")
async def test_a_pressed_button_is_answered_and_edits_the_message(server: LocalServer) -> None:
    ana = server.user("Ana")
    ana.send("/start")
    (reply,) = await ana.wait(1)
    query = ana.press(reply, "Dos")
    (edited,) = await ana.wait(1)
    assert (edited.message_id, edited.text, edited.buttons) == (reply.message_id, "elegido n:Dos", [])
    assert edited.is_edited
    assert await ana.answer(query) == {"text": "vale"}
    assert ana.answers == [{"text": "vale"}]


async def test_the_updater_stops_at_once_with_an_open_long_poll(
    server: LocalServer, application: Application[Any, Any, Any, Any, Any, Any]
) -> None:
    ana = server.user("Ana")
    ana.send("/start")
    await ana.wait(1)
    assert application.updater
    began = time.monotonic()
    await application.updater.stop()
    assert time.monotonic() - began < 10
    await application.updater.start_polling(timeout=30)


async def test_the_server_stops_at_once_with_an_open_long_poll() -> None:
    server = await start_local_server(token=TOKEN)
    app = Application.builder().token(TOKEN).base_url(server.base_url).job_queue(None).build()
    async with app:
        assert app.updater
        await app.updater.start_polling(timeout=30)
        began = time.monotonic()
        await app.updater.stop()
        await server.stop()
        assert time.monotonic() - began < 10


async def test_who_has_not_pressed_start_cannot_be_written_to(server: LocalServer, bot: Bot) -> None:
    ana = server.user("Ana")
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(ana.id, "hola")


async def test_who_blocked_the_bot_cannot_be_written_to_until_unblocking(server: LocalServer, bot: Bot) -> None:
    ana = server.user("Ana")
    ana.send("/start")
    ana.block()
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(ana.id, "hola")
    ana.unblock()
    await bot.send_message(ana.id, "hola")
    updates = await bot.get_updates()
    statuses = [update.my_chat_member.new_chat_member.status for update in updates if update.my_chat_member]
    assert statuses == ["kicked", "member"]


async def test_updates_are_given_again_until_an_offset_confirms_them(server: LocalServer, bot: Bot) -> None:
    ana = server.user("Ana")
    ana.send("uno")
    ana.send("dos")
    first, second = await bot.get_updates()
    assert [update.update_id for update in await bot.get_updates()] == [first.update_id, second.update_id]
    assert [update.update_id for update in await bot.get_updates(offset=second.update_id)] == [second.update_id]
    assert await bot.get_updates(offset=second.update_id + 1) == ()
    assert await bot.get_updates() == ()


async def test_kinds_of_update_that_the_bot_does_not_want_are_not_kept(server: LocalServer, bot: Bot) -> None:
    ana = server.user("Ana")
    await bot.get_updates(allowed_updates=["message"])
    ana.send("hola")
    ana.block()
    assert [bool(update.message) for update in await bot.get_updates()] == [True]


async def test_another_token_is_refused(server: LocalServer) -> None:
    with pytest.raises(InvalidToken):
        async with Bot("1:otro", base_url=server.base_url):
            raise AssertionError("unreachable")


@pytest.mark.parametrize(
    ("kind", "error"),
    [
        ("429", RetryAfter),
        ("500", NetworkError),
        ("502", NetworkError),
        ("403", Forbidden),
        ("400", BadRequest),
        ("reset", NetworkError),
    ],
)
async def test_an_ordered_fault_meets_one_call_and_leaves_no_message(
    server: LocalServer, bot: Bot, kind: Any, error: type[Exception]
) -> None:
    ana = server.user("Ana")
    ana.send("/start")
    server.fault(kind, chat_id=ana.id)
    with pytest.raises(error):
        await bot.send_message(ana.id, "uno")
    await bot.send_message(ana.id, "dos")
    assert [message.text for message in ana.new] == ["dos"]


async def test_an_ordered_migration_says_where_to(server: LocalServer, bot: Bot) -> None:
    server.fault("migrated", method=None, migrate_to_chat_id=-1009, skip=1, times=2)
    await bot.get_me()
    for _ in range(2):
        with pytest.raises(ChatMigrated) as caught:
            await bot.send_message(-4001, "hola")
        assert caught.value.new_chat_id == -1009
    assert server.faults == []


@pytest.mark.usefixtures("application")
async def test_an_ordered_fault_can_be_waited_for(server: LocalServer) -> None:
    server.fault("500", method="getUpdates")
    server.user("Ana").send("/start")
    assert (await server.called("sendMessage"))[0].params["text"].startswith("<b>Hola")
    with pytest.raises(TimeoutError, match=r"2 calls of sendMessage expected within 0.01 s, came 1"):
        await server.called("sendMessage", 2, 0.01)


async def test_a_lost_answer_leaves_the_message_in_the_chat(server: LocalServer, bot: Bot) -> None:
    ana = server.user("Ana")
    ana.send("/start")
    server.fault("reset_after")
    with pytest.raises(NetworkError):
        await bot.send_message(ana.id, "uno")
    assert [message.text for message in ana.new] == ["uno"]


async def test_a_silent_server_times_out(server: LocalServer, bot: Bot) -> None:
    ana = server.user("Ana")
    ana.send("/start")
    server.fault("timeout")
    with pytest.raises(TimedOut):
        await bot.send_message(ana.id, "uno", read_timeout=0.1)
    assert ana.new == []


async def test_a_second_poll_ends_the_first(server: LocalServer, bot: Bot) -> None:
    async with Bot(TOKEN, base_url=server.base_url) as other:
        first = asyncio.create_task(bot.get_updates(timeout=20))
        await server.state.bell.wait_until(lambda: server.state.poll_number == 1, seconds=5)
        await other.get_updates()
        with pytest.raises(Conflict):
            await first


async def test_the_journal_tells_what_was_called_and_answered(server: LocalServer, bot: Bot) -> None:
    ana = server.user("Ana")
    with pytest.raises(BadRequest):
        await bot.send_message(ana.id, "hola")
    last = server.calls[-1]
    assert (last.method, last.params) == ("sendMessage", {"chat_id": ana.id, "text": "hola"})
    assert last.answer == {"ok": False, "error_code": 400, "description": "Bad Request: chat not found"}
