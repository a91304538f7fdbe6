"""Whether an event has happened, will, may or will not: clause by clause, the gravest sign wins.

denied > cancelled > failed > possible > planned > in progress > held; what is told of the past as known is background.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from talks.reading.clauses import Clause
from talks.reading.event_pace import is_on_the_way
from talks.reading.event_words import load_event_words
from talks.reading.scenes import Scene
from talks.reading.verb_groups import GroupTense, VerbGroup
from talks.types import EventStatus, EventType

GRAVITY: tuple[EventStatus, ...] = (
    "denied", "background", "cancelled", "failed", "possible", "planned", "in_progress", "held", "claimed",
)  # fmt: skip
BY_TENSE: Mapping[GroupTense, EventStatus] = {
    "present": "held", "preterite": "held", "perfect": "held", "imperfect": "held", "participle": "held",
    "progressive": "in_progress", "future": "planned", "conditional": "possible", "hearsay": "possible",
    "subjunctive": "possible", "past_subjunctive": "possible", "pluperfect": "background",
}  # fmt: skip
SPOKEN_OF: frozenset[EventType] = frozenset(("meeting", "call", "visit", "exchange"))
"""Types whose denial is news of the same type; «no propone», «no rechaza» are no events."""
UNREAL = ("subjunctive", "past_subjunctive")
_OFFERING = frozenset(("ofrecer", "proponer", "plantear", "sugerir", "invitar", "pedir", "abogar"))
"""«Ofreció Estambul para celebrar una cumbre»: nobody has planned it yet."""


def gravest(statuses: Iterable[EventStatus]) -> EventStatus | None:
    return min(statuses, key=GRAVITY.index, default=None)


def status_of_verb(scene: Scene, index: int, verb: VerbGroup, kind: EventType) -> EventStatus | None:
    """None where the verb tells no event: «no propone», a bare infinitive."""
    clause = scene.clauses[index]
    base = status_of_infinitive(scene, clause, verb) if verb.tense == "infinitive" else BY_TENSE.get(verb.tense)
    if is_on_the_way(verb, kind):
        base = "in_progress"
    outer = from_outside(scene, index)
    if base is None:
        return "denied" if outer == "denied" and kind in SPOKEN_OF else None
    if verb.is_negated and base != "denied":
        if kind not in SPOKEN_OF:
            return None
        base = "denied"
    if outer and verb.tense in UNREAL:
        base = outer
    signs = [base, *_around_verb(scene, clause, verb)]
    if verb.tense == "future" and any(each.link == "si" for each in scene.clauses[index + 1 : index + 2]):
        signs.append("possible")  # «castigará su petróleo si no para la guerra»
    if outer == "denied":
        signs.append(outer)
    if kind in ("meeting", "call", "agreement") and has_failed(scene, index):
        signs.append("failed")
    return gravest(signs)


def status_of_infinitive(scene: Scene, clause: Clause, verb: VerbGroup) -> EventStatus | None:
    """By what stands before it: «va a», «se niega a», «tras», «para»."""
    again = next((each for each in scene.verbs if each.lemma == "volver" and 0 < verb.place - each.place <= 2), None)
    if again:
        return None if again.is_negated else BY_TENSE.get(again.tense)
    for label, reach, status in _BEFORE_INFINITIVE:
        if any(0 <= verb.place - 1 - hit.last <= reach for hit in scene.cues.get(label, ())):
            is_offer = label == "purpose" and any(each.lemma in _OFFERING for each in scene.verbs_in(clause))
            return "possible" if is_offer else status
    return None


_BEFORE_INFINITIVE: tuple[tuple[str, int, EventStatus], ...] = (
    ("refusing", 2, "denied"),
    ("deciding", 1, "planned"),
    ("agreeing", 1, "planned"),
    ("doubting", 4, "possible"),
    ("possible", 2, "possible"),
    ("finishing", 0, "held"),
    ("purpose", 0, "planned"),
)
"""List of words, how many others may stand between, and what follows."""


def _around_verb(scene: Scene, clause: Clause, verb: VerbGroup) -> Iterable[EventStatus]:
    if is_condition(scene, clause) or scene.is_question:
        yield "possible"
    if clause.link == "cuando" and verb.tense == "subjunctive":
        yield "planned"
    if scene.has_cue("possible", max(clause.first, verb.first - 3), verb.place):
        yield "possible"
    if is_long_ago(scene, clause):
        yield "background"


def is_condition(scene: Scene, clause: Clause) -> bool:
    """«Si se reúnen», and not «preguntó si se reunirán»."""
    return clause.link == "si" and not scene.has_cue("asking", clause.first - 2, clause.first)


def from_outside(scene: Scene, index: int) -> EventStatus | None:
    """«Es falso que se hayan reunido», «espera que se reúnan», «para que se reúnan»: what is before «que»."""
    if index == 0 or scene.clauses[index].link != "que":
        return None
    if scene.tokens[scene.clauses[index].first - 1].lower == "para":
        return "possible"
    if scene.has_cue("untrue", scene.clauses[index - 1].first, scene.clauses[index - 1].last):
        return "denied"
    for outer in scene.verbs_in(scene.clauses[index - 1])[-1:]:
        classes = load_event_words().governors.get(outer.lemma, ())
        if "deny" in classes:
            return "possible" if outer.is_negated else "denied"
        if "plan" in classes:
            return "denied" if outer.is_negated else "planned"
        if "wish" in classes:
            return "possible"
    return None


def is_long_ago(scene: Scene, clause: Clause) -> bool:
    return scene.has_cue("long_ago", clause.first, clause.last)


def has_failed(scene: Scene, index: int) -> bool:
    """In the clause, or in a main one right behind it."""
    clause = scene.clauses[index]
    last = clause.last
    if index + 1 < len(scene.clauses) and scene.clauses[index + 1].link in ("", "y", "pero"):
        last = scene.clauses[index + 1].last
    return scene.has_cue("failed", clause.first, last)
