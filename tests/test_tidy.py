"""What is forgotten in time, and what is kept for ever."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.compose import tidy_up
from jobs.tidy import TidyReport, tidy
from talks.errors import SettingsError
from talks.settings import Settings, load_settings
from talks.store.articles import article, known_keys, search_articles
from talks.store.chats import leave_chat
from talks.store.connection import Store
from talks.store.outbox import outbox_counts
from talks.store.pauses import pause
from talks.types import Article, Hold, PersonMention, Quote
from tests.steps import (
    NOON,
    an_article_is_stored,
    it_ends,
    it_is_judged_new,
    it_is_read,
    next_delivery,
    somebody_subscribes,
    something_happens,
)

YEAR = timedelta(days=365)
NEXT_YEAR = NOON + YEAR + timedelta(days=1)


def clean(store: Store, **options: object) -> TidyReport:
    wanted: dict[str, object] = {"keep_articles": YEAR, "keep_chats": YEAR, "now": NEXT_YEAR, **options}
    return tidy(store.path, **wanted)  # type: ignore[arg-type]


def an_old_article_told_nothing(store: Store) -> Article:
    old = an_article_is_stored(store)
    it_is_read(
        store,
        old,
        quotes=(Quote("Hubo ronda.", "Peskov", True, 18, 29),),
        people=(PersonMention("Peskov", "Peskov", "portavoz", 0, 6),),
    )
    store.run("DELETE FROM pending")
    return old


def test_an_old_text_that_told_nothing_is_emptied_with_all_that_was_read_in_it(store: Store) -> None:
    old = an_old_article_told_nothing(store)
    assert clean(store).texts == 1
    kept = article(store, old.id)
    assert kept is not None
    assert (kept.title, kept.text) == (old.title, "")
    for table in ("readings", "statements", "role_observations", "facts", "sketches"):
        assert store.rows(f"SELECT * FROM {table}") == []
    assert search_articles(store, ["hubo"], limit=5) == ()
    assert clean(store).texts == 0


def test_its_key_stays_so_that_it_never_comes_in_again(store: Store) -> None:
    an_old_article_told_nothing(store)
    clean(store)
    assert known_keys(store, 1, ["1"]) == {"1"}


def test_what_a_development_is_told_by_stays(store: Store) -> None:
    something_happens(store)
    assert clean(store).texts == 0
    kept = article(store, 1)
    assert kept is not None
    assert kept.text == "Hubo ronda."


def test_what_is_young_or_waits_or_is_ones_own_stays(store: Store) -> None:
    an_old_article_told_nothing(store)
    assert clean(store, now=NOON).texts == 0
    store.run("UPDATE sources SET kind = 'seeds'")
    assert clean(store).texts == 0
    store.run("UPDATE sources SET kind = 'feed'")
    store.run("INSERT INTO pending VALUES (1, 'judge')")
    assert clean(store).texts == 0


def test_nothing_is_forgotten_where_all_is_to_be_kept(store: Store) -> None:
    an_old_article_told_nothing(store)
    somebody_subscribes(store)
    leave_chat(store, 1, 100)
    assert clean(store, keep_articles=None, keep_chats=None) == TidyReport()


def test_settled_deliveries_go_after_three_months_and_those_that_wait_stay(store: Store) -> None:
    for chat_id in (100, 200):
        somebody_subscribes(store, chat_id)
    something_happens(store)
    delivery = next_delivery(store)
    assert delivery is not None
    it_ends(store, delivery, message_id=5)
    assert clean(store, now=NOON + timedelta(days=80)).deliveries == 0
    assert clean(store, now=NOON + timedelta(days=100)).deliveries == 1
    assert outbox_counts(store) == {"ready": 1}


def test_young_deliveries_stay_beside_old_ones(store: Store) -> None:
    somebody_subscribes(store)
    something_happens(store)
    article = an_article_is_stored(store, "2")
    it_is_read(store, article)
    it_is_judged_new(store, article)
    store.run("UPDATE outbox SET state = 'sent'")
    store.run("UPDATE outbox SET created_at = '2027-03-01T00:00:00.000000+00:00' WHERE development_id = 2")
    assert clean(store).deliveries == 1
    assert [row["development_id"] for row in store.rows("SELECT development_id FROM outbox")] == [2]


def test_chats_that_left_a_year_ago_and_pauses_that_are_over_are_dropped(store: Store) -> None:
    somebody_subscribes(store)
    leave_chat(store, 1, 100)
    pause(store, 1, Hold(NOON), now=NOON)
    assert clean(store).chats == 1
    assert store.rows("SELECT * FROM pauses") == []


def test_a_stop_leaves_the_rest_for_the_next_time(store: Store) -> None:
    an_old_article_told_nothing(store)
    assert clean(store, should_stop=lambda: True).texts == 0
    assert clean(store).texts == 1


async def test_the_settings_say_what_is_kept(store: Store) -> None:
    an_old_article_told_nothing(store)
    store.run("UPDATE articles SET published = '2020-01-01T00:00:00.000000+00:00'")
    values = {"data": store.path.parent, "keep_articles_days": 0}
    settings = Settings(_env_file=None).model_copy(update=values)  # type: ignore[call-arg]
    assert (await tidy_up(settings, should_stop=lambda: False)).texts == 0
    kept = settings.model_copy(update={"keep_articles_days": 30})
    assert (await tidy_up(kept, should_stop=lambda: False)).texts == 1


def test_fewer_days_than_articles_are_compared_are_refused() -> None:
    with pytest.raises(SettingsError, match="TREGUA_KEEP_ARTICLES_DAYS vale «7» y se espera .* al menos 30"):
        load_settings(TREGUA_KEEP_ARTICLES_DAYS=7)
