"""The text of an article from its page: the only door of trafilatura. Runs in a worker process that can be killed."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

import trafilatura
from lxml import etree

from talks.errors import CRASHES, ParseError
from talks.folding import fold
from talks.sources.charset import decode
from talks.sources.clean import shorten
from talks.sources.entries import LONGEST_TEXT, LONGEST_TITLE
from talks.sources.markup import parse_html, plain_text
from talks.sources.page_meta import PageMeta, read_meta

LONGEST_PAGE = 1_500_000
"""Characters."""
SHORT_TEXT = 400
"""Below so many characters the copy of the text that a page keeps for search engines is looked at."""
MOST_ELEMENTS = 12_000
"""trafilatura's time grows with their square; an article's page has a few thousand."""

LONG_WORD = re.compile(r"[^\W\d_]{5,}")

logging.getLogger("trafilatura").setLevel(logging.CRITICAL + 1)
"""It logs an error for every page without an article: what matters is said by our exceptions."""


@dataclass(frozen=True, slots=True)
class PageText:
    text: str
    title: str
    published: datetime | None
    """By the page's own word; None where it says nothing."""


def extract_full_text(page: bytes, *, url: str) -> PageText:
    """The article on the page, without menus, captions and comments.

    Raises ParseError, one sentence that names the host.
    """
    markup = decode(page)[:LONGEST_PAGE]
    root = parse_html(markup)
    meta = read_meta(root) if root is not None else PageMeta("", None, "")
    text = _without_title(plain_text(_extract(markup)), meta.title) if _is_of_sensible_size(root) else ""
    if len(text) < SHORT_TEXT:
        text = max(text, plain_text(meta.body), key=len)
    if not text:
        raise ParseError(f"En la página de «{urlsplit(url).hostname or url}» no se encuentra el texto de una noticia.")
    return PageText(
        text=shorten(text, LONGEST_TEXT), title=shorten(meta.title, LONGEST_TITLE), published=meta.published
    )


def is_same_article(text: str, teaser: str) -> bool:
    """Whether the text has a third of the teaser's long words: a wall of cookies or subscriptions has none."""
    wanted = set(LONG_WORD.findall(fold(teaser)))
    return len(wanted & set(LONG_WORD.findall(fold(text)))) * 3 >= len(wanted)


def _is_of_sensible_size(root: Any) -> bool:
    return root is not None and sum(1 for _ in root.iter()) <= MOST_ELEMENTS


def _extract(markup: str) -> str:
    try:
        found = trafilatura.bare_extraction(markup, include_comments=False, include_tables=False)
    except (*CRASHES, etree.LxmlError):
        return ""
    return str(found.text or "").replace("\n", "\n\n") if isinstance(found, trafilatura.settings.Document) else ""


def _without_title(text: str, title: str) -> str:
    first, _, rest = text.partition("\n\n")
    return rest if fold(first) == fold(title) else text
