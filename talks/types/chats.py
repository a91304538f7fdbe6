"""Who is written to, and what is on its way to them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

DeliveryState = Literal["ready", "sending", "sent", "failed", "ambiguous", "told", "superseded"]
"""`told`: in doubt, and the chat knows of it; `superseded`: a later development went in its place."""


@dataclass(frozen=True, slots=True)
class Chat:
    """A chat of one bot: the local chat and a real bot never share their subscribers."""

    bot_id: int
    id: int
    kind: Literal["private", "group", "supergroup", "channel"]
    title: str
    is_subscribed: bool
    topic_id: int | None = None
    timezone: str = "Europe/Madrid"


@dataclass(frozen=True, slots=True)
class Reserved:
    """A row of the outbox that is next in line and has not left."""

    id: int
    chat_id: int


@dataclass(frozen=True, slots=True)
class Delivery:
    """One row of the outbox that is being sent: one development, as of one revision, for one chat."""

    id: int
    chat: Chat
    development_id: int
    revision: int
    attempts: int
    answers: int | None = None
    """The message in which the chat was told what changes now."""
    bundle: tuple[int, ...] = ()
    """All the developments of a digest, newest first; empty for a single one."""
    missed: tuple[int, ...] = ()
    """Developments that the chat may not have got, and has not been told of."""
    has_strikes: bool = True
    """Whether refusals of the chat are counted that its next message takes back; True where nobody knows."""


@dataclass(frozen=True, slots=True)
class PendingEdit:
    """A sent alert that no longer says all that is known."""

    id: int
    chat: Chat
    development_id: int
    message_id: int
    revision: int
    """The revision that the message will show."""


@dataclass(frozen=True, slots=True)
class Hold:
    """Nothing leaves before the instant: for one chat, or for the whole bot where there is none."""

    until: datetime
    chat_id: int | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """Of a delivery that was cut off: it arrived as this message, or (None) it had not left."""

    revision: int = 0
    message_id: int | None = None


@dataclass(frozen=True, slots=True)
class Settlement:
    """What became of a delivery or an edit, for its row, its chat and the bot; written down as one."""

    of: Delivery | PendingEdit
    state: Literal["ready", "sent", "failed", "ambiguous"]
    error: str | None = None
    message_id: int | None = None
    not_before: datetime | None = None
    holds: tuple[Hold, ...] = ()
    chat_is: Literal["here", "doubtful", "gone"] = "here"
    moved_to: int | None = None
