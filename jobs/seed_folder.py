"""The folder of seed files, read like a feed: what is there on the first start is known history, the rest is news."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import structlog

from talks.errors import ParseError
from talks.sources.seeds import read_seed, seed_files
from talks.types import ArticleIntent

log = structlog.get_logger()

SETTLE_SECONDS = 1.0
"""A file younger than this may still be being written."""


def read_folder(
    folder: Path, *, infer_date: Callable[[str], date | None], is_history: bool, now: datetime, settle_seconds: float
) -> tuple[tuple[ArticleIntent, ...], int]:
    """The articles of the files that have settled, and how many files were refused."""
    intents, refused = [], 0
    for path in seed_files(folder):
        try:
            if _has_settled(path, now, settle_seconds):
                intent = read_seed(path, infer_date=infer_date, folder=folder)
                intents.append(replace(intent, is_history=is_history, published=_not_of_the_future(intent, now)))
        except ParseError as error:
            log.warning("seed file refused", file=path.name, error=str(error))
            refused += 1
    return tuple(intents), refused


def _has_settled(path: Path, now: datetime, seconds: float) -> bool:
    """A file from the far future has settled too: only its clock is wrong."""
    try:
        return abs(now.timestamp() - path.stat().st_mtime) >= seconds
    except OSError as error:
        raise ParseError(f"El archivo {path.name} desapareció mientras se leía.") from error


def _not_of_the_future(intent: ArticleIntent, now: datetime) -> datetime:
    """The time of a file is a guess; a header is the operator's word."""
    return min(intent.published, now) if intent.published_by == "file" else intent.published
