"""What an alert says, and its buttons."""

from __future__ import annotations

from collections.abc import Sequence

from talks.types import Mode

ESTIMATED_DATE = "fecha estimada"
NO_DAY = "sin fecha"
NEWS_LABEL, BEFORE_LABEL, SOURCES_LABEL, SOURCE_LABEL = "Novedad:", "Antes:", "Fuentes:", "Fuente:"
MISSED = "Quizá no te llegó:"
UPDATED_LABEL = "✏️ Actualización:"
REFUSED_ALERT = (
    "⚠️ Telegram rechaza un aviso y no se volverá a intentar en los chats que lo rechazan.\n"
    "<b>{headline}</b>\nMotivo: {cause}"
)


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


def somebody_joins(names: Sequence[str]) -> str:
    if len(names) == 1:
        return f"se suma {names[0]}"
    last = names[-1]
    return f"se suman {', '.join(names[:-1])} {'e' if last.startswith(('I', 'Í')) else 'y'} {last}"


def status_changes(before: str, now: str) -> str:
    return f"antes {before}, ahora {now}"


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


MUTED = "Silenciado: no habrá más avisos de esta historia."
UNMUTED = "Hecho: vuelven los avisos de esta historia."
WHY_TITLE, WHY_NOT_TITLE = "¿Por qué te llega?", "¿Por qué no te llegó?"
WHY_HINT = (
    "Contesta /porque a un aviso, o di qué echaste en falta: <code>/porque no me llegó la ronda de Ginebra</code>."
)
NOTHING_TOLD_YET = "En este chat todavía no ha habido avisos."
NOT_JUDGED_YET = "Lo he leído, pero todavía no he decidido si es nuevo."
NOT_FOR_THIS_CHAT = "No se envió aquí: este chat no recibía avisos entonces, o sus ajustes no lo dejaron pasar."
WHY_RULES: dict[Mode, str] = {
    "all": "Aquí llega porque este chat recibe todos los avisos. «Silenciar» calla esta historia; "
    "/ajustes cambia lo demás.",
    "important": "Aquí llega porque este chat sigue a alguien o algo de lo que trata. /ajustes lo cambia.",
    "followed": "Aquí llega porque este chat sigue a alguien o algo de lo que trata. /ajustes lo cambia.",
    "digest": "Este chat recibe resúmenes. /ajustes lo cambia.",
}
WHY_IMPORTANT = "Aquí llega porque este chat recibe solo lo importante, y esto lo es. /ajustes lo cambia."
NOT_SUBSCRIBED_RULE = "Este chat no recibe avisos; /start los activa."
UNKNOWN_DEVELOPMENT = "Ese aviso ya no está guardado."


def arrived(when: str) -> str:
    return f"Aquí llegó {when}."


def did_not_arrive(cause: str) -> str:
    return f"Aquí no llegó: {cause}."


def may_have_arrived() -> str:
    return "Se envió, pero Telegram no confirmó si llegó."


def was_overtaken() -> str:
    return "Antes de que saliera hubo otra novedad que la cambia, y se envió esa en su lugar."


def is_on_its_way() -> str:
    return "Está en camino."


def never_read(asked: str) -> str:
    return f"No he leído nada con «{asked}»."


def is_kept_for_later() -> str:
    return "Se guarda para el resumen, o para cuando acabe la pausa o el silencio."
