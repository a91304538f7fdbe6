"""Articles that turn out to be of another story: when they are moved, and what becomes of their alerts."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from jobs.replay import replay, replay_each
from talks.news.features import features_of
from talks.news.likeness import MOST_THEMES
from talks.news.newsroom import Newsroom
from talks.news.pool import Member, Pool
from talks.news.stories import find_moves
from talks.store.connection import Store
from talks.store.developments import last_developments
from talks.store.mutes import is_muted, mute_story
from talks.store.outbox import outbox_counts
from talks.store.story_moves import moves_after, record_moves, story_of
from talks.store.values import stamp
from talks.types import Article, StoryMove
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


TODAY = EXCHANGE.published.date()


def test_two_stories_of_one_round_become_the_one_that_has_more_of_it() -> None:
    pool = pool_of(ROUND, ["b", "a", "a"])
    assert find_moves(pool, today=TODAY) == (StoryMove(ROUND[0].id, "a"),)


def test_of_equals_the_story_goes_on_that_began_first() -> None:
    pool = pool_of(ROUND[:2], ["b", "a"])
    assert find_moves(pool, today=TODAY) == (StoryMove(ROUND[1].id, "b"),)


def test_other_matters_stay_apart() -> None:
    pool = pool_of((*ROUND, EXCHANGE), ["a", "a", "a", "b"])
    assert find_moves(pool, today=TODAY) == ()


def test_an_article_that_was_put_into_a_story_too_soon_begins_one() -> None:
    pool = pool_of((*ROUND, EXCHANGE), ["a", "a", "a", "a"])
    assert find_moves(pool, today=TODAY) == (StoryMove(EXCHANGE.id, f"s{EXCHANGE.id}"),)


def test_a_new_story_has_a_name_that_none_has() -> None:
    pool = pool_of((*ROUND, EXCHANGE), [f"s{EXCHANGE.id}"] * 4)
    assert find_moves(pool, today=TODAY) == (StoryMove(EXCHANGE.id, f"s{EXCHANGE.id}.2"),)


def test_a_copy_goes_with_its_text() -> None:
    pool = pool_of((*ROUND, EXCHANGE), ["a", "a", "a", "a"])
    pool.add(replace(pool.members[-1], order=9, article_id="copy", copy_of=EXCHANGE.id), today=TODAY)
    pool.add(replace(pool.members[-1], order=10, article_id="cut", copy_of="copy"), today=TODAY)
    moved = {move.article_id: move.story_id for move in find_moves(pool, today=TODAY)}
    assert moved == dict.fromkeys((EXCHANGE.id, "copy", "cut"), f"s{EXCHANGE.id}")


def test_what_is_settled_stays_where_it_is() -> None:
    pool = pool_of(ROUND, ["b", "a", "a"])
    assert find_moves(pool, today=TODAY + timedelta(days=20)) == ()


def test_once_moved_nothing_moves_again() -> None:
    pool = pool_of((*ROUND, EXCHANGE), ["b", "a", "c", "c"])
    pool.move({move.article_id: move.story_id for move in find_moves(pool, today=TODAY)})
    assert find_moves(pool, today=TODAY) == ()


def test_what_is_moved_is_one_story_for_the_next_article() -> None:
    pool = pool_of(ROUND, ["b", "a", "a"])
    pool.move({ROUND[1].id: "b", ROUND[2].id: "b"})
    assert [member.article_id for member in pool.story("b")] == [article.id for article in ROUND]
    assert pool.story("a") == []


def of_the_first(story_id: str) -> StoryMove:
    """The article of the first development that `something_happens` tells, which is stored first."""
    return StoryMove("1", story_id)


def test_the_last_alert_of_a_story_takes_its_silence_along(store: Store) -> None:
    somebody_subscribes(store, 100)
    mute_story(store, 1, 100, story_id="s2", now=NOON)
    something_happens(store, story_id="s2")
    record_moves(store, [of_the_first("s1")], now=NOON)
    [development] = last_developments(store, limit=5)
    assert development.intent.story_id == "s1"
    assert is_muted(store, 1, 100, story_id="s1")
    assert not is_muted(store, 1, 100, story_id="s2")


def test_a_story_that_goes_on_keeps_its_silence_for_itself(store: Store) -> None:
    somebody_subscribes(store, 100)
    mute_story(store, 1, 100, story_id="s2", now=NOON)
    something_happens(store, story_id="s2")
    something_happens(store, "2", story_id="s2")
    record_moves(store, [of_the_first("s1")], now=NOON)
    assert is_muted(store, 1, 100, story_id="s2")
    assert not is_muted(store, 1, 100, story_id="s1")


def test_alerts_of_last_month_do_not_hold_a_silence_back(store: Store) -> None:
    something_happens(store, story_id="s2")
    something_happens(store, "2", story_id="s2")
    store.run("UPDATE developments SET created_at = ? WHERE article_id = 2", stamp(NOON - timedelta(days=20)))
    mute_story(store, 1, 100, story_id="s2", now=NOON)
    record_moves(store, [of_the_first("s1")], now=NOON)
    assert is_muted(store, 1, 100, story_id="s1")


def test_a_chat_that_silenced_both_stories_stays_silent_once(store: Store) -> None:
    something_happens(store, story_id="s2")
    for story_id in ("s1", "s2"):
        mute_story(store, 1, 100, story_id=story_id, now=NOON)
    record_moves(store, [of_the_first("s1")], now=NOON)
    assert is_muted(store, 1, 100, story_id="s1")
    assert not is_muted(store, 1, 100, story_id="s2")


def test_news_of_a_moved_story_is_not_told_where_it_was_silenced(store: Store) -> None:
    something_happens(store, story_id="s2")
    somebody_subscribes(store, 100)
    mute_story(store, 1, 100, story_id="s2", now=NOON)
    record_moves(store, [of_the_first("s1")], now=NOON)
    something_happens(store, "2", story_id="s1")
    assert outbox_counts(store) == {}


def test_what_waits_of_a_moved_article_is_not_sent_where_its_new_story_was_silenced(store: Store) -> None:
    somebody_subscribes(store, 100)
    mute_story(store, 1, 100, story_id="s1", now=NOON)
    something_happens(store, story_id="s2")
    record_moves(store, [of_the_first("s1")], now=NOON)
    assert outbox_counts(store) == {"failed": 1}


def test_moves_that_every_process_has_seen_are_forgotten(store: Store) -> None:
    something_happens(store, story_id="s2")
    record_moves(store, [of_the_first("s1")], now=NOON)
    record_moves(store, [of_the_first("s3")], now=NOON + timedelta(days=31))
    assert [move for _, move in moves_after(store, 0)] == [of_the_first("s3")]
    assert story_of(store, "1") == "s3"


def test_a_move_after_a_long_calm_has_a_number_that_no_process_has_seen(store: Store) -> None:
    something_happens(store, story_id="s2")
    record_moves(store, [of_the_first("s1")], now=NOON)
    [(seen, _)] = moves_after(store, 0)
    record_moves(store, [], now=NOON + timedelta(days=31))
    record_moves(store, [of_the_first("s3")], now=NOON + timedelta(days=32))
    assert [move for _, move in moves_after(store, seen)] == [of_the_first("s3")]


def test_an_article_that_nobody_judged_is_in_no_story(store: Store) -> None:
    assert story_of(store, "1") is None


def test_the_story_of_the_hour_is_settled_with_the_next(store: Store) -> None:
    parted(store)
    told_of = replay([LATER_PLAN], store=store, newsroom=Newsroom(), read=reading_of)
    stories = {development.intent.story_id for development in last_developments(store, limit=9)}
    assert stories == {told_of[0].story_id}


def test_an_article_beside_the_talks_compares_no_stories(store: Store) -> None:
    parted(store)
    beside = told("Tribuna", "2026-03-11 09:30", "El Atlético gana la liga\n\nEl equipo ganó por tres goles a uno.")
    list(replay_each([beside], store=store, newsroom=Newsroom(), read=reading_of))
    assert moves_after(store, 0) == ()


def test_a_newsroom_opened_anew_knows_what_was_moved(store: Store) -> None:
    replay(ROUND[:1], store=store, newsroom=Newsroom(), read=reading_of)
    record_moves(store, [of_the_first("s99")], now=NOON)
    [following] = replay(ROUND[1:2], store=store, newsroom=Newsroom(), read=reading_of)
    assert following.story_id == "s99"


def test_a_newsroom_at_work_takes_the_moves_of_another(store: Store) -> None:
    newsroom = Newsroom()
    list(replay_each(ROUND[:1], store=store, newsroom=newsroom, read=reading_of))
    list(replay_each([EXCHANGE], store=store, newsroom=newsroom, read=reading_of))
    record_moves(store, [of_the_first("s99")], now=NOON)
    [following] = replay_each(ROUND[1:2], store=store, newsroom=newsroom, read=reading_of)
    assert following.story_id == "s99"


def parted(store: Store) -> None:
    """The three articles of the round are stored, and the first in a story of its own."""
    list(replay_each(ROUND, store=store, newsroom=Newsroom(), read=reading_of))
    with store.writing():
        store.run("UPDATE developments SET story_id = 'b' WHERE article_id = 1")
        store.run("UPDATE developments SET story_id = 'a' WHERE article_id > 1")
        store.run("UPDATE verdicts SET story_id = 'b' WHERE id = 1")
        store.run("UPDATE verdicts SET story_id = 'a' WHERE id > 1")


def test_stories_are_settled_with_the_first_article_of_an_hour(store: Store) -> None:
    parted(store)
    newsroom = Newsroom()
    same_hour, next_hour, after = (replace(EXCHANGE, id=at, published=instant(at)) for at in HOURS)
    list(replay_each([same_hour], store=store, newsroom=newsroom, read=reading_of))
    assert moves_after(store, 0) == ()
    list(replay_each([next_hour], store=store, newsroom=newsroom, read=reading_of))
    assert [move for _, move in moves_after(store, 0)] == [of_the_first("a")]
    list(replay_each([after], store=store, newsroom=newsroom, read=reading_of))
    assert len(moves_after(store, 0)) == 1


class Confused(Newsroom):
    """It cannot compare stories."""

    def moves_due(self, now: datetime) -> tuple[StoryMove, ...]:
        raise ZeroDivisionError(now)


def test_a_comparison_that_fails_stops_no_article(store: Store) -> None:
    [replayed] = replay_each(ROUND[:1], store=store, newsroom=Confused(), read=reading_of)
    assert replayed.is_alert


class Watched(Newsroom):
    """It knows of each comparison whether others could write meanwhile."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path, self.is_free = path, list[bool]()

    def moves_due(self, now: datetime) -> tuple[StoryMove, ...]:
        with closing(sqlite3.connect(self.path, timeout=0, isolation_level=None)) as other:
            try:
                other.execute("BEGIN IMMEDIATE")
                self.is_free.append(True)
            except sqlite3.OperationalError:
                self.is_free.append(False)
        return super().moves_due(now)


def test_stories_are_compared_before_the_lock_is_taken(store: Store) -> None:
    newsroom = Watched(store.path)
    list(replay_each(ROUND[:1], store=store, newsroom=newsroom, read=reading_of))
    assert newsroom.is_free == [True, False]
