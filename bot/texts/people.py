"""What is said about people and their words."""

from __future__ import annotations

PARAPHRASE = "paráfrasis"


def looked_for(asked: str) -> str:
    return f"No conozco a nadie como «{asked}»; lo más parecido:"


ROLE_SINCE, EARLIER_LABEL, SIDE_LABEL, SPELLINGS_LABEL = "desde el", "Antes:", "Parte:", "También:"
ROLE_SINCE_MONTH = "desde"
LAST_WORDS_TITLE = "Lo último que dijo"
NO_WORDS_YET = "Aún no he leído palabras suyas."
SEEN_AS_LABEL = "Visto como:"
NOT_IN_LEXICON = "Nombre visto en las noticias; aún no tiene ficha revisada."
FORMER = "sin cargo actual conocido"
WHICH_ONE = "¿A quién te refieres?"
WHO_HINT = (
    "Escribe un nombre, un apellido o un cargo: <code>/quien Witkoff</code>, "
    "<code>/quien ministro de Exteriores ruso</code>."
)


def nobody_found(asked: str) -> str:
    return f"No conozco a nadie como «{asked}»."


SAID_HINT = "Escribe un nombre y, si quieres, un tema: <code>/dijo Peskov</code>, <code>/dijo Lavrov garantías</code>."
POSITIONS_TITLE = "Lo último que dijo cada parte"
POSITIONS_HINT = "Un botón abre las palabras exactas."
NO_POSITIONS_YET = "Todavía no he leído declaraciones sobre ningún tema."
ALL_THEMES_BUTTON = "Todos los temas"


def all_they_said(name: str) -> str:
    return f"Todo lo que dijo {name}"


def words_of(name: str) -> str:
    return f"Palabras de {name}"


def nothing_said(name: str, topic: str) -> str:
    return f"No he leído palabras de {name} sobre «{topic}»."


def unknown_theme(asked: str) -> str:
    return f"No conozco el tema «{asked}». Estos son los que sigo:"


def no_position(theme: str) -> str:
    return f"Todavía no he leído declaraciones sobre «{theme}»."


def met(when_and_where: str, others: str) -> str:
    return f"Última cita: {when_and_where}, con {others}"


def on_day(day: str) -> str:
    """«El 3 de mayo de 2024», «En mayo de 2024»."""
    return f"{'El' if day[:1].isdigit() and ' ' in day else 'En'} {day}"
