"""What only Telegram can say of an installation, for `tregua doctor`: the token, the clock, the webhook, the rights."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import datetime
from typing import Any

import structlog
from telegram import ChatMember, ChatMemberAdministrator, ChatMemberRestricted
from telegram.error import InvalidToken, TelegramError
from telegram.ext import ExtBot

from bot.compose import House, open_telegram, utc_now
from bot.request import server_clock
from jobs.health import Checkup, spell
from talks.store.subscribers import shared_chats
from talks.types import Chat

log = structlog.get_logger()

MOST_SKEW_SECONDS = 30
MOST_CHATS = 100
"""Groups and channels that are asked for; a check must not take minutes."""


async def examine_telegram(house: House) -> AsyncIterator[Checkup]:
    """Nothing is sent and nothing is changed."""
    settings = house.settings
    if not settings.telegram_token:
        yield Checkup("Telegram", True, "sin token; «tregua run» abre el chat local. @BotFather da uno.")
        return
    async with open_telegram(house) as telegram:
        bot = telegram.application.bot
        met = await _meet(bot, settings.telegram_api_url)
        yield met
        yield clock_checkup(await server_clock(settings.telegram_api_url), now=utc_now())
        if met.is_fine:
            yield await _webhook(bot)
            yield await _rights(house, bot)


async def _meet(bot: ExtBot[Any], api: str) -> Checkup:
    try:
        await bot.initialize()
    except InvalidToken:
        return Checkup("Telegram", False, f"{api} no acepta TELEGRAM_TOKEN; cópialo de nuevo de @BotFather.")
    except TelegramError as error:
        return Checkup("Telegram", False, f"no se llega a {api} ({error}); comprueba la red y TELEGRAM_API_URL.")
    return Checkup("Telegram", True, f"@{bot.username} en {api}.")


def clock_checkup(theirs: datetime | None, *, now: datetime) -> Checkup:
    if theirs is None:
        return Checkup("reloj", True, "sin comparar: el servidor no dice su hora.")
    skew = now - theirs
    if abs(skew.total_seconds()) <= MOST_SKEW_SECONDS:
        return Checkup("reloj", True, "en hora.")
    way = "adelantado" if skew.total_seconds() > 0 else "atrasado"
    return Checkup("reloj", False, f"{way} {spell(abs(skew))}; activa la hora de red (timedatectl set-ntp true).")


async def _webhook(bot: ExtBot[Any]) -> Checkup:
    try:
        info = await bot.get_webhook_info()
    except TelegramError as error:
        return Checkup("recepción", False, f"Telegram no contesta: {error}.")
    way = "webhook" if info.url else "long polling"
    if info.url and info.last_error_message:
        return Checkup("recepción", False, f"el webhook falla: {info.last_error_message}; revisa TREGUA_WEBHOOK_URL.")
    return Checkup("recepción", True, f"{way}, {info.pending_update_count} mensajes esperan.")


async def _rights(house: House, bot: ExtBot[Any]) -> Checkup:
    """Chats are named by their number: their titles are nobody's business here."""
    chats = await house.read(shared_chats, house.bot_id, limit=MOST_CHATS)
    mute = [str(chat.id) for chat in chats if not await _may_write(bot, chat)]
    if mute:
        return Checkup("permisos", False, f"no se puede escribir en {', '.join(mute)}; haz al bot administrador allí.")
    return Checkup("permisos", True, f"puede escribir en {len(chats)} grupos y canales.")


async def _may_write(bot: ExtBot[Any], chat: Chat) -> bool:
    try:
        member = await bot.get_chat_member(chat.id, bot.id)
    except TelegramError as error:
        log.info("rights not told", chat=chat.id, error=str(error))
        return False
    return may_write(member, chat)


def may_write(member: ChatMember, chat: Chat) -> bool:
    if chat.kind == "channel":
        return isinstance(member, ChatMemberAdministrator) and bool(member.can_post_messages)
    if isinstance(member, ChatMemberRestricted):
        return member.can_send_messages
    return member.status in (ChatMember.MEMBER, ChatMember.ADMINISTRATOR, ChatMember.OWNER)
