"""Developments by the stretch of time in which they were published or became known."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import datetime

from talks.store.connection import Store
from talks.store.developments import development
from talks.store.values import stamp
from talks.types import Development


def developments_since(store: Store, since: datetime, *, limit: int) -> tuple[Development, ...]:
    """What was published since an instant, newest first."""
    rows = store.rows(
        "SELECT developments.id FROM articles JOIN developments ON developments.article_id = articles.id "
        "WHERE articles.published >= ? ORDER BY articles.published DESC, developments.id DESC LIMIT ?",
        stamp(since), limit,
    )  # fmt: skip
    return _all(store, rows)


def developments_after(store: Store, last_id: int, *, limit: int) -> tuple[tuple[Development, ...], int]:
    """What has become known after a development, newest first, and how much there is in all."""
    rows = store.rows("SELECT id FROM developments WHERE id > ? ORDER BY id DESC LIMIT ?", last_id, limit)
    total = store.rows("SELECT count(*) AS n FROM developments WHERE id > ?", last_id)[0]["n"]
    return _all(store, rows), int(total)


def last_development_id(store: Store) -> int:
    """0 where there is none."""
    return int(store.rows("SELECT coalesce(max(id), 0) AS last FROM developments")[0]["last"])


def _all(store: Store, rows: Iterable[sqlite3.Row]) -> tuple[Development, ...]:
    return tuple(found for row in rows if (found := development(store, row["id"])) is not None)
