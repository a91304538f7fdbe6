"""Hostile words: whatever somebody types, forges or prints, the bot answers soundly, at once, and does nothing else."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.actions import ERASE_NOW
from bot.commands import HANDLERS
from bot.presses import REACTIONS
from bot.settings_presses import CHANGES
from bot.texts.chat import BUTTON_FAILED, FAILED
from jobs.deliver import DeliverReport
from talks.store.chats import count_subscribers
from talks.types import QuotedWords
from tests.bot_room import BotRoom, bot_running
from tests.steps import something_happens

SECONDS = 20.0
HOSTILE = {
    "markup": "<b>negrita</b> <a href='tg://user?id=1'>x</a> </a></b><script>alert(1)</script> &lt;b&gt; &#60;",
    "markdown": "*x* _y_ [z](http://169.254.169.254/) `a` ~b~ ||c||",
    "sql": "'; DROP TABLE outbox; --",
    "full text query": 'NEAR("a b", 3) OR * AND NOT title : ^x " ( ) + -',
    "formatting": "%s %n {} {0.__class__} {visit.bot.token} ${x}",
    "path": "../../../etc/passwd\\..\\..\\x",
    "address": "http://[::ffff:127.0.0.1]:22/ file:///etc/passwd gopher://x 0x7f.1",
    "directions": "\u202e\u2066oculto\u2069\u200b\u200f\ufeff",
    "accents": "e" + "\u0301" * 3_000,
    "brackets": "(" * 2_000 + "[" * 2_000,
    "quotation marks": "«" * 2_000 + "»" * 2_000,
    "one word": "a" * 4_000,
    "one name again and again": "peskov " * 550,
    "dates": "31 de febrero de 99999 " * 170,
    "digits": "9" * 4_000,
    "numbers and bars": "1/1/1" * 800,
    "dashes": "-" * 4_000,
    "since": "desde " * 680,
    "emoji": "👨‍👩‍👧‍👦" * 350,
    "other digits": "٣٤٥ ½ ²",
    "line breaks": "\n" * 4_000 + "x",
    "commands in commands": "/start /stop /salud @tregua_local_bot /quien",
    "typing errors": "zelenskxx putnni lavrovv " * 150,
}


@pytest_asyncio.fixture
async def room(tmp_path: Path) -> AsyncIterator[BotRoom]:
    async with bot_running(tmp_path, with_chronology=True) as running:
        await running.desk.write(something_happens)
        yield running


RECOVERED = ("message is not modified", "there is no media in the message to edit")


def assert_all_went_well(room: BotRoom) -> None:
    """Nothing that was sent was refused, except what the bot makes good by itself; nothing failed."""
    answers = [(call.method, call.answer) for call in room.server.calls if call.answer and not call.answer["ok"]]
    assert [each for each in answers if not any(told in each[1]["description"] for told in RECOVERED)] == []
    said = [str(call.params.get("text", "")) for call in room.server.calls]
    assert FAILED not in said
    assert BUTTON_FAILED not in said


@pytest.mark.parametrize("command", sorted(HANDLERS))
async def test_no_words_bring_a_command_down(room: BotRoom, command: str) -> None:
    ana = room.person()
    await room.ask(ana, "/ayuda")
    for words in HOSTILE.values():
        began = time.monotonic()
        text = f"/{command} {words}"[:4_096]
        assert await room.ask(ana, text)
        assert time.monotonic() - began < SECONDS
    assert_all_went_well(room)


async def test_no_words_bring_plain_talk_down(room: BotRoom) -> None:
    ana = room.person()
    await room.ask(ana, "/ayuda")
    for words in HOSTILE.values():
        assert await room.ask(ana, words[:4_096])
    assert_all_went_well(room)


async def test_no_words_bring_an_inline_query_down(room: BotRoom) -> None:
    ana = room.person()
    await room.ask(ana, "/ayuda")
    for words in HOSTILE.values():
        assert "results" in await ana.answer(ana.ask_inline(words[:256]))
    assert_all_went_well(room)


FORGED = ("", "x", "-1", "0", "99999999999", "1e9", "٣", ":", "::", "#", "0:", "0#", "999999999:x", "0:" + "ñ" * 25,
          "0#0000000000000000", "<b>", "'--", "../x", "person:x", "theme:x", "\u202e", "🙂" * 10)  # fmt: skip


@pytest.mark.parametrize("name", sorted(set(REACTIONS) - {ERASE_NOW}))
async def test_a_forged_button_is_answered_once_and_breaks_nothing(room: BotRoom, name: str) -> None:
    ana = room.person()
    message = (await room.ask(ana, "/ayuda"))[-1]
    for rest in FORGED:
        query = ana.press(message, data=f"{name}:{rest}")
        await ana.answer(query)
    await room.settled()
    assert_all_went_well(room)


@pytest.mark.parametrize("name", sorted(CHANGES))
async def test_a_forged_setting_is_answered_once_and_breaks_nothing(room: BotRoom, name: str) -> None:
    ana = room.person()
    message = (await room.ask(ana, "/ajustes"))[-1]
    for value in (*FORGED, "25", "-1-30", "8-8", "no", "Europe/Madrid/../../etc", "all;important"):
        await ana.answer(ana.press(message, data=f"set:{name}:{value}"))
    await room.settled()
    assert_all_went_well(room)


@pytest.mark.parametrize(
    "payload",
    ["quien-", "quien-nadie", "quien-../x", "timeline-", "timeline-%00", "timeline-" + "a" * 55, "alerta-", "alerta--1",
     "alerta-99999999999999", "alerta-1x", "salud", "feeds-add", "-", "--", "QUIEN-peskov", "quien-<b>"],
)  # fmt: skip
async def test_a_forged_deep_link_is_answered_and_subscribes_nobody_else(room: BotRoom, payload: str) -> None:
    ana = room.person()
    assert await room.ask(ana, f"/start {payload}")
    assert await room.desk.read(count_subscribers) <= 1
    assert_all_went_well(room)


async def test_what_a_source_prints_is_shown_letter_for_letter_and_never_as_markup(room: BotRoom) -> None:
    """A headline, a quotation, a speaker, a place and an outlet full of tags and links."""
    ana = await room.subscribed()
    evil = "<a href='https://mal.example'>pulsa</a> <b>&amp; *x*"
    await room.desk.write(
        something_happens,
        "2",
        headline=evil,
        summary=evil,
        place=evil,
        quote=QuotedWords(evil, evil),
        before=evil,
        actors=(evil,),
    )
    assert await room.deliver() == DeliverReport(sent=1)
    alert = (await ana.wait())[-1]
    assert alert.text.count("<a href='https://mal.example'>pulsa</a> <b>&amp; *x*") >= 3
    links = [entity for entity in alert.entities if entity["type"] == "text_link"]
    assert [entity for entity in links if "mal.example" in entity["url"]] == []
    for button in ("¿Por qué me llega?", "Cronología"):
        ana.press(alert, button)
        await ana.wait()
    assert_all_went_well(room)


async def test_many_at_once_are_all_answered(room: BotRoom) -> None:
    people = [room.person(f"P{number}") for number in range(20)]
    for person, words in zip(people, HOSTILE.values(), strict=False):
        person.send(f"/timeline {words}"[:4_096])
    async with asyncio.timeout(SECONDS):
        for person in people:
            assert await person.wait()
    assert_all_went_well(room)
