"""Reported clauses: where they begin and end, who says them, and what reports nothing."""

from __future__ import annotations

import pytest

from tests.quotation import read, said


@pytest.mark.parametrize(
    ("text", "speaker", "clause"),
    [
        ("Peskov dijo ayer que no hay fecha.", "Dmitri Peskov", "no hay fecha"),
        ("Rubio explicó a la prensa que faltan flecos.", "Marco Rubio", "faltan flecos"),
        ("Macron se mostró convencido de que habrá acuerdo.", "Emmanuel Macron", "habrá acuerdo"),
        ("Según Umérov, la ronda fue útil.", "Rustem Umerov", "la ronda fue útil"),
        ("La ronda fue útil, según ha contado Umérov.", "Rustem Umerov", "La ronda fue útil"),
        ("La ronda, insistió Umérov, fue útil para todos.", "Rustem Umerov", "fue útil para todos"),
        ("Habrá otra ronda, dice Witkoff.", "Steve Witkoff", "Habrá otra ronda"),
        ("Tusk avisó de que Polonia no enviará tropas.", "Donald Tusk", "Polonia no enviará tropas"),
        ("Fico dice tener garantías de Moscú.", "Robert Fico", "tener garantías de Moscú"),
    ],
)
def test_a_clause_is_reported_as_written(text: str, speaker: str, clause: str) -> None:
    assert said(text) == [(speaker, clause)]


def test_a_headline_reports_after_its_colon() -> None:
    title = "Portavoz del Kremlin: no hay fecha para la cita"
    assert said("Texto.", title=title) == [("Dmitri Peskov", "no hay fecha para la cita")]


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("Orbán dijo que hablará del petróleo, del que depende Hungría.", "hablará del petróleo"),
        ("Orbán dijo que habrá cumbre, luego de que Trump la anunciara.", "habrá cumbre"),
        ("Orbán dijo que habrá cumbre, una afirmación que Moscú no confirma.", "habrá cumbre"),
        ("Orbán dijo que habrá cumbre, según la agencia MTI.", "habrá cumbre"),
        ("Orbán, que ayer dijo que habrá cumbre, viajó a Moscú.", "habrá cumbre"),
        ("Orbán dijo que habrá cumbre, agradeció el gesto y se marchó.", "habrá cumbre"),
        ("Orbán dijo que, para calmar a Merz, confía en Costa.", "para calmar a Merz, confía en Costa"),
        ("Trump, me dijo Orbán, ya ha tomado la decisión de viajar.", "ya ha tomado la decisión de viajar"),
        ("Orbán dijo que fue Trump quien pidió la cita.", "fue Trump quien pidió la cita"),
    ],
)
def test_the_reporter_s_own_words_are_left_out(text: str, clause: str) -> None:
    assert [quote.text for quote in read(text)] == [clause]


def test_two_clauses_are_two() -> None:
    text = "Umérov aseguró que la ronda fue útil y que habrá otra."
    assert said(text) == [("Rustem Umerov", "la ronda fue útil"), ("Rustem Umerov", "habrá otra")]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Bloomberg informó, citando a dos diplomáticos, de que la UE cede.", "diplomáticos"),
        ("Según cálculos del Instituto de Kiel, Europa paga más.", "Instituto de Kiel"),
        ("Habrá cita el jueves, según ha podido saber EFE de fuentes comunitarias.", "fuentes comunitarias"),
        ("Fuentes próximas a la negociación aseguran que hay texto.", "Fuentes próximas a la negociación"),
        ("Las autoridades ucranianas dijeron que hubo seis muertos.", "Gobierno de Ucrania"),
        (
            "Los negociadores pactaron un texto que, según medios estadounidenses, cede el Donbás.",
            "medios estadounidenses",
        ),
        ("El diplomático Yuri Ushakov llegó. El asesor contó que hubo avances.", "Yuri Ushakov"),
        ("Ushakov compareció tarde. El diplomático contó que hubo avances.", "Yuri Ushakov"),
    ],
)
def test_the_source_is_the_one_that_says_it(text: str, speaker: str) -> None:
    assert [quote.speaker for quote in read(text)] == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "Se informó de que la cita se aplaza.",
        "Se le preguntó si viajará a Moscú.",
        "El anuncio coincidió con la llegada de Witkoff.",
        "Trump pidió a Putin una tregua.",
        "Zelenski anunció una reunión en Ginebra.",
        "Kiev cree que habrá otro ataque.",
        "Moscú no quiso confirmar que haya fecha.",
    ],
)
def test_impersonal_verbs_orders_and_bare_nouns_report_nothing(text: str) -> None:
    assert said(text) == []


def test_a_view_inside_a_clause_is_of_who_says_the_clause() -> None:
    text = "Rubio viajó a Roma. Peskov señaló que, en su opinión, los contactos han dado frutos."
    assert said(text) == [("Dmitri Peskov", "en su opinión, los contactos han dado frutos")]


def test_a_sentence_that_begins_with_as_he_said_is_of_who_spoke_last() -> None:
    text = "Zelenski cenó con Macron.\n\nSegún dijo, Francia dará más aviones."
    assert said(text) == [("Volodímir Zelenski", "Francia dará más aviones")]


def test_what_somebody_is_said_to_think_is_told_by_whoever_says_so() -> None:
    text = "Un funcionario de la Casa Blanca dijo que Trump cree que «hay una oportunidad»."
    assert said(text) == [("funcionario de la Casa Blanca", "hay una oportunidad")]
