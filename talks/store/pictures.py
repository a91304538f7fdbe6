"""Pictures that Telegram has: each is sent once, and again by its file id."""

from __future__ import annotations

from datetime import datetime, timedelta

from talks.store.connection import Store
from talks.store.values import stamp

KEPT_FOR = timedelta(days=60)


def kept_picture(store: Store, bot_id: int, key: str) -> str | None:
    """The file id of the picture; `key` tells what stands on it."""
    row = store.row("SELECT file_id FROM pictures WHERE bot_id = ? AND key = ?", bot_id, key)
    return str(row["file_id"]) if row else None


def keep_picture(store: Store, bot_id: int, key: str, *, file_id: str, now: datetime) -> None:
    """Remember a picture, and forget those that nobody will ask for any more: the day stands on them."""
    with store.writing():
        store.run("DELETE FROM pictures WHERE sent_at < ?", stamp(now - KEPT_FOR))
        store.run(
            "INSERT INTO pictures (bot_id, key, file_id, sent_at) VALUES (?, ?, ?, ?) "
            "ON CONFLICT (bot_id, key) DO UPDATE SET file_id = excluded.file_id, sent_at = excluded.sent_at",
            bot_id, key, file_id, stamp(now),
        )  # fmt: skip
