"""The turns of alerts, as the delivery job asks for them."""

from __future__ import annotations

from telegram.error import RetryAfter

from bot.limiter import LaneLimiter
from bot.outcome import delivery_error


class AlertTurn:
    """One alert's place in the limiter, taken before the row is marked as being sent."""

    def __init__(self, limiter: LaneLimiter) -> None:
        self._limiter = limiter

    def take_now(self, chat_id: int) -> bool:
        return self._limiter.take_now(chat_id, "alert")

    async def take(self, chat_id: int) -> None:
        """Raises RetryLater."""
        try:
            await self._limiter.take(chat_id, "alert")
        except RetryAfter as error:
            raise delivery_error(error) from error

    def hold(self, seconds: float, *, chat_id: int | None = None) -> None:
        self._limiter.hold(seconds, chat_id=chat_id)
