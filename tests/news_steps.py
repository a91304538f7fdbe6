"""How a step of a story is told: an article with outlet and hour, and what a subscriber should get of it.

A step is a function that gives one article; the modules `tests/news_*.py` hold the steps of a theme and the sequences
made of them. Days and hours are ISO strings («2026-03-10 09:15»); persons and places are real, what happens is not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from functools import cache
from zlib import crc32

from jobs.replay import Replayed, replay
from talks.news.newsroom import Newsroom
from talks.reading.reader import Reader, load_reader
from talks.store.connection import Store
from talks.types import Article, Reading

ALERT, NEW, UPDATE = "alert", "alert: new", "alert: update"
SILENCE, REPEAT, BACKGROUND, OFFTOPIC = "silence", "silence: repeat", "silence: background", "silence: offtopic"

Step = tuple[Article, str]
"""An article and what is expected of it; `ALERT` and `SILENCE` leave the novelty open."""

WEEKDAYS = ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo")
MONTHS = (
    "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre",
    "diciembre",
)  # fmt: skip


def told(outlet: str, at: str, text: str) -> Article:
    """An article of the outlet; the first paragraph of the text is its title, lines of a paragraph are joined."""
    title, *paragraphs = [" ".join(each.split()) for each in text.strip().split("\n\n")]
    name = f"{outlet} {at} {crc32(text.encode()):08x}".lower().replace(" ", "-").replace(":", "")
    return Article(name, outlet, f"https://{name}.example/", title, "\n\n".join(paragraphs), instant(at))


def instant(at: str) -> datetime:
    return datetime.fromisoformat(at).replace(tzinfo=UTC)


def weekday(when: str) -> str:
    """«jueves»."""
    return WEEKDAYS[_day(when).weekday()]


def day(when: str) -> str:
    """«19 de marzo»."""
    return f"{_day(when).day} de {MONTHS[_day(when).month - 1]}"


def short(when: str) -> str:
    """«19 mar», as date lines have it."""
    return f"{_day(when).day} {MONTHS[_day(when).month - 1][:3]}"


def _day(when: str) -> date:
    return datetime.fromisoformat(when).date()


@cache
def reading_of(article: Article) -> Reading:
    """By the real reader; once, however many sequences tell the article."""
    return reader().read(article)


@cache
def reader() -> Reader:
    return load_reader()


def through_the_line(articles: Iterable[Article], store: Store, newsroom: Newsroom) -> Iterator[Replayed]:
    """Each article in the order given, as it arrives."""
    for article in articles:
        yield from replay([article], store=store, newsroom=newsroom, read=reading_of)


def outcome(replayed: Replayed) -> str:
    return f"{'alert' if replayed.is_alert else 'silence'}: {replayed.verdict.novelty}"


def as_far_as_expected(outcomes: Sequence[str], expected: Sequence[str]) -> list[str]:
    """The outcomes, without the novelty where the expectation leaves it open."""
    pairs = zip(outcomes, expected, strict=True)
    return [want if seen.startswith(want) else seen for seen, want in pairs]
