"""Whichever outlet is first is told; the one that had been first in the other themes then only repeats it."""

from __future__ import annotations

from dataclasses import replace

from talks.types import Article
from tests.news_exchanges import (
    another_exchange_days_later,
    bodies_are_returned,
    second_outlet_tells_of_another_exchange,
    second_outlet_tells_of_the_bodies,
)
from tests.news_leaders import (
    leader_receives_the_envoy,
    leaders_meet,
    leaders_talk_by_phone,
    second_outlet_tells_of_the_call,
    second_outlet_tells_of_the_talk,
    side_meeting_is_told,
)
from tests.news_mediators import sanctions_are_threatened, second_outlet_tells_of_the_threat
from tests.news_plans import (
    agreement_is_signed,
    plan_is_presented,
    second_outlet_tells_of_the_plan,
    second_outlet_tells_of_the_signature,
    second_outlet_tells_of_the_truce,
    truce_is_announced,
)
from tests.news_rounds import (
    round_is_announced,
    round_is_held,
    second_outlet_repeats_it,
    second_outlet_tells_that_it_was_held,
    third_outlet_repeats_it,
)
from tests.news_statements import (
    leader_gives_a_deadline,
    other_side_replies,
    rumour_is_printed,
    second_outlet_repeats_the_reply,
    second_outlet_repeats_the_rumour,
    second_outlet_tells_of_the_deadline,
)
from tests.news_steps import ALERT, SILENCE, Step


def the_other_way_round(first: Article, second: Article) -> list[Step]:
    """The two articles, with the hours of publication swapped."""
    return [
        (replace(second, id=f"{second.id}-first", published=first.published), ALERT),
        (replace(first, id=f"{first.id}-second", published=second.published), SILENCE),
    ]


MARCH = {"on": "2026-03-19"}
JUNE = {"until": "2026-06-30"}
APRIL = {"start": "2026-04-11", "end": "2026-04-13"}

SEQUENCES: dict[str, list[Step]] = {
    "a_round_is_announced_by_the_daily_first": the_other_way_round(
        round_is_announced("2026-03-10 09:15", **MARCH), second_outlet_repeats_it("2026-03-10 11:40", **MARCH)
    ),
    "a_round_is_announced_by_a_paper_overseas_first": the_other_way_round(
        round_is_announced("2026-03-10 09:15", **MARCH), third_outlet_repeats_it("2026-03-10 16:10", **MARCH)
    ),
    "a_deadline_is_told_by_a_paper_overseas_first": the_other_way_round(
        leader_gives_a_deadline("2026-06-10 21:00", **JUNE),
        second_outlet_tells_of_the_deadline("2026-06-10 22:30", **JUNE),
    ),
    "an_exchange_is_told_by_the_radio_first": the_other_way_round(
        another_exchange_days_later("2026-05-16 11:30"), second_outlet_tells_of_another_exchange("2026-05-16 13:45")
    ),
    "bodies_are_told_of_by_a_paper_overseas_first": the_other_way_round(
        bodies_are_returned("2026-07-14 11:00"), second_outlet_tells_of_the_bodies("2026-07-14 14:20")
    ),
    "a_talk_in_the_kremlin_is_told_by_a_paper_overseas_first": the_other_way_round(
        leader_receives_the_envoy("2026-03-17 20:30"), second_outlet_tells_of_the_talk("2026-03-17 22:10")
    ),
    "a_call_is_told_by_the_daily_first": the_other_way_round(
        leaders_talk_by_phone("2026-05-19 17:40"), second_outlet_tells_of_the_call("2026-05-19 19:05")
    ),
    "two_leaders_meet_and_the_radio_tells_it_first": the_other_way_round(
        leaders_meet("2026-04-25 13:00"), side_meeting_is_told("2026-04-25 14:30")
    ),
    "a_reply_is_told_by_the_radio_first": the_other_way_round(
        other_side_replies("2026-04-13 17:15"), second_outlet_repeats_the_reply("2026-04-13 19:00")
    ),
    "a_rumour_is_told_by_the_radio_first": the_other_way_round(
        rumour_is_printed("2026-07-07 08:00"), second_outlet_repeats_the_rumour("2026-07-07 09:30")
    ),
    "a_plan_is_told_by_a_paper_overseas_first": the_other_way_round(
        plan_is_presented("2026-03-11 19:00"), second_outlet_tells_of_the_plan("2026-03-11 21:00")
    ),
    "a_signature_is_told_by_a_paper_overseas_first": the_other_way_round(
        agreement_is_signed("2026-07-02 18:00"), second_outlet_tells_of_the_signature("2026-07-02 20:30")
    ),
    "a_truce_is_told_by_the_daily_first": the_other_way_round(
        truce_is_announced("2026-04-08 17:00", **APRIL), second_outlet_tells_of_the_truce("2026-04-08 18:30", **APRIL)
    ),
    "the_end_of_a_round_is_told_by_the_daily_first": the_other_way_round(
        round_is_held("2026-03-24 18:20"), second_outlet_tells_that_it_was_held("2026-03-24 20:45")
    ),
    "a_threat_of_sanctions_is_told_by_a_paper_overseas_first": the_other_way_round(
        sanctions_are_threatened("2026-06-02 19:00"), second_outlet_tells_of_the_threat("2026-06-02 21:00")
    ),
}
