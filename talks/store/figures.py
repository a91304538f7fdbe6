"""How the line is doing, in figures that stay cheap when the tables are large: no query here walks all articles."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from talks.store.connection import Store
from talks.store.values import instant_or_none, stamp

WAITING_STATES = ("ready", "sending", "ambiguous", "failed", "told")
"""States of the outbox that are counted; those sent are the many, and counted as they go."""


@dataclass(frozen=True, slots=True)
class Figures:
    """`oldest_due` is when the feed that waits longest should have been asked; those never asked have no such time."""

    feeds: int
    failing_feeds: int
    unasked_feeds: int
    oldest_due: datetime | None
    last_poll: datetime | None
    articles: int
    """Ever stored."""
    pending: dict[str, int]
    """Articles that wait, by stage: read, judge."""
    developments: int
    last_development: datetime | None
    subscribers: int
    outbox: dict[str, int]
    oldest_ready: datetime | None
    """When the message that waits longest was written; chats in pause left out."""
    last_sent: datetime | None
    paused_until: datetime | None
    """Of the whole bot."""


def figures(store: Store, bot_id: int, *, now: datetime) -> Figures:
    """Of all feeds and articles, and of the chats and messages of one bot."""
    feeds = store.rows(
        "SELECT count(*) AS n, total(failures > 0) AS failing, total(next_check_at IS NULL) AS unasked, "
        "min(next_check_at) AS due, max(checked_at) AS last FROM sources WHERE is_active = 1 AND kind = 'feed'"
    )[0]
    return Figures(
        feeds=feeds["n"],
        failing_feeds=int(feeds["failing"]),
        unasked_feeds=int(feeds["unasked"]),
        oldest_due=instant_or_none(feeds["due"]),
        last_poll=instant_or_none(feeds["last"]),
        articles=_last_id(store, "articles"),
        pending=_pending(store),
        developments=_last_id(store, "developments"),
        last_development=_last_development(store),
        subscribers=_subscribers(store, bot_id),
        outbox=_outbox(store, bot_id),
        oldest_ready=_oldest_ready(store, bot_id, now),
        last_sent=_last_sent(store),
        paused_until=_paused_until(store, bot_id, now),
    )


def _last_id(store: Store, table: str) -> int:
    return int(store.rows(f"SELECT coalesce(max(id), 0) AS n FROM {table}")[0]["n"])


def _pending(store: Store) -> dict[str, int]:
    rows = store.rows("SELECT stage, count(*) AS n FROM pending GROUP BY stage")
    return {"read": 0, "judge": 0} | {row["stage"]: row["n"] for row in rows}


def _last_development(store: Store) -> datetime | None:
    row = store.row("SELECT created_at FROM developments ORDER BY id DESC LIMIT 1")
    return instant_or_none(row["created_at"]) if row else None


def _subscribers(store: Store, bot_id: int) -> int:
    rows = store.rows("SELECT count(*) AS n FROM chats WHERE bot_id = ? AND is_subscribed = 1 AND is_gone = 0", bot_id)
    return int(rows[0]["n"])


def _outbox(store: Store, bot_id: int) -> dict[str, int]:
    counts = {}
    for state in WAITING_STATES:
        rows = store.rows("SELECT count(*) AS n FROM outbox WHERE state = ? AND bot_id = ?", state, bot_id)
        counts[state] = int(rows[0]["n"])
    return counts


def _oldest_ready(store: Store, bot_id: int, now: datetime) -> datetime | None:
    row = store.row(
        "SELECT min(created_at) AS oldest FROM outbox WHERE state = 'ready' AND bot_id = ? "
        "AND NOT EXISTS (SELECT 1 FROM pauses WHERE pauses.bot_id = outbox.bot_id "
        "AND pauses.chat_id IN (outbox.chat_id, 0) AND until > ?)",
        bot_id, stamp(now),
    )  # fmt: skip
    return instant_or_none(row["oldest"]) if row else None


def _last_sent(store: Store) -> datetime | None:
    row = store.row("SELECT max(sent_at) AS last FROM outbox")
    return instant_or_none(row["last"]) if row else None


def _paused_until(store: Store, bot_id: int, now: datetime) -> datetime | None:
    row = store.row(
        "SELECT until FROM pauses WHERE bot_id = ? AND chat_id = 0 AND until > ?", bot_id, stamp(now)
    )  # fmt: skip
    return instant_or_none(row["until"]) if row else None


def verdict_counts(store: Store, *, after: int) -> tuple[Counter[tuple[str, str]], int]:
    """Verdicts newer than the id, by novelty and by what became of them, with the newest id.

    `told` made an alert, `withheld` would have made one and was vetoed, `copy` is the same text as another.
    """
    rows = store.rows(
        "SELECT novelty, CASE WHEN development_id IS NOT NULL AND instr(reason, 'No se avisó') THEN 'withheld' "
        "WHEN development_id IS NOT NULL THEN 'told' WHEN duplicate_of IS NOT NULL THEN 'copy' ELSE 'silent' END "
        "AS outcome, count(*) AS n, max(id) AS last FROM verdicts WHERE id > ? GROUP BY 1, 2",
        after,
    )
    counts = Counter({(row["novelty"], row["outcome"]): row["n"] for row in rows})
    return counts, max([after, *(row["last"] for row in rows)])
