"""The tables, as migrations. A migration that has been released is never edited; a change is a new one at the end."""

from __future__ import annotations

from typing import Any

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

migrations = Migrations("tregua")


def _table(db: Database, name: str, columns: dict[str, Any], *, pk: str | tuple[str, ...], **options: Any) -> None:
    db.table(name).create(columns, pk=pk, **options)


@migrations()
def m001_sources_and_articles(db: Database) -> None:
    _table(
        db,
        "sources",
        {
            "id": int, "kind": str, "url": str, "title": str, "etag": str, "last_modified": str, "checked_at": str,
            "next_check_at": str, "failures": int, "last_error": str, "is_primed": int, "is_active": int,
        },
        pk="id",
        not_null={"kind", "url", "title", "failures", "is_primed", "is_active"},
        defaults={"failures": 0, "is_primed": 0, "is_active": 1},
    )  # fmt: skip
    db.table("sources").create_index(["url"], unique=True)
    _table(
        db,
        "articles",
        {
            "id": int, "source_id": int, "key": str, "url": str, "outlet": str, "title": str, "text": str,
            "published": str, "published_by": str, "first_seen": str, "is_history": int,
        },
        pk="id",
        not_null={"source_id", "key", "title", "text", "published", "published_by", "first_seen", "is_history"},
        foreign_keys=[("source_id", "sources", "id")],
    )  # fmt: skip
    articles = db.table("articles")
    articles.create_index(["source_id", "key"], unique=True)
    articles.create_index(["published"])
    _table(
        db,
        "pending",
        {"article_id": int, "stage": str},
        pk="article_id",
        not_null={"stage"},
        foreign_keys=[("article_id", "articles", "id")],
    )
    db.table("pending").create_index(["stage"])
    articles.enable_fts(["title", "text"], tokenize="unicode61 remove_diacritics 2", create_triggers=True)


@migrations()
def m002_readings(db: Database) -> None:
    _table(
        db,
        "readings",
        {"article_id": int, "label": str, "score": float, "data": str},
        pk="article_id",
        not_null={"label", "score", "data"},
        foreign_keys=[("article_id", "articles", "id")],
    )
    _table(db, "people", {"id": str, "name": str, "is_known": int}, pk="id", not_null={"name", "is_known"})
    _table(
        db,
        "role_observations",
        {"person_id": str, "article_id": int, "role": str, "is_current": int, "outlet": str, "date": str},
        pk=("person_id", "article_id"),
        not_null={"role", "is_current", "outlet", "date"},
        foreign_keys=[("person_id", "people", "id"), ("article_id", "articles", "id")],
    )
    _table(
        db,
        "statements",
        {
            "article_id": int, "start": int, "end": int, "person_id": str, "speaker": str, "text": str, "direct": int,
            "said_at": str,
        },
        pk=("article_id", "start", "end"),
        not_null={"speaker", "text", "direct", "said_at"},
        foreign_keys=[("article_id", "articles", "id")],
    )  # fmt: skip
    db.table("statements").create_index(["person_id", "said_at"])


@migrations()
def m003_developments(db: Database) -> None:
    _table(
        db,
        "developments",
        {
            "id": int, "story_id": str, "article_id": int, "created_at": str, "type": str, "status": str,
            "importance": int, "date": str, "place": str, "data": str, "reason": str, "answers_id": int,
        },
        pk="id",
        not_null={"story_id", "article_id", "created_at", "type", "status", "importance", "data", "reason"},
        foreign_keys=[("article_id", "articles", "id"), ("answers_id", "developments", "id")],
    )  # fmt: skip
    developments = db.table("developments")
    developments.create_index(["article_id"], unique=True)
    developments.create_index(["story_id"])
    _table(
        db,
        "development_sources",
        {"development_id": int, "article_id": int},
        pk=("development_id", "article_id"),
        foreign_keys=[("development_id", "developments", "id"), ("article_id", "articles", "id")],
    )
    db.table("development_sources").create_index(["article_id"])
    _table(
        db,
        "verdicts",
        {
            "id": int, "article_id": int, "story_id": str, "novelty": str, "reason": str, "duplicate_of": int,
            "numbers": str, "development_id": int, "decided_at": str,
        },
        pk="id",
        not_null={"article_id", "novelty", "reason", "numbers", "decided_at"},
        foreign_keys=[("article_id", "articles", "id"), ("development_id", "developments", "id")],
    )  # fmt: skip
    db.table("verdicts").create_index(["article_id"], unique=True)
    _table(
        db,
        "facts",
        {
            "id": int, "story_id": str, "article_id": int, "event_key": str, "slot": str, "value": str,
            "polarity": int, "start": int, "end": int,
        },
        pk="id",
        not_null={"story_id", "article_id", "event_key", "slot", "value", "polarity"},
        foreign_keys=[("article_id", "articles", "id")],
    )  # fmt: skip
    db.table("facts").create_index(["event_key", "slot"])


