"""Sending and editing: HTML, plain text once where that is refused, no topic where the topic has gone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions, Message, ReplyParameters
from telegram.constants import ParseMode
from telegram.error import BadRequest
from telegram.ext import ExtBot

from bot.answer import Answer, Rows
from bot.limiter import Lane
from bot.markup import plain
from bot.outcome import is_markup_refused, is_not_modified, is_topic_gone, is_uneditable
from bot.split import parts_of

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a message goes."""

    chat_id: int
    topic_id: int | None = None
    reply_to: int | None = None


def keyboard(rows: Rows) -> InlineKeyboardMarkup | None:
    if not rows:
        return None
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(button.text, callback_data=button.data) for button in row] for row in rows]
    )


async def speak(bot: ExtBot[Any], spot: Spot, answer: Answer, *, lane: Lane = "reply") -> Message:
    """As several messages where it is too long for one; the last is given. Raises TelegramError."""
    *first, last = parts_of(answer.html)
    for part in first:
        await speak(bot, spot, Answer(part), lane=lane)
        spot = replace(spot, reply_to=None)
    answer = replace(answer, html=last)
    try:
        return await _send(bot, spot, answer.html, answer.rows, lane=lane, parse_mode=ParseMode.HTML)
    except BadRequest as error:
        return await speak_again(bot, spot, answer, error, lane=lane)


async def speak_again(bot: ExtBot[Any], spot: Spot, answer: Answer, error: BadRequest, *, lane: Lane) -> Message:
    """What can be done about a refusal, else it is raised."""
    if is_topic_gone(error) and spot.topic_id is not None:
        return await speak(bot, replace(spot, topic_id=None), answer, lane=lane)
    if is_markup_refused(error):
        return await _send(bot, spot, plain(answer.html), answer.rows, lane=lane, parse_mode=None)
    raise error


async def _send(bot: ExtBot[Any], spot: Spot, text: str, rows: Rows, *, lane: Lane, parse_mode: str | None) -> Message:
    reply = ReplyParameters(spot.reply_to, allow_sending_without_reply=True) if spot.reply_to else None
    return await bot.send_message(
        spot.chat_id,
        text,
        parse_mode=parse_mode,
        message_thread_id=spot.topic_id,
        link_preview_options=NO_PREVIEW,
        reply_parameters=reply,
        reply_markup=keyboard(rows),
        rate_limit_args=lane,
    )


async def rewrite(bot: ExtBot[Any], spot: Spot, message_id: int, answer: Answer) -> None:
    """Put the answer in place of a message; below it where that cannot be edited any more.

    Raises TelegramError.
    """
    try:
        await _edit(bot, spot, message_id, answer, lane="reply")
    except BadRequest as error:
        if is_uneditable(error):
            await speak(bot, spot, answer)
        elif not is_not_modified(error):
            raise


async def amend(bot: ExtBot[Any], spot: Spot, message_id: int, answer: Answer) -> None:
    """Bring an alert up to date without a sound; one that cannot be edited any more stays as it is.

    Raises TelegramError.
    """
    try:
        await _edit(bot, spot, message_id, answer, lane="taken")
    except BadRequest as error:
        if not is_uneditable(error) and not is_not_modified(error):
            raise


async def _edit(bot: ExtBot[Any], spot: Spot, message_id: int, answer: Answer, *, lane: Lane) -> None:
    await bot.edit_message_text(
        answer.html,
        spot.chat_id,
        message_id,
        parse_mode=ParseMode.HTML,
        link_preview_options=NO_PREVIEW,
        reply_markup=keyboard(answer.rows),
        rate_limit_args=lane,
    )


async def change_buttons(bot: ExtBot[Any], chat_id: int, message_id: int, rows: Rows) -> None:
    """Raises TelegramError."""
    try:
        await bot.edit_message_reply_markup(chat_id, message_id, reply_markup=keyboard(rows))
    except BadRequest as error:
        if not is_not_modified(error) and not is_uneditable(error):
            raise
