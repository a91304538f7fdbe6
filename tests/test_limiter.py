"""The pace of messages: overall, in a chat, in a group, by lane, and the halts that Telegram orders."""

from __future__ import annotations

from collections.abc import Coroutine
from itertools import count, pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from telegram.error import BadRequest, RetryAfter

from bot.limiter import MOST_CHATS, ChatHeld, LaneLimiter, Window, seconds_of
from tests.faketime import FakeTime


class Sending:
    """A limiter on a fake clock, and when which message left."""

    def __init__(self) -> None:
        self.time = FakeTime()
        self.limiter = LaneLimiter(clock=self.time.clock, sleep=self.time.sleep)
        self.sent: list[tuple[float, object]] = []

    def send(
        self, chat_id: object, *, lane: Any = None, endpoint: str = "sendMessage", name: object = None
    ) -> Coroutine[Any, Any, Any]:
        async def call() -> bool:
            self.sent.append((self.time.now - 1000, chat_id if name is None else name))
            return True

        return self.limiter.process_request(call, (), {}, endpoint, {"chat_id": chat_id}, lane)

    def failing(self, chat_id: object, error: Exception, *, lane: Any = None, times: int = 1) -> Any:
        errors = [error] * times

        async def call() -> bool:
            self.sent.append((self.time.now - 1000, chat_id))
            if errors:
                raise errors.pop()
            return True

        return self.limiter.process_request(call, (), {}, "sendMessage", {"chat_id": chat_id}, lane)

    @property
    def times(self) -> list[float]:
        return [when for when, _ in self.sent]


async def test_different_chats_go_at_thirty_a_second() -> None:
    sending = Sending()
    await sending.time.run(*(sending.send(chat) for chat in range(1, 91)))
    assert sending.times == [0.0] * 30 + [1.0] * 30 + [2.0] * 30


async def test_one_chat_gets_a_small_burst_and_then_one_a_second_on_average() -> None:
    sending = Sending()
    await sending.time.run(*(sending.send(7) for _ in range(7)))
    assert sending.times == [0.0] * 3 + [3.0] * 3 + [6.0]


async def test_messages_of_a_chat_keep_their_order() -> None:
    sending = Sending()
    await sending.time.run(*(sending.send(7, name=number) for number in range(12)))
    assert [name for _, name in sending.sent] == list(range(12))


@pytest.mark.parametrize("chat_id", [-100123, "-100123", "@canal"])
async def test_a_group_or_channel_gets_twenty_a_minute(chat_id: object) -> None:
    sending = Sending()
    for _ in range(20):
        await sending.time.run(sending.send(chat_id))
    (refused,) = await sending.time.run(sending.send(chat_id))
    assert isinstance(refused, ChatHeld)
    assert 35 < seconds_of(refused) <= 60
    await sending.time.run(sending.time.sleep(seconds_of(refused)), sending.send(9))
    await sending.time.run(sending.send(chat_id))
    assert sending.times[-1] >= 60


async def test_the_minute_of_a_group_begins_when_its_message_has_arrived() -> None:
    """A message that was long on its way reaches the server later than it left; the next may be quicker."""
    sending = Sending()

    async def slow() -> None:
        await sending.time.sleep(0.4)

    first = sending.limiter.process_request(slow, (), {}, "sendMessage", {"chat_id": -5}, None)
    await sending.time.run(first)
    await sending.time.run(*(sending.send(-5) for _ in range(19)), sending.time.sleep(59.6))
    assert not sending.limiter.take_now(-5, "reply")
    await sending.time.run(sending.time.sleep(0.5))
    assert sending.limiter.take_now(-5, "reply")


async def test_a_full_group_does_not_hold_up_other_chats() -> None:
    sending = Sending()
    await sending.time.run(*(sending.send(-5, name=f"g{n}") for n in range(6)), sending.send(8))
    assert (0.0, 8) in sending.sent


async def test_replies_go_before_alerts() -> None:
    sending = Sending()
    alerts = [sending.send(chat, lane="alert") for chat in range(1, 61)]
    replies = [sending.send(chat, name="reply") for chat in range(101, 121)]
    await sending.time.run(*alerts, *replies)
    assert [when for when, name in sending.sent if name == "reply"] == [0.0] * 20
    assert sending.times[-1] < 2.7


async def test_alerts_are_spread_over_the_second_so_that_a_reply_waits_for_one_and_not_for_thirty() -> None:
    sending = Sending()
    alerts = [sending.send(chat, lane="alert") for chat in range(1, 121)]

    async def ask() -> float:
        await sending.time.sleep(2.017)
        await sending.send(500, name="reply")
        return sending.time.now - 1002.017

    *_, waited = await sending.time.run(*alerts, ask())
    assert waited < 2 / 30
    assert all(later - earlier > 0.1 for earlier, later in zip(sending.times, sending.times[6:], strict=False))


async def test_alerts_keep_the_full_pace() -> None:
    sending = Sending()
    await sending.time.run(*(sending.send(chat, lane="alert") for chat in range(1, 301)))
    assert 300 / sending.times[-1] > 30 * 0.99


@pytest.mark.parametrize(
    "endpoint", ["answerCallbackQuery", "deleteMessage", "sendChatAction", "getChatMember", "setMyCommands"]
)
async def test_what_costs_nothing_is_never_held_up(endpoint: str) -> None:
    sending = Sending()
    sending.limiter.hold(20)
    await sending.time.run(*(sending.send(7, endpoint=endpoint) for _ in range(50)))
    assert sending.times == [0.0] * 50


async def test_edits_count_as_messages() -> None:
    sending = Sending()
    await sending.time.run(*(sending.send(7, endpoint="editMessageText") for _ in range(4)))
    assert sending.times == [0.0, 0.0, 0.0, 3.0]


