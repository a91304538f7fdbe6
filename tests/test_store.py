"""The store: opening, migrating, writing at the same time, backing up."""

import shutil
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from talks.errors import StoreError
from talks.store.backup import backup, restore
from talks.store.connection import Store, open_store
from talks.store.sources import active_sources, add_source, remove_source


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "tregua.db"


def test_a_new_database_has_every_table_and_opens_again_unchanged(path: Path) -> None:
    open_store(path).close()
    store = open_store(path)
    tables = {row["name"] for row in store.rows("SELECT name FROM sqlite_master WHERE type = 'table'")}
    store.close()
    assert {"sources", "articles", "readings", "verdicts", "facts", "developments", "chats", "outbox"} <= tables


def test_a_database_from_a_newer_version_is_refused_with_a_sentence(path: Path) -> None:
    store = open_store(path)
    store.run("INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('tregua', 'm999', '2030')")
    store.close()
    with pytest.raises(StoreError, match="versión más nueva de Tregua"):
        open_store(path)


def test_a_file_that_is_no_database_is_refused_with_a_sentence(path: Path) -> None:
    path.write_text("esto no es una base de datos " * 200)
    with pytest.raises(StoreError, match="no es una base de datos SQLite"):
        open_store(path)


def test_a_data_folder_that_is_a_file_is_refused_with_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "datos").write_text("")
    with pytest.raises(StoreError, match="no es una carpeta"):
        open_store(tmp_path / "datos" / "tregua.db")


def test_a_missing_database_is_not_created_where_it_must_exist(path: Path) -> None:
    with pytest.raises(StoreError, match="No hay base de datos"):
        open_store(path, must_exist=True)
    assert not path.exists()


def test_a_transaction_that_fails_leaves_nothing(path: Path) -> None:
    store = open_store(path)

    def fail_after_writing() -> None:
        with store.writing():
            add_source(store, url="https://a.example/rss", title="A")
            raise KeyError

    with pytest.raises(KeyError):
        fail_after_writing()
    assert active_sources(store) == ()
    store.close()


def test_four_threads_that_read_before_they_write_lose_nothing(path: Path) -> None:
    open_store(path).close()

    def count_up(_thread: int) -> None:
        store = open_store(path)
        for _ in range(50):
            with store.writing():
                known = len(active_sources(store))
                add_source(store, url=f"https://{known}.example/rss", title=str(known))
        store.close()

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(count_up, range(4)))
    store = open_store(path)
    assert len(active_sources(store)) == 200
    store.close()


def test_a_backup_is_taken_while_the_store_is_open_and_brings_all_back(path: Path, tmp_path: Path) -> None:
    store = open_store(path)
    add_source(store, url="https://a.example/rss", title="A")
    backup(store, tmp_path / "copia.db")
    remove_source(store, "https://a.example/rss")
    store.close()
    restore(tmp_path / "copia.db", path)
    store = open_store(path)
    assert [source.title for source in active_sources(store)] == ["A"]
    store.close()
    assert path.with_name("tregua.db.previous").exists()


def test_a_damaged_backup_is_refused_and_the_database_stays(path: Path, tmp_path: Path) -> None:
    store = open_store(path)
    add_source(store, url="https://a.example/rss", title="A")
    store.close()
    (tmp_path / "copia.db").write_bytes(b"SQLite format 3\x00" + b"\x00" * 5000)
    with pytest.raises(StoreError):
        restore(tmp_path / "copia.db", path)
    assert _titles(path) == ["A"]


def test_a_backup_to_a_folder_that_does_not_exist_is_a_sentence(path: Path, tmp_path: Path) -> None:
    store = open_store(path)
    with pytest.raises(StoreError, match="No se pudo escribir la copia"):
        backup(store, tmp_path / "nada" / "copia.db")
    store.close()


def test_a_database_locked_by_another_program_is_a_sentence(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("talks.store.connection.BUSY_MILLISECONDS", 10)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(StoreError, match="otro programa la tiene bloqueada"):
        open_store(path)
    other.close()


def _titles(path: Path) -> list[str]:
    store: Store = open_store(path)
    titles = [source.title for source in active_sources(store)]
    store.close()
    return titles


def test_what_a_crash_left_in_the_journal_is_in_the_previous_database(path: Path, tmp_path: Path) -> None:
    store = open_store(path)
    backup(store, tmp_path / "copia.db")
    add_source(store, url="https://a.example/rss", title="A")
    for suffix in ("", "-wal"):
        shutil.copyfile(f"{path}{suffix}", f"{tmp_path / 'caído.db'}{suffix}")
    store.close()
    restore(tmp_path / "copia.db", tmp_path / "caído.db")
    assert _titles(tmp_path / "caído.db") == []
    assert _titles(tmp_path / "caído.db.previous") == ["A"]


def test_a_copy_from_a_newer_version_is_refused_by_its_own_name(path: Path, tmp_path: Path) -> None:
    store = open_store(tmp_path / "copia.db")
    store.run("INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('tregua', 'm999', '2030')")
    store.close()
    with pytest.raises(StoreError, match=r"copia\.db es de una versión más nueva"):
        restore(tmp_path / "copia.db", path)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["copia.db"]


def test_a_copy_that_is_not_there_is_a_sentence(path: Path, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="No hay ninguna copia"):
        restore(tmp_path / "nada.db", path)


def test_a_copy_is_restored_into_a_folder_that_is_new(path: Path, tmp_path: Path) -> None:
    store = open_store(path)
    add_source(store, url="https://a.example/rss", title="A")
    backup(store, tmp_path / "copia.db")
    store.close()
    restore(tmp_path / "copia.db", tmp_path / "otra" / "tregua.db")
    assert _titles(tmp_path / "otra" / "tregua.db") == ["A"]


def test_a_full_disk_is_a_sentence_and_loses_nothing(path: Path) -> None:
    store = open_store(path)
    add_source(store, url="https://a.example/rss", title="A")
    pages = store.rows("PRAGMA page_count")[0][0]
    store.run(f"PRAGMA max_page_count = {pages}")

    def fill() -> None:
        with store.writing():
            for number in range(10_000):
                add_source(store, url=f"https://{number}.example/rss", title="x" * 400)

    with pytest.raises(StoreError, match="el disco está lleno"):
        fill()
    store.run("PRAGMA max_page_count = 100000")
    add_source(store, url="https://b.example/rss", title="B")
    assert [source.title for source in active_sources(store)] == ["A", "B"]
    store.close()


def test_a_database_that_is_damaged_while_in_use_is_a_sentence(path: Path) -> None:
    store = open_store(path)
    with store.writing():
        for number in range(2_000):
            add_source(store, url=f"https://{number}.example/rss", title="x" * 200)
    store.close()
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2] + b"\xff" * (len(data) // 2))
    with pytest.raises(StoreError, match="dañado"):
        _titles(path)


def test_a_slip_of_ours_rises_as_it_is(store: Store) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        store.run("INSERT INTO sources (kind, url, title) VALUES (NULL, 'a', 'b')")
