"""A chat can silence a story, leave, and find a long filter again."""

from datetime import timedelta

from talks.store.chats import find_chat, move_chat, unsubscribe_chat
from talks.store.connection import Store
from talks.store.filters import KEPT_FOR, filter_key, keep_filter, kept_filter
from talks.store.mutes import is_muted, mute_story, mute_story_of, unmute_story, unmute_story_of
from talks.store.outbox import outbox_counts
from talks.store.releases import release_due
from talks.store.story_moves import record_moves
from talks.store.wishes import save_wishes
from talks.types import StoryMove, Wishes
from tests.steps import NOON, a_chat, next_delivery, somebody_subscribes, something_happens


def test_a_silenced_story_is_not_told_to_that_chat_any_more(store: Store) -> None:
    somebody_subscribes(store, 100)
    somebody_subscribes(store, 200)
    mute_story(store, 1, 100, story_id="s1", now=NOON)
    something_happens(store)
    delivery = next_delivery(store)
    assert delivery
    assert delivery.chat.id == 200
    assert next_delivery(store) is None


def test_what_waits_of_a_silenced_story_is_dropped(store: Store) -> None:
    somebody_subscribes(store)
    something_happens(store)
    mute_story(store, 1, 100, story_id="s1", now=NOON)
    assert outbox_counts(store) == {"failed": 1}


def test_a_digest_that_waits_is_sent_without_the_silenced_story(store: Store) -> None:
    somebody_subscribes(store)
    save_wishes(store, 1, 100, Wishes(mode="digest", digest_hour=0))
    told = [something_happens(store, key, story_id=f"s{key}") for key in ("1", "2", "3")]
    assert release_due(store, 1, now=NOON) == 1
    mute_story(store, 1, 100, story_id="s3", now=NOON)
    mute_story(store, 1, 100, story_id="s1", now=NOON)
    delivery = next_delivery(store)
    assert delivery
    assert (delivery.development_id, delivery.bundle) == (told[1], (told[1],))


def test_a_digest_of_the_silenced_story_alone_is_dropped(store: Store) -> None:
    somebody_subscribes(store)
    save_wishes(store, 1, 100, Wishes(mode="digest", digest_hour=0))
    for key in ("1", "2"):
        something_happens(store, key)
    assert release_due(store, 1, now=NOON) == 1
    mute_story(store, 1, 100, story_id="s1", now=NOON)
    assert outbox_counts(store) == {"failed": 1}


def test_another_story_is_still_told(store: Store) -> None:
    somebody_subscribes(store)
    mute_story(store, 1, 100, story_id="s1", now=NOON)
    something_happens(store, story_id="s2")
    assert next_delivery(store)


def test_a_story_can_be_heard_again(store: Store) -> None:
    somebody_subscribes(store)
    mute_story(store, 1, 100, story_id="s1", now=NOON)
    mute_story(store, 1, 100, story_id="s1", now=NOON)
    unmute_story(store, 1, 100, story_id="s1")
    something_happens(store)
    assert next_delivery(store)


def test_an_alert_that_moved_since_it_was_sent_silences_the_story_that_it_is_in_now(store: Store) -> None:
    somebody_subscribes(store)
    told = something_happens(store, story_id="s1")
    record_moves(store, [StoryMove("1", "s2")], now=NOON)
    mute_story_of(store, 1, 100, told, now=NOON)
    assert [is_muted(store, 1, 100, story_id=story_id) for story_id in ("s1", "s2")] == [False, True]
    unmute_story_of(store, 1, 100, told)
    assert not is_muted(store, 1, 100, story_id="s2")


def test_of_an_alert_that_is_not_known_nothing_is_silenced(store: Store) -> None:
    somebody_subscribes(store)
    mute_story_of(store, 1, 100, 7, now=NOON)
    unmute_story_of(store, 1, 100, 7)
    assert store.rows("SELECT * FROM chat_mutes") == []


def test_what_a_group_silenced_follows_it_to_the_supergroup(store: Store) -> None:
    somebody_subscribes(store, -5, kind="group")
    mute_story(store, 1, -5, story_id="s1", now=NOON)
    move_chat(store, 1, -5, -1005)
    assert is_muted(store, 1, -1005, story_id="s1")
    assert not is_muted(store, 1, -5, story_id="s1")


def test_who_leaves_gets_nothing_of_what_waits_and_keeps_the_rest(store: Store) -> None:
    somebody_subscribes(store)
    something_happens(store)
    assert unsubscribe_chat(store, 1, 100)
    assert not unsubscribe_chat(store, 1, 100)
    assert next_delivery(store) is None
    assert find_chat(store, 1, 100) == a_chat(is_subscribed=False)


def test_a_long_filter_is_found_by_its_key_until_nobody_asks_for_it(store: Store) -> None:
    keep_filter(store, "desde agosto", now=NOON)
    assert kept_filter(store, filter_key("desde agosto")) == "desde agosto"
    keep_filter(store, "otro", now=NOON + KEPT_FOR + timedelta(days=1))
    assert kept_filter(store, filter_key("desde agosto")) is None
