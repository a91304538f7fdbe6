"""Themes and the search for phrases they rest on."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from talks.lexicon.load import load_lexicon
from talks.reading.document import Document
from talks.reading.prepare import build_nlp, prepare
from talks.reading.themes import find_themes
from talks.reading.word_lists import compile_lists, find_hits, tokens_of

LEXICON = load_lexicon()
NOON = datetime(2026, 2, 3, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return build_nlp(LEXICON)


def read(nlp: Language, title: str, text: str = "") -> Document:
    return prepare(title, text, published=NOON, nlp=nlp)


@pytest.mark.parametrize(
    ("title", "theme"),
    [
        ("Kiev no cederá territorio a cambio de la paz", "territorio"),
        ("Washington pone por escrito las garantías de seguridad", "garantias"),
        ("Moscú rechaza un cese al fuego de treinta días", "alto-el-fuego"),
        ("Umérov negocia otro canje de prisioneros", "prisioneros"),
        ("El plan de 20 puntos llega al Kremlin", "plan-de-paz"),
        ("La UE discute qué hacer con los activos rusos", "activos"),
        ("Zelenski insiste en el ingreso en la OTAN", "otan"),
        ("La central de Zaporiyia, en la mesa", "zaporiyia"),
    ],
)
def test_a_title_shows_its_theme(nlp: Language, title: str, theme: str) -> None:
    assert theme in find_themes(read(nlp, title), LEXICON)


def test_the_theme_spoken_of_most_comes_first(nlp: Language) -> None:
    text = "Las sanciones seguirán. También hay sanciones nuevas, dijo, y no habrá tregua."
    assert find_themes(read(nlp, "Bruselas prepara sanciones", text), LEXICON)[:2] == ("sanciones", "alto-el-fuego")


def test_a_word_that_falls_once_far_down_makes_no_theme(nlp: Language) -> None:
    text = "\n\n".join(["Las delegaciones llegaron.", "Hubo saludo.", "Comieron.", "Nadie habló del referéndum."])
    assert find_themes(read(nlp, "Llegan las delegaciones", text), LEXICON) == ()


def test_a_phrase_with_a_capital_is_no_verb() -> None:
    phrases = compile_lists({"país": ["Iran"]})
    assert not find_hits(tokens_of("irán mañana a Ginebra"), phrases)
    assert find_hits(tokens_of("la delegación de Irán"), phrases)


def test_the_longest_phrase_wins() -> None:
    phrases = compile_lists({"lista": ["alto", "alto el fuego", "plan de * puntos"]})
    tokens = tokens_of("un alto el fuego y el plan de 28 puntos")
    assert [(tokens[hit.first].folded, tokens[hit.last].folded) for hit in find_hits(tokens, phrases)] == [
        ("alto", "fuego"),
        ("plan", "puntos"),
    ]


@given(st.text(max_size=300))
def test_words_slice_back_to_the_text(text: str) -> None:
    for token in tokens_of(text):
        assert 0 <= token.start < token.end <= len(text)
        assert not text[token.start : token.end].isspace()
