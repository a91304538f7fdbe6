"""What subscribers get of a story as it unfolds: each sequence of steps through the whole line."""

from __future__ import annotations

import pytest

from talks.news.newsroom import Newsroom
from talks.store.connection import Store
from tests import (
    news_alone,
    news_asides,
    news_confirmations,
    news_copies,
    news_desks,
    news_echoes,
    news_encounters,
    news_exchanges,
    news_firsts,
    news_insisting,
    news_leaders,
    news_mediators,
    news_noise,
    news_outcomes,
    news_papers,
    news_plans,
    news_reliefs,
    news_retold,
    news_rounds,
    news_scenes,
    news_series,
    news_statements,
    news_truces,
    news_voices,
)
from tests.news_steps import Step, as_far_as_expected, outcome, through_the_line

THEMES = (
    news_rounds, news_series, news_encounters, news_leaders, news_exchanges, news_statements, news_plans,
    news_voices, news_mediators, news_papers, news_copies, news_desks, news_noise, news_firsts,
    news_alone, news_confirmations, news_truces, news_reliefs, news_insisting, news_asides, news_echoes, news_retold,
    news_outcomes, news_scenes,
)  # fmt: skip
SEQUENCES: dict[str, list[Step]] = {name: steps for theme in THEMES for name, steps in theme.SEQUENCES.items()}


@pytest.mark.parametrize("steps", SEQUENCES.values(), ids=SEQUENCES.keys())
def test_each_step_gets_what_an_editor_would_give_it(store: Store, steps: list[Step]) -> None:
    articles, expected = zip(*steps, strict=True)
    seen = [outcome(each) for each in through_the_line(articles, store, Newsroom())]
    assert as_far_as_expected(seen, expected) == list(expected)
