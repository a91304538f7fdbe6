"""Senders at work. Each has at most one row marked as being sent, and its next one is marked in the transaction that
writes down what became of the last. At the gate they wait until few enough calls are on their way.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta

import structlog

from jobs.deliver_room import DeliverRoom
from jobs.gate import Flight, Gate
from jobs.ledger import Ledger
from jobs.outcome import holds_of, refused, unedited
from talks.errors import DeliveryError, NotSent, Rejected, RetryLater, Unknown
from talks.types import Delivery, Development, Hold, PendingEdit, Reserved, Settlement

log = structlog.get_logger()

DOUBTS_BEFORE_A_HALT = 3
LONGEST_HALT = 60.0
GONE = "la novedad ya no existe"
CRASHED = "el programa falló durante el envío"


class Senders:
    """One round."""

    def __init__(self, room: DeliverRoom, should_stop: Callable[[], bool]) -> None:
        self._room = room
        self._pace = room.line.pace
        self._gate = Gate(self._pace, room.notes)
        self._ledger = Ledger(room)
        self._should_stop = should_stop
        self._counts: Counter[str] = Counter()
        self._tasks: set[asyncio.Task[None]] = set()
        self._is_dry = False
        self._is_cut_off = False

    async def run(self) -> dict[str, int]:
        """Until nothing is left, a stop is asked for or the server is out of reach; gives the counts of a report."""
        await self._ledger.open()
        try:
            while self._hire():
                await self._wait()
        except asyncio.CancelledError:
            for task in self._tasks:
                task.cancel()
            raise
        finally:
            self._is_cut_off = True
            self._gate.shut()
            await asyncio.gather(*self._tasks, return_exceptions=True)
            await self._ledger.write_down()
        return dict(self._counts)

    def _hire(self) -> bool:
        """Start as many as are wanted; False when nobody is at work."""
        while not self._is_dry and not self._is_over() and self._pace.wants_another(len(self._tasks)):
            self._tasks.add(asyncio.create_task(self._work()))
        return bool(self._tasks)

    async def _wait(self) -> None:
        """For one to end, or for a call to be overdue; what has become ready meanwhile is looked for then."""
        done, self._tasks = await asyncio.wait(
            self._tasks, timeout=self._pace.patience, return_when=asyncio.FIRST_COMPLETED
        )
        self._is_dry = self._is_dry and bool(done)
        for each in done:
            each.result()
        if not self._pace.is_probed and not self._is_cut_off:
            await self._is_reached()
        self._gate.look()

    def _is_over(self) -> bool:
        return self._is_cut_off or self._should_stop()

    async def _work(self) -> None:
        while not self._is_over() and not self._pace.has_too_many(len(self._tasks)):
            work = await self._ledger.next()
            if work is None:
                self._is_dry = True
                break
            if isinstance(work, Reserved):
                await self._send(work)
            else:
                await self._edit(work)
        await self._ledger.write_down()

    async def _send(self, reserved: Reserved) -> None:
        if not await self._may_go(reserved.chat_id):
            return
        await self._gate.runs_low()
        flight = self._gate.flight(reserved.id)
        delivery = await self._ledger.begin(reserved)
        if delivery is None:
            return
        flight.revision = delivery.revision
        try:
            settled = await self._sent(delivery, flight)
        except BaseException:
            self._ledger.settle(Settlement(delivery, "ambiguous", CRASHED))
            raise
        self._ledger.settle(settled)
        self._counts["postponed" if settled.state == "ready" else settled.state] += 1

    async def _edit(self, edit: PendingEdit) -> None:
        if await self._may_go(edit.chat.id):
            self._ledger.settle(await self._edited(edit))
            await self._ledger.write_down()

    async def _may_go(self, chat_id: int) -> bool:
        """Wait for a turn, with all written down; False where the server is out of reach or the turn is far."""
        if not self._pace.is_probed and not await self._is_reached():
            return False
        if self._room.turn.take_now(chat_id):
            return True
        await self._ledger.write_down()
        try:
            await self._room.turn.take(chat_id)
        except RetryLater as error:
            await self._ledger.hold_back(chat_id, holds_of(error, chat_id, now=self._room.now()))
            return False
        return not self._is_over()

    async def _is_reached(self) -> bool:
        """Asked after a call without an answer, so that an outage leaves little in doubt; the round ends where not."""
        await self._ledger.write_down()
        try:
            await self._room.probe()
        except DeliveryError as error:
            log.warning("server out of reach", error=str(error))
            self._is_cut_off = True
            self._gate.shut()
        else:
            self._pace.is_probed = True
            self._gate.look()
        return not self._is_cut_off

    async def _sent(self, delivery: Delivery, flight: Flight) -> Settlement:
        told = await self._ledger.development(delivery.development_id, delivery.revision)
        if told is None:
            return Settlement(delivery, "failed", GONE)
        missed = await self._ledger.developments(delivery.missed)
        bundle = await self._ledger.developments(delivery.bundle)
        calling = self._room.send(delivery.chat, told, missed, answers=delivery.answers, bundle=bundle, flight=flight)
        outcome = await self._flown(calling, flight)
        if isinstance(outcome, int):
            return Settlement(delivery, "sent", message_id=outcome)
        log.info("not delivered", row=delivery.id, cause=type(outcome).__name__, error=str(outcome))
        if isinstance(outcome, Rejected):
            await self._raise_alarm(told, outcome)
        return self._halted(refused(delivery, outcome, now=self._room.now()))

    async def _edited(self, edit: PendingEdit) -> Settlement:
        told = await self._ledger.development(edit.development_id, edit.revision)
        if told is None:
            return Settlement(edit, "failed", GONE)
        outcome = await self._called(self._room.edit(edit.chat, told, edit.message_id))
        settled = Settlement(edit, "sent")
        if outcome is not None:
            log.info("not edited", row=edit.id, cause=type(outcome).__name__, error=str(outcome))
            settled = unedited(edit, outcome, now=self._room.now())
        self._counts["edited"] += settled.state != "ready"
        return settled

    async def _flown(self, calling: Awaitable[int], flight: Flight) -> int | DeliveryError:
        """What the call gives, or the error by which it failed."""
        is_answered = False
        try:
            message_id = await calling
            is_answered = True
            return message_id
        except DeliveryError as error:
            is_answered = not isinstance(error, NotSent | Unknown)
            return error
        finally:
            flight.land(is_answered=is_answered)

    async def _called(self, calling: Awaitable[None]) -> DeliveryError | None:
        """The error by which the call failed."""
        with self._pace.call() as call:
            try:
                await calling
            except DeliveryError as error:
                call.is_answered = not isinstance(error, NotSent | Unknown)
                return error
            call.is_answered = True
            return None

    def _halted(self, settled: Settlement) -> Settlement:
        """After a few calls in a row without an answer the whole bot waits, longer each time."""
        beyond = self._pace.doubts - DOUBTS_BEFORE_A_HALT
        if beyond < 0:
            return settled
        until = self._room.now() + timedelta(seconds=min(2.0 ** (beyond + 1), LONGEST_HALT))
        return replace(settled, holds=(*settled.holds, Hold(until)))

    async def _raise_alarm(self, told: Development, error: Rejected) -> None:
        """Once for a development, however many chats it was meant for."""
        if told.id not in self._room.line.alarmed:
            self._room.line.alarmed.add(told.id)
            await self._room.alarm(told, error)
