"""What administrators are told by the bot itself, in their private chats."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import structlog
from telegram.error import TelegramError
from telegram.ext import ExtBot

from bot.answer import Answer
from bot.markup import safe
from bot.speak import Spot, speak
from bot.texts.alerts import REFUSED_ALERT
from jobs.deliver import Alarm
from talks.errors import Rejected
from talks.types import Development

log = structlog.get_logger()

HEADLINE, CAUSE = 200, 300


def alarm(bot: ExtBot[Any], admins: Iterable[int]) -> Alarm:
    async def raise_alarm(told: Development, error: Rejected) -> None:
        log.error("alert refused", development=told.id, error=str(error))
        text = REFUSED_ALERT.format(headline=safe(told.intent.headline, HEADLINE), cause=safe(str(error), CAUSE))
        for admin in admins:
            await _tell(bot, admin, text)

    return raise_alarm


async def _tell(bot: ExtBot[Any], admin: int, text: str) -> None:
    try:
        await speak(bot, Spot(admin), Answer(text))
    except TelegramError as error:
        log.warning("administrator not reached", error=str(error))
