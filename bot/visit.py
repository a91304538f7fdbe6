"""Somebody in a chat: who they are, where they speak, and what day it is there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from telegram import Chat as TelegramChat
from telegram import Message
from telegram.error import TelegramError
from telegram.ext import ExtBot

from bot.desk import Desk
from talks.store.chats import find_chat
from talks.types import Chat


@dataclass(frozen=True, slots=True)
class Visit:
    bot: ExtBot[Any]
    chat: Chat
    """As it is stored, or as it would be; the topic is the one where somebody speaks now."""
    stored: Chat | None
    user_id: int | None
    speaks_for_chat: bool
    """An anonymous administrator, or a channel."""
    today: date
    message_id: int | None = None
    reply_to: int | None = None
    """The message that is answered."""

    @property
    def is_private(self) -> bool:
        return self.chat.kind == "private"


async def visit_by(desk: Desk, bot: ExtBot[Any], message: Message) -> Visit:
    """Of whoever wrote the message."""
    return await visit(
        desk,
        bot,
        message.chat,
        topic_id=topic_of(message),
        user_id=message.from_user.id if message.from_user else None,
        speaks_for_chat=message.sender_chat is not None and message.sender_chat.id == message.chat.id,
        message_id=message.message_id,
        reply_to=message.reply_to_message.message_id if message.reply_to_message else None,
    )


async def visit(
    desk: Desk,
    bot: ExtBot[Any],
    chat: TelegramChat,
    *,
    topic_id: int | None,
    user_id: int | None,
    speaks_for_chat: bool = False,
    message_id: int | None = None,
    reply_to: int | None = None,
) -> Visit:
    stored = await desk.read(find_chat, desk.bot_id, chat.id)
    here = Chat(
        bot_id=desk.bot_id,
        id=chat.id,
        kind=chat.type,  # type: ignore[arg-type]  # Telegram's names are ours
        title=chat.effective_name or "",
        is_subscribed=stored is not None and stored.is_subscribed,
        topic_id=topic_id,
        timezone=stored.timezone if stored else desk.zone.key,
    )
    today = desk.now().astimezone(ZoneInfo(here.timezone)).date()
    return Visit(bot, here, stored, user_id, speaks_for_chat, today, message_id, reply_to)


def topic_of(message: Message) -> int | None:
    """The topic of a forum; threads of replies in other groups are none."""
    return message.message_thread_id if message.is_topic_message else None


async def decides(visit: Visit) -> bool:
    """Whether who speaks may choose what this chat receives: in a group, its administrators."""
    if visit.is_private or visit.speaks_for_chat:
        return True
    try:
        rulers = await visit.bot.get_chat_administrators(visit.chat.id)
    except TelegramError:
        return False
    return any(ruler.user.id == visit.user_id for ruler in rulers)
