"""Feeds: the only door of feedparser. RSS, Atom and RDF go through it, JSON Feed through a reader of our own.

feedparser gets a file object and nothing else (a string may be taken for an address or a file name), in UTF-8 that we
have decoded, without its sanitiser, without document types. It runs in a worker process that can be killed.
"""

from __future__ import annotations

import calendar
import io
import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from html.entities import html5
from typing import Any
from urllib.parse import urlsplit

import feedparser

from talks.errors import CRASHES, ParseError
from talks.sources.charset import decode
from talks.sources.clean import clean_line, shorten
from talks.sources.entries import LONGEST_TITLE, RawEntry, finish_entries
from talks.sources.json_feed import RawFeed, read_json_feed
from talks.sources.markup import plain_text
from talks.sources.urls import clean_url
from talks.sources.written_dates import as_instant, parse_written
from talks.types import ParsedFeed

FEED_ROOT = re.compile(r"<(?:[\w.-]{1,40}:)?(?:rss|feed|rdf)(?=[\s>/])", re.IGNORECASE)
PAGE_ROOT = re.compile(r"<(?:!doctype\s+html|html)(?=[\s>])", re.IGNORECASE)
PAGE_ELEMENTS = {"head", "body", "div", "p", "meta", "title", "script", "h1", "br", "b", "a", "center"}
ANY_ROOT = re.compile(r"<([A-Za-z_][\w.:-]{0,40})")
OPENED_ITEM = re.compile(r"<(?:[\w.-]{1,40}:)?(item|entry)(?=[\s>/])", re.IGNORECASE)
HEAD = 200_000
"""Characters in which the feed must begin: some servers print warnings before it."""
NAMED = {name.rstrip(";"): sign for name, sign in html5.items() if name.endswith(";") and sign not in "<>&'\""}
NAMED_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31});")
MOST_TEXTS = 4
LONGEST_TTL = 1_440
"""Minutes."""
HEADERS = {"content-type": "application/xml; charset=utf-8"}


def parse_feed(body: bytes, *, url: str, content_type: str = "", now: datetime | None = None) -> ParsedFeed:
    """What a feed says, plain text already. An entry dated more than a day after `now` counts as undated.

    Raises ParseError, one sentence that names the host.
    """
    host = urlsplit(url).hostname or url
    text = decode(body, content_type=content_type).strip()
    if not text:
        raise ParseError(f"«{host}» devuelve una respuesta vacía.")
    raw = read_json_feed(text, host=host) if text[0] in "{[" else _read_xml(text, host)
    return ParsedFeed(
        title=shorten(clean_line(plain_text(raw.title)), LONGEST_TITLE),
        link=clean_url(raw.link, base=url),
        entries=finish_entries(raw.entries, url=url, now=now or datetime.now(UTC)),
        ttl=raw.ttl,
    )


def _read_xml(text: str, host: str) -> RawFeed:
    document = _from_root(text, host)
    parsed = _run_feedparser(document, host)
    entries = parsed.entries[: -1 if _ends_inside_an_item(document) else None]
    if not entries and (parsed.entries or parsed.bozo):
        raise ParseError(f"La fuente de «{host}» está cortada o mal formada y no se lee ninguna noticia.")
    return RawFeed(
        title=_text(parsed.feed, "title"),
        link=_text(parsed.feed, "link"),
        entries=tuple(map(_entry, entries)),
        ttl=_ttl(_text(parsed.feed, "ttl")),
    )


def _from_root(text: str, host: str) -> str:
    """The document from its root on: what stands before (warnings, declaration, document type) is not needed."""
    head = text[:HEAD]
    root, page = FEED_ROOT.search(head), PAGE_ROOT.search(head)
    if root and not (page and page.start() < root.start()):
        return text[root.start() :]
    found = ANY_ROOT.search(head)
    if page or (found and found.group(1).lower() in PAGE_ELEMENTS):
        raise ParseError(f"«{host}» devuelve una página web, no una fuente RSS, Atom o JSON Feed.")
    if found and found.group(1).lower() == "opml":
        raise ParseError(f"«{host}» devuelve una lista de fuentes OPML, no una fuente: «tregua feeds import» la lee.")
    what = f"un documento «{found.group(1)}»" if found else "algo"
    raise ParseError(f"«{host}» devuelve {what} que no es una fuente RSS, Atom ni JSON Feed.")


def _run_feedparser(document: str, host: str) -> Any:
    """It is not told where the document comes from: it would make guids absolute, and they would change with a move."""
    data = io.BytesIO(NAMED_ENTITY.sub(_plain_entity, document).encode("utf-8"))
    try:
        return feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False, response_headers=HEADERS)
    except CRASHES as error:
        raise ParseError(f"La fuente de «{host}» está tan mal formada que no se puede leer.") from error


def _plain_entity(match: re.Match[str]) -> str:
    """«&eacute;» is HTML, not XML: one of them makes the strict parser give up."""
    return NAMED.get(match.group(1), match.group())


def _ends_inside_an_item(document: str) -> bool:
    """Whether the document was cut in the middle of its last item, which would be half a text."""
    opened = list(OPENED_ITEM.finditer(document))
    if not opened:
        return False
    closing = rf"</(?:[\w.-]{{1,40}}:)?{opened[-1].group(1)}\s*>"
    return not re.search(closing, document[opened[-1].start() :], re.IGNORECASE)


def _entry(parsed: Mapping[str, Any]) -> RawEntry:
    """From a plain dictionary: feedparser's own answers with other fields where one is missing."""
    entry = dict(parsed)
    return RawEntry(
        guid=_text(entry, "id"),
        link=_link(entry),
        title=_text(entry, "title"),
        texts=_texts(entry),
        published=_published(entry),
    )


def _link(entry: Mapping[str, Any]) -> str:
    """feedparser's own choice passes over an entry whose only page is a PDF."""
    pages = [_text(link, "href") for link in entry.get("links", []) if _text(link, "rel") == "alternate"]
    return _text(entry, "feedburner_origlink") or _text(entry, "link") or next(iter(pages), "")


def _texts(entry: Mapping[str, Any]) -> tuple[str, ...]:
    contents = [_text(content, "value") for content in entry.get("content", [])[:MOST_TEXTS]]
    return (*contents, _text(entry, "summary"))


def _text(value: Mapping[str, Any], name: str) -> str:
    """feedparser hands out bytes where it could not decode base64, and None where an attribute was empty."""
    found = value.get(name)
    return found if isinstance(found, str) else ""


def _published(entry: Mapping[str, Any]) -> datetime | None:
    """When it was published; when it was updated only where nothing else is said."""
    name = "published" if "published" in entry else "updated"
    if moment := parse_written(_text(entry, name)):
        return as_instant(moment, zone=UTC, hour=0)
    parsed = entry.get(f"{name}_parsed")
    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=calendar.timegm(parsed)) if parsed else None


def _ttl(minutes: str) -> float | None:
    found = re.match(r"\d{1,9}", minutes.strip())
    return min(int(found.group()), LONGEST_TTL) * 60.0 or None if found else None
