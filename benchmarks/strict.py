"""A Bot API that refuses what Telegram would, in a process of its own, while people ask it something all the time.

30 messages a second in all (a few more at once), one a second in a chat after a handful, 20 a minute in a group.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections import Counter, deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count, cycle
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Any

from aiohttp import web

from benchmarks.asking import FIRST_PERSON, SAID, TOKEN, asked, message, next_update

__all__ = ["TOKEN", "Seen", "Strict", "strict"]

OVERALL = (30.0, 36.0)
IN_A_CHAT = (1.0, 5.0)
"""Messages a second, after so many at once."""
IN_A_GROUP = (20, 60.0)
GRACE = 0.05
"""Seconds by which a message may be early: those of the way here."""
BAN = 3
QUESTIONS = ("/timeline", "/timeline miami", "/quien peskov", "/ultimo", "/ayuda")


@dataclass
class Seen:
    """Messages by chat, refusals, and the seconds that each question waited."""

    messages: Counter[int] = field(default_factory=Counter)
    refused: int = 0
    waits: list[float] = field(default_factory=list)
    unanswered: int = 0


@dataclass
class Strict:
    """As the benchmark holds it."""

    address: str
    pipe: Connection

    def seen(self) -> Seen:
        self.pipe.send("seen")
        seen: Seen = self.pipe.recv()
        return seen


class Bucket:
    """So many at once, then `rate` a second."""

    def __init__(self, rate: float, burst: float) -> None:
        self._rate, self._burst = rate, burst
        self._left, self._at = burst, 0.0

    def take(self, now: float) -> bool:
        self._left = min(self._burst, self._left + (now - self._at) * self._rate)
        self._at = now
        if self._left < 1.0 - GRACE * self._rate:
            return False
        self._left -= 1.0
        return True


class Flood:
    """Whether the next message is allowed; what is refused does not count."""

    def __init__(self) -> None:
        self._overall = Bucket(*OVERALL)
        self._chats: dict[int, Bucket] = {}
        self._groups: dict[int, deque[float]] = {}

    def allows(self, chat_id: int, *, now: float) -> bool:
        limit, seconds = IN_A_GROUP
        times = self._groups.setdefault(chat_id, deque(maxlen=limit)) if chat_id < 0 else deque[float]()
        if len(times) == limit and times[0] + seconds - GRACE > now:
            return False
        times.append(now)
        chat = self._chats.setdefault(chat_id, Bucket(*IN_A_CHAT))
        return self._overall.take(now) and chat.take(now)


@contextmanager
def strict(*, ask_every: float, is_limited: bool = True) -> Iterator[Strict]:
    """Somebody new asks every so many seconds."""
    ours, theirs = get_context("spawn").Pipe()
    process = get_context("spawn").Process(target=_serve, args=(theirs, ask_every, is_limited), daemon=True)
    process.start()
    try:
        yield Strict(ours.recv(), ours)
    finally:
        process.terminate()
        process.join()


def _serve(pipe: Connection, ask_every: float, is_limited: bool) -> None:  # noqa: FBT001
    asyncio.run(_run(pipe, ask_every, is_limited=is_limited))


async def _run(pipe: Connection, ask_every: float, *, is_limited: bool) -> None:
    api = _Api(is_limited=is_limited)
    app = web.Application()
    app.router.add_route("*", "/bot{token}/{method}", api.answer)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    pipe.send(f"http://127.0.0.1:{runner.addresses[0][1]}")
    asyncio.get_running_loop().add_reader(pipe.fileno(), api.report, pipe)
    for question in cycle(QUESTIONS):
        api.ask(question)
        await asyncio.sleep(ask_every)


class _Api:
    def __init__(self, *, is_limited: bool) -> None:
        self._is_limited = is_limited
        self._waiting: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self._asked_at: dict[int, float] = {}
        self._numbers = count(1)
        self._seen = Seen()
        self._flood = Flood()

    def report(self, pipe: Connection) -> None:
        pipe.recv()
        self._seen.unanswered = len(self._asked_at)
        pipe.send(self._seen)

    def ask(self, question: str) -> None:
        number = next(self._numbers)
        person = FIRST_PERSON + number
        self._asked_at[person] = time.monotonic()
        self._waiting.put_nowait({"update_id": number} | asked(question, person, number))

    async def answer(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        if method in ("sendMessage", "sendPhoto"):
            return await self._take(request)
        found = await next_update(self._waiting) if method == "getUpdates" else SAID.get(method, True)
        return web.json_response({"ok": True, "result": found})

    async def _take(self, request: web.Request) -> web.Response:
        is_json = request.content_type == "application/json"
        sent = json.loads(await request.read()) if is_json else await request.post()
        chat_id, now = int(str(sent["chat_id"])), time.monotonic()
        if self._is_limited and not self._flood.allows(chat_id, now=now):
            self._seen.refused += 1
            return _refusal()
        self._seen.messages[chat_id] += 1
        if chat_id in self._asked_at:
            self._seen.waits.append(now - self._asked_at.pop(chat_id))
        return web.json_response({"ok": True, "result": message(chat_id, self._seen.messages.total(), text="…")})


def _refusal() -> web.Response:
    said = {"ok": False, "error_code": 429, "description": f"Too Many Requests: retry after {BAN}"}
    return web.json_response(said | {"parameters": {"retry_after": BAN}}, status=429)
