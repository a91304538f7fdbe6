"""Who is told of a development: at once, or later with others.

Chats that are subscribed, have not muted the story and want this kind of news get a row of the outbox; in a pause, in
their quiet hours and in the mode of digests it is held for them (`talks/store/releases.py`).
"""

from __future__ import annotations

import json
from datetime import datetime
from zoneinfo import ZoneInfo

from talks.store.connection import Store
from talks.store.values import INTENT, reading_from, stamp
from talks.types.wishes import IMPORTANT_FROM, person_key, theme_key

WANTS = (
    "is_subscribed = 1 AND is_gone = 0 AND chats.timezone = ? AND NOT EXISTS (SELECT 1 FROM chat_mutes "
    "WHERE chat_mutes.bot_id = chats.bot_id AND chat_mutes.chat_id = chats.id AND story_id = ?) "
    "AND (mode IN ('all', 'digest') OR (mode = 'important' AND ?) OR EXISTS (SELECT 1 FROM chat_follows "
    "WHERE chat_follows.bot_id = chats.bot_id AND chat_follows.chat_id = chats.id AND key IN "
    "(SELECT value FROM json_each(?))))"
)
IS_LATER = (
    "(mode = 'digest' OR paused_until > ? OR (quiet_from < quiet_until AND ? >= quiet_from AND ? < quiet_until) "
    "OR (quiet_from > quiet_until AND (? >= quiet_from OR ? < quiet_until)))"
)


def enqueue(store: Store, development_id: int, *, now: datetime) -> None:
    """Inside the transaction that makes the development."""
    row = store.row(
        "SELECT developments.data, story_id, importance, readings.data AS reading FROM developments "
        "LEFT JOIN readings ON readings.article_id = developments.article_id WHERE developments.id = ?",
        development_id,
    )
    if row is None:
        return
    keys = _as_json(_keys(row["data"], row["reading"]))
    for zone in _zones(store):
        wants = (zone, row["story_id"], int(row["importance"] >= IMPORTANT_FROM), keys)
        hour = now.astimezone(ZoneInfo(zone)).hour
        later = (stamp(now), hour, hour, hour, hour)
        store.run(
            "INSERT INTO held (bot_id, chat_id, development_id, held_at) "
            f"SELECT bot_id, id, ?, ? FROM chats WHERE {WANTS} AND {IS_LATER} ON CONFLICT DO NOTHING",
            development_id, stamp(now), *wants, *later,
        )  # fmt: skip
        store.run(
            "INSERT INTO outbox (bot_id, chat_id, development_id, created_at) "
            f"SELECT bot_id, id, ?, ? FROM chats WHERE {WANTS} AND coalesce({IS_LATER}, 0) = 0",
            development_id, stamp(now), *wants, *later,
        )  # fmt: skip


def _zones(store: Store) -> list[str]:
    rows = store.rows("SELECT DISTINCT timezone FROM chats WHERE is_subscribed = 1 AND is_gone = 0")
    return [row["timezone"] for row in rows]


def _keys(intent_data: str, reading_data: str | None) -> set[str]:
    """What somebody may follow to be told of this."""
    intent = INTENT.validate_json(intent_data)
    names = {*intent.actors, *([intent.quote.speaker] if intent.quote else [])}
    themes = reading_from(reading_data).themes if reading_data else ()
    return {*map(person_key, names), *map(theme_key, themes)}


def _as_json(keys: set[str]) -> str:
    return json.dumps(sorted(keys), ensure_ascii=False)
