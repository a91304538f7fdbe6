"""Attributions in the middle of what is said, and what stands between a verb of saying and its words."""

from __future__ import annotations

import pytest

from tests.quotation import read, said


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        (
            "Merz no ve salida. «Otro plazo —apostilla el canciller— es perder el tiempo».",
            ["Otro plazo", "es perder el tiempo"],
        ),
        (
            "Kaja Kallas habló en Bruselas. «En esta mesa —remachó— falta una silla».",
            ["En esta mesa", "falta una silla"],
        ),
        (
            "“Si hay calendario –dijo Rustem Umérov–, habrá delegación”.",
            ["Si hay calendario", "habrá delegación"],
        ),
    ],
)
def test_an_attribution_between_dashes_cuts_the_quotation(text: str, pieces: list[str]) -> None:
    assert [quote.text for quote in read(text) if quote.direct] == pieces


def test_only_the_inner_quotation_is_cut_by_an_aside_in_it() -> None:
    text = "Rubio resumió: «Merz dijo que “otro plazo —apostilló el canciller— es perder” y se fue»."
    assert [quote.text for quote in read(text) if quote.direct][0].startswith("Merz dijo que “otro plazo —apostilló")


def test_many_marks_and_asides_take_no_longer_for_each() -> None:
    nested = "«" * 400 + " —dijo Merz— y " * 400 + "»" * 400
    assert isinstance(read(nested), (list, tuple))


@pytest.mark.parametrize(
    "text",
    [
        "«El alto el fuego —si llega— será vigilado», dijo Merz.",
        "«El plan —y esto es lo grave— no lo ha leído nadie», dijo Merz.",
    ],
)
def test_an_aside_of_the_speaker_cuts_nothing(text: str) -> None:
    assert len([quote for quote in read(text) if quote.direct]) == 1


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("Faltan dos firmas, según Rubio, y las pondrán los presidentes.", "Marco Rubio", "Faltan dos firmas"),
        (
            "De acuerdo con lo que publicó este martes el diario The Times, el texto tiene doce puntos.",
            "The Times",
            "el texto tiene doce puntos",
        ),
        (
            "Según Dmitri Peskov, donde los haya más prudentes, la fecha se sabrá pronto.",
            "Dmitri Peskov",
            "la fecha se sabrá pronto",
        ),
        (
            "Volodímir Zelenski anunció desde Oslo, donde cenó con el primer ministro, que mañana viajará a Riga.",
            "Volodímir Zelenski",
            "mañana viajará a Riga",
        ),
        (
            "Dmitri Peskov había adelantado el día antes que Moscú no espera a nadie.",
            "Dmitri Peskov",
            "Moscú no espera a nadie",
        ),
        ("Lavrov había anunciado poco antes que Rusia no irá.", "Serguéi Lavrov", "Rusia no irá"),
        ("Hay dos copias, contó Merz en el avión que lo llevaba a Roma.", "Friedrich Merz", "Hay dos copias"),
        (
            "Rubio desmintió a los senadores: el texto, escribió, lo hizo Washington.",
            "Marco Rubio",
            "lo hizo Washington",
        ),
        ("La directora del museo, Irène des Ormes, sostuvo que faltan salas.", "Irène des Ormes", "faltan salas"),
        ("Friedrich Merz ha dicho al término que Kiev no está sola.", "Friedrich Merz", "Kiev no está sola"),
        (
            "Es respuesta a Donald Trump, que en una entrevista con Politico publicada hoy sostuvo que Kiev no vota.",
            "Donald Trump",
            "Kiev no vota",
        ),
        (
            "Según Yuri Ushakov, los dos coincidieron en que una tregua breve no basta.",
            "Yuri Ushakov",
            "los dos coincidieron en que una tregua breve no basta",
        ),
        ("Emmanuel Macron dijo al salir que Europa quiere hablar.", "Emmanuel Macron", "Europa quiere hablar"),
    ],
)
def test_a_clause_begins_behind_what_is_told_of_its_speaker(text: str, speaker: str, words: str) -> None:
    assert said(text) == [(speaker, words)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("«Nadie lo esperaba», contó muerto de risa el veterinario del zoo, Bruno Larrea.", "Bruno Larrea"),
        ("Medinski la juzgó «difícil»; el ucraniano Rustem Umérov, en cambio, percibió «progresos».", "Rustem Umerov"),
    ],
)
def test_the_last_words_are_of_who_stands_beside_them(text: str, speaker: str) -> None:
    assert [quote.speaker for quote in read(text) if quote.direct][-1] == speaker


def test_words_behind_an_attribution_are_of_whom_it_names() -> None:
    text = "Putin llamó a Donald Trump, que se mostró, según el asesor Yuri Ushakov, «conmocionado» e «indignado»."
    assert [quote.speaker for quote in read(text)] == ["Yuri Ushakov", "Yuri Ushakov"]


def test_a_street_promises_nothing() -> None:
    text = "Volodímir Zelenski habló ayer. En un mensaje grabado en la calle Bankova, prometió que habrá otro plan."
    assert said(text) == [("Volodímir Zelenski", "habrá otro plan")]


def test_the_preposition_that_opens_a_sentence_is_no_part_of_a_name() -> None:
    assert said("Según Bruma Capital, el gas bajará en marzo.") == [("Bruma Capital", "el gas bajará en marzo")]


def test_who_is_quoted_behind_a_colon_has_the_word_in_the_next_sentence() -> None:
    text = "Mensaje de Volodímir Zelenski, presidente ucraniano: «Será difícil». Promete que habrá otra propuesta."
    assert [quote.speaker for quote in read(text)] == ["Volodímir Zelenski", "Volodímir Zelenski"]
