"""What somebody may ask with a slash: one free async handler a command."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from bot.answer import Answer
from bot.commands.ask import buscar, dijo, novedades, porque, posiciones, quien, resumen, timeline, ultimo
from bot.commands.care import feeds, privacidad, salud
from bot.commands.settings import ajustes, dejar, pausa, seguir
from bot.commands.show import ayuda, fuentes
from bot.commands.start import start, stop
from bot.desk import Desk
from bot.visit import Visit

Handler = Callable[[Desk, Visit, str], Awaitable[Answer]]
"""Takes what stands behind the command."""

HANDLERS: Mapping[str, Handler] = {
    "start": start,
    "stop": stop,
    "pausa": pausa,
    "ajustes": ajustes,
    "seguir": seguir,
    "dejar": dejar,
    "novedades": novedades,
    "resumen": resumen,
    "ultimo": ultimo,
    "timeline": timeline,
    "quien": quien,
    "dijo": dijo,
    "posiciones": posiciones,
    "buscar": buscar,
    "porque": porque,
    "fuentes": fuentes,
    "privacidad": privacidad,
    "ayuda": ayuda,
}
FOR_ADMINISTRATORS: Mapping[str, Handler] = {"salud": salud, "feeds": feeds}
"""For everybody else they are no commands at all."""
ALIASES: Mapping[str, str] = {
    "help": "ayuda",
    "cronologia": "timeline",
    "linea": "timeline",
    "quienes": "quien",
    "privacy": "privacidad",
}


def handler_of(name: str, *, is_admin: bool = False) -> Handler | None:
    """By its folded name or a usual synonym."""
    found = HANDLERS.get(ALIASES.get(name, name))
    return found or (FOR_ADMINISTRATORS.get(name) if is_admin else None)
