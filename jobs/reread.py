"""reread: read every stored article again, after the lexicon or the reader has changed; verdicts stay as they were."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import structlog

from jobs.digest import BATCH, DigestRoom, readings_of
from talks.settings import PROJECT
from talks.store.rereading import (
    count_read_after,
    read_articles_after,
    replace_readings,
    reread_position,
)
from talks.types import Article, Reading

log = structlog.get_logger()

WHAT_READS = ("talks/lexicon", "talks/reading")
AT_ONCE = 2
"""Batches that are read side by side, one in each worker process."""

Advance = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class RereadReport:
    read: int = 0
    before: int = 0
    """Those that an earlier run with the same reader had read already."""

    def __str__(self) -> str:
        return f"reread: {self.read} read, {self.before} before"


def fingerprint(project: Path = PROJECT) -> str:
    """Of all that decides how a text is read: code, words and weights."""
    digest = hashlib.sha256()
    for folder in WHAT_READS:
        for path in sorted((project / folder).rglob("*.*")):
            if path.suffix in (".py", ".toml", ".json", ".txt"):
                digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]


async def count_unread(room: DigestRoom, reader: str) -> tuple[int, int]:
    """How many articles wait for this reader, and how many it has read already."""
    position = await room.read(reread_position, reader)
    waiting = await room.read(count_read_after, position)
    return waiting, await room.read(count_read_after, 0) - waiting


async def reread(room: DigestRoom, reader: str, *, advance: Advance = lambda _number: None) -> RereadReport:
    """From where the last run with the same reader got to; each bite is one transaction."""
    total, before = await count_unread(room, reader)
    position = await room.read(reread_position, reader)
    while articles := await room.read(read_articles_after, position, limit=BATCH * AT_ONCE):
        await room.write(replace_readings, await read_side_by_side(room, articles), fingerprint=reader)
        position = int(articles[-1].id)
        advance(len(articles))
    report = RereadReport(total, before)
    log.info(str(report))
    return report


async def read_side_by_side(room: DigestRoom, articles: Sequence[Article]) -> list[tuple[Article, Reading]]:
    """In as many processes as there are batches; in their order."""
    batches = [articles[start : start + BATCH] for start in range(0, len(articles), BATCH)]
    return [pair for pairs in await asyncio.gather(*(readings_of(room, batch) for batch in batches)) for pair in pairs]
