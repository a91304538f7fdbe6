"""What the seeds tell, as if outlets had printed each article on its day and the bot had been there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

from jobs.replay import replay
from talks.chronology import read_chronology
from talks.news.newsroom import Newsroom
from talks.reading.reader import load_reader
from talks.settings import PROJECT
from talks.sources.seeds import read_seed, seed_files
from talks.store.chronology import load_chronology
from talks.store.connection import Store
from talks.types import Article

SEEDS = PROJECT / "seeds"


def articles_of_the_seeds() -> list[Article]:
    found = [read_seed(path, infer_date=_no_date, folder=SEEDS) for path in seed_files(SEEDS)]
    dated = [(each, each.published) for each in found if each.published is not None]
    articles = [Article(each.key, each.outlet, each.url, each.title, each.text, day) for each, day in dated]
    return sorted(articles, key=lambda each: each.published)


def _no_date(_text: str) -> date | None:
    return None


def all_happens(store: Store, /, *, before_the_last: Callable[[Store, datetime], None] | None = None) -> datetime:
    """Each article on its day; when it is all told."""
    *earlier, last = articles_of_the_seeds()
    reader, newsroom = load_reader(), Newsroom()
    list(replay(earlier, store=store, newsroom=newsroom, read=reader.read))
    if before_the_last:
        before_the_last(store, last.published - timedelta(hours=1))
    list(replay([last], store=store, newsroom=newsroom, read=reader.read))
    load_chronology(store, read_chronology(SEEDS / "chronology.toml"))
    return last.published + timedelta(minutes=5)
