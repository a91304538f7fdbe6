"""A Bot API that asks: it gives out updates and takes the time until each is answered, in a process of its own."""

from __future__ import annotations

import asyncio
import itertools
import json
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any

from aiohttp import web

from benchmarks.apart import served_apart

TOKEN = "77:secreto"
BOT = {"id": 77, "is_bot": True, "first_name": "Tregua", "username": "tregua_bot"}
FIRST_PERSON = 5_000_000
LONGEST_POLL, PATIENCE = 1.0, 30.0
PICTURE = [{"file_id": "uno", "file_unique_id": "u", "width": 1080, "height": 1400}]


@dataclass
class Asker:
    """As the benchmark holds it."""

    address: str
    pipe: Connection

    async def ask(self, questions: Sequence[str]) -> list[float]:
        """Milliseconds to the answer of each, asked in turn by as many people; `press:DATA` presses a button."""
        self.pipe.send(list(questions))
        taken: list[float] = await asyncio.to_thread(self.pipe.recv)
        return taken


@contextmanager
def asker() -> Iterator[Asker]:
    with served_apart(_serve) as (address, pipe):
        yield Asker(address, pipe)


async def _serve(pipe: Connection) -> None:
    api = _Api()
    app = web.Application()
    app.router.add_route("*", "/bot{token}/{method}", api.answer)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    pipe.send(f"http://127.0.0.1:{runner.addresses[0][1]}")
    while True:
        pipe.send([await api.ask(question) for question in await asyncio.to_thread(pipe.recv)])


class _Api:
    def __init__(self) -> None:
        self.waiting: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self.answered: dict[int, asyncio.Event] = {}
        self.numbers = itertools.count(1)

    async def ask(self, question: str) -> float:
        number = next(self.numbers)
        person = FIRST_PERSON + number
        self.answered[person] = asyncio.Event()
        began = time.perf_counter()
        self.waiting.put_nowait({"update_id": number} | asked(question, person, number))
        await asyncio.wait_for(self.answered[person].wait(), PATIENCE)
        return (time.perf_counter() - began) * 1000

    async def answer(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        if method in ("sendMessage", "sendPhoto"):
            return web.json_response({"ok": True, "result": await self.take(request)})
        found = await next_update(self.waiting) if method == "getUpdates" else SAID.get(method, True)
        return web.json_response({"ok": True, "result": found})

    async def take(self, request: web.Request) -> dict[str, Any]:
        is_json = request.content_type == "application/json"
        sent = json.loads(await request.read()) if is_json else await request.post()
        person = int(str(sent["chat_id"]))
        self.answered[person].set()
        return message(person, 1, text="…") | ({"photo": PICTURE} if "photo" in sent else {})


SAID: dict[str, Any] = {
    "getMe": BOT,
    "getWebhookInfo": {"url": "", "has_custom_certificate": False, "pending_update_count": 0},
    "getMyCommands": [],
    "getMyDescription": {"description": ""},
    "getMyShortDescription": {"short_description": ""},
}
"""What a method says that is not simply true."""


async def next_update(waiting: asyncio.Queue[dict[str, Any]]) -> list[dict[str, Any]]:
    """As getUpdates gives it out: one, or none after a while."""
    try:
        return [await asyncio.wait_for(waiting.get(), LONGEST_POLL)]
    except TimeoutError:
        return []


def asked(question: str, person: int, number: int) -> dict[str, Any]:
    sender = {"id": person, "is_bot": False, "first_name": "Ana"}
    if not question.startswith("press:"):
        return {"message": message(person, number, text=question) | {"from": sender}}
    head = {"id": str(number), "from": sender, "chat_instance": "1", "data": question.removeprefix("press:")}
    return {"callback_query": head | {"message": message(person, number, text="…") | {"from": BOT}}}


def message(person: int, number: int, *, text: str) -> dict[str, Any]:
    chat = {"id": person, "type": "private", "first_name": "Ana"}
    return {"message_id": number, "date": 1_770_000_000, "chat": chat, "text": text}
