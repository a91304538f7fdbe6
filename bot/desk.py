"""What a handler needs at hand."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from jobs.check import Checked
from jobs.store_thread import StoreThread
from talks.lexicon.load import Lexicon


@dataclass(frozen=True, slots=True)
class Desk:
    """`read` and `write` are stores of their own threads; `now` gives an aware datetime."""

    read: StoreThread
    write: StoreThread
    lexicon: Lexicon
    now: Callable[[], datetime]
    zone: ZoneInfo
    bot_id: int
    admins: frozenset[int]
    check: Callable[[str], Awaitable[Checked]] | None = None
    """Asks a feed once; None where nothing is fetched."""
