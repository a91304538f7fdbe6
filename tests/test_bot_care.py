"""/privacidad for everybody, /salud and /feeds for administrators, and cards to share from any chat."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from jobs.check import Checked
from talks.store.chats import find_chat
from talks.store.sources import active_sources, add_source, record_failure
from talks.store.wishes import follows_of
from tests.bot_room import BOT_ID, BotRoom, bot_running
from tests.steps import NOON, something_happens

ADMIN = 1001
"""The first person that a local server makes."""


@pytest_asyncio.fixture
async def room(tmp_path: Path) -> AsyncIterator[BotRoom]:
    async with bot_running(tmp_path, with_chronology=True, admins=(ADMIN,), check=ask_feed) as running:
        yield running


async def ask_feed(url: str) -> Checked:
    is_fine = "bien" in url
    return Checked(is_fine, "«Diario», 12 noticias." if is_fine else "No es una fuente.")


async def test_privacy_says_what_is_kept_and_offers_it(room: BotRoom) -> None:
    ana = await room.subscribed()
    message = (await room.ask(ana, "/privacidad"))[0]
    assert message.text.startswith("Lo que guardo de este chat\n\n")
    ana.press(message, "Descargar mis datos")
    document = (await ana.wait())[-1].payload["document"]
    assert document["file_name"] == "tregua.json"
    stored = next(file for file in room.server.state.files.values() if file.file_id == document["file_id"])
    assert json.loads(stored.content)["chat"]["title"] == "Ana"


async def test_erasing_asks_first_and_forgets_everything(room: BotRoom) -> None:
    ana = await room.subscribed()
    await room.ask(ana, "/seguir territorio")
    await room.desk.write(something_happens)
    await room.deliver()
    message = (await room.ask(ana, "/privacidad"))[0]
    for button, words in (("Borrar todo", "¿Borro todo"), ("No", "Lo que guardo"), ("Borrar todo", "¿Borro todo")):
        ana.press(message, button)
        assert (await ana.wait())[-1].text.startswith(words)
    ana.press(message, "Sí, borrar todo")
    assert (await ana.wait())[-1].text.startswith("Borrado: ya no guardo nada")
    assert await room.desk.read(find_chat, BOT_ID, ana.id) is None
    assert await room.desk.read(follows_of, BOT_ID, ana.id) == ()


async def test_nothing_is_kept_of_who_only_asks(room: BotRoom) -> None:
    ana = room.person()
    message = (await room.ask(ana, "/privacidad"))[0]
    assert await ana.answer(ana.press(message, "Descargar mis datos")) == {"text": "No guardo nada de este chat."}


async def test_in_a_group_only_administrators_see_or_erase_what_is_kept(room: BotRoom) -> None:
    ana, luis = room.person(), room.person("Luis")
    group = room.server.group("Familia", members=[ana, luis])
    await group.wait()
    await room.ask(ana, "/start", chat=group)
    message = (await room.ask(luis, "/privacidad", chat=group))[0]
    for data in ("export", "erase", "erase-now"):
        answer = await luis.answer(luis.press(message, data=data))
        assert answer["text"].startswith("En un grupo, solo quien lo administra")
    assert await room.desk.read(find_chat, BOT_ID, group.id) is not None


async def test_administrators_see_how_all_is_going(room: BotRoom) -> None:
    ana = await room.subscribed()
    await room.desk.write(something_happens)
    await room.deliver()
    text = (await room.ask(ana, "/salud"))[0].text
    assert text.startswith(
        "Salud\n\nFuentes: 1, todas bien\nÚltima ronda: hoy a las 13:00\nArtículos: 1 (0 por leer o juzgar)"
    )
    assert (
        "Suscriptores: 1\nCola: 0 esperan, 0 en duda, 0 no entregados\nÚltimo envío: hoy a las 13:00\nMemoria:" in text
    )


@pytest.mark.parametrize("command", ["/salud", "/feeds", "/feeds add https://x.example/rss"])
async def test_for_everybody_else_these_are_no_commands(room: BotRoom, command: str) -> None:
    room.person()
    luis = room.person("Luis")
    assert (await room.ask(luis, command))[0].text.startswith("No conozco esa orden.")
    assert await room.desk.read(active_sources) == ()
    assert "/salud" not in (await room.ask(luis, "/ayuda"))[0].text


async def test_administrators_care_for_the_feeds(room: BotRoom) -> None:
    ana = room.person()
    answer = (await room.ask(ana, "/feeds add https://bien.example/rss Mi diario"))[0].text
    assert answer == "Añadida: Mi diario. «Diario», 12 noticias."
    source = (await room.desk.read(active_sources))[0]
    await room.desk.write(record_failure, source.id, error="No responde.", now=NOON, next_check_at=NOON)
    assert "• Mi diario: falla desde hace 1 intento: No responde." in (await room.ask(ana, "/feeds"))[0].text
    assert (await room.ask(ana, "/feeds check"))[0].text == "✓ https://bien.example/rss: «Diario», 12 noticias."
    assert (await room.ask(ana, "/feeds remove https://bien.example/rss"))[0].text.startswith("Quitada")
    assert "/feeds" in (await room.ask(ana, "/ayuda"))[0].text


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("add https://mal.example/rss", "No la añado. No es una fuente."),
        ("add ftp://x", "Eso no es una dirección http o https."),
        ("add", "Eso no es una dirección http o https."),
        ("remove https://nada.example", "No hay ninguna fuente con esa dirección."),
        ("check https://mal.example/rss", "✗ https://mal.example/rss: No es una fuente."),
        ("check <b>", "Eso no es una dirección http o https."),
        ("check", "Ninguna falla."),
        ("volar", "/feeds · /feeds add DIRECCIÓN"),
    ],
)
async def test_wrong_words_about_feeds_get_a_sentence(room: BotRoom, asked: str, answer: str) -> None:
    assert (await room.ask(room.person(), f"/feeds {asked}"))[0].text.startswith(answer)


async def test_hundreds_of_feeds_fit_in_a_message(room: BotRoom) -> None:
    for n in range(200):
        await room.desk.write(add_source, url=f"https://d{n}.example/rss", title=f"Diario con un nombre largo {n:03}")
    assert len((await room.ask(room.person(), "/feeds"))[0].text) <= 4096


@pytest.mark.parametrize(
    ("asked", "titles"),
    [
        ("peskov", ["Dmitri Peskov"]),
        ("miami", ["Conversaciones por separado", "El enviado ruso viaja"]),
        (
            "witkoff 2025-12",
            ["Conversaciones por separado", "Los enviados se ven con los europeos", "Cinco horas en el Kremlin"],
        ),
        ("xyzzy", []),
    ],
)
async def test_cards_are_offered_in_any_chat(room: BotRoom, asked: str, titles: list[str]) -> None:
    ana = room.person()
    answer = await ana.answer(ana.ask_inline(asked))
    found = [result["title"] for result in answer["results"]]
    assert [title for title in found if title in titles or not titles] == titles


@pytest.mark.parametrize("asked", ["", "x" * 256, "<b>", "🙂", "\u202e", "' OR 1"])
async def test_any_inline_query_is_answered(room: BotRoom, asked: str) -> None:
    ana = room.person()
    answer = await ana.answer(ana.ask_inline(asked))
    assert len(answer["results"]) <= 11
