"""backup: a copy when one is due, verified by opening it, and the oldest ones dropped."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import structlog

from talks.errors import StoreError
from talks.store.backup import backup, verify
from talks.store.connection import open_store

log = structlog.get_logger()

NAME = "tregua-{moment:%Y%m%dT%H%M%SZ}.db"
PATTERN = "tregua-*.db"


@dataclass(frozen=True, slots=True)
class BackupReport:
    copies: int = 0
    dropped: int = 0

    def __str__(self) -> str:
        return f"backup: {self.copies} copies, {self.dropped} dropped"


def last_backup(folder: Path) -> datetime | None:
    """When the newest copy was made, by its name."""
    moments = [moment for path in folder.glob(PATTERN) if (moment := _moment(path)) is not None]
    return max(moments, default=None)


def _moment(path: Path) -> datetime | None:
    try:
        return datetime.strptime(path.stem, "tregua-%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    except ValueError:
        return None


def back_up_when_due(database: Path, folder: Path, *, every: timedelta, copies: int, now: datetime) -> BackupReport:
    """Nothing where the last copy is recent. Runs in a thread of its own.

    Raises StoreError when the copy cannot be written or is not sound; then no old one is dropped.
    """
    last = last_backup(folder)
    if last is not None and now - last < every:
        return BackupReport()
    target = copy_file(folder, now)
    _copy(database, target)
    report = BackupReport(1, _rotate(folder, copies))
    log.info(str(report), file=target.name)
    return report


def copy_file(folder: Path, now: datetime) -> Path:
    """Where a copy of this moment belongs; the folder is made. Raises StoreError where it cannot be."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"No se puede usar la carpeta de copias {folder}: {error.strerror}.") from error
    return folder / NAME.format(moment=now.astimezone(UTC))


def _copy(database: Path, target: Path) -> None:
    with closing(open_store(database)) as store:
        backup(store, target)
    try:
        verify(target)
    except StoreError:
        target.unlink()
        raise


def _rotate(folder: Path, copies: int) -> int:
    """Only files that carry our name with a moment are ours to drop."""
    ours = sorted(path for path in folder.glob(PATTERN) if _moment(path) is not None)
    for path in ours[:-copies]:
        path.unlink()
    return len(ours[:-copies])
