"""From a question to its answer through the whole bot and a Bot API on loopback, beside a bot that says «sí» to all."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Any

from telegram import Update
from telegram.ext import ApplicationBuilder, ExtBot, MessageHandler, filters

from benchmarks.measure import Row, milliseconds_of, percentile
from benchmarks.texts import NOW
from bot.desk import Desk
from bot.limiter import LaneLimiter
from bot.request import AiohttpRequest
from bot.telegram import telegram_of
from jobs.store_thread import StoreThread
from local.server import LocalServer, start_local_server
from talks.chronology import read_chronology
from talks.lexicon.load import load_lexicon
from talks.settings import PROJECT, Settings
from talks.store.chronology import load_chronology

TOKEN = "123456:ABC-def"
SIZES = (50, 100, 200)
QUESTIONS = ("/timeline miami", "/quien peskov", "/ultimo", "/ayuda")


def run(folder: Path, *, is_full: bool) -> Iterator[Row]:
    for size in SIZES:
        ours, bare = asyncio.run(_both(folder, size))
        for share in (0.5, 0.95):
            pair = percentile(ours, share), percentile(bare, share)
            yield Row("replies", f"one answer, p{share * 100:g}", f"{size} people in turn", pair[0], "ms", pair[1])


async def _both(folder: Path, size: int) -> tuple[list[float], list[float]]:
    async with _server() as server, _tregua(folder, server):
        ours = [await _ask(server, n, QUESTIONS[n % len(QUESTIONS)]) for n in range(size)]
    async with _server() as server, _yes_man(server):
        bare = [await _ask(server, n, "/ayuda") for n in range(size)]
    return ours, bare


async def _ask(server: LocalServer, number: int, question: str) -> float:
    person = server.user(f"Persona {number}")

    async def ask() -> None:
        person.send(question)
        await person.wait(1)

    return await milliseconds_of(ask)


@asynccontextmanager
async def _server() -> AsyncIterator[LocalServer]:
    server = await start_local_server(token=TOKEN)
    try:
        yield server
    finally:
        await server.stop()


@asynccontextmanager
async def _tregua(folder: Path, server: LocalServer) -> AsyncIterator[None]:
    read, write = StoreThread(folder / "replies.db"), StoreThread(folder / "replies.db")
    await write(load_chronology, read_chronology(PROJECT / "seeds" / "chronology.toml"))
    settings = Settings(  # type: ignore[call-arg]
        _env_file=None, TELEGRAM_TOKEN=TOKEN, TELEGRAM_API_URL=server.base_url.removesuffix("/bot"), TREGUA_DATA=folder
    )
    desk = Desk(read, write, load_lexicon(), lambda: NOW, settings.zone, settings.bot_id, frozenset())
    limiter = LaneLimiter(clock=_Leap(), sleep=_no_wait)
    async with telegram_of(settings, desk, limiter=limiter) as telegram, _running(telegram.listen):
        await server.called("getWebhookInfo")
        yield
    read.close()
    write.close()


class _Leap:
    """A clock for the limiter on which a second has passed at every look: nobody waits for a turn."""

    def __init__(self) -> None:
        self._now = 0.0

    def __call__(self) -> float:
        self._now += 1.0
        return self._now


async def _no_wait(_seconds: float) -> None:
    await asyncio.sleep(0)


@asynccontextmanager
async def _running(work: Callable[[], Awaitable[Any]]) -> AsyncIterator[None]:
    task = asyncio.ensure_future(work())
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


@asynccontextmanager
async def _yes_man(server: LocalServer) -> AsyncIterator[None]:
    """python-telegram-bot with one handler, over the same requests and polled in a plain loop."""

    async def yes(update: Update, _context: Any) -> None:
        if update.message is not None:
            await update.message.reply_text("sí")

    bot: ExtBot[None] = ExtBot(
        TOKEN,
        base_url=server.base_url,
        request=AiohttpRequest(connections=8),
        get_updates_request=AiohttpRequest(connections=1),
    )
    application = ApplicationBuilder().bot(bot).updater(None).job_queue(None).build()
    application.add_handler(MessageHandler(filters.ALL, yes))
    async with application, _running(partial(_poll, bot, application.process_update)):
        yield


async def _poll(bot: ExtBot[None], process: Callable[[Update], Awaitable[None]]) -> None:
    offset = 0
    while True:
        for update in await bot.get_updates(offset=offset, timeout=10):
            offset = update.update_id + 1
            await process(update)
