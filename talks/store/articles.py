"""Articles and what each says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from talks.store.connection import Store
from talks.store.sources import move_source
from talks.store.values import article_from, reading_from, reading_text, stamp
from talks.types import Article, ArticleIntent, ParsedEntry, PersonMention, Reading


@dataclass(frozen=True, slots=True)
class PollResult:
    """What one answer of a source leaves behind, in one transaction."""

    source_id: int
    articles: tuple[ArticleIntent, ...]
    checked_at: datetime
    next_check_at: datetime
    title: str | None = None
    url: str | None = None
    """The new address of a feed that moved for good."""
    etag: str | None = None
    last_modified: str | None = None


def save_poll(store: Store, result: PollResult) -> int:
    """Store the new articles together with the validators; how many were new."""
    with store.writing():
        new = sum(_insert(store, result.source_id, article, result.checked_at) for article in result.articles)
        store.run(
            "UPDATE sources SET etag = ?, last_modified = ?, checked_at = ?, next_check_at = ?, failures = 0, "
            "last_error = NULL, is_primed = 1, title = CASE WHEN title = url THEN coalesce(?, title) ELSE title END "
            "WHERE id = ?",
            result.etag, result.last_modified, stamp(result.checked_at), stamp(result.next_check_at),
            result.title or None, result.source_id,
        )  # fmt: skip
        if result.url:
            move_source(store, result.source_id, result.url)
    return new


def _insert(store: Store, source_id: int, article: ArticleIntent, now: datetime) -> int:
    inserted = store.run(
        "INSERT INTO articles (source_id, key, url, outlet, title, text, published, published_by, first_seen, "
        "is_history) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (source_id, key) DO NOTHING",
        source_id, article.key, article.url, article.outlet, article.title, article.text, stamp(article.published),
        article.published_by, stamp(now), int(article.is_history),
    )  # fmt: skip
    if inserted.rowcount:
        store.run("INSERT INTO pending (article_id, stage) VALUES (?, 'read')", inserted.lastrowid)
    return inserted.rowcount


def known_keys(store: Store, source_id: int, keys: Iterable[str]) -> frozenset[str]:
    """Those of the keys that the source has brought before."""
    wanted = list(keys)
    marks = ",".join("?" * len(wanted))
    rows = store.rows(f"SELECT key FROM articles WHERE source_id = ? AND key IN ({marks})", source_id, *wanted)
    return frozenset(row["key"] for row in rows)


def all_keys(store: Store, source_id: int) -> frozenset[str]:
    return frozenset(row["key"] for row in store.rows("SELECT key FROM articles WHERE source_id = ?", source_id))


def renamed_keys(store: Store, source_id: int, entries: Iterable[ParsedEntry]) -> frozenset[str]:
    """Keys under which the source brings again what it brought before under another key.

    The same title with the same date, or at the same address and not newer: an outlet that gives all its items a new
    guid has no news.
    """
    return frozenset(entry.key for entry in entries if _was_brought(store, source_id, entry))


def _was_brought(store: Store, source_id: int, entry: ParsedEntry) -> bool:
    published = stamp(entry.published) if entry.published else None
    row = store.row(
        "SELECT 1 FROM articles WHERE source_id = ? AND title = ? AND key <> ? "
        "AND ((url = ? AND url <> '' AND coalesce(? <= published, 1)) OR (published = ? AND published_by = 'feed'))",
        source_id, entry.title, entry.key, entry.url, published, published,
    )  # fmt: skip
    return row is not None


def article(store: Store, article_id: str | int) -> Article | None:
    row = store.row("SELECT * FROM articles WHERE id = ?", article_id)
    return article_from(row) if row else None


def unread_articles(store: Store, *, limit: int) -> tuple[Article, ...]:
    rows = store.rows(
        "SELECT articles.* FROM pending JOIN articles ON articles.id = pending.article_id WHERE stage = 'read' "
        "ORDER BY published, articles.id LIMIT ?",
        limit,
    )
    return tuple(map(article_from, rows))


def number_unread(store: Store) -> int:
    return int(store.rows("SELECT count(*) AS waiting FROM pending WHERE stage = 'read'")[0]["waiting"])


def save_readings(store: Store, pairs: Sequence[tuple[Article, Reading]]) -> None:
    """Store readings with the people, roles and statements that /quien and /dijo look for."""
    with store.writing():
        for said_in, reading in pairs:
            store.run(
                "INSERT INTO readings (article_id, label, score, data) VALUES (?, ?, ?, ?) "
                "ON CONFLICT (article_id) DO NOTHING",
                said_in.id, reading.relevance.label, reading.relevance.score, reading_text(reading),
            )  # fmt: skip
            store.run("UPDATE pending SET stage = 'judge' WHERE article_id = ? AND stage = 'read'", said_in.id)
            if reading.relevance.label != "off":
                _save_people(store, said_in, reading.people)
                _save_statements(store, said_in, reading)


def _save_people(store: Store, said_in: Article, people: Iterable[PersonMention]) -> None:
    for person in people:
        identity = person.person_id or f"?{person.name}"
        store.run(
            "INSERT INTO people (id, name, is_known) VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING",
            identity, person.name, int(person.person_id is not None),
        )  # fmt: skip
        if person.role:
            store.run(
                "INSERT INTO role_observations (person_id, article_id, role, is_current, outlet, date) "
                "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (person_id, article_id) DO NOTHING",
                identity, said_in.id, person.role, int(person.role_is_current), said_in.outlet,
                said_in.published.date().isoformat(),
            )  # fmt: skip


def _save_statements(store: Store, said_in: Article, reading: Reading) -> None:
    for quote in reading.quotes:
        if quote.speaker:
            store.run(
                'INSERT INTO statements (article_id, start, "end", person_id, speaker, text, direct, said_at) '
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                said_in.id, quote.start, quote.end, quote.speaker_id, quote.speaker, quote.text, int(quote.direct),
                stamp(said_in.published),
            )  # fmt: skip


def unjudged_articles(store: Store, *, limit: int) -> tuple[tuple[Article, Reading], ...]:
    """Read articles that wait for their verdict: oldest publication first, of one minute the fullest text.

    In which order their sources were asked is nowhere in it.
    """
    rows = store.rows(
        "SELECT articles.*, readings.data FROM pending JOIN articles ON articles.id = pending.article_id "
        "JOIN readings ON readings.article_id = articles.id WHERE stage = 'judge' "
        "ORDER BY published, length(text) DESC, title, outlet LIMIT ?",
        limit,
    )
    return tuple((article_from(row), reading_from(row["data"])) for row in rows)


def search_articles(store: Store, words: Sequence[str], *, limit: int, offset: int = 0) -> tuple[Article, ...]:
    """Articles with all the words, those stored last first; words are taken literally, never as query syntax."""
    quoted = " ".join('"' + word.replace('"', '""') + '"' for word in words)
    rows = store.rows(
        "SELECT articles.* FROM (SELECT rowid AS hit FROM articles_fts WHERE articles_fts MATCH ? "
        "ORDER BY rowid DESC LIMIT ? OFFSET ?) JOIN articles ON articles.id = hit ORDER BY published DESC",
        quoted, limit, offset,
    )  # fmt: skip
    return tuple(map(article_from, rows))
