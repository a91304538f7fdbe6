"""What a round of delivering needs: how to send, when, and whom to tell."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from jobs.boot import boot_id
from jobs.flights import NoNotes, Notes
from jobs.gate import Flight
from jobs.pace import Pace
from jobs.store_thread import StoreThread
from talks.errors import Rejected
from talks.types import Chat, Development, Settlement


class Send(Protocol):
    """Sends one development to one chat; gives the message id or raises DeliveryError."""

    def __call__(
        self,
        chat: Chat,
        told: Development,
        missed: tuple[Development, ...],
        *,
        answers: int | None = None,
        bundle: tuple[Development, ...] = (),
        flight: Flight,
    ) -> Awaitable[int]:
        """`missed` are developments the chat may not have got; `answers` is the message that told what changes now.

        Where there is a `bundle`, all of it is told in one message, `told` among it. The `flight` is boarded just
        before the call.
        """


Edit = Callable[[Chat, Development, int], Awaitable[None]]
"""Brings a sent message up to date; raises DeliveryError."""


Alarm = Callable[[Development, Rejected], Awaitable[None]]
"""Tells administrators of a development that Telegram refuses; raises nothing."""


class Turn(Protocol):
    """The pace that Telegram allows: a call needs a turn of its chat, taken before its row is marked."""

    def take_now(self, chat_id: int) -> bool:
        """Take it if it is there; False where it would have to be waited for."""

    async def take(self, chat_id: int) -> None:
        """Wait for it. Raises RetryLater where that would be long."""

    def hold(self, seconds: float, *, chat_id: int | None = None) -> None:
        """Give none for so long, to one chat or to all."""


class AlwaysFree:
    """For servers without limits, and for tests."""

    def take_now(self, chat_id: int) -> bool:
        return True

    async def take(self, chat_id: int) -> None:
        return None

    def hold(self, seconds: float, *, chat_id: int | None = None) -> None:
        return None


async def nothing(*_: object) -> None:
    """A probe that finds the server well, an alarm that nobody hears."""


@dataclass(frozen=True, slots=True)
class Line:
    """What a process remembers of its deliveries from one round to the next; nothing is lost with it."""

    pace: Pace = field(default_factory=Pace)
    unsettled: list[Settlement] = field(default_factory=list)
    """Written down with the next row that is marked, or when a sender has to wait."""
    alarmed: set[int] = field(default_factory=set)
    """Developments of which administrators have been told that they are refused."""


@dataclass(frozen=True, slots=True)
class DeliverRoom:
    """What a round of delivering needs."""

    write: StoreThread
    send: Send
    edit: Edit
    bot_id: int
    now: Callable[[], datetime]
    turn: Turn = field(default_factory=AlwaysFree)
    probe: Callable[[], Awaitable[None]] = nothing
    """Asks the server for something harmless; raises DeliveryError where it is not well."""
    alarm: Alarm = nothing
    reserve: int = 1
    """Rows that are reserved with one sync to the disk."""
    notes: Notes = field(default_factory=NoNotes)
    """Only where all that `send` sends boards its flight."""
    boot: str = field(default_factory=boot_id)
    line: Line = field(default_factory=Line)
