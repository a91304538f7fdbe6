"""deliver: one message per row of the outbox, each committed as `sending` before its call and settled after it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import structlog

from jobs.deliver_room import Alarm, DeliverRoom, Edit, Line, Send, Turn
from jobs.senders import Senders
from talks.store import outbox
from talks.store.pauses import pauses

__all__ = ["Alarm", "DeliverReport", "DeliverRoom", "Edit", "Line", "Send", "Turn", "deliver", "recover"]

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class DeliverReport:
    sent: int = 0
    failed: int = 0
    postponed: int = 0
    ambiguous: int = 0
    edited: int = 0

    def __str__(self) -> str:
        return (
            f"deliver: {self.sent} sent, {self.failed} failed, {self.postponed} postponed, "
            f"{self.ambiguous} ambiguous, {self.edited} edited"
        )


async def recover(room: DeliverRoom) -> int:
    """Once, at the start of a run: what a crash left half sent is in doubt, and pauses that were ordered still hold.

    Not in doubt is what is known to have arrived, or not to have left.
    """
    doubtful = await room.write(outbox.recover, room.bot_id, boot=room.boot, known=room.notes.known(), now=room.now())
    room.notes.forget()
    if doubtful:
        log.warning("deliveries in doubt after an interruption", rows=doubtful)
    for hold in await room.write(pauses, room.bot_id, now=room.now()):
        room.turn.hold((hold.until - room.now()).total_seconds(), chat_id=hold.chat_id)
    return doubtful


async def deliver(room: DeliverRoom, *, should_stop: Callable[[], bool] = lambda: False) -> DeliverReport:
    """Send what is ready, then bring sent messages up to date, until nothing is left or a stop is asked for."""
    counts = await Senders(room, should_stop).run()
    report = DeliverReport(**counts)
    if any(counts.values()):
        log.info(str(report))
    return report
