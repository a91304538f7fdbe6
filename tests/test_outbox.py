"""The ledger: one row per chat and development, and what each outcome makes of it."""

from datetime import timedelta

from talks.store.chats import count_subscribers, find_chat, leave_chat, move_chat, save_chat, strike_chat
from talks.store.connection import Store
from talks.store.outbox import (
    claim_delivery,
    doubtful_developments,
    mark_ambiguous,
    mark_failed,
    mark_sent,
    outbox_counts,
    pause,
    pauses,
    postpone,
    recover_interrupted,
)
from talks.types import Delivery
from tests.steps import NOON, a_chat, somebody_subscribes, something_happens


def claimed(store: Store) -> Delivery:
    delivery = claim_delivery(store, 1, now=NOON)
    assert delivery is not None
    return delivery


def test_every_subscribed_chat_gets_one_row_and_nobody_else(store: Store) -> None:
    somebody_subscribes(store, 1)
    somebody_subscribes(store, 2)
    somebody_subscribes(store, 3, is_subscribed=False)
    something_happens(store)
    assert outbox_counts(store) == {"ready": 2}


def test_a_development_that_is_no_alert_reaches_nobody(store: Store) -> None:
    somebody_subscribes(store)
    something_happens(store, is_alert=False)
    assert outbox_counts(store) == {}


def test_a_row_is_claimed_once_and_sent_once(store: Store) -> None:
    somebody_subscribes(store)
    something_happens(store)
    delivery = claimed(store)
    assert claim_delivery(store, 1, now=NOON) is None
    mark_sent(store, delivery, message_id=7, now=NOON)
    assert outbox_counts(store) == {"sent": 1}


def test_the_newest_development_goes_first(store: Store) -> None:
    somebody_subscribes(store)
    something_happens(store, "1")
    newest = something_happens(store, "2")
    assert claimed(store).development_id == newest


def test_another_bot_never_sends_to_these_chats(store: Store) -> None:
    somebody_subscribes(store, 1, bot_id=1)
    something_happens(store)
    assert claim_delivery(store, 2, now=NOON) is None


def test_a_postponed_row_waits_for_its_hour(store: Store) -> None:
    somebody_subscribes(store)
    something_happens(store)
    postpone(store, claimed(store), until=NOON + timedelta(seconds=5), error="sin red")
    assert claim_delivery(store, 1, now=NOON + timedelta(seconds=4)) is None
    again = claim_delivery(store, 1, now=NOON + timedelta(seconds=5))
    assert again is not None
    assert again.attempts == 2


def test_a_clock_that_is_put_back_holds_no_delivery_up(store: Store) -> None:
    somebody_subscribes(store)
    something_happens(store)
    postpone(store, claimed(store), until=NOON + timedelta(seconds=5), error="sin red")
    assert claim_delivery(store, 1, now=NOON - timedelta(hours=1)) is not None


def test_a_chat_in_pause_makes_no_other_wait(store: Store) -> None:
    somebody_subscribes(store, 1)
    somebody_subscribes(store, 2)
    something_happens(store)
    pause(store, 1, chat_id=1, until=NOON + timedelta(hours=12))
    assert claimed(store).chat.id == 2
    assert claim_delivery(store, 1, now=NOON) is None


def test_a_pause_of_the_whole_bot_holds_everybody_and_a_shorter_one_does_not_shorten_it(store: Store) -> None:
    somebody_subscribes(store)
    something_happens(store)
    pause(store, 1, until=NOON + timedelta(seconds=43_837))
    pause(store, 1, until=NOON + timedelta(seconds=3))
    assert claim_delivery(store, 1, now=NOON + timedelta(seconds=43_836)) is None
    assert claim_delivery(store, 1, now=NOON + timedelta(seconds=43_837)) is not None
    assert pauses(store, 1, now=NOON) == {0: NOON + timedelta(seconds=43_837)}


def test_what_was_being_sent_in_a_crash_is_in_doubt_and_never_sent_again(store: Store) -> None:
    somebody_subscribes(store)
    told = something_happens(store)
    claimed(store)
    assert recover_interrupted(store, 1) == 1
    assert claim_delivery(store, 1, now=NOON) is None
    assert doubtful_developments(store, 1, 100) == (told,)


def test_the_doubt_is_told_once_with_the_next_message(store: Store) -> None:
    somebody_subscribes(store)
    something_happens(store, "1")
    mark_ambiguous(store, claimed(store), error="sin respuesta")
    something_happens(store, "2")
    mark_sent(store, claimed(store), message_id=8, now=NOON)
    assert doubtful_developments(store, 1, 100) == ()
    assert outbox_counts(store) == {"told": 1, "sent": 1}


def test_a_dead_letter_stays_dead(store: Store) -> None:
    somebody_subscribes(store)
    something_happens(store)
    mark_failed(store, claimed(store), error="texto rechazado")
    assert outbox_counts(store) == {"failed": 1}
    assert claim_delivery(store, 1, now=NOON) is None


def test_three_strikes_make_a_chat_gone_and_writing_again_brings_it_back(store: Store) -> None:
    chat = somebody_subscribes(store)
    assert [strike_chat(store, 1, 100) for _ in range(3)] == [False, False, True]
    assert count_subscribers(store) == 0
    save_chat(store, chat, now=NOON)
    assert count_subscribers(store) == 1


def test_a_chat_that_left_gets_nothing_more_and_keeps_its_settings(store: Store) -> None:
    somebody_subscribes(store)
    something_happens(store)
    leave_chat(store, 1, 100)
    assert claim_delivery(store, 1, now=NOON) is None
    kept = find_chat(store, 1, 100)
    assert kept is not None
    assert kept.is_subscribed


def test_a_group_that_moves_takes_its_subscription_and_its_waiting_alerts_along(store: Store) -> None:
    somebody_subscribes(store, -5, kind="group", title="Familia")
    something_happens(store)
    move_chat(store, 1, -5, -1005)
    assert claimed(store).chat == a_chat(-1005, kind="supergroup", title="Familia")
    assert find_chat(store, 1, -5) is None
