"""What comes in: sources, what they answer, and articles."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

DateOrigin = Literal["feed", "page", "url", "header", "dateline", "calendar", "file", "first_seen"]


@dataclass(frozen=True, slots=True)
class Source:
    """A feed, or the folder of seed files, with what is known of it."""

    id: int
    url: str
    kind: Literal["feed", "seeds"]
    title: str
    etag: str | None = None
    last_modified: str | None = None
    checked_at: datetime | None = None
    next_check_at: datetime | None = None
    failures: int = 0
    last_error: str | None = None
    is_primed: bool = False
    """True once its backlog is in the store: what comes later may alert."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a server answered. `body` is empty when `status` is 304."""

    url: str
    final_url: str
    status: int
    body: bytes
    content_type: str
    etag: str | None
    last_modified: str | None
    max_age: float | None = None
    """Seconds that the server asks to wait before the next request."""
    moved_permanently: bool = False


@dataclass(frozen=True, slots=True)
class ParsedEntry:
    """One item of a feed, plain text already; `key` identifies it within its feed."""

    key: str
    url: str
    title: str
    text: str
    published: datetime | None


@dataclass(frozen=True, slots=True)
class ParsedFeed:
    title: str
    link: str
    entries: tuple[ParsedEntry, ...]
    ttl: float | None = None
    """Seconds, by the feed's own word."""


@dataclass(frozen=True, slots=True)
class ArticleIntent:
    """An article about to be stored."""

    key: str
    url: str
    outlet: str
    title: str
    text: str
    published: datetime
    published_by: DateOrigin
    is_history: bool = False
    """Known before the bot started: read and remembered, never alerted."""


@dataclass(frozen=True, slots=True)
class Article:
    id: str
    outlet: str
    url: str
    title: str
    text: str
    published: datetime
    published_by: DateOrigin = "feed"
    first_seen: datetime | None = None
    is_history: bool = False

    @property
    def body(self) -> str:
        return f"{self.title}\n\n{self.text}"

    @property
    def has_estimated_date(self) -> bool:
        return self.published_by in ("calendar", "file", "first_seen")
