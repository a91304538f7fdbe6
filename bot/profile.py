"""How the bot introduces itself in Telegram: its commands and descriptions, set where they are not so already."""

from __future__ import annotations

import structlog
from telegram import Bot, BotCommand
from telegram.error import TelegramError

from bot.texts.menu import COMMANDS, DESCRIPTION, SHORT_DESCRIPTION

log = structlog.get_logger()


async def introduce(bot: Bot) -> None:
    """A refusal is logged: the bot answers all the same."""
    try:
        await _introduce(bot)
    except TelegramError as error:
        log.warning("commands and descriptions not set", error=str(error))


async def _introduce(bot: Bot) -> None:
    commands = tuple(BotCommand(command.name, command.summary) for command in COMMANDS)
    if await bot.get_my_commands() != commands:
        await bot.set_my_commands(commands)
    if (await bot.get_my_description()).description != DESCRIPTION:
        await bot.set_my_description(DESCRIPTION)
    if (await bot.get_my_short_description()).short_description != SHORT_DESCRIPTION:
        await bot.set_my_short_description(SHORT_DESCRIPTION)
