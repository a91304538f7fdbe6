"""Filters of the chronology that do not fit in a button, kept by a short key."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta

from talks.store.connection import Store
from talks.store.values import stamp

KEPT_FOR = timedelta(days=90)


def filter_key(text: str) -> str:
    """Sixteen hexadecimal digits, always the same for the same filter."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:16]


def keep_filter(store: Store, text: str, *, now: datetime) -> None:
    """Remember a filter under its key; what nobody has asked for in three months is forgotten."""
    with store.writing():
        store.run(
            "INSERT INTO long_filters (key, text, asked_at) VALUES (?, ?, ?) "
            "ON CONFLICT (key) DO UPDATE SET asked_at = excluded.asked_at",
            filter_key(text), text, stamp(now),
        )  # fmt: skip
        store.run("DELETE FROM long_filters WHERE asked_at < ?", stamp(now - KEPT_FOR))


def kept_filter(store: Store, key: str) -> str | None:
    row = store.row("SELECT text FROM long_filters WHERE key = ?", key)
    return row["text"] if row else None
