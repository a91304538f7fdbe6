"""run, poll, digest and deliver: the line as a whole, or one job of it by hand."""

from __future__ import annotations

import asyncio
import signal

import typer

from bot.compose import deliver_room, load_seeds, open_house, open_telegram
from bot.logs import configure_logs
from bot.service import run as serve
from jobs.deliver import deliver as deliver_job
from jobs.deliver import recover
from jobs.digest import digest as digest_job
from jobs.lock import only_instance
from jobs.poll import poll as poll_job
from talks.errors import NotSent, SettingsError
from talks.settings import Settings, load_settings


def run() -> None:
    asyncio.run(_run(load_settings()))


async def _run(settings: Settings) -> None:
    stop = asyncio.Event()
    for signal_number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(signal_number, stop.set)
    await serve(settings, stop=stop)


def poll() -> None:
    asyncio.run(_poll(load_settings()))


async def _poll(settings: Settings) -> None:
    configure_logs()
    async with open_house(settings) as house:
        for complaint in await house.write(load_seeds, settings):
            typer.echo(complaint, err=True)
        typer.echo(str(await poll_job(house.poll, is_forced=True)))


def digest() -> None:
    asyncio.run(_digest(load_settings()))


async def _digest(settings: Settings) -> None:
    configure_logs()
    async with open_house(settings) as house:
        typer.echo(str(await digest_job(house.digest)))


def deliver() -> None:
    asyncio.run(_deliver(load_settings()))


async def _deliver(settings: Settings) -> None:
    """Needs a token: without one there is no server to deliver to between two runs."""
    if not settings.telegram_token:
        raise SettingsError("Falta TELEGRAM_TOKEN: sin él solo «tregua run» entrega, en su chat local.")
    configure_logs()
    with only_instance(settings.data):
        async with open_house(settings) as house, open_telegram(house) as telegram:
            if not await telegram.is_met():
                raise NotSent(f"No se llega al servidor {settings.telegram_api_url}: no se ha entregado nada.")
            room = deliver_room(house, telegram)
            await recover(room)
            typer.echo(str(await deliver_job(room)))
