"""JSON Feed 1 and 1.1 (https://www.jsonfeed.org/version/1.1/), read with care: any field may be of any type."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from talks.errors import ParseError
from talks.sources.entries import RawEntry
from talks.sources.written_dates import as_instant, parse_written

VERSION = "jsonfeed.org/version/"


@dataclass(frozen=True, slots=True)
class RawFeed:
    """A feed of any format before its entries are finished."""

    title: str
    link: str
    entries: tuple[RawEntry, ...]
    ttl: float | None = None


def read_json_feed(text: str, *, host: str) -> RawFeed:
    """Raises ParseError, one sentence that names the host."""
    feed = _load(text, host)
    if not isinstance(feed, dict) or VERSION not in _text(feed, "version"):
        raise ParseError(f"«{host}» devuelve JSON que no es una fuente JSON Feed.")
    items = feed.get("items")
    if not isinstance(items, list):
        raise ParseError(f"La fuente JSON Feed de «{host}» no tiene lista de noticias («items»).")
    entries = tuple(_entry(item) for item in items if isinstance(item, dict))
    return RawFeed(title=_text(feed, "title"), link=_text(feed, "home_page_url"), entries=entries)


def _load(text: str, host: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ParseError(f"La fuente de «{host}» es JSON cortado o mal formado.") from error


def _entry(item: Mapping[str, Any]) -> RawEntry:
    return RawEntry(
        guid=_text(item, "id"),
        link=_text(item, "url") or _text(item, "external_url"),
        title=_text(item, "title"),
        texts=tuple(_text(item, name) for name in ("content_html", "content_text", "summary")),
        published=_published(item),
    )


def _text(value: Mapping[str, Any], name: str) -> str:
    """A string or a number as a string: some feeds number their items."""
    found = value.get(name)
    return str(found) if isinstance(found, str | int | float) else ""


def _published(item: Mapping[str, Any]) -> datetime | None:
    name = "date_published" if "date_published" in item else "date_modified"
    moment = parse_written(_text(item, name))
    return as_instant(moment, zone=UTC, hour=0) if moment else None
