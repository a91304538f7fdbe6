"""Make the weights of the second look from streams whose alerts are known: `python -m jobs.fit_retold FOLDER…`.

A folder holds `articles.jsonl` and `gold.jsonl`, in which each article has its `developments` and its `novelty`. What
seems new is news where a development is told for the first time, and told before where it is not; updates are neither.
Logistic regression with an L2 penalty.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from jobs.archive import read_archive
from jobs.fitting import Vector, descend, read_gold, run, scale_of, unscaled
from jobs.replay import replay_each
from talks.news.features import Features
from talks.news.newsroom import Newsroom
from talks.news.pool import Pool
from talks.news.retold import VALUES, WEIGHTS_FILE, compare, may_be_retold, nearest_told
from talks.news.verdicts import Finding
from talks.news.weighing import Weights, dump_weights
from talks.reading.reader import load_reader
from talks.store.connection import open_store

_PENALTY = 0.02


@dataclass(frozen=True, slots=True)
class Look:
    """What is compared of one article that seemed to have news, and whether it had been told."""

    values: tuple[float, ...]
    is_retold: bool


def read_looks(folder: Path) -> Iterator[Look]:
    gold = {row["id"]: row for row in read_gold(folder)}
    seen: list[tuple[float, ...]] = []

    def look(finding: Finding, features: Features, pool: Pool) -> None:
        nearest = nearest_told(features, pool)
        if nearest is not None and may_be_retold(finding, features, nearest.member):
            seen.append(compare(finding, features, nearest, pool))

    articles = read_archive(folder / "articles.jsonl", published=None, now=datetime.now(UTC))
    newsroom, read = Newsroom(second_look=look), load_reader().read
    told: set[str] = set()
    with tempfile.TemporaryDirectory() as place, closing(open_store(Path(place) / "replay.db")) as store:
        for replayed in replay_each(articles, store=store, newsroom=newsroom, read=read):
            row = gold[replayed.article.id]
            fresh = set(row["developments"]) - told if replayed.is_alert else set()
            told |= fresh
            if replayed.is_alert and seen and (fresh or row["novelty"] != "update"):
                yield Look(seen[-1], not fresh)
            seen.clear()


def fit_weights(looks: Sequence[Look]) -> Weights:
    values = np.array([look.values for look in looks]).reshape(len(looks), len(VALUES))
    wanted = np.array([look.is_retold for look in looks], dtype=np.float64)
    centre, scale = scale_of(values)
    rows = np.hstack([np.ones((len(looks), 1)), (values - centre) / scale])

    def gradient(weights: Vector) -> Vector:
        return np.asarray(rows.T @ (1 / (1 + np.exp(-(rows @ weights))) - wanted) / len(looks))

    return unscaled(descend(gradient, rows.shape[1], penalty=_PENALTY), centre, scale)


def main(folders: Sequence[str], weights: Path = WEIGHTS_FILE) -> None:
    """Read the folders, fit, and write the weights."""
    looks = [look for folder in folders for look in read_looks(Path(folder))]
    weights.write_text(dump_weights(fit_weights(looks), VALUES), encoding="utf-8")
    sys.stdout.write(f"{len(looks)} avisos leídos, pesos escritos en {weights}\n")


if __name__ == "__main__":
    run(main)
