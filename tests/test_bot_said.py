"""/dijo, /posiciones, /buscar, /novedades and /resumen in the chat."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
import pytest_asyncio

from bot.markup import length
from talks.store.chronology import load_chronology
from talks.store.connection import Store
from talks.types import Quote
from tests.bot_room import BotRoom, bot_running
from tests.past import an_event
from tests.steps import NOON, an_article_is_stored, it_is_judged_new, it_is_read

PEOPLE = {"peskov": "Dmitri Peskov", "zelenski": "Volodímir Zelenski", "witkoff": "Steve Witkoff"}


@pytest_asyncio.fixture
async def room(tmp_path: Path) -> AsyncIterator[BotRoom]:
    async with bot_running(tmp_path) as running:
        yield running


def somebody_says(store: Store, person_id: str, words: str, *, days_ago: int = 0, direct: bool = True) -> None:
    text = f"Lo dijo ante la prensa. {words}, afirmó."
    article = an_article_is_stored(
        store, f"{person_id}-{words}", text=text, title="Declaraciones", published=NOON - timedelta(days=days_ago)
    )
    start = article.body.index(words)
    quote = Quote(words, PEOPLE[person_id], direct, start, start + len(words), speaker_id=person_id)
    it_is_read(store, article, quotes=(quote,))


def they_have_spoken(store: Store) -> None:
    somebody_says(store, "peskov", "No cederemos un metro de territorio del Donbás", days_ago=3)
    somebody_says(store, "peskov", "Las garantías de seguridad son cosa de todos", days_ago=2)
    somebody_says(store, "zelenski", "Sin garantías de seguridad no hay acuerdo posible", days_ago=1)
    somebody_says(store, "witkoff", "el territorio sigue siendo lo más difícil de acordar", direct=False)


def something_was_told(store: Store, key: str, headline: str, *, days_ago: int = 0, **fields: object) -> int:
    article = an_article_is_stored(store, key, title=headline, published=NOON - timedelta(days=days_ago))
    it_is_read(store, article)
    return it_is_judged_new(store, article, story_id=key, **fields)


async def test_what_somebody_said_comes_newest_first_with_source_and_date(room: BotRoom) -> None:
    await room.desk.write(they_have_spoken)
    answer = (await room.ask(room.person(), "/dijo Peskov"))[0]
    assert answer.text == (
        "Palabras de Dmitri Peskov · 1–2 de 2\n\n"
        "• «Las garantías de seguridad son cosa de todos». — Diario, dom 8 mar\n\n"
        "• «No cederemos un metro de territorio del Donbás». — Diario, sáb 7 mar"
    )
    assert [button.text for button in answer.buttons] == ["¿Quién es Peskov?"]


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("Peskov territorio", "No cederemos un metro"),
        ("Peskov sobre las garantías de seguridad", "Las garantías de seguridad son"),
        ("portavoz del kremlin garantías", "Las garantías de seguridad son"),
        ("Peskov metro", "No cederemos un metro"),
        ("¿qué dijo Peskov?", "Las garantías de seguridad son"),
    ],
)
async def test_words_are_found_by_person_and_topic(room: BotRoom, asked: str, words: str) -> None:
    await room.desk.write(they_have_spoken)
    assert words in (await room.ask(room.person(), f"/dijo {asked}"))[0].text.split("\n")[2]


async def test_a_paraphrase_is_called_one(room: BotRoom) -> None:
    await room.desk.write(they_have_spoken)
    answer = (await room.ask(room.person(), "/dijo Witkoff"))[0].text
    assert "• paráfrasis: el territorio sigue siendo" in answer
    assert "«" not in answer


async def test_silence_on_a_topic_offers_the_rest(room: BotRoom) -> None:
    ana = room.person()
    await room.desk.write(they_have_spoken)
    answer = (await room.ask(ana, "/dijo Peskov prisioneros"))[0]
    assert answer.text == "No he leído palabras de Peskov sobre «prisioneros»."
    ana.press(answer, "Todo lo que dijo Peskov")
    assert (await ana.wait())[-1].text.startswith("Palabras de Dmitri Peskov")


async def test_many_words_turn_pages(room: BotRoom) -> None:
    def a_talker(store: Store) -> None:
        for n in range(12):
            somebody_says(store, "peskov", f"Esta es la declaración número {n} del día", days_ago=n)

    ana = room.person()
    await room.desk.write(a_talker)
    first = (await room.ask(ana, "/dijo Peskov"))[0]
    assert "1–5 de 12" in first.text
    ana.press(first, "Más antiguo ›")
    assert "6–10 de 12" in (await ana.wait())[-1].text
    ana.press(first, data="said:999:peskov")
    assert "11–12 de 12" in (await ana.wait())[-1].text


@pytest.mark.parametrize("asked", ["/dijo", "/dijo xyzzy", "/dijo " + "x" * 4000, "/dijo <b>", "/dijo 🙂"])
async def test_a_name_that_is_missing_or_unknown_is_met_with_a_hint(room: BotRoom, asked: str) -> None:
    assert "/dijo Peskov" in (await room.ask(room.person(), asked))[0].text


async def test_positions_are_a_table_of_themes_by_sides(room: BotRoom) -> None:
    ana = room.person()
    await room.desk.write(they_have_spoken)
    table = (await room.ask(ana, "/posiciones"))[0]
    assert table.text == (
        "Lo último que dijo cada parte\n\n"
        "Territorio\nRusia: Peskov, sáb 7 mar · Estados Unidos: Witkoff, mar 10 mar\n"
        "Garantías de seguridad\nRusia: Peskov, dom 8 mar · Ucrania: Zelenski, lun 9 mar\n\n"
        "Un botón abre las palabras exactas."
    )
    ana.press(table, "Territorio")
    cell = (await ana.wait())[-1]
    assert cell.text == (
        "Lo último que dijo cada parte · Territorio\n\n"
        "Rusia · Peskov\n«No cederemos un metro de territorio del Donbás». — Diario, sáb 7 mar\n\n"
        "Estados Unidos · Witkoff\n"
        "paráfrasis: el territorio sigue siendo lo más difícil de acordar — Diario, mar 10 mar"
    )
    ana.press(cell, "Todos los temas")
    assert (await ana.wait())[-1].text == table.text


@pytest.mark.parametrize(
    ("asked", "beginning"),
    [
        ("garantías", "Lo último que dijo cada parte · Garantías de seguridad"),
        ("otan", "Todavía no he leído declaraciones sobre «Ucrania y la OTAN»."),
        ("fútbol", "No conozco el tema «fútbol»."),
        ("x" * 4000, "No conozco el tema «xxx"),
    ],
)
async def test_a_theme_is_found_by_its_name_or_words(room: BotRoom, asked: str, beginning: str) -> None:
    await room.desk.write(they_have_spoken)
    answer = (await room.ask(room.person(), f"/posiciones {asked}"))[0]
    assert answer.text.startswith(beginning)
    assert answer.buttons


async def test_no_positions_yet(room: BotRoom) -> None:
    assert (await room.ask(room.person(), "/posiciones"))[0].text.startswith("Todavía no he leído declaraciones")


async def test_articles_are_found_by_their_words(room: BotRoom) -> None:
    def six_articles(store: Store) -> None:
        for n in range(6):
            an_article_is_stored(
                store, str(n), title=f"Canje número {n}", text="Un canje de prisioneros en la frontera."
            )

    ana = room.person()
    await room.desk.write(six_articles)
    first = (await room.ask(ana, "/buscar canje de prisioneros"))[0]
    assert first.text.startswith("Artículos · «canje de prisioneros»\n\nCanje número ")
    assert first.text.count("Diario, mar 10 mar") == 5
    ana.press(first, "Más antiguo ›")
    assert (await ana.wait())[-1].text.count("Diario, mar 10 mar") == 1


@pytest.mark.parametrize("asked", ["", "de la", '" OR 1', "NEAR(a b)", "x" * 4000, "title:canje*", "🙂", "\u202e"])
async def test_a_strange_search_gets_a_hint(room: BotRoom, asked: str) -> None:
    answer = (await room.ask(room.person(), f"/buscar {asked}"))[0].text
    assert "/buscar canje de prisioneros" in answer
    assert length(answer) < 400


async def test_news_are_those_since_the_last_visit(room: BotRoom) -> None:
    ana = room.person()
    await room.desk.write(something_was_told, "1", "Primera")
    assert (await room.ask(ana, "/novedades"))[0].text.startswith("Últimas novedades\n\n")
    assert (await room.ask(ana, "/novedades"))[0].text == "Nada nuevo desde tu última visita."
    await room.desk.write(something_was_told, "2", "Segunda")
    answer = (await room.ask(ana, "/novedades"))[0].text
    assert answer == "Novedades desde tu última visita\n\n🟢 mar 10 mar: Segunda (Diario)"


async def test_a_summary_is_in_order_of_weight_with_one_line_a_story_and_the_agenda(room: BotRoom) -> None:
    def three_days(store: Store) -> None:
        something_was_told(store, "a", "Una declaración menor", importance=1, type="statement", status="claimed")
        something_was_told(store, "b", "Una ronda importante", importance=3)
        something_was_told(store, "c", "De hace una semana", days_ago=6, importance=3)
        load_chronology(store, [an_event("2026-03-20", headline="Otra ronda", status="planned")])

    ana = room.person()
    await room.desk.write(three_days)
    assert (await room.ask(ana, "/resumen"))[0].text == (
        "Resumen de las últimas 24 horas\n\n"
        "🟢 mar 10 mar: Una ronda importante (Diario)\n\n"
        "🟡 mar 10 mar: Una declaración menor (Diario)\n\n"
        "Agenda\n🔵 vie 20 mar, Estambul: Otra ronda"
    )
    assert "De hace una semana" in (await room.ask(ana, "/resumen semana"))[0].text
    assert (await room.ask(ana, "/resumen desde el 9 de marzo"))[0].text.startswith("Resumen desde el lun 9 mar")
    assert "De hace" not in (await room.ask(ana, "/resumen hoy"))[0].text


@pytest.mark.parametrize("asked", ["nunca", "x" * 4000, "el 40 de marzo", "<b>"])
async def test_a_stretch_that_makes_no_sense_gets_a_hint(room: BotRoom, asked: str) -> None:
    assert (await room.ask(room.person(), f"/resumen {asked}"))[0].text.startswith("Di de cuándo: /resumen hoy")


async def test_a_day_without_news_says_so(room: BotRoom) -> None:
    assert "Sin novedades." in (await room.ask(room.person(), "/resumen hoy"))[0].text
