"""Who is written to, and what is on its way to them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


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
class Delivery:
    """One row of the outbox: one development for one chat."""

    id: int
    chat: Chat
    development_id: int
    attempts: int
    bundle: tuple[int, ...] = ()
    """All the developments of a digest, newest first; empty for a single one."""


@dataclass(frozen=True, slots=True)
class PendingEdit:
    """A sent alert that no longer says all that is known."""

    id: int
    chat: Chat
    development_id: int
    message_id: int
    revision: int
    """The revision that the message will show."""
