"""The command line: `tregua`, also `python -m bot`. A failure is one sentence on standard error and an exit code."""

from __future__ import annotations

import sys

import typer

from bot.cli import archive, feeds, files, line, questions, subscribers
from talks.errors import TalksError

app = typer.Typer(
    name="tregua",
    help="Avisa en Telegram cuando algo se mueve de verdad en las conversaciones para terminar la guerra en Ucrania.",
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.add_typer(feeds.app, name="feeds")
app.add_typer(subscribers.app, name="subscribers")


@app.callback(invoke_without_command=True)
def start(context: typer.Context) -> None:
    if context.invoked_subcommand is None:
        line.run()


app.command("run", help="Carga las semillas y arranca el bot; sin token, el chat local.")(line.run)
app.command("poll", help="Una ronda de lectura de fuentes y textos propios.")(line.poll)
app.command("digest", help="Lee y juzga lo que espera.")(line.digest)
app.command("deliver", help="Entrega los avisos que esperan.")(line.deliver)
app.command("analyse", help="Lee artículos de un archivo y dice lo que cuenta cada uno.")(files.analyse)
app.command("replay", help="Pasa un archivo de artículos por toda la línea, con su propio reloj.")(files.replay)
app.command("timeline", help="La cronología, como la daría el bot.")(questions.timeline)
app.command("quien", help="Quién es alguien, como lo diría el bot.")(questions.quien)
app.command("import", help="Añade un archivo de artículos viejos, que no avisan a nadie; se puede interrumpir.")(
    archive.import_archive
)
app.command("reread", help="Relee lo guardado tras cambiar el léxico; se puede interrumpir.")(archive.reread)
app.command("backup", help="Una copia coherente de la base de datos, también en marcha.")(files.backup)
app.command("restore", help="Devuelve una copia a su sitio.")(files.restore)
app.command("doctor", help="Qué le pasa a esta instalación.")(questions.doctor)


def main(arguments: list[str] | None = None) -> None:
    """With the arguments of the process where none are given."""
    try:
        app(args=arguments)
    except TalksError as error:
        typer.echo(str(error), err=True)
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
