"""What a page says of itself, for machines: JSON-LD and meta elements."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from talks.sources.clean import clean_line
from talks.sources.written_dates import as_instant, parse_written

ARTICLES = ("Article", "Posting", "Report")
"""Ends of the schema.org types that are a text: NewsArticle, LiveBlogPosting…"""
DEEPEST = 8
MOST_NODES = 2_000
LONGEST_SCRIPT = 500_000
PUBLISHED = ("article:published_time", "og:published_time", "datepublished", "date", "dc.date.issued", "dc.date")
TITLES = ("og:title", "twitter:title", "headline")


@dataclass(frozen=True, slots=True)
class PageMeta:
    title: str
    published: datetime | None
    body: str
    """The whole article, where the page repeats it for search engines; markup or plain."""


def read_meta(root: Any) -> PageMeta:
    articles = [node for node in _linked_data(root) if _is_article(node)]
    metas = _metas(root)
    headings = (" ".join(heading.itertext()) for heading in root.iter("h1"))
    titles = [*(metas.get(name, "") for name in TITLES), *_strings(articles, "headline"), next(headings, "")]
    dates = [*_strings(articles, "datePublished"), *(metas.get(name, "") for name in PUBLISHED)]
    return PageMeta(
        title=next(filter(None, map(clean_line, titles)), ""),
        published=next(filter(None, map(_instant, dates)), None),
        body=max(_strings(articles, "articleBody"), key=len, default=""),
    )


def _metas(root: Any) -> dict[str, str]:
    """The first content of each name, folded to lower case."""
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        found.setdefault(name.lower(), meta.get("content", ""))
    return found


def _linked_data(root: Any) -> Iterator[dict[str, Any]]:
    for script in root.iter("script"):
        text = script.text or ""
        if "ld+json" in script.get("type", "") and len(text) <= LONGEST_SCRIPT:
            yield from _objects(_load(text))


def _load(text: str) -> object:
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _objects(value: object) -> Iterator[dict[str, Any]]:
    """The objects in it, the outer ones first, without recursion."""
    waiting, seen = [(value, 0)], 0
    while waiting and seen < MOST_NODES:
        node, depth = waiting.pop(0)
        seen += 1
        if isinstance(node, dict):
            yield node
        children = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
        if depth < DEEPEST:
            waiting += [(child, depth + 1) for child in children if isinstance(child, dict | list)]


def _is_article(node: dict[str, Any]) -> bool:
    kinds = node.get("@type")
    return any(isinstance(kind, str) and kind.endswith(ARTICLES) for kind in _as_list(kinds))


def _as_list(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _strings(nodes: list[dict[str, Any]], name: str) -> list[str]:
    return [node[name] for node in nodes if isinstance(node.get(name), str)]


def _instant(written: str) -> datetime | None:
    moment = parse_written(written)
    return as_instant(moment, zone=UTC, hour=12) if moment else None
