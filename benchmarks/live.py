"""The live weeks: what was read and judged of late, and articles that are read and wait for their verdict."""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path

from benchmarks.texts import stream
from jobs.digest import judge
from talks.chronology import read_chronology
from talks.news.newsroom import Newsroom
from talks.reading.reader import load_reader
from talks.settings import PROJECT
from talks.store.articles import PollResult, save_poll, save_readings, unread_articles
from talks.store.chronology import load_chronology
from talks.store.connection import Store, open_store
from talks.store.sources import add_source
from talks.types import Article, ArticleIntent, Reading

NAME = "live.db"
LIVE = 400
"""Articles on the subject of the last three weeks."""
WAITING = 100
DAYS = 20.0


def build(folder: Path) -> Path:
    """In a process of its own: reading brings spaCy along, which the room measured does not have."""
    path, reader, newsroom = folder / NAME, load_reader(), Newsroom()
    with closing(open_store(path)) as store:
        store.run("PRAGMA synchronous = OFF")
        load_chronology(store, read_chronology(PROJECT / "seeds" / "chronology.toml"))
        add_source(store, url="https://diario.example/rss", title="Diario")
        for number, each in enumerate(stream(LIVE + WAITING, days=DAYS, characters=1_200)):
            stored, reading = _enter(store, each, reader.read(each))
            if number < LIVE:
                judge(store, newsroom, stored, reading, now=each.published, max_age=None)
    return path


def _enter(store: Store, each: Article, reading: Reading) -> tuple[Article, Reading]:
    """Store an article with its reading, as far as its verdict."""
    intent = ArticleIntent(each.id, each.url, each.outlet, each.title, each.text, each.published, each.published_by)
    save_poll(store, PollResult(1, (intent,), checked_at=each.published, next_check_at=each.published))
    (stored,) = unread_articles(store, limit=1)
    save_readings(store, [(stored, reading)])
    return stored, reading


if __name__ == "__main__":
    build(Path(sys.argv[1]))
