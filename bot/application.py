"""The application of python-telegram-bot: which update goes to which handler."""

from __future__ import annotations

from functools import partial
from typing import Any

from telegram.ext import (
    Application,
    ApplicationBuilder,
    CallbackQueryHandler,
    ChatMemberHandler,
    ExtBot,
    InlineQueryHandler,
    MessageHandler,
    filters,
)

from bot.conversation import on_command, on_membership, on_migration, on_press, on_words
from bot.desk import Desk
from bot.failures import on_error
from bot.inline import on_inline

ALLOWED_UPDATES = ("message", "channel_post", "callback_query", "inline_query", "my_chat_member")
"""Edited messages are not among them: a corrected question is asked again."""

TelegramApplication = Application[Any, Any, Any, Any, Any, Any]
NEW = filters.UpdateType.MESSAGE | filters.UpdateType.CHANNEL_POST
STARTS_WITH_SLASH = filters.Regex(r"^/\w")


def build_application(bot: ExtBot[Any], desk: Desk) -> TelegramApplication:
    application: TelegramApplication = ApplicationBuilder().bot(bot).updater(None).job_queue(None).build()
    words = filters.UpdateType.MESSAGE & ~filters.StatusUpdate.ALL
    application.add_handlers(
        [
            MessageHandler(NEW & STARTS_WITH_SLASH, partial(on_command, desk)),
            MessageHandler(NEW & filters.StatusUpdate.MIGRATE, partial(on_migration, desk)),
            MessageHandler(words, partial(on_words, desk)),
            CallbackQueryHandler(partial(on_press, desk)),
            InlineQueryHandler(partial(on_inline, desk)),
            ChatMemberHandler(partial(on_membership, desk), ChatMemberHandler.MY_CHAT_MEMBER),
        ]
    )
    application.add_error_handler(on_error)
    return application
