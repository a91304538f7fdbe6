"""Direct quotations: what stands between marks, with who said it."""

import time
from datetime import UTC, datetime
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from talks.lexicon.load import load_lexicon
from talks.reading.document import Document
from talks.reading.people import find_mentions
from talks.reading.prepare import prepare
from talks.reading.quotes import find_quotes
from talks.types import Quote
from tests.quotation import read, said, spanish

SLOWEST = 30.0
"""Seconds of work for sixty thousand characters; what is quadratic takes far longer."""


def test_the_speaker_stands_after_the_verb() -> None:
    assert said("«Habrá otra reunión», dijo este martes Dmitri Peskov.") == [("Dmitri Peskov", "Habrá otra reunión")]


def test_the_speaker_stands_before_the_verb_and_a_colon() -> None:
    text = "El canciller alemán, Friedrich Merz, advirtió en Berlín: «No firmaremos a ciegas»."
    assert said(text) == [("Friedrich Merz", "No firmaremos a ciegas")]


def test_a_quotation_split_by_its_attribution_is_two() -> None:
    text = "«La puerta sigue abierta», señaló Rubio, «pero no eternamente»."
    assert said(text) == [("Marco Rubio", "La puerta sigue abierta"), ("Marco Rubio", "pero no eternamente")]


def test_an_inverted_subject_may_stand_far_from_its_verb() -> None:
    text = "«No hay fecha», dijo este martes el portavoz del Kremlin, Dmitri Peskov, a la prensa."
    assert said(text) == [("Dmitri Peskov", "No hay fecha")]


def test_fragments_inside_a_sentence_belong_to_its_speaker() -> None:
    text = "El enviado Steve Witkoff calificó de «francas y útiles» las conversaciones."
    assert said(text) == [("Steve Witkoff", "francas y útiles")]


def test_dialogue_dashes_are_marks() -> None:
    text = "—No habrá tregua sin garantías —dijo Zelenski—. Lo sabe todo el mundo."
    assert said(text) == [
        ("Volodímir Zelenski", "No habrá tregua sin garantías"),
        ("Volodímir Zelenski", "Lo sabe todo el mundo."),
    ]


def test_a_headline_names_the_speaker_before_the_colon() -> None:
    assert said("Texto.", title="Macron: «Europa estará en la mesa»") == [
        ("Emmanuel Macron", "Europa estará en la mesa")
    ]


def test_a_lonely_quotation_goes_on_from_the_last_speaker() -> None:
    text = "«Vamos bien», dijo Trump. «Muy bien»."
    assert said(text) == [("Donald Trump", "Vamos bien"), ("Donald Trump", "Muy bien")]


def test_names_of_things_are_not_quotations() -> None:
    assert said("La operación «Telaraña» destruyó cuarenta aviones, según se supo en junio.") == []


def test_ironic_marks_without_a_speaker_are_not_quotations() -> None:
    assert said("La «pausa» dura ya dos meses.") == []


@pytest.mark.parametrize("text", ["", '"', "«", "—", "«»", "dijo", "según", "y que", "«dijo» que «»"])
def test_odd_texts_are_read(text: str) -> None:
    read(text, title=text)


WORDS = st.sampled_from(
    ["dijo", "que", "Peskov", "según", "el", "portavoz", "«", "»", '"', ",", ".", ":", ";", "—", "-", "(", ")", "y",
     "quien", "Putin", "no", "se", "Kremlin", "TASS", "de", "en", "líder ruso", "diciendo", "P.", "R.", "ayer", "¿",
     "?", "\n"]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=300), st.lists(WORDS, max_size=60).map(" ".join))


def quotes_in(text: str, title: str = "Titular") -> tuple[Document, tuple[Quote, ...]]:
    lexicon = load_lexicon()
    document = prepare(title, text, published=datetime(2025, 11, 20, tzinfo=UTC), nlp=spanish())
    return document, find_quotes(document, find_mentions(document, lexicon), lexicon)


@settings(max_examples=120, deadline=None)
@given(TEXTS, TEXTS)
def test_a_quotation_is_an_exact_span_and_reading_is_repeatable(title: str, text: str) -> None:
    document, quotes = quotes_in(text, title)
    assert all(quote.text == document.text[quote.start : quote.end] for quote in quotes)
    assert all(quote.text.strip() == quote.text != "" for quote in quotes)
    assert quotes == quotes_in(text, title)[1]


@settings(max_examples=80, deadline=None)
@given(TEXTS)
def test_reported_clauses_overlap_no_other_quotation(text: str) -> None:
    spans = sorted((quote.start, quote.end) for quote in quotes_in(text)[1])
    assert all(one[1] <= other[0] for one, other in pairwise(spans))


@pytest.mark.parametrize(
    "piece",
    [
        '"', "«", "(", "palabra", "dijo que ", "dijo: ", "«a» ", "según Putin, ", "Trump, que ", "«a», dijo Putin. ",
        "— ", "el portavoz ", "dijo que Putin, que dijo «a», y ", "y Putin, ",
        ", Donald Trump, quien dijo que «debe»", "Rusia, Ucrania, EE. UU., ", "lo contó ", ", y Putin habló de «a»",
    ],
)  # fmt: skip
def test_a_long_run_of_anything_is_read_in_linear_time(piece: str) -> None:
    quotes_in("«Hola», dijo Putin.")
    started = time.process_time()
    quotes_in(piece * (60_000 // len(piece)))
    assert time.process_time() - started < SLOWEST
