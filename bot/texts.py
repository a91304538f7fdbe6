"""All the Spanish that is said, in one place. HTML where a name ends in nothing, plain where Telegram takes no HTML."""

from __future__ import annotations

from dataclasses import dataclass

from talks.lexicon.load import Side
from talks.types import EventStatus, EventType


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
    Command("ultimo", "Las tres últimas novedades", "/ultimo — las tres últimas novedades"),
    Command(
        "timeline",
        "La cronología: Miami, Witkoff, diciembre…",
        "/timeline — la cronología; con filtro: <code>/timeline Miami</code>, "
        "<code>/timeline Witkoff diciembre</code>, <code>/timeline reuniones desde agosto</code>",
    ),
    Command(
        "quien",
        "Quién es alguien, por nombre o cargo",
        "/quien — quién es quién: <code>/quien Umérov</code>, <code>/quien portavoz del Kremlin</code>",
    ),
    Command("fuentes", "De dónde salen las noticias", "/fuentes — de dónde salen las noticias"),
    Command("ayuda", "Qué sé hacer", "/ayuda — este mensaje"),
)
DESCRIPTION = (
    "Te aviso cuando algo se mueve de verdad en las conversaciones para terminar la guerra en Ucrania: un solo mensaje "
    "por novedad, con lo que cambia, quién lo dijo en sus palabras exactas, cuándo, dónde y las fuentes.\n\n"
    "También guardo la cronología (/timeline) y sé quién es quién (/quien)."
)
SHORT_DESCRIPTION = "Avisos de lo que de verdad cambia en las conversaciones sobre Ucrania, con fuentes."

KINDS: dict[EventType, str] = {
    "meeting": "Reunión", "call": "Llamada", "visit": "Visita", "statement": "Declaración", "proposal": "Propuesta",
    "agreement": "Acuerdo", "rejection": "Rechazo", "ceasefire": "Alto el fuego", "sanctions": "Sanciones",
    "exchange": "Canje", "appointment": "Nombramiento", "other": "Novedad",
}  # fmt: skip
KINDS_IN_PLURAL: dict[EventType, str] = {
    "meeting": "reuniones", "call": "llamadas", "visit": "visitas", "statement": "declaraciones",
    "proposal": "propuestas", "agreement": "acuerdos", "rejection": "rechazos", "ceasefire": "altos el fuego",
    "sanctions": "sanciones", "exchange": "canjes", "appointment": "nombramientos", "other": "otros sucesos",
}  # fmt: skip
FEMININE: frozenset[EventType] = frozenset({"meeting", "call", "visit", "statement", "proposal", "other"})
HELD: dict[EventType, str] = {
    "meeting": "celebrada", "call": "celebrada", "visit": "celebrada", "exchange": "realizado",
    "agreement": "alcanzado",
}  # fmt: skip
STATUSES: dict[EventStatus, tuple[str, str]] = {
    "in_progress": ("en curso", "en curso"),
    "planned": ("previsto", "prevista"),
    "possible": ("sin confirmar", "sin confirmar"),
    "claimed": ("sin confirmar", "sin confirmar"),
    "denied": ("desmentido", "desmentida"),
    "cancelled": ("aplazado o cancelado", "aplazada o cancelada"),
    "failed": ("sin resultado", "sin resultado"),
}
"""Of a masculine and of a feminine kind."""
HELD_AS = ("celebrado", "celebrada")
STATUS_EMOJI: dict[EventStatus, str] = {
    "planned": "🔵", "possible": "⚪", "claimed": "⚪", "denied": "🔴", "cancelled": "🟠", "failed": "🔴",
}  # fmt: skip
KIND_EMOJI: dict[EventType, str] = {"statement": "🟡", "proposal": "🟡", "rejection": "🔴", "other": "🟡"}
USUAL_EMOJI = "🟢"
WORDS_ALONE: frozenset[EventType] = frozenset({"statement", "proposal", "rejection"})
"""Kinds that are words: that somebody claims or has said them goes without saying."""

SIDES: dict[Side, str] = {
    "rusia": "Rusia", "ucrania": "Ucrania", "eeuu": "Estados Unidos", "europa": "Europa", "mediador": "Mediación",
    "otro": "Otros",
}  # fmt: skip

ESTIMATED_DATE = "fecha estimada"
NEWS_LABEL, BEFORE_LABEL, SOURCES_LABEL, SOURCE_LABEL = "Novedad:", "Antes:", "Fuentes:", "Fuente:"
MISSED = "Quizá no te llegó:"
UPDATED_LABEL = "✏️ Actualización:"


def date_moves(before: str, now: str) -> str:
    return f"la fecha pasa del {before} al {now}"


def date_is_known(now: str) -> str:
    return f"ya tiene fecha, {now}"


def place_moves(before: str, now: str) -> str:
    return f"el lugar pasa de {before} a {now}"


def place_is_known(now: str) -> str:
    return f"ya se sabe el lugar, {now}"


