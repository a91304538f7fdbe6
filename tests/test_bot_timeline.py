"""/timeline in the chat: filters, pages that edit the message, long and strange filters."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.markup import length
from talks.store.chronology import load_chronology
from tests.bot_room import BotRoom, bot_running
from tests.past import an_event

KINDS = ["Reuniones", "Llamadas", "Acuerdos", "Canjes"]


@pytest_asyncio.fixture
async def room(tmp_path: Path) -> AsyncIterator[BotRoom]:
    async with bot_running(tmp_path, with_chronology=True) as running:
        yield running


async def test_the_newest_events_come_first_with_their_sources(room: BotRoom) -> None:
    answer = (await room.ask(room.person(), "/timeline"))[0]
    assert answer.text.startswith("Cronología · 1–5 de 23\n\nmar 17 – mié 18 feb · Ginebra\n🟢 Reunión celebrada.")
    links = [entity for entity in answer.entities if entity["type"] == "text_link"]
    assert len(links) == 5


async def test_a_page_replaces_the_one_before(room: BotRoom) -> None:
    ana = room.person()
    first = (await room.ask(ana, "/timeline"))[0]
    assert [[button.text for button in row] for row in first.rows] == [["Más antiguo ›"], KINDS, ["Imagen"]]
    press = ana.press(first, "Más antiguo ›")
    second = (await ana.wait())[-1]
    assert (second.message_id, second.is_edited) == (first.message_id, True)
    assert second.text.startswith("Cronología · 6–10 de 23")
    assert [button.text for button in second.rows[0]] == ["‹ Más reciente", "Más antiguo ›"]
    assert await ana.answer(press) == {}


async def test_the_last_page_has_no_next_one(room: BotRoom) -> None:
    ana = room.person()
    first = (await room.ask(ana, "/timeline"))[0]
    ana.press(first, data="page:20:")
    last = (await ana.wait())[-1]
    assert last.text.startswith("Cronología · 21–23 de 23")
    assert [button.text for button in last.rows[0]] == ["‹ Más reciente"]


@pytest.mark.parametrize("data", ["page:999999:", "page:23:", "page:25:"])
async def test_a_page_behind_the_last_is_the_last(room: BotRoom, data: str) -> None:
    ana = room.person()
    first = (await room.ask(ana, "/timeline"))[0]
    ana.press(first, data=data)
    assert (await ana.wait())[-1].text.startswith("Cronología · 21–23 de 23")


async def test_pressing_for_the_page_that_is_shown_changes_nothing(room: BotRoom) -> None:
    ana = room.person()
    first = (await room.ask(ana, "/timeline"))[0]
    press = ana.press(first, data="page:0:")
    assert await ana.answer(press) == {}
    await room.settled()
    assert ana.new == []


@pytest.mark.parametrize(
    ("asked", "head"),
    [
        ("/timeline Miami", "Cronología · «Miami» · 1–2 de 2"),
        ("/timeline@tregua_local_bot miami", "Cronología · «miami» · 1–2 de 2"),
        ("/timeline Witkoff diciembre", "Cronología · «Witkoff» · diciembre de 2025 · 1–3 de 3"),
        ("/timeline reuniones 2025-12", "Cronología · reuniones · diciembre de 2025 · 1–4 de 4"),
        ("/timeline 28 dic 2025", "Cronología · 28 de diciembre de 2025 · 1–2 de 2"),
        ("/timeline Kyiv", "Cronología · «Kyiv» · 1–3 de 3"),
        ("/timeline qué pasó en Anchorage", "Cronología · «Anchorage» · 1–1 de 1"),
        ("/cronologia Miami", "Cronología · «Miami» · 1–2 de 2"),
        ("/timeline\nMiami", "Cronología · «Miami» · 1–2 de 2"),
    ],
)
async def test_a_filter_is_understood_and_shown(room: BotRoom, asked: str, head: str) -> None:
    assert (await room.ask(room.person(), asked))[0].text.split("\n")[0] == head


async def test_what_is_planned_held_denied_and_called_off_is_told_apart(room: BotRoom) -> None:
    events = [
        an_event("2026-03-24", status="planned"),
        an_event("2026-03-23", status="denied", type="call"),
        an_event("2026-03-22", status="cancelled", type="visit"),
        an_event("2026-03-21", status="held", type="exchange"),
    ]
    await room.desk.write(load_chronology, events)
    lines = (await room.ask(room.person(), "/timeline Estambul marzo 2026"))[0].text.split("\n")
    assert [line.split(".")[0] for line in lines if "Se espera" in line] == [
        "🔵 Reunión prevista",
        "🔴 Llamada desmentida",
        "🟠 Visita aplazada o cancelada",
        "🟢 Canje realizado",
    ]


async def test_a_typing_error_is_met_with_a_button(room: BotRoom) -> None:
    ana = room.person()
    answer = (await room.ask(ana, "/timeline Mimai"))[0]
    assert answer.text == "No encuentro nada con «Mimai» en la cronología. ¿Querías decir «Miami»?"
    ana.press(answer, "Miami")
    assert (await ana.wait())[-1].text.startswith("Cronología · «Miami»")


async def test_somebody_in_no_event_is_offered_as_a_card(room: BotRoom) -> None:
    answer = (await room.ask(room.person(), "/timeline Peskov diciembre"))[0]
    assert [button.text for button in answer.buttons] == ["¿Quién es Peskov?", "Ver toda la cronología"]


async def test_a_filter_too_long_for_a_button_turns_pages_all_the_same(room: BotRoom) -> None:
    ana = room.person()
    await room.desk.write(
        load_chronology,
        [an_event(headline=f"Ronda {n} de conversaciones con delegaciones") for n in range(7)],
    )
    asked = "rondas de conversaciones con las delegaciones de Medinski en Estambul desde marzo de 2026"
    first = (await room.ask(ana, f"/timeline {asked.replace('rondas', 'ronda')}"))[0]
    ana.press(first, "Más antiguo ›")
    assert "6–7 de 7" in (await ana.wait())[-1].text


@pytest.mark.parametrize(
    "asked",
    [
        "x" * 4080,
        "ñ🟡" * 1300,
        "<b>&amp;</b>",
        "\u202eabc\u200f",
        "%_\\",
        "' OR 1=1 --",
        "🟡🔴",
        "Минск",
        "0" * 400,
        "a\u0301" * 200,
    ],
)
async def test_strange_filters_get_a_short_clear_answer(room: BotRoom, asked: str) -> None:
    answer = (await room.ask(room.person(), f"/timeline {asked}"))[0]
    assert answer.text.startswith(("No encuentro nada con «", "Cronología"))
    assert length(answer.text) < 1500


async def test_an_empty_chronology_says_so(tmp_path: Path) -> None:
    async with bot_running(tmp_path / "otra") as room:
        assert (await room.ask(room.person(), "/timeline"))[0].text == "La cronología aún está vacía."


async def test_what_was_planned_for_a_day_gone_by_is_marked_until_somebody_confirms_it(room: BotRoom) -> None:
    overdue = an_event("2026-03-01", status="planned", headline="Moscú y Kiev se citan en Doha")
    ahead = an_event("2026-03-29", status="planned", headline="Los jefes negociadores se verán en Viena")
    await room.desk.write(load_chronology, [overdue, ahead])
    shown = (await room.ask(room.person(), "/timeline"))[0].text
    assert "Reunión prevista (sin confirmación). Moscú y Kiev se citan en Doha" in shown
    assert "Reunión prevista. Los jefes negociadores se verán en Viena" in shown


async def test_a_button_narrows_the_chronology_to_a_kind_and_lets_go_of_it(room: BotRoom) -> None:
    ana = room.person()
    first = (await room.ask(ana, "/timeline"))[0]
    ana.press(first, "Llamadas")
    calls = (await ana.wait())[-1]
    assert calls.text.startswith("Cronología · llamadas · 1–1 de 1")
    ana.press(calls, "✓ Llamadas")
    assert (await ana.wait())[-1].text.startswith("Cronología · 1–5 de 23")
