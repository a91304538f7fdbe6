"""Who is named in a text."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from talks.lexicon.load import load_lexicon
from talks.reading.document import Document
from talks.reading.people import find_mentions, one_per_person
from talks.reading.pipeline import build_nlp
from talks.reading.prepare import prepare
from talks.types import PersonMention

LEXICON = load_lexicon()
NLP = build_nlp(LEXICON)
PIECES = st.sampled_from(
    ["El presidente", " de Ucrania", ", ", "Volodímir", " Zelenski", "Putin-Trump", " J. D. Vance", "Ana", " Rubio",
     ".", "\n", "«", "»", " y ", "(", ")", "portavoz", " ex-", "dijo ", "—", " bin Salmán", "Kim Jong-un", " EE. UU."]
)  # fmt: skip


def document_of(text: str, title: str = "") -> Document:
    return prepare(title, text, published=datetime(2026, 2, 3, tzinfo=UTC), nlp=NLP)


def mentions_in(text: str, title: str = "") -> tuple[PersonMention, ...]:
    return find_mentions(document_of(text, title), LEXICON)


def names_in(text: str) -> list[str]:
    return [mention.name for mention in mentions_in(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Volodymyr Zelenskyy viajó a Oslo.", "Volodímir Zelenski"),
        ("Vladímir Zelenski viajó a Oslo.", "Volodímir Zelenski"),
        ("Vladimir Putin viajó a Sochi.", "Vladímir Putin"),
        ("Serhii Kyslytsia viajó a Riad.", "Serguí Kislitsia"),
        ("Serguéi Víktorovich Lavrov viajó a Riad.", "Serguéi Lavrov"),
        ("J.D. Vance viajó a Riad.", "JD Vance"),
        ("J. D. Vance viajó a Riad.", "JD Vance"),
        ("La señora Von der Leyen viajó a Kiev.", "Ursula von der Leyen"),
        ("VOLODÍMIR ZELENSKI VIAJA A OSLO", "Volodímir Zelenski"),
        ("Kim Jong-un viajó a Pekín.", "Kim Jong-un"),
        ("El papa Francisco pidió paz.", "Papa Francisco"),
    ],
)
def test_a_person_is_known_in_every_spelling(text: str, name: str) -> None:
    assert names_in(text) == [name]


def test_a_compound_names_both() -> None:
    assert names_in("La cumbre Putin-Trump se aplaza otra vez.") == ["Vladímir Putin", "Donald Trump"]


def test_relatives_are_told_apart() -> None:
    text = "Donald Trump Jr. cenó con Melania Trump y después llamó a Trump."
    assert names_in(text) == ["Donald Trump Jr.", "Melania Trump", "Donald Trump"]


@pytest.mark.parametrize(
    "text",
    [
        "Viajaron a Costa Rica en invierno.",
        "La obra lleva el nombre de Trump Tower.",
        "El pelo rubio y la costa al fondo.",
        "El CAPÍTULO XI trata de sanciones.",
        "Comieron en San José del Monte.",
        "La agencia Interfax y el diario Kommersant lo cuentan.",
        "El portavoz de la empresa Gasdelsur no respondió.",
        "En enero, el Consejo Europeo volvió a Bruselas.",
        "Han dicho que Moscú y Pekín se acercan.",
        "La calle Juan Bravo está cortada.",
        "Viajará a Abu Da",
        "Los De La no son nadie.",
    ],
)
def test_words_places_and_things_are_nobody(text: str) -> None:
    assert names_in(text) == []


def test_a_namesake_takes_the_bare_surname() -> None:
    text = "La alcaldesa Marta Rubio cortó la cinta. «Es un gran día», celebró Rubio."
    assert [(mention.name, mention.person_id) for mention in mentions_in(text)] == [("Marta Rubio", None)] * 2


def test_a_namesake_leaves_the_surname_to_whom_the_text_names_in_full() -> None:
    text = "Marco Rubio aterrizó en Ginebra. Lo esperaba la intérprete Marta Rubio. Rubio no habló con la prensa."
    assert names_in(text) == ["Marco Rubio", "Marta Rubio", "Marco Rubio"]


def test_another_given_name_is_another_person() -> None:
    assert [m.person_id for m in mentions_in("El guardameta Oleg Ushakov paró dos penaltis.")] == [None]


def test_a_doubtful_surname_needs_an_office_or_company() -> None:
    assert names_in("Habló después Costa ante los periodistas.") == []
    assert names_in("El presidente del Consejo Europeo, Costa, habló después.") == ["António Costa"]
    assert names_in("Macron, Costa y Von der Leyen hablaron después.")[1] == "António Costa"


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("El analista Fulgencio Pardeza lo ve lejos.", "Fulgencio Pardeza", "analista"),
        ("«Es pronto», dijo Oksana Hrytsenkova.", "Oksana Hrytsenkova", None),
        ("La politóloga Zdravka Petkanova lo duda.", "Zdravka Petkanova", "politóloga"),
        ("Habló el ministro sueco Lundqvistson.", "Lundqvistson", "ministro sueco"),
        ("Mira Kovalska, directora del centro Razom, lo duda.", "Mira Kovalska", "directora del centro Razom"),
    ],
)
def test_an_unknown_person_is_known_by_a_role_a_verb_or_a_given_name(text: str, name: str, role: str | None) -> None:
    assert [(m.name, m.role, m.person_id) for m in mentions_in(text)] == [(name, role, None)]


def test_an_unknown_surname_belongs_to_the_full_name() -> None:
    text = "La perita Elvira Santacana Roig firmó el acta. Santacana no dio detalles."
    assert names_in(text) == ["Elvira Santacana Roig", "Elvira Santacana Roig"]


def test_a_credit_names_nobody() -> None:
    assert names_in("Las delegaciones llegaron a Ginebra. Edición: Elvira Santacana.") == []


def test_a_name_after_an_article_alone_is_a_thing() -> None:
    assert names_in("Juegan en el Santiago Bernalén esta noche.") == []


def test_the_time_of_a_live_blog_is_no_given_name() -> None:
    assert names_in("11:58 Responde Rutte a la prensa.") == ["Mark Rutte"]


def test_a_surname_may_stand_first() -> None:
    text = "Habló el canciller chino, Wang Yi. Wang pidió diálogo."
    assert names_in(text) == ["Wang Yi", "Wang Yi"]


def test_a_byline_names_nobody() -> None:
    assert names_in("Por Fulgencio Pardeza\n\nLas delegaciones llegaron el lunes a Ginebra.") == []


def test_one_entry_a_person_with_the_role_that_some_mention_states() -> None:
    text = "Peskov pidió calma. «Ya veremos», añadió el portavoz del Kremlin, Dmitri Peskov."
    entries = one_per_person(mentions_in(text))
    assert [(entry.name, entry.surface, entry.role) for entry in entries] == [
        ("Dmitri Peskov", "Peskov", "portavoz del Kremlin")
    ]


def test_the_role_of_the_text_goes_before_the_role_of_the_title() -> None:
    mentions = mentions_in(
        "El secretario del Consejo de Seguridad, Rustem Umérov, llegó a Miami.", title="El negociador Umérov, en Miami"
    )
    assert [entry.role for entry in one_per_person(mentions)] == ["secretario del Consejo de Seguridad"]


def test_people_outside_the_lexicon_are_found_too() -> None:
    nobody = replace(LEXICON, people=())
    document = document_of(
        "El presidente ucraniano, Volodímir Zelenski, llamó a Donald Trump. Zelenski quiere garantías."
    )
    found = [(mention.name, mention.role) for mention in find_mentions(document, nobody)]
    assert found == [
        ("Volodímir Zelenski", "presidente ucraniano"),
        ("Donald Trump", None),
        ("Volodímir Zelenski", None),
    ]


@given(st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=300))
@settings(deadline=None)
def test_any_text_is_read_and_spans_slice_back(text: str) -> None:
    document = document_of(text)
    mentions = find_mentions(document, LEXICON)
    assert all(document.text[mention.start : mention.end] == mention.surface for mention in mentions)
    assert all(mention.role is None or mention.role in document.text for mention in mentions)
    assert list(mentions) == sorted(mentions, key=lambda mention: mention.start)
    assert mentions == find_mentions(document, LEXICON)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("«Creí que era otra celda», dice Bohdán, 31 años, al bajar del autobús.", ["Bohdán"]),
        ("Aún espera Oksana, de cuarenta años, junto a la verja.", ["Oksana"]),
        ("«Volverá», repite Iryna, de 70 años.", ["Iryna"]),
        ("Oksana trajo el pan.", []),
        ("El Oksana, de veinte metros, zarpó de Odesa.", []),
        ("Tregua, 20 años después.", []),
        ("La ciudad recuerda a Victoria, ochenta años después.", []),
    ],
)
def test_a_given_name_with_an_age_is_somebody(text: str, names: list[str]) -> None:
    assert names_in(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("En Ginebra Witkoff pidió calma.", ["Steve Witkoff"]),
        ("Habló la dueña de la firma llamada Sol Naciente.", []),
        ("Según la operadora Ukrenergo, no hay luz.", []),
        ("Lo escribieron en Estambul Dmítriev y otros dos.", ["Kirill Dmitriev"]),
        ("Whitkoff voló a Moscú.", ["Steve Witkoff"]),
        ("El consejo se reunió en Sochi Park.", []),
        ("Hablaron en Costa Rica.", []),
        ("Admitió Afonso Pereira do Lago que no.", ["Afonso Pereira do Lago"]),
        ("El país celebra Acción de Gracias.", []),
    ],
)
def test_a_place_before_a_surname_and_one_inside_a_name(text: str, names: list[str]) -> None:
    assert names_in(text) == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Wolodymyr Selenskyj viajó a Berlín.", "Volodímir Zelenski"),
        ("Andrij Jermak dejó el despacho.", "Andriy Yermak"),
        ("Serhij Kyslyzja presentó el texto.", "Serguí Kislitsia"),
        ("Juri Uschakow atendió a la prensa.", "Yuri Ushakov"),
        ("Vladimir Poutine no contestó.", "Vladímir Putin"),
    ],
)
def test_spellings_of_german_and_french_papers_are_known(text: str, name: str) -> None:
    assert names_in(text) == [name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Relevó a Xiomara Ferrer.", ["Xiomara Ferrer"]),
        ("El gol fue de Unai Etxeberria al final.", ["Unai Etxeberria"]),
        ("Vive en Virginia Occidental.", []),
        ("Aterrizó en Nazaret Alta.", []),
    ],
)
def test_given_names_of_many_lands_make_a_person(text: str, names: list[str]) -> None:
    assert names_in(text) == names
