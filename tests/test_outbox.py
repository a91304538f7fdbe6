"""The ledger: one row per chat and development, and what each outcome makes of it."""

from datetime import timedelta

from talks.store.chats import count_subscribers, find_chat, leave_chat, move_chat, save_chat, strike_chat
from talks.store.connection import Store
from talks.store.outbox import doubtful_developments, outbox_counts, recover
from talks.store.pauses import pause, pauses
from talks.types import Delivery, Hold
from tests.steps import BOOT, NOON, a_chat, it_ends, next_delivery, somebody_subscribes, something_happens


def claimed(store: Store) -> Delivery:
    delivery = next_delivery(store)
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
    assert next_delivery(store) is None
    it_ends(store, delivery, message_id=7)
    assert outbox_counts(store) == {"sent": 1}


def test_the_newest_development_goes_first(store: Store) -> None:
    somebody_subscribes(store)
    something_happens(store, "1")
    newest = something_happens(store, "2")
    assert claimed(store).development_id == newest


def test_another_bot_never_sends_to_these_chats(store: Store) -> None:
    somebody_subscribes(store, 1, bot_id=1)
    something_happens(store)
    assert next_delivery(store, bot_id=2) is None


def test_a_postponed_row_waits_for_its_hour(store: Store) -> None:
    somebody_subscribes(store)
    something_happens(store)
    it_ends(store, claimed(store), "ready", not_before=NOON + timedelta(seconds=5), error="sin red")
    assert next_delivery(store, now=NOON + timedelta(seconds=4)) is None
    again = next_delivery(store, now=NOON + timedelta(seconds=5))
    assert again is not None
    assert again.attempts == 2


def test_a_clock_that_is_put_back_holds_no_delivery_up(store: Store) -> None:
    somebody_subscribes(store)
    something_happens(store)
    it_ends(store, claimed(store), "ready", not_before=NOON + timedelta(seconds=5), error="sin red")
    assert next_delivery(store, now=NOON - timedelta(hours=1)) is not None


def test_a_chat_in_pause_makes_no_other_wait(store: Store) -> None:
    somebody_subscribes(store, 1)
    somebody_subscribes(store, 2)
    something_happens(store)
    pause(store, 1, Hold(NOON + timedelta(hours=12), chat_id=1), now=NOON)
    assert claimed(store).chat.id == 2
    assert next_delivery(store) is None


def test_a_pause_of_the_whole_bot_holds_everybody_and_a_shorter_one_does_not_shorten_it(store: Store) -> None:
    somebody_subscribes(store)
    something_happens(store)
    pause(store, 1, Hold(NOON + timedelta(seconds=43_837)), now=NOON)
    pause(store, 1, Hold(NOON + timedelta(seconds=3)), now=NOON)
    assert next_delivery(store, now=NOON + timedelta(seconds=43_836)) is None
    assert next_delivery(store, now=NOON + timedelta(seconds=43_837)) is not None
    assert pauses(store, 1, now=NOON) == (Hold(NOON + timedelta(seconds=43_837)),)


def test_what_was_being_sent_in_a_crash_is_in_doubt_and_never_sent_again(store: Store) -> None:
    somebody_subscribes(store)
    told = something_happens(store)
    claimed(store)
    assert recover(store, 1, boot=BOOT, now=NOON) == 1
    assert next_delivery(store) is None
    assert doubtful_developments(store, 1, 100) == (told,)


def test_the_doubt_is_told_once_with_the_next_message(store: Store) -> None:
    somebody_subscribes(store)
    something_happens(store, "1")
    it_ends(store, claimed(store), "ambiguous", error="sin respuesta")
    something_happens(store, "2")
    it_ends(store, claimed(store), message_id=8)
    assert doubtful_developments(store, 1, 100) == ()
    assert outbox_counts(store) == {"told": 1, "sent": 1}


def test_a_dead_letter_stays_dead(store: Store) -> None:
    somebody_subscribes(store)
    something_happens(store)
    it_ends(store, claimed(store), "failed", error="texto rechazado")
    assert outbox_counts(store) == {"failed": 1}
    assert next_delivery(store) is None


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
    assert next_delivery(store) is None
    kept = find_chat(store, 1, 100)
    assert kept is not None
    assert kept.is_subscribed


def test_a_group_that_moves_takes_its_subscription_and_its_waiting_alerts_along(store: Store) -> None:
    somebody_subscribes(store, -5, kind="group", title="Familia")
    something_happens(store)
    move_chat(store, 1, -5, -1005)
    assert claimed(store).chat == a_chat(-1005, kind="supergroup", title="Familia")
    assert find_chat(store, 1, -5) is None
