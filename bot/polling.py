"""Long polling that loses nothing: an update is confirmed by the next request, once it has been answered."""

from __future__ import annotations

import asyncio
import json
from typing import Any
from urllib.parse import urlencode

import structlog
from telegram.error import Conflict, InvalidToken, TelegramError
from telegram.request import BaseRequest

from bot.application import ALLOWED_UPDATES
from bot.inbox import Inbox

log = structlog.get_logger()

POLL_SECONDS = 30
FIRST_WAIT, LONGEST_WAIT = 0.5, 30.0
CONFLICT_WAIT = 5.0
GOODBYE_SECONDS = 3.0


class Poller:
    """Asks by itself and not through the bot: one update that the library cannot read would hold all others there."""

    def __init__(self, request: BaseRequest, address: str, inbox: Inbox) -> None:
        """`address` is that of the bot, token included."""
        self._request = request
        self._address = address
        self._inbox = inbox
        self._offset = 0

    async def run(self) -> None:
        """Until it is cancelled."""
        failures = 0
        while True:
            try:
                batch = await self._fetch(seconds=POLL_SECONDS)
            except TelegramError as error:
                failures += 1
                await asyncio.sleep(_wait_after(error, failures))
                continue
            failures = 0
            if batch:
                self._offset = max(each["update_id"] for each in batch) + 1
                await self._inbox.take(batch)

    async def _fetch(self, *, seconds: int) -> list[dict[str, Any]]:
        kinds = json.dumps(ALLOWED_UPDATES)
        found = await self._ask(seconds + 10, timeout=seconds, allowed_updates=kinds)
        return [each for each in found if isinstance(each, dict) and isinstance(each.get("update_id"), int)]

    async def _ask(self, patience: float, **asked: int | str) -> list[Any]:
        query = urlencode({"offset": self._offset, **asked})
        found = await self._request.post(f"{self._address}/getUpdates?{query}", read_timeout=patience)
        return found if isinstance(found, list) else []

    async def close(self) -> None:
        """Confirm what was answered, so that it is not answered again at the next start."""
        if not self._offset:
            return
        try:
            await self._ask(GOODBYE_SECONDS, timeout=0, limit=1)
        except TelegramError as error:
            log.info("last updates not confirmed", error=str(error))


def _wait_after(error: TelegramError, failures: int) -> float:
    if isinstance(error, Conflict):
        log.error("another process polls with the same token", error=str(error))
        return CONFLICT_WAIT
    if isinstance(error, InvalidToken):
        log.critical("Telegram refuses the token")
        return LONGEST_WAIT
    if failures == 1:
        log.warning("no updates", error=str(error))
    return min(FIRST_WAIT * 2.0 ** min(failures - 1, 10), LONGEST_WAIT)
