"""tidy: once a day, forget what the settings say need not be kept."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import structlog

from talks.store.connection import Store, open_store
from talks.store.retention import forget_deliveries, forget_texts, forgettable_articles, settle_down
from talks.store.subscribers import forget_inactive_chats

log = structlog.get_logger()

KEEP_DELIVERIES = timedelta(days=90)
"""Longer than any message is edited or answered."""
ARTICLES_AT_ONCE = 200
DELIVERIES_AT_ONCE = 2_000


@dataclass(frozen=True, slots=True)
class TidyReport:
    texts: int = 0
    deliveries: int = 0
    chats: int = 0

    def __str__(self) -> str:
        return f"tidy: {self.texts} texts, {self.deliveries} deliveries, {self.chats} chats forgotten"


def tidy(
    database: Path,
    *,
    keep_articles: timedelta | None,
    keep_chats: timedelta | None,
    now: datetime,
    should_stop: Callable[[], bool] = lambda: False,
) -> TidyReport:
    """None keeps for ever. Runs in a thread of its own; what a stop leaves undone is done the next time."""
    with closing(open_store(database)) as store:
        report = TidyReport(
            texts=_texts(store, now - keep_articles, should_stop) if keep_articles else 0,
            deliveries=_deliveries(store, now - KEEP_DELIVERIES, should_stop),
            chats=forget_inactive_chats(store, unseen_since=now - keep_chats) if keep_chats else 0,
        )
        settle_down(store, now=now)
    log.info(str(report))
    return report


def _texts(store: Store, before: datetime, should_stop: Callable[[], bool]) -> int:
    ids = forgettable_articles(store, published_before=before)
    for start in range(0, len(ids), ARTICLES_AT_ONCE):
        if should_stop():
            return start
        forget_texts(store, ids[start : start + ARTICLES_AT_ONCE])
    return len(ids)


def _deliveries(store: Store, before: datetime, should_stop: Callable[[], bool]) -> int:
    total = 0
    while not should_stop() and (gone := forget_deliveries(store, made_before=before, limit=DELIVERIES_AT_ONCE)):
        total += gone
    return total
