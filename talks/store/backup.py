"""A consistent copy while the bot runs, and its way back."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from talks.errors import StoreError
from talks.store.connection import PRIVATE, Store, cause_of, open_store


def backup(store: Store, target: Path) -> None:
    """Copy the database to a file that appears only when it is whole, and that only its owner may read.

    Raises StoreError when the file cannot be written.
    """
    partial = target.with_name(f".{target.name}.partial")
    try:
        partial.unlink(missing_ok=True)
        partial.touch(mode=PRIVATE)
        with closing(sqlite3.connect(partial)) as copy:
            store.db.conn.backup(copy)
        partial.replace(target)
    except (sqlite3.Error, OSError) as error:
        partial.unlink(missing_ok=True)
        raise StoreError(f"No se pudo escribir la copia en {target}: {cause_of(error)}.") from error


def verify(copy: Path) -> None:
    """Open a copy and let SQLite check all of it; nothing is written beside it.

    Raises StoreError where it is not sound.
    """
    try:
        with closing(sqlite3.connect(f"{copy.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
            verdict = str(connection.execute("PRAGMA integrity_check(1)").fetchone()[0])
    except sqlite3.Error as error:
        raise StoreError(f"La copia {copy} no se puede abrir: {cause_of(error)}.") from error
    if verdict != "ok":
        raise StoreError(f"La copia {copy} está dañada: {verdict}.")


def restore(copy: Path, target: Path) -> None:
    """Put a copy in the place of the database; the old one is kept beside it as `.previous`.

    At every instant there is a whole database at `target`, the old one or the new one.
    Raises StoreError when the copy is not a sound database of this version.
    """
    if not copy.is_file():
        raise StoreError(f"No hay ninguna copia en {copy}.")
    partial = target.with_name(f".{target.name}.restoring")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        partial.touch(mode=PRIVATE)
        shutil.copyfile(copy, partial)
        _refuse_unsound(partial, copy)
        if target.exists():
            _keep_previous(target)
        partial.replace(target)
    except OSError as error:
        raise StoreError(f"No se pudo restaurar {copy}: {cause_of(error)}.") from error
    finally:
        _remove(partial)


def _refuse_unsound(partial: Path, copy: Path) -> None:
    try:
        with closing(open_store(partial)) as store:
            verdict = integrity(store)
    except StoreError as error:
        raise StoreError(str(error).replace(str(partial), str(copy))) from error
    if verdict != "ok":
        raise StoreError(f"La copia {copy} está dañada: {verdict}.")


def _keep_previous(target: Path) -> None:
    """The journal goes with the old database: it holds what was committed last, and would spoil the new one."""
    previous = target.with_name(f"{target.name}.previous")
    _remove(previous)
    try:
        previous.hardlink_to(target)
    except OSError:  # a file system without links: the old one gives way a moment before the new one comes
        target.replace(previous)
    target.with_name(f"{target.name}-shm").unlink(missing_ok=True)
    journal = target.with_name(f"{target.name}-wal")
    if journal.exists():
        journal.replace(target.with_name(f"{previous.name}-wal"))


def _remove(database: Path) -> None:
    """With what SQLite and an upgrade leave beside it."""
    for suffix in ("", "-wal", "-shm"):
        database.with_name(database.name + suffix).unlink(missing_ok=True)
    for copy in database.parent.glob(f"{database.name}.before-*"):
        copy.unlink()


def integrity(store: Store) -> str:
    """«ok», or the first complaint of SQLite's own check."""
    return str(store.rows("PRAGMA integrity_check(1)")[0][0])
