"""Opening the database: one connection a thread, WAL, and writes that begin IMMEDIATE.

A deferred transaction that reads before it writes fails «locked» as soon as two threads do it, in spite of the busy
timeout; see `docs/why-writes-begin-immediate.md`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from talks.errors import StoreError
from talks.store.schema_of_stories import migrations

BUSY_MILLISECONDS = 10_000
PRIVATE = 0o600
"""A new database is for its owner alone; SQLite gives its journal the same rights."""


@dataclass(frozen=True, slots=True)
class Store:
    """One connection, for the thread that opened it."""

    path: Path
    db: Database

    def rows(self, sql: str, *values: object) -> list[sqlite3.Row]:
        """Every row of a query; the cursor is exhausted, so no read lock stays behind."""
        with self._in_plain_words():
            return self.db.conn.execute(sql, values).fetchall()

    def row(self, sql: str, *values: object) -> sqlite3.Row | None:
        rows = self.rows(sql, *values)
        return rows[0] if rows else None

    def run(self, sql: str, *values: object) -> sqlite3.Cursor:
        with self._in_plain_words():
            return self.db.conn.execute(sql, values)

    @contextmanager
    def _in_plain_words(self) -> Iterator[None]:
        """Full disk, locked, damaged: StoreError, one sentence. What only a slip of ours can cause rises as it is."""
        try:
            yield
        except (sqlite3.IntegrityError, sqlite3.ProgrammingError):
            raise
        except sqlite3.DatabaseError as error:
            raise StoreError(f"La base de datos {self.path} no responde: {cause_of(error)}.") from error

    @contextmanager
    def writing(self) -> Iterator[None]:
        """A transaction that holds the write lock from its start; nests as a savepoint."""
        if self.db.conn.in_transaction:
            with self.db.atomic():
                yield
            return
        self.run("BEGIN IMMEDIATE")
        try:
            yield
            self.run("COMMIT")
        except BaseException:
            self.db.rollback()
            raise

    @contextmanager
    def marking(self) -> Iterator[None]:
        """As `writing`, without waiting for the disk: it outlives the process, but not always the machine."""
        usual = self.rows("PRAGMA synchronous")[0][0]
        self.run("PRAGMA synchronous = NORMAL")
        try:
            with self.writing():
                yield
        finally:
            self.run(f"PRAGMA synchronous = {usual}")

    def close(self) -> None:
        self.db.conn.close()


def open_store(path: Path, *, must_exist: bool = False) -> Store:
    """Open, create or upgrade the database.

    Raises StoreError, one sentence: not a database, from a newer version, no permission, disk full, locked.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return _opened(path, must_exist=must_exist)
    except (sqlite3.Error, OSError) as error:
        raise StoreError(f"No se puede abrir la base de datos {path}: {cause_of(error)}.") from error


def _opened(path: Path, *, must_exist: bool) -> Store:
    if must_exist and not path.exists():
        raise StoreError(f"No hay base de datos en {path}; «tregua run» la crea.")
    if not path.exists():
        path.touch(mode=PRIVATE)
    # Opened with the LEGACY transaction control that sqlite-utils asks for, in autocommit: BEGIN is always ours.
    connection = sqlite3.connect(path, timeout=BUSY_MILLISECONDS / 1000, isolation_level=None, check_same_thread=False)
    connection.row_factory = sqlite3.Row
    try:
        store = Store(path, Database(connection, recursive_triggers=False))
        _prepare(store)
    except BaseException:
        connection.close()
        raise
    return store


def _prepare(store: Store) -> None:
    store.run("PRAGMA journal_mode = WAL")
    store.run("PRAGMA synchronous = FULL")
    store.run("PRAGMA foreign_keys = ON")
    store.run("PRAGMA temp_store = MEMORY")
    if unknown := sorted({migration.name for migration in migrations.applied(store.db)} - KNOWN_MIGRATIONS):
        raise StoreError(
            f"La base de datos {store.path} es de una versión más nueva de Tregua ({unknown[-1]}): "
            "actualiza el programa o restaura una copia anterior."
        )
    if pending := migrations.pending(store.db):
        if migrations.applied(store.db):
            _keep_copy(store, before=pending[0].name)
        with store.writing():
            migrations.apply(store.db)


def _keep_copy(store: Store, *, before: str) -> None:
    """The way back to the version before this one: the database as that one left it, beside the new one."""
    copy = store.path.with_name(f"{store.path.name}.before-{before.split('_')[0]}")
    partial = copy.with_name(f".{copy.name}.partial")
    partial.unlink(missing_ok=True)
    partial.touch(mode=0o600)
    with closing(sqlite3.connect(partial)) as connection:
        store.db.conn.backup(connection)
    partial.replace(copy)


def database_version(store: Store) -> str:
    """Of SQLite and of the tables, as «3.45.1, m010»."""
    newest = max((migration.name for migration in migrations.applied(store.db)), default="vacío")
    return f"{sqlite3.sqlite_version}, {newest.split('_')[0]}"


KNOWN_MIGRATIONS = {migration.name for migration in migrations.pending(Database(memory=True))}


def cause_of(error: Exception) -> str:
    """What went wrong, in Spanish where it is one of the usual troubles."""
    text = str(error)
    for english, spanish in CAUSES.items():
        if english in text:
            return spanish
    return text


CAUSES = {
    "not a database": "el archivo no es una base de datos SQLite",
    "malformed": "el archivo está dañado; «tregua restore COPIA» lo recupera de una copia",
    "database is locked": "otro programa la tiene bloqueada",
    "readonly database": "es de solo lectura",
    "read-only": "es de solo lectura",
    "Permission denied": "no hay permiso para escribir ahí",
    "unable to open": "no hay permiso o la carpeta no existe",
    "disk is full": "el disco está lleno",
    "No space left": "el disco está lleno",
    "No such file": "no existe",
    "Is a directory": "es una carpeta",
    "Not a directory": "la ruta pasa por un archivo que no es una carpeta",
    "File exists": "la ruta pasa por un archivo que no es una carpeta",
}
