"""Messages a second beside the bare library, a delivery with faults and kills, and the pace that Telegram allows."""

from __future__ import annotations

import asyncio
import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import structlog
from telegram import Bot

from benchmarks.measure import Row, peak_megabytes, percentile
from benchmarks.telegram import TOKEN, Telegram, telegram
from bot.answer import Answer
from bot.compose import deliver_room, open_house, open_telegram
from bot.request import AiohttpRequest
from bot.sender import Writer
from bot.speak import NO_PREVIEW, keyboard
from jobs.deliver import deliver
from talks.lexicon.load import load_lexicon
from talks.settings import PROJECT, Settings
from talks.store.articles import PollResult, save_poll, save_readings, unread_articles
from talks.store.connection import Store, open_store
from talks.store.developments import development, record_verdict
from talks.store.outbox import outbox_counts
from talks.store.sources import add_source
from talks.store.values import stamp
from talks.types import ArticleIntent, Chat, DevelopmentIntent, Reading, Relevance, Verdict

BOT_ID = 77
ROUNDS = 3
CONNECTIONS = 32
KILLS = 10
DELAYS = (0.0, 0.5, 1.0)
"""Seconds until the server answers."""
LEAST_RATIO, MOST_MEGABYTES, LEAST_SHARE, MOST_REPLY = 0.7, 300.0, 0.95, 1.0
TITLE = "El Kremlin no ve avances decisivos en las conversaciones"
TEXT = "Seguirán los contactos de expertos. Moscú espera detalles del trabajo con europeos y ucranianos."


def run(folder: Path, *, is_full: bool) -> Iterator[Row]:
    """Throughput first, then what may be lost or doubled, then the pace."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(50))
    many = 100_000 if is_full else 5_000
    with telegram() as server:
        yield from _throughput(folder / "throughput", server, chats=5_000 if is_full else 2_000)
        yield from _faults(folder / "faults", server, chats=many, kills=0)
        yield from _faults(folder / "kills", server, chats=many, kills=KILLS)
        yield from _pace(folder / "pace", server, chats=3_000 if is_full else 900, is_full=is_full)


def _throughput(folder: Path, server: Telegram, *, chats: int) -> Iterator[Row]:
    server.order(has_faults=False)
    bare, ours = asyncio.run(_race(folder, server, chats))
    met = sum(ours) / sum(bare) >= LEAST_RATIO
    size, memory = f"{chats:,} chats", peak_megabytes()
    yield Row("sending", "messages a second", size, max(ours), "/s", max(bare), "≥ 0.7 ×", met)
    yield Row("sending", "memory of the process", size, memory, "MB", None, "≤ 300 MB", memory <= MOST_MEGABYTES)


async def _race(folder: Path, server: Telegram, chats: int) -> tuple[list[float], list[float]]:
    """The same message to the same chats, in turns."""
    _fill(folder, chats)
    bare, ours = [], []
    async with open_house(_settings(folder, server, rate=0)) as house, open_telegram(house) as connected:
        await connected.is_met()
        room = deliver_room(house, connected)
        for number in range(ROUNDS):
            answer = await house.write(_message, await house.write(happen, str(number)))
            bare.append(await _bare(server, answer, chats))
            began = time.perf_counter()
            await deliver(room)
            ours.append(chats / (time.perf_counter() - began))
    return bare, ours


def _message(store: Store, development_id: int) -> Answer:
    """As it is sent."""
    found = development(store, development_id)
    if found is None:
        raise LookupError(development_id)
    chat = Chat(BOT_ID, 1, "private", "Ana", is_subscribed=True)
    return Writer(load_lexicon(), lambda: datetime.now(UTC)).message(chat, found, (), ())


async def _bare(server: Telegram, answer: Answer, chats: int) -> float:
    """python-telegram-bot on its own, through the same HTTP class."""
    request = AiohttpRequest(connections=CONNECTIONS)
    await request.initialize()
    bot = Bot(TOKEN, base_url=f"{server.address}/bot", request=request, get_updates_request=request)
    waiting, buttons = iter(range(1, chats + 1)), keyboard(answer.rows)

    async def work() -> None:
        for chat_id in waiting:
            await bot.send_message(
                chat_id, answer.html, parse_mode="HTML", link_preview_options=NO_PREVIEW, reply_markup=buttons
            )

    began = time.perf_counter()
    await asyncio.gather(*(work() for _ in range(CONNECTIONS)))
    rate = chats / (time.perf_counter() - began)
    await request.shutdown()
    return rate


def _faults(folder: Path, server: Telegram, *, chats: int, kills: int) -> Iterator[Row]:
    """3 % blocked, 1 % cut after the message was taken, 1 % 500, 0.5 % silent; `kill -9` at random instants."""
    server.order(has_faults=True)
    _fill(folder, chats)
    with closing(open_store(folder / "tregua.db")) as store:
        happen(store, "1")
    _deliver_and_kill(folder, server, chats, kills=kills)
    with closing(open_store(folder / "tregua.db")) as store:
        states = {row["chat_id"]: row["state"] for row in store.rows("SELECT chat_id, state FROM outbox")}
    seen = server.counts()
    silent = [chat for chat in states if not seen.messages[chat] and chat not in seen.blocked]
    lost = sum(states[chat] != "ambiguous" for chat in silent)
    doubled = sum(number > 1 for number in seen.messages.values())
    unsure = sum(state == "ambiguous" for state in states.values()) - seen.unsure
    size = f"{chats:,} chats, {kills} kills" if kills else f"{chats:,} chats"
    yield Row("sending", "messages lost", size, lost, "", None, "0", lost == 0)
    yield Row("sending", "messages doubled", size, doubled, "", None, "0", doubled == 0)
    yield Row("sending", "in doubt beyond the faults", size, unsure, "", None, "≤ 1 a kill", unsure <= kills)


def _deliver_and_kill(folder: Path, server: Telegram, chats: int, *, kills: int) -> None:
    """Again and again until all is settled, with the usual settings."""
    chance = random.Random()
    while True:
        process = _start(folder, server)
        if kills:
            enough = server.counts().messages.total() + chance.uniform(0.3, 1.0) * chats / (KILLS + 2)
            while process.poll() is None and server.counts().messages.total() < enough:
                time.sleep(0.01)
            process.kill()
            kills -= 1
        process.wait()
        with closing(open_store(folder / "tregua.db")) as store:
            if not {"ready", "sending"} & outbox_counts(store).keys():
                return


def _pace(folder: Path, server: Telegram, *, chats: int, is_full: bool) -> Iterator[Row]:
    """What the limiter of this project lets out, and how long a reply waits meanwhile."""
    size = f"{chats:,} chats"
    for delay in DELAYS if is_full else DELAYS[:2]:
        server.order(has_faults=False, delay=delay)
        rate, waits = asyncio.run(_limited(folder, server, chats))
        late = f", answers after {delay:g} s" if delay else ""
        yield Row("sending", f"at 30 a second{late}", size, rate, "/s", None, "≥ 95 %", rate >= LEAST_SHARE * 30)
        if not delay:
            p95 = percentile(waits, 0.95)
            yield Row("sending", "a reply meanwhile, p95", size, p95 * 1000, "ms", None, "≤ 1 s", p95 <= MOST_REPLY)


async def _limited(folder: Path, server: Telegram, chats: int) -> tuple[float, list[float]]:
    _fill(folder, chats)
    waits: list[float] = []
    async with open_house(_settings(folder, server, rate=30)) as house, open_telegram(house) as connected:
        await connected.is_met()
        await house.write(happen, "1")
        bot = connected.application.bot

        async def ask() -> None:
            for number in count():
                began = time.perf_counter()
                await bot.send_message(1_000_000 + number, "Cronología")
                waits.append(time.perf_counter() - began)
                await asyncio.sleep(1.0)

        began = time.perf_counter()
        asking = asyncio.create_task(ask())
        await deliver(deliver_room(house, connected))
        took, asked = time.perf_counter() - began, len(waits)
        asking.cancel()
        return (chats + asked) / took, waits


def _fill(folder: Path, chats: int) -> None:
    """Subscribers of an empty bot."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "seeds").mkdir(parents=True)
    (folder / "feeds.opml").write_text('<opml version="2.0"><body/></opml>', encoding="utf-8")
    now = stamp(datetime.now(UTC))
    with closing(open_store(folder / "tregua.db")) as store, store.writing():
        for chat_id in range(1, chats + 1):
            store.run(
                "INSERT INTO chats (bot_id, id, kind, title, is_subscribed, timezone, created_at) "
                "VALUES (?, ?, 'private', 'Ana', 1, 'Europe/Madrid', ?)",
                BOT_ID, chat_id, now,
            )  # fmt: skip


