"""Sentences: where they end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talks.reading.marks import pair_marks
from talks.reading.sentences import split_sentences

NEXT = "El Kremlin calló."


def sentences(text: str) -> list[str]:
    marks = pair_marks(text, ((0, 0), (0, len(text))))
    return [text[start:end] for start, end in split_sentences(text, 0, len(text), marks)]


@pytest.mark.parametrize(
    "sentence",
    [
        "El presidente de EE. UU., Donald Trump, habló con EE.UU. y con la UE.",
        "El enviado de EE. UU. Steve Witkoff viajó a Moscú.",
        "El Sr. Peskov y la Sra. Zajárova hablaron con el Dr. Gómez.",
        "La cita del 3 de dic. de 2025 se aplazó al 5 de ene. 2026 sin más.",
        "El punto n.º 5 y el art. 7 del núm. 12 quedan fuera.",
        "El vicepresidente J. D. Vance y George W. Bush hablaron.",
        "Son 1.000 por 1.000, un 3.5 por ciento, a las 10.30 horas.",
        "Terminó a las 9 p. m. hora de Moscú y siguió a las 11 a. m. del lunes.",
        "Fue en el siglo V a. C. según el libro.",
        "Hablaron de tropas, misiles, etc. antes de irse.",
        "1. Ucrania renuncia a la OTAN.",
        "El gral. Pérez y el cnel. Gómez firmaron.",
        "Las webs Gazeta.Ru y Strana.Ua lo publicaron.",
    ],
)
def test_an_abbreviation_does_not_end_a_sentence(sentence: str) -> None:
    assert sentences(f"{sentence} {NEXT}") == [sentence, NEXT]


@pytest.mark.parametrize(
    "sentence",
    [
        "Rusia negocia con EE. UU.",
        "La reunión acabó a las 9 p. m.",
        "Enviarán tanques, misiles, etc.",
        "No hay plan B.",
        "¡Confirmado!",
        "¿Habrá ronda?",
        "Nadie lo sabe...",
        "Nadie lo sabe…",
        "Dijo que no (otra vez).",
        "La firma fue el 3 de dic.",
    ],
)
def test_a_sentence_may_end_in_what_looks_like_one(sentence: str) -> None:
    assert sentences(f"{sentence} {NEXT}") == [sentence, NEXT]


@pytest.mark.parametrize(
    "sentence",
    [
        "«No iremos. No hay garantías», dijo el ministro.",
        '"No iremos. No hay garantías", dijo el ministro.',
        "El ministro dijo: “No iremos. No hay garantías”, y se marchó.",
        "Preguntó «¿Cuándo? ¿Dónde?» y nadie respondió.",
        "«¡Estamos listos!», festejó el primer ministro.",
        "Añadió que «es pronto. Muy pronto» para hablar.",
        "—No iremos. No hay garantías —dijo el ministro—.",
        "El texto (son 28 puntos. Nada menos) no gusta.",
    ],
)
def test_a_quotation_does_not_end_the_sentence_around_it(sentence: str) -> None:
    assert sentences(f"{sentence} {NEXT}") == [sentence, NEXT]


@pytest.mark.parametrize(
    "sentence",
    [
        "«No iremos.»",
        "«No iremos».",
        "“No iremos.”.",
        'El ministro dijo: "No iremos. No hay garantías."',
        "El ministro dijo: «No iremos. No hay garantías».",
    ],
)
def test_a_sentence_may_end_with_its_quotation(sentence: str) -> None:
    assert sentences(f"{sentence} {NEXT}") == [sentence, NEXT]


def test_an_opening_mark_belongs_to_the_sentence_it_opens() -> None:
    assert sentences("El Kremlin calló. «No iremos», dijo Kiev. ¿Y ahora?") == [
        "El Kremlin calló.",
        "«No iremos», dijo Kiev.",
        "¿Y ahora?",
    ]


def test_a_short_quotation_of_several_sentences_stays_whole() -> None:
    assert sentences("«No iremos. No hay garantías.» El Kremlin calló.") == ["«No iremos. No hay garantías.»", NEXT]


def test_a_long_quotation_that_stands_alone_is_cut_at_its_sentences() -> None:
    saying = "Nuestra posición es conocida y no ha cambiado en los últimos meses de la negociación."
    assert len(sentences(f"«{saying} {saying} {saying} {saying}» El Kremlin calló.")) == 5


def test_a_mark_that_is_never_closed_does_not_join_sentences() -> None:
    assert sentences("«No iremos, dijo. El Kremlin calló. Kiev también.") == [
        "«No iremos, dijo.",
        "El Kremlin calló.",
        "Kiev también.",
    ]


def test_a_forgotten_space_is_seen() -> None:
    assert sentences("La ronda terminó sin acuerdo.El Kremlin calló.") == ["La ronda terminó sin acuerdo.", NEXT]


def test_a_line_break_without_full_stop_ends_nothing_inside_a_paragraph() -> None:
    assert sentences("La ronda terminó\nsin acuerdo. El Kremlin calló.") == ["La ronda terminó\nsin acuerdo.", NEXT]


@given(st.text(alphabet='aA.1 ,«»"()—EU?…é\n'))
def test_sentences_hold_all_that_is_not_space(text: str) -> None:
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())
