"""Verdicts, facts and developments: what is known and why."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from datetime import datetime

from talks.store.articles import article as article_of
from talks.store.chronology import add_development_row
from talks.store.connection import Store
from talks.store.outbox import supersede
from talks.store.recipients import enqueue
from talks.store.revisions import add_source, follow
from talks.store.values import article_from, development_from, instant, intent_text, reading_from, stamp
from talks.types import Article, Development, DevelopmentIntent, Judged, Reading, SourceLink, Verdict

MOST_TWINS = 5


def record_verdict(store: Store, verdict: Verdict, *, now: datetime, is_alert: bool) -> int | None:
    """Store a verdict with all that follows from it, in one transaction; the id of the development, if it made one.

    With `is_alert` one outbox row is made for each subscribed chat of every bot.
    """
    with store.writing():
        development_id = _add_development(store, verdict, verdict.development, now=now) if verdict.development else None
        store.run(
            "INSERT INTO verdicts (article_id, story_id, novelty, reason, duplicate_of, numbers, development_id, "
            "decided_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            verdict.article_id, verdict.story_id, verdict.novelty, verdict.reason, verdict.duplicate_of,
            json.dumps(verdict.numbers), development_id, stamp(now),
        )  # fmt: skip
        store.run("DELETE FROM pending WHERE article_id = ?", verdict.article_id)
        _add_facts(store, verdict)
        save_sketch(store, verdict.article_id, verdict.sketch)
        for told in verdict.corroborates:
            _add_source(store, told, verdict, now=now)
        if verdict.development is not None and development_id is not None and is_alert:
            enqueue(store, development_id, now=now)
            if verdict.development.answers_id is not None:
                supersede(store, verdict.development.answers_id, by=development_id)
    return development_id


def _add_development(store: Store, verdict: Verdict, intent: DevelopmentIntent, *, now: datetime) -> int:
    cursor = store.run(
        "INSERT INTO developments (story_id, article_id, created_at, type, status, importance, date, place, data, "
        "reason, answers_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        intent.story_id, intent.article_id, stamp(now), intent.type, intent.status, intent.importance, intent.date,
        intent.place, intent_text(intent), intent.reason, intent.answers_id,
    )  # fmt: skip
    development_id = int(cursor.lastrowid or 0)
    _add_source(store, development_id, verdict, now=now)
    if intent.answers_id is not None:
        follow(store, intent.answers_id, by=development_id, now=now)
    article = article_of(store, intent.article_id)
    if article is not None:
        add_development_row(store, development_id, intent, SourceLink(article.outlet, article.url))
    return development_id


def _add_source(store: Store, development_id: int, verdict: Verdict, *, now: datetime) -> None:
    add_source(
        store,
        development_id,
        verdict.article_id,
        wire=verdict.wire or verdict.article_id,
        is_copy=verdict.duplicate_of is not None,
        now=now,
    )


def _add_facts(store: Store, verdict: Verdict) -> None:
    for fact in verdict.facts:
        store.run(
            'INSERT INTO facts (story_id, article_id, event_key, slot, value, polarity, start, "end") '
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            verdict.story_id, verdict.article_id, fact.event_key, fact.slot, fact.value, int(fact.polarity),
            fact.start, fact.end,
        )  # fmt: skip


JUDGED = (
    "verdicts.id AS verdict_id, verdicts.decided_at, verdicts.story_id, verdicts.novelty, verdicts.development_id, "
    "verdicts.duplicate_of, articles.*, readings.data"
)


def judged_after(store: Store, last_id: int, *, since: datetime) -> tuple[Judged, ...]:
    """Verdicts on the subject newer than `last_id`, in order, of articles published since: the live pool of stories.

    Without CROSS JOIN the planner would walk all verdicts; so it begins at the articles of the last weeks.
    """
    rows = store.rows(
        f"SELECT {JUDGED} FROM {'articles CROSS JOIN verdicts' if not last_id else 'verdicts CROSS JOIN articles'} "
        "JOIN readings ON readings.article_id = articles.id "
        "WHERE articles.id = verdicts.article_id AND verdicts.id > ? AND verdicts.story_id IS NOT NULL "
        "AND articles.published >= ? ORDER BY verdicts.id",
        last_id, stamp(since),
    )  # fmt: skip
    return _judged(store, rows)


def judged_twins(store: Store, sketch: Sequence[int]) -> tuple[Judged, ...]:
    """Articles of any time whose sketch has most of the same hashes, most alike first; a handful."""
    marks = ",".join("?" * len(sketch))
    rows = store.rows(
        f"SELECT {JUDGED} FROM (SELECT article_id, count(*) AS shared FROM sketches WHERE shingle IN ({marks}) "
        "GROUP BY article_id HAVING shared >= ? ORDER BY shared DESC, article_id LIMIT ?) AS twins "
        "CROSS JOIN verdicts ON verdicts.article_id = twins.article_id "
        "JOIN articles ON articles.id = verdicts.article_id JOIN readings ON readings.article_id = articles.id "
        "WHERE verdicts.story_id IS NOT NULL ORDER BY twins.shared DESC, verdicts.id",
        *sketch, max(1, len(sketch) // 2), MOST_TWINS,
    )  # fmt: skip
    return _judged(store, rows)


def save_sketch(store: Store, article_id: str, sketch: Sequence[int]) -> None:
    for shingle in sketch:
        store.run(
            "INSERT INTO sketches (shingle, article_id) VALUES (?, ?) ON CONFLICT DO NOTHING", shingle, article_id
        )


def _judged(store: Store, rows: Sequence[sqlite3.Row]) -> tuple[Judged, ...]:
    developments = _intents(store, [row["development_id"] for row in rows if row["development_id"] is not None])
    return tuple(
        Judged(
            verdict_id=row["verdict_id"],
            decided_at=instant(row["decided_at"]),
            article=article_from(row),
            reading=reading_from(row["data"]),
            story_id=row["story_id"],
            novelty=row["novelty"],
            development_id=row["development_id"],
            development=developments.get(row["development_id"]),
            tells=_told_by(store, row["id"]),
            copy_of=None if row["duplicate_of"] is None else str(row["duplicate_of"]),
        )
        for row in rows
    )


def _told_by(store: Store, article_id: int) -> tuple[int, ...]:
    rows = store.rows("SELECT development_id FROM development_sources WHERE article_id = ? ORDER BY 1", article_id)
    return tuple(row["development_id"] for row in rows)


def _intents(store: Store, ids: list[int]) -> dict[int, DevelopmentIntent]:
    return {found.id: found.intent for found in (development(store, each) for each in ids) if found}


def development(store: Store, development_id: int) -> Development | None:
    row = store.row("SELECT * FROM developments WHERE id = ?", development_id)
    return _development(store, row) if row else None


def last_developments(store: Store, *, limit: int) -> tuple[Development, ...]:
    """Newest first, by the time they were known."""
    rows = store.rows("SELECT * FROM developments ORDER BY created_at DESC, id DESC LIMIT ?", limit)
    return tuple(_development(store, row) for row in rows)


def _development(store: Store, row: sqlite3.Row) -> Development:
    follower = (
        store.row("SELECT data FROM developments WHERE id = ?", row["followed_by"]) if row["followed_by"] else None
    )
    return development_from(row, _sources(store, row["id"]), follower)


def developments_since(store: Store, since: datetime, *, limit: int) -> tuple[Development, ...]:
    """What has become known since an instant, newest first."""
    rows = store.rows("SELECT * FROM developments WHERE created_at >= ? ORDER BY id DESC LIMIT ?", stamp(since), limit)
    return tuple(_development(store, row) for row in rows)


def _sources(store: Store, development_id: int) -> tuple[SourceLink, ...]:
    """The first print of each wire, in order; an outlet once."""
    rows = store.rows(
        "SELECT outlet, url, min(development_sources.rowid) AS first FROM development_sources "
        "JOIN articles ON articles.id = article_id WHERE development_id = ? AND is_copy = 0 "
        "GROUP BY coalesce(wire, outlet) ORDER BY first",
        development_id,
    )
    return tuple({row["outlet"]: SourceLink(row["outlet"], row["url"]) for row in reversed(rows)}.values())[::-1]


def verdict_reason(store: Store, development_id: int) -> str | None:
    row = store.row("SELECT reason FROM verdicts WHERE development_id = ?", development_id)
    return row["reason"] if row else None


def last_development_at(store: Store) -> datetime | None:
    row = store.row("SELECT max(created_at) AS last FROM developments")
    return instant(row["last"]) if row and row["last"] else None


def read_article(store: Store, article_id: str) -> tuple[Article, Reading] | None:
    row = store.row(
        "SELECT articles.*, readings.data FROM articles JOIN readings ON article_id = articles.id "
        "WHERE articles.id = ?",
        article_id,
    )
    return (article_from(row), reading_from(row["data"])) if row else None
