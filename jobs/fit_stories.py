"""Make the weights of stories from articles whose stories are known: `python -m jobs.fit_stories FOLDER…`.

A folder holds `articles.jsonl` and `gold.jsonl`, in which each article has its `story`; one that is named twice counts
twice. Each article chooses among the stories before it, or none: a conditional logit, kept small by an L2 penalty.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from jobs.archive import read_archive
from jobs.fitting import Vector, descend, read_gold, run, scale_of, unscaled
from talks.news.features import features_of
from talks.news.likeness import a_subject, chief_themes
from talks.news.pool import Member, Pool
from talks.news.stories import LONGEST_GAP, NAMES, WEIGHTS_FILE, compare_stories
from talks.news.weighing import Weights, dump_weights
from talks.reading.reader import load_reader
from talks.types import Article

_PENALTY = 0.05


@dataclass(frozen=True, slots=True)
class Choice:
    """One article: the values of each story it could continue, and which it did; None for a new one."""

    values: tuple[tuple[float, ...], ...]
    chosen: int | None


def choices_of(articles: Sequence[Article], stories: Mapping[str, str]) -> Iterator[Choice]:
    """The choices of the articles that have a story, in order of publication, each among the true stories before."""
    reader, members, pool = load_reader(), list[Member](), Pool()
    today = date.min
    for article in sorted(articles, key=lambda each: each.published):
        if article.id not in stories:
            continue
        if article.published.date() > today:
            today = article.published.date()
            pool = _pool_of(members, today)
        reading = reader.read(article)
        features, themes = features_of(article, reading), chief_themes(reading.themes)
        subject = a_subject(features, pool.vectors(features), themes)
        compared = compare_stories(subject, pool.with_shared_words(features))
        names, story_id = list(compared), stories[article.id]
        if names:
            yield Choice(tuple(compared.values()), names.index(story_id) if story_id in names else None)
        members.append(
            Member(len(members), article.id, article.outlet, today, story_id, features, (), None, None, themes=themes)
        )
        pool.add(members[-1], today=today)


def _pool_of(members: Sequence[Member], today: date) -> Pool:
    """As the newsroom opens a day."""
    pool = Pool()
    for member in members:
        if today - member.decided_on <= LONGEST_GAP:
            pool.add(member, today=today)
    pool.weigh()
    return pool


def fit_weights(choices: Sequence[Choice]) -> Weights:
    values, exists, chosen = _table(choices)
    centre, scale = scale_of(values[exists])
    values = np.where(exists[:, :, None], (values - centre) / scale, 0.0)

    def gradient(weights: Vector) -> Vector:
        error = _likelihoods(values @ weights[1:] + weights[0], exists) - chosen
        return np.concatenate([[error.sum()], np.einsum("cs,csv->v", error, values)]) / len(choices)

    return unscaled(descend(gradient, values.shape[2] + 1, penalty=_PENALTY), centre, scale)


def _table(choices: Sequence[Choice]) -> tuple[Vector, NDArray[np.bool_], Vector]:
    """Shapes (choices, stories, values), (choices, stories), (choices, stories): short rows are filled up."""
    most = max((len(choice.values) for choice in choices), default=0)
    values = np.zeros((len(choices), most, len(NAMES)))
    exists, chosen = np.zeros((len(choices), most), dtype=bool), np.zeros((len(choices), most))
    for row, choice in enumerate(choices):
        values[row, : len(choice.values)] = choice.values
        exists[row, : len(choice.values)] = True
        if choice.chosen is not None:
            chosen[row, choice.chosen] = 1
    return values, exists, chosen


def _likelihoods(scores: Vector, exists: NDArray[np.bool_]) -> Vector:
    """Of each story, beside a new one that scores 0."""
    powers = np.where(exists, np.exp(np.clip(scores, -30, 30)), 0.0)
    return np.asarray(powers / (1 + powers.sum(axis=1, keepdims=True)))


def read_choices(folder: Path) -> list[Choice]:
    stories = {row["id"]: row["story"] for row in read_gold(folder) if row["relevant"] and row.get("story")}
    return list(choices_of(read_archive(folder / "articles.jsonl", published=None, now=datetime.now(UTC)), stories))


def main(folders: Sequence[str], weights: Path = WEIGHTS_FILE) -> None:
    """Read the folders, fit, and write the weights."""
    choices = [choice for folder in folders for choice in read_choices(Path(folder))]
    weights.write_text(dump_weights(fit_weights(choices), NAMES), encoding="utf-8")
    sys.stdout.write(f"{len(choices)} artículos leídos, pesos escritos en {weights}\n")


if __name__ == "__main__":
    run(main)
