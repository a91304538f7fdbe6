"""Between rows and our types: instants as ISO 8601 text in UTC, tuples and readings as JSON."""

from __future__ import annotations

import json
import sqlite3
from datetime import UTC, datetime

from pydantic import TypeAdapter

from talks.types import (
    Article,
    Chat,
    Development,
    DevelopmentIntent,
    Reading,
    Source,
    SourceLink,
    Statement,
    TimelineRow,
)

READING = TypeAdapter(Reading)
INTENT = TypeAdapter(DevelopmentIntent)


def stamp(moment: datetime) -> str:
    """Fixed width, so that text order is time order."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def instant(text: str) -> datetime:
    return datetime.fromisoformat(text)


def instant_or_none(text: str | None) -> datetime | None:
    return instant(text) if text else None


def source_from(row: sqlite3.Row) -> Source:
    return Source(
        id=row["id"],
        url=row["url"],
        kind=row["kind"],
        title=row["title"],
        etag=row["etag"],
        last_modified=row["last_modified"],
        checked_at=instant_or_none(row["checked_at"]),
        next_check_at=instant_or_none(row["next_check_at"]),
        failures=row["failures"],
        last_error=row["last_error"],
        is_primed=bool(row["is_primed"]),
    )


def article_from(row: sqlite3.Row) -> Article:
    return Article(
        id=str(row["id"]),
        outlet=row["outlet"],
        url=row["url"],
        title=row["title"],
        text=row["text"],
        published=instant(row["published"]),
        published_by=row["published_by"],
        first_seen=instant(row["first_seen"]),
        is_history=bool(row["is_history"]),
    )


def reading_from(text: str) -> Reading:
    return READING.validate_json(text)


def reading_text(reading: Reading) -> str:
    return READING.dump_json(reading).decode()


def intent_text(intent: DevelopmentIntent) -> str:
    return INTENT.dump_json(intent).decode()


def development_from(
    row: sqlite3.Row, sources: tuple[SourceLink, ...], follower: sqlite3.Row | None = None
) -> Development:
    return Development(
        id=row["id"],
        created_at=instant(row["created_at"]),
        intent=INTENT.validate_json(row["data"]),
        sources=sources,
        revision=row["revision"],
        followed_by=INTENT.validate_json(follower["data"]) if follower else None,
    )


def links_text(links: tuple[SourceLink, ...]) -> str:
    return json.dumps([[link.outlet, link.url] for link in links], ensure_ascii=False)


def links_from(text: str) -> tuple[SourceLink, ...]:
    return tuple(SourceLink(outlet, url) for outlet, url in json.loads(text))


def timeline_row_from(row: sqlite3.Row) -> TimelineRow:
    return TimelineRow(
        id=row["id"],
        date=row["date"],
        end_date=row["end_date"],
        type=row["type"],
        status=row["status"],
        place=row["place"],
        actors=tuple(json.loads(row["actors"])),
        headline=row["headline"],
        sources=links_from(row["sources"]),
    )


def statement_from(row: sqlite3.Row) -> Statement:
    return Statement(
        text=row["text"],
        speaker=row["speaker"],
        direct=bool(row["direct"]),
        said_at=instant(row["said_at"]),
        outlet=row["outlet"],
        url=row["url"],
    )


def chat_from(row: sqlite3.Row) -> Chat:
    return Chat(
        bot_id=row["bot_id"],
        id=row["id"],
        kind=row["kind"],
        title=row["title"],
        is_subscribed=bool(row["is_subscribed"]),
        topic_id=row["topic_id"],
        timezone=row["timezone"],
    )
