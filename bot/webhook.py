"""Updates pushed by Telegram: an aiohttp server on the bot's own loop, behind whatever ends TLS."""

from __future__ import annotations

import asyncio
import hmac
import json
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import urlsplit

import structlog
from aiohttp import web
from telegram import Bot
from telegram.error import TelegramError

from bot.application import ALLOWED_UPDATES
from bot.inbox import Inbox
from local.doorman import Doorman
from talks.errors import SettingsError

log = structlog.get_logger()

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
LARGEST_UPDATE = 1024 * 1024
BODY_SECONDS = 10.0


@asynccontextmanager
async def webhook(
    bot: Bot, inbox: Inbox, *, url: str, port: int, secret: str, patience: float = BODY_SECONDS
) -> AsyncIterator[None]:
    """Listen and tell Telegram where; on leaving, the address stays, so that updates wait for the next start.

    The head of a push has to be here within `patience` seconds, and its body within as many more.
    Raises SettingsError when the port is taken or the address is refused.
    """
    secret = secret or secrets.token_urlsafe(32)
    app = _app(inbox, urlsplit(url).path or "/", secret, patience)
    doorman = Doorman(app, patience=patience)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=5)
    await runner.setup()
    try:
        await _listen(doorman, runner, port)
        await _announce(bot, url, secret)
        yield
    finally:
        await runner.cleanup()


def _app(inbox: Inbox, path: str, secret: str, patience: float) -> web.Application:
    async def receive(request: web.Request) -> web.Response:
        if not hmac.compare_digest(request.headers.get(SECRET_HEADER, "").encode(), secret.encode()):
            return web.Response(status=403)
        try:
            async with asyncio.timeout(patience):
                payload = json.loads(await request.read())
        except TimeoutError:
            return web.Response(status=408)
        except (ValueError, RecursionError):
            return web.Response(status=400)
        if not isinstance(payload, dict):
            return web.Response(status=400)
        await inbox.take([payload])
        return web.Response()

    app = web.Application(client_max_size=LARGEST_UPDATE)
    app.router.add_post(path, receive)
    return app


async def _listen(doorman: Doorman, runner: web.AppRunner, port: int) -> None:
    try:
        await doorman.listen(runner, "0.0.0.0", port)
    except OSError as error:
        raise SettingsError(
            f"El ajuste TREGUA_WEBHOOK_PORT vale «{port}» y no se puede escuchar ahí: {error.strerror}."
        ) from error


async def _announce(bot: Bot, url: str, secret: str) -> None:
    try:
        await bot.set_webhook(url, secret_token=secret, allowed_updates=ALLOWED_UPDATES)
    except TelegramError as error:
        raise SettingsError(f"Telegram no acepta la dirección TREGUA_WEBHOOK_URL «{url}»: {error}.") from error
    log.info("webhook set", url=url)
