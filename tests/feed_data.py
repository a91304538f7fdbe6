"""Feeds written for the tests: each file in data/feeds beside the JSON of what it must give."""

import json
from datetime import UTC, datetime
from pathlib import Path

from talks.types import ParsedEntry, ParsedFeed

FEEDS = Path(__file__).parent / "data" / "feeds"
FEED_FILES = tuple(sorted(path for path in FEEDS.iterdir() if path.suffix != ".json"))
NOW = datetime(2026, 3, 1, tzinfo=UTC)
URL = "https://fuente.example/rss/portada.xml"


def expected(path: Path) -> ParsedFeed:
    wanted = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    return ParsedFeed(
        title=wanted["title"],
        link=wanted["link"],
        entries=tuple(
            ParsedEntry(**{**entry, "published": entry["published"] and datetime.fromisoformat(entry["published"])})
            for entry in wanted["entries"]
        ),
        ttl=wanted["ttl"],
    )


def rss(*items: str, head: str = "<title>Diario</title>") -> bytes:
    body = "".join(f"<item>{item}</item>" for item in items)
    return f'<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel>{head}{body}</channel></rss>'.encode()