async def test_a_halt_of_one_chat_is_kept_to_the_last_instant_and_no_other_chat_waits() -> None:
    sending = Sending()
    await sending.time.run(sending.failing(7, RetryAfter(17)), sending.send(8))
    assert sending.sent == [(0.0, 7), (0.0, 8), (17.0, 7)]


async def test_when_a_second_chat_is_refused_the_halt_is_for_all() -> None:
    sending = Sending()
    refused = [sending.failing(chat, RetryAfter(17), lane="alert") for chat in (7, 8)]
    errors = await sending.time.run(*refused)
    assert [(seconds_of(error), error.all_seconds) for error in errors] == [(17, 0), (17, 17)]
    await sending.time.run(sending.send(9))
    assert sending.times[-1] == 17.0


async def test_chats_that_are_refused_with_others_served_in_between_hold_nobody_else() -> None:
    sending = Sending()
    await sending.time.run(sending.failing(7, RetryAfter(17), lane="alert"))
    await sending.time.run(sending.send(9))
    (error,) = await sending.time.run(sending.failing(8, RetryAfter(17), lane="alert"))
    assert error.all_seconds == 0


async def test_a_long_halt_is_handed_back_at_once_and_others_find_out_whether_it_is_for_them() -> None:
    sending = Sending()
    errors = [
        *(await sending.time.run(sending.failing(7, RetryAfter(43_837), lane="alert"))),
        *(await sending.time.run(sending.failing(8, RetryAfter(43_837), lane="alert"))),
        *(await sending.time.run(sending.time.sleep(8))),
        *(await sending.time.run(sending.failing(9, RetryAfter(43_829), lane="alert"))),
    ]
    held = [error for error in errors if error is not None]
    assert [(seconds_of(error), error.all_seconds) for error in held] == [(43_837, 0), (43_837, 8), (43_829, 16)]


async def test_a_held_chat_is_not_asked_again_before_its_time() -> None:
    sending = Sending()
    await sending.time.run(sending.failing(7, RetryAfter(43_837), lane="alert"))
    (again,) = await sending.time.run(sending.send(7, lane="alert"))
    assert isinstance(again, ChatHeld)
    assert seconds_of(again) == 43_837
    assert len(sending.sent) == 1


async def test_a_turn_that_was_taken_before_is_not_waited_for_again() -> None:
    sending = Sending()
    assert sending.limiter.take_now(7, "alert")
    await sending.time.run(sending.send(7, lane="taken"))
    assert sending.times == [0.0]


async def test_a_turn_that_is_not_there_is_not_taken() -> None:
    sending = Sending()
    assert [sending.limiter.take_now(7, "reply") for _ in range(4)] == [True, True, True, False]


async def test_without_a_limit_only_halts_hold() -> None:
    sending = Sending()
    sending.limiter = LaneLimiter(rate=0, clock=sending.time.clock, sleep=sending.time.sleep)
    await sending.time.run(*(sending.send(7, lane="alert") for _ in range(100)))
    await sending.time.run(sending.failing(7, RetryAfter(4)))
    assert sending.times == [0.0] * 101 + [4.0]


async def test_an_alert_does_not_wait_long_for_its_chat_and_names_only_that_chat() -> None:
    sending = Sending()
    await sending.time.run(*(sending.send(-5) for _ in range(20)))
    (refused,) = await sending.time.run(sending.send(-5, lane="alert"))
    assert isinstance(refused, ChatHeld)
    await sending.time.run(sending.send(8, lane="alert"))
    assert sending.sent[-1][1] == 8


async def test_an_alert_is_handed_back_rather_than_wait_seconds_for_its_chat() -> None:
    sending = Sending()
    await sending.time.run(*(sending.send(7) for _ in range(3)))
    (refused,) = await sending.time.run(sending.send(7, lane="alert"))
    assert isinstance(refused, ChatHeld)
    assert seconds_of(refused) == 3


async def test_a_chat_that_has_had_enough_is_named_though_time_passes_while_it_is_found_out() -> None:
    ticks = count(1_000)
    limiter = LaneLimiter(clock=lambda: next(ticks) / 1_000)
    assert [limiter.take_now(7, "reply") for _ in range(4)] == [True, True, True, False]
    with pytest.raises(ChatHeld):
        await limiter.take(7, "alert")


async def test_of_two_halts_the_longer_counts() -> None:
    sending = Sending()
    sending.limiter.hold(20)
    sending.limiter.hold(5)
    await sending.time.run(sending.send(7))
    assert sending.times == [20.0]


async def test_other_errors_pass_through_untouched() -> None:
    sending = Sending()
    error = BadRequest("Chat not found")
    assert await sending.time.run(sending.failing(7, error)) == [error]


async def test_chats_at_rest_are_forgotten() -> None:
    sending = Sending()
    for first in range(0, MOST_CHATS + 600, 25):
        await sending.time.run(*(sending.send(chat) for chat in range(first + 1, first + 26)), sending.time.sleep(1))
    assert len(sending.limiter._chats) <= MOST_CHATS


@given(
    limit=st.integers(1, 30),
    seconds=st.floats(0.5, 60),
    gaps=st.lists(st.floats(0, 10), max_size=80),
)
@settings(deadline=None)
def test_no_stretch_of_time_holds_more_than_a_window_allows(limit: int, seconds: float, gaps: list[float]) -> None:
    window, now, taken = Window(limit, seconds), 0.0, []
    for gap in gaps:
        now = window.free_at(now + gap)
        window.take(now)
        taken.append(now)
    assert all(later >= earlier for earlier, later in pairwise(taken))
    assert all(later - earlier >= seconds - 1e-6 for earlier, later in zip(taken, taken[limit:], strict=False))
