"""Subscribers as plain values: to move them to another installation, and to forget them for good."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from talks.errors import StoreError
from talks.store.connection import Store
from talks.store.values import chat_from, stamp
from talks.types import Chat

Portable = Mapping[str, object]
"""A chat: `chat` has the columns of its row, every other key the rows of one more table."""

OF_THIS_DATABASE = frozenset(("development_id", "story_id"))
"""What has such a column names things by numbers of this database, and would mean something else in another."""


def shared_chats(store: Store, bot_id: int, *, limit: int) -> tuple[Chat, ...]:
    """Subscribed groups and channels."""
    rows = store.rows(
        "SELECT * FROM chats WHERE bot_id = ? AND kind <> 'private' AND is_subscribed = 1 AND is_gone = 0 "
        "ORDER BY id LIMIT ?",
        bot_id, limit,
    )  # fmt: skip
    return tuple(map(chat_from, rows))


def export_chats(store: Store) -> Iterator[Portable]:
    """Every chat of every bot with what it chose; what is on its way to it stays here."""
    tables = [table for table, columns in _tables_by_chat(store).items() if not columns & OF_THIS_DATABASE]
    for row in store.rows("SELECT * FROM chats ORDER BY bot_id, id"):
        more = {
            table: [dict(each) for each in _rows_of(store, table, row["bot_id"], row["id"])] for table in sorted(tables)
        }
        yield {"chat": dict(row), **more}


def export_chat(store: Store, bot_id: int, chat_id: int) -> Portable | None:
    """All that is kept of one chat, what is on its way to it too; None for one that is not known."""
    row = store.row("SELECT * FROM chats WHERE bot_id = ? AND id = ?", bot_id, chat_id)
    if row is None:
        return None
    more = {
        table: [dict(each) for each in _rows_of(store, table, bot_id, chat_id)]
        for table in sorted(_tables_by_chat(store))
    }
    return {"chat": dict(row), **more}


def import_chats(store: Store, chats: Iterable[Portable]) -> int:
    """Take chats in, all or none; those that are known are overwritten. How many came.

    What another version wrote and this one does not know is left out. Raises StoreError when a chat makes no sense.
    """
    known = {"chats": _columns(store, "chats"), **_tables_by_chat(store)}
    count = 0
    with store.writing():
        for count, portable in enumerate(chats, 1):
            try:
                _take_in(store, portable, known)
            except (sqlite3.IntegrityError, sqlite3.ProgrammingError, AttributeError, TypeError) as error:
                raise StoreError(f"El suscriptor número {count} no se entiende: {error}.") from error
    return count


def _take_in(store: Store, portable: Portable, known: Mapping[str, frozenset[str]]) -> None:
    for table, rows in portable.items():
        name = "chats" if table == "chat" else table
        if name in known and not known[name] & OF_THIS_DATABASE:
            for row in [rows] if table == "chat" else rows:  # type: ignore[attr-defined]
                _put(store, name, {column: value for column, value in row.items() if column in known[name]})


def _put(store: Store, table: str, row: Mapping[str, object]) -> None:
    """Raises TypeError where nothing of the row is known, and what SQLite raises."""
    if not row:
        raise TypeError("no dice nada")
    columns = ", ".join(f'"{column}"' for column in row)
    marks = ", ".join("?" * len(row))
    store.run(f"INSERT OR REPLACE INTO {table} ({columns}) VALUES ({marks})", *row.values())


def forget_chat(store: Store, bot_id: int, chat_id: int) -> None:
    """Everything that names the chat, in every table."""
    with store.writing():
        for table in _tables_by_chat(store):
            store.run(f"DELETE FROM {table} WHERE bot_id = ? AND chat_id = ?", bot_id, chat_id)
        store.run("DELETE FROM chats WHERE bot_id = ? AND id = ?", bot_id, chat_id)


def forget_inactive_chats(store: Store, *, unseen_since: datetime) -> int:
    """Chats that left, or get no alerts, and have not been seen since; how many."""
    with store.writing():
        rows = store.rows(
            "SELECT bot_id, id FROM chats WHERE (is_gone = 1 OR is_subscribed = 0) "
            "AND coalesce(seen_at, created_at) < ?",
            stamp(unseen_since),
        )
        for row in rows:
            forget_chat(store, row["bot_id"], row["id"])
    return len(rows)


def _rows_of(store: Store, table: str, bot_id: int, chat_id: int) -> list[sqlite3.Row]:
    return store.rows(f"SELECT * FROM {table} WHERE bot_id = ? AND chat_id = ? ORDER BY rowid", bot_id, chat_id)


def _tables_by_chat(store: Store) -> dict[str, frozenset[str]]:
    """The tables whose rows are about one chat, with their columns."""
    names = [row["name"] for row in store.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    columns = {name: _columns(store, name) for name in names}
    return {name: found for name, found in columns.items() if {"bot_id", "chat_id"} <= found}


def _columns(store: Store, table: str) -> frozenset[str]:
    return frozenset(row["name"] for row in store.rows("SELECT name FROM pragma_table_info(?)", table))
