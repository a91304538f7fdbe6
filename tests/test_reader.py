"""The reader as a whole: offsets, independence, bounds, the optional model."""

import multiprocessing
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from talks.errors import SettingsError
from talks.reading.as_json import reading_as_json
from talks.reading.reader import LONGEST_BODY, Reader, load_reader
from talks.types import Article, Reading

ARTICLE = Article(
    id="1",
    outlet="Diario",
    url="https://diario.example/1",
    title="Peskov no da por hecha otra ronda",
    text=(
        "Moscú, 23 dic (Agencia).- El portavoz del Kremlin, Dmitri Peskov, dijo el martes que aún es pronto.\n\n"
        "«No hay fecha para la próxima ronda», insistió Peskov ante la prensa en Moscú.\n\n"
        "El enviado estadounidense, Steve Witkoff, se reunió el sábado en Miami con Kiril Dmítriev.\n\n"
        "FOTO DE ARCHIVO. Vladímir Putin, en Sochi, el 3 de mayo de 2024"
    ),
    published=datetime(2025, 12, 23, 12, tzinfo=UTC),
)
PIECES = st.sampled_from(
    [
        "Peskov", "Vladímir Putin", "el presidente ucraniano, ", "Volodímir Zelenski", "Moscú", "el Kremlin", "Miami",
        "«", "»", "“", "”", '"', "—", "'", "(", ")", ", ", ". ", ".\n\n", "\n", ": ", "¿", "?", " ", " ", " que ",
        "dijo", "según", "insistió", "añadió que", "no", "se reunirá", "se reunieron", "habría aceptado", "la reunión",
        "alto el fuego", "el martes", "hoy", "ayer", "el 31 de febrero de 2025", "del 20 al 21 de diciembre", "29 feb",
        "tres días después", "la víspera", "en agosto", "18:42 h", "&quot;", "&nbsp;", "Ã³", "\u00ad", "EE. UU.",
        "tercera ronda", "1.000 por 1.000", "P:", "R:", "FOTO: ", "(EFE).-", "-Reuters-", "\ud83d\ude00", "\u0301",
        "Abu", "Da", "De", "La", "Von", "ruso", "el portavoz", "la primera dama", "uno de los funcionarios", "otra",
        "según el cual", "para quien", "fue la respuesta de", "descrito por", "como", "mientras", "Médicos locales",
        "el Viernes Santo", "el mismo día en que", "lo que", "a través de", "citando a", "el diario", "TASS", "se",
    ]
)  # fmt: skip
FOREIGN = st.lists(PIECES | st.text(max_size=8), max_size=40).map("".join)


@pytest.fixture(scope="module")
def reader() -> Reader:
    return load_reader()


def article(text: str, *, title: str = "Titular") -> Article:
    return replace(ARTICLE, title=title, text=text)


def test_an_article_is_read_from_end_to_end(reader: Reader) -> None:
    reading = reader.read(ARTICLE)
    assert [person.name for person in reading.people][:1] == ["Dmitri Peskov"]
    assert ("No hay fecha para la próxima ronda", "Dmitri Peskov", True) in {
        (quote.text, quote.speaker, quote.direct) for quote in reading.quotes
    }
    assert {"2025-12-23", "2025-12-20"} <= {date.value for date in reading.dates}
    assert {"peskov", "witkoff", "miami"} <= set(reading.terms)
    assert reading.relevance.is_central


def test_what_the_caption_says_is_not_among_the_sentences_and_terms(reader: Reader) -> None:
    reading = reader.read(ARTICLE)
    caption = ARTICLE.body.index("FOTO DE ARCHIVO")
    assert all(sentence.end <= caption for sentence in reading.sentences)
    assert not {"putin", "sochi"} & set(reading.terms)


def surfaces_are_slices(article: Article, reading: Reading) -> bool:
    body = article.body
    return (
        all(body[person.start : person.end] == person.surface for person in reading.people)
        and all(body[quote.start : quote.end] == quote.text for quote in reading.quotes)
        and all(body[date.start : date.end] == date.surface for date in reading.dates)
        and all(0 <= event.start < event.end <= len(body) for event in reading.events)
        and all(0 <= sentence.start < sentence.end <= len(body) for sentence in reading.sentences)
    )


