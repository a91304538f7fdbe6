"""A consistent copy while the bot runs, and its way back."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from talks.errors import StoreError
from talks.store.connection import Store, open_store


def backup(store: Store, target: Path) -> None:
    """Copy the database to a file that appears only when it is whole.

    Raises StoreError when the file cannot be written.
    """
    partial = target.with_name(f".{target.name}.partial")
    try:
        with closing(sqlite3.connect(partial)) as copy:
            store.db.conn.backup(copy)
        partial.replace(target)
    except (sqlite3.Error, OSError) as error:
        partial.unlink(missing_ok=True)
        raise StoreError(f"No se pudo escribir la copia en {target}: {error}.") from error


def restore(copy: Path, target: Path) -> None:
    """Put a copy in the place of the database; the old one is kept beside it as `.previous`.

    Raises StoreError when the copy is not a sound database of this version.
    """
    if not copy.is_file():
        raise StoreError(f"No hay ninguna copia en {copy}.")
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = target.with_name(f".{target.name}.restoring")
    try:
        partial.write_bytes(copy.read_bytes())
        with closing(open_store(partial)) as store:
            verdict = store.rows("PRAGMA integrity_check")[0][0]
        if verdict != "ok":
            raise StoreError(f"La copia {copy} está dañada: {verdict}.")
        if target.exists():
            target.replace(target.with_name(f"{target.name}.previous"))
        _forget_journal(target)
        partial.replace(target)
    except OSError as error:
        raise StoreError(f"No se pudo restaurar {copy}: {error}.") from error
    finally:
        partial.unlink(missing_ok=True)
        _forget_journal(partial)


def _forget_journal(path: Path) -> None:
    for suffix in ("-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def integrity(store: Store) -> str:
    """«ok», or the first complaint of SQLite's own check."""
    return str(store.rows("PRAGMA integrity_check(1)")[0][0])
