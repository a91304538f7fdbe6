"""How updates reach the bot: nothing lost, nothing answered twice, whatever the network does."""

from __future__ import annotations

import asyncio
from pathlib import Path

import aiohttp
import pytest

from bot.inbox import Inbox
from bot.telegram import telegram_of
from bot.texts.menu import COMMANDS, DESCRIPTION, SHORT_DESCRIPTION
from local.server import start_local_server
from talks.errors import SettingsError
from tests.bot_room import TOKEN, bot_running, settings_of
from tests.feed_server import serving

SECRET = "X-Telegram-Bot-Api-Secret-Token"


async def test_commands_and_descriptions_are_set_in_spanish_at_the_start(tmp_path: Path) -> None:
    async with bot_running(tmp_path) as room:
        profile = room.server.state.profile
        assert profile["description", ""] == DESCRIPTION
        assert profile["short_description", ""] == SHORT_DESCRIPTION
        set_commands = room.server.state.commands["default", ""]
        assert [each["command"] for each in set_commands] == [command.name for command in COMMANDS]


async def test_a_profile_that_is_set_already_is_left_alone(tmp_path: Path) -> None:
    async with bot_running(tmp_path) as room:
        room.listening.cancel()
        await asyncio.gather(room.listening, return_exceptions=True)
        before = len([call for call in room.server.calls if call.method.startswith("setMy")])
        again = asyncio.create_task(room.telegram.listen())
        await room.server.called("getWebhookInfo", 2)
        again.cancel()
        await asyncio.gather(again, return_exceptions=True)
        assert len([call for call in room.server.calls if call.method.startswith("setMy")]) == before == 3


async def test_what_was_answered_is_confirmed_on_leaving(tmp_path: Path) -> None:
    async with bot_running(tmp_path) as room:
        await room.ask(room.person(), "/ayuda")
        room.listening.cancel()
        await asyncio.gather(room.listening, return_exceptions=True)
        assert room.server.state.updates == []


async def test_an_outage_of_the_server_is_waited_for(tmp_path: Path) -> None:
    async with bot_running(tmp_path) as room:
        room.server.fault("502", method="getUpdates", times=2)
        ana = room.person()
        assert (await room.ask(ana, "/ayuda"))[0].text
        assert (await room.ask(ana, "/ayuda"))[0].text


async def test_a_webhook_of_before_is_taken_away_before_polling(tmp_path: Path) -> None:
    async with bot_running(tmp_path) as room:
        room.listening.cancel()
        await asyncio.gather(room.listening, return_exceptions=True)
        room.server.state.webhook.url = "http://127.0.0.1:1/"
        again = asyncio.create_task(room.telegram.listen())
        await room.server.called("deleteWebhook")
        again.cancel()
        await asyncio.gather(again, return_exceptions=True)
        assert room.server.state.webhook.url == ""


async def test_a_wrong_token_is_one_sentence(tmp_path: Path) -> None:
    async with bot_running(tmp_path) as room:
        wrong = room.telegram.settings.model_copy(update={"telegram_token": "123456:otro"})
        async with telegram_of(wrong, room.desk) as telegram:
            with pytest.raises(SettingsError, match=r"no acepta el TELEGRAM_TOKEN") as caught:
                await telegram.listen()
        assert "otro" not in str(caught.value)


async def test_a_server_that_is_not_there_yet_is_waited_for(tmp_path: Path) -> None:
    first = await start_local_server(token=TOKEN)
    port = int(first.base_url.rsplit(":", 1)[1].split("/")[0])
    await first.stop()
    async with bot_running(tmp_path) as room:
        settings = settings_of(first, tmp_path)
        async with telegram_of(settings, room.desk) as telegram:
            listening = asyncio.create_task(telegram.listen())
            server = await start_local_server(token=TOKEN, port=port)
            await server.called("getWebhookInfo")
            listening.cancel()
            await asyncio.gather(listening, return_exceptions=True)
            await server.stop()


