"""The commands that make the weights of stories and of the second look, on a folder of streams told by steps."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from jobs import fit_retold, fit_stories, fitting
from talks.errors import SettingsError
from talks.news.likeness import ALIKE
from talks.news.retold import VALUES, sigmoid
from talks.news.weighing import load_weights
from talks.types import Article
from tests.news_steps import Step, told
from tests.test_news_sequences import SEQUENCES
from tests.test_story_moves import ROUND


def folder_of(path: Path, rows: list[tuple[Article, dict[str, object]]]) -> Path:
    """Articles and what is known of them, as the commands read them."""
    path.mkdir()
    lines = [
        {
            "id": each.id, "source": each.outlet, "url": each.url, "published": each.published.isoformat(),
            "title": each.title, "text": each.text,
        }
        for each, _ in rows
    ]  # fmt: skip
    (path / "articles.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    gold = [{"id": each.id, "relevant": True} | known for each, known in rows]
    (path / "gold.jsonl").write_text("\n".join(map(json.dumps, gold)), encoding="utf-8")
    return path


def loan_is_discussed(at: str) -> Article:
    text = """
        Bruselas discute en Ginebra el préstamo a Ucrania

        Los ministros de Finanzas europeos discutieron en Ginebra el préstamo de reparaciones para Ucrania con los
        activos rusos inmovilizados.
    """
    return told("Tribuna", at, text)


@pytest.fixture
def told_stories(tmp_path: Path) -> Path:
    other = loan_is_discussed("2026-03-11 12:00")
    rows: list[tuple[Article, dict[str, object]]] = [(article, {"story": "round"}) for article in ROUND]
    rows.append((other, {"story": "loan"}))
    return folder_of(tmp_path / "stories", rows)


def test_each_article_is_paired_with_those_before_it(told_stories: Path) -> None:
    values, are_one = fit_stories.read_pairs(told_stories)
    assert values.shape == (6, len(ALIKE))
    assert are_one.tolist() == [1, 1, 1, 0, 0, 0]


def test_weights_of_stories_prefer_what_is_one(told_stories: Path) -> None:
    values, are_one = fit_stories.read_pairs(told_stories)
    weights = fit_stories.fit_weights([(values, are_one)])
    scores = [weights.score(row) for row in values]
    assert min(scores[:3]) > 0 > max(scores[3:])


def test_the_command_of_stories_writes_weights_that_can_be_read(told_stories: Path, tmp_path: Path) -> None:
    written = tmp_path / "weights.json"
    fit_stories.main([str(told_stories)], written)
    first = written.read_text(encoding="utf-8")
    fit_stories.main([str(told_stories)], written)
    assert written.read_text(encoding="utf-8") == first
    assert len(load_weights(written, ALIKE).values) == len(ALIKE)


def retelling(name: str) -> list[tuple[Article, dict[str, object]]]:
    steps: list[Step] = SEQUENCES[name]
    novelties = ("new", "repeat")
    return [
        (article, {"developments": [name], "novelty": novelty})
        for (article, _), novelty in zip(steps, novelties, strict=True)
    ]


@pytest.fixture
def told_again(tmp_path: Path) -> Path:
    names = ("an_evening_at_the_kremlin_is_told_again_in_the_morning", "a_resignation_is_told_again_in_the_morning")
    return folder_of(tmp_path / "again", [row for name in names for row in retelling(name)])


def test_what_seems_new_and_was_told_is_looked_at(told_again: Path) -> None:
    looks = list(fit_retold.read_looks(told_again))
    assert [look.is_retold for look in looks] == [True, True]


def test_the_command_of_the_second_look_writes_weights_that_can_be_read(told_again: Path, tmp_path: Path) -> None:
    written = tmp_path / "weights.json"
    fit_retold.main([str(told_again)], written)
    weights = load_weights(written, VALUES)
    assert all(sigmoid(weights.score(look.values)) > 0.5 for look in fit_retold.read_looks(told_again))


def test_without_folders_there_is_nothing_to_learn_from(tmp_path: Path) -> None:
    for command in (fit_stories, fit_retold):
        with pytest.raises(SettingsError, match="No hay de qué aprender"):
            command.main([], tmp_path / "weights.json")


def test_a_command_that_fails_says_so_in_a_sentence() -> None:
    with pytest.raises(SystemExit, match="No hay de qué aprender"):
        fitting.run(lambda _words: fit_stories.main([]))
