"""Who is told at once, who later, and when «later» comes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from talks.store.chats import leave_chat, move_chat, unsubscribe_chat
from talks.store.connection import Store
from talks.store.mutes import mute_story
from talks.store.outbox import outbox_counts
from talks.store.releases import is_quiet, release_due
from talks.store.tracing import trace
from talks.store.wishes import follow_key, save_timezone, save_wishes, wishes_of
from talks.types import Wishes
from tests.steps import NOON, next_delivery, somebody_subscribes, something_happens


def chat_wants(store: Store, wishes: Wishes, chat_id: int = 100) -> None:
    somebody_subscribes(store, chat_id)
    save_wishes(store, 1, chat_id, wishes)


def released(store: Store, now: datetime) -> int:
    return release_due(store, 1, now=now)


def test_wishes_come_back_as_they_were_kept(store: Store) -> None:
    wishes = Wishes("digest", 7, 4, 22, 6, NOON)
    chat_wants(store, wishes)
    follow_key(store, 1, 100, "theme:territorio", now=NOON)
    assert wishes_of(store, 1, 100) == Wishes("digest", 7, 4, 22, 6, NOON, ("theme:territorio",))
    assert wishes_of(store, 1, 999) == Wishes()


@pytest.mark.parametrize(
    ("wishes", "fields", "rows"),
    [
        (Wishes(), {}, 1),
        (Wishes("important"), {"importance": 1}, 0),
        (Wishes("important"), {"importance": 2}, 1),
        (Wishes("followed"), {"importance": 3}, 0),
        (Wishes("digest"), {}, 0),
        (Wishes(paused_until=NOON + timedelta(hours=1)), {}, 0),
        (Wishes(paused_until=NOON - timedelta(hours=1)), {}, 1),
        (Wishes(quiet_from=12, quiet_until=14), {}, 0),
        (Wishes(quiet_from=14, quiet_until=12), {}, 1),
        (Wishes(quiet_from=9, quiet_until=9), {}, 1),
        (Wishes(quiet_from=23, quiet_until=14), {}, 0),
    ],
)
def test_a_development_goes_out_at_once_only_where_that_is_wanted(
    store: Store, wishes: Wishes, fields: dict[str, object], rows: int
) -> None:
    chat_wants(store, wishes)
    something_happens(store, **fields)
    assert outbox_counts(store).get("ready", 0) == rows


def test_whoever_follows_somebody_is_told_in_every_mode(store: Store) -> None:
    chat_wants(store, Wishes("followed"))
    follow_key(store, 1, 100, "person:Rustem Umérov", now=NOON)
    something_happens(store, importance=1)
    assert outbox_counts(store) == {"ready": 1}


def test_quiet_hours_are_those_of_the_chats_zone(store: Store) -> None:
    for chat_id, zone in ((100, "Europe/Madrid"), (200, "America/Bogota")):
        chat_wants(store, Wishes(quiet_from=5, quiet_until=9), chat_id)
        save_timezone(store, 1, chat_id, zone)
    something_happens(store)
    claimed = next_delivery(store)
    assert claimed is not None
    assert (claimed.chat.id, next_delivery(store)) == (100, None)


def test_what_was_held_goes_out_once_as_one_row(store: Store) -> None:
    chat_wants(store, Wishes(paused_until=NOON + timedelta(hours=1)))
    ids = [something_happens(store, str(n)) for n in range(3)]
    assert trace(store, 1, 100, ids[0]) is not None
    assert released(store, NOON) == 0
    assert [released(store, NOON + timedelta(hours=2)) for _ in range(2)] == [1, 0]
    delivery = next_delivery(store)
    assert delivery is not None
    assert delivery.bundle == tuple(reversed(ids))
    assert trace(store, 1, 100, ids[0]) is not None


def test_what_was_held_for_a_chat_that_left_goes_away(store: Store) -> None:
    for chat_id in (100, 200, 300):
        chat_wants(store, Wishes("digest"), chat_id)
    something_happens(store)
    leave_chat(store, 1, 100)
    unsubscribe_chat(store, 1, 200)
    mute_story(store, 1, 300, story_id="s1", now=NOON)
    assert released(store, NOON + timedelta(days=2)) == 0
    assert outbox_counts(store) == {}


def test_what_was_held_follows_a_group_that_moves(store: Store) -> None:
    chat_wants(store, Wishes("digest"), -5)
    follow_key(store, 1, -5, "theme:territorio", now=NOON)
    something_happens(store)
    move_chat(store, 1, -5, -1005)
    assert wishes_of(store, 1, -1005) == Wishes("digest", follows=("theme:territorio",))
    assert released(store, datetime(2026, 3, 10, 20, 0, tzinfo=UTC)) == 1


def test_a_digest_hour_holds_through_a_change_of_the_clocks(store: Store) -> None:
    chat_wants(store, Wishes("digest", digest_hour=9))
    something_happens(store)
    assert released(store, datetime(2026, 3, 29, 6, 59, tzinfo=UTC)) == 0
    assert released(store, datetime(2026, 3, 29, 7, 0, tzinfo=UTC)) == 1


@pytest.mark.parametrize(
    ("first", "last", "hour", "quiet"),
    [(23, 8, 23, True), (23, 8, 7, True), (23, 8, 8, False), (9, 12, 10, True), (9, 12, 12, False), (5, 5, 5, False),
     (None, None, 3, False)],
)  # fmt: skip
def test_quiet_hours_may_pass_midnight(first: int | None, last: int | None, hour: int, quiet: bool) -> None:
    assert is_quiet(Wishes(quiet_from=first, quiet_until=last), hour) is quiet
