"""What became of a message: errors of Telegram and of the network as errors of this house, at this one door."""

from __future__ import annotations

import aiohttp
import structlog
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    RetryAfter,
    TelegramError,
)

from bot.limiter import ChatHeld, seconds_of
from bot.wire import NotConnected
from talks.errors import ChatGone, ChatMoved, DeliveryError, NotSent, Rejected, RetryLater, Unknown

log = structlog.get_logger()

NEVER_LEFT = (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError, aiohttp.InvalidURL, NotConnected)
TOKEN_REFUSED_SECONDS = 60.0

UNREADABLE_MARKUP = ("can't parse entities", "can't find end of")
UNCHANGED = ("message is not modified",)
UNEDITABLE = ("message to edit not found", "message can't be edited", "there is no media in the message to edit")
TOPIC_IS_GONE = ("message thread not found", "topic_deleted", "topic_id_invalid")
CHAT_IS_CLOSED = (
    "chat not found", "not enough rights", "have no rights to send", "need administrator rights", "peer_id_invalid",
    "chat_write_forbidden", "user not found", "topic_closed", "chat_restricted", "chat_admin_required",
)  # fmt: skip
CHAT_IS_DELETED = ("chat was deleted", "chat was deactivated", "chat is deactivated", "user is deactivated")


def delivery_error(error: TelegramError) -> DeliveryError:
    """What the error means for one message; see the table of `talks.errors`."""
    if isinstance(error, ChatHeld):
        return RetryLater(str(error), seconds=seconds_of(error), all_seconds=error.all_seconds)
    if isinstance(error, RetryAfter):
        return RetryLater(str(error), seconds=seconds_of(error), is_for_all=True)
    if isinstance(error, ChatMigrated):
        return ChatMoved("El grupo pasó a ser un supergrupo.", new_id=error.new_chat_id)
    if isinstance(error, Forbidden):
        return ChatGone(str(error))
    if isinstance(error, InvalidToken):
        log.critical("Telegram refuses the token: nothing is sent until it is changed")
        return RetryLater("Telegram rechaza el token.", seconds=TOKEN_REFUSED_SECONDS, is_for_all=True)
    if isinstance(error, BadRequest):
        return _refused(error)
    if isinstance(error.__cause__, NEVER_LEFT):
        return NotSent(f"No salió: {error}.")
    return Unknown(f"Sin respuesta: {error}.")


def _refused(error: BadRequest) -> DeliveryError:
    words = str(error)
    if _says(error, CHAT_IS_DELETED):
        return ChatGone(words)
    if _says(error, CHAT_IS_CLOSED):
        return ChatGone(words, is_certain=False)
    return Rejected(words)


def is_markup_refused(error: BadRequest) -> bool:
    return _says(error, UNREADABLE_MARKUP)


def is_topic_gone(error: BadRequest) -> bool:
    return _says(error, TOPIC_IS_GONE)


def is_not_modified(error: BadRequest) -> bool:
    return _says(error, UNCHANGED)


def is_uneditable(error: BadRequest) -> bool:
    return _says(error, UNEDITABLE)


def _says(error: BadRequest, words: tuple[str, ...]) -> bool:
    said = str(error).lower()
    return any(each in said for each in words)
