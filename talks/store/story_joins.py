"""Stories that turned out to be one: what was told in the younger counts as told in the older from then on."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from talks.store.connection import Store
from talks.store.mutes import drop_waiting
from talks.store.values import stamp
from talks.types import StoryJoin


def record_joins(store: Store, joins: Iterable[StoryJoin], *, now: datetime) -> None:
    """A chat that wanted no more of one of them hears no more of the two, also not what waits."""
    with store.writing():
        for join in joins:
            store.run(
                "INSERT INTO story_joins (joined, into_story, joined_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                join.joined, join.into, stamp(now),
            )  # fmt: skip
            store.run(
                "UPDATE developments SET story_id = ?, data = json_set(data, '$.story_id', ?) WHERE story_id = ?",
                join.into, join.into, join.joined,
            )  # fmt: skip
            store.run("UPDATE OR IGNORE chat_mutes SET story_id = ? WHERE story_id = ?", join.into, join.joined)
            store.run("DELETE FROM chat_mutes WHERE story_id = ?", join.joined)
            for chat in store.rows("SELECT bot_id, chat_id FROM chat_mutes WHERE story_id = ?", join.into):
                drop_waiting(store, chat["bot_id"], chat["chat_id"], story_id=join.into)


def joins_after(store: Store, last_id: int) -> tuple[tuple[int, StoryJoin], ...]:
    """With their ids, in order."""
    rows = store.rows("SELECT id, joined, into_story FROM story_joins WHERE id > ? ORDER BY id", last_id)
    return tuple((row["id"], StoryJoin(row["joined"], row["into_story"])) for row in rows)
