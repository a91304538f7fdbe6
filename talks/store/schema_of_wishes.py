"""The tables of what chats want: the migrations that come after those of `schema`."""

from __future__ import annotations

from sqlite_utils import Database

from talks.store.schema import _table as table
from talks.store.schema import migrations

__all__ = ["migrations"]


@migrations()
def m009_what_chats_want(db: Database) -> None:
    """How far a chat has looked, what it wants to hear of and when, and what is kept for later or for a digest."""
    table(
        db,
        "looks",
        {"bot_id": int, "chat_id": int, "development_id": int},
        pk=("bot_id", "chat_id"),
        not_null={"development_id"},
    )
    chats = db.table("chats")
    chats.add_column("mode", str, not_null_default="all")
    chats.add_column("digest_hour", int, not_null_default=20)
    chats.add_column("digest_weekday", int)
    chats.add_column("digested_on", str)
    chats.add_column("quiet_from", int)
    chats.add_column("quiet_until", int)
    chats.add_column("paused_until", str)
    table(
        db,
        "chat_follows",
        {"bot_id": int, "chat_id": int, "key": str, "followed_at": str},
        pk=("bot_id", "chat_id", "key"),
        not_null={"followed_at"},
    )
    table(
        db,
        "held",
        {"bot_id": int, "chat_id": int, "development_id": int, "held_at": str},
        pk=("bot_id", "chat_id", "development_id"),
        not_null={"held_at"},
        foreign_keys=[("development_id", "developments", "id")],
    )
    db.table("outbox").add_column("bundle", str)
    db.table("statements").create_index(["said_at"])


@migrations()
def m009_deliveries_by_time(db: Database) -> None:
    """When the last message left, asked at every look at /health."""
    db.table("outbox").create_index(["sent_at"])
