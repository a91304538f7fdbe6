"""Stories that turn out to be one: when they are joined, and what becomes of their alerts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from jobs.replay import replay
from talks.news.features import features_of
from talks.news.joins import find_joins
from talks.news.likeness import MOST_THEMES
from talks.news.newsroom import Newsroom
from talks.news.pool import Member, Pool
from talks.store.connection import Store
from talks.store.developments import last_developments
from talks.store.mutes import is_muted, mute_story
from talks.store.outbox import outbox_counts
from talks.store.story_joins import joins_after, record_joins
from talks.types import Article, StoryJoin
from tests.news_steps import instant, reading_of, told
from tests.steps import NOON, somebody_subscribes, something_happens


def round_is_announced(at: str) -> Article:
    text = """
        Rusia y Ucrania negociarán el 19 de marzo en Ginebra

        Las delegaciones de Rusia y Ucrania se reunirán el 19 de marzo en Ginebra para negociar un alto el fuego de
        treinta días, confirmó Rustem Umérov, jefe de la delegación ucraniana.
    """
    return told("Agencia Cierzo", at, text)


def delegation_is_named(at: str) -> Article:
    text = """
        Medinski encabezará la delegación rusa en Ginebra

        Vladímir Medinski encabezará la delegación de Rusia que negociará el 19 de marzo en Ginebra con la ucraniana de
        Rustem Umérov un alto el fuego de treinta días.
    """
    return told("Radio Litoral", at, text)


def agenda_is_told(at: str) -> Article:
    text = """
        El alto el fuego de treinta días, primer punto de la ronda de Ginebra

        Rusia y Ucrania empezarán la ronda del 19 de marzo en Ginebra por el alto el fuego de treinta días, según Rustem
        Umérov; Vladímir Medinski llevará otra propuesta a la delegación.
    """
    return told("Prensa Norte", at, text)


def exchange_is_told(at: str) -> Article:
    text = """
        Rusia y Ucrania canjean 150 prisioneros por bando

        Rusia y Ucrania intercambiaron este miércoles 150 prisioneros cada una, con mediación de Emiratos Árabes Unidos.
        Los liberados volvieron por la frontera de Bielorrusia.
    """
    return told("Tribuna", at, text)


ROUND = (
    round_is_announced("2026-03-10 09:00"),
    delegation_is_named("2026-03-10 15:00"),
    agenda_is_told("2026-03-11 08:00"),
)
EXCHANGE = exchange_is_told("2026-03-11 12:00")
LATER_PLAN = told(
    "Tribuna",
    "2026-03-11 09:20",
    """
    Rusia y Ucrania aplazan al 21 de marzo la ronda de Ginebra

    Las delegaciones de Rusia y Ucrania se reunirán en Ginebra el 21 de marzo y no el 19, anunció Rustem Umérov.
    """,
)
HOURS = ("2026-03-11 08:40", "2026-03-11 09:05", "2026-03-11 10:10")


def pool_of(articles: Sequence[Article], stories: Sequence[str]) -> Pool:
    pool = Pool()
    for order, (article, story_id) in enumerate(zip(articles, stories, strict=True)):
        reading = reading_of(article)
        day = article.published.date()
        features, themes = features_of(article, reading), frozenset(reading.themes[:MOST_THEMES])
        pool.add(
            Member(order, article.id, article.outlet, day, story_id, features, (), None, None, themes=themes), today=day
        )
    return pool


def test_two_stories_of_one_round_are_joined_into_the_older() -> None:
    pool = pool_of(ROUND, ["b", "a", "a"])
    assert find_joins(pool, today=ROUND[-1].published.date()) == (StoryJoin("a", "b"),)


def test_other_matters_stay_apart() -> None:
    pool = pool_of((*ROUND, EXCHANGE), ["a", "a", "a", "b"])
    assert find_joins(pool, today=EXCHANGE.published.date()) == ()


def test_stories_that_nobody_tells_any_more_stay_as_they_are() -> None:
    pool = pool_of(ROUND, ["b", "a", "a"])
    assert find_joins(pool, today=ROUND[-1].published.date() + timedelta(days=3)) == ()


def test_what_is_joined_is_one_story_for_the_next_article() -> None:
    pool = pool_of(ROUND, ["b", "a", "a"])
    pool.join("a", "b")
    assert [member.article_id for member in pool.story("b")] == [article.id for article in ROUND]
    assert pool.story("a") == []


def test_alerts_and_silences_go_over_to_the_story_that_goes_on(store: Store) -> None:
    somebody_subscribes(store, 100)
    mute_story(store, 1, 100, story_id="s2", now=NOON)
    something_happens(store, story_id="s2")
    record_joins(store, [StoryJoin("s2", "s1")], now=NOON)
    [development] = last_developments(store, limit=5)
    assert development.intent.story_id == "s1"
    assert is_muted(store, 1, 100, story_id="s1")
    assert not is_muted(store, 1, 100, story_id="s2")


def test_a_chat_that_silenced_both_stories_stays_silent_once(store: Store) -> None:
    for story_id in ("s1", "s2"):
        mute_story(store, 1, 100, story_id=story_id, now=NOON)
    record_joins(store, [StoryJoin("s2", "s1")], now=NOON)
    assert is_muted(store, 1, 100, story_id="s1")


def test_news_of_a_joined_story_is_not_told_where_it_was_silenced(store: Store) -> None:
    somebody_subscribes(store, 100)
    mute_story(store, 1, 100, story_id="s2", now=NOON)
    record_joins(store, [StoryJoin("s2", "s1")], now=NOON)
    something_happens(store, story_id="s1")
    assert outbox_counts(store) == {}


def test_what_waits_of_a_joined_story_is_not_sent_where_the_other_was_silenced(store: Store) -> None:
    somebody_subscribes(store, 100)
    mute_story(store, 1, 100, story_id="s1", now=NOON)
    something_happens(store, story_id="s2")
    record_joins(store, [StoryJoin("s2", "s1")], now=NOON)
    assert outbox_counts(store) == {"failed": 1}


def test_the_verdict_of_the_hour_goes_over_with_its_story(store: Store) -> None:
    parted(store)
    list(replay([LATER_PLAN], store=store, newsroom=Newsroom(), read=reading_of))
    stories = {development.intent.story_id for development in last_developments(store, limit=9)}
    assert "a" not in stories


def test_an_article_beside_the_talks_compares_no_stories(store: Store) -> None:
    parted(store)
    beside = told("Tribuna", "2026-03-11 09:30", "El Atlético gana la liga\n\nEl equipo ganó por tres goles a uno.")
    list(replay([beside], store=store, newsroom=Newsroom(), read=reading_of))
    assert joins_after(store, 0) == ()


def test_a_newsroom_opened_anew_knows_what_was_joined(store: Store) -> None:
    told_of = list(replay(ROUND[:1], store=store, newsroom=Newsroom(), read=reading_of))
    record_joins(store, [StoryJoin(str(told_of[0].story_id), "s99")], now=NOON)
    newsroom = Newsroom()
    [following] = replay(ROUND[1:2], store=store, newsroom=newsroom, read=reading_of)
    assert following.story_id == "s99"


def test_a_story_that_was_joined_twice_goes_on_in_the_last() -> None:
    newsroom = Newsroom()
    newsroom.take_joins([(1, StoryJoin("s3", "s2")), (2, StoryJoin("s2", "s1"))])
    assert newsroom.story_now("s3") == "s1"
    assert newsroom.last_join_id == 2


def parted(store: Store) -> None:
    """The three articles of the round are stored, and the first in a story of its own."""
    list(replay(ROUND, store=store, newsroom=Newsroom(), read=reading_of))
    with store.writing():
        store.run("UPDATE developments SET story_id = 'b' WHERE article_id = 1")
        store.run("UPDATE developments SET story_id = 'a' WHERE article_id > 1")
        store.run("UPDATE verdicts SET story_id = 'b' WHERE id = 1")
        store.run("UPDATE verdicts SET story_id = 'a' WHERE id > 1")


def test_stories_are_joined_with_the_first_article_of_an_hour(store: Store) -> None:
    parted(store)
    newsroom = Newsroom()
    same_hour, next_hour, after = (replace(EXCHANGE, id=at, published=instant(at)) for at in HOURS)
    list(replay([same_hour], store=store, newsroom=newsroom, read=reading_of))
    assert joins_after(store, 0) == ()
    list(replay([next_hour], store=store, newsroom=newsroom, read=reading_of))
    assert [join for _, join in joins_after(store, 0)] == [StoryJoin("a", "b")]
    list(replay([after], store=store, newsroom=newsroom, read=reading_of))
    assert len(joins_after(store, 0)) == 1
    assert newsroom.story_now("a") == "b"


class Confused(Newsroom):
    """It cannot compare stories."""

    def joins_due(self, now: datetime) -> tuple[StoryJoin, ...]:
        raise ZeroDivisionError(now)


def test_a_comparison_that_fails_stops_no_article(store: Store) -> None:
    [replayed] = replay(ROUND[:1], store=store, newsroom=Confused(), read=reading_of)
    assert replayed.is_alert
