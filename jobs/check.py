"""check: ask one feed once and say what it answers; nothing is stored."""

from __future__ import annotations

from dataclasses import dataclass

from jobs.poll import PARSE_SECONDS, PollRoom, parse_feed_bytes
from talks.errors import ParseError, SourceError
from talks.sources.discover import find_feed_links
from talks.sources.fetch import fetch
from talks.types import Fetched, ParsedFeed


@dataclass(frozen=True, slots=True)
class Checked:
    is_fine: bool
    sentence: str


async def check_feed(room: PollRoom, url: str) -> Checked:
    """Of a page instead of a feed it says where its feeds are."""
    try:
        fetched = await fetch(room.session, url)
    except SourceError as error:
        return Checked(False, str(error))
    try:
        return Checked(True, _sentence(await _parse(room, fetched), fetched))
    except ParseError as error:
        return Checked(False, f"{error}{await _hint(room, fetched)}")
    except SourceError as error:
        return Checked(False, str(error))


async def _parse(room: PollRoom, fetched: Fetched) -> ParsedFeed:
    return await room.workers(
        parse_feed_bytes, fetched.body, fetched.final_url, fetched.content_type, seconds=PARSE_SECONDS
    )


def _sentence(feed: ParsedFeed, fetched: Fetched) -> str:
    newest = max((entry.published for entry in feed.entries if entry.published), default=None)
    when = f", la última del {newest:%d/%m/%Y}" if newest else ""
    moved = f" Se ha movido a {fetched.final_url}." if fetched.moved_permanently else ""
    many = "1 noticia" if len(feed.entries) == 1 else f"{len(feed.entries)} noticias"
    return f"«{feed.title}», {many}{when}.{moved}"


async def _hint(room: PollRoom, fetched: Fetched) -> str:
    """The first address that the page points to and that is a feed indeed."""
    for link in await room.workers(feed_links, fetched.body, fetched.final_url, seconds=PARSE_SECONDS):
        try:
            await _parse(room, await fetch(room.session, link))
        except SourceError:
            continue
        return f" Su fuente está en {link}"
    return ""


def feed_links(page: bytes, url: str) -> tuple[str, ...]:
    """`find_feed_links` with positional arguments, for a worker process."""
    return find_feed_links(page, url=url)
