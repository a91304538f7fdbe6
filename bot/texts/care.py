"""What is said of what is kept of a chat, and to administrators."""

from __future__ import annotations

PRIVACY = (
    "<b>Lo que guardo de este chat</b>\n\n"
    "Su identificador y su nombre en Telegram, los ajustes, lo que sigues y silencias, hasta qué novedad has mirado, y "
    "qué avisos se enviaron y cuándo. Lo que preguntas se contesta y no se guarda con tu nombre.\n\n"
    "Nada se comparte con nadie. Un chat que se va o que no recibe avisos se borra solo cuando pasa mucho tiempo sin "
    "usarse."
)
EXPORT_BUTTON, ERASE_BUTTON, ERASE_NOW_BUTTON, KEEP_BUTTON = (
    "Descargar mis datos",
    "Borrar todo",
    "Sí, borrar todo",
    "No",
)
ERASE_QUESTION = "¿Borro todo lo que guardo de este chat? Dejarán de llegar avisos y los ajustes se perderán."
ERASED = "Borrado: ya no guardo nada de este chat. /start empieza de nuevo."
NOTHING_KEPT = "No guardo nada de este chat."
ONLY_ADMINISTRATORS_DATA = "En un grupo, solo quien lo administra puede ver o borrar lo que se guarda."
EXPORT_NAME = "tregua.json"

HEALTH_TITLE = "Salud"
FEEDS_HINT = (
    "<code>/feeds</code> · <code>/feeds add DIRECCIÓN</code> · <code>/feeds remove DIRECCIÓN</code> · "
    "<code>/feeds check DIRECCIÓN</code>"
)
NO_SUCH_FEED = "No hay ninguna fuente con esa dirección."
NOT_AN_ADDRESS = "Eso no es una dirección http o https."
FEED_REMOVED = "Quitada; lo ya leído se queda."
CANNOT_CHECK = "Aquí no se puede comprobar."
NONE_FAILS = "Ninguna falla."
NEVER = "nunca"
ADMIN_HELP = "Administración: /salud — cómo va todo · /feeds — las fuentes"


def feed_added(title: str, sentence: str) -> str:
    return f"Añadida: {title}. {sentence}"


def feed_not_added(sentence: str) -> str:
    return f"No la añado. {sentence}"


def feed_failing(count: int, error: str) -> str:
    return f"falla desde hace {'1 intento' if count == 1 else f'{count} intentos'}: {error}"


def health_lines(**values: str) -> list[str]:
    return [
        f"Fuentes: {values['feeds']}",
        f"Última ronda: {values['last_poll']}",
        f"Artículos: {values['articles']} ({values['pending']} por leer o juzgar)",
        f"Novedades: {values['developments']}, la última {values['last_development']}",
        f"Suscriptores: {values['subscribers']}",
        f"Cola: {values['outbox']}",
        f"Último envío: {values['last_sent']}",
        f"Memoria: {values['memory']} MB",
    ]


def feeds_state(total: str, failing: int) -> str:
    return f"{total}, todas bien" if not failing else f"{total}, fallan {failing}"


def queue_state(ready: int, ambiguous: int, failed: int) -> str:
    return f"{ready} esperan, {ambiguous} en duda, {failed} no entregados"


def halted_until(when: str) -> str:
    return f"Telegram pide silencio hasta {when}."
