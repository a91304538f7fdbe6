"""One list of events by the day they happened: the chronology of the seeds and what the bot has read."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from talks.folding import words_of
from talks.queries import TimelineQuery
from talks.store.connection import Store
from talks.store.values import links_from, links_text, timeline_row_from
from talks.types import DevelopmentIntent, SourceLink, TimelineEvent, TimelineRow

SAME_TYPES = {"visit": "meeting"}
"""Outlets call one event by either."""
OUR_ROWS = "development:"
"""How the key of a row begins that the bot made itself; those of the seeds are left as they were written."""
SHOWN_STATEMENT_IMPORTANCE = 2
"""A mere statement is an event of the chronology from this importance on."""


def load_chronology(store: Store, events: Iterable[TimelineEvent]) -> int:
    """Add or refresh the events of the seeds, and forget those that they had before; how many were new.

    Sources that the bot has read since stay beside those of the seeds.
    """
    with store.writing():
        rows = store.rows("SELECT key, sources FROM chronology WHERE key NOT LIKE ?", f"{OUR_ROWS}%")
        known = {row["key"]: links_from(row["sources"]) for row in rows}
        loaded = {event.key: event for event in events}
        for key in known.keys() - loaded.keys():
            store.run("DELETE FROM chronology WHERE key = ?", key)
        for key, event in loaded.items():
            links = dict.fromkeys((*event.sources, *known.get(key, ())))
            _upsert(store, replace(event, sources=tuple(links)))
    return len(loaded.keys() - known.keys())


def _upsert(store: Store, event: TimelineEvent) -> None:
    store.run(
        "INSERT INTO chronology (key, date, end_date, type, status, place, headline, actors, sources, search) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO UPDATE SET date = excluded.date, "
        "end_date = excluded.end_date, type = excluded.type, status = excluded.status, place = excluded.place, "
        "headline = excluded.headline, actors = excluded.actors, sources = excluded.sources, search = excluded.search",
        event.key, event.date, event.end_date, event.type, event.status, event.place, event.headline,
        json.dumps(event.actors, ensure_ascii=False), links_text(event.sources), _search_text(event),
    )  # fmt: skip


def _search_text(event: TimelineEvent) -> str:
    """Its words with a space before each: what is looked for is the beginning of one."""
    outlets = (link.outlet for link in event.sources)
    return f" {' '.join(words_of(' '.join((event.headline, event.place or '', *event.actors, *outlets))))}"


def add_development_row(store: Store, development_id: int, intent: DevelopmentIntent, source: SourceLink) -> None:
    """Enter a development under the day it happened; what is known of the same event is brought up to date instead."""
    if intent.date is None or (intent.type == "statement" and intent.importance < SHOWN_STATEMENT_IMPORTANCE):
        return
    same = _answered(store, intent) or _same_event(store, intent)
    if same is None:
        _upsert(store, _event(f"development:{development_id}", intent, (source,)))
        store.run(
            "UPDATE chronology SET development_id = ? WHERE key = ?", development_id, f"development:{development_id}"
        )
        return
    links = tuple(sorted({*links_from(same["sources"]), source}, key=lambda link: link.outlet))
    if same["key"].startswith(OUR_ROWS):
        _upsert(store, _event(same["key"], intent, links, place=same["place"], actors=json.loads(same["actors"])))
        store.run("UPDATE chronology SET development_id = ? WHERE id = ?", development_id, same["id"])
    else:
        store.run("UPDATE chronology SET sources = ? WHERE id = ?", links_text(links), same["id"])


def _event(
    key: str,
    intent: DevelopmentIntent,
    sources: tuple[SourceLink, ...],
    *,
    place: str | None = None,
    actors: Iterable[str] = (),
) -> TimelineEvent:
    """The development as an event; `place` and `actors` are what was known of it before."""
    return TimelineEvent(
        key=key,
        date=str(intent.date),
        end_date=intent.end_date,
        type=intent.type,
        status=intent.status,
        place=intent.place or place,
        actors=tuple(dict.fromkeys((*intent.actors, *actors))),
        headline=intent.headline,
        sources=sources,
    )


def _answered(store: Store, intent: DevelopmentIntent) -> sqlite3.Row | None:
    """The row of the development that this one changes: a plan that is moved or held stays one row."""
    if intent.answers_id is None:
        return None
    return store.row("SELECT * FROM chronology WHERE development_id = ?", intent.answers_id)


def _same_event(store: Store, intent: DevelopmentIntent) -> sqlite3.Row | None:
    """A row of such a type, at most a day apart, that is in the same place or shares two parties."""
    day = str(intent.date)[:10]
    rows = store.rows(
        "SELECT * FROM chronology WHERE date BETWEEN date(?, '-1 day') AND date(?, '+1 day') ORDER BY id", day, day
    )
    return next((row for row in rows if _may_be_same(row, intent)), None)


def _may_be_same(row: sqlite3.Row, intent: DevelopmentIntent) -> bool:
    if SAME_TYPES.get(row["type"], row["type"]) != SAME_TYPES.get(intent.type, intent.type):
        return False
    if row["place"] and intent.place:
        return bool(row["place"] == intent.place)
    return len(set(json.loads(row["actors"])) & set(intent.actors)) >= min(2, len(intent.actors) or 2)


def timeline_page(
    store: Store, query: TimelineQuery, *, today: date, offset: int, limit: int
) -> tuple[tuple[TimelineRow, ...], int]:
    """A page of the chronology, newest day first, and how many rows the query has in all.

    A word of the query stands for every word that begins with it.
    """
    conditions, values = ["1"], list[object]()
    for word in query.words:
        conditions.append("search LIKE ? ESCAPE '\\'")
        values.append(f"% {_literal(word)}%")
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


def meetings_with(store: Store, name: str, *, until: date, limit: int) -> tuple[TimelineRow, ...]:
    """Meetings, calls and visits that took place and whose row has a word that begins with the name; newest first."""
    rows = store.rows(
        "SELECT * FROM chronology WHERE type IN ('meeting', 'call', 'visit') AND status = 'held' AND date <= ? "
        "AND search LIKE ? ESCAPE '\\' ORDER BY date DESC, id DESC LIMIT ?",
        until.isoformat(), f"% {_literal(name)}%", limit,
    )  # fmt: skip
    return tuple(map(timeline_row_from, rows))


def agenda(store: Store, *, today: date, limit: int) -> tuple[TimelineRow, ...]:
    """What is expected from today on, the nearest first."""
    rows = store.rows(
        "SELECT * FROM chronology WHERE status IN ('planned', 'possible', 'in_progress') "
        "AND coalesce(end_date, date) >= ? ORDER BY date, id LIMIT ?",
        today.isoformat(), limit,
    )  # fmt: skip
    return tuple(map(timeline_row_from, rows))


def _literal(word: str) -> str:
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
