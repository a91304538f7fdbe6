"""The chat in a browser: what the page is told and what it may do."""

from __future__ import annotations

import json
import re
from collections.abc import AsyncIterator
from functools import partial
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import pytest_asyncio
from telegram import Bot, BotCommand, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import Forbidden

from local.cast import MOST_PEOPLE
from local.page import page_routes
from local.server import LocalServer, start_local_server

TOKEN = "1:local"
ME, ANA = 1000, 1001


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
        text = await response.text()
        assert "<title>Chat local</title>" in text
        assert response.headers["Content-Security-Policy"].startswith("default-src 'none'; script-src 'self';")
    for name in re.findall(r'(?:src|href)="([^"]+)"', text):
        assert name == "data:," or (await http.get(name)).status == 200


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


async def test_somebody_who_is_added_has_a_chat_of_their_own_and_is_in_the_group(
    http: aiohttp.ClientSession, bot: Bot
) -> None:
    assert await do(http, add="  Ana   María ") == (200, {"id": ANA})
    view = await told(http)
    group = view["chats"][-1]
    assert [(each["name"], each["chats"]) for each in view["people"]] == [
        ("Tú", [ME, group["id"]]),
        ("Ana María", [ANA, group["id"]]),
    ]
    assert group["messages"][0]["new_chat_members"][0]["first_name"] == "Ana María"
    assert group["standings"] == {str(ME): "creator", "1": "member", str(ANA): "member"}


async def test_each_speaks_under_their_own_name(http: aiohttp.ClientSession, bot: Bot) -> None:
    await do(http, add="Ana")
    group = (await told(http))["chats"][-1]["id"]
    for chat in (ANA, group):
        assert await do(http, **{"as": ANA}, chat=chat, text="/start") == (200, {})
    assert (await do(http, **{"as": ANA}, chat=ME, text="/start"))[1] == {"error": "there is no such chat"}
    messages = [one.message for one in await bot.get_updates() if one.message and one.message.text]
    assert [(one.chat.id, one.from_user and one.from_user.first_name) for one in messages] == [
        (ANA, "Ana"),
        (group, "Ana"),
    ]


async def test_the_answer_to_a_press_is_for_whoever_pressed(http: aiohttp.ClientSession, bot: Bot) -> None:
    await do(http, add="Ana")
    group = (await told(http))["chats"][-1]["id"]
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("uno", callback_data="uno")]])
    sent = await bot.send_message(group, "elige", reply_markup=keyboard)
    await do(http, **{"as": ANA}, chat=group, message=sent.message_id, button=0)
    *_, update = await bot.get_updates()
    assert update.callback_query
    await update.callback_query.answer("hecho")
    answers = {each["name"]: each["answers"] for each in (await told(http))["people"]}
    assert answers == {"Tú": [], "Ana": [{"text": "hecho"}]}


async def test_a_member_becomes_an_administrator_and_a_member_again(http: aiohttp.ClientSession, bot: Bot) -> None:
    await do(http, add="Ana")
    before = await told(http)
    group = before["chats"][-1]["id"]
    for administers, standing in ((True, "administrator"), (False, "member")):
        assert await do(http, **{"as": ANA}, administers=administers) == (200, {})
        before = await told(http, before["revision"])
        assert before["chats"][-1]["standings"][str(ANA)] == standing
        assert (await bot.get_chat_member(group, ANA)).status == standing


async def test_who_is_removed_gets_nothing_more(http: aiohttp.ClientSession, bot: Bot) -> None:
    await do(http, add="Ana")
    await do(http, **{"as": ANA}, chat=ANA, text="/start")
    assert await do(http, remove=ANA) == (200, {})
    assert [each["name"] for each in (await told(http))["people"]] == ["Tú"]
    with pytest.raises(Forbidden, match="deactivated"):
        await bot.send_message(ANA, "hola")
    assert await do(http, add="Ana") == (200, {"id": ANA + 1})


async def test_no_more_people_are_added_than_fit(http: aiohttp.ClientSession) -> None:
    answers = [await do(http, add=f"Persona {number}") for number in range(MOST_PEOPLE)]
    assert [status for status, _ in answers] == [200] * (MOST_PEOPLE - 1) + [400]
    assert answers[-1][1] == {"error": f"Aquí caben {MOST_PEOPLE} personas."}


