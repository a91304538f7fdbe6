"""What an alert says that has changed: the slot, what was told and what is told now; and which alert it answers."""

from __future__ import annotations

from datetime import timedelta

import pytest

from jobs.digest import judge
from jobs.replay import Replayed
from talks.news.newsroom import Newsroom
from talks.store.articles import PollResult, save_poll, save_readings, unjudged_articles, unread_articles
from talks.store.connection import Store
from talks.store.sources import add_source
from talks.types import Article, ArticleIntent, SlotChange
from tests.news_leaders import leader_receives_the_envoy
from tests.news_rounds import round_is_held
from tests.news_steps import instant, reading_of, through_the_line
from tests.test_news_sequences import SEQUENCES

CHANGES = {
    "a_round_is_announced_and_cancelled": [("status", "planned", "cancelled")],
    "a_round_begins_and_ends_on_one_day": [("status", "planned", "in_progress"), ("status", "in_progress", "held")],
    "a_round_ends_without_agreement": [("status", "planned", "failed")],
    "a_round_is_held_and_the_next_one_is_set": [("status", "planned", "held")],
    "the_second_round_is_followed_by_the_third_in_the_same_city": [("status", "planned", "held")],
    "talks_are_promised_and_get_day_and_place": [("date", "", "2026-04-24")],
    "an_exchange_is_corrected_by_the_agency": [("number", "146 prisioneros", "157 prisioneros")],
    "an_exchange_is_announced_told_in_round_figures_and_carried_out_the_same_evening": [("status", "planned", "held")],
    "a_meeting_is_told_when_it_begins_and_again_when_it_ends_without_compromise": [("outcome", "", "failed")],
    "an_exchange_is_agreed_and_takes_place": [("status", "planned", "held")],
    "a_second_exchange_follows_days_later": [],
    "a_summit_is_proposed_accepted_by_one_and_ruled_out_by_the_other": [("status", "possible", "denied")],
    "a_truce_is_announced_and_broken": [("status", "planned", "failed")],
    "the_same_parties_meet_in_two_cities_in_one_week": [],
    "the_same_spokesman_speaks_on_another_matter_two_days_later": [],
}


def told(name: str, store: Store) -> list[Replayed]:
    return list(through_the_line([article for article, _ in SEQUENCES[name]], store, Newsroom()))


@pytest.mark.parametrize(("name", "expected"), CHANGES.items(), ids=CHANGES.keys())
def test_an_alert_says_what_has_changed(store: Store, name: str, expected: list[tuple[str, str, str]]) -> None:
    developments = [each.verdict.development for each in told(name, store)]
    changes = [each.change for each in developments if each is not None and each.change is not None]
    assert changes == [SlotChange(slot, before, now) for slot, before, now in expected]  # type: ignore[arg-type]


def test_the_end_of_a_round_answers_the_alert_of_its_beginning(store: Store) -> None:
    developments = [each.verdict.development for each in told("a_round_begins_and_ends_on_one_day", store)]
    assert [each and each.answers_id for each in developments] == [None, 1, 2]


def test_a_second_outlet_becomes_a_source_of_the_alert(store: Store) -> None:
    announced, *repeated = told("three_outlets_announce_one_round", store)
    assert announced.is_alert
    assert [each.verdict.corroborates for each in repeated] == [(1,), (1,)]


def test_who_confirms_becomes_a_source_of_the_alert(store: Store) -> None:
    told_first, *confirmed = told("a_round_is_told_by_one_side_and_confirmed_by_two", store)
    assert told_first.is_alert
    assert [each.verdict.corroborates for each in confirmed] == [(1,), (1,)]


def arrives(
    store: Store, newsroom: Newsroom, article: Article, *, at: str, is_history: bool = False
) -> tuple[bool, str]:
    """Whether subscribers are told of an article that is fetched at that hour, and the reason."""
    source = add_source(store, url=f"https://{article.outlet}.example/", title=article.outlet)
    intent = ArticleIntent(
        article.id, article.url, article.outlet, article.title, article.text, article.published, "feed", is_history
    )
    save_poll(store, PollResult(source.id, (intent,), checked_at=instant(at), next_check_at=instant(at)))
    save_readings(store, [(stored, reading_of(article)) for stored in unread_articles(store, limit=1)])
    [(stored, reading)] = unjudged_articles(store, limit=1)
    verdict, is_alert = judge(store, newsroom, stored, reading, now=instant(at), max_age=timedelta(hours=96))
    return is_alert, verdict.reason


def test_an_article_fetched_weeks_after_it_was_published_alerts_nobody(store: Store) -> None:
    is_alert, reason = arrives(store, Newsroom(), round_is_held("2026-03-24 18:20"), at="2026-04-20 09:00")
    assert not is_alert
    assert reason.endswith("No se avisó: se publicó hace más de 96 horas.")


def test_an_article_fetched_the_next_day_alerts(store: Store) -> None:
    is_alert, _ = arrives(store, Newsroom(), round_is_held("2026-03-24 18:20"), at="2026-03-25 07:00")
    assert is_alert


def test_the_backlog_of_a_new_source_alerts_nobody(store: Store) -> None:
    article = leader_receives_the_envoy("2026-03-17 20:30")
    is_alert, _ = arrives(store, Newsroom(), article, at="2026-03-18 09:00", is_history=True)
    assert not is_alert