def test_offsets_lead_back_to_copy_that_had_to_be_cleaned(reader: Reader) -> None:
    garbled = article(
        "El portavoz, Dmitri\u00a0Peskov, dijo el&nbsp;martes: &laquo;No habrÃ¡ ronda en MoscÃº esta semana&raquo;. "
        "El presidente VolodÃ­mir Zelenski callÃ³."
    )
    reading = reader.read(garbled)
    assert surfaces_are_slices(garbled, reading)
    assert "VolodÃ­mir Zelenski" in {person.surface for person in reading.people}
    assert "No habrÃ¡ ronda en MoscÃº esta semana" in {quote.text for quote in reading.quotes}


@given(FOREIGN, FOREIGN)
@settings(deadline=None)
def test_any_text_is_read_and_every_surface_is_a_slice_of_it(title: str, text: str) -> None:
    foreign = article(text, title=title)
    reading = load_reader().read(foreign)
    assert surfaces_are_slices(foreign, reading)
    assert reading == load_reader().read(foreign)


@given(FOREIGN)
@settings(deadline=None, max_examples=25)
def test_a_reading_does_not_depend_on_what_was_read_before(text: str) -> None:
    alone = load_reader().read(ARTICLE)
    first, second, third = load_reader().read_many([ARTICLE, article(text), ARTICLE])
    assert alone == first == third
    assert second == load_reader().read(article(text))


@pytest.mark.parametrize("piece", ['"', "«", "(", "a", "Putin ", "—a ", "dijo que ", "el martes ", "«a» ", "\n", ". "])
def test_a_text_without_end_is_read_up_to_its_bound(reader: Reader, piece: str) -> None:
    long = article(piece * (1_000_000 // len(piece)))
    started = time.process_time()
    reading = reader.read(long)
    assert time.process_time() - started < 30
    assert all(sentence.end <= LONGEST_BODY + 2 for sentence in reading.sentences)


def test_a_title_without_end_keeps_its_offsets(reader: Reader) -> None:
    long = article("Peskov dijo que no.", title="Peskov calla. " * 10_000)
    assert surfaces_are_slices(long, reader.read(long))


def test_today_is_the_day_in_the_place_of_writing(reader: Reader) -> None:
    late = replace(article("Peskov habló hoy en Moscú."), published=datetime(2025, 7, 1, 22, 30, tzinfo=UTC))
    assert [date.value for date in reader.read(late).dates] == ["2025-07-02"]


def test_an_empty_article_says_nothing(reader: Reader) -> None:
    reading = reader.read(article("", title=""))
    assert (reading.people, reading.quotes, reading.dates, reading.events) == ((), (), (), ())
    assert reading.relevance.label == "off"


def test_the_reader_is_loaded_once() -> None:
    assert load_reader() is load_reader()


def _read_elsewhere(article: Article) -> Reading:
    return load_reader().read(article)


def test_a_worker_process_reads_the_same(reader: Reader) -> None:
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        assert pool.submit(_read_elsewhere, ARTICLE).result(timeout=60) == reader.read(ARTICLE)


def test_a_model_that_is_not_installed_is_one_clear_sentence() -> None:
    with pytest.raises(SettingsError, match=r"TREGUA_SPACY_MODEL vale «no_such_model» y se espera un modelo"):
        load_reader(model="no_such_model")


def test_a_trained_model_adds_the_names_that_only_it_sees(tmp_path: Path) -> None:
    trained = spacy.blank("es")
    ruler = trained.add_pipe("entity_ruler")
    names = ["zósimo quintela", "Dmitri Peskov"]
    ruler.add_patterns([{"label": "PER", "pattern": name} for name in names])  # type: ignore[attr-defined]
    trained.to_disk(tmp_path / "model")
    text = "Dmitri Peskov citó a zósimo quintela en Moscú."
    with_model = load_reader(model=str(tmp_path / "model")).read(article(text)).people
    without = load_reader().read(article(text)).people
    assert [person.name for person in with_model] == ["Dmitri Peskov", "zósimo quintela"]
    assert with_model[:1] == without


def test_a_reading_is_printed_as_the_contract_says(reader: Reader) -> None:
    printed = reading_as_json(ARTICLE, reader.read(ARTICLE))
    assert list(printed) == ["people", "quotes", "dates", "events"]
    assert set(printed["people"][0]) == {"name", "surface", "role", "start", "end"}
    assert set(printed["quotes"][0]) == {"text", "speaker", "via", "direct", "start", "end"}
    assert set(printed["dates"][0]) == {"surface", "value", "start", "end"}
    assert set(printed["events"][0]) == {"type", "status", "date", "end", "place", "actors", "start", "stop"}
