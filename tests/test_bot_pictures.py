"""«Imagen» under /timeline and /posiciones: a picture below, in either tint, drawn once and then sent by its id."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
import pytest_asyncio

from bot.drawing.paint import paint
from bot.drawing.sheets import Sheet, Tint
from bot.texts.chat import STALE_BUTTON
from bot.texts.pictures import NO_PICTURE, PICTURE_REFUSED
from jobs.workers import Workers, WorkFailed
from local.faults import Fault
from local.people import User
from local.state import Message
from talks.store.chronology import load_chronology
from talks.store.connection import Store
from talks.store.pictures import KEPT_FOR, keep_picture, kept_picture
from tests.bot_room import BOT_ID, BotRoom, bot_running
from tests.past import an_event
from tests.steps import NOON
from tests.test_bot_said import they_have_spoken

POSITIONS = "Lo último que dijo cada parte"


@pytest_asyncio.fixture
async def room(tmp_path: Path) -> AsyncIterator[BotRoom]:
    async with bot_running(tmp_path, with_chronology=True) as running:
        yield running


async def pressed(user: User, message: Message, button: str) -> Message:
    user.press(message, button)
    return (await user.wait())[-1]


async def pictured(room: BotRoom, user: User, asked: str) -> Message:
    return await pressed(user, (await room.ask(user, asked))[0], "Imagen")


def uploads(room: BotRoom) -> int:
    """How many pictures went over the wire; the others went by their id."""
    return len(room.server.state.files)


def file_of(message: Message) -> str:
    return str(message.payload["photo"][-1]["file_id"])


async def test_the_chronology_comes_as_a_picture_with_a_caption(room: BotRoom) -> None:
    ana = room.person()
    text = (await room.ask(ana, "/timeline Miami"))[0]
    shown = await pressed(ana, text, "Imagen")
    assert shown.message_id > text.message_id
    assert shown.text == "Cronología · «Miami» · 1–2 de 2"
    assert shown.payload["photo"][-1]["width"] == 1080
    assert [button.text for button in shown.buttons] == ["En oscuro"]


async def test_a_press_takes_the_picture_into_the_dark_and_back(room: BotRoom) -> None:
    ana = room.person()
    light = await pictured(room, ana, "/timeline")
    dark = await pressed(ana, light, "En oscuro")
    assert (dark.message_id, dark.text) == (light.message_id, light.text)
    assert file_of(dark) != file_of(light)
    again = await pressed(ana, dark, "En claro")
    assert file_of(again) == file_of(light)


async def test_a_picture_is_sent_once_and_then_by_its_id(room: BotRoom) -> None:
    first = await pictured(room, room.person(), "/timeline")
    second = await pictured(room, room.person("Luis"), "/timeline")
    assert file_of(second) == file_of(first)
    assert uploads(room) == 1


async def test_what_changes_is_drawn_anew(room: BotRoom) -> None:
    ana = room.person()
    first = await pictured(room, ana, "/timeline Miami")
    await room.desk.write(load_chronology, [an_event("2026-03-09", "Miami")])
    second = await pictured(room, ana, "/timeline Miami")
    assert file_of(second) != file_of(first)


async def test_a_picture_that_telegram_has_forgotten_is_sent_anew(room: BotRoom) -> None:
    ana = room.person()
    first = await pictured(room, ana, "/timeline")
    room.server.state.files.clear()
    second = await pictured(room, ana, "/timeline")
    assert file_of(second) != file_of(first)
    third = await pictured(room, ana, "/timeline")
    assert file_of(third) == file_of(second)


async def test_the_page_that_is_shown_is_the_one_that_is_drawn(room: BotRoom) -> None:
    ana = room.person()
    first = (await room.ask(ana, "/timeline"))[0]
    second = await pressed(ana, first, "Más antiguo ›")
    assert (await pressed(ana, second, "Imagen")).text == "Cronología · 6–10 de 23"


async def test_a_filter_too_long_for_a_button_is_drawn_in_both_tints(room: BotRoom) -> None:
    ana = room.person()
    headline = "Ronda de conversaciones con las delegaciones de los dos países en Estambul"
    await room.desk.write(load_chronology, [an_event(headline=headline)])
    light = await pictured(room, ana, f"/timeline {headline}")
    assert (await pressed(ana, light, "En oscuro")).text == light.text


async def test_positions_come_as_a_table_and_those_of_a_theme_with_their_words(room: BotRoom) -> None:
    await room.desk.write(they_have_spoken)
    ana = room.person()
    table = await pictured(room, ana, "/posiciones")
    assert table.text == f"{POSITIONS} · 2 temas"
    theme = await pictured(room, ana, "/posiciones territorio")
    assert theme.text == f"{POSITIONS} · Territorio"
    dark = await pressed(ana, theme, "En oscuro")
    assert (dark.text, file_of(dark) == file_of(theme)) == (theme.text, False)


async def test_in_a_group_the_picture_goes_to_the_topic_under_the_question(room: BotRoom) -> None:
    ana = room.person()
    group = room.server.group("Foro", members=[ana], is_forum=True)
    await group.wait()
    topic = group.topic("Ucrania")
    text = (await room.ask(ana, "/timeline@tregua_local_bot", chat=group, thread_id=topic))[-1]
    ana.press(text, "Imagen")
    shown = (await group.wait())[-1]
    assert shown.payload["message_thread_id"] == topic
    assert shown.payload["reply_to_message"]["message_id"] == text.message_id


async def test_where_pictures_are_forbidden_a_sentence_says_so(room: BotRoom) -> None:
    ana = room.person()
    words = "not enough rights to send photos to the chat"
    text = (await room.ask(ana, "/timeline"))[0]
    room.server.faults.append(Fault("400", method="sendPhoto", description=words))
    assert (await pressed(ana, text, "Imagen")).text == PICTURE_REFUSED


async def test_a_picture_that_cannot_be_drawn_is_owned_up_to(tmp_path: Path) -> None:
    async def fails(_sheet: Sheet, _tint: Tint) -> bytes:
        raise WorkFailed("El análisis tardó demasiado.")

    async with bot_running(tmp_path, with_chronology=True, draw=fails) as room:
        assert (await pictured(room, room.person(), "/timeline")).text == NO_PICTURE


async def test_a_worker_process_draws(tmp_path: Path, workers: Workers) -> None:
    async with bot_running(tmp_path, with_chronology=True, draw=partial(workers, paint, seconds=60.0)) as room:
        ana = room.person()
        ana.press((await room.ask(ana, "/timeline"))[0], "Imagen")
        assert (await ana.wait(within=60))[-1].text == "Cronología · 1–5 de 23"


@pytest.mark.parametrize("data", ["image:", "image:x:", "dark:0#0", "light:99999999999:", "table:dark:nada", "table:"])
async def test_a_forged_button_draws_nothing(room: BotRoom, data: str) -> None:
    ana = room.person()
    press = ana.press((await room.ask(ana, "/ayuda"))[0], data=data)
    assert await ana.answer(press) == {"text": STALE_BUTTON}


def test_a_picture_is_kept_by_bot_and_content(store: Store) -> None:
    keep_picture(store, 1, "a", file_id="uno", now=NOON)
    keep_picture(store, 1, "a", file_id="dos", now=NOON)
    assert [kept_picture(store, *key) for key in ((1, "a"), (2, "a"), (1, "b"))] == ["dos", None, None]


def test_pictures_of_long_ago_are_forgotten(store: Store) -> None:
    keep_picture(store, BOT_ID, "a", file_id="uno", now=NOON)
    keep_picture(store, BOT_ID, "b", file_id="dos", now=NOON + KEPT_FOR + timedelta(seconds=1))
    assert kept_picture(store, BOT_ID, "a") is None
