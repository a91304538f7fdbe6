"""Voices that later copy brought: opinions by «para», those who are in a place, sources, echoes of headlines."""

from __future__ import annotations

import pytest

from talks.reading.groups import singular
from tests.quotation import read, said


def speakers(text: str, *, title: str = "Las conversaciones continúan", direct: bool = True) -> list[str | None]:
    return [quote.speaker for quote in read(text, title=title) if quote.direct == direct]


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("Para el portavoz Dmitri Peskov, lo primero es el papel.", "Dmitri Peskov", "lo primero es el papel"),
        ("En Moscú sostienen que la cita fue útil.", "Rusia", "la cita fue útil"),
        ("En París recuerdan, sin más, que nadie ha pedido permiso.", "Francia", "nadie ha pedido permiso"),
        (
            "Un diplomático noruego cree que el texto saldrá el martes.",
            "diplomático noruego",
            "el texto saldrá el martes",
        ),
        (
            "Una fuente conocedora del viaje contó a Meridiano que no habrá foto.",
            "fuente conocedora del viaje",
            "no habrá foto",
        ),
        ("Según dos personas presentes en la sala, Witkoff calló.", "personas presentes en la sala", "Witkoff calló"),
        (
            "El asesor Yuri Ushakov desmintió al diario: nadie ha leído el texto.",
            "Yuri Ushakov",
            "nadie ha leído el texto",
        ),
        ("EE.UU. y Ucrania aseguran que habrá otra ronda.", "Estados Unidos y Ucrania", "habrá otra ronda"),
    ],
)
def test_an_opinion_is_of_who_is_named_beside_it(text: str, speaker: str, words: str) -> None:
    assert said(text) == [(speaker, words)]


