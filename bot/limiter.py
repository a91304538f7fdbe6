"""Never faster than Telegram allows, replies before alerts.

At most 30 messages a second in all, alerts spread evenly over it so that a reply never waits for a burst of them; one a
second in a chat after a small burst, 20 a minute in a group or channel. A halt that Telegram orders is kept to the last
instant, on the monotonic clock: by the chat it was answered to, and by the whole token where a second chat is refused
before any message was accepted. Edits count as messages; answers to buttons, actions and deletions are free.
"""

from __future__ import annotations

import asyncio
import math
import time
from collections import deque
from collections.abc import Awaitable, Callable, Coroutine, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from telegram.error import RetryAfter
from telegram.ext import BaseRateLimiter

Lane = Literal["reply", "alert", "taken"]
"""`taken`: an alert whose turn has been waited for before."""
LANES: tuple[Lane, ...] = ("reply", "alert")

OVERALL = 30
"""Messages a second that are free of charge."""
IN_A_CHAT = (3, 3.0)
IN_A_GROUP = (20, 60.0)
PATIENCE = {"reply": 30.0, "alert": 5.0}
"""Longer waits than this are refused with RetryAfter: an alert is better kept in the outbox than in memory."""
OWN_PATIENCE = {"reply": 30.0, "alert": 0.1}
"""The same where it is its own chat that has had enough: whoever waits for that holds up the alerts of others."""
CATCHING_UP = 2
"""Alerts that may follow at once where the last ones were late."""
SHORT_HALT = 60.0
MOST_CHATS = 4096
"""Chats remembered before those at rest are forgotten."""
COSTLY = ("send", "edit", "copy", "forward")
FREE = ("sendChatAction",)


class ChatHeld(RetryAfter):
    """This chat has had enough for now; others may still be written to, after `all_seconds`."""

    def __init__(self, seconds: float, *, all_seconds: float = 0.0) -> None:
        super().__init__(math.ceil(seconds))
        self.all_seconds = all_seconds


class Window:
    """At most `limit` in any stretch of `seconds`."""

    def __init__(self, limit: int, seconds: float) -> None:
        self.seconds = seconds
        self.times: deque[float] = deque(maxlen=limit)

    def free_at(self, now: float, *, place: int = 0) -> float:
        """When the request that has `place` others before it may go."""
        limit = self.times.maxlen or 1
        rounds, place = divmod(place, limit)
        busy_from = place - (limit - len(self.times))
        start = max(now, self.times[busy_from] + self.seconds) if busy_from >= 0 else now
        return start + rounds * self.seconds

    def take(self, now: float) -> None:
        self.times.append(now)

    def arrive(self, now: float) -> None:
        """The last that was taken was answered: it may have arrived as late as that."""
        if self.times:
            self.times[-1] = max(self.times[-1], now)

    def is_at_rest(self, now: float) -> bool:
        return not self.times or self.times[-1] + self.seconds <= now


