"""A clock that jumps: schedulers wait for an hour of the wall, and one that is set back keeps them waiting."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable

import structlog

log = structlog.get_logger()

LOOK_SECONDS = 2.0
LEAST_JUMP = 2.0


async def watch_clock(
    on_jump: Callable[[], None],
    *,
    wall: Callable[[], float] = time.time,
    steady: Callable[[], float] = time.monotonic,
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
) -> None:
    """Call `on_jump` each time that the clock of the wall leaves the steady one, until it is cancelled.

    A suspended machine is such a jump too: the steady clock stands still meanwhile.
    """
    apart = wall() - steady()
    while True:
        await sleep(LOOK_SECONDS)
        before, apart = apart, wall() - steady()
        if abs(apart - before) >= LEAST_JUMP:
            log.warning("the clock jumped", seconds=round(apart - before))
            on_jump()
