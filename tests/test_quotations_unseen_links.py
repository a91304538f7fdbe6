"""What stands between a verb of saying and what is said, and whose verb it is: kinds that an unread stream showed."""

from __future__ import annotations

import pytest

from tests.quotation import said


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("Kiev dice no ver motivos para cambiar de mediador.", "no ver motivos para cambiar de mediador"),
        ("Peskov aseguró no tener noticia de ese viaje.", "no tener noticia de ese viaje"),
        ("Merz afirmó no ser partidario de otra cumbre.", "no ser partidario de otra cumbre"),
        ("Stubb bromeó con que en Helsinki sobra nieve para todos.", "en Helsinki sobra nieve para todos"),
        ("Tusk ironizó con que nadie lee los anexos.", "nadie lee los anexos"),
        ("Macron abogó por que la misión tenga mando europeo.", "la misión tenga mando europeo"),
    ],
)
def test_links_of_other_kinds_open_what_is_said(text: str, clause: str) -> None:
    assert [words for _, words in said(text)] == [clause]


@pytest.mark.parametrize(
    "text",
    [
        "Ushakov dijo no saber nada.",
        "«Soy paciente», alcanzó a decir Merz antes de que le cerraran el micrófono.",
        "Rubio habló después de que Kiev rechazara el texto.",
        "Macron abogó por una misión con mando europeo.",
    ],
)
def test_what_stands_behind_may_be_no_clause_of_the_speaker(text: str) -> None:
    assert [words for _, words in said(text) if not words.startswith("Soy")] == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Putin, relató Yuri Ushakov, insistió en que no firmará nada este mes.", "Vladímir Putin"),
        ("Zelenski, contó un asesor de su oficina, repitió que no cederá ni un pueblo.", "Volodímir Zelenski"),
        ("Trump, explicó Karoline Leavitt, reiteró que la paciencia se acaba.", "Donald Trump"),
    ],
)
def test_who_tells_it_between_commas_is_not_who_says_it(text: str, speaker: str) -> None:
    assert said(text)[0][0] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Merz pidió tiempo para que París y Londres firmen el texto y avisó de que no habrá otro.", "Friedrich Merz"),
        ("Rubio fijó el lunes para que Kiev y Moscú respondan y advirtió de que no esperará más.", "Marco Rubio"),
        ("Trump dio un mes para que Rusia y Ucrania se sienten y añadió que luego se irá.", "Donald Trump"),
    ],
)
def test_the_second_of_two_in_a_clause_inside_is_no_subject(text: str, speaker: str) -> None:
    assert speaker in {name for name, _ in said(text)}


def test_a_note_of_a_body_is_not_said_by_its_spokesman() -> None:
    text = "«Esperamos que Kiev haga lo mismo», señala la nota del Kremlin. Dmitri Peskov, su portavoz, no añadió nada."
    assert said(text)[0] == ("Kremlin", "Esperamos que Kiev haga lo mismo")
    spoken = "«Esperamos que Kiev haga lo mismo», señala el Kremlin. Peskov, portavoz del Kremlin, calló."
    assert said(spoken)[0] == ("Dmitri Peskov", "Esperamos que Kiev haga lo mismo")


def test_a_sentence_may_take_up_the_verb_of_the_one_before() -> None:
    text = "El Kremlin habla de un encuentro «franco y útil». La Casa Blanca, de «progresos»."
    assert said(text) == [("Kremlin", "franco y útil"), ("Casa Blanca", "progresos")]


def test_what_is_included_is_told_by_who_has_the_word() -> None:
    text = "Ushakov confirmó el viaje. Sobre la agenda, explicó que se verá «todo lo pendiente», incluida la economía."
    assert said(text)[-1] == ("Yuri Ushakov", "todo lo pendiente")


def test_two_ministries_are_not_the_two_who_meet() -> None:
    text = "Marco Rubio y Serguéi Lavrov se verán el martes en Ginebra, informaron este lunes ambos ministerios."
    whole = "Marco Rubio y Serguéi Lavrov se verán el martes en Ginebra"
    assert said(text) == [("ambos ministerios", whole)]


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        (
            "Zelenski habló ayer. Washington da ocho años; él, confesó, pide al menos el doble.",
            "pide al menos el doble",
        ),
        ("Merz habló ayer. París manda cien blindados; él, avanzó, pide algo más modesto.", "pide algo más modesto"),
    ],
)
def test_the_verb_behind_what_is_inserted_is_part_of_what_is_said(text: str, clause: str) -> None:
    assert [words for _, words in said(text)] == [clause]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "«Gracias», ha dicho Merz junto a Donald Tusk, que ha alabado el gesto, pero ha avisado de que no basta.",
            "Donald Tusk",
        ),
        (
            "«Es tarde», dijo Rubio al lado de Serguéi Lavrov, que admitió el retraso, pero recordó que faltan firmas.",
            "Serguéi Lavrov",
        ),
        ("«Es tarde», dijo Rubio, que admitió el retraso, pero recordó que faltan firmas.", "Marco Rubio"),
        ("Merz recibió a Tusk, que agradeció el gesto, y el alemán recordó que falta dinero.", "Friedrich Merz"),
    ],
)
def test_a_but_goes_on_with_whom_the_relative_tells_of(text: str, speaker: str) -> None:
    assert said(text)[-1][0] == speaker
