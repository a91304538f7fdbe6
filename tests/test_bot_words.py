"""Words without a command, unknown commands, help: what somebody types who has read nothing."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.markup import plain
from bot.texts.chat import STALE_BUTTON
from bot.texts.menu import COMMANDS, SHORT_HELP
from talks.store.sources import active_sources, add_source, record_failure
from tests.bot_room import BotRoom, bot_running
from tests.steps import NOON, something_happens


@pytest_asyncio.fixture
async def room(tmp_path: Path) -> AsyncIterator[BotRoom]:
    async with bot_running(tmp_path, with_chronology=True) as running:
        yield running


@pytest.mark.parametrize(
    ("said", "beginning"),
    [
        ("Peskov", "Dmitri Peskov"),
        ("portavoz del kremlin", "Dmitri Peskov"),
        ("¿Quién es Witkoff?", "Steve Witkoff"),
        ("¿qué pasó en Miami?", "Cronología · «Miami»"),
        ("diciembre de 2025", "Cronología · diciembre de 2025"),
        ("reuniones en Abu Dabi", "Cronología · «Abu Dabi» · reuniones"),
        ("ministro de exteriores", "¿A quién te refieres?"),
    ],
)
async def test_a_bare_name_or_question_is_answered(room: BotRoom, said: str, beginning: str) -> None:
    assert (await room.ask(room.person(), said))[0].text.startswith(beginning)


@pytest.mark.parametrize(
    "said",
    [
        "hola",
        "gracias",
        "x",
        "🙂",
        "?",
        "a" * 4096,
        "<b>negrita</b>",
        "\u202e\u200f",
        "lorem ipsum " * 30,
        "¿quién",
        "@",
    ],
)
async def test_what_makes_no_sense_gets_a_hint(room: BotRoom, said: str) -> None:
    answer = (await room.ask(room.person(), said))[0].text
    assert answer in (plain(SHORT_HELP),) or answer.startswith(("Quién es quién", "No conozco a nadie"))


async def test_a_sticker_gets_a_hint(room: BotRoom) -> None:
    ana = room.person()
    ana.post({"location": {"latitude": 40.4, "longitude": -3.7}})
    assert (await ana.wait())[0].text == plain(SHORT_HELP)


async def test_talk_in_a_group_is_not_answered(room: BotRoom) -> None:
    ana = room.person()
    group = room.server.group("Familia", members=[ana], bot="administrator")
    await group.wait()
    ana.send("¿qué pasó en Miami?", chat=group)
    await room.settled()
    assert group.new == []


async def test_an_edited_message_is_not_answered_again(room: BotRoom) -> None:
    ana = room.person()
    asked = ana.send("/ayuda")
    await ana.wait()
    ana.edit(asked, "/fuentes")
    await room.ask(ana, "/start")
    assert len(ana.new) == 1


@pytest.mark.parametrize(
    ("said", "suggestion"),
    [
        ("/timelin", "/timeline"),
        ("/quein Peskov", "/quien"),
        ("/ayudaa", "/ayuda"),
        ("/fuente", "/fuentes"),
        ("/último", None),
    ],
)
async def test_a_mistyped_command_is_met_with_a_suggestion(room: BotRoom, said: str, suggestion: str | None) -> None:
    answer = (await room.ask(room.person(), said))[0].text
    assert (
        answer == f"No conozco esa orden. ¿Querías decir {suggestion}?" if suggestion else "Últimas" in answer or answer
    )


async def test_a_command_like_no_other_is_sent_to_the_help(room: BotRoom) -> None:
    assert (await room.ask(room.person(), "/zzz"))[0].text == "No conozco esa orden. /ayuda cuenta las que hay."


async def test_help_has_every_command(room: BotRoom) -> None:
    answer = (await room.ask(room.person(), "/ayuda"))[0].text
    assert all(f"/{command.name} — " in answer for command in COMMANDS)


async def test_the_last_developments_are_told_newest_first(room: BotRoom) -> None:
    assert (await room.ask(room.person("Eva"), "/ultimo"))[0].text.startswith("Todavía no hay novedades.")
    for n in range(4):
        await room.desk.write(something_happens, str(n), headline=f"Suceso {n}")
    answer = (await room.ask(room.person(), "/ultimo"))[0].text
    assert answer.startswith("Últimas novedades\n\n🟢 Reunión celebrada · martes 10 mar\nSuceso 3\n")
    assert ("Suceso 1" in answer, "Suceso 0" in answer) == (True, False)


async def test_sources_are_listed_with_those_that_fail(room: BotRoom) -> None:
    assert (await room.ask(room.person("Eva"), "/fuentes"))[0].text.startswith("Todavía no hay fuentes.")
    for name in ("Correo", "Diario"):
        await room.desk.write(add_source, url=f"https://{name.lower()}.example/rss", title=name)
    failing = (await room.desk.read(active_sources))[0]
    await room.desk.write(record_failure, failing.id, error="no", now=NOON, next_check_at=NOON)
    answer = (await room.ask(room.person(), "/fuentes"))[0].text
    assert answer == ("Fuentes que leo\n\n• Correo (ahora no responde)\n• Diario\n\nÚltima lectura: hoy a las 13:00.")


async def test_hundreds_of_sources_fit_in_a_message(room: BotRoom) -> None:
    for n in range(300):
        await room.desk.write(add_source, url=f"https://d{n}.example/rss", title=f"Diario número {n:03}")
    answer = (await room.ask(room.person(), "/fuentes"))[0].text
    assert len(answer) <= 4096
    assert "y 1" in answer


async def test_a_mistyped_command_with_words_is_run_by_a_button(room: BotRoom) -> None:
    ana = room.person()
    answer = (await room.ask(ana, "/quein Peskov"))[0]
    ana.press(answer, "/quien Peskov")
    assert (await ana.wait())[-1].text.startswith("Dmitri Peskov\n")


@pytest.mark.parametrize("data", ["run:", "run:salud", "run:feeds add https://x.example", "run:nada x"])
async def test_a_forged_command_is_none(room: BotRoom, data: str) -> None:
    ana = room.person()
    await room.ask(ana, "/ayuda")
    assert await ana.answer(ana.press(ana.messages[-1], data=data)) == {"text": STALE_BUTTON}
