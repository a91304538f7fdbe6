"""Articles from a file, and the same through the whole line."""

import json
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from jobs.archive import read_archive
from jobs.replay import replay
from talks.errors import ParseError
from talks.news.newsroom import Newsroom
from talks.store.connection import Store, open_store
from talks.types import Article, EventMention, Reading, Relevance
from tests.steps import NOON

LATER = datetime(2026, 4, 1, tzinfo=UTC)
ROW = {
    "id": "a1",
    "source": "Diario",
    "url": "https://diario.example/1",
    "published": "2026-03-10T13:00:00+01:00",
    "title": "Ronda en Ginebra",
    "text": "Hubo ronda.",
}


def lines(tmp_path: Path, *rows: object) -> Path:
    path = tmp_path / "archivo.jsonl"
    path.write_text("".join(f"{row if isinstance(row, str) else json.dumps(row)}\n" for row in rows), encoding="utf-8")
    return path


def test_an_article_a_line_is_read_and_blank_lines_are_not(tmp_path: Path) -> None:
    path = lines(tmp_path, ROW, "", {"title": "Otra", "published": "2026-03-11"})
    assert read_archive(path, published=None, now=LATER) == (
        Article("a1", "Diario", "https://diario.example/1", "Ronda en Ginebra", "Hubo ronda.", NOON),
        Article(f"{path}:3", "Fuente sin nombre", "", "Otra", "", datetime(2026, 3, 11, tzinfo=UTC)),
    )


def test_what_has_no_date_takes_the_one_given_or_now(tmp_path: Path) -> None:
    path = lines(tmp_path, {"text": "Hubo ronda."})
    assert read_archive(path, published=NOON, now=LATER)[0].published == NOON
    assert read_archive(path, published=None, now=LATER)[0].published == LATER


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ("{", "archivo.jsonl:2: no es JSON"),
        ("[1]", "se espera un objeto"),
        ('{"text": 3}', "se espera un objeto"),
        ('{"text": "x", "published": "ayer"}', "«ayer» no es una fecha ISO 8601"),
    ],
)
def test_a_line_that_is_wrong_is_named(tmp_path: Path, row: str, sentence: str) -> None:
    with pytest.raises(ParseError, match=sentence):
        read_archive(lines(tmp_path, ROW, row), published=None, now=LATER)


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00"])
def test_a_file_that_cannot_be_read_is_a_sentence(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "archivo.jsonl"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ParseError, match=r"No se puede leer .*archivo\.jsonl"):
        read_archive(path, published=None, now=LATER)


def test_a_text_file_is_one_article_like_a_seed(tmp_path: Path) -> None:
    path = tmp_path / "ronda.txt"
    path.write_text("título: Ronda\nfuente: Diario\nfecha: 2026-03-10\n\nHubo ronda.", encoding="utf-8")
    article = read_archive(path, published=None, now=LATER)[0]
    assert (article.id, article.outlet, article.title, article.published) == ("ronda", "Diario", "Ronda", NOON)
    assert read_archive(path, published=LATER, now=LATER)[0].published == LATER


TEXT = "Las delegaciones de Rusia y Ucrania acordaron en Ginebra un alto el fuego de treinta días, dijo Umérov."


def read_as(label: str) -> Callable[[Article], Reading]:
    def read(article: Article) -> Reading:
        agreed = EventMention("agreement", "held", 0, len(article.title), actors=("Rusia", "Ucrania"))
        return Reading(Relevance(0.9, label), events=(agreed,))  # type: ignore[arg-type]

    return read


def stream() -> list[Article]:
    return [
        Article("b", "Otro", "https://otro.example/1", "Alto el fuego", TEXT, NOON + timedelta(hours=1)),
        Article("a", "Diario", "https://diario.example/1", "Alto el fuego", TEXT, NOON),
    ]


def test_articles_go_through_the_line_in_order_of_publication(store: Store) -> None:
    replayed = list(replay(stream(), store=store, newsroom=Newsroom(), read=read_as("central")))
    assert [(each.article.id, each.verdict.novelty, each.is_alert) for each in replayed] == [
        ("a", "new", True),
        ("b", "repeat", False),
    ]


def test_what_is_off_topic_counts_only_where_any_topic_does(tmp_path: Path) -> None:
    novelties = []
    for is_any_topic in (False, True):
        with closing(open_store(tmp_path / f"{is_any_topic}.db")) as store:
            replayed = replay(
                stream(), store=store, newsroom=Newsroom(), read=read_as("off"), is_any_topic=is_any_topic
            )
            novelties.append([each.verdict.novelty for each in replayed])
    assert novelties == [["offtopic", "offtopic"], ["new", "repeat"]]


def test_the_same_stream_twice_gives_the_same(tmp_path: Path) -> None:
    runs = []
    for name in ("uno", "dos"):
        with closing(open_store(tmp_path / f"{name}.db")) as store:
            runs.append(list(replay(stream(), store=store, newsroom=Newsroom(), read=read_as("central"))))
    assert runs[0] == runs[1]
