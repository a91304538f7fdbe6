"""import and reread: work on many articles that shows how far it is, can be stopped, and goes on where it was."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Coroutine
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import typer

from bot.cli.progress import progress
from bot.compose import House, open_house, utc_now
from bot.logs import configure_logs
from jobs.archive import read_lines
from jobs.lock import only_instance
from jobs.reread import count_unread, fingerprint
from jobs.reread import reread as reread_all
from jobs.take_in import judge_archive, store_archive
from talks.errors import SettingsError
from talks.news.newsroom import Newsroom
from talks.settings import Settings, load_settings
from talks.store.rereading import archived_ids, forget_position

GO_ON = "Interrumpido: lo hecho queda hecho; la misma orden sigue donde estaba."
INTERRUPTED = 130

ArchiveFile = Annotated[
    Path | None,
    typer.Argument(help="JSON Lines (id, source, url, published, title, text). Sin él, sigue con lo que quedó."),
]
FromTheStart = Annotated[bool, typer.Option("--all", help="Desde el principio, también lo que ya se releyó.")]


def import_archive(file: ArchiveFile = None) -> None:
    settings = load_settings()
    with only_instance(settings.data):
        _run(settings, _import(settings, file, _size(file) if file else 0))


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError as error:
        raise SettingsError(f"No se puede leer {file}: {error.strerror}.") from error


def reread(is_from_the_start: FromTheStart = False) -> None:
    settings = load_settings()
    _run(settings, _reread(settings, is_from_the_start=is_from_the_start))


def _run(settings: Settings, work: Coroutine[Any, Any, str]) -> None:
    """Say what the work says at its end; the log goes to its file where a bar is on the terminal."""
    configure_logs(settings.data / "tregua.log" if sys.stderr.isatty() else None)
    try:
        typer.echo(asyncio.run(work))
    except KeyboardInterrupt:
        typer.echo(GO_ON, err=True)
        raise typer.Exit(INTERRUPTED) from None


async def _import(settings: Settings, file: Path | None, size: int) -> str:
    async with open_house(settings) as house:
        new = await _store(house, file, size) if file is not None else 0
        ids = await house.read(archived_ids)
        room = replace(house.digest, newsroom=Newsroom())
        with progress("Leer y juzgar", len(ids)) as advance:
            done = await judge_archive(room, ids, advance=advance)
    return f"{new} artículos nuevos; {done.judged} leídos y juzgados, {done.developments} novedades."


async def _store(house: House, file: Path, size: int) -> int:
    with progress("Guardar", size) as advance:
        lines = read_lines(file, published=utc_now())
        return await store_archive(house.write, lines, now=utc_now(), advance=advance)


async def _reread(settings: Settings, *, is_from_the_start: bool) -> str:
    reader = fingerprint()
    async with open_house(settings) as house:
        if is_from_the_start:
            await house.write(forget_position)
        waiting, _ = await count_unread(house.digest, reader)
        with progress("Releer", waiting) as advance:
            done = await reread_all(house.digest, reader, advance=advance)
    before = f" ({done.before} ya lo estaban)" if done.before else ""
    return f"{done.read} artículos releídos{before}. Un bot en marcha los compara así desde su próximo arranque."
