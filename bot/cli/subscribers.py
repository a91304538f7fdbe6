"""subscribers: export and import, to move them to another installation."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from talks.errors import SettingsError
from talks.settings import load_settings
from talks.store.connection import open_store
from talks.store.subscribers import Portable, export_chats, import_chats

app = typer.Typer(help="Los suscriptores.", no_args_is_help=True)

File = Annotated[Path, typer.Argument(help="Archivo JSON Lines: un chat con sus ajustes por línea.")]


@app.command("export", help="Escribe los suscriptores con sus ajustes; el archivo solo lo lee quien lo escribe.")
def export_to(file: File) -> None:
    with closing(open_store(load_settings().database, must_exist=True)) as store:
        lines = [json.dumps(portable, ensure_ascii=False) for portable in export_chats(store)]
    try:
        file.touch(mode=0o600)
        file.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    except OSError as error:
        raise SettingsError(f"No se puede escribir {file}: {error.strerror}.") from error
    typer.echo(f"{len(lines)} chats en {file}.")


@app.command("import", help="Añade los suscriptores de un archivo; los que ya están toman los ajustes del archivo.")
def import_from(file: File) -> None:
    with closing(open_store(load_settings().database)) as store:
        typer.echo(f"{import_chats(store, _read(file))} chats.")


def _read(file: Path) -> Iterator[Portable]:
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"No se puede leer {file}.") from error
    for number, line in enumerate(lines, 1):
        try:
            row = json.loads(line)
        except ValueError as error:
            raise SettingsError(f"{file}:{number}: no es JSON.") from error
        if not isinstance(row, dict) or not isinstance(row.get("chat"), dict):
            raise SettingsError(f"{file}:{number}: se espera un chat como los que escribe «tregua subscribers export».")
        yield row
