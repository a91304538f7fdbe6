"""Forgetting what nobody asks for any more, in small bites, so that no other writer waits."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from talks.store.connection import Store
from talks.store.values import stamp

MADE_OF_A_READING = ("readings", "role_observations", "statements", "facts", "sketches")


def forgettable_articles(store: Store, *, published_before: datetime) -> tuple[int, ...]:
    """Ids of old articles that still have their text and that no development is told by; texts of one's own stay."""
    rows = store.rows(
        "SELECT articles.id FROM articles JOIN readings ON readings.article_id = articles.id "
        "JOIN sources ON sources.id = source_id WHERE published < ? AND sources.kind = 'feed' "
        "AND NOT EXISTS (SELECT 1 FROM development_sources WHERE development_sources.article_id = articles.id) "
        "AND NOT EXISTS (SELECT 1 FROM pending WHERE pending.article_id = articles.id) ORDER BY articles.id",
        stamp(published_before),
    )
    return tuple(row["id"] for row in rows)


def forget_texts(store: Store, ids: Sequence[int]) -> None:
    """Take the text and all that was read in it; the key, the title and the verdict stay.

    Without its key, an article that its feed still lists would come in again as new.
    """
    with store.writing():
        for table in MADE_OF_A_READING:
            store.run(f"DELETE FROM {table} WHERE article_id IN ({placeholders(ids)})", *ids)
        store.run(f"UPDATE articles SET text = '' WHERE id IN ({placeholders(ids)})", *ids)


def placeholders(values: Sequence[object]) -> str:
    return ",".join("?" * len(values))


def forget_deliveries(store: Store, *, made_before: datetime, limit: int) -> int:
    """Drop old rows of the outbox that are settled; how many. Ids grow with time, so only the old end is walked."""
    with store.writing():
        return store.run(
            "DELETE FROM outbox WHERE id IN (SELECT id FROM outbox WHERE id < "
            "coalesce((SELECT min(id) FROM outbox WHERE created_at >= ?), 9e18) "
            "AND state NOT IN ('ready', 'sending') ORDER BY id LIMIT ?)",
            stamp(made_before), limit,
        ).rowcount  # fmt: skip


def settle_down(store: Store, *, now: datetime) -> None:
    """Drop pauses that are over, let SQLite look at its indexes, and fold the journal into the database."""
    with store.writing():
        store.run("DELETE FROM pauses WHERE until < ?", stamp(now))
    store.rows("PRAGMA optimize")
    store.rows("PRAGMA wal_checkpoint(TRUNCATE)")
