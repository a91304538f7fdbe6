"""What is no longer asked for leaves the memory: the bot runs for years in one process."""

from __future__ import annotations

import gc
import weakref

from benchmarks.texts import article
from talks.news.features import features_of
from talks.news.focus import focus_of
from talks.types import Reading, Relevance


def test_an_article_that_left_the_pool_is_not_remembered_by_what_it_turned_around() -> None:
    features = features_of(article(1, characters=400), Reading(Relevance(0.9, "central")))
    assert focus_of(features) is focus_of(features)
    gone = weakref.ref(features)
    del features
    gc.collect()
    assert gone() is None
