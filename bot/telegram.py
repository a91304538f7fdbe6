"""The bot as the house runs it: two bots of one token with a limiter in common, so that alerts never starve replies."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any

import structlog
from telegram.error import InvalidToken, TelegramError
from telegram.ext import ExtBot

from bot.alarms import alarm
from bot.application import TelegramApplication, build_application
from bot.desk import Desk
from bot.inbox import Inbox
from bot.limiter import Lane, LaneLimiter
from bot.outcome import delivery_error
from bot.polling import Poller
from bot.profile import introduce
from bot.request import AiohttpRequest
from bot.sender import editor, sender
from bot.webhook import webhook
from jobs.deliver import Alarm, Edit, Send
from talks.errors import SettingsError
from talks.settings import Settings
from talks.store.mutes import is_muted
from talks.types import Chat, Development

log = structlog.get_logger()

CONNECTIONS = (1, 32, 128)
"""Of polls, replies and alerts."""
DRAIN_SECONDS = 5.0
FIRST_WAIT, LONGEST_WAIT = 1.0, 60.0


@dataclass(frozen=True, slots=True)
class Telegram:
    settings: Settings
    application: TelegramApplication
    polls: AiohttpRequest
    send: Send
    edit: Edit
    probe: Callable[[], Awaitable[None]]
    alarm: Alarm
    limiter: LaneLimiter

    async def connect(self) -> None:
        """Ask who the bot is, again and again until the server answers.

        Raises SettingsError when it refuses the token.
        """
        wait = FIRST_WAIT
        while not await self.is_met():
            await asyncio.sleep(wait)
            wait = min(wait * 2, LONGEST_WAIT)

    async def is_met(self) -> bool:
        """Whether the server has said who the bot is; asked once.

        Raises SettingsError when it refuses the token.
        """
        try:
            await self.application.initialize()
        except InvalidToken as error:
            raise SettingsError(
                f"El servidor {self.settings.telegram_api_url} no acepta el TELEGRAM_TOKEN: comprueba los dos."
            ) from error
        except TelegramError as error:
            log.warning("Telegram not reached, trying again", error=str(error))
            return False
        return True

    async def listen(self, on_answered: Callable[[float], None] = lambda _seconds: None) -> None:
        """Answer what comes until it is cancelled; `on_answered` is told how many seconds each took.

        Raises SettingsError when the token or the webhook is refused.
        """
        await self.connect()
        bot = self.application.bot
        log.info("bot ready", username=bot.username)
        await introduce(bot)
        inbox = Inbox(bot, self.application.process_update, on_answered)
        if self.settings.webhook_url:
            await self._listen_to_webhook(inbox)
        else:
            await self._poll(inbox)

    async def _poll(self, inbox: Inbox) -> None:
        bot = self.application.bot
        poller = Poller(self.polls, bot.base_url, inbox)
        try:
            await _forget_webhook(bot)
            await poller.run()
        finally:
            await inbox.drain(seconds=DRAIN_SECONDS)
            await poller.close()

    async def _listen_to_webhook(self, inbox: Inbox) -> None:
        settings = self.settings
        try:
            async with webhook(
                self.application.bot,
                inbox,
                url=settings.webhook_url,
                port=settings.webhook_port,
                secret=settings.webhook_secret,
            ):
                await asyncio.Event().wait()
        finally:
            await inbox.drain(seconds=DRAIN_SECONDS)


async def _forget_webhook(bot: ExtBot[Any]) -> None:
    """Telegram refuses polls while a webhook is set; what waits there is kept."""
    try:
        if (await bot.get_webhook_info()).url:
            await bot.delete_webhook()
    except TelegramError as error:
        log.warning("webhook not looked up", error=str(error))


@asynccontextmanager
async def telegram_of(settings: Settings, desk: Desk, *, limiter: LaneLimiter | None = None) -> AsyncIterator[Telegram]:
    """Both bots with their pools open; nothing is asked of the server yet."""
    limiter = limiter or LaneLimiter(rate=settings.messages_per_second)
    polls, replies, alerts = (AiohttpRequest(connections=many) for many in CONNECTIONS)
    for request in (polls, replies, alerts):
        await request.initialize()
    alerting = _bot(settings, limiter, polls, alerts)
    try:
        yield Telegram(
            settings=settings,
            application=build_application(_bot(settings, limiter, polls, replies), desk),
            polls=polls,
            send=sender(alerting, lexicon=desk.lexicon, now=desk.now),
            edit=editor(alerting, lexicon=desk.lexicon, now=desk.now, is_muted=partial(_is_muted, desk)),
            probe=_probe(alerting),
            alarm=alarm(alerting, desk.admins),
            limiter=limiter,
        )
    finally:
        for request in (polls, replies, alerts):
            await request.shutdown()


async def _is_muted(desk: Desk, chat: Chat, told: Development) -> bool:
    return await desk.read(is_muted, chat.bot_id, chat.id, story_id=told.intent.story_id)


def _probe(bot: ExtBot[Any]) -> Callable[[], Awaitable[None]]:
    async def probe() -> None:
        """Raises DeliveryError where the server does not answer well."""
        try:
            await bot.get_me()
        except TelegramError as error:
            raise delivery_error(error) from error

    return probe


def _bot(settings: Settings, limiter: LaneLimiter, polls: AiohttpRequest, calls: AiohttpRequest) -> ExtBot[Lane]:
    api = settings.telegram_api_url.rstrip("/")
    return ExtBot(
        settings.telegram_token,
        base_url=f"{api}/bot",
        base_file_url=f"{api}/file/bot",
        request=calls,
        get_updates_request=polls,
        rate_limiter=limiter,
    )
