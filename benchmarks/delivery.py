"""Delivering one development to many chats, every row committed before and after; beside SQLite doing just that."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from benchmarks.measure import Row, milliseconds, milliseconds_of
from benchmarks.texts import NOW, article
from jobs.deliver import DeliverRoom, deliver
from jobs.store_thread import StoreThread
from talks.store.articles import PollResult, save_poll, save_readings, unread_articles
from talks.store.connection import Store, open_store
from talks.store.developments import record_verdict
from talks.store.sources import add_source
from talks.types import ArticleIntent, DevelopmentIntent, Reading, Relevance, Verdict

SIZES = (500, 2_000, 5_000)
BOT = 1


def run(folder: Path, *, is_full: bool) -> Iterator[Row]:
    for size in SIZES:
        path = folder / f"delivery-{size}.db"
        with closing(open_store(path)) as store:
            _prepare(store, size)
        ours = asyncio.run(_deliver(path)) / size
        bare = _bare(folder / f"bare-{size}.db", size) / size
        yield Row("delivery", "one message, sending apart", f"{size:,} chats", ours, "ms", bare)


def _prepare(store: Store, size: int) -> None:
    source = add_source(store, url="https://diario.example/rss", title="Diario")
    told = article(1, characters=600)
    intent = ArticleIntent("1", told.url, told.outlet, told.title, told.text, NOW, "feed")
    save_poll(store, PollResult(source.id, (intent,), checked_at=NOW, next_check_at=NOW))
    (stored,) = unread_articles(store, limit=1)
    save_readings(store, [(stored, Reading(Relevance(0.9, "central")))])
    with store.writing():
        store.db.conn.executemany(
            "INSERT INTO chats (bot_id, id, kind, title, is_subscribed, timezone, created_at) "
            "VALUES (?, ?, 'private', '', 1, 'Europe/Madrid', '2026-01-01')",
            ((BOT, n) for n in range(1, size + 1)),
        )
    news = DevelopmentIntent(
        "s1", stored.id, "meeting", "held", 3, stored.title, stored.text, "2026-03-10", None, "Ginebra", (), None, None,
        date_is_estimated=False, reason="Nadie lo había contado.",
    )  # fmt: skip
    record_verdict(store, Verdict(stored.id, "s1", "new", news.reason, development=news), now=NOW, is_alert=True)


async def _deliver(path: Path) -> float:
    async def send(*_what: object, **_how: object) -> int:
        return 1

    async def edit(*_what: object, **_how: object) -> None:
        raise AssertionError("nothing is to be edited")

    write = StoreThread(path)
    took = await milliseconds_of(lambda: deliver(DeliverRoom(write, send, edit, BOT, lambda: NOW)))
    write.close()
    return took


def _bare(path: Path, size: int) -> float:
    """Two updates a row, each committed, as the ledger needs."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("CREATE TABLE outbox (id INTEGER PRIMARY KEY, state TEXT)")
        connection.executemany("INSERT INTO outbox VALUES (?, 'ready')", ((n,) for n in range(size)))

        def mark() -> None:
            for n in range(size):
                for state in ("sending", "sent"):
                    connection.execute("UPDATE outbox SET state = ? WHERE id = ?", (state, n))

        return milliseconds(mark)
