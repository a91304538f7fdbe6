"""Kinds of events, their status and the sides, in words and colours."""

from __future__ import annotations

import re

from talks.lexicon.load import Side
from talks.types import EventStatus, EventType

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
KIND_BUTTONS: dict[EventType, tuple[str, str]] = {
    "meeting": ("Reuniones", "reuniones"), "call": ("Llamadas", "llamadas"), "agreement": ("Acuerdos", "acuerdos"),
    "exchange": ("Canjes", "canjes"),
}  # fmt: skip
"""Of a button: what stands on it, and the word of a filter."""
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
HELD_NOW: dict[EventType, str] = {
    **HELD, "statement": "hecha", "proposal": "presentada", "rejection": "hecho", "ceasefire": "en vigor",
    "sanctions": "impuestas", "appointment": "hecho", "other": "hecha",
}  # fmt: skip
"""As it became: «antes previsto, ahora en vigor»."""
STATUS_EMOJI: dict[EventStatus, str] = {
    "planned": "🔵", "possible": "⚪", "claimed": "⚪", "denied": "🔴", "cancelled": "🟠", "failed": "🔴",
}  # fmt: skip
KIND_EMOJI: dict[EventType, str] = {"statement": "🟡", "proposal": "🟡", "rejection": "🔴", "other": "🟡"}
USUAL_EMOJI = "🟢"
OF_SANCTIONS: dict[EventStatus, str] = {
    "in_progress": "en curso", "planned": "previstas", "possible": "sin confirmar", "claimed": "sin confirmar",
    "denied": "desmentidas", "cancelled": "aplazadas o retiradas", "failed": "sin efecto",
}  # fmt: skip
"""The one kind that is always told in the plural."""
JOINT_STATEMENT = "Declaración conjunta"
JOINT_WORDS = r"\b(?:declaraci[oó]n|comunicado) conjunt[oa]\b"
AGREEING_WORDS = r"\b(?:acuerd|acord|pact|compromet|compromis|firm|tratado)"
"""What several say together is an agreement among events; to a subscriber only where the headline says so."""
CALLED_OFF: tuple[tuple[str, tuple[str, str, str]], ...] = (
    (r"(?:aplaz|pospon|pospus|pospuest|posterg|retras|demor)", ("aplazado", "aplazada", "aplazadas")),
    (r"(?:cancel|anul)", ("cancelado", "cancelada", "canceladas")),
    (r"(?:suspend|suspens|pausa|congel|interrump|paraliz)", ("suspendido", "suspendida", "suspendidas")),
)
"""Beginnings of the words of a headline by which it says which of the two it is."""
WORDS_ALONE: frozenset[EventType] = frozenset({"statement", "proposal", "rejection"})
"""Kinds that are words: that somebody claims or has said them goes without saying."""
SIDES: dict[Side, str] = {
    "rusia": "Rusia", "ucrania": "Ucrania", "eeuu": "Estados Unidos", "europa": "Europa", "mediador": "Mediación",
    "otro": "Otros",
}  # fmt: skip


def status_word(kind: EventType, status: EventStatus, *, headline: str = "") -> str:
    """«prevista», «sin confirmar»; of what does not take place, the word that the headline has for it."""
    gender = 2 if kind == "sanctions" else int(kind in FEMININE)
    said = [words for pattern, words in CALLED_OFF if re.search(rf"\b{pattern}", headline, re.IGNORECASE)]
    if status == "cancelled" and len(said) == 1:
        return said[0][gender]
    return OF_SANCTIONS[status] if kind == "sanctions" else STATUSES[status][gender]
