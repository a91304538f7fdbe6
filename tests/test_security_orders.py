"""Who may order what: administrators of the installation, administrators of a group, everybody."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.commands import FOR_ADMINISTRATORS
from bot.presses import REACTIONS
from bot.settings_presses import CHANGES
from local.groups import Room
from local.people import User
from talks.store.chats import find_chat
from talks.store.sources import active_sources
from talks.store.wishes import wishes_of
from talks.types import Wishes
from tests.bot_room import BOT_ID, BotRoom, bot_running

BOSS = 900


@pytest_asyncio.fixture
async def room(tmp_path: Path) -> AsyncIterator[BotRoom]:
    async with bot_running(tmp_path, admins=(BOSS,)) as running:
        yield running


@pytest.mark.parametrize(
    "text", ["salud", "feeds", "feeds add http://mal.example/rss", "feeds remove x", "feeds check x"]
)
async def test_orders_of_administrators_are_no_commands_for_anybody_else(room: BotRoom, text: str) -> None:
    answer = (await room.ask(room.person(), f"/{text}"))[0].text
    assert answer.startswith("No conozco esa orden.")
    assert await room.desk.read(active_sources) == ()


@pytest.mark.parametrize("command", sorted(FOR_ADMINISTRATORS))
async def test_an_administrator_is_known_by_number_and_not_by_name(room: BotRoom, command: str) -> None:
    boss = room.server.user("Jefa", user_id=BOSS, username="jefa", has_started=True)
    double = room.server.user("Jefa", username="jefa2", has_started=True)
    theirs = (await room.ask(boss, f"/{command}"))[0].text
    others = (await room.ask(double, f"/{command}"))[0].text
    assert not theirs.startswith("No conozco")
    assert others.startswith("No conozco")


@pytest.mark.parametrize("command", sorted(FOR_ADMINISTRATORS))
async def test_a_button_runs_no_order_of_administrators(room: BotRoom, command: str) -> None:
    boss = room.server.user("Jefa", user_id=BOSS, has_started=True)
    message = (await room.ask(boss, "/ayuda"))[0]
    boss.press(message, data=f"run:{command} add http://mal.example/rss")
    await room.settled()
    assert boss.new == []
    assert await room.desk.read(active_sources) == ()


async def group_with(room: BotRoom) -> tuple[Room, User, User]:
    """A subscribed group, who made it, and a plain member."""
    ana, luis = room.person(), room.person("Luis")
    group = room.server.group("Familia", members=[ana, luis])
    await group.wait()
    await room.ask(ana, "/start", chat=group)
    return group, ana, luis


async def state_of(room: BotRoom, group: Room) -> tuple[bool, Wishes]:
    chat = await room.desk.read(find_chat, BOT_ID, group.id)
    return chat is not None and chat.is_subscribed, await room.desk.read(wishes_of, BOT_ID, group.id)


@pytest.mark.parametrize(
    "text", ["stop", "start", "pausa 8h", "pausa no", "seguir Putin", "dejar Putin", "ajustes", "start quien-peskov"]
)
async def test_a_plain_member_changes_nothing_in_a_group_by_words(room: BotRoom, text: str) -> None:
    group, _, luis = await group_with(room)
    before = await state_of(room, group)
    await room.ask(luis, f"/{text}", chat=group)
    await room.settled()
    assert await state_of(room, group) == before


SETTINGS = {
    "mode": "digest", "hour": "7", "week": "3", "quiet": "23-8", "zone": "Asia/Tokyo", "follow": "theme:territorio",
    "unfollow": "theme:territorio", "unmute": "s1", "pause": "8h", "resume": "1",
}  # fmt: skip


def test_every_setting_is_tried() -> None:
    assert SETTINGS.keys() == CHANGES.keys()


@pytest.mark.parametrize(
    "data",
    [*(f"set:{name}:{value}" for name, value in SETTINGS.items()), "run:stop", "run:pausa 8h", "run:seguir Putin",
     "run:dejar Putin", "run:start", "subscribe", "erase-now", "erase", "export"],
)  # fmt: skip
async def test_a_plain_member_changes_nothing_in_a_group_by_forged_buttons(room: BotRoom, data: str) -> None:
    group, ana, luis = await group_with(room)
    message = (await room.ask(ana, "/ayuda", chat=group))[-1]
    before, kept = await state_of(room, group), await room.desk.read(find_chat, BOT_ID, group.id)
    luis.press(message, data=data)
    await room.settled()
    assert await state_of(room, group) == before
    assert await room.desk.read(find_chat, BOT_ID, group.id) == kept
    assert [call.method for call in room.server.calls if call.method == "sendDocument"] == []


async def test_who_is_administrator_no_more_changes_nothing(room: BotRoom) -> None:
    group, _, luis = await group_with(room)
    group.set_member(luis, "administrator")
    await room.ask(luis, "/stop", chat=group)
    assert not (await state_of(room, group))[0]
    await room.ask(luis, "/start", chat=group)
    group.set_member(luis, "member")
    await room.ask(luis, "/stop", chat=group)
    assert (await state_of(room, group))[0]


async def test_a_button_acts_in_its_own_chat_whoever_is_named_in_its_data(room: BotRoom) -> None:
    """Nothing in the data names a chat: what is forged in one's own chat changes one's own chat."""
    group, _, luis = await group_with(room)
    before = await state_of(room, group)
    message = (await room.ask(luis, "/ajustes"))[-1]
    for data in (f"set:mode:digest:{group.id}", f"erase-now:{group.id}", f"run:stop {group.id}", f"mute:{group.id}"):
        luis.press(message, data=data)
    await room.settled()
    assert await state_of(room, group) == before


def test_no_reaction_takes_the_number_of_a_chat() -> None:
    assert not any("chat" in name for name in REACTIONS)
