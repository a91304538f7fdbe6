"""Where the sentence turns: halves around the verb of saying, a group between two turns of one person, asides."""

from __future__ import annotations

import pytest

from tests.quotation import said as voices

RUBIO, TRUMP, PUTIN, MERZ, PESKOV = "Marco Rubio", "Donald Trump", "Vladímir Putin", "Friedrich Merz", "Dmitri Peskov"
ZELENSKI, YERMAK, USHAKOV, UMEROV = "Volodímir Zelenski", "Andriy Yermak", "Yuri Ushakov", "Rustem Umerov"
WITKOFF = "Steve Witkoff"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Peskov habló por la tarde. Moscú no cierra ninguna puerta, recalcó, pero «nadie ha llamado».",
            [(PESKOV, "Moscú no cierra ninguna puerta"), (PESKOV, "nadie ha llamado")],
        ),
        (
            "Merz habló por la tarde. El mando alemán vigilará la línea, matizó, porque los vecinos «tienen miedo».",
            [(MERZ, "El mando alemán vigilará la línea"), (MERZ, "tienen miedo")],
        ),
        (
            "Rubio habló por la tarde. No existe aún fecha alguna, aclaró, sino «una idea de calendario».",
            [(RUBIO, "No existe aún fecha alguna"), (RUBIO, "una idea de calendario")],
        ),
        (
            "Merz habló por la tarde. Admitió que ambos desean otra sede, «más discreta».",
            [(MERZ, "ambos desean otra sede"), (MERZ, "más discreta")],
        ),
        (
            "El canciller alemán, Friedrich Merz, piensa en cambio que la paz aún tardará, aunque «no tanto».",
            [(MERZ, "la paz aún tardará"), (MERZ, "no tanto")],
        ),
    ],
)
def test_a_clause_before_the_verb_is_said_though_words_follow(text: str, said: list[tuple[str | None, str]]) -> None:
    assert voices(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Peskov habló por la tarde. La oferta rusa, insistió, «sigue en pie».", [(PESKOV, "sigue en pie")]),
        ("Merz habló ayer. La próxima reunión de Bruselas, dijo, será «larga».", [(MERZ, "larga")]),
    ],
)
def test_a_mere_subject_before_the_verb_is_not(text: str, said: list[tuple[str | None, str]]) -> None:
    assert voices(text) == said


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("«Falta poco», dijo Rubio. Los rusos la llaman «tregua técnica», apuntó.", [RUBIO, RUBIO]),
        ("«Falta poco», dijo Rubio. Los socios ven «prisa». «Se verá», añadió.", [RUBIO, "socios", RUBIO]),
        ("«Falta poco», dijo Rubio. Los socios ven «prisa». «Se verá», añaden.", [RUBIO, "socios", "socios"]),
        ("Los socios ven «prisa». «Se verá», añadió.", ["socios", None]),
        ("«Falta poco», dijo Rubio.\n\nLos socios ven «prisa». «Se verá», añadió.", [RUBIO, "socios", None]),
    ],
)  # fmt: skip
def test_after_a_group_a_verb_for_one_is_of_who_spoke_before(text: str, speakers: list[str | None]) -> None:
    assert [speaker for speaker, _ in voices(text)] == speakers


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Merz evitó el choque. «Nos lo esperábamos», tradujo un diplomático báltico.", "diplomático báltico"),
        ("Merz evitó el choque. «No era el plan», repuso un ministro danés.", "ministro danés"),
        ("Merz evitó el choque. «Están cansados», susurró en voz baja un asesor polaco.", "asesor polaco"),
        ("Merz evitó el choque. «Están cansados», dijo por lo bajo un asesor polaco.", "asesor polaco"),
        ("Merz evitó el choque. «Están cansados», dijo entre dientes.", MERZ),
    ],
)
def test_the_manner_and_the_verb_leave_the_word_to_who_stands_behind(text: str, name: str) -> None:
    assert [speaker for speaker, _ in voices(text)] == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Rubio dijo que «es falso».\n\nUn senador que vio el texto añade un dato: el texto no menciona plazos."
            "\n\n«Eso es lo malo», concluye.",
            "senador",
        ),
        (
            "Rubio dijo que «es falso».\n\nEl texto no menciona plazos.\n\n«Eso es lo malo», concluye.",
            RUBIO,
        ),
        (
            "Dimitió Andriy Yermak, mano derecha de Zelenski.\n\nSu jefe le dio las gracias y pidió calma: «Unidad».",
            ZELENSKI,
        ),
    ],
)
def test_a_sentence_about_somebody_hands_the_word_over(text: str, name: str) -> None:
    assert [speaker for speaker, _ in voices(text)][-1] == name
