"""Articles in the store: identity, order, the line from stored to read to judged."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from talks.store.articles import (
    PollResult,
    known_keys,
    renamed_keys,
    save_poll,
    save_readings,
    search_articles,
    unjudged_articles,
    unread_articles,
)
from talks.store.connection import Store
from talks.store.developments import read_article, record_verdict
from talks.store.people import last_statements, roles_seen, unknown_people
from talks.store.sources import (
    active_sources,
    add_source,
    due_sources,
    move_source,
    record_failure,
    remove_source,
    source_urls,
)
from talks.types import ParsedEntry, PersonMention, Quote, Verdict
from tests.steps import NOON, an_article_is_stored, an_intent, it_is_read


def test_the_same_key_of_a_source_is_stored_once(store: Store) -> None:
    source = add_source(store, url="https://a.example/rss", title="A")
    poll = PollResult(source.id, (an_intent("1"), an_intent("2")), checked_at=NOON, next_check_at=NOON)
    assert save_poll(store, poll) == 2
    assert save_poll(store, poll) == 0


def test_validators_are_saved_with_the_entries_or_not_at_all(store: Store) -> None:
    source = add_source(store, url="https://a.example/rss", title="A")
    broken = replace(an_intent("2"), title=None)  # type: ignore[arg-type]
    poll = PollResult(source.id, (an_intent("1"), broken), checked_at=NOON, next_check_at=NOON, etag='"v2"')
    with pytest.raises(Exception, match="NOT NULL"):
        save_poll(store, poll)
    assert active_sources(store)[0].etag is None
    assert unread_articles(store, limit=9) == ()


def test_the_first_poll_primes_a_source(store: Store) -> None:
    source = add_source(store, url="https://a.example/rss", title="A")
    assert not source.is_primed
    save_poll(store, PollResult(source.id, (), checked_at=NOON, next_check_at=NOON))
    assert active_sources(store)[0].is_primed


def test_a_feed_without_a_title_of_its_own_takes_the_one_it_says(store: Store) -> None:
    source = add_source(store, url="https://a.example/rss", title="")
    save_poll(store, PollResult(source.id, (), checked_at=NOON, next_check_at=NOON, title="Diario A"))
    assert active_sources(store)[0].title == "Diario A"


def test_a_feed_that_moved_for_good_is_polled_at_its_new_address(store: Store) -> None:
    source = add_source(store, url="https://a.example/rss", title="A")
    moved = PollResult(source.id, (), checked_at=NOON, next_check_at=NOON, url="https://b.example/rss")
    save_poll(store, moved)
    assert active_sources(store)[0].url == "https://b.example/rss"


def test_a_feed_that_moves_to_the_address_of_another_keeps_its_own(store: Store) -> None:
    add_source(store, url="https://b.example/rss", title="B")
    source = add_source(store, url="https://a.example/rss", title="A")
    save_poll(store, PollResult(source.id, (), checked_at=NOON, next_check_at=NOON, url="https://b.example/rss"))
    assert {each.url for each in active_sources(store)} == {"https://a.example/rss", "https://b.example/rss"}


def test_a_feed_that_moved_is_still_known_by_its_old_address(store: Store) -> None:
    source = add_source(store, url="https://viejo.example/rss", title="Diario")
    move_source(store, source.id, "https://nuevo.example/rss")
    assert source_urls(store) == {"https://viejo.example/rss", "https://nuevo.example/rss"}
    assert add_source(store, url="https://viejo.example/rss", title="").id == source.id
    assert remove_source(store, "https://viejo.example/rss")


def test_a_feed_that_moves_back_is_where_it_was(store: Store) -> None:
    source = add_source(store, url="https://a.example/rss", title="Diario")
    move_source(store, source.id, "https://b.example/rss")
    move_source(store, source.id, "https://a.example/rss")
    assert [each.url for each in active_sources(store)] == ["https://a.example/rss"]
    assert add_source(store, url="https://b.example/rss", title="").id == source.id


def test_a_feed_that_is_taken_up_again_has_its_backlog_to_read_first(store: Store) -> None:
    an_article_is_stored(store)
    url = active_sources(store)[0].url
    assert add_source(store, url=url, title="").is_primed
    remove_source(store, url)
    assert not add_source(store, url=url, title="").is_primed


@pytest.mark.parametrize(
    ("changes", "is_renamed"),
    [
        ({}, True),
        ({"url": "https://diario.example/otra"}, True),
        ({"published": None}, True),
        ({"published": NOON + timedelta(hours=1)}, False),
        ({"published": None, "url": "https://diario.example/otra"}, False),
        ({"published": None, "url": ""}, False),
        ({"title": "Otra ronda"}, False),
        ({"key": "1"}, False),
    ],
)
def test_an_item_with_a_new_guid_and_nothing_else_new_is_known(
    store: Store, changes: dict[str, Any], is_renamed: bool
) -> None:
    stored = an_article_is_stored(store, "1")
    entry = ParsedEntry(key="2", url=stored.url, title=stored.title, text="Hubo ronda.", published=NOON)
    entry = replace(entry, **changes)
    source = active_sources(store)[0]
    assert renamed_keys(store, source.id, [entry]) == ({"2"} if is_renamed else set())


def test_a_failure_postpones_the_next_check_and_a_success_forgets_it(store: Store) -> None:
    source = add_source(store, url="https://a.example/rss", title="A")
    record_failure(store, source.id, error="no responde", now=NOON, next_check_at=NOON + timedelta(hours=1))
    assert due_sources(store, now=NOON + timedelta(minutes=59)) == ()
    failed = due_sources(store, now=NOON + timedelta(hours=1))[0]
    assert (failed.failures, failed.last_error) == (1, "no responde")
    save_poll(store, PollResult(source.id, (), checked_at=NOON, next_check_at=NOON))
    assert (active_sources(store)[0].failures, active_sources(store)[0].last_error) == (0, None)


def test_a_clock_that_is_put_back_holds_no_feed_up(store: Store) -> None:
    an_article_is_stored(store)
    assert due_sources(store, now=NOON + timedelta(seconds=1)) == ()
    assert due_sources(store, now=NOON - timedelta(hours=1)) == active_sources(store)


def test_a_removed_feed_is_not_polled_but_remembered(store: Store) -> None:
    add_source(store, url="https://a.example/rss", title="A")
    assert remove_source(store, "https://a.example/rss")
    assert not remove_source(store, "https://a.example/rss")
    assert active_sources(store) == ()
    assert source_urls(store) == {"https://a.example/rss"}


def test_known_keys_are_those_of_the_same_source(store: Store) -> None:
    an_article_is_stored(store, "1", outlet="Uno")
    other = add_source(store, url="https://dos.example/rss", title="Dos")
    first = add_source(store, url="https://uno.example/rss", title="Uno")
    assert known_keys(store, first.id, ["1", "2"]) == {"1"}
    assert known_keys(store, other.id, ["1", "2"]) == frozenset()


def test_an_article_goes_from_unread_to_unjudged_to_done(store: Store) -> None:
    article = an_article_is_stored(store)
    reading = it_is_read(store, article)
    assert unread_articles(store, limit=9) == ()
    assert unjudged_articles(store, limit=9) == ((article, reading),)
    record_verdict(store, Verdict(article.id, None, "offtopic", "No trata de esto."), now=NOON, is_alert=False)
    assert unjudged_articles(store, limit=9) == ()


def test_a_reading_is_stored_once_however_often_it_is_saved(store: Store) -> None:
    article = an_article_is_stored(store)
    reading = it_is_read(store, article)
    save_readings(store, [(article, reading)])
    assert read_article(store, article.id) == (article, reading)


def test_older_publications_are_judged_first(store: Store) -> None:
    new = an_article_is_stored(store, "new", published=NOON)
    old = an_article_is_stored(store, "old", published=NOON - timedelta(hours=3))
    for article in (new, old):
        it_is_read(store, article)
    assert [article.id for article, _ in unjudged_articles(store, limit=9)] == [old.id, new.id]


def test_of_one_minute_the_fullest_text_is_judged_first_whoever_was_asked_first(store: Store) -> None:
    teaser = an_article_is_stored(store, "1", outlet="Uno", text="Hubo ronda.")
    full = an_article_is_stored(store, "2", outlet="Dos", text="Hubo ronda. Las partes volverán a verse en un mes.")
    for article in (teaser, full):
        it_is_read(store, article)
    assert [article.id for article, _ in unjudged_articles(store, limit=9)] == [full.id, teaser.id]


def test_words_are_found_without_accents_and_never_as_query_syntax(store: Store) -> None:
    an_article_is_stored(store, text="La delegación llegó a Estambul.")
    assert len(search_articles(store, ["delegacion", "estambul"], limit=5)) == 1
    assert search_articles(store, ['" OR "', "NEAR(", "title:x*"], limit=5) == ()


def test_the_last_statements_of_a_person_come_newest_first_and_once(store: Store) -> None:
    words = "seguiremos trabajando con todos los socios"
    for n, outlet in enumerate(("Uno", "Dos")):
        article = an_article_is_stored(
            store, str(n), outlet=outlet, title="T", text=f"«{words}»", published=NOON + timedelta(hours=n)
        )
        quote = Quote(words, "Dmitri Peskov", True, 4, 4 + len(words), speaker_id="peskov")
        it_is_read(store, article, quotes=(quote,))
    assert [statement.text for statement in last_statements(store, "peskov", limit=3)] == [words]


def test_roles_seen_and_people_unknown_to_the_lexicon_are_kept(store: Store) -> None:
    for n, outlet in enumerate(("Uno", "Dos")):
        article = an_article_is_stored(store, str(n), outlet=outlet)
        person = PersonMention("Olena Nova", "Olena Nova", "viceministra ucraniana", 0, 10)
        it_is_read(store, article, people=(person,))
    assert unknown_people(store) == (("?Olena Nova", "Olena Nova"),)
    seen = roles_seen(store, "?Olena Nova", limit=3)
    assert [(each.role, each.date) for each in seen] == [("viceministra ucraniana", "2026-03-10")]
