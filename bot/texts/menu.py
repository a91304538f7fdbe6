"""The commands, how the bot introduces itself and helps. HTML where Telegram takes it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    name: str
    summary: str
    """For the menu of Telegram."""
    usage: str
    """HTML, for /ayuda."""


COMMANDS = (
    Command("start", "Recibir los avisos", "/start — recibir los avisos"),
    Command("stop", "Dejar de recibirlos", "/stop — dejar de recibirlos"),
    Command(
        "pausa", "Parar los avisos un rato", "/pausa — parar un rato: <code>/pausa 8h</code>, <code>/pausa no</code>"
    ),
    Command("ajustes", "Qué avisos, a qué horas, en qué zona", "/ajustes — qué avisos, a qué horas, en qué zona"),
    Command(
        "seguir", "Seguir a una persona o un tema", "/seguir — una persona o un tema: <code>/seguir Witkoff</code>"
    ),
    Command("dejar", "Dejar de seguir", "/dejar — dejar de seguir: <code>/dejar territorio</code>"),
    Command("novedades", "Lo nuevo desde tu última visita", "/novedades — lo nuevo desde tu última visita"),
    Command(
        "resumen",
        "Lo principal de hoy, la semana o desde una fecha",
        "/resumen — lo principal: <code>/resumen hoy</code>, <code>/resumen semana</code>",
    ),
    Command("ultimo", "Las tres últimas novedades", "/ultimo — las tres últimas novedades"),
    Command(
        "timeline",
        "La cronología: Miami, Witkoff, diciembre…",
        "/timeline — la cronología: <code>/timeline Miami</code>, <code>/timeline Witkoff diciembre</code>, "
        "<code>/timeline reuniones desde agosto</code>",
    ),
    Command(
        "quien",
        "Quién es alguien, por nombre o cargo",
        "/quien — quién es quién: <code>/quien Umérov</code>, <code>/quien portavoz del Kremlin</code>",
    ),
    Command(
        "dijo",
        "Qué dijo alguien, también por tema",
        "/dijo — qué dijo alguien: <code>/dijo Peskov</code>, <code>/dijo Lavrov garantías</code>",
    ),
    Command(
        "posiciones",
        "Qué dice cada parte de cada tema",
        "/posiciones — lo último de cada parte: <code>/posiciones territorio</code>",
    ),
    Command("buscar", "Buscar en los artículos leídos", "/buscar — en los artículos: <code>/buscar canje</code>"),
    Command(
        "porque",
        "Por qué llegó un aviso, o por qué no",
        "/porque — en respuesta a un aviso, por qué llegó; con palabras, por qué no",
    ),
    Command("fuentes", "De dónde salen las noticias", "/fuentes — de dónde salen las noticias"),
    Command(
        "privacidad", "Qué guardo de este chat, y borrarlo", "/privacidad — qué guardo de este chat; bajarlo, borrarlo"
    ),
    Command("ayuda", "Qué sé hacer", "/ayuda — este mensaje"),
)
GROUPS = {"start": "Avisos", "novedades": "Lo nuevo", "timeline": "Preguntas", "fuentes": "El bot"}
"""Titles of the help, above the command with which each begins."""
DESCRIPTION = (
    "Te aviso cuando algo se mueve de verdad en las conversaciones para terminar la guerra en Ucrania: un solo mensaje "
    "por novedad, con lo que cambia, quién lo dijo en sus palabras exactas, cuándo, dónde y las fuentes.\n\n"
    "También guardo la cronología (/timeline) y sé quién es quién (/quien)."
)
SHORT_DESCRIPTION = "Avisos de lo que de verdad cambia en las conversaciones sobre Ucrania, con fuentes."
HELP_INTRO = (
    "Aviso cuando algo se mueve de verdad en las conversaciones para terminar la guerra en Ucrania. Un mensaje por "
    "novedad: si otro medio cuenta lo mismo, no hay segundo aviso."
)
HELP_NOTES = (
    "Lo que va entre « » son palabras exactas de una fuente; lo demás se llama paráfrasis. Los botones de cada aviso "
    "llevan a la cronología, a la persona y al porqué."
)
SHORT_HELP = (
    "Entiendo órdenes como <code>/timeline Miami</code> o <code>/quien Peskov</code>; también un nombre a secas. "
    "/ayuda las cuenta todas."
)


def unknown_command(suggestion: str | None) -> str:
    if suggestion is None:
        return "No conozco esa orden. /ayuda cuenta las que hay."
    return f"No conozco esa orden. ¿Querías decir /{suggestion}?"
