"""Groups, channels and topics: rights that are lost and come back, moves, and where an alert goes."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.texts.chat import GREETING
from jobs.deliver import DeliverReport
from local.groups import Room
from talks.store.chats import count_subscribers, find_chat
from talks.store.outbox import outbox_counts
from talks.types import Chat
from tests.bot_room import BOT_ID, BotRoom, bot_running
from tests.steps import something_happens


@pytest_asyncio.fixture
async def room(tmp_path: Path) -> AsyncIterator[BotRoom]:
    async with bot_running(tmp_path) as running:
        yield running


async def subscribed_group(room: BotRoom, **fields: object) -> Room:
    ana = room.person()
    group = room.server.group("Familia", members=[ana], **fields)  # type: ignore[arg-type]
    await group.wait()
    await room.ask(ana, "/start", chat=group)
    group.look_away()
    return group


async def stored(room: BotRoom, group: Room) -> Chat | None:
    return await room.desk.read(find_chat, BOT_ID, group.id)


async def alert(room: BotRoom, key: str = "1") -> DeliverReport:
    await room.desk.write(something_happens, key)
    return await room.deliver()


async def test_a_group_that_expelled_the_bot_and_lets_it_in_again_gets_alerts_as_before(room: BotRoom) -> None:
    group = await subscribed_group(room)
    group.set_bot("kicked")
    await room.settled()
    assert await alert(room, "1") == DeliverReport()
    group.look_away()
    group.set_bot("member")
    await room.settled()
    assert [message.text for message in group.new if message.text == GREETING] == []
    assert await alert(room, "2") == DeliverReport(sent=1)


async def test_a_group_that_never_asked_for_alerts_is_greeted_again_and_gets_none(room: BotRoom) -> None:
    group = room.server.group("Familia", members=[room.person()])
    await group.wait()
    group.set_bot("left")
    group.set_bot("member")
    await group.wait(1)
    await room.settled()
    assert await alert(room) == DeliverReport()


async def test_a_group_where_the_bot_may_not_write_is_given_up_and_comes_back_with_its_rights(room: BotRoom) -> None:
    group = await subscribed_group(room)
    for key in "123":
        room.server.fault("400", description="not enough rights to send text messages to the chat")
        assert await alert(room, key) == DeliverReport(failed=1)
    assert await room.desk.read(count_subscribers) == 0
    assert await alert(room, "4") == DeliverReport()
    group.set_bot("administrator")
    await room.settled()
    assert await alert(room, "5") == DeliverReport(sent=1)


async def test_an_upgraded_group_keeps_its_settings_and_what_waits_for_it(room: BotRoom) -> None:
    group = await subscribed_group(room, is_basic=True)
    await room.desk.write(something_happens)
    new = group.migrate()
    await room.settled()
    assert await stored(room, group) is None
    assert await room.deliver() == DeliverReport(sent=1)
    assert "Ronda en Ginebra" in (await new.wait())[-1].text


async def test_an_upgrade_that_was_missed_is_learnt_from_the_refusal(room: BotRoom) -> None:
    group = await subscribed_group(room, is_basic=True)
    new = room.server.group("Familia", members=[room.person()])
    group.chat.migrated_to = new.id
    await new.wait()
    new.look_away()
    assert await alert(room) == DeliverReport(sent=1, postponed=1)
    assert "Ronda en Ginebra" in (await new.wait())[-1].text
    assert await alert(room, "2") == DeliverReport(sent=1)


async def test_an_alert_goes_to_the_topic_where_it_was_asked_for(room: BotRoom) -> None:
    ana = room.person()
    forum = room.server.group("Redacción", members=[ana], is_forum=True)
    topic = forum.topic("Ucrania")
    await forum.wait()
    await room.ask(ana, "/start", chat=forum, thread_id=topic)
    forum.look_away()
    assert await alert(room) == DeliverReport(sent=1)
    assert (await forum.wait())[0].thread_id == topic


async def test_a_channel_that_removes_the_bot_and_takes_it_back_gets_alerts_without_a_greeting(room: BotRoom) -> None:
    channel = room.server.channel("Avisos")
    channel.post("/start")
    await channel.wait()
    channel.set_bot("left")
    await room.settled()
    channel.look_away()
    channel.set_bot("administrator")
    await room.settled()
    assert await alert(room) == DeliverReport(sent=1)
    assert len(channel.new) == 1


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("403", "bot was blocked by the user"),
        ("403", "user is deactivated"),
        ("403", "bot was kicked from the supergroup chat"),
        ("403", "bot can't initiate conversation with a user"),
        ("400", "chat was deleted"),
    ],
)
async def test_who_is_gone_for_certain_is_disabled_at_once_and_start_restores_all(
    room: BotRoom, kind: str, words: str
) -> None:
    ana = await room.subscribed()
    room.server.fault(kind, description=words)  # type: ignore[arg-type]
    assert await alert(room, "1") == DeliverReport(failed=1)
    assert await alert(room, "2") == DeliverReport()
    await room.ask(ana, "/start")
    assert await alert(room, "3") == DeliverReport(sent=1)


async def test_a_refused_message_is_a_dead_letter_and_administrators_hear_of_it(tmp_path: Path) -> None:
    async with bot_running(tmp_path, admins=(900,)) as room:
        boss = room.server.user("Jefa", user_id=900, has_started=True)
        await room.subscribed()
        await room.desk.write(something_happens, headline="Ronda <en> Ginebra")
        room.server.fault("400", times=2, description="can't parse entities: Unexpected end tag", chat_id=None)
        assert await room.deliver() == DeliverReport(failed=1)
        warning = (await boss.wait())[0].text
    assert "Ronda <en> Ginebra" in warning
    assert "can't parse entities" in warning.lower()


async def test_a_first_subscription_gets_nothing_that_nobody_asked_for(room: BotRoom) -> None:
    for key in "1234":
        await room.desk.write(something_happens, key)
    await room.subscribed()
    assert await room.deliver() == DeliverReport()
    assert await room.desk.read(outbox_counts) == {}
