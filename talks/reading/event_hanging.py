"""Verbs and nouns of talking that hang on something else and tell no event of their own."""

from __future__ import annotations

from itertools import pairwise

from talks.reading.clauses import Clause
from talks.reading.event_words import load_event_words
from talks.reading.scenes import Scene
from talks.reading.verb_groups import VerbGroup
from talks.reading.word_lists import Hit
from talks.types import EventType

_MEANWHILE = frozenset(("que", "mientras", "cuando"))
_TEXTS = frozenset(("proposal", "agreement"))
_TEXT_REACH = 4
_WITH_REACH = 8
_OPENING_REACH = 3
_DETERMINERS = frozenset(("el", "la", "los", "las", "un", "una", "este", "esta", "ese", "esa", "su", "nuevo", "nueva"))
_CLITICS = frozenset(("lo", "la", "los", "las"))
_WRITTEN = frozenset(
    (
        "plan",
        "borrador",
        "texto",
        "documento",
        "propuesta",
        "proyecto",
        "acuerdo",
        "memorando",
        "iniciativa",
        "contrapropuesta",
    )
)
_VENUES = frozenset(("lugar", "sede", "escenario", "anfitrión", "anfitriona"))
_HABITS = frozenset(("negociar", "dialogar", "conversar", "hablar", "debatir", "discutir"))
"""«La delegación que negocia con Rusia»: what it is for, and no meeting."""


def hangs_on_something_else(scene: Scene, verb: VerbGroup, kind: EventType) -> bool:
    """A habit, how a text came about, what was proposed before, a promise of one alone."""
    if kind == "appointment":
        return not _VENUES.isdisjoint(_behind(scene, verb, _WITH_REACH))  # «nombró a Omán como un lugar adecuado»
    if verb.lemma in _HABITS:
        return _is_habit(scene, verb) or _makes_a_text(scene, verb) or _is_a_debate(scene, verb)
    if verb.lemma == "comprometer":
        return not is_plural_verb(scene, verb) and not _is_with_somebody(scene, verb)
    if kind == "rejection":
        return _is_in_a_text(scene, verb)
    return kind == "proposal" and _was_proposed(scene, verb)


def _behind(scene: Scene, verb: VerbGroup, reach: int) -> set[str]:
    return {token.lower for token in scene.tokens[verb.place + 1 : verb.place + 1 + reach]}


def _is_with_somebody(scene: Scene, verb: VerbGroup) -> bool:
    return "con" in _behind(scene, verb, _WITH_REACH)


def is_plural_verb(scene: Scene, verb: VerbGroup) -> bool:
    return scene.tokens[verb.place].lower.endswith(("n", "mos")) or scene.tokens[verb.first].lower == "han"


def _is_habit(scene: Scene, verb: VerbGroup) -> bool:
    """«La delegación que negocia con Rusia», «mientras Washington negocia con Moscú»."""
    clause = scene.clauses[scene.clause_at(verb.place)]
    return verb.tense == "present" and clause.link in _MEANWHILE and not _is_placed(scene, clause)


def _is_placed(scene: Scene, clause: Clause) -> bool:
    """«mientras Rusia y EE. UU. negocian en Riad» tells of a meeting."""
    words = scene.tokens[clause.first : clause.last + 1]
    return any(first.folded == "en" and second.is_capital for first, second in pairwise(words))


def _makes_a_text(scene: Scene, verb: VerbGroup) -> bool:
    """«El borrador que negoció con Moscú»: how a text came about is no meeting of who gets it."""
    clause = scene.clauses[scene.clause_at(verb.place)]
    texts = [hit.last for hit in scene.nouns if hit.label in _TEXTS]
    return (
        clause.link == "que"
        and not _is_placed(scene, clause)
        and any(0 < clause.first - last <= _TEXT_REACH for last in texts)
    )


def _is_a_debate(scene: Scene, verb: VerbGroup) -> bool:
    """«Genera debate»."""
    before = verb.place - 1
    return scene.tokens[verb.place].lower == "debate" and any(each.place == before for each in scene.verbs)


def _is_in_a_text(scene: Scene, verb: VerbGroup) -> bool:
    """«El plan veta a Kiev en la OTAN»: what a text excludes, nobody has refused."""
    clause = scene.clauses[scene.clause_at(verb.place)]
    opening = [token.folded for token in scene.tokens[clause.first : min(verb.first, clause.first + _OPENING_REACH)]]
    is_object = scene.tokens[max(0, verb.place - 1)].lower in _CLITICS
    return not is_object and next((word for word in opening if word not in _DETERMINERS), "") in _WRITTEN


def _was_proposed(scene: Scene, verb: VerbGroup) -> bool:
    """«La tregua que pidió Merz», «el plan que había propuesto Trump»: known, and something else is told of it."""
    clause = scene.clauses[scene.clause_at(verb.place)]
    is_past = verb.tense in ("preterite", "perfect", "pluperfect")
    return is_past and clause.link == "que" and any(hit.last == clause.first - 1 for hit in scene.nouns)


def has_end(scene: Scene, hit: Hit) -> bool:
    """«Terminan sin acuerdo»; who «se levantaron sin acuerdo» agreed on nothing on that day."""
    clause = scene.clauses[scene.clause_at(hit.first)]
    governors = load_event_words().governors
    return any({"end", "fail"} & set(governors.get(verb.lemma, ())) for verb in scene.verbs_in(clause))
