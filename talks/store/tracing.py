"""From a message back to what it told, and what became of a development in one chat."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from talks.store.connection import Store
from talks.store.values import instant_or_none


@dataclass(frozen=True, slots=True)
class Trace:
    """A row of the outbox as the chat may know it."""

    state: str
    sent_at: datetime | None
    error: str | None


@dataclass(frozen=True, slots=True)
class Judgement:
    """What was decided on an article."""

    novelty: str
    reason: str
    development_id: int | None


def development_of_message(store: Store, bot_id: int, chat_id: int, message_id: int) -> int | None:
    """What an alert of this chat told."""
    row = store.row(
        "SELECT development_id FROM outbox WHERE bot_id = ? AND chat_id = ? AND message_id = ?",
        bot_id, chat_id, message_id,
    )  # fmt: skip
    return int(row["development_id"]) if row else None


def last_told(store: Store, bot_id: int, chat_id: int) -> int | None:
    """The development that this chat was told last."""
    row = store.row(
        "SELECT development_id FROM outbox WHERE bot_id = ? AND chat_id = ? AND state = 'sent' "
        "ORDER BY sent_at DESC LIMIT 1",
        bot_id, chat_id,
    )  # fmt: skip
    return int(row["development_id"]) if row else None


def trace(store: Store, bot_id: int, chat_id: int, development_id: int) -> Trace | None:
    """What became of a development in a chat; None when it was never meant for it."""
    row = store.row(
        "SELECT state, sent_at, error FROM outbox WHERE bot_id = ? AND chat_id = ? AND (development_id = ? "
        "OR EXISTS (SELECT 1 FROM json_each(bundle) WHERE value = ?)) ORDER BY part LIMIT 1",
        bot_id, chat_id, development_id, development_id,
    )  # fmt: skip
    if row:
        return Trace(row["state"], instant_or_none(row["sent_at"]), row["error"])
    held = store.row(
        "SELECT 1 FROM held WHERE bot_id = ? AND chat_id = ? AND development_id = ?", bot_id, chat_id, development_id
    )
    return Trace("held", None, None) if held else None


def judgement_on(store: Store, article_id: str) -> Judgement | None:
    row = store.row("SELECT novelty, reason, development_id FROM verdicts WHERE article_id = ?", article_id)
    return Judgement(row["novelty"], row["reason"], row["development_id"]) if row else None
