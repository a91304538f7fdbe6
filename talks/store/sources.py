"""Feeds and the seed folder, with what is known of each."""

from __future__ import annotations

from datetime import datetime

from talks.store.connection import Store
from talks.store.values import instant, source_from, stamp
from talks.types import Source

SEEDS_URL = "seeds:"


def add_source(store: Store, *, url: str, title: str, kind: str = "feed") -> Source:
    """Add a source or take up again one that was removed; the title of a known one stays.

    What a removed one published meanwhile is its backlog, as if it were new: it alerts nobody.
    """
    with store.writing():
        present = present_url(store, url)
        store.run(
            "INSERT INTO sources (kind, url, title) VALUES (?, ?, ?) ON CONFLICT (url) DO UPDATE SET "
            "is_primed = is_primed AND is_active, is_active = 1, next_check_at = NULL",
            kind, present, title or present,
        )  # fmt: skip
        return source_from(store.rows("SELECT * FROM sources WHERE url = ?", present)[0])


def remove_source(store: Store, url: str) -> bool:
    """Stop polling a feed; its articles stay. False when there is no such feed."""
    with store.writing():
        present = present_url(store, url)
        return bool(store.run("UPDATE sources SET is_active = 0 WHERE url = ? AND is_active = 1", present).rowcount)


def present_url(store: Store, url: str) -> str:
    """Where a feed that was known by this address is now."""
    row = store.row(
        "SELECT sources.url FROM former_urls JOIN sources ON sources.id = source_id WHERE former_urls.url = ?", url
    )
    return row["url"] if row else url


def move_source(store: Store, source_id: int, url: str) -> None:
    """A feed moved for good: it is asked at its new address and stays known by the old one.

    Nothing moves to the address of another feed.
    """
    row = store.row("SELECT url FROM sources WHERE id = ?", source_id)
    if row is None or store.row("SELECT 1 FROM sources WHERE url = ?", url):
        return
    with store.writing():
        store.run("DELETE FROM former_urls WHERE url = ?", url)
        store.run("INSERT INTO former_urls (url, source_id) VALUES (?, ?)", row["url"], source_id)
        store.run("UPDATE sources SET url = ? WHERE id = ?", url, source_id)


def take_backlog_as_known(store: Store) -> None:
    """What the sources hold at their next answer is noted and told to nobody."""
    with store.writing():
        store.run("UPDATE sources SET is_primed = 0, etag = NULL, last_modified = NULL, next_check_at = NULL")


def active_sources(store: Store) -> tuple[Source, ...]:
    rows = store.rows("SELECT * FROM sources WHERE is_active = 1 AND kind = 'feed' ORDER BY title COLLATE NOCASE")
    return tuple(map(source_from, rows))


def source_urls(store: Store) -> frozenset[str]:
    """Every address that a feed was ever known by, also of those that were removed or have moved."""
    rows = store.rows("SELECT url FROM sources UNION SELECT url FROM former_urls")
    return frozenset(row["url"] for row in rows)


def due_sources(store: Store, *, now: datetime) -> tuple[Source, ...]:
    """The feeds whose next check has come, the longest waiting first.

    One that was checked in the future is due too: the clock has been put back.
    """
    rows = store.rows(
        "SELECT * FROM sources WHERE is_active = 1 AND kind = 'feed' "
        "AND (next_check_at IS NULL OR next_check_at <= ? OR checked_at > ?) ORDER BY next_check_at",
        stamp(now), stamp(now),
    )  # fmt: skip
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
