"""What holds for every stream of news: restarts, repetition and the order in an hour change nothing that matters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from jobs.replay import Replayed, replay
from talks.news.newsroom import Newsroom
from talks.store.connection import Store, open_store
from talks.types import Article
from tests.news_steps import outcome, reading_of, through_the_line
from tests.test_news_sequences import SEQUENCES

STREAM = sorted(
    {article.id: article for steps in SEQUENCES.values() for article, _ in steps}.values(),
    key=lambda each: (each.published, each.id),
)
"""All articles of all sequences as one stream, five months long."""
Told = tuple[str, str, str | None, str, bool]
"""Article, outcome, story, reason, and whether subscribers have what it tells: from it or from another."""
FEW = 0.05
TOLD_TOGETHER = (
    "a_round_is_announced_repeated_moved_and_held",
    "the_second_round_is_followed_by_the_third_in_the_same_city",
    "a_visit_is_announced_cancelled_and_rescheduled",
    "a_second_exchange_follows_days_later",
    "sanctions_are_threatened_repeated_imposed_and_answered",
    "a_meeting_is_thought_of_dated_and_held",
    "a_summit_is_proposed_accepted_by_one_and_ruled_out_by_the_other",
    "an_agreed_exchange_is_said_to_be_suspended_and_the_other_side_denies_it",
    "a_spokesman_sets_a_condition_and_two_outlets_repeat_it",
    "a_deadline_is_given_repeated_and_played_down",
    "a_claim_is_denied_and_confirmed_after_all",
    "a_plan_is_presented_studied_and_rejected",
    "an_agreement_is_signed_told_again_and_ratified",
    "a_truce_is_announced_and_joined",
    "an_envoy_meets_both_sides_in_one_city_on_one_day",
    "a_round_of_two_days",
    "a_visit_becomes_likely_and_takes_place",
    "two_leaders_talk_by_phone_and_a_second_outlet_tells_it",
    "two_leaders_meet_and_another_outlet_tells_it",
    "europeans_agree_on_a_force_and_moscow_answers",
    "a_negotiator_is_appointed_and_a_second_outlet_tells_it",
    "two_mediators_offer_their_houses",
    "the_union_wants_a_seat_and_names_its_envoy",
    "two_things_in_one_article_and_one_of_them_told_alone",
    "an_anniversary_is_kept",
)
"""Stories that have nothing to do with each other."""


def told(replayed: Replayed) -> Told:
    verdict = replayed.verdict
    is_known = replayed.is_alert or bool(verdict.corroborates)
    return replayed.article.id, outcome(replayed), verdict.story_id, verdict.reason, is_known


def verdicts(path: Path, stream: Iterable[Article]) -> list[Told]:
    with closing(open_store(path)) as store:
        return [told(each) for each in through_the_line(stream, store, Newsroom())]


def verdicts_at_once(path: Path, articles: Sequence[Article]) -> list[Told]:
    """The articles wait together, as after a round of polling."""
    with closing(open_store(path)) as store:
        return [told(each) for each in replay(articles, store=store, newsroom=Newsroom(), read=reading_of)]


def verdicts_with_restarts(path: Path, stream: Iterable[Article]) -> list[Told]:
    """Store and newsroom are opened anew for every article."""

    def lines() -> Iterator[Replayed]:
        for article in stream:
            with closing(open_store(path)) as store:
                yield from through_the_line([article], store, Newsroom())

    return [told(each) for each in lines()]


def shuffled_within_the_hour(stream: Iterable[Article], random: Random) -> list[Article]:
    """The articles of an hour swap their minutes."""
    hours: dict[str, list[Article]] = defaultdict(list)
    for article in stream:
        hours[f"{article.published:%m-%d %H}"].append(article)
    swapped = []
    for articles in hours.values():
        minutes = [each.published for each in articles]
        random.shuffle(articles)
        swapped += [replace(each, published=at) for each, at in zip(articles, minutes, strict=True)]
    return swapped


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> list[Told]:
    """The verdicts on the stream as it is."""
    return verdicts(tmp_path_factory.mktemp("stream") / "tregua.db", STREAM)


def test_the_same_stream_twice_gives_the_same_verdicts(tmp_path: Path, known: list[Told]) -> None:
    assert verdicts(tmp_path / "again.db", STREAM) == known


def test_a_restart_after_every_article_changes_no_verdict(tmp_path: Path) -> None:
    stream = STREAM[:30]
    assert verdicts_with_restarts(tmp_path / "1.db", stream) == verdicts(tmp_path / "2.db", stream)


@pytest.mark.parametrize("seed", [1, 2])
def test_the_order_of_arrival_within_a_minute_changes_nothing(tmp_path: Path, seed: int) -> None:
    minute = [replace(article, published=STREAM[0].published) for article in STREAM[:12]]
    other = Random(seed).sample(minute, k=len(minute))
    assert verdicts_at_once(tmp_path / "1.db", other) == verdicts_at_once(tmp_path / "2.db", minute)


@pytest.mark.parametrize("seed", [1, 2])
def test_the_order_within_an_hour_changes_hardly_any_alert(tmp_path: Path, known: list[Told], seed: int) -> None:
    other = verdicts(tmp_path / "shuffled.db", shuffled_within_the_hour(STREAM, Random(seed)))
    assert abs(len(alerts(known)) - len(alerts(other))) <= FEW * len(alerts(known))
    for some, others in ((known, other), (other, known)):
        assert len(alerts(some) - known_to_subscribers(others)) <= FEW * len(alerts(some))


def alerts(verdicts: Iterable[Told]) -> set[str]:
    return {article for article, outcome, _, _, _ in verdicts if outcome.startswith("alert")}


def known_to_subscribers(verdicts: Iterable[Told]) -> set[str]:
    """The articles whose development was told, by them or by another outlet before."""
    return {article for article, _, _, _, is_known in verdicts if is_known}


def test_stories_told_at_the_same_time_do_not_hide_each_other(store: Store) -> None:
    expected = {article.id: want.split(":")[0] for name in TOLD_TOGETHER for article, want in SEQUENCES[name]}
    stream = [article for article in STREAM if article.id in expected]
    seen = {each.article.id: outcome(each).split(":")[0] for each in through_the_line(stream, store, Newsroom())}
    assert seen == expected
