"""The one error handler, of updates and of jobs: it logs where, never what a user wrote, and apologises once."""

from __future__ import annotations

import traceback
from typing import Any

import structlog
from telegram import Update
from telegram.error import TelegramError
from telegram.ext import CallbackContext

from bot.answer import Answer
from bot.speak import Spot, speak
from bot.texts.chat import FAILED
from bot.visit import topic_of
from talks.errors import TalksError

log = structlog.get_logger()

FRAMES = 4


async def on_error(update: object, context: CallbackContext[Any, Any, Any, Any]) -> None:
    if context.error is not None:
        note_failure("update", context.error)
    message = update.message if isinstance(update, Update) else None
    if message is None:
        return
    try:
        await speak(context.bot, Spot(message.chat.id, topic_of(message)), Answer(FAILED))
    except TelegramError as error:
        log.info("apology not delivered", error=str(error))


def note_failure(name: str, error: BaseException) -> None:
    """Of a job by its name, or of an update."""
    log.error("failed", what=name, cause=type(error).__name__, error=_words(error), where=where(error))


def _words(error: BaseException) -> str:
    """Only our own and Telegram's: others may quote what a user wrote."""
    return str(error) if isinstance(error, TalksError | TelegramError) else ""


def where(error: BaseException) -> str:
    """The innermost places, from the outside in: «digest.py:61 digest > connection.py:40 rows»."""
    frames = traceback.extract_tb(error.__traceback__)[-FRAMES:]
    return " > ".join(f"{frame.filename.rsplit('/', 1)[-1]}:{frame.lineno} {frame.name}" for frame in frames)
