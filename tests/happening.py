"""Read the events of a short text with its own dates, as the tests of the room write them down."""

from datetime import datetime
from functools import cache
from zoneinfo import ZoneInfo

from talks.reading.reader import Reader, load_reader
from talks.types import Article, EventMention

MADRID = ZoneInfo("Europe/Madrid")
TUESDAY = "2026-01-13T12:00"


@cache
def reader() -> Reader:
    return load_reader()


def events_of(title: str, text: str = "", *, at: str = TUESDAY) -> tuple[EventMention, ...]:
    """`at` is the time of publication in Madrid."""
    published = datetime.fromisoformat(at).replace(tzinfo=MADRID)
    article = Article(id="x", url="https://example.com/x", outlet="X", title=title, text=text, published=published)
    return tuple(event for event in reader().read(article).events if event.type != "statement")


def told(title: str, text: str = "", *, at: str = TUESDAY) -> list[tuple[str, str]]:
    return [(event.type, event.status) for event in events_of(title, text, at=at)]


def days_of(title: str, text: str = "", *, at: str = TUESDAY) -> list[tuple[str, str | None]]:
    return [(event.type, event.date) for event in events_of(title, text, at=at)]
