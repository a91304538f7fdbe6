"""Pages of outlets: the whole text where the feed gives a teaser, the date where it gives none."""

from __future__ import annotations

from collections.abc import Sequence

import aiohttp
import structlog

from jobs.workers import Workers
from talks.errors import SourceError
from talks.sources.fetch import fetch
from talks.sources.fulltext import PageText, extract_full_text, is_same_article
from talks.types import ParsedEntry

log = structlog.get_logger()

EXTRACT_SECONDS = 20.0
SHORT_TEXT = 400
"""Below so many characters the text of a feed is taken for a teaser."""
MOST_PAGES = 10
"""Asked of one outlet in one round."""


def wants_page(entry: ParsedEntry) -> bool:
    return bool(entry.url) and (len(entry.text) < SHORT_TEXT or entry.published is None)


async def read_pages(
    entries: Sequence[ParsedEntry], *, session: aiohttp.ClientSession, workers: Workers
) -> dict[str, PageText]:
    """The page of each entry by its key, asked one after the other.

    Those that cannot be had or tell something else are left out.
    """
    pages = {}
    for entry in entries[:MOST_PAGES]:
        try:
            page = await _read_page(entry.url, session, workers)
        except SourceError as error:
            log.info("page not had", url=entry.url, error=str(error))
            continue
        if is_same_article(page.text, f"{entry.title} {entry.text}"):
            pages[entry.key] = page
    return pages


async def _read_page(url: str, session: aiohttp.ClientSession, workers: Workers) -> PageText:
    page = await fetch(session, url)
    return await workers(page_text, page.body, page.final_url, seconds=EXTRACT_SECONDS)


def page_text(page: bytes, url: str) -> PageText:
    """`extract_full_text` with positional arguments, for a worker process."""
    return extract_full_text(page, url=url)
