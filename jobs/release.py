"""release: what was held for a digest, for the end of a pause or of quiet hours goes to the outbox as one message."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import structlog

from jobs.store_thread import StoreThread
from talks.store.releases import release_due

log = structlog.get_logger()


async def release(write: StoreThread, *, bot_id: int, now: Callable[[], datetime]) -> int:
    """How many messages it made."""
    released = await write(release_due, bot_id, now=now())
    if released:
        log.info(f"release: {released} released")
    return released
