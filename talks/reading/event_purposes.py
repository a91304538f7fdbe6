"""Phrases of purpose: in «recibe a Witkoff para negociar la paz» what stands behind «para» tells why, and no event."""

from __future__ import annotations

from collections.abc import Iterator

from talks.reading.clauses import Clause
from talks.reading.event_words import load_event_words
from talks.reading.scenes import Scene

_INFINITIVE_ENDINGS = tuple(
    f"{vowel}r{clitic}" for vowel in "aeií" for clitic in ("", "se", "lo", "la", "los", "las", "le", "les", "nos")
)
_UNBOUND = ("infinitive", "participle", "gerund")
_ARTICLES = frozenset(("una", "un", "la", "el", "las", "los", "unas", "unos", "otra", "otro", "nuevas", "nuevos", "su"))

Span = tuple[int, int]


def purposes_in(scene: Scene, clause: Clause) -> Iterator[Span]:
    """The places of the first and the last word of each, up to the end of the clause or to its main verb behind it."""
    for hit in scene.cues.get("purpose", ()):
        is_opened = hit.last + 1 < len(scene.tokens) and _is_infinitive(scene, hit.last + 1)
        if is_opened and clause.first < hit.first <= clause.last:
            behind = (
                verb.first for verb in scene.verbs_in(clause) if verb.first > hit.last and verb.tense not in _UNBOUND
            )
            yield hit.first, next(behind, clause.last + 1) - 1


def purpose_around(scene: Scene, place: int) -> Span | None:
    """The phrase of purpose that holds the word."""
    clause = scene.clauses[scene.clause_at(place)]
    return next((span for span in purposes_in(scene, clause) if span[0] <= place <= span[1]), None)


def purpose_behind(scene: Scene, place: int) -> int | None:
    """The place where the first one behind the word begins, in its clause."""
    clause = scene.clauses[scene.clause_at(place)]
    aims = [_para_before(scene, hit.first) for hit in scene.nouns if clause.first <= hit.first <= clause.last]
    firsts = [*(span[0] for span in purposes_in(scene, clause)), *(aim for aim in aims if aim is not None)]
    return min((first for first in firsts if first > place), default=None)


def is_aim(scene: Scene, place: int) -> bool:
    """«Viaja a Oslo para una reunión»: the noun itself is what the journey is for."""
    return _para_before(scene, place) is not None


def _para_before(scene: Scene, place: int) -> int | None:
    before = place - 1
    while before >= 0 and scene.tokens[before].lower in _ARTICLES:
        before -= 1
    return before if before >= 0 and scene.tokens[before].lower == "para" else None


def is_what_one_travels_for(scene: Scene, place: int) -> bool:
    """«Se dirige a Oslo para una reunión»: it is still to come."""
    clause = scene.clauses[scene.clause_at(place)]
    travels = load_event_words().travels
    return is_aim(scene, place) and any(each.lemma in travels for each in scene.verbs_in(clause) if each.place < place)


def _is_infinitive(scene: Scene, place: int) -> bool:
    return scene.tokens[place].lower.endswith(_INFINITIVE_ENDINGS)
