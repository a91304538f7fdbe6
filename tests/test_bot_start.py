"""/start and /stop: in private, in groups, in topics, in channels, by a link."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.texts.chat import (
    ALREADY_SUBSCRIBED,
    GREETING,
    MOVED_TO_TOPIC,
    NO_BACKLOG,
    ONLY_ADMINISTRATORS,
    SUBSCRIBED,
    UNSUBSCRIBED,
    WAS_NOT_SUBSCRIBED,
)
from talks.store.chats import count_subscribers, find_chat
from talks.types import Chat
from tests.bot_room import BOT_ID, BotRoom, bot_running
from tests.steps import something_happens


@pytest_asyncio.fixture
async def room(tmp_path: Path) -> AsyncIterator[BotRoom]:
    async with bot_running(tmp_path) as running:
        yield running


async def chat_of(room: BotRoom, chat_id: int) -> Chat | None:
    return await room.desk.read(find_chat, BOT_ID, chat_id)


async def test_start_subscribes_and_says_what_comes_next(room: BotRoom) -> None:
    ana = room.person()
    answer = (await room.ask(ana, "/start"))[0]
    assert answer.text.startswith(SUBSCRIBED["private"])
    assert NO_BACKLOG in answer.text
    assert [button.text for button in answer.buttons] == [
        "✓ Al instante, todo",
        "Solo lo importante",
        "Solo lo que sigo",
        "Un resumen",
        "Últimas novedades",
        "Cronología",
    ]
    assert await chat_of(room, ana.id) == Chat(BOT_ID, ana.id, "private", "Ana", True)


async def test_a_second_start_changes_nothing(room: BotRoom) -> None:
    ana = await room.subscribed()
    assert (await room.ask(ana, "/start"))[0].text == ALREADY_SUBSCRIBED
    assert await room.desk.read(count_subscribers) == 1


async def test_stop_ends_the_subscription_and_a_second_one_says_so(room: BotRoom) -> None:
    ana = await room.subscribed()
    assert (await room.ask(ana, "/stop"))[0].text == UNSUBSCRIBED
    assert (await room.ask(ana, "/stop"))[0].text == WAS_NOT_SUBSCRIBED
    assert await room.desk.read(count_subscribers) == 0


@pytest.mark.parametrize("command", ["/start", "/start@tregua_local_bot", "/START", "/start   "])
async def test_an_administrator_subscribes_a_group(room: BotRoom, command: str) -> None:
    ana = room.person()
    group = room.server.group("Familia", members=[ana])
    await group.wait()
    answer = (await room.ask(ana, command, chat=group))[0]
    assert answer.text.startswith(SUBSCRIBED["group"])
    assert answer.reply_to is not None
    assert await room.desk.read(count_subscribers) == 1


@pytest.mark.parametrize("command", ["/start", "/stop"])
async def test_a_plain_member_decides_nothing(room: BotRoom, command: str) -> None:
    ana, luis = room.person(), room.person("Luis")
    group = room.server.group("Familia", members=[ana, luis])
    await group.wait()
    assert (await room.ask(luis, command, chat=group))[0].text == ONLY_ADMINISTRATORS
    assert await chat_of(room, group.id) is None


async def test_an_anonymous_administrator_decides(room: BotRoom) -> None:
    group = room.server.group("Familia", members=[room.person()], bot="administrator")
    await group.wait()
    group.send_anonymously("/start")
    assert (await group.wait())[0].text.startswith(SUBSCRIBED["group"])


async def test_a_command_for_another_bot_is_not_answered(room: BotRoom) -> None:
    ana = room.person()
    group = room.server.group("Familia", members=[ana], bot="administrator")
    await group.wait()
    ana.send("/start@otro_bot", chat=group)
    await room.settled()
    assert group.new == []


async def test_a_command_that_nobody_knows_is_left_to_other_bots_in_a_group(room: BotRoom) -> None:
    ana = room.person()
    group = room.server.group("Familia", members=[ana])
    await group.wait()
    ana.send("/expulsar luis", chat=group)
    await room.settled()
    assert group.new == []


async def test_alerts_go_to_the_topic_where_start_was_said(room: BotRoom) -> None:
    ana = room.person()
    forum = room.server.group("Redacción", members=[ana], is_forum=True)
    first, second = forum.topic("Ucrania"), forum.topic("Avisos")
    await forum.wait()
    answer = (await room.ask(ana, "/start", chat=forum, thread_id=first))[0]
    assert (answer.text.startswith(SUBSCRIBED["topic"]), answer.thread_id) == (True, first)
    moved = (await room.ask(ana, "/start", chat=forum, thread_id=second))[0]
    assert (moved.text, moved.thread_id) == (MOVED_TO_TOPIC, second)
    stored = await chat_of(room, forum.id)
    assert stored is not None
    assert stored.topic_id == second


async def test_a_channel_subscribes_by_a_post(room: BotRoom) -> None:
    channel = room.server.channel("Canal", owner=room.person())
    channel.post("/start")
    assert (await channel.wait())[0].text.startswith(SUBSCRIBED["channel"])
    stored = await chat_of(room, channel.id)
    assert stored is not None
    assert (stored.kind, stored.is_subscribed) == ("channel", True)


async def test_a_group_is_greeted_once(room: BotRoom) -> None:
    group = room.server.group("Familia", members=[room.person()])
    assert [message.text for message in await group.wait()] == [GREETING]
    group.set_bot("administrator")
    await room.settled()
    assert len(group.new) == 1


async def test_a_group_that_forbids_writing_costs_nothing(room: BotRoom) -> None:
    group = room.server.group("Familia", members=[room.person()], bot="left")
    group.forbid_posting()
    group.set_bot("member")
    await room.settled()
    assert group.new == []


async def test_a_link_shows_the_person_and_offers_to_subscribe(room: BotRoom) -> None:
    ana = room.person()
    card = (await room.ask(ana, "/start quien-peskov"))[0]
    assert card.text.startswith("Dmitri Peskov")
    assert await room.desk.read(count_subscribers) == 0
    ana.press(card, "Recibir avisos")
    assert (await ana.wait())[-1].text.startswith(SUBSCRIBED["private"])


async def test_a_link_to_nothing_just_subscribes(room: BotRoom) -> None:
    answer = (await room.ask(room.person(), "/start ../../etc/passwd"))[0]
    assert answer.text.startswith(SUBSCRIBED["private"])


async def test_a_person_who_blocks_the_bot_is_not_written_to_until_start(room: BotRoom) -> None:
    ana = await room.subscribed()
    ana.block()
    await room.settled()
    assert await room.desk.read(count_subscribers) == 0
    ana.unblock()
    assert (await room.ask(ana, "/start"))[0].text == ALREADY_SUBSCRIBED
    assert await room.desk.read(count_subscribers) == 1


async def test_a_group_that_becomes_a_supergroup_stays_subscribed(room: BotRoom) -> None:
    ana = room.person()
    group = room.server.group("Familia", members=[ana], is_basic=True)
    await group.wait()
    await room.ask(ana, "/start", chat=group)
    new = group.migrate()
    await room.settled()
    assert await chat_of(room, group.id) is None
    assert await chat_of(room, new.id) == Chat(BOT_ID, new.id, "supergroup", "Familia", True)


async def test_a_link_shows_an_alert_with_its_buttons(room: BotRoom) -> None:
    told = await room.desk.write(something_happens)
    alert = (await room.ask(room.person(), f"/start alerta-{told}"))[0]
    assert alert.text.startswith("🟢 Reunión celebrada · martes 10 mar\nRonda en Ginebra")
    assert alert.buttons[-1].text == "Silenciar"
    assert (await room.ask(room.person("Luis"), "/start alerta-99"))[0].text == "Ese aviso ya no está guardado."
