"""How far each message has come, in memory that a file keeps when the process is killed.

A row that was marked as being sent may have waited for its turn on the wire, may have left, may have arrived: whoever
kills the process leaves in doubt only what had left without an answer. Noting it costs a microsecond and no call of the
system; it does not outlive the machine, and need not (`jobs/boot.py`).
"""

from __future__ import annotations

import mmap
import os
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from talks.errors import StoreError
from talks.store.connection import PRIVATE, cause_of
from talks.types import Known

SLOTS = 4096
"""Of messages begun; an old note is overwritten, and what has none is in doubt."""
NOTE = struct.Struct("<qqqqq")
"""Row, number of the note, revision, message id, state."""
STATE = struct.Struct("<q")
STATE_AT = NOTE.size - STATE.size
EMPTY, WAITS, LEFT, ARRIVED = range(4)


class Notes(Protocol):
    """Where notes are kept; one per message that is being sent."""

    def begin(self, row: int) -> int:
        """It waits; gives the number of its note. To be called before the row is marked."""

    def leave(self, number: int, revision: int) -> None:
        """From here on it may arrive."""

    def arrive(self, number: int, message_id: int) -> None: ...

    def come_back(self, number: int) -> None:
        """The server said that it did not take it."""

    def known(self) -> dict[int, Known]:
        """What an earlier process noted, by row: nothing of what left and was not answered."""

    def forget(self) -> None:
        """All of it."""


class NoNotes:
    """For senders that do not tell when a message leaves: all that was marked is in doubt after a kill."""

    def begin(self, row: int) -> int:
        return 0

    def leave(self, number: int, revision: int) -> None:
        return None

    def arrive(self, number: int, message_id: int) -> None:
        return None

    def come_back(self, number: int) -> None:
        return None

    def known(self) -> dict[int, Known]:
        return {}

    def forget(self) -> None:
        return None


class FlightNotes:
    """A file of fixed size, whole on the disk from the start, so that a full disk cannot fail a note.

    Raises StoreError where it cannot be made.
    """

    def __init__(self, path: Path) -> None:
        size = SLOTS * NOTE.size
        try:
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT, PRIVATE)
            try:
                missing = size - os.fstat(descriptor).st_size
                os.pwrite(descriptor, bytes(max(missing, 0)), size - max(missing, 0))
                self._memory = mmap.mmap(descriptor, size)
            finally:
                os.close(descriptor)
        except OSError as error:
            raise StoreError(f"No se puede escribir en {path}: {cause_of(error)}.") from error
        self._number = max((number for _, number, *_ in self._noted()), default=0)

    def close(self) -> None:
        self._memory.close()

    def begin(self, row: int) -> int:
        """The state is written last: a note that is cut off in the middle says nothing."""
        self._number += 1
        offset = self._offset(self._number)
        self._set(self._number, EMPTY)
        NOTE.pack_into(self._memory, offset, row, self._number, 0, 0, EMPTY)
        self._set(self._number, WAITS)
        return self._number

    def leave(self, number: int, revision: int) -> None:
        if self._is_kept(number):
            STATE.pack_into(self._memory, self._offset(number) + 2 * STATE.size, revision)
            self._set(number, LEFT)

    def arrive(self, number: int, message_id: int) -> None:
        if self._is_kept(number):
            STATE.pack_into(self._memory, self._offset(number) + 3 * STATE.size, message_id)
            self._set(number, ARRIVED)

    def come_back(self, number: int) -> None:
        if self._is_kept(number):
            self._set(number, WAITS)

    def known(self) -> dict[int, Known]:
        last: dict[int, Known | None] = {}
        for row, _, revision, message_id, state in sorted(self._noted(), key=lambda note: note[1]):
            last[row] = None if state == LEFT else Known(revision, message_id) if state == ARRIVED else Known()
        return {row: known for row, known in last.items() if known is not None}

    def forget(self) -> None:
        self._memory[:] = bytes(len(self._memory))

    def _offset(self, number: int) -> int:
        return number % SLOTS * NOTE.size

    def _is_kept(self, number: int) -> bool:
        return number > self._number - SLOTS

    def _set(self, number: int, state: int) -> None:
        STATE.pack_into(self._memory, self._offset(number) + STATE_AT, state)

    def _noted(self) -> Iterator[tuple[int, ...]]:
        return (note for note in NOTE.iter_unpack(self._memory[:]) if note[4] != EMPTY)
