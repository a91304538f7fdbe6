"""The delivery ledger: one row per bot, chat, development and part.

    ready → sending → sent | failed | ambiguous → told

`sending` is committed just before the call, so that a crash leaves at most one row per sender in doubt; a row in doubt
is never sent again, and the next message to that chat says what it may have missed (`told`).
"""

from __future__ import annotations

import json
from datetime import datetime

from talks.store.connection import Store
from talks.store.values import instant, stamp
from talks.types import Chat, Delivery

WHOLE_BOT = 0
"""The chat id of a pause that holds for every chat of the bot."""


def claim_delivery(store: Store, bot_id: int, *, now: datetime) -> Delivery | None:
    """Mark the next row as being sent and give it; newest development first, chats in pause left out.

    A row that was tried in the future does not wait: the clock has been put back.
    """
    with store.writing():
        row = store.row(
            "SELECT outbox.id AS outbox_id, outbox.development_id, outbox.attempts, bundle, chats.* FROM outbox "
            "JOIN chats ON chats.bot_id = outbox.bot_id AND chats.id = outbox.chat_id "
            "WHERE outbox.state = 'ready' AND outbox.bot_id = ? "
            "AND (not_before IS NULL OR not_before <= ? OR sending_at > ?) "
            "AND NOT EXISTS (SELECT 1 FROM pauses WHERE pauses.bot_id = outbox.bot_id "
            "AND pauses.chat_id IN (outbox.chat_id, 0) AND until > ?) "
            "ORDER BY outbox.development_id DESC, outbox.id LIMIT 1",
            bot_id, stamp(now), stamp(now), stamp(now),
        )  # fmt: skip
        if row is None:
            return None
        store.run(
            "UPDATE outbox SET state = 'sending', sending_at = ?, attempts = attempts + 1 WHERE id = ?",
            stamp(now), row["outbox_id"],
        )  # fmt: skip
    chat = Chat(
        bot_id=bot_id,
        id=row["id"],
        kind=row["kind"],
        title=row["title"],
        is_subscribed=bool(row["is_subscribed"]),
        topic_id=row["topic_id"],
        timezone=row["timezone"],
    )
    bundle = tuple(json.loads(row["bundle"] or "[]"))
    return Delivery(row["outbox_id"], chat, row["development_id"], row["attempts"] + 1, bundle)


def mark_sent(store: Store, delivery: Delivery, *, message_id: int, now: datetime, revision: int = 0) -> None:
    """`revision` is that of the development as the message shows it."""
    with store.writing():
        store.run(
            "UPDATE outbox SET state = 'sent', sent_at = ?, message_id = ?, error = NULL, not_before = NULL, "
            "revision = ? WHERE id = ?",
            stamp(now), message_id, revision, delivery.id,
        )  # fmt: skip
        store.run("UPDATE chats SET strikes = 0 WHERE bot_id = ? AND id = ?", delivery.chat.bot_id, delivery.chat.id)
        store.run(
            "UPDATE outbox SET state = 'told' WHERE bot_id = ? AND chat_id = ? AND state = 'ambiguous'",
            delivery.chat.bot_id, delivery.chat.id,
        )  # fmt: skip


def mark_failed(store: Store, delivery: Delivery, *, error: str) -> None:
    """A dead letter: it will not be tried again."""
    _finish(store, delivery, "failed", error)


def mark_ambiguous(store: Store, delivery: Delivery, *, error: str) -> None:
    """Nobody can say whether it arrived."""
    _finish(store, delivery, "ambiguous", error)


def _finish(store: Store, delivery: Delivery, state: str, error: str) -> None:
    with store.writing():
        store.run("UPDATE outbox SET state = ?, error = ? WHERE id = ?", state, error, delivery.id)


def postpone(store: Store, delivery: Delivery, *, until: datetime, error: str) -> None:
    """It was not sent: back to `ready`, not before the instant."""
    with store.writing():
        store.run(
            "UPDATE outbox SET state = 'ready', not_before = ?, error = ? WHERE id = ?",
            stamp(until), error, delivery.id,
        )  # fmt: skip


def pause(store: Store, bot_id: int, *, chat_id: int = WHOLE_BOT, until: datetime) -> None:
    """Hold a chat, or the whole bot, until an instant; the longer of two pauses counts."""
    with store.writing():
        store.run(
            "INSERT INTO pauses (bot_id, chat_id, until) VALUES (?, ?, ?) "
            "ON CONFLICT (bot_id, chat_id) DO UPDATE SET until = max(until, excluded.until)",
            bot_id, chat_id, stamp(until),
        )  # fmt: skip


def pauses(store: Store, bot_id: int, *, now: datetime) -> dict[int, datetime]:
    """Pauses that still hold, by chat id (0: the whole bot)."""
    rows = store.rows("SELECT chat_id, until FROM pauses WHERE bot_id = ? AND until > ?", bot_id, stamp(now))
    return {row["chat_id"]: instant(row["until"]) for row in rows}


def recover_interrupted(store: Store, bot_id: int) -> int:
    """After a crash: what was being sent is in doubt now. Call it before the first delivery of a run."""
    with store.writing():
        return store.run(
            "UPDATE outbox SET state = 'ambiguous', error = 'interrumpido durante el envío' "
            "WHERE bot_id = ? AND state = 'sending'",
            bot_id,
        ).rowcount


def doubtful_developments(store: Store, bot_id: int, chat_id: int) -> tuple[int, ...]:
    """Developments that the chat may have missed and has not been told of."""
    rows = store.rows(
        "SELECT DISTINCT development_id FROM outbox WHERE bot_id = ? AND chat_id = ? AND state = 'ambiguous'",
        bot_id, chat_id,
    )  # fmt: skip
    return tuple(row["development_id"] for row in rows)


def outbox_counts(store: Store) -> dict[str, int]:
    """Rows by state."""
    return {row["state"]: row["n"] for row in store.rows("SELECT state, count(*) AS n FROM outbox GROUP BY state")}
