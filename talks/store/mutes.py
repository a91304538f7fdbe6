"""Stories that a chat does not want to hear of any more."""

from __future__ import annotations

import json
from datetime import datetime
from itertools import groupby

from talks.store.connection import Store
from talks.store.values import stamp


def mute_story(store: Store, bot_id: int, chat_id: int, *, story_id: str, now: datetime) -> None:
    """No more alerts of the story in this chat, also none of those that wait."""
    with store.writing():
        store.run(
            "INSERT INTO chat_mutes (bot_id, chat_id, story_id, muted_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
            bot_id, chat_id, story_id, stamp(now),
        )  # fmt: skip
        drop_waiting(store, bot_id, chat_id, story_id=story_id)


def mute_story_of(store: Store, bot_id: int, chat_id: int, development_id: int, *, now: datetime) -> None:
    """The story that the development is in now: it may have moved since somebody looked."""
    with store.writing():
        story_id = _story_of(store, development_id)
        if story_id is not None:
            mute_story(store, bot_id, chat_id, story_id=story_id, now=now)


def unmute_story_of(store: Store, bot_id: int, chat_id: int, development_id: int) -> None:
    with store.writing():
        story_id = _story_of(store, development_id)
        if story_id is not None:
            unmute_story(store, bot_id, chat_id, story_id=story_id)


def _story_of(store: Store, development_id: int) -> str | None:
    row = store.row("SELECT story_id FROM developments WHERE id = ?", development_id)
    return row["story_id"] if row else None


def drop_waiting(store: Store, bot_id: int, chat_id: int, *, story_id: str) -> None:
    """What waits of the story for the chat is not sent; a message of several developments goes without those of it."""
    with store.writing():
        _thin_bundles(store, bot_id, chat_id, story_id)
        store.run(
            "UPDATE outbox SET state = 'failed', error = 'historia silenciada' "
            "WHERE bot_id = ? AND chat_id = ? AND state = 'ready' "
            "AND development_id IN (SELECT id FROM developments WHERE story_id = ?)",
            bot_id, chat_id, story_id,
        )  # fmt: skip
        store.run(
            "DELETE FROM held WHERE bot_id = ? AND chat_id = ? "
            "AND development_id IN (SELECT id FROM developments WHERE story_id = ?)",
            bot_id, chat_id, story_id,
        )  # fmt: skip


def _thin_bundles(store: Store, bot_id: int, chat_id: int, story_id: str) -> None:
    """What has nothing but the story stays as it is."""
    rows = store.rows(
        "SELECT outbox.id, value FROM outbox CROSS JOIN json_each(bundle) WHERE bot_id = ? AND chat_id = ? "
        "AND state = 'ready' AND bundle IS NOT NULL "
        "AND value NOT IN (SELECT id FROM developments WHERE story_id = ?) ORDER BY outbox.id, key",
        bot_id, chat_id, story_id,
    )  # fmt: skip
    for outbox_id, group in groupby(rows, lambda row: row["id"]):
        kept = [row["value"] for row in group]
        store.run("UPDATE outbox SET bundle = ?, development_id = ? WHERE id = ?", json.dumps(kept), kept[0], outbox_id)


def muted_stories(store: Store, bot_id: int, chat_id: int) -> tuple[tuple[str, str], ...]:
    """(id, newest headline) of each, the one muted last first."""
    rows = store.rows(
        "SELECT chat_mutes.story_id, (SELECT json_extract(data, '$.headline') FROM developments "
        "WHERE developments.story_id = chat_mutes.story_id ORDER BY id DESC LIMIT 1) AS headline "
        "FROM chat_mutes WHERE bot_id = ? AND chat_id = ? ORDER BY muted_at DESC",
        bot_id, chat_id,
    )  # fmt: skip
    return tuple((row["story_id"], row["headline"] or row["story_id"]) for row in rows)


def unmute_story(store: Store, bot_id: int, chat_id: int, *, story_id: str) -> None:
    with store.writing():
        store.run("DELETE FROM chat_mutes WHERE bot_id = ? AND chat_id = ? AND story_id = ?", bot_id, chat_id, story_id)


def is_muted(store: Store, bot_id: int, chat_id: int, *, story_id: str) -> bool:
    row = store.row(
        "SELECT 1 FROM chat_mutes WHERE bot_id = ? AND chat_id = ? AND story_id = ?", bot_id, chat_id, story_id
    )
    return row is not None


def move_mutes(store: Store, bot_id: int, old_id: int, new_id: int) -> None:
    """What a basic group had muted holds for the supergroup it became."""
    with store.writing():
        store.run(
            "UPDATE OR IGNORE chat_mutes SET chat_id = ? WHERE bot_id = ? AND chat_id = ?", new_id, bot_id, old_id
        )
        store.run("DELETE FROM chat_mutes WHERE bot_id = ? AND chat_id = ?", bot_id, old_id)
