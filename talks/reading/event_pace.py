"""What a verb in the present tells as still going on: «se lleva a cabo», «lleva ya dos horas», «viaja a Miami»."""

from __future__ import annotations

from talks.reading.date_words import WEEKDAYS
from talks.reading.event_words import load_event_words
from talks.reading.scenes import Scene
from talks.reading.verb_groups import VerbGroup
from talks.types import EventType

_LASTING = frozenset(("durar", "transcurrir", "desarrollar"))
_TAKING_PLACE = frozenset((("llevar", "cabo"), ("tener", "lugar")))
_LATE = frozenset(("retraso", "demora", "atraso"))
_LATE_REACH = 8
_ALL = ["todos", "los"]
_TIMES = frozenset((*WEEKDAYS, "dia", "dias", "semana", "mes", "meses", "ano", "anos"))
_HOURS = ("hora", "minuto")
_PHRASE_REACH = 3
_HOURS_REACH = 6
_PRONOUN_REACH = 2


def is_on_the_way(verb: VerbGroup, kind: EventType) -> bool:
    return kind == "visit" and verb.tense == "present" and verb.lemma in load_event_words().going


def is_lasting(scene: Scene, verb: VerbGroup, place: int) -> bool:
    """`place`: the noun, «la reunión»."""
    if verb.tense != "present" or verb.is_negated or is_late(scene, verb) or is_habit(scene, verb):
        return False
    if verb.lemma in _LASTING or _is_impersonal(scene, verb):
        return True
    behind = [token.folded for token in scene.tokens[verb.place + 1 : verb.place + 1 + _HOURS_REACH]]
    if any(verb.lemma == lemma and word in behind[:_PHRASE_REACH] for lemma, word in _TAKING_PLACE):
        return True
    return verb.lemma == "llevar" and place < verb.place and any(word.startswith(_HOURS) for word in behind)


def is_late(scene: Scene, verb: VerbGroup) -> bool:
    """«Lleva dos horas de retraso»: it has not begun."""
    behind = [token.folded for token in scene.tokens[verb.place + 1 : verb.place + 1 + _LATE_REACH]]
    return verb.lemma == "llevar" and any(word in _LATE for word in behind)


def is_habit(scene: Scene, verb: VerbGroup) -> bool:
    """«Tiene lugar cada lunes», «todos los meses»; «con cada delegación» is none."""
    behind = [token.folded for token in scene.tokens[verb.place + 1 : verb.place + 1 + _HOURS_REACH]]
    every = [place for place, word in enumerate(behind) if word == "cada" or behind[place - 1 : place + 1] == _ALL]
    return verb.tense == "present" and not _TIMES.isdisjoint(
        behind[place + 1] for place in every if place + 1 < len(behind)
    )


def _is_impersonal(scene: Scene, verb: VerbGroup) -> bool:
    """«Se celebra en el Kremlin»."""
    near = scene.tokens[max(0, verb.place - _PRONOUN_REACH) : verb.place]
    return verb.lemma == "celebrar" and any(token.lower == "se" for token in near)