@pytest.mark.parametrize(
    "text",
    [
        "Para Ucrania, el invierno será largo.",
        "Para Putin, la guerra empezó en 2014 y sigue hoy.",
        "Para Zelenski, quien viajó a Londres, la reunión terminó pronto.",
        "Putin lanzó la llamada «operación militar especial» en 2022.",
        "Para el Kremlin, sentarse con Kiev equivale a reconocerlo.",
        "Para Putin, reclamado por la Corte Penal Internacional, la foto es un regalo.",
        "En Kiev esperan una respuesta.",
        "El Kremlin cree que la cita no llegará este mes.",
    ],
)
def test_whom_it_concerns_and_what_a_body_believes_is_no_quotation(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Habló Umérov, quien dirige el equipo de Kiev y precisó que hubo un plenario.", "Rustem Umerov"),
        (
            "Rubio se vio con Volodímir Zelenski, quien ese mismo día pidió que las garantías duren.",
            "Volodímir Zelenski",
        ),
        ("Merz calló. A lo que Macron, sin mirarlo, respondió que no había prisa.", "Emmanuel Macron"),
        ("Habrá técnicos, según Rustem Umérov, jefe del equipo. Este prometió que se sabrá pronto.", "Rustem Umerov"),
        ("Según el mandatario, Volodímir Zelenski perdió el tren. Peskov dijo que no hay fecha.", "Dmitri Peskov"),
        ("Peskov habló. Medinski «ha cumplido», ha dicho, y ha añadido que seguirá como asesor.", "Dmitri Peskov"),
        ("Starmer insistió en que decide Kiev; Macron, en que no habrá firma sin Europa.", "Emmanuel Macron"),
        ("«Hay avances», dijo una fuente turca. Según la misma fuente, faltan dos puntos.", "fuente turca"),
        ("Orbán calló. Macron abrió una puerta: a su juicio, toca hablar con Moscú.", "Emmanuel Macron"),
    ],
)
def test_a_clause_is_of_the_nearest_who_can_have_said_it(text: str, speaker: str) -> None:
    assert speakers(text, direct=False)[-1] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Rusia y Ucrania hablaron de «un marco nuevo», según una nota conjunta que difundió la Casa Blanca.",
            "Rusia y Ucrania",
        ),
        (
            "Delegaciones de Rusia y Ucrania hablaron de «un marco nuevo», según un comunicado conjunto.",
            "Rusia y Ucrania",
        ),
        (
            "Habló Merz. Le preguntaron al presidente Donald Trump si era todo. «No es mi última palabra», respondió.",
            "Donald Trump",
        ),
        (
            "Una fuente al tanto de las charlas habló con Axios. «Es llamativo, sin duda», se quejó.",
            "fuente al tanto de las charlas",
        ),
        (
            "Los invasores lanzaron cien drones, según el presidente Volodímir Zelenski: «Iban a por la luz».",
            "Volodímir Zelenski",
        ),
        (
            "En Kiev, Volodímir Zelenski, el presidente, contó que habrá otra cita. «No sé qué saldrá», comentó.",
            "Volodímir Zelenski",
        ),
        (
            "PARÍS. Volodímir Zelenski y Emmanuel Macron firmaron. «Es un acuerdo histórico», celebró el invitado.",
            "Volodímir Zelenski",
        ),
        ("«Denso y útil», fue el balance de Rustem Umérov.", "Rustem Umerov"),
        ("«Es una noche difícil», empezó Volodímir Zelenski este viernes.", "Volodímir Zelenski"),
        ("Zelenski acusó a Moscú. «Nos engañan a todos», se lee en su mensaje.", "Volodímir Zelenski"),
        (
            "Peskov no explicó por qué cayó Miami, la sede que había propuesto Zelenski: «Ginebra conviene».",
            "Dmitri Peskov",
        ),
        ("Peskov habló. Rusia, agregó, ve «con simpatía» el gesto.", "Dmitri Peskov"),
        ("Peskov recordó lo que prometió Trump: «Acabaré la guerra en un día».", "Donald Trump"),
        ("La periodista Anna Kim preguntó a Putin si firmará. «Estamos listos», respondió.", "Vladímir Putin"),
        ("Era de noche cuando António Costa escribió lo que nadie esperaba: «Hay trato».", "António Costa"),
        ("Iban Witkoff y Kushner, enviados de Trump. «Hay protocolos», aseguró el primero.", "Steve Witkoff"),
        ("Iban Witkoff y Kushner, enviados de Trump. «Hay protocolos», aseguró el segundo.", "Jared Kushner"),
        (
            "Umérov informará a Zelenski, que avisa de que es pronto. «Ya veremos mañana», ha dicho.",
            "Volodímir Zelenski",
        ),
        (
            "Merz pedirá un mandato, ha dicho. No habrá soldados alemanes en Ucrania «en la primera fase».",
            "Friedrich Merz",
        ),
        ("Trump tuvo con Putin una llamada «buena y productiva», dijo.", "Donald Trump"),
        (
            "Dos funcionarios estadounidenses hablaron. «Nunca tan cerca», dijo uno de los estadounidenses.",
            "funcionario estadounidense",
        ),
    ],
)
def test_words_between_marks_are_of_who_the_sentence_gives_them_to(text: str, speaker: str) -> None:
    assert speakers(text)[-1] == speaker


def test_a_word_of_the_headline_is_of_who_says_it_in_the_text() -> None:
    found = said(
        "«Tengo que decir que estoy un poco decepcionado», dijo Trump.", title="Trump, «decepcionado» con Kiev"
    )
    assert found == [
        ("Donald Trump", "decepcionado"),
        ("Donald Trump", "Tengo que decir que estoy un poco decepcionado"),
    ]


def test_the_plural_of_a_nationality_gives_its_singular() -> None:
    assert [
        singular(words) for words in ("los estadounidenses", "dos diplomáticos franceses", "altos cargos alemanes")
    ] == [
        "estadounidense",
        "diplomático francés",
        "alto cargo alemán",
    ]
