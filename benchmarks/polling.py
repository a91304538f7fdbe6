"""Parsing a feed as the poll does, beside feedparser alone."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from io import BytesIO
from pathlib import Path

import feedparser

from benchmarks.measure import Row, best
from benchmarks.texts import article
from talks.sources.feeds import parse_feed

SIZES = (20, 100, 400)


def run(_folder: Path, *, is_full: bool) -> Iterator[Row]:
    for size in SIZES:
        body = feed(size)
        ours = best(
            lambda body=body: parse_feed(body, url="https://diario.example/rss", content_type="application/rss+xml")
        )
        bare = best(lambda body=body: feedparser.parse(BytesIO(body)))
        yield Row("polling", "one feed", f"{size} items, {len(body) // 1024} KB", ours, "ms", bare)


def feed(items: int) -> bytes:
    rows = []
    for n in range(items):
        each = article(n, characters=800)
        rows.append(
            f"<item><title>{escape(each.title)}</title><link>{each.url}</link><guid>{each.url}</guid>"
            f"<pubDate>Tue, 10 Mar 2026 12:{n % 60:02}:00 GMT</pubDate>"
            f"<description>{escape('<p>' + each.text + '</p>')}</description></item>"
        )
    return (
        "<?xml version='1.0' encoding='UTF-8'?><rss version='2.0'><channel><title>Diario</title>"
        f"<link>https://diario.example</link><description>x</description>{''.join(rows)}</channel></rss>"
    ).encode()
