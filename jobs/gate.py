"""Where messages wait until few enough are on their way: everything about them is done but the call itself."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable

from jobs.flights import Notes
from jobs.pace import Call, Pace
from talks.errors import NotSent

PLENTY = 24
"""So many that wait are enough for now: the next are marked together, once there are fewer."""
CLOSED = "no salió: el servidor no responde"


class Flight:
    """One message on its way. Who sends it boards once, just before the call, and lands with what came of it."""

    def __init__(self, gate: Gate, row: int, notes: Notes) -> None:
        self._gate = gate
        self._notes = notes
        self._note = notes.begin(row)
        self._call: Call | None = None
        self._has_asked = False
        self.revision = 0
        """Of the development, as it is told."""

    def board(self, go: Callable[[], None], give_up: Callable[[], None]) -> None:
        """Calls `go`, now or when there is room; `give_up` where the server is out of reach."""
        self._has_asked = True
        self._gate.let_in(self, go, give_up)

    async def boards(self) -> None:
        """The same for who would rather wait. Raises NotSent."""
        is_open = asyncio.get_running_loop().create_future()
        self.board(lambda: _set(is_open, True), lambda: _set(is_open, False))
        try:
            may_go = await is_open
        except asyncio.CancelledError:
            self.withdraw()
            raise
        if not may_go:
            raise NotSent(CLOSED)

    def withdraw(self) -> None:
        """It does not go after all, if it has not left."""
        self._gate.withdraw(self)

    def leave(self, call: Call) -> None:
        self._call = call
        self._notes.leave(self._note, self.revision)

    def land(self, message_id: int | None = None, *, is_answered: bool, is_back: bool = False) -> None:
        """The answer is here, or will not come; `is_back` where it says that nothing was taken."""
        if self._call is None:
            if not (is_answered or self._has_asked):
                self._gate.doubt()
            return
        if message_id is not None:
            self._notes.arrive(self._note, message_id)
        elif is_back:
            self._notes.come_back(self._note)
        call, self._call = self._call, None
        self._gate.let_out(call, is_answered=is_answered)


class Gate:
    """Lets in as many as the pace wants on their way, and none while nobody knows whether the server is there."""

    def __init__(self, pace: Pace, notes: Notes) -> None:
        self._pace = pace
        self._notes = notes
        self._waiting: deque[tuple[Flight, Callable[[], None], Callable[[], None]]] = deque()
        self._is_shut = False
        self._is_low = asyncio.Event()
        self._is_low.set()

    async def runs_low(self) -> None:
        """Until few wait. To mark many rows at once costs hardly more than to mark one."""
        await self._is_low.wait()

    def flight(self, row: int) -> Flight:
        """Before the row is marked."""
        return Flight(self, row, self._notes)

    def let_in(self, flight: Flight, go: Callable[[], None], give_up: Callable[[], None]) -> None:
        self._waiting.append((flight, go, give_up))
        if len(self._waiting) >= PLENTY:
            self._is_low.clear()
        self.look()

    def let_out(self, call: Call, *, is_answered: bool) -> None:
        self._pace.finish(call, is_answered=is_answered)
        self.look()

    def doubt(self) -> None:
        """Somebody failed without a call: nobody else leaves before the server has been asked how it is."""
        self._pace.is_probed = False

    def withdraw(self, flight: Flight) -> None:
        self._waiting = deque(each for each in self._waiting if each[0] is not flight)
        self.look()

    def look(self) -> None:
        """Whether the next may go; also to be called when time has passed, for a call may be overdue by then."""
        while self._waiting and (self._is_shut or self._pace.has_room):
            flight, go, give_up = self._waiting.popleft()
            if self._is_shut:
                give_up()
                continue
            flight.leave(self._pace.begin())
            go()
        if len(self._waiting) < PLENTY:
            self._is_low.set()

    def shut(self) -> None:
        """Nobody who waits, or comes now, gets out any more."""
        self._is_shut = True
        self.look()


def _set(future: asyncio.Future[bool], value: bool) -> None:  # noqa: FBT001
    if not future.done():
        future.set_result(value)
