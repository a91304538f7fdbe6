"""What was held for a chat, sent as one message when its digest is due or its silence is over."""

from __future__ import annotations

import json
import sqlite3
from datetime import datetime
from zoneinfo import ZoneInfo

from talks.store.connection import Store
from talks.store.values import stamp
from talks.store.wishes import wishes_from
from talks.types import Wishes

LONGEST_BUNDLE = 100
"""Of what was held, the newest; older developments are left to the chronology."""


def release_due(store: Store, bot_id: int, *, now: datetime) -> int:
    """Put what is due into the outbox; how many messages that makes."""
    rows = store.rows(
        "SELECT chats.* FROM chats WHERE bot_id = ? AND EXISTS (SELECT 1 FROM held "
        "WHERE held.bot_id = chats.bot_id AND held.chat_id = chats.id)",
        bot_id,
    )
    return sum(_release(store, row, now=now) for row in rows if is_due(row, now=now))


def is_due(row: sqlite3.Row, *, now: datetime) -> bool:
    """Of a row of `chats`; a chat that left is due too, so that what was held for it goes away."""
    if not row["is_subscribed"] or row["is_gone"]:
        return True
    wishes, local = wishes_from(row, ()), now.astimezone(ZoneInfo(row["timezone"]))
    if (wishes.paused_until and wishes.paused_until > now) or is_quiet(wishes, local.hour):
        return False
    return wishes.mode != "digest" or _is_digest_time(wishes, local, row["digested_on"])


def is_quiet(wishes: Wishes, hour: int) -> bool:
    """Start and end alike mean none."""
    first, last = wishes.quiet_from, wishes.quiet_until
    if first is None or last is None or first == last:
        return False
    return first <= hour < last if first < last else hour >= first or hour < last


def _is_digest_time(wishes: Wishes, local: datetime, digested_on: str | None) -> bool:
    is_the_day = wishes.digest_weekday is None or wishes.digest_weekday == local.weekday()
    return is_the_day and local.hour >= wishes.digest_hour and digested_on != local.date().isoformat()


def _release(store: Store, chat: sqlite3.Row, *, now: datetime) -> int:
    """One row of the outbox for all that was held, in the transaction that lets go of it."""
    with store.writing():
        held = store.rows(
            "DELETE FROM held WHERE bot_id = ? AND chat_id = ? RETURNING development_id", chat["bot_id"], chat["id"]
        )
        if not held or not chat["is_subscribed"] or chat["is_gone"]:
            return 0
        ids = sorted((row["development_id"] for row in held), reverse=True)[:LONGEST_BUNDLE]
        is_bundle = len(ids) > 1 or chat["mode"] == "digest"
        store.run(
            "INSERT INTO outbox (bot_id, chat_id, development_id, part, bundle, created_at) VALUES (?, ?, ?, ?, ?, ?) "
            "ON CONFLICT DO NOTHING",
            chat["bot_id"], chat["id"], ids[0], int(is_bundle), json.dumps(ids) if is_bundle else None, stamp(now),
        )  # fmt: skip
        local = now.astimezone(ZoneInfo(chat["timezone"]))
        store.run(
            "UPDATE chats SET digested_on = ? WHERE bot_id = ? AND id = ? AND mode = 'digest'",
            local.date().isoformat(), chat["bot_id"], chat["id"],
        )  # fmt: skip
    return 1
