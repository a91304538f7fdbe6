"""Subscribers on the move: exported, imported, and forgotten for good."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from bot.__main__ import app
from talks.errors import StoreError, TalksError
from talks.store.chats import find_chat, leave_chat, unsubscribe_chat
from talks.store.connection import Store, open_store
from talks.store.mutes import is_muted, mute_story
from talks.store.outbox import outbox_counts
from talks.store.pauses import pause, pauses
from talks.store.subscribers import export_chats, forget_chat, forget_inactive_chats, import_chats, shared_chats
from talks.types import Hold
from tests.steps import NOON, a_chat, somebody_subscribes, something_happens


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Store]:
    with closing(open_store(tmp_path / "other" / "tregua.db")) as opened:
        yield opened


def test_a_chat_moves_with_its_settings(store: Store, other: Store) -> None:
    somebody_subscribes(store, title="Ana", timezone="America/Bogota")
    store.run("UPDATE chats SET settings = '{\"x\": 1}'")
    assert import_chats(other, json.loads(json.dumps(list(export_chats(store))))) == 1
    assert [dict(row) for row in other.rows("SELECT * FROM chats")] == [
        dict(row) for row in store.rows("SELECT * FROM chats")
    ]


def test_what_names_stories_of_this_database_stays_here(store: Store) -> None:
    somebody_subscribes(store)
    mute_story(store, 1, 100, story_id="s1", now=NOON)
    something_happens(store)
    (portable,) = export_chats(store)
    assert not {"chat_mutes", "outbox"} & set(portable)


def test_importing_twice_is_importing_once(store: Store) -> None:
    somebody_subscribes(store)
    portable = list(export_chats(store))
    assert [import_chats(store, portable), import_chats(store, portable)] == [1, 1]
    assert len(store.rows("SELECT * FROM chats")) == 1


def test_columns_and_tables_of_another_version_are_left_out(store: Store, other: Store) -> None:
    somebody_subscribes(store)
    (portable,) = export_chats(store)
    strange: dict[str, Any] = {"chat": {**dict(portable["chat"]), "mood": "x"}, "moods": [{"bot_id": 1}]}  # type: ignore[call-overload]
    assert import_chats(other, [strange]) == 1
    assert find_chat(other, 1, 100) == a_chat(100)


@pytest.mark.parametrize("wrong", [{"chat": {"id": 5}}, {"chat": 5}, {"chat": {}}, {"chat": {"id": [1]}}])
def test_a_chat_that_makes_no_sense_leaves_everything_as_it_was(store: Store, other: Store, wrong: Any) -> None:
    somebody_subscribes(store)
    with pytest.raises(StoreError, match="número 2 no se entiende"):
        import_chats(other, [*export_chats(store), wrong])
    assert other.rows("SELECT * FROM chats") == []


def test_a_forgotten_chat_is_in_no_table(store: Store) -> None:
    for chat_id in (100, 200):
        somebody_subscribes(store, chat_id)
        mute_story(store, 1, chat_id, story_id="s9", now=NOON)
        pause(store, 1, Hold(NOON + timedelta(hours=1), chat_id), now=NOON)
    something_happens(store)
    forget_chat(store, 1, 100)
    assert (find_chat(store, 1, 100), is_muted(store, 1, 100, story_id="s9")) == (None, False)
    assert [hold.chat_id for hold in pauses(store, 1, now=NOON)] == [200]
    assert outbox_counts(store) == {"ready": 1}


def test_chats_that_left_or_stopped_long_ago_are_forgotten(store: Store) -> None:
    for chat_id in (100, 200, 300):
        somebody_subscribes(store, chat_id)
    leave_chat(store, 1, 100)
    unsubscribe_chat(store, 1, 200)
    assert forget_inactive_chats(store, unseen_since=NOON) == 0
    assert forget_inactive_chats(store, unseen_since=NOON + timedelta(days=1)) == 2
    assert [row["id"] for row in store.rows("SELECT id FROM chats")] == [300]


def test_shared_chats_are_groups_and_channels_that_get_alerts(store: Store) -> None:
    somebody_subscribes(store, 100)
    channel = somebody_subscribes(store, -1001, kind="channel")
    somebody_subscribes(store, -1002, kind="supergroup")
    leave_chat(store, 1, -1002)
    assert shared_chats(store, 1, limit=10) == (channel,)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TREGUA_DATA", str(tmp_path / "datos"))
    return tmp_path


def test_the_commands_write_a_private_file_and_take_it_in_elsewhere(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(open_store(folder / "datos" / "tregua.db")) as store:
        somebody_subscribes(store)
    written = CliRunner().invoke(app, ["subscribers", "export", "chats.jsonl"])
    assert (written.exit_code, written.output) == (0, "1 chats en chats.jsonl.\n")
    assert (folder / "chats.jsonl").stat().st_mode & 0o077 == 0
    monkeypatch.setenv("TREGUA_DATA", str(folder / "otra"))
    assert CliRunner().invoke(app, ["subscribers", "import", "chats.jsonl"]).output == "1 chats.\n"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("{no", "chats.jsonl:1: no es JSON"),
        ("[]", "chats.jsonl:1: se espera un chat"),
        ('{"chat": {}}', "El suscriptor número 1 no se entiende"),
        (None, "No se puede leer chats.jsonl"),
    ],
)
def test_a_file_that_cannot_be_used_is_a_sentence(folder: Path, content: str | None, words: str) -> None:
    if content is not None:
        (folder / "chats.jsonl").write_text(content)
    answer = CliRunner().invoke(app, ["subscribers", "import", "chats.jsonl"])
    assert isinstance(answer.exception, TalksError)
    assert words in str(answer.exception)


def test_a_place_that_cannot_be_written_is_a_sentence(folder: Path) -> None:
    open_store(folder / "datos" / "tregua.db").close()
    answer = CliRunner().invoke(app, ["subscribers", "export", "no/chats.jsonl"])
    assert "No se puede escribir no/chats.jsonl" in str(answer.exception)
