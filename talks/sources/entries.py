"""From the items of a feed, as its format has them, to entries: plain text, clean addresses, bounded, one key each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from talks.sources.clean import clean_line, shorten
from talks.sources.headline import headline_of
from talks.sources.identity import Ladder, assign_keys, ladder
from talks.sources.markup import plain_text
from talks.sources.urls import clean_url
from talks.types import ParsedEntry

MOST_ENTRIES = 500
LONGEST_TITLE = 300
LONGEST_TEXT = 100_000
LONGEST_TITLE_MARKUP = 20_000
EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)
SLACK = timedelta(days=1)
"""How far ahead of us an outlet's clock may be."""


@dataclass(frozen=True, slots=True)
class RawEntry:
    """One item as the feed has it; titles and texts may be markup."""

    guid: str
    link: str
    title: str
    texts: tuple[str, ...]
    published: datetime | None


def finish_entries(raws: Sequence[RawEntry], *, url: str, now: datetime) -> tuple[ParsedEntry, ...]:
    """The newest entries, in the order of the feed; items without a word and those listed twice are left out."""
    entries = [_entry(raw, url, now) for raw in _newest_first(raws)[:MOST_ENTRIES]]
    entries = [entry for entry in entries if entry.title]
    finished: dict[str, ParsedEntry] = {}
    for key, entry in zip(assign_keys(list(map(_ladder, entries))), entries, strict=True):
        finished.setdefault(key, replace(entry, key=key))
    return tuple(finished.values())


def _newest_first(raws: Sequence[RawEntry]) -> Sequence[RawEntry]:
    dates = [raw.published for raw in raws if raw.published]
    return raws[::-1] if len(dates) > 1 and dates[0] < dates[-1] else raws


def _entry(raw: RawEntry, url: str, now: datetime) -> ParsedEntry:
    """`key` holds the guid until all items of the feed are known."""
    text = _longest(raw.texts)
    title = shorten(clean_line(plain_text(raw.title[:LONGEST_TITLE_MARKUP])), LONGEST_TITLE)
    return ParsedEntry(
        key=clean_line(raw.guid),
        url=clean_url(raw.link, base=url),
        title=title or headline_of(text),
        text=text,
        published=_sensible(raw.published, now),
    )


def _longest(markups: Iterable[str]) -> str:
    return shorten(max(map(plain_text, dict.fromkeys(markups)), key=len, default=""), LONGEST_TEXT)


def _sensible(published: datetime | None, now: datetime) -> datetime | None:
    """None for a date that cannot be: an undated item is dated by when it is first seen."""
    return published if published and EARLIEST <= published <= now + SLACK else None


def _ladder(entry: ParsedEntry) -> Ladder:
    date = entry.published.isoformat() if entry.published else ""
    return ladder(guid=entry.key, url=entry.url, title=entry.title, date=date)
