"""OPML, the list of feeds that every reader exports and imports."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

from talks.errors import ParseError
from talks.sources.charset import UNPRINTABLE, decode
from talks.sources.clean import clean_line, shorten
from talks.sources.urls import LONGEST_URL

LARGEST = 5_000_000
MOST_FEEDS = 5_000
LONGEST_TITLE = 200
DECLARES_ENTITIES = re.compile(r"<!ENTITY|<!DOCTYPE[^>]{0,1000}\[", re.IGNORECASE)
DECLARATION = re.compile(r"\s*<\?xml[^>]{0,500}\?>")
ADDRESS = re.compile(r"(?:https?|feed)://[^\s/]\S*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class OpmlFeed:
    url: str
    title: str
    """Empty where the list gives none."""


def parse_opml(data: bytes) -> tuple[OpmlFeed, ...]:
    """The feeds of the list and of its folders, each once, in their order.

    Raises ParseError, one sentence, for what is no OPML or declares entities.
    """
    root = _parse(data)
    if etree.QName(root).localname.lower() != "opml":
        raise ParseError(f"La lista de fuentes no es OPML: empieza por «{etree.QName(root).localname[:40]}».")
    feeds: dict[str, OpmlFeed] = {}
    for feed in _feeds(root):
        feeds.setdefault(feed.url, feed)
    return tuple(feeds.values())[:MOST_FEEDS]


def _parse(data: bytes) -> Any:
    if len(data) > LARGEST:
        raise ParseError(f"La lista de fuentes pesa más de {LARGEST // 1_000_000} MB.")
    text = DECLARATION.sub("", decode(data), count=1).strip()
    if not text:
        raise ParseError("La lista de fuentes está vacía.")
    if DECLARES_ENTITIES.search(text):
        raise ParseError("La lista de fuentes declara entidades XML y no se admite.")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, encoding="utf-8")
    try:
        return etree.fromstring(text.encode("utf-8"), parser)
    except etree.XMLSyntaxError as error:
        raise ParseError(f"La lista de fuentes no es OPML bien formado (línea {error.lineno}).") from error


def _feeds(root: Any) -> Iterator[OpmlFeed]:
    for outline in root.iter("{*}outline"):
        attributes = {name.lower(): value for name, value in outline.items()}
        url = "".join(attributes.get("xmlurl", "").split())
        if len(url) <= LONGEST_URL and ADDRESS.fullmatch(url):
            title = clean_line(attributes.get("title") or attributes.get("text") or "")
            yield OpmlFeed(url=re.sub("^feed://", "http://", url), title=shorten(title, LONGEST_TITLE))


def write_opml(feeds: Iterable[OpmlFeed]) -> bytes:
    """OPML 2.0 in UTF-8, to be read by any other reader."""
    root = etree.Element("opml", version="2.0")
    etree.SubElement(etree.SubElement(root, "head"), "title").text = "Fuentes de Tregua"
    body = etree.SubElement(root, "body")
    for feed in feeds:
        title = UNPRINTABLE.sub("", feed.title or feed.url)
        etree.SubElement(body, "outline", type="rss", text=title, title=title, xmlUrl=UNPRINTABLE.sub("", feed.url))
    written: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)
    return written
