"""Words between marks, and the subject that the verb behind them states: it always wins."""

from __future__ import annotations

import pytest

from tests.quotation import read


def speakers(text: str, title: str = "Las conversaciones continúan") -> list[str | None]:
    return [quote.speaker for quote in read(text, title=title) if quote.direct]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("«No hay fecha», ha dicho Peskov.", "Dmitri Peskov"),
        ("«No hay fecha», había dicho el portavoz Dmitri Peskov.", "Dmitri Peskov"),
        ("Merz calló. «Nadie nos avisó», ha dicho Recep Tayyip Erdogan.", "Recep Tayyip Erdoğan"),
        ("«Nos vamos contentos», celebró a última hora de la tarde el enviado Steve Witkoff.", "Steve Witkoff"),
        ("«Nos vamos contentos», contaba de madrugada el enviado Steve Witkoff.", "Steve Witkoff"),
        ("«No aporta nada», opina del texto europeo el asesor del Kremlin Yuri Ushakov.", "Yuri Ushakov"),
        ("«Es el momento», trasladó a Trump por teléfono Macron.", "Emmanuel Macron"),
        ("«Habrá paz», ha vaticinado hoy en la Cámara de los Comunes Keir Starmer.", "Keir Starmer"),
        ("«Nos veremos», prometió a las puertas del hotel, ya de madrugada, un sonriente Witkoff.", "Steve Witkoff"),
        ("«Nos veremos», lanzó horas después el presidente en Kiev. Habló Zelenski.", "Volodímir Zelenski"),
    ],
)
def test_the_subject_is_found_past_whatever_stands_between(text: str, speaker: str) -> None:
    assert speakers(text)[-1:] == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("«Nos vamos contentos», se congratuló Steve Witkoff ante la prensa.", "Steve Witkoff"),
        ("«Nos vamos contentos», se ha desahogado una fuente comunitaria.", "fuente comunitaria"),
        ("«Así no se puede», se quejumbró Macron.", "Emmanuel Macron"),
        ("«No hay nada que firmar», despachó con una sonrisa el portavoz Dmitri Peskov.", "Dmitri Peskov"),
        ("—No hay nada que firmar— enfrió por la tarde el portavoz Dmitri Peskov.", "Dmitri Peskov"),
        ("«Nadie nos ha llamado», desliza un negociador europeo.", "negociador europeo"),
        ("«No hay nada que firmar», ha rezongado Peskov.", "Dmitri Peskov"),
    ],
)
def test_any_verb_between_words_and_who_stands_there_is_one_of_saying(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Zelenski calló. «Es tarde», reclamó el diputado opositor Oleksí Marchenko.", "Oleksí Marchenko"),
        ("Zelenski calló. «Es tarde», clamó durante el funeral el clérigo Alí Hamud.", "Alí Hamud"),
        ("Zelenski calló. «Es tarde», relata por teléfono la enfermera Halina Bondar.", "Halina Bondar"),
        ("Zelenski calló. «Es tarde», cuenta Halina, vecina de Sumy.", "Halina"),
        ("Zelenski calló. «Es tarde», me dice un taxista en Leópolis.", "taxista"),
        ("Zelenski calló. «Es tarde», gritó un diputado cuando entró en la sala.", "diputado"),
    ],
)
def test_a_speaker_nobody_knows_is_who_is_named(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "Peskov habló de Trump. Fidel Ruiz jugó bien. «Hambre, sobre todo», contó el volante.",
        "Peskov habló de Trump. «Habrá paz», aseguró quien fuera su asesor.",
        "Trump recibió a Zelenski. «Habrá paz», admitió el funcionario.",
        "Trump recibió a Zelenski. «Habrá paz», celebra el comunicado común de los dos.",
        "Trump recibió a Zelenski. El texto es de los dos. «Habrá paz», dice su comunicado.",
    ],
)
def test_a_subject_that_cannot_be_told_is_nobody_rather_than_who_had_the_word(text: str) -> None:
    assert speakers(text) == [None]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("La fecha la confirmó a varios reporteros un alto cargo estadounidense. «Será pronto», dijo.", "alto cargo"),
        ("La cifra la ha dado el ministro, Boris Pistorius. «Será más», ha prometido.", "Boris Pistorius"),
    ],
)
def test_a_fronted_object_leaves_the_word_to_who_stands_behind_the_verb(text: str, speaker: str) -> None:
    assert (speakers(text)[0] or "").startswith(speaker)


def test_a_name_differs_from_its_namesake_in_more_than_a_surname() -> None:
    assert speakers("«No hay más dinero», zanjó Marcos Rubio, portavoz de la patronal.") == ["Marcos Rubio"]