@migrations()
def m004_chronology(db: Database) -> None:
    _table(
        db,
        "chronology",
        {
            "id": int, "key": str, "date": str, "end_date": str, "type": str, "status": str, "place": str,
            "headline": str, "actors": str, "sources": str, "search": str, "development_id": int,
        },
        pk="id",
        not_null={"key", "date", "type", "status", "headline", "actors", "sources", "search"},
        foreign_keys=[("development_id", "developments", "id")],
    )  # fmt: skip
    chronology = db.table("chronology")
    chronology.create_index(["key"], unique=True)
    chronology.create_index(["date"])


@migrations()
def m005_chats_and_outbox(db: Database) -> None:
    _table(
        db,
        "chats",
        {
            "bot_id": int, "id": int, "kind": str, "title": str, "topic_id": int, "is_subscribed": int,
            "is_gone": int, "strikes": int, "timezone": str, "settings": str, "created_at": str, "seen_at": str,
        },
        pk=("bot_id", "id"),
        not_null={"kind", "title", "is_subscribed", "is_gone", "strikes", "timezone", "settings", "created_at"},
        defaults={"is_gone": 0, "strikes": 0, "settings": "{}"},
    )  # fmt: skip
    _table(
        db,
        "outbox",
        {
            "id": int, "bot_id": int, "chat_id": int, "development_id": int, "part": int, "state": str,
            "attempts": int, "not_before": str, "created_at": str, "sending_at": str, "sent_at": str,
            "message_id": int, "error": str,
        },
        pk="id",
        not_null={"bot_id", "chat_id", "development_id", "part", "state", "attempts", "created_at"},
        defaults={"part": 0, "state": "ready", "attempts": 0},
        foreign_keys=[("development_id", "developments", "id")],
    )  # fmt: skip
    outbox = db.table("outbox")
    outbox.create_index(["bot_id", "chat_id", "development_id", "part"], unique=True)
    outbox.create_index(["state", "not_before"])
    _table(
        db,
        "pauses",
        {"bot_id": int, "chat_id": int, "until": str},
        pk=("bot_id", "chat_id"),
        not_null={"until"},
    )


@migrations()
def m006_mutes_and_filters(db: Database) -> None:
    _table(
        db,
        "chat_mutes",
        {"bot_id": int, "chat_id": int, "story_id": str, "muted_at": str},
        pk=("bot_id", "chat_id", "story_id"),
        not_null={"muted_at"},
    )
    _table(db, "long_filters", {"key": str, "text": str, "asked_at": str}, pk="key", not_null={"text", "asked_at"})


@migrations()
def m007_moves_and_repeats(db: Database) -> None:
    _table(
        db,
        "former_urls",
        {"url": str, "source_id": int},
        pk="url",
        not_null={"source_id"},
        foreign_keys=[("source_id", "sources", "id")],
    )
    db.table("articles").create_index(["source_id", "title"])


@migrations()
def m008_wires_revisions_and_sketches(db: Database) -> None:
    """Sources by wire, alerts that live on after they were sent, and sketches of texts that are no longer live."""
    db.table("development_sources").add_column("wire", str)
    db.table("development_sources").add_column("is_copy", int, not_null_default=0)
    developments = db.table("developments")
    developments.add_column("revision", int, not_null_default=0)
    developments.add_column("revised_at", str)
    developments.add_column("followed_by", int)
    developments.create_index(["revised_at"])
    outbox = db.table("outbox")
    outbox.add_column("revision", int, not_null_default=0)
    outbox.create_index(["development_id"])
    _table(
        db,
        "sketches",
        {"shingle": int, "article_id": int},
        pk=("shingle", "article_id"),
        foreign_keys=[("article_id", "articles", "id")],
    )
