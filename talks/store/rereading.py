"""Long work on stored articles, in bites that leave their mark: stopped anywhere, it goes on where it was."""

from __future__ import annotations

from collections.abc import Sequence

from talks.store.articles import PollResult, save_poll, save_readings
from talks.store.connection import Store
from talks.store.retention import placeholders
from talks.store.values import article_from
from talks.types import Article, Reading

ARCHIVE = "archive"
"""The stage of articles of an archive: no digest takes them up, for they are judged by their own clock."""


def reread_position(store: Store, fingerprint: str) -> int:
    """The id of the last article read again by the reader of this fingerprint; 0 for none."""
    row = store.row("SELECT position FROM chores WHERE name = 'reread' AND fingerprint = ?", fingerprint)
    return int(row["position"]) if row else 0


def forget_position(store: Store) -> None:
    with store.writing():
        store.run("DELETE FROM chores WHERE name = 'reread'")


def count_read_after(store: Store, position: int) -> int:
    return int(store.rows("SELECT count(*) AS n FROM readings WHERE article_id > ?", position)[0]["n"])


def read_articles_after(store: Store, position: int, *, limit: int) -> tuple[Article, ...]:
    """Those that have a reading, by id."""
    rows = store.rows(
        "SELECT articles.* FROM readings JOIN articles ON articles.id = article_id WHERE article_id > ? "
        "ORDER BY article_id LIMIT ?",
        position, limit,
    )  # fmt: skip
    return tuple(map(article_from, rows))


def replace_readings(store: Store, pairs: Sequence[tuple[Article, Reading]], *, fingerprint: str) -> None:
    """Put new readings in the place of the old ones and remember how far it got; verdicts stay as they were."""
    ids = [int(article.id) for article, _ in pairs]
    with store.writing():
        for table in ("role_observations", "statements", "readings"):
            store.run(f"DELETE FROM {table} WHERE article_id IN ({placeholders(ids)})", *ids)
        save_readings(store, pairs)
        store.run(
            "INSERT INTO chores (name, position, fingerprint) VALUES ('reread', ?, ?) ON CONFLICT (name) "
            "DO UPDATE SET position = excluded.position, fingerprint = excluded.fingerprint",
            max(ids), fingerprint,
        )  # fmt: skip


def save_archive(store: Store, result: PollResult) -> int:
    """Store articles of an archive to be judged by their own clock; how many were new."""
    with store.writing():
        new = save_poll(store, result)
        store.run(
            "UPDATE pending SET stage = ? WHERE stage = 'read' "
            "AND (SELECT source_id FROM articles WHERE articles.id = article_id) = ?",
            ARCHIVE, result.source_id,
        )  # fmt: skip
    return new


def archived_ids(store: Store) -> tuple[int, ...]:
    """Those that wait, oldest publication first."""
    rows = store.rows(
        "SELECT articles.id FROM pending JOIN articles ON articles.id = article_id WHERE stage = ? "
        "ORDER BY published, articles.id",
        ARCHIVE,
    )
    return tuple(row["id"] for row in rows)


def articles_by_id(store: Store, ids: Sequence[int]) -> tuple[Article, ...]:
    """In the order of the ids."""
    rows = store.rows(f"SELECT * FROM articles WHERE id IN ({placeholders(ids)})", *ids)
    found = {row["id"]: article_from(row) for row in rows}
    return tuple(found[each] for each in ids if each in found)


def release_archived(store: Store, ids: Sequence[int]) -> None:
    """Let them be read and judged now; call it in the transaction that does so."""
    with store.writing():
        store.run(f"UPDATE pending SET stage = 'read' WHERE article_id IN ({placeholders(ids)})", *ids)
