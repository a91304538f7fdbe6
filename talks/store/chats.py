"""Subscribers: private chats, groups and channels, each of one bot."""

from __future__ import annotations

from datetime import datetime

from talks.store.connection import Store
from talks.store.looks import move_looks
from talks.store.mutes import move_mutes
from talks.store.values import chat_from, stamp
from talks.store.wishes import move_wishes
from talks.types import Chat

STRIKES_UNTIL_GONE = 3
"""Refusals in a row after which a chat is no longer written to."""


def save_chat(store: Store, chat: Chat, *, now: datetime) -> None:
    """Remember a chat as it is now; one that had gone is taken up again with its settings."""
    with store.writing():
        store.run(
            "INSERT INTO chats (bot_id, id, kind, title, topic_id, is_subscribed, timezone, created_at, seen_at) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (bot_id, id) DO UPDATE SET kind = excluded.kind, "
            "title = excluded.title, topic_id = excluded.topic_id, is_subscribed = excluded.is_subscribed, "
            "is_gone = 0, strikes = 0, seen_at = excluded.seen_at",
            chat.bot_id, chat.id, chat.kind, chat.title, chat.topic_id, int(chat.is_subscribed), chat.timezone,
            stamp(now), stamp(now),
        )  # fmt: skip


def find_chat(store: Store, bot_id: int, chat_id: int) -> Chat | None:
    row = store.row("SELECT * FROM chats WHERE bot_id = ? AND id = ?", bot_id, chat_id)
    return chat_from(row) if row else None


def count_subscribers(store: Store) -> int:
    return int(store.rows("SELECT count(*) AS n FROM chats WHERE is_subscribed = 1 AND is_gone = 0")[0]["n"])


def unsubscribe_chat(store: Store, bot_id: int, chat_id: int) -> bool:
    """Send no more alerts, also none of those that wait; False when it was not subscribed. Its settings are kept."""
    with store.writing():
        changed = store.run(
            "UPDATE chats SET is_subscribed = 0 WHERE bot_id = ? AND id = ? AND is_subscribed = 1", bot_id, chat_id
        ).rowcount
        store.run(
            "UPDATE outbox SET state = 'failed', error = 'se dio de baja' "
            "WHERE bot_id = ? AND chat_id = ? AND state = 'ready'",
            bot_id, chat_id,
        )  # fmt: skip
    return bool(changed)


def strike_chat(store: Store, bot_id: int, chat_id: int) -> bool:
    """Count one refusal; True when the chat is now taken for gone. Its settings are kept for its return."""
    with store.writing():
        store.run(
            "UPDATE chats SET strikes = strikes + 1, is_gone = (strikes + 1 >= ?) WHERE bot_id = ? AND id = ?",
            STRIKES_UNTIL_GONE, bot_id, chat_id,
        )  # fmt: skip
        row = store.row("SELECT is_gone FROM chats WHERE bot_id = ? AND id = ?", bot_id, chat_id)
        is_gone = bool(row and row["is_gone"])
        if is_gone:
            leave_chat(store, bot_id, chat_id)
    return is_gone


def leave_chat(store: Store, bot_id: int, chat_id: int) -> None:
    """The bot was expelled or blocked, by Telegram's own word."""
    with store.writing():
        store.run("UPDATE chats SET is_gone = 1 WHERE bot_id = ? AND id = ?", bot_id, chat_id)
        store.run(
            "UPDATE outbox SET state = 'failed', error = 'el chat ya no está' "
            "WHERE bot_id = ? AND chat_id = ? AND state = 'ready'",
            bot_id, chat_id,
        )  # fmt: skip


def return_chat(store: Store, bot_id: int, chat_id: int) -> bool:
    """The bot may write there again: a chat that was subscribed gets its alerts as before; False for any other."""
    with store.writing():
        return bool(
            store.run(
                "UPDATE chats SET is_gone = 0, strikes = 0 WHERE bot_id = ? AND id = ? AND is_subscribed = 1",
                bot_id, chat_id,
            ).rowcount
        )  # fmt: skip


def move_chat(store: Store, bot_id: int, old_id: int, new_id: int) -> None:
    """A basic group became a supergroup: settings, history and what waits to be sent follow it."""
    with store.writing():
        if find_chat(store, bot_id, new_id) is None:
            store.run(
                "UPDATE chats SET id = ?, kind = 'supergroup' WHERE bot_id = ? AND id = ?", new_id, bot_id, old_id
            )
        else:
            store.run("DELETE FROM chats WHERE bot_id = ? AND id = ?", bot_id, old_id)
        store.run("UPDATE OR IGNORE outbox SET chat_id = ? WHERE bot_id = ? AND chat_id = ?", new_id, bot_id, old_id)
        store.run("DELETE FROM outbox WHERE bot_id = ? AND chat_id = ?", bot_id, old_id)
        move_mutes(store, bot_id, old_id, new_id)
        move_looks(store, bot_id, old_id, new_id)
        move_wishes(store, bot_id, old_id, new_id)
