"""The verbs that say what becomes of an event told by a noun: «celebrar una reunión», «cancelar la cumbre»."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from talks.reading.clauses import Clause
from talks.reading.event_frozen import freezes_something_else
from talks.reading.event_pace import is_habit, is_lasting, is_late
from talks.reading.event_purposes import purpose_around
from talks.reading.event_status import BY_TENSE, GRAVITY, SPOKEN_OF, UNREAL, from_outside, status_of_infinitive
from talks.reading.event_words import load_event_words
from talks.reading.scenes import Scene
from talks.reading.verb_groups import GroupTense, VerbGroup
from talks.types import EventStatus, EventType

TALKED_ABOUT: frozenset[EventType] = frozenset(("meeting", "call", "visit", "exchange"))
"""«Una posible cumbre» is news; «un posible acuerdo» is not."""
_BEGINNING: Mapping[GroupTense, EventStatus] = {
    "present": "in_progress", "preterite": "in_progress", "perfect": "in_progress", "progressive": "in_progress",
    "imperfect": "in_progress", "participle": "in_progress",
}  # fmt: skip
_UNREFUSED: Mapping[EventType, tuple[EventStatus, ...]] = {
    "sanctions": ("held", "planned", "possible"),
    "ceasefire": ("held", "planned", "possible"),
}
"""«Listo para imponer sanciones» is news; «para llegar a un acuerdo» is not."""
_BARE_REACH = 4
"""«La reunión celebrada en»: a participle without auxiliary stands right behind its noun."""
_GOVERNOR_REACH = 14
_RELATIVE_REACH = 8
_TOLD = frozenset(("preterite", "perfect", "pluperfect"))
_NOW = frozenset(("hoy", "ayer", "anoche", "este", "esta"))
_OWN_REACH = 3


def statuses_by_governors(scene: Scene, index: int, place: int, kind: EventType) -> Iterable[EventStatus]:
    """What the verbs of the clause, and a relative right behind the noun, say of it."""
    words = load_event_words()
    accepted = words.accepts.get(kind, {})
    outer = from_outside(scene, index)
    for verb in governing_verbs(scene, index, place, kind):
        for label in words.governors.get(verb.lemma, ()):
            is_unconfirmed = verb.is_negated and verb.lemma == "confirmar"
            status = "possible" if is_unconfirmed else _by_governor(scene, accepted.get(label), verb, kind, place)
            if status is not None:
                is_outer = outer == "denied" or (outer and verb.tense in UNREAL)
                yield outer if outer and is_outer else status
    if outer == "denied" and "deny" in accepted:
        yield outer


def governing_verbs(scene: Scene, index: int, place: int, kind: EventType | None = None) -> Iterable[VerbGroup]:
    """The verbs of the clause near the noun; an infinitive right before it has it for itself.

    The plan «que presentó Trump» is known: what the relative tells is no news of it.
    """
    clause = scene.clauses[index]
    purpose = purpose_around(scene, place)
    first = purpose[0] if purpose else clause.first
    verbs = [
        verb for verb in scene.verbs_in(clause) if abs(verb.place - place) <= _GOVERNOR_REACH and verb.place >= first
    ]
    own = [verb for verb in verbs if verb.tense == "infinitive" and 0 < place - verb.place <= _OWN_REACH]
    for verb in own[-1:] or [each for each in verbs if each.tense != "infinitive" or each.place < place]:
        is_copula = verb.lemma == "ser" and verb.tense == "present"
        if not is_copula and not _makes_public(scene, verb):
            yield verb
    following = relative_on(scene, index, place)
    if following:
        is_known = kind == "proposal" and _is_told_of_before(scene, following)
        yield from (verb for verb in scene.verbs_in(following)[:1] if not (is_known and verb.tense in _TOLD))


def _is_told_of_before(scene: Scene, clause: Clause) -> bool:
    """«Las propuestas que presentó en Anchorage»; not «el borrador que entregó este miércoles»."""
    return _NOW.isdisjoint(token.lower for token in scene.tokens[clause.first : clause.last + 1])


def _makes_public(scene: Scene, verb: VerbGroup) -> bool:
    """«La visita la hizo pública Ushakov»: said, not made."""
    after = scene.tokens[verb.place + 1 : verb.place + 2]
    return verb.lemma == "hacer" and bool(after) and after[0].folded.startswith("public")


def _by_governor(scene: Scene, effect: str | None, verb: VerbGroup, kind: EventType, place: int) -> EventStatus | None:
    if effect is None or (verb.is_bare and (kind not in TALKED_ABOUT or not 0 < verb.place - place <= _BARE_REACH)):
        return None
    if verb.tense == "infinitive" and effect in ("tense", "start", "in_progress", "held"):
        status = status_of_infinitive(scene, scene.clauses[scene.clause_at(verb.place)], verb)
        return status if kind in TALKED_ABOUT or status in _UNREFUSED.get(kind, ("held",)) else None
    if effect in ("tense", "start"):
        return _by_tense(scene, effect, verb, kind, place)
    if effect == "denied":
        return "possible" if verb.is_negated else "denied"
    if effect == "planned" and verb.is_negated:
        return "possible" if scene.has_cue("undated", verb.first - 1, verb.place + 3) else "denied"
    is_past = is_since(scene, verb.place)
    if effect == "cancelled" and (verb.is_negated or is_past or freezes_something_else(scene, verb.place)):
        return None
    return next((status for status in GRAVITY if status == effect), None)


def is_since(scene: Scene, place: int) -> bool:
    """«Restablecen el diálogo, suspendido desde 2021»: what was before."""
    return any(token.lower == "desde" for token in scene.tokens[place + 1 : place + 2])


def _by_tense(scene: Scene, effect: str, verb: VerbGroup, kind: EventType, place: int) -> EventStatus | None:
    if verb.is_negated and scene.has_cue("undated", verb.first - 1, verb.place + 3):
        return "possible"
    if verb.is_negated:
        return "failed" if kind == "agreement" else "denied" if kind in SPOKEN_OF else None
    if is_late(scene, verb):
        return "planned"
    if is_habit(scene, verb):
        return None
    if is_lasting(scene, verb, place):
        return "in_progress"
    return (_BEGINNING.get(verb.tense) if effect == "start" else None) or BY_TENSE.get(verb.tense)


def relative_on(scene: Scene, index: int, place: int) -> Clause | None:
    """The relative clause that hangs on the noun."""
    following = scene.clauses[index + 1] if index + 1 < len(scene.clauses) else None
    if following and following.link in ("que", "donde") and following.first - place <= _RELATIVE_REACH:
        return following
    return None
