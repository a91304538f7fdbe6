"""/quien in the chat: cards, doubts, typing errors, words of people."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from talks.store.connection import Store
from talks.types import PersonMention, Quote
from tests.bot_room import BotRoom, bot_running
from tests.steps import an_article_is_stored, it_is_read

TEXT = "El portavoz habló. «No hay avance decisivo todavía», dijo. Añadió que seguirán los contactos de expertos."


@pytest_asyncio.fixture
async def room(tmp_path: Path) -> AsyncIterator[BotRoom]:
    async with bot_running(tmp_path) as running:
        yield running


def peskov_speaks(store: Store) -> None:
    article = an_article_is_stored(store, title="Declaraciones del Kremlin", text=TEXT)
    it_is_read(
        store,
        article,
        quotes=(
            words_in(article.body, "No hay avance decisivo todavía", direct=True),
            words_in(article.body, "seguirán los contactos de expertos", direct=False),
        ),
    )


def words_in(body: str, words: str, *, direct: bool) -> Quote:
    start = body.index(words)
    return Quote(words, "Dmitri Peskov", direct, start, start + len(words), speaker_id="peskov")


async def test_a_card_has_role_side_spellings_and_words(room: BotRoom) -> None:
    await room.desk.write(peskov_speaks)
    card = (await room.ask(room.person(), "/quien Peskov"))[0]
    assert card.text == (
        "Dmitri Peskov\n"
        "Portavoz del Kremlin, desde el 22 de mayo de 2012\n"
        "Parte: Rusia\n"
        "También: Dmitry Peskov, Dmitriy Peskov, Dimitri Peskov\n"
        "\n"
        "Lo último que dijo\n"
        "• «No hay avance decisivo todavía». — Diario, mar 10 mar\n"
        "• paráfrasis: seguirán los contactos de expertos — Diario, mar 10 mar"
    )
    assert [button.text for button in card.buttons] == ["Todo lo que dijo Peskov", "Cronología"]


async def test_somebody_who_has_not_spoken_yet_says_so(room: BotRoom) -> None:
    assert (await room.ask(room.person(), "/quien Witkoff"))[0].text.endswith("Aún no he leído palabras suyas.")


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("/quien Umérov", "Rustem Umerov"),
        ("/quien portavoz del kremlin", "Dmitri Peskov"),
        ("/quien ministro de exteriores ruso", "Serguéi Lavrov"),
        ("/quien Zelenskyy", "Volodímir Zelenski"),
        ("/quien@tregua_local_bot LAVROV", "Serguéi Lavrov"),
        ("/quién Lavrov", "Serguéi Lavrov"),
        ("/quien ¿quién es Dmitriev?", "Kirill Dmitriev"),
    ],
)
async def test_people_are_found_by_name_alias_surname_and_office(room: BotRoom, asked: str, name: str) -> None:
    assert (await room.ask(room.person(), asked))[0].text.split("\n")[0] == name


async def test_a_typing_error_is_answered_with_a_word_about_it(room: BotRoom) -> None:
    lines = (await room.ask(room.person(), "/quien Pescov"))[0].text.split("\n")
    assert lines[:2] == ["No conozco a nadie como «Pescov»; lo más parecido:", "Dmitri Peskov"]


async def test_a_doubt_is_asked_and_the_answer_replaces_the_question(room: BotRoom) -> None:
    ana = room.person()
    question = (await room.ask(ana, "/quien ministro de exteriores"))[0]
    assert question.text == "¿A quién te refieres?"
    assert question.buttons[0].text == "Serguéi Lavrov, ministro de Exteriores de Rusia"
    ana.press(question, 1)
    card = (await ana.wait())[-1]
    assert (card.message_id, card.text.split("\n")[0]) == (question.message_id, "Andrí Sibiga")


async def test_a_given_name_is_asked_about(room: BotRoom) -> None:
    question = (await room.ask(room.person(), "/quien Vladímir"))[0]
    assert [button.text.split(",")[0] for button in question.buttons][:2] == ["Vladímir Putin", "Vladímir Medinski"]


async def test_without_a_name_the_principals_are_listed_by_side(room: BotRoom) -> None:
    ana = room.person()
    answer = (await room.ask(ana, "/quien"))[0]
    assert "Rusia: Putin, Lavrov, Peskov" in answer.text
    ana.press(answer, "Witkoff")
    assert (await ana.wait())[-1].text.startswith("Steve Witkoff")


@pytest.mark.parametrize("asked", ["xyzzy", "🙂", "<b>x</b>", "ñ" * 4000, "\u202e\u202d", "王毅", "' OR 1=1"])
async def test_nobody_is_a_clear_answer_with_a_way_on(room: BotRoom, asked: str) -> None:
    answer = (await room.ask(room.person(), f"/quien {asked}"))[0]
    assert answer.text.startswith(("No conozco a nadie como «", "Quién es quién", "¿A quién te refieres?"))
    assert answer.buttons


async def test_a_new_person_of_two_outlets_has_a_card_that_says_so(room: BotRoom) -> None:
    def two_outlets_name_her(store: Store) -> None:
        for outlet in ("Diario", "Correo"):
            text = "La negociadora búlgara, Elena Vasileva, llegó a Ginebra."
            article = an_article_is_stored(store, outlet=outlet, text=text)
            start = article.body.index("Elena")
            mention = PersonMention("Elena Vasileva", "Elena Vasileva", "negociadora búlgara", start, start + 14)
            it_is_read(store, article, people=(mention,))

    await room.desk.write(two_outlets_name_her)
    card = (await room.ask(room.person(), "/quien Vasileva"))[0]
    assert card.text.startswith("Elena Vasileva\nVisto como: «negociadora búlgara» (")
    assert "aún no tiene ficha revisada" in card.text


async def test_the_button_of_a_card_opens_the_chronology_of_the_person(tmp_path: Path) -> None:
    async with bot_running(tmp_path / "otra", with_chronology=True) as room:
        ana = room.person()
        card = (await room.ask(ana, "/quien Witkoff"))[0]
        ana.press(card, "Cronología")
        assert (await ana.wait())[-1].text.startswith("Cronología · «Witkoff»")


@pytest.mark.parametrize(
    ("asked", "name", "line"),
    [
        (
            "ministro de defensa de ucrania en mayo de 2024",
            "Rustem Umerov",
            "En mayo de 2024: ministro de Defensa de Ucrania",
        ),
        (
            "¿quién era el presidente de Estados Unidos el 3 de mayo de 2018?",
            "Donald Trump",
            "El 3 de mayo de 2018: presidente",
        ),
        ("Trump 2018", "Donald Trump", "En 2018: presidente de Estados Unidos"),
        ("Trump 2022", "Donald Trump", "En 2022: sin cargo actual conocido"),
    ],
)
async def test_an_office_is_asked_for_at_a_date(room: BotRoom, asked: str, name: str, line: str) -> None:
    lines = (await room.ask(room.person(), f"/quien {asked}"))[0].text.split("\n")
    assert lines[0] == name
    assert lines[1].startswith(line)


async def test_a_card_says_whom_they_met_last(tmp_path: Path) -> None:
    async with bot_running(tmp_path / "otra", with_chronology=True) as room:
        card = (await room.ask(room.person(), "/quien Dmitriev"))[0].text
        assert "Última cita: sáb 20 – dom 21 dic 2025 · Miami, con Steve Witkoff" in card
