"""What is known of a message after its process was killed, and who may leave while others are on their way."""

from __future__ import annotations

import asyncio
import os
import signal
from contextlib import closing
from multiprocessing import get_context
from pathlib import Path

import pytest

from bot.post import Passage
from jobs.flights import SLOTS, FlightNotes, NoNotes
from jobs.gate import Flight, Gate
from jobs.pace import Pace
from talks.errors import NotSent, StoreError
from talks.store.connection import Store, open_store
from talks.store.outbox import begin, outbox_counts, recover, reserve
from talks.types import Known
from tests.steps import BOOT, NOON, somebody_subscribes, something_happens

ANSWERED = Known(revision=2, message_id=900)


def note_and_die(path: Path) -> None:
    """Of four messages one waits, one has left, one has arrived and one came back."""
    notes = FlightNotes(path)
    numbers = {row: notes.begin(row) for row in (1, 2, 3, 4)}
    for row in (2, 3, 4):
        notes.leave(numbers[row], 2)
    notes.arrive(numbers[3], 900)
    notes.come_back(numbers[4])
    os.kill(os.getpid(), signal.SIGKILL)


def test_what_had_left_without_an_answer_is_all_that_is_not_known_after_a_kill(tmp_path: Path) -> None:
    process = get_context("spawn").Process(target=note_and_die, args=(tmp_path / "flights",))
    process.start()
    process.join(30)
    with closing(FlightNotes(tmp_path / "flights")) as notes:
        assert notes.known() == {1: Known(), 3: ANSWERED, 4: Known(revision=0)}
        notes.forget()
        assert notes.known() == {}


def test_the_last_note_of_a_row_counts(tmp_path: Path) -> None:
    with closing(FlightNotes(tmp_path / "flights")) as notes:
        notes.arrive(notes.begin(1), 900)
        notes.leave(notes.begin(1), 1)
        notes.begin(2)
    with closing(FlightNotes(tmp_path / "flights")) as notes:
        again = notes.begin(2)
        notes.leave(again, 1)
        assert notes.known() == {}


def test_a_note_that_was_written_over_says_nothing_of_another_message(tmp_path: Path) -> None:
    with closing(FlightNotes(tmp_path / "flights")) as notes:
        old = notes.begin(1)
        for row in range(2, SLOTS + 2):
            notes.begin(row)
        notes.arrive(old, 900)
        assert notes.known() == {row: Known() for row in range(2, SLOTS + 2)}


def test_notes_that_cannot_be_kept_are_said_so(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no existe"):
        FlightNotes(tmp_path / "missing" / "flights")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(tmp_path / "tregua.db")


def test_after_a_kill_what_arrived_is_sent_what_waited_is_ready_and_the_rest_is_in_doubt(store: Store) -> None:
    for chat_id in (1, 2, 3):
        somebody_subscribes(store, chat_id)
    something_happens(store)
    rows = reserve(store, 1, now=NOON, boot=BOOT, limit=3)
    begin(store, rows, now=NOON)
    known = {rows[0].id: ANSWERED, rows[1].id: Known()}
    assert recover(store, 1, boot=BOOT, now=NOON, known=known) == 1
    assert outbox_counts(store) == {"sent": 1, "ready": 1, "ambiguous": 1}
    assert store.rows("SELECT message_id, revision FROM outbox WHERE state = 'sent'")[0][:] == (900, 2)
    assert [row.id for row in reserve(store, 1, now=NOON, boot=BOOT, limit=3)] == [rows[1].id]
    store.close()


def test_after_a_power_failure_notes_are_worth_nothing(store: Store) -> None:
    somebody_subscribes(store, 1)
    something_happens(store)
    rows = reserve(store, 1, now=NOON, boot="otro arranque", limit=1)
    begin(store, rows, now=NOON)
    assert recover(store, 1, boot=BOOT, now=NOON, known={rows[0].id: Known()}) == 1
    store.close()


@pytest.mark.parametrize(
    ("status", "body", "known"),
    [
        (200, b'{"ok": true, "result": {"message_id": 900}}', ANSWERED),
        (403, b'{"ok": false}', Known()),
        (429, b'{"ok": false}', Known()),
        (200, b'{"ok": true, "result": true}', None),
        (200, b"<html>", None),
        (400, b'{"ok": false}', None),
        (502, b"<html>", None),
    ],
)
def test_what_the_server_answers_is_known_in_that_instant(
    tmp_path: Path, status: int, body: bytes, known: Known | None
) -> None:
    with closing(FlightNotes(tmp_path / "flights")) as notes:
        passage = Passage(Gate(Pace(0), notes).flight(1))
        passage.flight.revision = 2
        passage.board(lambda: None, lambda: None)
        assert notes.known() == {}
        passage.answered(status, body)
        assert notes.known().get(1) == known


def went(flight: Flight, order: list[str], name: str) -> None:
    flight.board(lambda: order.append(name), lambda: order.append(f"{name} gave up"))


def test_the_next_leaves_in_the_instant_in_which_the_last_is_answered() -> None:
    gate, order = Gate(Pace(0), NoNotes()), list[str]()
    first, second = gate.flight(1), gate.flight(2)
    went(first, order, "first")
    went(second, order, "second")
    assert order == ["first"]
    first.land(900, is_answered=True)
    assert order == ["first", "second"]


def test_after_a_call_without_an_answer_nobody_leaves_until_the_server_is_heard() -> None:
    pace = Pace(0)
    gate, order = Gate(pace, NoNotes()), list[str]()
    first, second = gate.flight(1), gate.flight(2)
    went(first, order, "first")
    went(second, order, "second")
    first.land(is_answered=False)
    assert order == ["first"]
    pace.is_probed = True
    gate.look()
    assert order == ["first", "second"]


async def test_who_waits_at_a_gate_that_is_shut_has_not_left() -> None:
    gate = Gate(Pace(0), NoNotes())
    await gate.flight(1).boards()
    waiting = asyncio.create_task(gate.flight(2).boards())
    await asyncio.sleep(0)
    gate.shut()
    with pytest.raises(NotSent):
        await waiting


async def test_who_is_cancelled_at_the_gate_is_not_let_in_later() -> None:
    gate, order = Gate(Pace(0), NoNotes()), list[str]()
    first = gate.flight(1)
    await first.boards()
    waiting = asyncio.create_task(gate.flight(2).boards())
    await asyncio.sleep(0)
    went(gate.flight(3), order, "third")
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    first.land(is_answered=True)
    assert order == ["third"]