async def test_an_update_that_the_library_cannot_read_does_not_hold_the_next(tmp_path: Path) -> None:
    async with bot_running(tmp_path) as room:
        room.server.state.updates.append({"update_id": next(room.server.state.update_ids), "message": {"text": "?"}})
        assert (await room.ask(room.person(), "/ayuda"))[0].text


async def test_an_update_that_comes_twice_is_answered_once(tmp_path: Path) -> None:
    async with bot_running(tmp_path) as room:
        taken: list[int] = []

        async def process(update: object) -> None:
            taken.append(update.update_id)  # type: ignore[attr-defined]

        inbox = Inbox(room.telegram.application.bot, process)  # type: ignore[arg-type]
        await inbox.take([{"update_id": 1}, {"update_id": 1}])
        await inbox.take([{"update_id": 1}, {"update_id": 2}])
        assert taken == [1, 2]


async def test_updates_of_a_chat_are_answered_in_order_and_chats_side_by_side(tmp_path: Path) -> None:
    async with bot_running(tmp_path) as room:
        done: list[int] = []
        gate = asyncio.Event()

        async def process(update: object) -> None:
            number = update.update_id  # type: ignore[attr-defined]
            if number == 1:
                await gate.wait()
            done.append(number)
            if number == 3:
                gate.set()

        inbox = Inbox(room.telegram.application.bot, process)  # type: ignore[arg-type]
        await inbox.take([a_message(1, chat=7), a_message(2, chat=7), a_message(3, chat=8)])
        assert done == [3, 1, 2]


def a_message(number: int, *, chat: int) -> dict[str, object]:
    here = {"id": chat, "type": "private", "first_name": "Ana"}
    return {"update_id": number, "message": {"message_id": number, "date": 1, "chat": here, "text": "x"}}


async def test_updates_may_be_pushed_instead(tmp_path: Path) -> None:
    async with serving(_nothing) as (_, url):
        port = int(url.rsplit(":", 1)[1])
    async with bot_running(tmp_path, webhook_url=f"http://127.0.0.1:{port}/gancho", webhook_port=port) as room:
        assert (await room.ask(room.person(), "/ayuda"))[0].text.startswith("Aviso cuando")
        assert room.server.state.webhook.secret


@pytest.mark.parametrize(
    ("headers", "body", "status"),
    [({}, b"{}", 403), ({SECRET: "mal"}, b"{}", 403),
     ({SECRET: "bien"}, b"no", 400), ({SECRET: "bien"}, b"[]", 400), ({SECRET: "bien"}, b"{}", 200)],
)  # fmt: skip
async def test_only_telegram_may_push(tmp_path: Path, headers: dict[str, str], body: bytes, status: int) -> None:
    async with serving(_nothing) as (_, url):
        port = int(url.rsplit(":", 1)[1])
    options = {"webhook_url": f"http://127.0.0.1:{port}/", "webhook_port": port, "webhook_secret": "bien"}
    async with (
        bot_running(tmp_path, **options),
        aiohttp.ClientSession() as session,
        session.post(f"http://127.0.0.1:{port}/", headers=headers, data=body) as response,
    ):
        assert response.status == status


async def test_a_webhook_port_that_is_taken_is_one_sentence(tmp_path: Path) -> None:
    async with serving(_nothing) as (_, url), bot_running(tmp_path) as room:
        port = int(url.rsplit(":", 1)[1])
        settings = room.telegram.settings.model_copy(
            update={"webhook_url": "http://127.0.0.1:1/", "webhook_port": port}
        )
        async with telegram_of(settings, room.desk) as telegram:
            with pytest.raises(SettingsError, match="TREGUA_WEBHOOK_PORT"):
                await telegram.listen()


async def test_a_webhook_address_that_is_refused_is_one_sentence(tmp_path: Path) -> None:
    async with bot_running(tmp_path) as room:
        settings = room.telegram.settings.model_copy(update={"webhook_url": "http://otra.example/", "webhook_port": 0})
        async with telegram_of(settings, room.desk) as telegram:
            with pytest.raises(SettingsError, match="TREGUA_WEBHOOK_URL"):
                await telegram.listen()


async def _nothing(request: aiohttp.web.Request) -> aiohttp.web.StreamResponse:
    return aiohttp.web.Response()
