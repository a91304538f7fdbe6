"""What was read of people: their words and the roles seen beside their names."""

from __future__ import annotations

from talks.store.connection import Store
from talks.store.values import statement_from
from talks.types import RoleObservation, Statement

NEWEST = 200
"""Statements of a person that are looked through for the last few; who talks every day has thousands."""


def last_statements(
    store: Store, person_id: str, *, limit: int, offset: int = 0, among: int = NEWEST
) -> tuple[Statement, ...]:
    """Newest first; the same words in two outlets count once, direct ones before reported ones of the same article."""
    rows = store.rows(
        "SELECT said.*, outlet, url FROM (SELECT *, min(said_at) AS first_said FROM (SELECT * FROM statements "
        "WHERE person_id = ? AND length(text) > 20 ORDER BY said_at DESC LIMIT ?) "
        "GROUP BY text ORDER BY said_at DESC, direct DESC, start LIMIT ? OFFSET ?) AS said "
        "JOIN articles ON articles.id = said.article_id ORDER BY said_at DESC, direct DESC, start",
        person_id, max(among, limit), limit, offset,
    )  # fmt: skip
    return tuple(map(statement_from, rows))


def count_statements(store: Store, person_id: str, *, among: int) -> int:
    """How many different ones there are among the newest."""
    ((number,),) = store.rows(
        "SELECT count(DISTINCT text) FROM (SELECT text FROM statements "
        "WHERE person_id = ? AND length(text) > 20 ORDER BY said_at DESC LIMIT ?)",
        person_id, among,
    )  # fmt: skip
    return int(number)


def latest_statements(store: Store, *, limit: int) -> tuple[tuple[str, Statement], ...]:
    """The newest words of the people of the lexicon, with their ids."""
    rows = store.rows(
        "SELECT statements.*, outlet, url FROM statements JOIN articles ON articles.id = statements.article_id "
        "WHERE person_id IS NOT NULL AND length(statements.text) > 20 "
        "ORDER BY said_at DESC, direct DESC, start LIMIT ?",
        limit,
    )
    return tuple((row["person_id"], statement_from(row)) for row in rows)


def roles_seen(store: Store, person_id: str, *, limit: int) -> tuple[RoleObservation, ...]:
    """Newest first, each wording once."""
    rows = store.rows(
        "SELECT role, outlet, max(date) AS date FROM role_observations WHERE person_id = ? AND is_current = 1 "
        "GROUP BY role ORDER BY date DESC LIMIT ?",
        person_id, limit,
    )  # fmt: skip
    return tuple(RoleObservation(row["role"], row["outlet"], row["date"]) for row in rows)


def unknown_people(store: Store) -> tuple[tuple[str, str], ...]:
    """(id, name) of people outside the lexicon that two outlets have named with a role."""
    rows = store.rows(
        "SELECT people.id, people.name FROM people JOIN role_observations ON person_id = people.id "
        "WHERE is_known = 0 GROUP BY people.id HAVING count(DISTINCT outlet) >= 2 ORDER BY people.name"
    )
    return tuple((row["id"], row["name"]) for row in rows)
