"""How far each chat has looked: «what is new for me» is one comparison."""

from __future__ import annotations

from talks.store.connection import Store


def last_look(store: Store, bot_id: int, chat_id: int) -> int | None:
    """The newest development there was when the chat last asked; None when it never has."""
    row = store.row("SELECT development_id FROM looks WHERE bot_id = ? AND chat_id = ?", bot_id, chat_id)
    return int(row["development_id"]) if row else None


def note_look(store: Store, bot_id: int, chat_id: int) -> None:
    """It has seen all there is now."""
    with store.writing():
        store.run(
            "INSERT INTO looks (bot_id, chat_id, development_id) "
            "SELECT ?, ?, coalesce(max(id), 0) FROM developments WHERE true "
            "ON CONFLICT (bot_id, chat_id) DO UPDATE SET development_id = excluded.development_id",
            bot_id, chat_id,
        )  # fmt: skip


def move_looks(store: Store, bot_id: int, old_id: int, new_id: int) -> None:
    with store.writing():
        store.run("UPDATE OR IGNORE looks SET chat_id = ? WHERE bot_id = ? AND chat_id = ?", new_id, bot_id, old_id)
        store.run("DELETE FROM looks WHERE bot_id = ? AND chat_id = ?", bot_id, old_id)
