"""feeds: list, add, remove, check, import, export."""

from __future__ import annotations

import asyncio
from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from bot.compose import open_house
from bot.logs import configure_logs
from jobs.check import check_feed
from talks.errors import SettingsError, SourceError
from talks.settings import load_settings
from talks.sources.opml import OpmlFeed, parse_opml, write_opml
from talks.sources.urls import clean_url
from talks.store.connection import Store, cause_of, open_store
from talks.store.sources import active_sources, add_source, remove_source

app = typer.Typer(help="Las fuentes.", no_args_is_help=True)

Address = Annotated[str, typer.Argument(help="Dirección de la fuente.")]
File = Annotated[Path, typer.Argument(help="Archivo OPML.")]


def _store() -> Store:
    return open_store(load_settings().database)


@app.command("list", help="Las fuentes que se leen y cómo va cada una.")
def show() -> None:
    with closing(_store()) as store:
        for source in active_sources(store):
            state = f"falla desde hace {source.failures} intentos: {source.last_error}" if source.failures else "bien"
            typer.echo(f"{source.title}\n  {source.url} · {state if source.checked_at else 'aún no leída'}")


@app.command(help="Añade una fuente.")
def add(address: Address, title: Annotated[str, typer.Option(help="Nombre del medio.")] = "") -> None:
    if not clean_url(address):
        raise SettingsError(f"«{address}» no es una dirección http o https.")
    with closing(_store()) as store:
        typer.echo(f"Añadida: {add_source(store, url=address, title=title).title}")


@app.command(help="Deja de leer una fuente; lo ya leído se queda.")
def remove(address: Address) -> None:
    with closing(_store()) as store:
        if not remove_source(store, address):
            raise SettingsError(f"No hay ninguna fuente con la dirección «{address}».")
    typer.echo("Quitada.")


@app.command(help="Pide cada fuente una vez y dice qué contesta.")
def check(address: Annotated[str | None, typer.Argument(help="Solo esta.")] = None) -> None:
    if failed := asyncio.run(_check(address)):
        raise SourceError("Falla 1 fuente." if failed == 1 else f"Fallan {failed} fuentes.")


async def _check(address: str | None) -> int:
    configure_logs()
    failed = 0
    async with open_house(load_settings()) as house:
        addresses = [address] if address else [source.url for source in await house.read(active_sources)]
        for each in addresses:
            found = await check_feed(house.poll, each)
            failed += not found.is_fine
            typer.echo(f"{'bien ' if found.is_fine else 'FALLA'} {each}: {found.sentence}")
    return failed


@app.command("import", help="Añade las fuentes de un archivo OPML.")
def import_opml(file: File) -> None:
    try:
        found = parse_opml(file.read_bytes())
    except OSError as error:
        raise SettingsError(f"No se puede leer {file}: {cause_of(error)}.") from error
    with closing(_store()) as store:
        for feed in found:
            add_source(store, url=feed.url, title=feed.title)
    typer.echo("1 fuente." if len(found) == 1 else f"{len(found)} fuentes.")


@app.command("export", help="Escribe las fuentes como OPML, en un archivo o en la salida.")
def export_opml(file: Annotated[Path | None, typer.Argument(help="Archivo OPML.")] = None) -> None:
    with closing(_store()) as store:
        data = write_opml([OpmlFeed(url=source.url, title=source.title) for source in active_sources(store)])
    if file is None:
        typer.echo(data.decode("utf-8"))
        return
    try:
        file.write_bytes(data)
    except OSError as error:
        raise SettingsError(f"No se puede escribir {file}: {cause_of(error)}.") from error
