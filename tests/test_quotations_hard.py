"""Copy that goes wrong: each kind with sentences of its own."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from talks.lexicon.load import load_lexicon
from talks.reading.people import find_mentions, one_per_person
from talks.reading.prepare import prepare
from talks.types import PersonMention
from tests.quotation import read, said, spanish


def people_in(text: str) -> tuple[PersonMention, ...]:
    document = prepare("", text, published=datetime(2026, 2, 12, tzinfo=UTC), nlp=spanish())
    return one_per_person(find_mentions(document, load_lexicon()))


# — Media inside media —


@pytest.mark.parametrize(
    ("text", "speaker", "via"),
    [
        ("Según TASS, que cita a Lavrov, «la vía militar sigue abierta».", "Serguéi Lavrov", ("TASS",)),
        ("«No hay fecha», dijo Peskov a la agencia Interfax.", "Dmitri Peskov", ("Interfax",)),
        ("Ushakov, citado por RIA Nóvosti, habló de «un paso útil».", "Yuri Ushakov", ("RIA Nóvosti",)),
        ("Zelenski pidió «hechos», según recogió Ukrinform.", "Volodímir Zelenski", ("Ukrinform",)),
    ],
)
def test_nested_sources_are_kept_apart(text: str, speaker: str, via: tuple[str, ...]) -> None:
    assert [(quote.speaker, quote.via) for quote in read(text)] == [(speaker, via)]


# — Namesakes and near names —


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Dmítriev habló en Miami. «Gran día», tuiteó Dmítriev.", "Kirill Dmitriev"),
        ("Dmitri Peskov recibió a Dmítriev. «No hay fecha», dijo Peskov.", "Dmitri Peskov"),
        ("«Mi padre sabe negociar», dijo Donald Trump Jr. en Budapest.", "Donald Trump Jr."),
        ("Trump Jr. calló. «Ya veremos», contestó Trump.", "Donald Trump"),
        ("La cantante Marina Putin actúa hoy. «Gracias», dijo Marina Putin.", "Marina Putin"),
    ],
)
def test_near_names_are_not_mixed_up(text: str, speaker: str) -> None:
    assert [quote.speaker for quote in read(text)] == [speaker]


# — Inversion and split quotations —


@pytest.mark.parametrize(
    ("text", "speaker", "pieces"),
    [
        (
            "«Europa», avisó este lunes en Vilna Gitanas Nauseda, «no puede mirar».",
            "Gitanas Nauseda",
            ["Europa", "no puede mirar"],
        ),
        (
            "«La ronda», resumió al salir, cansado, Rustem Umérov, «ha sido larga».",
            "Rustem Umerov",
            ["La ronda", "ha sido larga"],
        ),
        ("—Es pronto —dijo Rubio—. Muy pronto.", "Marco Rubio", ["Es pronto", "Muy pronto."]),
        (
            '"Hay plan", sostuvo el enviado de Trump. "Y hay fecha", remachó.',
            "Steve Witkoff",
            ["Hay plan", "Y hay fecha"],
        ),
    ],
)
def test_a_quotation_split_by_an_inverted_attribution_has_one_speaker(
    text: str, speaker: str, pieces: list[str]
) -> None:
    assert said(text) == [(speaker, piece) for piece in pieces]


# — Variants of a name in one text —


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Volodymyr Zelensky voló a Oslo. Zelenskyy cenó allí y Zelenski volvió ayer.", ["Volodímir Zelenski"]),
        ("Kirill Dmitriev llegó a Miami. Dmítriev se vio con Witkoff.", ["Kirill Dmitriev", "Steve Witkoff"]),
        ("V. Zelenski y D. Trump hablaron. Zelenski dio las gracias.", ["Volodímir Zelenski", "Donald Trump"]),
        ("Andrii Sybiha viajó a Riad y Sibiga volvió el martes.", ["Andrí Sibiga"]),
    ],
)
def test_spellings_of_one_name_are_one_person(text: str, names: list[str]) -> None:
    assert [person.name for person in people_in(text)] == names


# — Roles that are over —


@pytest.mark.parametrize(
    ("text", "name", "role", "is_current"),
    [
        ("Habló el exministro de Exteriores Dmitró Kuleba.", "Dmitro Kuleba", "exministro de Exteriores", False),
        ("Lo pactó el entonces secretario de Estado, Antony Blinken.", "Antony Blinken", None, False),
        ("El expresidente ruso Dmitri Medvédev volvió a escribir.", "Dmitri Medvédev", "expresidente ruso", False),
        ("Viaja Serguéi Lavrov, ministro ruso de Exteriores.", "Serguéi Lavrov", "ministro ruso de Exteriores", True),
    ],
)
def test_a_past_role_is_not_a_current_one(text: str, name: str, role: str | None, is_current: bool) -> None:
    (person,) = people_in(text)
    assert (person.name, person.role_is_current) == (name, is_current)
    assert role is None or person.role == role


def test_a_person_in_the_complement_of_a_role_has_a_role_of_their_own() -> None:
    text = "Llegó Andrí Yermak, jefe de gabinete del presidente Volodímir Zelenski."
    assert [person.role for person in people_in(text)] == [
        "jefe de gabinete del presidente Volodímir Zelenski",
        "presidente",
    ]


@pytest.mark.parametrize("phrase", ["el ministro de Exteriores ucraniano", "el jefe de la diplomacia ucraniana"])
def test_who_left_an_office_does_not_speak_as_its_holder(phrase: str) -> None:
    text = f"El exministro Dmitró Kuleba publica sus memorias. «Seguimos», dijo {phrase}."
    assert said(text) == [("Andrí Sibiga", "Seguimos")]


# — Ironic marks —


@pytest.mark.parametrize(
    "text",
    [
        "La «pausa» de Navidad duró cuatro horas.",
        "Los «hombrecillos verdes» de 2014 no llevaban insignias.",
        "El «día después» preocupa a las cancillerías.",
        "La llamada «coalición de voluntarios» se reúne el martes en París.",
    ],
)
def test_ironic_marks_and_nicknames_are_nobody_s_words(text: str) -> None:
    assert said(text) == []


# — Metonymy —


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Moscú aseguró que no cederá en el Donbás.", [("Rusia", "no cederá en el Donbás")]),
        ("Kiev replicó que no hay trato.", [("Ucrania", "no hay trato")]),
        ("La Casa Blanca sostiene que el plan avanza.", [("Casa Blanca", "el plan avanza")]),
        ("En Moscú, Putin aseguró que no cederá.", [("Vladímir Putin", "no cederá")]),
        ("La reunión fue en Moscú y duró tres horas.", []),
    ],
)
def test_a_capital_speaks_and_is_also_a_place(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected


# — Hearsay —


@pytest.mark.parametrize(
    "text",
    [
        "Putin habría aceptado una pausa de una semana.",
        "Moscú estaría dispuesto a ceder Zaporiyia.",
        "Trump le habría dicho a Zelenski que firme.",
        "Witkoff diría que hay margen.",
    ],
)
def test_what_somebody_would_have_said_is_nobody_s_quotation(text: str) -> None:
    assert said(text) == []


# — Denials —


@pytest.mark.parametrize(
    "text",
    [
        "El Kremlin negó que las conversaciones sean un avance decisivo.",
        "Peskov descartó que haya fecha para la cumbre.",
        "Umérov no dijo que el texto esté cerrado.",
        "Kiev desmintió haber aceptado el borrador.",
    ],
)
def test_what_is_denied_is_not_said(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("«No debe hablarse de un gran avance», advirtió Ushakov.", "Yuri Ushakov"),
        ("Peskov pidió no ver en la cita «un avance decisivo».", "Dmitri Peskov"),
        ("«Avance no hay», zanjó Zelenski.", "Volodímir Zelenski"),
    ],
)
def test_a_denial_of_progress_keeps_its_words_and_its_speaker(text: str, speaker: str) -> None:
    assert [quote.speaker for quote in read(text)] == [speaker]


# — Propaganda —


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("Lavrov aseguró que «el régimen de Kiev» no quiere la paz.", "Serguéi Lavrov", "el régimen de Kiev"),
        ("Moscú dice haber «liberado» otro pueblo.", "Rusia", "liberado"),
        ("Putin insistió en los fines de la «operación especial».", "Vladímir Putin", "operación especial"),
        ("Zajárova acusó a Europa de «nazismo».", "María Zajárova", "nazismo"),
    ],
)
def test_loaded_words_stay_with_who_says_them(text: str, speaker: str, words: str) -> None:
    assert said(text) == [(speaker, words)]


def test_loaded_words_in_a_reported_clause_stay_in_it() -> None:
    text = "El Ministerio de Defensa ruso afirmó que sus tropas liberaron dos localidades."
    assert said(text) == [("Ministerio de Defensa de Rusia", "sus tropas liberaron dos localidades")]
