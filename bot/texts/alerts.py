"""What an alert says, and its buttons."""

from __future__ import annotations

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
WHY_RULE = "Aquí llega porque este chat recibe todos los avisos. «Silenciar» calla esta historia; /stop, todas."
UNKNOWN_DEVELOPMENT = "Ese aviso ya no está guardado."
