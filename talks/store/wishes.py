"""What each chat wants: its mode, hours, pause, time zone, and whom and what it follows."""

from __future__ import annotations

import sqlite3
from datetime import datetime

from talks.store.connection import Store
from talks.store.values import instant_or_none, stamp
from talks.types import Wishes


def wishes_of(store: Store, bot_id: int, chat_id: int) -> Wishes:
    """The usual ones for a chat that is not known."""
    row = store.row("SELECT * FROM chats WHERE bot_id = ? AND id = ?", bot_id, chat_id)
    return wishes_from(row, follows_of(store, bot_id, chat_id)) if row else Wishes()


def wishes_from(row: sqlite3.Row, follows: tuple[str, ...]) -> Wishes:
    return Wishes(
        mode=row["mode"],
        digest_hour=row["digest_hour"],
        digest_weekday=row["digest_weekday"],
        quiet_from=row["quiet_from"],
        quiet_until=row["quiet_until"],
        paused_until=instant_or_none(row["paused_until"]),
        follows=follows,
    )


def save_wishes(store: Store, bot_id: int, chat_id: int, wishes: Wishes) -> None:
    """All but what is followed, which is kept one by one."""
    with store.writing():
        store.run(
            "UPDATE chats SET mode = ?, digest_hour = ?, digest_weekday = ?, quiet_from = ?, quiet_until = ?, "
            "paused_until = ? WHERE bot_id = ? AND id = ?",
            wishes.mode, wishes.digest_hour, wishes.digest_weekday, wishes.quiet_from, wishes.quiet_until,
            stamp(wishes.paused_until) if wishes.paused_until else None, bot_id, chat_id,
        )  # fmt: skip


def save_timezone(store: Store, bot_id: int, chat_id: int, zone: str) -> None:
    with store.writing():
        store.run("UPDATE chats SET timezone = ? WHERE bot_id = ? AND id = ?", zone, bot_id, chat_id)


def follows_of(store: Store, bot_id: int, chat_id: int) -> tuple[str, ...]:
    rows = store.rows("SELECT key FROM chat_follows WHERE bot_id = ? AND chat_id = ? ORDER BY key", bot_id, chat_id)
    return tuple(row["key"] for row in rows)


def follow_key(store: Store, bot_id: int, chat_id: int, key: str, *, now: datetime) -> None:
    with store.writing():
        store.run(
            "INSERT INTO chat_follows (bot_id, chat_id, key, followed_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
            bot_id, chat_id, key, stamp(now),
        )  # fmt: skip


def unfollow_key(store: Store, bot_id: int, chat_id: int, key: str) -> bool:
    """False when it was not followed."""
    with store.writing():
        return bool(
            store.run(
                "DELETE FROM chat_follows WHERE bot_id = ? AND chat_id = ? AND key = ?", bot_id, chat_id, key
            ).rowcount
        )


def move_wishes(store: Store, bot_id: int, old_id: int, new_id: int) -> None:
    """What a basic group followed, and what is kept for it, holds for the supergroup it became."""
    with store.writing():
        for table in ("chat_follows", "held"):
            store.run(
                f"UPDATE OR IGNORE {table} SET chat_id = ? WHERE bot_id = ? AND chat_id = ?", new_id, bot_id, old_id
            )
            store.run(f"DELETE FROM {table} WHERE bot_id = ? AND chat_id = ?", bot_id, old_id)
