"""check: ask one feed once and say what it answers; nothing is stored."""

from __future__ import annotations

from dataclasses import dataclass

from jobs.poll import PARSE_SECONDS, PollRoom, parse_feed_bytes
from talks.errors import SourceError
from talks.sources.fetch import fetch


@dataclass(frozen=True, slots=True)
class Checked:
    is_fine: bool
    sentence: str


async def check_feed(room: PollRoom, url: str) -> Checked:
    try:
        fetched = await fetch(room.session, url)
        feed = await room.workers(
            parse_feed_bytes, fetched.body, fetched.final_url, fetched.content_type, seconds=PARSE_SECONDS
        )
    except SourceError as error:
        return Checked(False, str(error))
    newest = max((entry.published for entry in feed.entries if entry.published), default=None)
    when = f", la última del {newest:%d/%m/%Y}" if newest else ""
    return Checked(True, f"«{feed.title}», {len(feed.entries)} noticias{when}.")
