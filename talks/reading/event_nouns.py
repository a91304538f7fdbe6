"""What becomes of an event told by a noun: by the verbs that govern it and the words beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from talks.reading.clauses import Clause
from talks.reading.event_frozen import freezes_something_else
from talks.reading.event_pace import is_habit, is_lasting, is_late
from talks.reading.event_purposes import is_what_one_travels_for, purpose_around
from talks.reading.event_status import (
    BY_TENSE,
    GRAVITY,
    SPOKEN_OF,
    UNREAL,
    from_outside,
    gravest,
    has_failed,
    is_condition,
    is_long_ago,
    status_of_infinitive,
)
from talks.reading.event_words import load_event_words
from talks.reading.scenes import Scene
from talks.reading.verb_groups import GroupTense, VerbGroup
from talks.types import EventStatus, EventType

_BEGINNING: Mapping[GroupTense, EventStatus] = {
    "present": "in_progress", "preterite": "in_progress", "perfect": "in_progress", "progressive": "in_progress",
    "imperfect": "in_progress", "participle": "in_progress",
}  # fmt: skip
_TALKED_ABOUT: frozenset[EventType] = frozenset(("meeting", "call", "visit", "exchange"))
"""«Una posible cumbre» is news; «un posible acuerdo» is not."""
_UNREFUSED: Mapping[EventType, tuple[EventStatus, ...]] = {
    "sanctions": ("held", "planned", "possible"),
    "ceasefire": ("held", "planned", "possible"),
}
"""«Listo para imponer sanciones» is news; «para llegar a un acuerdo» is not."""
_ADVERBIAL = frozenset(("por", "telefonicamente"))
"""«Hablan por teléfono»: the verb tells what becomes of the call."""
_BARE_REACH = 4
"""«La reunión celebrada en»: a participle without auxiliary stands right behind its noun."""
_GOVERNOR_REACH = 14
_RELATIVE_REACH = 8
_FAR_OFF: frozenset[EventType] = frozenset(("ceasefire", "agreement"))
_NOT_YET = frozenset(("announce", "plan", "wish", "cancel", "deny"))
_OWN_REACH = 3
_CALLED_OFF_REACH = 4
_FAR_REACH = 6
"""Words in which «lejos de» stands before the noun."""
_OPENING_REACH = 4
"""Words of «Cancelación de la próxima cumbre»."""
_BEFORE_HEAD = 2
"""Words before the noun of a title: «Un nuevo canje»."""


def status_of_noun(scene: Scene, index: int, place: int, last: int, kind: EventType) -> EventStatus | None:
    """`place`, `last`: the noun. None where nothing in the clause says what becomes of it."""
    if kind == "rejection":
        return "held"
    if kind == "agreement" and scene.tokens[max(0, place - 1)].lower == "sin":
        return "failed"
    if kind in _TALKED_ABOUT and scene.has_cue("called_off", place - _CALLED_OFF_REACH, place - 1):
        return "cancelled" if _is_made_known(scene, index, place) else "background"
    return _status_in_clause(scene, index, place, last, kind)


def _status_in_clause(scene: Scene, index: int, place: int, last: int, kind: EventType) -> EventStatus | None:
    clause = scene.clauses[index]
    before = _stands_after(scene, clause, place)
    if before is not None:
        before = "denied" if before == "planned" and _is_denied(scene, index, place) else before
        return before if kind in _TALKED_ABOUT else None
    if _says_nothing(scene, place, kind):
        return None
    if kind in _TALKED_ABOUT and is_what_one_travels_for(scene, place):
        return "planned"
    is_inside = kind in _TALKED_ABOUT and scene.has_cue("inside", place - 3, place - 1)
    signs = [sign for sign in _governed(scene, index, place, kind) if not (is_inside and sign == "denied")]
    if signs or kind in _TALKED_ABOUT:
        signs += _beside_noun(scene, clause, place, last, is_over="held" in signs)
    if not signs and is_inside:
        is_wish = _is_wished(scene, clause, place)
        signs.append("possible" if is_wish else "planned" if _looks_ahead(scene, clause) else "held")
    if (signs or kind == "meeting") and kind in ("meeting", "call", "agreement") and has_failed(scene, index):
        signs.append("failed")
    if not signs and kind == "exchange" and _is_headline_of_its_own(scene, clause, place):
        signs.append("held")
    if kind in ("meeting", "call", "visit") and _is_cancelled(scene, clause):
        signs.append("cancelled")
    if scene.is_question and signs:
        signs.append("possible")
    return gravest(signs)


def _is_denied(scene: Scene, index: int, place: int) -> bool:
    """«Desmiente la preparación de una cumbre»."""
    governors = load_event_words().governors
    verbs = [verb for verb in _governing(scene, index, place) if verb.place < place]
    return any("deny" in governors.get(verb.lemma, ()) and not verb.is_negated for verb in verbs[-1:])


def _is_cancelled(scene: Scene, clause: Clause) -> bool:
    hits = [hit for hit in scene.cues.get("cancelled", ()) if clause.first <= hit.first and hit.last <= clause.last]
    return any(not freezes_something_else(scene, hit.first) for hit in hits)


def _says_nothing(scene: Scene, place: int, kind: EventType) -> bool:
    """«Lejos de la tregua», «lo acordado en la ronda», «hablan por teléfono»: the verb tells, or nothing does."""
    if scene.tokens[place].folded in _ADVERBIAL:
        return True
    cue = "far" if kind in _FAR_OFF else "basis" if kind == "meeting" else ""
    return bool(cue) and scene.has_cue(cue, place - _FAR_REACH, place - 1)


def _is_headline_of_its_own(scene: Scene, clause: Clause, place: int) -> bool:
    """«Canje de 300 prisioneros en Abu Dabi»: a title without verb that begins with what has happened."""
    return scene.is_title and place - clause.first <= _BEFORE_HEAD and not scene.verbs_in(clause)


def noun_scope(scene: Scene, index: int, place: int) -> tuple[int, int] | None:
    """What stands around «tras la reunión» or before «la reunión que mantuvieron» is about something else."""
    clause = scene.clauses[index]
    if _stands_after(scene, clause, place) is not None and not _is_denied(scene, index, place):
        return place, clause.last
    following = _relative(scene, index, place)
    if following and not scene.verbs_in(clause):
        return place, following.last
    return None


def _relative(scene: Scene, index: int, place: int) -> Clause | None:
    """The relative clause that hangs on the noun."""
    following = scene.clauses[index + 1] if index + 1 < len(scene.clauses) else None
    if following and following.link in ("que", "donde") and following.first - place <= _RELATIVE_REACH:
        return following
    return None


def _is_wished(scene: Scene, clause: Clause, place: int) -> bool:
    """«Propone ceder y negociar en una cumbre»."""
    verbs = [verb for verb in scene.verbs_in(clause) if verb.place < place and verb.tense != "infinitive"]
    return any("wish" in load_event_words().governors.get(verb.lemma, ()) for verb in verbs[-1:])


def _looks_ahead(scene: Scene, clause: Clause) -> bool:
    """Any future will do, also of a verb that no list has: nothing else ends so in lower case."""
    words = scene.tokens[clause.first : clause.last + 1]
    return any(word.lower.endswith(("rá", "rán")) and not word.is_capital for word in words)


def _stands_after(scene: Scene, clause: Clause, place: int) -> EventStatus | None:
    """«Tras la reunión», «antes de la cumbre»: what the rest of the clause says is about something else."""
    first = max(clause.first - 2, place - 6, 0)
    free = max([verb.place + 1 for verb in scene.verbs if verb.place < place and verb.tense != "infinitive"], default=0)
    if scene.has_cue("held_before", max(first, free), place - 1):
        return _by_announcement(scene, max(first, free), place) or "held"
    if scene.has_cue("planned_before", max(first, free), place - 1):
        return "possible" if _is_wished(scene, clause, place) else "planned"
    return None


def _is_made_known(scene: Scene, index: int, place: int) -> bool:
    """«Anuncia la cancelación de la cumbre»; what it shows, means or threatens is an argument about it."""
    clause, governors = scene.clauses[index], load_event_words().governors
    verbs = scene.verbs_in(clause)
    argues = any(following.link == "que" for following in scene.clauses[index + 1 : index + 2])
    opens = not verbs and not argues and place - clause.first <= _OPENING_REACH
    return opens or any({"announce", "cancel"} & set(governors.get(verb.lemma, ())) for verb in verbs)


def _by_announcement(scene: Scene, first: int, place: int) -> EventStatus | None:
    """«Tras anunciar un próximo encuentro»: what was done is to announce."""
    governors, accepted = load_event_words().governors, load_event_words().accepts["meeting"]
    said = [verb for verb in scene.verbs if first <= verb.place < place and verb.tense == "infinitive"]
    labels = [label for verb in said[-1:] for label in governors.get(verb.lemma, ())]
    statuses = [accepted[label] for label in labels if label in _NOT_YET and label in accepted]
    return next((status for status in GRAVITY if status in statuses), None)


def _governed(scene: Scene, index: int, place: int, kind: EventType) -> Iterable[EventStatus]:
    """What the verbs of the clause, and a relative right behind the noun, say of it."""
    words = load_event_words()
    accepted = words.accepts.get(kind, {})
    outer = from_outside(scene, index)
    for verb in _governing(scene, index, place):
        for label in words.governors.get(verb.lemma, ()):
            is_unconfirmed = verb.is_negated and verb.lemma == "confirmar"
            status = "possible" if is_unconfirmed else _by_governor(scene, accepted.get(label), verb, kind, place)
            if status is not None:
                is_outer = outer == "denied" or (outer and verb.tense in UNREAL)
                yield outer if outer and is_outer else status
    if outer == "denied" and "deny" in accepted:
        yield outer


def _governing(scene: Scene, index: int, place: int) -> Iterable[VerbGroup]:
    """The verbs of the clause near the noun; an infinitive right before it has it for itself."""
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
    following = _relative(scene, index, place)
    if following:
        yield from scene.verbs_in(following)[:1]


def _makes_public(scene: Scene, verb: VerbGroup) -> bool:
    """«La visita la hizo pública Ushakov»: said, not made."""
    after = scene.tokens[verb.place + 1 : verb.place + 2]
    return verb.lemma == "hacer" and bool(after) and after[0].folded.startswith("public")


def _by_governor(scene: Scene, effect: str | None, verb: VerbGroup, kind: EventType, place: int) -> EventStatus | None:
    if effect is None or (verb.is_bare and (kind not in _TALKED_ABOUT or not 0 < verb.place - place <= _BARE_REACH)):
        return None
    if verb.tense == "infinitive" and effect in ("tense", "start", "in_progress", "held"):
        status = status_of_infinitive(scene, scene.clauses[scene.clause_at(verb.place)], verb)
        return status if kind in _TALKED_ABOUT or status in _UNREFUSED.get(kind, ("held",)) else None
    if effect in ("tense", "start"):
        return _by_tense(scene, effect, verb, kind, place)
    if effect == "denied":
        return "possible" if verb.is_negated else "denied"
    if effect == "planned" and verb.is_negated:
        return "possible" if scene.has_cue("undated", verb.first - 1, verb.place + 3) else "denied"
    if effect == "cancelled" and (verb.is_negated or freezes_something_else(scene, verb.place)):
        return None
    return next((status for status in GRAVITY if status == effect), None)


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


def _beside_noun(scene: Scene, clause: Clause, place: int, last: int, *, is_over: bool) -> Iterable[EventStatus]:
    """What is over may have been held without a date for the next."""
    near = max(clause.first, place - 3), min(clause.last, last + 2)
    if scene.has_cue("possible", max(clause.first, place - 3), last + 1) or is_condition(scene, clause):
        yield "possible"
    if scene.has_cue("planned", max(clause.first, place - 4), min(clause.last, last + 4)):
        yield "planned"
    if scene.has_cue("celebrated", place, min(clause.last, last + 6)):
        yield "held"
    if scene.has_cue("background", *near) or is_long_ago(scene, clause):
        yield "background"
    if scene.has_cue("denied", clause.first, clause.last):
        yield "denied"
    if not is_over and scene.has_cue("undated", clause.first, clause.last):
        yield "possible"
