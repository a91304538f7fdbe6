"""The ledger as one round works with it: what is next, what is marked, what is still to be written down."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from jobs.deliver_room import DeliverRoom
from talks.store import outbox
from talks.store.developments import development
from talks.store.pauses import tidy_pauses
from talks.store.revisions import pending_edits
from talks.types import Delivery, Development, Hold, PendingEdit, Reserved, Settlement

EDITS_AT_ONCE = 64
MOST_REMEMBERED = 64


class Ledger:
    """Settlements are written with whatever is written next; those that a failure left over wait in `room.line`."""

    def __init__(self, room: DeliverRoom) -> None:
        self._room = room
        self._unsettled = room.line.unsettled
        self._reserved: deque[Reserved] = deque()
        self._edits: deque[PendingEdit] = deque()
        self._taken_edits: set[int] = set()
        self._choosing = asyncio.Lock()
        self._asked: list[Reserved] = []
        self._begun: dict[int, Delivery | None] = {}
        self._marking = asyncio.Lock()
        self._told: dict[tuple[int, int], Development] = {}

    async def open(self) -> None:
        """Give back what an earlier round reserved, write down what it could not."""
        await self._room.write(tidy_pauses, self._room.bot_id, now=self._room.now())
        await self._room.write(outbox.release, self._room.bot_id)
        await self.write_down()

    async def next(self) -> Reserved | PendingEdit | None:
        """New alerts before edits."""
        if self._reserved:
            return self._reserved.popleft()
        async with self._choosing:
            if not self._reserved:
                await self._reserve()
            if self._reserved:
                return self._reserved.popleft()
            if not self._edits:
                await self._look_for_edits()
            return self._edits.popleft() if self._edits else None

    async def _reserve(self) -> None:
        room = self._room
        with self._settling() as settled:
            self._reserved.extend(
                await room.write(
                    outbox.reserve, room.bot_id, settled, now=room.now(), boot=room.boot, limit=room.reserve
                )
            )

    async def _look_for_edits(self) -> None:
        """An edit that is taken stays out until it is written down what became of it."""
        now = self._room.now()
        behind = await self._room.write(pending_edits, self._room.bot_id, now=now, limit=EDITS_AT_ONCE)
        self._edits.extend(each for each in behind if each.id not in self._taken_edits)
        self._taken_edits |= {each.id for each in self._edits}

    async def begin(self, reserved: Reserved) -> Delivery | None:
        """Mark the row as being sent; what several senders ask for at the same time is one transaction."""
        self._asked.append(reserved)
        await asyncio.sleep(0)  # so that all who are about to ask have asked
        async with self._marking:
            if reserved.id not in self._begun:
                asked, self._asked = self._asked, []
                with self._settling() as settled:
                    begun = await self._room.write(outbox.begin, asked, settled, now=self._room.now())
                self._begun.update(zip((each.id for each in asked), begun, strict=True))
        return self._begun.pop(reserved.id)

    def settle(self, settled: Settlement) -> None:
        """Written down with the next row that is marked, at the latest by `write_down`."""
        self._unsettled.append(settled)

    async def write_down(self) -> None:
        if self._unsettled:
            with self._settling() as settled:
                await self._room.write(outbox.settle, settled, now=self._room.now())
                self._taken_edits -= {each.of.id for each in settled if isinstance(each.of, PendingEdit)}

    @contextmanager
    def _settling(self) -> Iterator[list[Settlement]]:
        """What is to be written down; it stays so where that fails."""
        settled = self._unsettled[:]
        self._unsettled.clear()
        try:
            yield settled
        except BaseException:
            self._unsettled[:0] = settled
            raise

    async def hold_back(self, chat_id: int, holds: Sequence[Hold]) -> None:
        """The turn is too far away: the row waits in the store, not here."""
        await self._room.write(outbox.hold_back, self._room.bot_id, chat_id, holds, now=self._room.now())

    async def development(self, development_id: int, revision: int) -> Development | None:
        """Read once for all the chats that are told."""
        key = (development_id, revision)
        if key not in self._told:
            found = await self._room.write(development, development_id)
            if found is None:
                return None
            if len(self._told) >= MOST_REMEMBERED:
                self._told.clear()
            self._told[key] = found
        return self._told[key]

    async def developments(self, ids: Sequence[int]) -> tuple[Development, ...]:
        found = [await self._room.write(development, each) for each in ids]
        return tuple(each for each in found if each is not None)
