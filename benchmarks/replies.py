"""From a question to its answer through the whole bot, beside a bot of the bare library that says every text back."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Any

from telegram import Update
from telegram.ext import ApplicationBuilder, MessageHandler, filters

from benchmarks.asking import FIRST_PERSON, TOKEN, Asker, asker
from benchmarks.measure import Row, percentile
from benchmarks.past import open_past
from benchmarks.texts import NOW
from bot.actions import drawn
from bot.answers.timeline import ROWS
from bot.desk import Desk
from bot.drawing.paint import paint
from bot.limiter import LaneLimiter
from bot.request import AiohttpRequest
from bot.telegram import telegram_of
from jobs.store_thread import StoreThread
from jobs.workers import Workers
from talks.lexicon.load import load_lexicon
from talks.settings import Settings
from talks.store.chats import save_chat
from talks.store.connection import Store
from talks.types import Chat

STORED, CHATS, TIMES = 100_000, 10_000, 400
QUESTIONS = (
    "/timeline", "/timeline miami", "/timeline diciembre 2025", "/quien peskov", "/quien ministro de exteriores ruso",
    "/ultimo", "/buscar Ginebra", "/dijo Lavrov", "/resumen hoy", "/ayuda", "¿quién es Witkoff?", "¿qué pasó en Miami?",
)  # fmt: skip
PICTURES = 40
SIZE = f"{STORED:,} stored, {CHATS:,} chats"


def run(folder: Path, *, is_full: bool) -> Iterator[Row]:
    store = open_past(folder, size=STORED)
    _subscribe(store)
    store.close()
    ours, first, again, bare, quick = asyncio.run(_all(store.path))
    for share in (0.5, 0.95):
        pair = percentile(ours, share), percentile(bare, share)
        yield Row("replies", f"one answer, p{share * 100:g}", SIZE, *(pair[0], "ms", pair[1]), *_met(pair, share))
    p95 = percentile(ours, 0.95), percentile(quick, 0.95)
    yield Row("replies", "one answer, p95, beside an echo over our connections", SIZE, p95[0], "ms", p95[1])
    yield Row(
        "replies", "a picture the first time, p95", SIZE, percentile(first, 0.95), "ms",
        target="≤ 150 ms", is_met=percentile(first, 0.95) <= 150,
    )  # fmt: skip
    yield Row("replies", "a picture by its id, p95", SIZE, percentile(again, 0.95), "ms")


def _met(pair: tuple[float, float], share: float) -> tuple[str, bool | None]:
    return ("≤ 2 ×", pair[0] <= 2 * pair[1]) if share == 0.95 else ("", None)


def _subscribe(store: Store) -> None:
    with store.writing():
        for number in range(CHATS):
            chat = Chat(int(TOKEN.split(":")[0]), FIRST_PERSON + number, "private", "Ana", True)
            save_chat(store, chat, now=NOW)


async def _all(path: Path) -> tuple[list[float], ...]:
    """Of our answers, pictures drawn, pictures known, and echoes over httpx and over aiohttp; the first warm it up."""
    questions = [QUESTIONS[n % len(QUESTIONS)] for n in range(TIMES + len(QUESTIONS))]
    presses = [f"press:{drawn('', n * ROWS)}" for n in range(PICTURES + 2)]
    with asker() as ours:
        async with _tregua(path, ours):
            answers = await ours.ask(questions)
            first, again = await ours.ask(presses), await ours.ask(presses)
    echoes = []
    for requests in (None, (AiohttpRequest(connections=8), AiohttpRequest(connections=1))):
        with asker() as bare:
            async with _echo(bare, requests):
                echoes.append(await bare.ask(questions))
    return answers[len(QUESTIONS) :], first[2:], again[2:], *(each[len(QUESTIONS) :] for each in echoes)


@asynccontextmanager
async def _tregua(path: Path, server: Asker) -> AsyncIterator[None]:
    read, write, workers = StoreThread(path), StoreThread(path), Workers()
    settings = Settings(  # type: ignore[call-arg]
        _env_file=None, TELEGRAM_TOKEN=TOKEN, TELEGRAM_API_URL=server.address, TREGUA_DATA=path.parent
    )
    draw = partial(workers, paint, seconds=30.0)
    desk = Desk(read, write, load_lexicon(), lambda: NOW, settings.zone, settings.bot_id, frozenset(), draw=draw)
    limiter = LaneLimiter(clock=_Leap(), sleep=_no_wait)
    async with telegram_of(settings, desk, limiter=limiter) as telegram, _running(telegram.listen):
        yield
    workers.close()
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
async def _echo(server: Asker, requests: tuple[AiohttpRequest, AiohttpRequest] | None) -> AsyncIterator[None]:
    """python-telegram-bot as it comes, with one handler; `requests` for calls and polls instead of its own."""

    async def echo(update: Update, _context: Any) -> None:
        if update.message is not None:
            await update.message.reply_text(update.message.text or "")

    builder = ApplicationBuilder().token(TOKEN).base_url(f"{server.address}/bot").job_queue(None)
    if requests is not None:
        builder = builder.request(requests[0]).get_updates_request(requests[1])
    application = builder.build()
    application.add_handler(MessageHandler(filters.ALL, echo))
    async with application:
        await application.start()
        assert application.updater is not None
        await application.updater.start_polling()
        yield
        await application.updater.stop()
        await application.stop()
