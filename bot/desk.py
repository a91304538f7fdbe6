"""What a handler needs at hand."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.drawing.paint import paint
from bot.drawing.sheets import Sheet, Tint
from jobs.check import Checked
from jobs.store_thread import StoreThread
from talks.lexicon.load import Lexicon

Draw = Callable[[Sheet, Tint], Awaitable[bytes]]


async def draw_here(sheet: Sheet, tint: Tint) -> bytes:
    return await asyncio.to_thread(paint, sheet, tint)


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
    draw: Draw = draw_here
    """Away from the loop."""