def happen(store: Store, key: str, *, title: str = TITLE, importance: int = 2) -> int:
    """An alert for everybody, or for those who want even what matters little."""
    now = datetime.now(UTC)
    source = add_source(store, url="https://diario.example/rss", title="Diario")
    intent = ArticleIntent(key, f"https://diario.example/{key}", "Diario", title, TEXT, now, "feed")
    save_poll(store, PollResult(source.id, (intent,), checked_at=now, next_check_at=now))
    (article,) = unread_articles(store, limit=1)
    save_readings(store, [(article, Reading(Relevance(1.0, "central")))])
    told = DevelopmentIntent(
        f"s{key}", article.id, "statement", "held", importance, title, TEXT, now.date().isoformat(), None, "Moscú",
        ("Dmitri Peskov",), None, None, date_is_estimated=False, reason="Nadie lo había contado.",
    )  # fmt: skip
    verdict = Verdict(article.id, told.story_id, "new", told.reason, development=told)
    return record_verdict(store, verdict, now=now, is_alert=True) or 0


def _settings(folder: Path, server: Telegram, *, rate: int) -> Settings:
    return Settings(_env_file=None, **_environment(folder, server, rate=rate))  # type: ignore[call-arg, arg-type]


def _environment(folder: Path, server: Telegram, *, rate: int = 0) -> dict[str, str]:
    return {
        "TELEGRAM_TOKEN": TOKEN,
        "TELEGRAM_API_URL": server.address,
        "TREGUA_DATA": str(folder),
        "TREGUA_SEEDS": str(folder / "seeds"),
        "TREGUA_FEEDS": str(folder / "feeds.opml"),
        "TREGUA_MESSAGES_PER_SECOND": str(rate),
    }


def _start(folder: Path, server: Telegram) -> subprocess.Popen[bytes]:
    quiet, line = subprocess.DEVNULL, [sys.executable, "-m", "bot", "deliver"]
    environment = {**os.environ, **_environment(folder, server)}
    return subprocess.Popen(line, cwd=PROJECT, env=environment, stdout=quiet, stderr=quiet)
