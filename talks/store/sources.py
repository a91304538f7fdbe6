"""Feeds and the seed folder, with what is known of each."""

from __future__ import annotations

from datetime import datetime

from talks.store.connection import Store
from talks.store.values import instant, source_from, stamp
from talks.types import Source

SEEDS_URL = "seeds:"


def add_source(store: Store, *, url: str, title: str, kind: str = "feed") -> Source:
    """Add a source or take up again one that was removed; the title of a known one stays."""
    with store.writing():
        store.run(
            "INSERT INTO sources (kind, url, title) VALUES (?, ?, ?) "
            "ON CONFLICT (url) DO UPDATE SET is_active = 1, next_check_at = NULL",
            kind, url, title or url,
        )  # fmt: skip
        return source_from(store.rows("SELECT * FROM sources WHERE url = ?", url)[0])


def remove_source(store: Store, url: str) -> bool:
    """Stop polling a feed; its articles stay. False when there is no such feed."""
    with store.writing():
        return bool(store.run("UPDATE sources SET is_active = 0 WHERE url = ? AND is_active = 1", url).rowcount)


def active_sources(store: Store) -> tuple[Source, ...]:
    rows = store.rows("SELECT * FROM sources WHERE is_active = 1 AND kind = 'feed' ORDER BY title COLLATE NOCASE")
    return tuple(map(source_from, rows))


def source_urls(store: Store) -> frozenset[str]:
    """Every feed ever known, also those that were removed."""
    return frozenset(row["url"] for row in store.rows("SELECT url FROM sources"))


def due_sources(store: Store, *, now: datetime) -> tuple[Source, ...]:
    """The feeds whose next check has come, the longest waiting first."""
    rows = store.rows(
        "SELECT * FROM sources WHERE is_active = 1 AND kind = 'feed' AND (next_check_at IS NULL OR next_check_at <= ?) "
        "ORDER BY next_check_at",
        stamp(now),
    )
    return tuple(map(source_from, rows))


def record_failure(store: Store, source_id: int, *, error: str, now: datetime, next_check_at: datetime) -> None:
    with store.writing():
        store.run(
            "UPDATE sources SET failures = failures + 1, last_error = ?, checked_at = ?, next_check_at = ? "
            "WHERE id = ?",
            error, stamp(now), stamp(next_check_at), source_id,
        )  # fmt: skip


def last_poll(store: Store) -> datetime | None:
    row = store.row("SELECT max(checked_at) AS last FROM sources WHERE kind = 'feed'")
    return instant(row["last"]) if row and row["last"] else None
