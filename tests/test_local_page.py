"""The chat in a browser: what the page is told and what it may do."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
import pytest_asyncio
from telegram import Bot, BotCommand, InlineKeyboardButton, InlineKeyboardMarkup

from local.page import page_routes
from local.server import LocalServer, start_local_server

TOKEN = "1:local"
ME = 1000


@pytest_asyncio.fixture
async def server() -> AsyncIterator[LocalServer]:
    running = await start_local_server(token=TOKEN, pages=page_routes)
    yield running
    await running.stop()


@pytest_asyncio.fixture
async def bot(server: LocalServer) -> AsyncIterator[Bot]:
    async with Bot(TOKEN, base_url=server.base_url) as bot:
        yield bot


@pytest_asyncio.fixture
async def http(server: LocalServer) -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(base_url=server.base_url.removesuffix("bot")) as session:
        yield session


async def told(http: aiohttp.ClientSession, seen: int | str = "") -> Any:
    async with http.get("chat", params={"seen": str(seen)}) as response:
        return await response.json()


async def do(http: aiohttp.ClientSession, **what: Any) -> Any:
    async with http.post("chat", json=what) as response:
        return response.status, await response.json()


async def test_the_page_may_load_nothing_from_elsewhere(http: aiohttp.ClientSession) -> None:
    async with http.get("/") as response:
        assert "<title>Chat local</title>" in await response.text()
        assert response.headers["Content-Security-Policy"].startswith("default-src 'none'")


async def test_it_shows_a_private_chat_and_a_group_that_are_there_from_the_start(
    http: aiohttp.ClientSession, bot: Bot
) -> None:
    view = await told(http)
    assert [(chat["type"], chat.get("title")) for chat in view["chats"]] == [
        ("private", None),
        ("supergroup", "Grupo de prueba"),
    ]
    assert await bot.get_updates() == ()
    for chat in view["chats"]:
        await bot.send_message(chat["id"], "hola")


async def test_what_is_written_there_reaches_the_bot(http: aiohttp.ClientSession, bot: Bot) -> None:
    _, group = (await told(http))["chats"]
    assert await do(http, chat=ME, text=" /start ") == (200, {})
    assert await do(http, chat=group["id"], text="/timeline") == (200, {})
    messages = [one.message for one in await bot.get_updates() if one.message]
    assert [(one.text, one.chat.id) for one in messages] == [("/start", ME), ("/timeline", group["id"])]


async def test_a_button_is_pressed_and_its_answer_told(http: aiohttp.ClientSession, bot: Bot) -> None:
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton(name, callback_data=name) for name in ("uno", "dos")]])
    sent = await bot.send_message(ME, "elige", reply_markup=keyboard)
    assert await do(http, chat=ME, message=sent.message_id, button=1) == (200, {})
    (update,) = await bot.get_updates()
    assert update.callback_query
    assert update.callback_query.data == "dos"
    await update.callback_query.answer("hecho")
    assert (await told(http))["answers"] == [{"text": "hecho"}]


async def test_it_is_told_as_soon_as_there_is_something_new(http: aiohttp.ClientSession, bot: Bot) -> None:
    before = await told(http)
    sent = await bot.send_message(ME, "<b>Alerta</b>", parse_mode="HTML")
    after = await told(http, before["revision"])
    assert [one["text"] for one in after["chats"][0]["messages"]] == ["Alerta"]
    await sent.delete()
    gone = await told(http, after["revision"])
    assert gone["chats"][0]["messages"] == []


async def test_the_commands_of_the_bot_are_offered(http: aiohttp.ClientSession, bot: Bot) -> None:
    await bot.set_my_commands([BotCommand("quien", "Quién es alguien")])
    assert (await told(http))["commands"] == {"quien": "Quién es alguien"}


@pytest.mark.parametrize(
    ("what", "words"),
    [
        ({"chat": 5, "text": "x"}, "there is no such chat"),
        ({"chat": ME, "text": 5}, "must be of type String"),
        ({"chat": ME, "message": 99, "button": 0}, "there is no such message"),
        ({"texto": "x"}, "Can't find field"),
    ],
)
async def test_what_makes_no_sense_is_refused(http: aiohttp.ClientSession, what: dict[str, Any], words: str) -> None:
    status, body = await do(http, **what)
    assert status == 400
    assert words in body["error"]


async def test_a_body_that_is_no_json_is_refused(http: aiohttp.ClientSession) -> None:
    async with http.post("chat", data=b"{", headers={"Content-Type": "application/json"}) as response:
        assert response.status == 400


async def test_a_page_of_another_site_can_neither_write_nor_read(http: aiohttp.ClientSession) -> None:
    async with http.post(
        "chat", data='{"chat": 1000, "text": "x"}', headers={"Content-Type": "text/plain"}
    ) as response:
        assert response.status == 403
    async with http.get("chat", headers={"Host": "malo.example.org"}) as response:
        assert response.status == 403
