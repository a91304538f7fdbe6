"""Words between marks beside a name and no verb: in brackets, where the verb stands once, in a clause of their own."""

from __future__ import annotations

from talks.reading.cast import Cast, Speaker
from talks.reading.cues import WINDOW, key_at
from talks.reading.phrases import DASHES
from talks.reading.speakers import who
from talks.reading.spoken import Speech

BRACKETS = frozenset(["(", *DASHES])
GAP = 5
"""Items between a comma and the words of whom it sets off."""
GAP_OPENERS = frozenset(["y", "e", "pero", ";", "mientras"])
GAP_WORDS = frozenset(["de", "que", "por", "con", "en", "a", "como", "un", "una", "el", "la", "ser", "estar"])

WORDS_OF = frozenset(["palabras", "declaraciones", "comentario", "comentarios", "afirmaciones", "advertencia", "frase"])
ABOUT = 8
"""Items of «sobre la supuesta «farsa»»."""


def in_words_of(speech: Speech, cast: Cast, place: int) -> Speaker | None:
    """«No comentó las palabras de Trump sobre el «tigre»»: words that somebody else has used."""
    items = speech.parse.items
    back = range(place - 1, max(0, place - ABOUT), -1)
    about = next((at for at in back if items[at].key == "sobre" or items[at].kind == "mark"), 0)
    if key_at(items, about) != "sobre":
        return None
    for actor in speech.parse.starts.values():
        is_near = actor.last <= about <= actor.last + GAP and actor.kind in ("person", "role")
        noun = actor.first - 1 - (key_at(items, actor.first - 1) in ("de", "del"))
        if is_near and key_at(items, noun) in WORDS_OF and actor.preposition in ("de", "del"):
            return who(cast, actor)
    return None


def in_bracket(speech: Speech, cast: Cast, place: int) -> Speaker | None:
    """««…» (Zelenski, en Múnich)», ««…» — Zelenski»."""
    items = speech.parse.items
    opening = place + 1 + (key_at(items, place + 1) in (".", ","))
    actor = speech.parse.starts.get(opening + 1) if key_at(items, opening) in BRACKETS else None
    if actor is None or actor.preposition or actor.kind not in ("person", "role", "body"):
        return None
    return who(cast, actor) if actor.last >= len(items) or key_at(items, actor.last) in (")", ",", ".") else None


def gapped(speech: Speech, cast: Cast, place: int) -> Speaker | None:
    """«Rubio habló de «avances» y Lavrov, de «paciencia»»: the verb stands once."""
    items = speech.parse.items
    for comma in range(place - 1, max(0, place - GAP), -1):
        actor = speech.parse.ends.get(comma) if items[comma].key == "," else None
        is_whole = actor is not None and actor.first == 0 and place + 2 >= len(items)  # «El Kremlin, de «avances».»
        if actor is not None and not actor.preposition and (is_whole or key_at(items, actor.first - 1) in GAP_OPENERS):
            is_gap = all(item.key in GAP_WORDS for item in items[comma + 1 : place]) and actor.kind != "text"
            return who(cast, actor) if is_gap else None
    return None


def of_own_clause(speech: Speech, cast: Cast, place: int) -> Speaker | None:
    """«Medinski la consideró «difícil»; Umérov, en cambio, percibió «progresos»»: each has a clause."""
    items = speech.parse.items
    begin = next((at for at in range(place - 1, max(0, place - WINDOW), -1) if items[at].key == ";"), -1)
    actor = speech.parse.starts.get(begin + 1) if begin >= 0 and not speech.cues_between(begin, place) else None
    if actor is None or actor.preposition or actor.kind not in ("person", "role"):
        return None
    return who(cast, actor)
