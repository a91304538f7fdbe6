"""Make the weights of the second look from streams whose alerts are known: `python -m jobs.fit_retold FOLDER…`.

A folder holds `articles.jsonl` and `gold.jsonl`, in which each article has its `developments` and its `novelty`. What
seems new is news where a development is told for the first time, and told before where it is not; updates are neither.
Logistic regression with an L2 penalty, by gradient descent with momentum from zero.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from jobs.archive import read_archive
from jobs.replay import replay_each
from talks.news.features import Features
from talks.news.newsroom import Newsroom
from talks.news.pool import Member, Pool
from talks.news.retold import WEIGHTS_FILE, Weights, compare, dump_weights, may_be_retold, nearest_told
from talks.news.verdicts import Finding
from talks.reading.reader import load_reader
from talks.store.connection import open_store

_ROUNDS = 3000
_RATE = 0.5
_MOMENTUM = 0.9
_PENALTY = 0.02


@dataclass(frozen=True, slots=True)
class Look:
    """What is compared of one article that seemed to have news, and whether it had been told."""

    values: tuple[float, ...]
    is_retold: bool


def read_looks(folder: Path) -> Iterator[Look]:
    gold = {row["id"]: row for row in map(json.loads, (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines())}
    last: list[tuple[float, ...]] = []

    def look(finding: Finding, features: Features, pool: Pool) -> Member | None:
        nearest, body = nearest_told(features, pool)
        if nearest is not None and may_be_retold(finding, features, nearest):
            last.append(compare(finding, features, nearest, body, pool))
        return None

    articles = read_archive(folder / "articles.jsonl", published=None, now=datetime.now(UTC))
    told: set[str] = set()
    with tempfile.TemporaryDirectory() as place, closing(open_store(Path(place) / "replay.db")) as store:
        for replayed in replay_each(
            articles, store=store, newsroom=Newsroom(second_look=look), read=load_reader().read
        ):
            row = gold[replayed.article.id]
            fresh = set(row["developments"]) - told if replayed.is_alert else set()
            told |= fresh
            if replayed.is_alert and last and (fresh or row["novelty"] != "update"):
                yield Look(last[-1], not fresh)
            last.clear()


def fit_weights(looks: Sequence[Look]) -> Weights:
    values = np.array([look.values for look in looks])
    wanted = np.array([look.is_retold for look in looks], dtype=np.float64)
    centre, scale = values.mean(axis=0), values.std(axis=0) + 1e-6
    rows = np.hstack([np.ones((len(looks), 1)), (values - centre) / scale])
    penalty = np.array([0.0, *[_PENALTY] * values.shape[1]])
    weights, step = np.zeros(rows.shape[1]), np.zeros(rows.shape[1])
    for _ in range(_ROUNDS):
        error = (1 / (1 + np.exp(-(rows @ weights))) - wanted) / len(looks)
        step = _MOMENTUM * step - _RATE * (rows.T @ error + penalty * weights)
        weights = weights + step
    plain = weights[1:] / scale
    return Weights(float(weights[0] - plain @ centre), tuple(plain.tolist()))


def main(folders: Sequence[str], weights: Path = WEIGHTS_FILE) -> None:
    """Read the folders, fit, and write the weights."""
    looks = [look for folder in folders for look in read_looks(Path(folder))]
    weights.write_text(dump_weights(fit_weights(looks)), encoding="utf-8")
    sys.stdout.write(f"{len(looks)} avisos leídos, pesos escritos en {weights}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
