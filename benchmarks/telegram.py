"""A Bot API that does nothing but count, in a process of its own: what a delivery costs besides the server.

By order it blocks some chats, cuts the connection after a message was taken, says 500 or stays silent.
"""

from __future__ import annotations

import asyncio
import random
import socket
import struct
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing.connection import Connection

from aiohttp import web

from benchmarks.apart import served_apart

TOKEN = "77:secreto"
SILENCE = 60.0
SILENT = 0.005


@dataclass
class Counts:
    """What the server saw: messages by chat, and how many calls it failed of which the bot cannot know the outcome."""

    messages: Counter[int] = field(default_factory=Counter)
    unsure: int = 0
    blocked: set[int] = field(default_factory=set)


@dataclass
class Telegram:
    """As the benchmark holds it."""

    address: str
    pipe: Connection

    def order(self, *, has_faults: bool, delay: float = 0.0) -> None:
        """From here on fail or not, answer so many seconds late, and count anew."""
        self.pipe.send((has_faults, delay))
        self.pipe.recv()

    def counts(self) -> Counts:
        self.pipe.send("counts")
        counts: Counts = self.pipe.recv()
        return counts


@contextmanager
def telegram() -> Iterator[Telegram]:
    with served_apart(_serve) as (address, pipe):
        yield Telegram(address, pipe)


async def _serve(pipe: Connection) -> None:
    api = Api()
    app = web.Application()
    app.router.add_post("/bot{token}/{method}", api.answer)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    pipe.send(f"http://127.0.0.1:{runner.addresses[0][1]}")
    asyncio.get_running_loop().add_reader(pipe.fileno(), api.obey, pipe)
    await asyncio.Event().wait()


class Api:
    def __init__(self) -> None:
        self.counts = Counts()
        self.has_faults, self.delay = False, 0.0
        self.chance = random.Random(1)

    def obey(self, pipe: Connection) -> None:
        order = pipe.recv()
        if order == "counts":
            pipe.send(self.counts)
        else:
            (self.has_faults, self.delay), self.counts = order, Counts()
            pipe.send(None)

    async def answer(self, request: web.Request) -> web.StreamResponse:
        if request.match_info["method"] != "sendMessage":
            me = {"id": 77, "is_bot": True, "first_name": "Tregua", "username": "tregua_bot"}
            return web.json_response({"ok": True, "result": me})
        chat_id = int((await request.json())["chat_id"])
        if self.has_faults and (failed := await self.fail(request, chat_id)) is not None:
            return failed
        self.counts.messages[chat_id] += 1
        if self.delay:
            await asyncio.sleep(self.delay)
        chat = {"id": chat_id, "type": "private", "first_name": "Ana"}
        result = {"message_id": self.counts.messages.total(), "date": 1_770_000_000, "chat": chat, "text": "…"}
        return web.json_response({"ok": True, "result": result})

    async def fail(self, request: web.Request, chat_id: int) -> web.StreamResponse | None:
        if chat_id % 100 < 3:
            self.counts.blocked.add(chat_id)
            refusal = {"ok": False, "error_code": 403, "description": "Forbidden: bot was blocked by the user"}
            return web.json_response(refusal, status=403)
        dice = self.chance.random()
        if dice >= 0.02 + SILENT:
            return None
        self.counts.unsure += 1
        if dice < 0.01:
            self.counts.messages[chat_id] += 1
            _cut(request)
        elif dice >= 0.02:
            await asyncio.sleep(SILENCE)
        return web.json_response({"ok": False, "error_code": 500, "description": "Internal Server Error"}, status=500)


def _cut(request: web.Request) -> None:
    if request.transport is not None:
        connection = request.transport.get_extra_info("socket")
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        request.transport.abort()