def number_changes(before: str, now: str) -> str:
    return f"la cifra pasa de {before} a {now}"


def number_is_known(now: str) -> str:
    return f"ya hay cifra, {now}"


def somebody_joins(now: str) -> str:
    return f"se suma {now}"


def status_changes(before: str, now: str) -> str:
    return f"antes {before}, ahora {now}"


PARAPHRASE = "paráfrasis"

TIMELINE_BUTTON, WHY_BUTTON, MUTE_BUTTON, UNMUTE_BUTTON = (
    "Cronología",
    "¿Por qué me llega?",
    "Silenciar",
    "Volver a avisar",
)
LATEST_BUTTON, SUBSCRIBE_BUTTON, WHOLE_TIMELINE_BUTTON = "Últimas novedades", "Recibir avisos", "Ver toda la cronología"
NEWER_BUTTON, OLDER_BUTTON, PRINCIPALS_BUTTON = "‹ Más reciente", "Más antiguo ›", "Los principales"


def who_button(name: str) -> str:
    return f"¿Quién es {name}?"


SUBSCRIBED = {
    "private": "Hecho: desde ahora te aviso cuando algo se mueva de verdad en las conversaciones para terminar la "
    "guerra en Ucrania. Un mensaje por novedad, con palabras exactas y fuentes.",
    "group": "Hecho: este grupo recibirá un aviso cuando algo se mueva de verdad en las conversaciones para terminar "
    "la guerra en Ucrania.",
    "topic": "Hecho: este tema recibirá un aviso cuando algo se mueva de verdad en las conversaciones para terminar "
    "la guerra en Ucrania.",
    "channel": "Hecho: este canal recibirá un aviso cuando algo se mueva de verdad en las conversaciones para terminar "
    "la guerra en Ucrania.",
}
NO_BACKLOG = "Lo anterior no se envía: los avisos empiezan con la próxima novedad."
WHERE_TO_LOOK = "/timeline: qué pasó y cuándo · /quien: quién es quién · /stop: parar los avisos · /ayuda"
ALREADY_SUBSCRIBED = "Ya está: los avisos llegan aquí. /stop los para."
MOVED_TO_TOPIC = "Hecho: desde ahora los avisos llegan a este tema."
UNSUBSCRIBED = "Hecho: no habrá más avisos. /start los reanuda cuando quieras; /timeline y /quien siguen funcionando."
WAS_NOT_SUBSCRIBED = "Aquí no llegaban avisos. /start los activa."
ONLY_ADMINISTRATORS = "En un grupo, solo quien lo administra puede activar o parar los avisos."
ONLY_ADMINISTRATORS_MUTE = "Solo quien administra el grupo puede silenciar avisos."
GREETING = "Hola. Quien administra el grupo puede activar los avisos con /start; /timeline y /quien son para todos."

MUTED = "Silenciado: no habrá más avisos de esta historia."
UNMUTED = "Hecho: vuelven los avisos de esta historia."
STALE_BUTTON = "Ese botón ya no sirve."
BUTTON_FAILED = "Algo ha fallado; prueba otra vez en un momento."
FAILED = "Algo ha fallado por mi parte. Ya está anotado; prueba otra vez en un momento."

TIMELINE_TITLE, WHO_TITLE, LATEST_TITLE, WHY_TITLE = (
    "Cronología",
    "Quién es quién",
    "Últimas novedades",
    "¿Por qué te llega?",
)
TIMELINE_HINT = (
    "Prueba con una persona, un lugar o un mes: <code>/timeline Miami</code>, <code>/timeline diciembre</code>, "
    "<code>/timeline desde agosto</code>."
)
TIMELINE_IS_EMPTY = "La cronología aún está vacía."
NO_NEWS_YET = "Todavía no hay novedades. En cuanto algo se mueva, lo verás aquí; mientras, está la cronología."
NO_FEEDS_YET = "Todavía no hay fuentes. Quien administra el bot las añade con «tregua feeds add»."
FEEDS_TITLE = "Fuentes que leo"
FEED_FAILS = "ahora no responde"


def feeds_note(last_read: str | None) -> str:
    return f"Última lectura: {last_read}." if last_read else "Aún no las he leído por primera vez."


def and_more(count: str) -> str:
    return f"y {count} más"


def since(day: str) -> str:
    return f"desde {day}"


def until(day: str) -> str:
    return f"hasta {day}"


def nothing_found(asked: str) -> str:
    return f"No encuentro nada con «{asked}» en la cronología."


def did_you_mean(text: str) -> str:
    return f"¿Querías decir «{text}»?"


def looked_for(asked: str) -> str:
    return f"No conozco a nadie como «{asked}»; lo más parecido:"


def page_of(first: int, last: int, total: str) -> str:
    return f"{first}–{last} de {total}"


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


WHY_RULE = "Aquí llega porque este chat recibe todos los avisos. «Silenciar» calla esta historia; /stop, todas."
UNKNOWN_DEVELOPMENT = "Ese aviso ya no está guardado."

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
