"""The feeds of a site, from the address of one of its pages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin

from talks.sources.charset import decode
from talks.sources.markup import LONGEST_MARKUP, parse_html
from talks.sources.urls import clean_url

TYPES = {
    "application/rss+xml",
    "application/atom+xml",
    "application/rdf+xml",
    "application/feed+json",
    "application/json",
    "application/xml",
    "text/xml",
}
KNOWN_PATHS = ("/feed/", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml", "/feed.json")
COMMENTS = ("comment", "comentario")
MOST_LINKS = 10


def find_feed_links(page: bytes, *, url: str) -> tuple[str, ...]:
    """Addresses to try, the likeliest first: those the page declares, else the usual ones of its site."""
    root = parse_html(decode(page)[:LONGEST_MARKUP])
    declared = dict.fromkeys(_declared(root, url)) if root is not None else {}
    found = sorted(declared, key=_is_of_comments)
    return tuple(found[:MOST_LINKS]) or tuple(filter(None, (clean_url(path, base=url) for path in KNOWN_PATHS)))


def _declared(root: Any, url: str) -> Iterator[str]:
    base = next((element.get("href") for element in root.iter("base") if element.get("href")), "")
    for link in root.iter("link"):
        kind = link.get("type", "").split(";")[0].strip().lower()
        if "alternate" in link.get("rel", "").lower().split() and kind in TYPES:
            found = clean_url(link.get("href", ""), base=_join(url, base))
            if found:
                yield found


def _join(url: str, base: str) -> str:
    try:
        return urljoin(url, base)
    except ValueError:
        return url


def _is_of_comments(link: str) -> bool:
    return any(word in link.lower() for word in COMMENTS)
