"""Whose the words are: bodies that begin a text, ministries without a country, who asks, who is judged."""

from __future__ import annotations

import pytest

from tests.quotation import said


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Kiev y Moscú se acusan. El Estado Mayor ucraniano contó cien asaltos. «No hubo cohetes», precisó.",
            "Estado Mayor de Ucrania",
        ),
        (
            "La jornada fue larga. La Casa Blanca publicó una foto. «Seguimos trabajando en ello», añadió.",
            "Casa Blanca",
        ),
        (
            "Nadie firmó nada. El Tribunal Supremo aplazó la vista. «No hay urgencia alguna», explicó en su auto.",
            "Tribunal Supremo",
        ),
    ],
)
def test_a_body_that_the_text_tells_of_goes_on(text: str, speaker: str) -> None:
    assert said(text)[-1][0] == speaker


def test_a_country_does_not_go_on() -> None:
    assert said("Rusia lanzó cien drones sobre Leópolis. «No hubo víctimas anoche», precisó en su web.")[-1][0] is None


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "El presidente ruso, Vladímir Putin, firmó una pausa de dos días, informó el Ministerio de Defensa.",
            "Ministerio de Defensa de Rusia",
        ),
        (
            "Volodímir Zelenski visitó a los heridos, comunicó el Ministerio de Defensa.",
            "Ministerio de Defensa de Ucrania",
        ),
        (
            "Moscú, 3 nov (Norte).- Las defensas derribaron 40 drones, informó este lunes el Ministerio de Defensa.",
            "Ministerio de Defensa de Rusia",
        ),
    ],
)
def test_a_ministry_is_of_the_country_that_the_text_begins_with(text: str, speaker: str) -> None:
    assert said(text)[-1][0] == speaker


@pytest.mark.parametrize(
    "text",
    [
        "Rusia ha perdido mil hombres esta semana, informó el Ministerio de Defensa.",
        "Putin y Zelenski hablaron una hora, informó el Ministerio de Defensa.",
        "Un cohete cayó sobre Ternópil, informó el Ministerio de Energía.",
    ],
)
def test_a_ministry_stays_without_a_country_that_nobody_tells(text: str) -> None:
    assert said(text)[-1][0] in ("Ministerio de Defensa", "Ministerio de Energía")


@pytest.mark.parametrize(
    ("text", "asker", "answer"),
    [
        (
            "—¿Con quién hablará? —quiso saber un corresponsal.\n\n—Con Merz —contestó Putin.",
            "corresponsal",
            "Con Merz",
        ),
        (
            "—¿Y la tregua? —quiso saber una reportera.\n\n—Cuando toque —respondió Lavrov.",
            "reportera",
            "Cuando toque",
        ),
    ],
)
def test_who_wants_to_know_asks(text: str, asker: str, answer: str) -> None:
    found = said(text)
    assert found[0][0] == asker
    assert found[-1][1] == answer
    assert found[-1][0] != asker


def test_who_asks_does_not_answer_behind_the_colon() -> None:
    text = "Trump salió. «Me enfadé mucho», dijo. Cuando un reportero quiso saber el motivo, reculó: «Puede que no»."
    assert said(text)[-1] == ("Donald Trump", "Puede que no")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "«No iré», dijo Putin. Para el analista Luis Sosa, habla a los suyos. «Si va, pierde», evalúa.",
            "Luis Sosa",
        ),
        (
            "El Gobierno federal considera «poco serio» el plan, según dijeron el domingo fuentes diplomáticas.",
            "fuentes diplomáticas",
        ),
        ("Moscú había considerado «poco serio» el viaje; lo dijo entonces Serguéi Lavrov.", "Serguéi Lavrov"),
        (
            "Trump, que no cita a Kissinger, prefiere el póquer: «No tienes cartas», le espetó aquel 28 de febrero.",
            "Donald Trump",
        ),
        ("Henry Kissinger dejó escrito que ganar no es vencer.", "Henry Kissinger"),
    ],
)
def test_who_is_told_to_judge_says_it(text: str, speaker: str) -> None:
    assert said(text)[-1][0] == speaker
