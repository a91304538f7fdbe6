"""timeline, quien and doctor: what the bot would answer, on the terminal."""

from __future__ import annotations

import asyncio
from contextlib import closing
from typing import Annotated

import typer

from bot.answers import person_text, timeline_text
from bot.checkup import examine_telegram
from bot.compose import load_seeds, open_house, utc_now
from bot.logs import configure_logs
from jobs.doctor import examine
from talks.errors import StoreError
from talks.lexicon.load import load_lexicon
from talks.settings import Settings, load_settings
from talks.store.connection import open_store


def timeline(query: Annotated[list[str] | None, typer.Argument(help="Persona, lugar, mes, palabra.")] = None) -> None:
    settings = load_settings()
    with closing(open_store(settings.database)) as store:
        load_seeds(store, settings)
        typer.echo(
            timeline_text(store, " ".join(query or []), lexicon=load_lexicon(), now=utc_now().astimezone(settings.zone))
        )


def quien(name: Annotated[list[str], typer.Argument(help="Nombre, apellido o cargo.")]) -> None:
    settings = load_settings()
    with closing(open_store(settings.database)) as store:
        load_seeds(store, settings)
        typer.echo(person_text(store, " ".join(name), lexicon=load_lexicon(), now=utc_now().astimezone(settings.zone)))


def doctor() -> None:
    configure_logs()
    if asyncio.run(_doctor(load_settings())):
        raise typer.Exit(1)


async def _doctor(settings: Settings) -> int:
    """How many checks failed."""
    failed = 0
    try:
        async with open_house(settings) as house:
            for checks in (examine(house.read, settings, now=utc_now()), examine_telegram(house)):
                async for checkup in checks:
                    failed += not checkup.is_fine
                    typer.echo(f"{'bien ' if checkup.is_fine else 'FALLA'} {checkup.name}: {checkup.sentence}")
    except StoreError as error:
        typer.echo(f"FALLA base de datos: {error}")
        failed += 1
    return failed
