"""The ledger over kills, power failures, pauses, a clock that jumps and developments that overtake others."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from jobs.boot import boot_id
from talks.store.chats import unsubscribe_chat
from talks.store.connection import Store
from talks.store.outbox import begin, doubt_what_waited, hold_back, outbox_counts, recover, release, reserve, settle
from talks.store.pauses import is_paused, pause, pauses, tidy_pauses
from talks.store.revisions import pending_edits
from talks.types import Delivery, Hold, Settlement
from tests.steps import BOOT, NOON, it_ends, next_delivery, somebody_subscribes, something_happens

HOUR = timedelta(hours=1)


def subscribers(store: Store, number: int) -> None:
    for chat_id in range(1, number + 1):
        somebody_subscribes(store, chat_id)


def sent(store: Store, **how: object) -> Delivery:
    delivery = next_delivery(store)
    assert delivery is not None
    it_ends(store, delivery, message_id=7, **how)
    return delivery


def test_what_was_only_reserved_has_not_left_when_the_process_is_killed(store: Store) -> None:
    subscribers(store, 3)
    something_happens(store)
    reserve(store, 1, now=NOON, boot=BOOT, limit=3)
    assert recover(store, 1, boot=BOOT, now=NOON) == 0
    assert len(reserve(store, 1, now=NOON, boot=BOOT, limit=9)) == 3


def test_after_a_power_failure_all_that_was_reserved_is_in_doubt(store: Store) -> None:
    subscribers(store, 3)
    something_happens(store)
    reserve(store, 1, now=NOON, boot=BOOT, limit=2)
    assert recover(store, 1, boot="otro arranque", now=NOON) == 2
    assert outbox_counts(store) == {"ambiguous": 2, "ready": 1}


def test_what_waited_in_a_copy_may_have_been_sent_since_and_is_not_sent_again(store: Store) -> None:
    subscribers(store, 3)
    told = something_happens(store)
    sent(store)
    next_delivery(store)
    assert doubt_what_waited(store) == 2
    assert next_delivery(store) is None
    something_happens(store, "2")
    assert [each.missed for each in (next_delivery(store), next_delivery(store)) if each] == [(), (told,)]


def test_a_reserved_row_is_not_reserved_again_until_it_is_given_back(store: Store) -> None:
    subscribers(store, 1)
    something_happens(store)
    assert len(reserve(store, 1, now=NOON, boot=BOOT, limit=9)) == 1
    assert reserve(store, 1, now=NOON, boot=BOOT, limit=9) == ()
    release(store, 1)
    assert len(reserve(store, 1, now=NOON, boot=BOOT, limit=9)) == 1


def test_who_leaves_after_the_row_was_reserved_gets_nothing(store: Store) -> None:
    subscribers(store, 1)
    something_happens(store)
    reserved = reserve(store, 1, now=NOON, boot=BOOT, limit=1)
    unsubscribe_chat(store, 1, 1)
    assert begin(store, reserved, now=NOON) == (None,)


def test_a_chat_that_is_paused_after_its_row_was_reserved_gets_it_later(store: Store) -> None:
    subscribers(store, 1)
    something_happens(store)
    reserved = reserve(store, 1, now=NOON, boot=BOOT, limit=1)
    pause(store, 1, Hold(NOON + HOUR, 1), now=NOON)
    assert begin(store, reserved, now=NOON) == (None,)
    assert next_delivery(store, now=NOON + HOUR) is not None


def test_the_next_rows_are_marked_in_the_transaction_that_settles_the_last(store: Store) -> None:
    subscribers(store, 3)
    something_happens(store)
    first, *others = reserve(store, 1, now=NOON, boot=BOOT, limit=3)
    (delivery,) = begin(store, [first], now=NOON)
    assert delivery is not None
    begin(store, others, [Settlement(delivery, "sent", message_id=7)], now=NOON)
    assert outbox_counts(store) == {"sent": 1, "sending": 2}


def test_settling_twice_changes_nothing(store: Store) -> None:
    subscribers(store, 1)
    something_happens(store)
    delivery = sent(store)
    settle(store, [Settlement(delivery, "sent", message_id=7)], now=NOON)
    assert outbox_counts(store) == {"sent": 1}


def test_a_chat_whose_turn_is_far_away_waits_in_the_store(store: Store) -> None:
    subscribers(store, 2)
    something_happens(store)
    reserve(store, 1, now=NOON, boot=BOOT, limit=1)
    hold_back(store, 1, 1, [Hold(NOON + HOUR, 1)], now=NOON)
    assert [each.chat_id for each in reserve(store, 1, now=NOON, boot=BOOT, limit=9)] == [2]
    assert [each.chat_id for each in reserve(store, 1, now=NOON + HOUR, boot=BOOT, limit=9)] == [1]


def test_of_two_developments_that_wait_the_later_one_alone_is_sent(store: Store) -> None:
    subscribers(store, 1)
    first = something_happens(store, "1")
    second = something_happens(store, "2", answers_id=first)
    assert sent(store).development_id == second
    assert next_delivery(store) is None
    assert outbox_counts(store) == {"superseded": 1, "sent": 1}


def test_what_has_left_is_answered_and_what_waits_elsewhere_is_passed_over(store: Store) -> None:
    subscribers(store, 2)
    first = something_happens(store, "1")
    assert sent(store).chat.id == 1
    something_happens(store, "2", answers_id=first)
    found = [next_delivery(store), next_delivery(store)]
    assert [(each.chat.id, each.answers) for each in found if each] == [(1, 7), (2, None)]


def test_what_is_on_its_way_is_not_passed_over(store: Store) -> None:
    subscribers(store, 1)
    first = something_happens(store, "1")
    on_its_way = next_delivery(store)
    something_happens(store, "2", answers_id=first)
    it_ends(store, on_its_way, message_id=7)
    assert sent(store).answers == 7


def test_the_last_of_three_answers_the_first_where_the_second_never_left(store: Store) -> None:
    subscribers(store, 1)
    first = something_happens(store, "1")
    sent(store)
    second = something_happens(store, "2", answers_id=first)
    something_happens(store, "3", answers_id=second)
    assert sent(store).answers == 7


def test_a_chat_that_did_not_want_the_later_one_keeps_the_earlier(store: Store) -> None:
    subscribers(store, 1)
    first = something_happens(store, "1")
    something_happens(store, "2", answers_id=first, is_alert=False)
    assert sent(store).development_id == first


def test_an_alert_is_marked_with_the_revision_that_it_showed(store: Store) -> None:
    subscribers(store, 2)
    first = something_happens(store, "1")
    shown = sent(store)
    something_happens(store, "2", answers_id=first, is_alert=False)
    assert [edit.id for edit in pending_edits(store, 1, now=NOON, limit=9)] == [shown.id]
    sent(store)
    assert [edit.id for edit in pending_edits(store, 1, now=NOON, limit=9)] == [shown.id]


def test_pauses_hold_over_a_restart(store: Store) -> None:
    subscribers(store, 2)
    something_happens(store)
    pause(store, 1, Hold(NOON + timedelta(seconds=43_837), 1), now=NOON)
    recover(store, 1, boot=BOOT, now=NOON)
    late = NOON + timedelta(seconds=43_836)
    assert [each.chat_id for each in reserve(store, 1, now=late, boot=BOOT, limit=9)] == [2]
    assert pauses(store, 1, now=late) == (Hold(NOON + timedelta(seconds=43_837), 1),)


def test_a_pause_that_begins_in_the_future_begins_anew(store: Store) -> None:
    """The clock was set back by an hour: half a minute stays half a minute."""
    pause(store, 1, Hold(NOON + timedelta(seconds=30)), now=NOON)
    earlier = NOON - HOUR
    tidy_pauses(store, 1, now=earlier)
    assert is_paused(store, 1, now=earlier + timedelta(seconds=29))
    assert not is_paused(store, 1, now=earlier + timedelta(seconds=30))


def test_pauses_that_are_over_are_forgotten(store: Store) -> None:
    pause(store, 1, Hold(NOON + HOUR, 5), now=NOON)
    tidy_pauses(store, 1, now=NOON + HOUR)
    assert store.rows("SELECT * FROM pauses") == []


def test_what_is_written_is_on_the_disk_and_a_mark_is_not_waited_for(store: Store) -> None:
    def level() -> int:
        return int(store.rows("PRAGMA synchronous")[0][0])

    with store.writing():
        written = level()
    with store.marking():
        marked = level()
    assert (written, marked, level()) == (2, 1, 2)


def test_a_start_of_the_machine_has_one_name_for_all_processes(tmp_path: Path) -> None:
    (tmp_path / "boot_id").write_text("abc\n", encoding="ascii")
    assert boot_id(tmp_path / "boot_id") == boot_id(tmp_path / "boot_id") == "abc"


def test_where_the_machine_does_not_tell_every_process_is_a_start_of_its_own(tmp_path: Path) -> None:
    assert boot_id(tmp_path / "nada") != boot_id(tmp_path / "nada")


def test_the_next_row_is_found_without_walking_those_that_were_sent(store: Store) -> None:
    plan = store.rows(
        "EXPLAIN QUERY PLAN SELECT id FROM outbox WHERE state = 'ready' AND bot_id = 1 ORDER BY development_id DESC, id"
    )
    assert "outbox_next" in plan[0]["detail"]
    assert len(plan) == 1


def test_a_first_subscription_gets_nothing_of_what_was_before(store: Store) -> None:
    subscribers(store, 1)
    for key in ("1", "2", "3", "4"):
        something_happens(store, key)
    somebody_subscribes(store, 9)
    assert store.rows("SELECT * FROM outbox WHERE chat_id = 9") == []
