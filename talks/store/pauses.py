"""Pauses that Telegram ordered, as rows: they hold over restarts, for one chat or for the whole bot."""

from __future__ import annotations

from datetime import datetime

from talks.store.connection import Store
from talks.store.values import instant, stamp
from talks.types import Hold

WHOLE_BOT = 0
"""The chat id of a pause that holds for every chat of the bot."""

IN_PAUSE = "SELECT 1 FROM pauses WHERE pauses.bot_id = outbox.bot_id AND pauses.chat_id = outbox.chat_id AND until > ?"


def pause(store: Store, bot_id: int, hold: Hold, *, now: datetime) -> None:
    """The longer of two pauses counts."""
    with store.writing():
        store.run(
            "INSERT INTO pauses (bot_id, chat_id, until, since) VALUES (?, ?, ?, ?) ON CONFLICT (bot_id, chat_id) "
            "DO UPDATE SET until = excluded.until, since = excluded.since WHERE excluded.until > until",
            bot_id, WHOLE_BOT if hold.chat_id is None else hold.chat_id, stamp(hold.until), stamp(now),
        )  # fmt: skip


def is_paused(store: Store, bot_id: int, chat_id: int = WHOLE_BOT, *, now: datetime) -> bool:
    """Whether the chat may not be written to now, by a pause of its own or of the whole bot."""
    found = store.row(
        "SELECT 1 FROM pauses WHERE bot_id = ? AND chat_id IN (?, ?) AND until > ?",
        bot_id, chat_id, WHOLE_BOT, stamp(now),
    )  # fmt: skip
    return found is not None


def pauses(store: Store, bot_id: int, *, now: datetime) -> tuple[Hold, ...]:
    """Those that still hold."""
    rows = store.rows("SELECT chat_id, until FROM pauses WHERE bot_id = ? AND until > ?", bot_id, stamp(now))
    return tuple(Hold(instant(row["until"]), row["chat_id"] or None) for row in rows)


def tidy_pauses(store: Store, bot_id: int, *, now: datetime) -> None:
    """Forget what is over; a pause that begins in the future is one before the clock was set back, and begins anew."""
    rows = store.rows("SELECT chat_id, since, until FROM pauses WHERE bot_id = ?", bot_id)
    over = [row["chat_id"] for row in rows if instant(row["until"]) <= now]
    ahead = {row["chat_id"]: row for row in rows if row["since"] and instant(row["since"]) > now}
    if not over and not ahead:
        return
    with store.writing():
        for chat_id in over:
            store.run("DELETE FROM pauses WHERE bot_id = ? AND chat_id = ?", bot_id, chat_id)
        for chat_id, row in ahead.items():
            until = now + (instant(row["until"]) - instant(row["since"]))
            store.run(
                "UPDATE pauses SET since = ?, until = ? WHERE bot_id = ? AND chat_id = ?",
                stamp(now), stamp(until), bot_id, chat_id,
            )  # fmt: skip
