"""What is known of a development after it was told, and the sent messages that do not say it yet.

A message is edited until it shows the revision of its development. Editing twice does no harm, so nothing has to be
remembered of an edit that a crash cut off.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from talks.store.connection import Store
from talks.store.pauses import IN_PAUSE, is_paused
from talks.store.values import chat_from, stamp
from talks.types import Chat, PendingEdit

WORTH_AN_EDIT = frozenset((2, 3, 5, 10, 20))
"""Numbers of independent sources at which sent messages are brought up to date."""
EDITED_FOR = timedelta(hours=48)
FURTHEST_BACK = 20
"""Developments in a row that were passed over before they left."""


def add_source(store: Store, development_id: int, article_id: str, *, wire: str, is_copy: bool, now: datetime) -> None:
    """Another article tells the development; the first print of each wire is an independent source."""
    before = _independent(store, development_id)
    store.run(
        "INSERT INTO development_sources (development_id, article_id, wire, is_copy) VALUES (?, ?, ?, ?) "
        "ON CONFLICT DO NOTHING",
        development_id, article_id, wire, int(is_copy),
    )  # fmt: skip
    after = _independent(store, development_id)
    if after > before and after in WORTH_AN_EDIT:
        _revise(store, development_id, now=now)


def _independent(store: Store, development_id: int) -> int:
    row = store.row(
        "SELECT count(DISTINCT wire) AS n FROM development_sources WHERE development_id = ? AND is_copy = 0",
        development_id,
    )
    return int(row["n"]) if row else 0


def follow(store: Store, development_id: int, *, by: int, now: datetime) -> None:
    """A later development changes what this one told."""
    store.run("UPDATE developments SET followed_by = ? WHERE id = ?", by, development_id)
    _revise(store, development_id, now=now)


def _revise(store: Store, development_id: int, *, now: datetime) -> None:
    store.run(
        "UPDATE developments SET revision = revision + 1, revised_at = ? WHERE id = ?", stamp(now), development_id
    )


def pending_edits(store: Store, bot_id: int, *, now: datetime, limit: int) -> tuple[PendingEdit, ...]:
    """Sent messages that are behind, newest development first; chats in pause and chats gone left out."""
    if is_paused(store, bot_id, now=now):
        return ()
    rows = store.rows(
        "SELECT outbox.id AS outbox_id, outbox.development_id, outbox.message_id, developments.revision AS known, "
        "chats.* FROM developments CROSS JOIN outbox ON outbox.development_id = developments.id "
        "JOIN chats ON chats.bot_id = outbox.bot_id AND chats.id = outbox.chat_id "
        "WHERE developments.revised_at >= ? AND outbox.bot_id = ? AND outbox.state = 'sent' AND bundle IS NULL "
        "AND outbox.revision < developments.revision AND outbox.sent_at >= ? AND chats.is_gone = 0 "
        f"AND (outbox.not_before IS NULL OR outbox.not_before <= ?) AND NOT EXISTS ({IN_PAUSE}) "
        "ORDER BY developments.id DESC, outbox.id LIMIT ?",
        stamp(now - EDITED_FOR), bot_id, stamp(now - EDITED_FOR), stamp(now), stamp(now), limit,
    )  # fmt: skip
    return tuple(
        PendingEdit(row["outbox_id"], chat_from(row), row["development_id"], row["message_id"], row["known"])
        for row in rows
    )


def message_answered(store: Store, chat: Chat, development_id: int | None) -> int | None:
    """The message in which the chat was told of the development, or of what it changed where it was passed over."""
    for _ in range(FURTHEST_BACK):
        row = store.row(
            "SELECT state, message_id, answers_id FROM outbox JOIN developments ON developments.id = development_id "
            "WHERE bot_id = ? AND chat_id = ? AND development_id = ?",
            chat.bot_id, chat.id, development_id,
        )  # fmt: skip
        if row is None or row["state"] != "superseded":
            return row["message_id"] if row and row["state"] == "sent" else None
        development_id = row["answers_id"]
    return None
