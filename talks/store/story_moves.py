"""Articles that turned out to be of another story: they, and what was told by them, belong there from then on."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from talks.store.connection import Store
from talks.store.mutes import drop_waiting
from talks.store.values import stamp
from talks.types import StoryMove

UNSETTLED = timedelta(days=14)
"""As long as articles may still turn out to be of another story."""
KEPT = timedelta(days=30)
"""Longer than articles are live: every process that decides has seen older ones."""


def record_moves(store: Store, moves: Iterable[StoryMove], *, now: datetime) -> None:
    """With its last alert of these weeks a story's silence goes where most of its alerts went, also for what waits."""
    with store.writing():
        left: dict[str, list[str]] = {}
        for move in moves:
            was = _move(store, move, now)
            if was is not None:
                left.setdefault(was, []).append(move.story_id)
        for story_id, went_to in left.items():
            if not _goes_on(store, story_id, now):
                _move_silence(store, story_id, max(sorted(went_to), key=went_to.count))
        for story_id in sorted({each for went_to in left.values() for each in went_to}):
            for chat in store.rows("SELECT bot_id, chat_id FROM chat_mutes WHERE story_id = ?", story_id):
                drop_waiting(store, chat["bot_id"], chat["chat_id"], story_id=story_id)
        _forget_old(store, now)


def _goes_on(store: Store, story_id: str, now: datetime) -> bool:
    """Older alerts stay where they are, and nothing is told of them any more."""
    lately = stamp(now - UNSETTLED)
    return store.row("SELECT 1 FROM developments WHERE story_id = ? AND created_at >= ?", story_id, lately) is not None


def _forget_old(store: Store, now: datetime) -> None:
    """The newest stays, or the next would get a number that processes at work have seen."""
    store.run(
        "DELETE FROM story_moves WHERE moved_at < ? AND id < (SELECT max(id) FROM story_moves)", stamp(now - KEPT)
    )


def _move(store: Store, move: StoryMove, now: datetime) -> str | None:
    """The story in which the article was told, if it was."""
    store.run(
        "INSERT INTO story_moves (article_id, story_id, moved_at) VALUES (?, ?, ?)",
        move.article_id, move.story_id, stamp(now),
    )  # fmt: skip
    store.run("UPDATE verdicts SET story_id = ? WHERE article_id = ?", move.story_id, move.article_id)
    told = store.row("SELECT story_id FROM developments WHERE article_id = ?", move.article_id)
    store.run(
        "UPDATE developments SET story_id = ?, data = json_set(data, '$.story_id', ?) WHERE article_id = ?",
        move.story_id, move.story_id, move.article_id,
    )  # fmt: skip
    return told["story_id"] if told else None


def _move_silence(store: Store, story_id: str, went_to: str) -> None:
    store.run("UPDATE OR IGNORE chat_mutes SET story_id = ? WHERE story_id = ?", went_to, story_id)
    store.run("DELETE FROM chat_mutes WHERE story_id = ?", story_id)


def moves_after(store: Store, last_id: int) -> tuple[tuple[int, StoryMove], ...]:
    """With their ids, in order."""
    rows = store.rows("SELECT id, article_id, story_id FROM story_moves WHERE id > ? ORDER BY id", last_id)
    return tuple((row["id"], StoryMove(str(row["article_id"]), row["story_id"])) for row in rows)


def story_of(store: Store, article_id: str) -> str | None:
    """The story that an article is in now."""
    row = store.row("SELECT story_id FROM verdicts WHERE article_id = ?", article_id)
    return row["story_id"] if row else None
