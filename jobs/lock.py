"""One instance per data folder."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from talks.errors import StoreError
from talks.store.connection import cause_of

LOCK = "tregua.lock"


@dataclass(frozen=True, slots=True)
class Instance:
    process: str
    started: datetime


def running_instance(folder: Path) -> Instance | None:
    """Who holds the folder's lock now, and since when."""
    try:
        descriptor = os.open(folder / LOCK, os.O_RDONLY)
    except OSError:
        return None
    try:
        fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return Instance(_process(descriptor), datetime.fromtimestamp(os.fstat(descriptor).st_mtime, UTC))
    finally:
        os.close(descriptor)
    return None


def _process(descriptor: int) -> str:
    return os.read(descriptor, 32).decode(errors="replace") or "desconocido"


@contextmanager
def only_instance(folder: Path) -> Iterator[None]:
    """Hold the folder's lock; the kernel frees it when the process ends, however it ends.

    Raises StoreError, one sentence, when another process holds it or the folder cannot be used.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise StoreError(f"No se puede usar la carpeta de datos {folder}: {cause_of(error)}.") from error
    try:
        _lock(descriptor, folder)
        os.ftruncate(descriptor, 0)
        os.write(descriptor, str(os.getpid()).encode())
        yield
    finally:
        os.close(descriptor)


def _lock(descriptor: int, folder: Path) -> None:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise StoreError(
            f"Tregua ya está en marcha con la carpeta {folder} (proceso {_process(descriptor)}); "
            "detenlo o usa otra TREGUA_DATA."
        ) from error
