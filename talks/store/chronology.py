"""One list of events by the day they happened: the chronology of the seeds and what the bot has read."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from datetime import date

from talks.folding import fold
from talks.queries import TimelineQuery
from talks.store.connection import Store
from talks.store.values import links_from, links_text, timeline_row_from
from talks.types import DevelopmentIntent, SourceLink, TimelineEvent, TimelineRow

SHOWN_STATEMENT_IMPORTANCE = 2
"""A mere statement is an event of the chronology from this importance on."""


def load_chronology(store: Store, events: Iterable[TimelineEvent]) -> int:
    """Add or refresh the events of the seeds; how many were new."""
    with store.writing():
        return sum(_upsert(store, event) for event in events)


def _upsert(store: Store, event: TimelineEvent) -> int:
    is_new = store.row("SELECT 1 FROM chronology WHERE key = ?", event.key) is None
    store.run(
        "INSERT INTO chronology (key, date, end_date, type, status, place, headline, actors, sources, search) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO UPDATE SET date = excluded.date, "
        "end_date = excluded.end_date, type = excluded.type, status = excluded.status, place = excluded.place, "
        "headline = excluded.headline, actors = excluded.actors, sources = excluded.sources, search = excluded.search",
        event.key, event.date, event.end_date, event.type, event.status, event.place, event.headline,
        json.dumps(event.actors, ensure_ascii=False), links_text(event.sources), _search_text(event),
    )  # fmt: skip
    return int(is_new)


def _search_text(event: TimelineEvent) -> str:
    outlets = (link.outlet for link in event.sources)
    return fold(" ".join((event.headline, event.place or "", *event.actors, *outlets)))


def add_development_row(store: Store, development_id: int, intent: DevelopmentIntent, source: SourceLink) -> None:
    """Enter a development under the day it happened; the same event from another source only adds that source."""
    if intent.date is None or (intent.type == "statement" and intent.importance < SHOWN_STATEMENT_IMPORTANCE):
        return
    same = _same_event(store, intent)
    if same is None:
        event = TimelineEvent(
            key=f"development:{development_id}",
            date=intent.date,
            end_date=intent.end_date,
            type=intent.type,
            status=intent.status,
            place=intent.place,
            actors=intent.actors,
            headline=intent.headline,
            sources=(source,),
        )
        _upsert(store, event)
        store.run("UPDATE chronology SET development_id = ? WHERE key = ?", development_id, event.key)
    else:
        links = {*links_from(same["sources"]), source}
        store.run(
            "UPDATE chronology SET sources = ?, status = CASE WHEN key LIKE 'development:%' THEN ? ELSE status END "
            "WHERE id = ?",
            links_text(tuple(sorted(links, key=lambda link: link.outlet))), intent.status, same["id"],
        )  # fmt: skip


def _same_event(store: Store, intent: DevelopmentIntent) -> sqlite3.Row | None:
    """A row of the same type on the same day that shares the place or two parties."""
    for row in store.rows("SELECT * FROM chronology WHERE type = ? AND date = ?", intent.type, intent.date):
        shared = set(json.loads(row["actors"])) & set(intent.actors)
        if (intent.place and row["place"] == intent.place) or len(shared) >= 2:
            return row
    return None


def timeline_page(
    store: Store, query: TimelineQuery, *, today: date, offset: int, limit: int
) -> tuple[tuple[TimelineRow, ...], int]:
    """A page of the chronology, newest day first, and how many rows the query has in all."""
    conditions, values = ["1"], list[object]()
    for word in query.words:
        conditions.append("search LIKE ? ESCAPE '\\'")
        values.append(f"%{_literal(word)}%")
    if query.since:
        conditions.append("coalesce(end_date, date) >= ?")
        values.append(query.since)
    if query.until:
        conditions.append("substr(date, 1, length(?)) <= ?")
        values += [query.until, query.until]
    if query.type:
        conditions.append("type = ?")
        values.append(query.type)
    where = " AND ".join(conditions)
    total = store.rows(f"SELECT count(*) AS n FROM chronology WHERE {where}", *values)[0]["n"]
    rows = store.rows(
        f"SELECT * FROM chronology WHERE {where} ORDER BY date DESC, id DESC LIMIT ? OFFSET ?", *values, limit, offset
    )
    return tuple(map(timeline_row_from, rows)), total


def _literal(word: str) -> str:
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
