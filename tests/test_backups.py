"""Copies that make themselves: when one is due, whether it is sound, and which are dropped."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.compose import back_up
from jobs.backups import BackupReport, back_up_when_due, last_backup
from talks.errors import StoreError
from talks.settings import Settings
from talks.store.backup import restore, verify
from talks.store.chats import find_chat
from talks.store.connection import Store, open_store
from tests.steps import NOON, a_chat, somebody_subscribes

DAY = timedelta(days=1)


def look(store: Store, folder: Path, now: datetime, *, copies: int = 3) -> BackupReport:
    return back_up_when_due(store.path, folder, every=DAY, copies=copies, now=now)


def test_the_first_look_makes_a_copy_and_the_next_waits_until_one_is_due(store: Store, tmp_path: Path) -> None:
    looks = [NOON, NOON + DAY / 2, NOON + DAY, NOON + DAY * 1.5]
    assert [look(store, tmp_path / "copies", now).copies for now in looks] == [1, 0, 1, 0]
    assert last_backup(tmp_path / "copies") == NOON + DAY


def test_the_copy_has_what_the_database_has_and_can_be_restored(store: Store, tmp_path: Path) -> None:
    somebody_subscribes(store)
    look(store, tmp_path / "copies", NOON)
    restore(tmp_path / "copies" / "tregua-20260310T120000Z.db", tmp_path / "elsewhere" / "tregua.db")
    with closing(open_store(tmp_path / "elsewhere" / "tregua.db")) as moved:
        assert find_chat(moved, 1, 100) == a_chat(100)


def test_only_the_newest_copies_stay_and_foreign_files_are_left_alone(store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "copies"
    folder.mkdir()
    (folder / "tregua-mine.db").write_text("x")
    reports = [look(store, folder, NOON + n * DAY, copies=2) for n in range(4)]
    assert [report.dropped for report in reports] == [0, 0, 1, 1]
    assert sorted(path.name for path in folder.iterdir()) == [
        "tregua-20260312T120000Z.db",
        "tregua-20260313T120000Z.db",
        "tregua-mine.db",
    ]


def test_a_copy_is_for_its_owner_only_and_has_nothing_beside_it(store: Store, tmp_path: Path) -> None:
    look(store, tmp_path / "copies", NOON)
    (copy,) = (tmp_path / "copies").iterdir()
    assert copy.stat().st_mode & 0o077 == 0


def test_a_copy_that_is_damaged_is_refused(store: Store, tmp_path: Path) -> None:
    somebody_subscribes(store)
    look(store, tmp_path / "copies", NOON)
    (copy,) = (tmp_path / "copies").iterdir()
    whole = copy.read_bytes()
    copy.write_bytes(whole[:8192] + b"\xff" * 4096 + whole[12288:])
    with pytest.raises(StoreError, match="dañad"):
        verify(copy)
    copy.write_bytes(b"nada" * 1000)
    with pytest.raises(StoreError, match="no es una base de datos"):
        verify(copy)


def test_a_folder_that_cannot_be_used_is_a_sentence(store: Store, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="No se puede usar la carpeta de copias"):
        look(store, tmp_path / "file" / "copies", NOON)


def test_a_folder_without_copies_has_no_last_one(tmp_path: Path) -> None:
    assert last_backup(tmp_path) is None


async def test_copies_lie_in_the_data_unless_the_settings_say_where(store: Store, tmp_path: Path) -> None:
    settings = Settings(_env_file=None).model_copy(update={"data": tmp_path})  # type: ignore[call-arg]
    assert (await back_up(settings)).copies == 1
    made = last_backup(tmp_path / "backups")
    assert made is not None
    assert datetime.now(UTC) - made < timedelta(minutes=1)
    assert settings.model_copy(update={"backups_folder": tmp_path / "x"}).backups == tmp_path / "x"


async def test_no_copies_are_made_where_the_settings_want_none(store: Store, tmp_path: Path) -> None:
    settings = Settings(_env_file=None).model_copy(update={"data": tmp_path, "backup_hours": 0})  # type: ignore[call-arg]
    assert await back_up(settings) == BackupReport()
    assert not (tmp_path / "backups").exists()
