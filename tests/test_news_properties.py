"""What holds for every stream of news: restarts, repetition and the order in an hour change nothing that matters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from itertools import count
from pathlib import Path
from random import Random

import pytest

from jobs.replay import Replayed
from talks.news.newsroom import Newsroom
from talks.store.connection import open_store
from talks.types import Article
from tests.news_steps import outcome, through_the_line
from tests.test_news_sequences import SEQUENCES

STREAM = sorted(
    {article.id: article for steps in SEQUENCES.values() for article, _ in steps}.values(),
    key=lambda each: (each.published, each.id),
)
"""All articles of all sequences as one stream, five months long."""
FEW = 0.05


def told(replayed: Replayed) -> tuple[str, str, str | None, str]:
    return replayed.article.id, outcome(replayed), replayed.verdict.story_id, replayed.verdict.reason


def verdicts(path: Path, stream: Iterable[Article]) -> list[tuple[str, str, str | None, str]]:
    with closing(open_store(path)) as store:
        return [told(each) for each in through_the_line(stream, store, Newsroom())]


def verdicts_with_restarts(path: Path, stream: Iterable[Article]) -> list[tuple[str, str, str | None, str]]:
    """Store and newsroom are opened anew for every article."""

    def lines() -> Iterator[Replayed]:
        for article in stream:
            with closing(open_store(path)) as store:
                yield from through_the_line([article], store, Newsroom())

    return [told(each) for each in lines()]


def shuffled_within_the_hour(stream: Iterable[Article], random: Random) -> list[Article]:
    """The articles of an hour swap their minutes."""
    hours: dict[str, list[Article]] = defaultdict(list)
    for article in stream:
        hours[f"{article.published:%m-%d %H}"].append(article)
    swapped = []
    for articles in hours.values():
        minutes = [each.published for each in articles]
        random.shuffle(articles)
        swapped += [replace(each, published=at) for each, at in zip(articles, minutes, strict=True)]
    return swapped


def test_the_same_stream_twice_gives_the_same_verdicts(tmp_path: Path) -> None:
    assert verdicts(tmp_path / "1.db", STREAM) == verdicts(tmp_path / "2.db", STREAM)


def test_a_restart_after_every_article_changes_no_verdict(tmp_path: Path) -> None:
    stream = [article for article in STREAM if article.published.month <= 4]
    assert verdicts_with_restarts(tmp_path / "1.db", stream) == verdicts(tmp_path / "2.db", stream)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_order_within_an_hour_changes_hardly_any_alert(tmp_path: Path, seed: int) -> None:
    names = (tmp_path / f"{n}.db" for n in count())
    alerts, others = (
        sum(outcome.startswith("alert") for _, outcome, _, _ in verdicts(next(names), stream))
        for stream in (STREAM, shuffled_within_the_hour(STREAM, Random(seed)))
    )
    assert abs(alerts - others) <= FEW * alerts
