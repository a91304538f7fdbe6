"""Relating one article to what is known, apart from reading it, over pasts of three sizes with the same live weeks."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from benchmarks.live import WAITING
from benchmarks.measure import Row, best, cpu_milliseconds, milliseconds, percentile
from benchmarks.past import forget_past, open_past
from benchmarks.texts import NOW
from jobs.digest import judge
from talks.news.newsroom import Newsroom
from talks.store.articles import unjudged_articles
from talks.store.connection import Store
from talks.store.developments import judged_after, judged_twins

SIZES = (1_000, 10_000, 100_000)
FULL_SIZES = (10_000, 100_000, 1_000_000)
MOST_MILLISECONDS = 5.0
FLAT = 1.2


def run(folder: Path, *, is_full: bool) -> Iterator[Row]:
    sizes = FULL_SIZES if is_full else SIZES
    medians = []
    for size in sizes:
        store, label = open_past(folder, size=size), f"{size:,} stored"
        newsroom = Newsroom()
        began = cpu_milliseconds(partial(_begin, store, newsroom))
        related, recorded = _measure(store, newsroom)
        forget_past(folder, store)
        medians.append(percentile(related, 0.5))
        p95 = percentile(related, 0.95)
        yield Row("relating", "one article, p95", label, p95, "ms", None, "≤ 5 ms", p95 <= MOST_MILLISECONDS)
        yield Row("relating", "one article, median", label, medians[-1], "ms")
        yield Row("relating", "with its verdict committed, p95", label, percentile(recorded, 0.95), "ms")
        yield Row("relating", "taking up the live weeks at the start", label, began, "ms")
    growth, span = medians[-1] / medians[0], f"{sizes[-1]:,} ÷ {sizes[0]:,}"
    yield Row("relating", "median, largest ÷ smallest", span, growth, "×", None, f"≤ {FLAT:g}", growth <= FLAT)


def _begin(store: Store, newsroom: Newsroom) -> None:
    newsroom.open_day(NOW)
    newsroom.add(judged_after(store, 0, since=newsroom.live_since(NOW)))


def _measure(store: Store, newsroom: Newsroom) -> tuple[list[float], list[float]]:
    """Milliseconds of `relate` alone, which may be asked again, and of the whole transaction."""
    related, recorded = [], []
    for article, reading in unjudged_articles(store, limit=WAITING):
        relate = partial(newsroom.relate, article, reading, twins=partial(judged_twins, store))
        related.append(best(relate))
        recorded.append(milliseconds(partial(judge, store, newsroom, article, reading, now=NOW, max_age=None)))
    return related, recorded
