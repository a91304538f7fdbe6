"""The folder of seed files, read like a feed: what is there on the first start is known history, the rest is news."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import date, datetime, tzinfo
from pathlib import Path

import structlog

from talks.errors import ParseError
from talks.sources.seeds import load_seed, parse_seed, seed_files
from talks.types import ArticleIntent

log = structlog.get_logger()

SETTLE_SECONDS = 1.0
"""A file younger than this may still be being written."""


@dataclass(frozen=True, slots=True)
class FolderFound:
    fresh: tuple[ArticleIntent, ...]
    known: int
    refused: int


def read_folder(
    folder: Path,
    *,
    known_keys: Collection[str],
    infer_date: Callable[[str], date | None],
    zone: tzinfo,
    now: datetime,
    settle_seconds: float,
) -> FolderFound:
    """The articles of the files that have settled and are not known: only those are parsed and dated."""
    fresh: dict[str, ArticleIntent] = {}
    known = refused = 0
    for path in seed_files(folder):
        try:
            if not _has_settled(path, now, settle_seconds):
                continue
            file = load_seed(path, folder=folder)
            if file.key in known_keys or file.key in fresh:
                known += 1
                continue
            intent = parse_seed(file, infer_date=infer_date, zone=zone)
            fresh[file.key] = replace(intent, published=_not_of_the_future(intent, now))
        except ParseError as error:
            log.warning("seed file refused", file=path.name, error=str(error))
            refused += 1
    return FolderFound(tuple(fresh.values()), known, refused)


def _has_settled(path: Path, now: datetime, seconds: float) -> bool:
    """A file from the far future has settled too: only its clock is wrong."""
    try:
        return abs(now.timestamp() - path.stat().st_mtime) >= seconds
    except OSError as error:
        raise ParseError(f"El archivo {path.name} desapareció mientras se leía.") from error


def _not_of_the_future(intent: ArticleIntent, now: datetime) -> datetime:
    """The time of a file is a guess; a header is the operator's word."""
    return min(intent.published, now) if intent.published_by == "file" else intent.published
