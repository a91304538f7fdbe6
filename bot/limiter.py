"""Never faster than Telegram allows, replies before alerts.

At most 30 messages a second in all, one a second in a chat after a small burst, 20 a minute in a group or channel; a
halt that Telegram orders is kept to the last instant for the whole token, on the monotonic clock. Edits count as
messages; answers to buttons, actions and deletions are free.
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

Lane = Literal["reply", "alert"]
LANES: tuple[Lane, ...] = ("reply", "alert")

OVERALL = (30, 1.0)
IN_A_CHAT = (3, 3.0)
IN_A_GROUP = (20, 60.0)
PATIENCE = {"reply": 30.0, "alert": 5.0}
"""Longer waits than this are refused with RetryAfter: an alert is better kept in the outbox than in memory."""
MOST_CHATS = 4096
"""Chats remembered before those at rest are forgotten."""
COSTLY = ("send", "edit", "copy", "forward")
FREE = ("sendChatAction",)


class ChatHeld(RetryAfter):
    """This chat has had enough for now; others may still be written to."""


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

    def is_at_rest(self, now: float) -> bool:
        return not self.times or self.times[-1] + self.seconds <= now


@dataclass(eq=False)
class Waiter:
    chat_id: object
    lane: Lane
    chat_free_at: float = 0.0


class LaneLimiter(BaseRateLimiter[Lane]):
    """One for all bots of a token; the caller chooses the lane by `rate_limit_args`, replies by default.

    `halts` counts the times that Telegram told it to wait.
    """

    def __init__(
        self, *, clock: Callable[[], float] = time.monotonic, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    ) -> None:
        self._clock = clock
        self._sleep = sleep
        self._overall = Window(*OVERALL)
        self._chats: dict[object, tuple[Window, ...]] = {}
        self._held_until = 0.0
        self.halts = 0
        self._waiting: dict[Lane, list[Waiter]] = {lane: [] for lane in LANES}

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Nothing to release."""

    def hold(self, seconds: float) -> None:
        """Send nothing for so long; the longer of two halts counts."""
        self._held_until = max(self._held_until, self._clock() + seconds)

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
        chat_id = data.get("chat_id")
        if chat_id is None or not endpoint.startswith(COSTLY) or endpoint in FREE:
            return await callback(*args, **kwargs)
        lane = rate_limit_args or "reply"
        while True:
            await self._turn(_as_number(chat_id), lane)
            try:
                return await callback(*args, **kwargs)
            except RetryAfter as error:
                self.halts += 1
                seconds = seconds_of(error)
                self.hold(seconds)
                if seconds > PATIENCE[lane]:
                    raise

    async def _turn(self, chat_id: object, lane: Lane) -> None:
        waiter = Waiter(chat_id, lane)
        self._waiting[lane].append(waiter)
        try:
            while (start := self._start_of(waiter)) > (now := self._clock()):
                self._check_patience(waiter, start - now)
                await self._sleep(start - now)
            self._take(chat_id, now)
        finally:
            self._waiting[lane].remove(waiter)

    def _start_of(self, waiter: Waiter) -> float:
        """When it may go, by what is known now."""
        now = self._clock()
        ahead = list(self._ahead_of(waiter))
        same_chat = sum(each.chat_id == waiter.chat_id for each in ahead)
        windows = self._windows(waiter.chat_id)
        waiter.chat_free_at = max(window.free_at(now, place=same_chat) for window in windows)
        in_line = sum(each.chat_free_at <= now for each in ahead)
        return max(self._held_until, waiter.chat_free_at, self._overall.free_at(now, place=in_line))

    def _ahead_of(self, waiter: Waiter) -> Iterator[Waiter]:
        """All of the lanes before its own, and of its own who came earlier."""
        for lane in LANES[: LANES.index(waiter.lane)]:
            yield from self._waiting[lane]
        for each in self._waiting[waiter.lane]:
            if each is waiter:
                return
            yield each

    def _check_patience(self, waiter: Waiter, delay: float) -> None:
        if delay <= PATIENCE[waiter.lane]:
            return
        is_its_own = waiter.chat_free_at - self._clock() >= delay
        raise (ChatHeld if is_its_own else RetryAfter)(math.ceil(delay))

    def _take(self, chat_id: object, now: float) -> None:
        for window in (self._overall, *self._windows(chat_id)):
            window.take(now)

    def _windows(self, chat_id: object) -> tuple[Window, ...]:
        if chat_id not in self._chats:
            self._forget_chats_at_rest()
            limits = (IN_A_CHAT, IN_A_GROUP) if _is_group(chat_id) else (IN_A_CHAT,)
            self._chats[chat_id] = tuple(Window(*limit) for limit in limits)
        return self._chats[chat_id]

    def _forget_chats_at_rest(self) -> None:
        if len(self._chats) >= MOST_CHATS:
            now = self._clock()
            busy = {
                chat_id: windows
                for chat_id, windows in self._chats.items()
                if not all(window.is_at_rest(now) for window in windows)
            }
            self._chats = busy


def _as_number(chat_id: object) -> object:
    return int(chat_id) if isinstance(chat_id, str) and chat_id.lstrip("-").isdecimal() else chat_id


def _is_group(chat_id: object) -> bool:
    """Groups and channels have negative ids or public names."""
    return not isinstance(chat_id, int) or chat_id < 0


def seconds_of(error: RetryAfter) -> float:
    after = error.retry_after
    return float(after) if isinstance(after, int | float) else after.total_seconds()
