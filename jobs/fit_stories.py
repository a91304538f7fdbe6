"""Make the weights of stories from articles whose stories are known: `python -m jobs.fit_stories FOLDER…`.

A folder holds `articles.jsonl` and `gold.jsonl`, in which each article has its `story`. Each article is paired with
those before it with which it would be compared; a logistic regression, kept small by an L2 penalty, learns which pairs
are of one story. All folders count alike, whatever their size; one that is named twice counts twice.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import numpy as np

from jobs.archive import read_archive
from jobs.fitting import Vector, descend, read_gold, run, scale_of, unscaled
from talks.news.features import features_of
from talks.news.likeness import ALIKE, WEIGHTS_FILE, chief_themes, likeness, subject_of
from talks.news.newsroom import LIVE_DAYS
from talks.news.pool import Member, Pool
from talks.news.weighing import Weights, dump_weights
from talks.reading.reader import load_reader
from talks.types import Article, Reading

_PENALTY = 0.004

Pairs = tuple[Vector, Vector]
"""Values, of shape (pairs, `ALIKE`), and whether both are of one story, 0 or 1."""


def pairs_of(articles: Sequence[Article], stories: Mapping[str, str]) -> Pairs:
    """Of the articles that have a story, with the weights that words have on the day of the later one."""
    reader, members, pool = load_reader(), list[Member](), Pool()
    values: list[tuple[float, ...]] = []
    are_one: list[float] = []
    today = date.min
    for article in sorted(articles, key=lambda each: each.published):
        if article.id not in stories:
            continue
        if article.published.date() > today:
            today = article.published.date()
            pool = _pool_of(members, today)
        later = _member(article, reader.read(article), stories[article.id], order=len(members), today=today)
        companions = pool.companions(later.features)
        pool.add(later, today=today)
        members.append(later)
        values += [likeness(subject_of(later), subject_of(earlier)) for earlier in companions]
        are_one += [float(later.story_id == earlier.story_id) for earlier in companions]
    return np.array(values).reshape(-1, len(ALIKE)), np.array(are_one)


def _member(article: Article, reading: Reading, story_id: str, *, order: int, today: date) -> Member:
    features, themes = features_of(article, reading), chief_themes(reading.themes)
    return Member(order, article.id, article.outlet, today, story_id, features, (), None, None, themes=themes)


def _pool_of(members: Sequence[Member], today: date) -> Pool:
    """As the newsroom opens a day."""
    pool = Pool()
    for member in members:
        if (today - member.decided_on).days <= LIVE_DAYS:
            pool.add(member, today=today)
    pool.weigh()
    return pool


def fit_weights(folders: Sequence[Pairs]) -> Weights:
    """Raises SettingsError where there is nothing to learn from."""
    values = np.concatenate([values for values, _ in folders]) if folders else np.zeros((0, len(ALIKE)))
    centre, scale = scale_of(values)
    values = (values - centre) / scale
    are_one = np.concatenate([are_one for _, are_one in folders])
    parts = np.concatenate([np.full(len(are_one), 1 / len(are_one) / len(folders)) for _, are_one in folders])

    def gradient(weights: Vector) -> Vector:
        likely = 1 / (1 + np.exp(-np.clip(values @ weights[1:] + weights[0], -30, 30)))
        error = (likely - are_one) * parts
        return np.concatenate([[error.sum()], error @ values])

    return unscaled(descend(gradient, len(ALIKE) + 1, penalty=_PENALTY), centre, scale)


def read_pairs(folder: Path) -> Pairs:
    stories = {row["id"]: row["story"] for row in read_gold(folder) if row["relevant"] and row.get("story")}
    return pairs_of(read_archive(folder / "articles.jsonl", published=None, now=datetime.now(UTC)), stories)


def main(folders: Sequence[str], weights: Path = WEIGHTS_FILE) -> None:
    """Read the folders, fit, and write the weights."""
    pairs = [found for folder in folders if len((found := read_pairs(Path(folder)))[1])]
    weights.write_text(dump_weights(fit_weights(pairs), ALIKE), encoding="utf-8")
    sys.stdout.write(f"{sum(len(each) for each, _ in pairs)} parejas leídas, pesos escritos en {weights}\n")


if __name__ == "__main__":
    run(main)
