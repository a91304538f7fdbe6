"""Updates being answered: in order within a chat, side by side across chats, each once."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Awaitable, Callable, Iterable
from typing import Any

import structlog
from telegram import Bot, Update

log = structlog.get_logger()

PATIENCE = 1.0
"""Seconds that the next updates wait for those before; a chat that is held longer does not hold the others."""
REMEMBERED = 2000

Lane = tuple[bool, int | None]


class Inbox:
    """`process` answers one update and raises nothing; `on_answered` is told how many seconds it took to do so."""

    def __init__(
        self,
        bot: Bot,
        process: Callable[[Update], Awaitable[None]],
        on_answered: Callable[[float], None] = lambda _seconds: None,
    ) -> None:
        self._bot = bot
        self._process = process
        self._on_answered = on_answered
        self._seen: deque[int] = deque(maxlen=REMEMBERED)
        self._last: dict[Lane, asyncio.Task[None]] = {}

    async def take(self, payloads: Iterable[Any]) -> None:
        """Begin with all, and wait until they are answered, within patience."""
        tasks = [task for payload in payloads if (task := self._begin(payload)) is not None]
        if tasks:
            await asyncio.wait(tasks, timeout=PATIENCE)

    def _begin(self, payload: Any) -> asyncio.Task[None] | None:
        update = self._parsed(payload)
        if update is None or update.update_id in self._seen:
            return None
        self._seen.append(update.update_id)
        lane = lane_of(update)
        task = asyncio.create_task(self._after(self._last.get(lane), update))
        self._last[lane] = task
        task.add_done_callback(lambda done: self._forget(lane, done))
        return task

    def _parsed(self, payload: Any) -> Update | None:
        """None for what the library cannot read: one strange update must not hold all that come after it."""
        try:
            return Update.de_json(payload, self._bot)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            log.warning("update not understood", cause=type(error).__name__)
            return None

    async def _after(self, earlier: asyncio.Task[None] | None, update: Update) -> None:
        began = time.monotonic()
        if earlier is not None:
            await asyncio.wait([earlier])
        with structlog.contextvars.bound_contextvars(update=update.update_id):
            await self._process(update)
        self._on_answered(time.monotonic() - began)

    def _forget(self, lane: Lane, done: asyncio.Task[None]) -> None:
        if self._last.get(lane) is done:
            del self._last[lane]
        if not done.cancelled() and (error := done.exception()) is not None:
            log.error("update not answered", cause=type(error).__name__)

    async def drain(self, *, seconds: float) -> None:
        """Let what has begun come to its end; what does not in time is cut."""
        running = list(self._last.values())
        if not running:
            return
        _, late = await asyncio.wait(running, timeout=seconds)
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)


def lane_of(update: Update) -> Lane:
    """Presses overtake messages: their answer is awaited for seconds only."""
    chat = update.effective_chat
    return update.callback_query is not None, chat.id if chat else None
