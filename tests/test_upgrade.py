"""A database of any earlier version is brought up to date, and the way back is kept."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from sqlite_utils import Database

from talks.errors import StoreError
from talks.queries import TimelineQuery
from talks.store.backup import integrity, restore
from talks.store.chronology import timeline_page
from talks.store.connection import Store, open_store
from talks.store.schema import migrations
from talks.store.sources import active_sources
from tests.steps import somebody_subscribes, something_happens

STEPS = [migration.name for migration in migrations.pending(Database(memory=True))]


def an_older_database(path: Path, *, until: str) -> None:
    """As the version left it whose last migration was `until`, with a feed in it."""
    with closing(sqlite3.connect(path)) as connection:
        db = Database(connection)
        migrations.apply(db, stop_before=_next(until))
        connection.execute("INSERT INTO sources (kind, url, title) VALUES ('feed', 'https://a.example/rss', 'A')")
        connection.commit()


def _next(step: str) -> str | None:
    following = STEPS[STEPS.index(step) + 1 :]
    return following[0] if following else None


def tables(store: Store) -> list[tuple[str, str]]:
    names = [row["name"] for row in store.rows("SELECT name FROM sqlite_schema WHERE type IN ('table', 'index')")]
    columns = [
        (name, row["name"]) for name in names for row in store.rows("SELECT name FROM pragma_table_info(?)", name)
    ]
    return sorted(columns)


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Store]:
    with closing(open_store(tmp_path / "fresh.db")) as opened:
        yield opened


@pytest.mark.parametrize("step", STEPS[:-1])
def test_a_database_of_every_earlier_version_is_brought_up_to_date(tmp_path: Path, fresh: Store, step: str) -> None:
    an_older_database(tmp_path / "tregua.db", until=step)
    with closing(open_store(tmp_path / "tregua.db")) as store:
        assert tables(store) == tables(fresh)
        assert [source.title for source in active_sources(store)] == ["A"]
        assert integrity(store) == "ok"
        somebody_subscribes(store)
        assert something_happens(store) == 1


@pytest.mark.parametrize("step", STEPS[:-1])
def test_the_database_is_kept_as_the_earlier_version_left_it(tmp_path: Path, step: str) -> None:
    an_older_database(tmp_path / "tregua.db", until=step)
    open_store(tmp_path / "tregua.db").close()
    copy = tmp_path / f"tregua.db.before-{str(_next(step)).split('_')[0]}"
    with closing(sqlite3.connect(copy)) as connection:
        applied = [row[0] for row in connection.execute("SELECT name FROM _sqlite_migrations ORDER BY name")]
    assert applied == sorted(STEPS[: STEPS.index(step) + 1])
    assert copy.stat().st_mode & 0o077 == 0


def test_events_of_an_earlier_version_are_found_by_the_beginnings_of_their_words(tmp_path: Path) -> None:
    an_older_database(tmp_path / "tregua.db", until="m011_reservations")
    with closing(sqlite3.connect(tmp_path / "tregua.db")) as connection:
        connection.execute(
            "INSERT INTO chronology (key, date, type, status, headline, actors, sources, search) "
            "VALUES ('k', '2026-02-17', 'meeting', 'held', 'Ronda', '[]', '[]', '«ronda» en ginebra diario')"
        )
        connection.commit()
    with closing(open_store(tmp_path / "tregua.db")) as store:
        totals = [
            timeline_page(store, TimelineQuery((word,)), today=date(2026, 3, 1), offset=0, limit=1)[1]
            for word in ("ronda", "gine", "nebra")
        ]
    assert totals == [1, 1, 0]


def test_verdicts_of_an_earlier_version_have_the_story_in_which_theirs_went_on(tmp_path: Path) -> None:
    joins = (("s3", "s2"), ("s2", "s1"), ("s5", "s4"), ("s6", "s1"))
    stories = ("s1", "s2", "s3", "s4", "s5", "s6", "s7", None)
    an_older_database(tmp_path / "tregua.db", until="m014_story_joins")
    with closing(sqlite3.connect(tmp_path / "tregua.db")) as connection:
        connection.executemany("INSERT INTO story_joins (joined, into_story, joined_at) VALUES (?, ?, '2026')", joins)
        connection.executemany(
            "INSERT INTO verdicts (article_id, story_id, novelty, reason, numbers, decided_at) "
            "VALUES (?, ?, 'repeat', '', '{}', '2026')",
            enumerate(stories),
        )
        connection.commit()
    with closing(open_store(tmp_path / "tregua.db")) as store:
        now = [row["story_id"] for row in store.rows("SELECT story_id FROM verdicts ORDER BY article_id")]
    assert now == ["s1", "s1", "s1", "s4", "s4", "s1", "s7", None]


def test_going_back_is_restoring_that_copy(tmp_path: Path) -> None:
    an_older_database(tmp_path / "tregua.db", until=STEPS[0])
    with closing(open_store(tmp_path / "tregua.db")) as store:
        somebody_subscribes(store)
    (copy,) = tmp_path.glob("*.before-*")
    restore(copy, tmp_path / "tregua.db")
    with closing(open_store(tmp_path / "tregua.db")) as store:
        assert store.rows("SELECT * FROM chats") == []
    assert list(tmp_path.glob(".*")) == []


def test_a_new_database_and_one_that_is_up_to_date_leave_no_copy(tmp_path: Path) -> None:
    for _ in range(2):
        open_store(tmp_path / "tregua.db").close()
    assert [path.name for path in tmp_path.iterdir()] == ["tregua.db"]


def test_an_upgrade_without_room_for_the_way_back_changes_nothing(tmp_path: Path) -> None:
    an_older_database(tmp_path / "tregua.db", until=STEPS[0])
    blocked = tmp_path / f".tregua.db.before-{STEPS[1].split('_')[0]}.partial"
    blocked.mkdir()
    with pytest.raises(StoreError, match="No se puede abrir la base de datos"):
        open_store(tmp_path / "tregua.db")
    with closing(sqlite3.connect(tmp_path / "tregua.db")) as connection:
        assert connection.execute("SELECT count(*) FROM _sqlite_migrations").fetchone() == (1,)