class Beat:
    """One every `seconds` on average; a few that are late may follow each other."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._next = 0.0

    def free_at(self, now: float, *, place: int = 0) -> float:
        return max(now, self._next - (CATCHING_UP - 1) * self._seconds) + place * self._seconds

    def take(self, now: float) -> None:
        self._next = max(self._next, now) + self._seconds


@dataclass(eq=False)
class Waiter:
    chat_id: object
    lane: Lane
    chat_free_at: float = 0.0


class LaneLimiter(BaseRateLimiter[Lane]):
    """One for all bots of a token; the caller chooses the lane by `rate_limit_args`, replies by default.

    `rate` is in messages a second; 0 where the server sets no limits. `halts` counts the times that Telegram told it to
    wait.
    """

    def __init__(
        self,
        *,
        rate: int = OVERALL,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._clock = clock
        self._sleep = sleep
        self._is_limited = rate > 0
        self._overall = Window(rate or OVERALL, 1.0)
        self._beat = Beat(1.0 / (rate or OVERALL))
        self._chats: dict[object, tuple[Window, ...]] = {}
        self._held: dict[object, float] = {}
        self._held_until = 0.0
        self._refused: set[object] = set()
        self.halts = 0
        self._waiting: dict[Lane, list[Waiter]] = {lane: [] for lane in LANES}

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Nothing to release."""

    def hold(self, seconds: float, *, chat_id: object = None) -> None:
        """Send nothing for so long, to the chat or to all; the longer of two halts counts."""
        until = self._clock() + seconds
        if chat_id is None:
            self._held_until = max(self._held_until, until)
        else:
            self._held[chat_id] = max(self._held.get(chat_id, 0.0), until)

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Any]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: Lane | None,
    ) -> Any:
        """Wait for its turn and call.

        Raises RetryAfter, from Telegram or where its turn is too far away, and whatever the call raises.
        """
        chat_id = _as_number(data.get("chat_id"))
        if chat_id is None or not endpoint.startswith(COSTLY) or endpoint in FREE:
            return await callback(*args, **kwargs)
        lane = rate_limit_args or "reply"
        while True:
            if lane != "taken":
                await self.take(chat_id, lane)
            try:
                result = await callback(*args, **kwargs)
            except RetryAfter as error:
                held = self._refuse(chat_id, error)
                if lane != "reply" or seconds_of(error) > PATIENCE[lane]:
                    raise held from error
            else:
                self._refused.clear()
                return result
            finally:
                self._arrive(chat_id)

    def _arrive(self, chat_id: object) -> None:
        """A chat's minute begins when its message reaches the server, which may be long after it left."""
        if self._is_limited:
            for window in self._windows(chat_id):
                window.arrive(self._clock())

    def _refuse(self, chat_id: object, error: RetryAfter) -> ChatHeld:
        """What Telegram meant: one chat, or the token when several are refused and none was served in between.

        A short halt is then kept by all; a long one is probed with another chat after 8 s, 16 s, 32 s…
        """
        self.halts += 1
        seconds = seconds_of(error)
        self.hold(seconds, chat_id=chat_id)
        self._refused.add(chat_id)
        if len(self._refused) == 1:
            return ChatHeld(seconds)
        all_seconds = seconds if seconds <= SHORT_HALT else min(seconds, 2.0 ** (len(self._refused) + 1))
        self.hold(all_seconds)
        return ChatHeld(seconds, all_seconds=all_seconds)

    def take_now(self, chat_id: object, lane: Lane) -> bool:
        """Take a turn if it is there."""
        if not self._is_limited and not self._held:
            return self._held_until <= self._clock()
        start = self._start_of(waiter := Waiter(chat_id, lane))
        if start > self._clock():
            return False
        self._take(waiter, start)
        return True

    async def take(self, chat_id: object, lane: Lane) -> None:
        """Wait for a turn. Raises RetryAfter where it is too far away."""
        waiter = Waiter(chat_id, lane)
        self._waiting[lane].append(waiter)
        try:
            while (start := self._start_of(waiter)) > (now := self._clock()):
                _check_patience(waiter, start, now)
                await self._sleep(start - now)
            self._take(waiter, now)
        finally:
            self._waiting[lane].remove(waiter)

    def _start_of(self, waiter: Waiter) -> float:
        """When it may go, by what is known now."""
        now = self._clock()
        ahead = list(self._ahead_of(waiter))
        waiter.chat_free_at = self._chat_free_at(waiter, ahead, now)
        start = max(self._held_until, waiter.chat_free_at)
        if not self._is_limited:
            return start
        in_line = [each for each in ahead if each.chat_free_at <= now]
        start = max(start, self._overall.free_at(now, place=len(in_line)))
        if waiter.lane == "alert":
            start = max(start, self._beat.free_at(now, place=sum(each.lane == "alert" for each in in_line)))
        return start

    def _chat_free_at(self, waiter: Waiter, ahead: list[Waiter], now: float) -> float:
        held = self._held.get(waiter.chat_id, 0.0)
        if not self._is_limited:
            return max(held, now)
        same_chat = sum(each.chat_id == waiter.chat_id for each in ahead)
        return max(held, *(window.free_at(now, place=same_chat) for window in self._windows(waiter.chat_id)))

    def _ahead_of(self, waiter: Waiter) -> Iterator[Waiter]:
        """All of the lanes before its own, and of its own who came earlier."""
        for lane in LANES[: LANES.index(waiter.lane)]:
            yield from self._waiting[lane]
        for each in self._waiting[waiter.lane]:
            if each is waiter:
                return
            yield each

    def _take(self, waiter: Waiter, now: float) -> None:
        if self._is_limited:
            for window in (self._overall, *self._windows(waiter.chat_id)):
                window.take(now)
            if waiter.lane == "alert":
                self._beat.take(now)

    def _windows(self, chat_id: object) -> tuple[Window, ...]:
        if chat_id not in self._chats:
            self._forget_chats_at_rest()
            limits = (IN_A_CHAT, IN_A_GROUP) if _is_group(chat_id) else (IN_A_CHAT,)
            self._chats[chat_id] = tuple(Window(*limit) for limit in limits)
        return self._chats[chat_id]

    def _forget_chats_at_rest(self) -> None:
        if len(self._chats) + len(self._held) >= MOST_CHATS:
            now = self._clock()
            self._held = {chat_id: until for chat_id, until in self._held.items() if until > now}
            self._chats = {
                chat_id: windows
                for chat_id, windows in self._chats.items()
                if not all(window.is_at_rest(now) for window in windows)
            }


def _check_patience(waiter: Waiter, start: float, now: float) -> None:
    """Raises ChatHeld where its own chat has had enough, RetryAfter where all have to wait that long."""
    is_its_own = waiter.chat_free_at >= start
    patience = OWN_PATIENCE if is_its_own else PATIENCE
    if start - now > patience[waiter.lane]:
        raise (ChatHeld if is_its_own else RetryAfter)(math.ceil(start - now))


def _as_number(chat_id: object) -> object:
    return int(chat_id) if isinstance(chat_id, str) and chat_id.lstrip("-").isdecimal() else chat_id


def _is_group(chat_id: object) -> bool:
    """Groups and channels have negative ids or public names."""
    return not isinstance(chat_id, int) or chat_id < 0


def seconds_of(error: RetryAfter) -> float:
    after = error.retry_after
    return float(after) if isinstance(after, int | float) else after.total_seconds()