async def test_the_people_are_there_again_after_a_restart_and_the_bot_is_told_of_nobody(tmp_path: Path) -> None:
    pages = partial(page_routes, kept_in=tmp_path / "people.json")
    first = await start_local_server(token=TOKEN, pages=pages)
    async with aiohttp.ClientSession(base_url=first.page) as http:
        for name in ("Ana", "Luis", "Eva"):
            await do(http, add=name)
        await do(http, **{"as": ANA}, administers=True)
        await do(http, remove=ANA + 1)
    await first.stop()
    second = await start_local_server(token=TOKEN, pages=pages)
    async with aiohttp.ClientSession(base_url=second.page) as http, Bot(TOKEN, base_url=second.base_url) as bot:
        view = await told(http)
        assert [(each["id"], each["name"]) for each in view["people"]] == [(ME, "Tú"), (ANA, "Ana"), (ANA + 2, "Eva")]
        assert view["chats"][-1]["standings"][str(ANA)] == "administrator"
        assert await bot.get_updates() == ()
        await bot.send_message(ANA, "hola")
        with pytest.raises(Forbidden, match="deactivated"):
            await bot.send_message(ANA + 1, "hola")
        assert await do(http, add="Luis") == (200, {"id": ANA + 3})
    await second.stop()


@pytest.mark.parametrize(
    "broken",
    ["", "{", "[1]", '[{"id": 1001}]', '[{"id": 1, "name": "A", "standing": "member"}]',
     '[{"id": 1001, "name": "A", "standing": "creator"}]', "\ud800"],
)  # fmt: skip
async def test_a_file_of_people_that_makes_no_sense_is_set_aside(tmp_path: Path, broken: str) -> None:
    kept_in = tmp_path / "people.json"
    kept_in.write_bytes(broken.encode("utf-8", "surrogatepass"))
    server = await start_local_server(token=TOKEN, pages=partial(page_routes, kept_in=kept_in))
    async with aiohttp.ClientSession(base_url=server.page) as http:
        assert len((await told(http))["people"]) == 1
        await do(http, add="Ana")
    await server.stop()
    assert json.loads(kept_in.read_text(encoding="utf-8")) == [{"id": ANA, "name": "Ana", "standing": "member"}]
    assert (tmp_path / "people.broken").exists()


async def test_a_button_is_pressed_and_its_answer_told(http: aiohttp.ClientSession, bot: Bot) -> None:
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton(name, callback_data=name) for name in ("uno", "dos")]])
    sent = await bot.send_message(ME, "elige", reply_markup=keyboard)
    assert await do(http, chat=ME, message=sent.message_id, button=1) == (200, {})
    (update,) = await bot.get_updates()
    assert update.callback_query
    assert update.callback_query.data == "dos"
    await update.callback_query.answer("hecho")
    assert [each["answers"] for each in (await told(http))["people"]] == [[{"text": "hecho"}]]


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
    assert (await told(http))["people"][0]["commands"] == {"quien": "Quién es alguien"}


@pytest.mark.parametrize(
    ("what", "words"),
    [
        ({"chat": 5, "text": "x"}, "there is no such chat"),
        ({"chat": ME, "text": 5}, "must be of type String"),
        ({"chat": ME, "message": 99, "button": 0}, "there is no such message"),
        ({"texto": "x"}, "Can't find field"),
        ({"as": 5, "chat": ME, "text": "x"}, "Esa persona no está aquí."),
        ({"add": " "}, "Falta el nombre."),
        ({"add": "tú"}, "Ya hay alguien que se llama así."),
        ({"add": "x" * 41}, "El nombre pasa de 40 letras."),
        ({"add": 5}, "must be of type String"),
        ({"remove": ME}, "Quien está ante esta máquina no se puede quitar."),
        ({"remove": 5}, "Esa persona no está aquí."),
        ({"as": ME, "administers": False}, "Quien crea un grupo lo administra siempre."),
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
