"""Days that stand beside an event and are not its own: since when, until when, and the day of what it is for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from talks.reading.event_purposes import purpose_around
from talks.reading.event_triggers import Trigger
from talks.reading.scenes import Scene, within
from talks.types import DateMention

_BEGUN = ("iniciad", "comenzad", "desatad", "empezad", "emprendid", "lanzad")
_BEGINNING_REACH = 2
_MEETING = frozenset(("reunir", "entrevistar", "ver", "encontrar", "recibir", "visitar", "viajar"))
"""«Para verse el jueves»: the day is that of the other meeting; «para hablar el jueves» tells of the same."""


def place_of(scene: Scene, date: DateMention) -> int:
    return bisect_left(scene.tokens, date.start, key=lambda token: token.start)


def is_of_beginning(scene: Scene, date: DateMention, trigger: Trigger) -> bool:
    """«Desde que estalló la guerra en 2022», «el conflicto iniciado en 2022»: since when, and not when.

    What itself is told there has its day there: «desde que se reunieron el lunes».
    """
    at = place_of(scene, date)
    index = scene.clause_at(at)
    clause = scene.clauses[index]
    if clause.link == "que" and clause.first > 0 and scene.tokens[clause.first - 1].lower == "desde":
        return index != trigger.clause
    before = [token.folded for token in scene.tokens[max(0, at - _BEGINNING_REACH) : at]]
    return bool(before) and before[-1] == "en" and any(word.startswith(_BEGUN) for word in before)


def is_term(scene: Scene, date: DateMention) -> bool:
    """«Buscan un acuerdo antes de Navidad», «suspende la ronda hasta enero»: nobody meets on that day."""
    at = place_of(scene, date)
    before = [token.lower for token in scene.tokens[max(0, at - 2) : at]]
    return before[-1:] in (["antes"], ["hasta"]) or before in (["antes", "de"], ["antes", "del"], ["hasta", "el"])


def meets_before_a_day_to_come(scene: Scene, trigger: Trigger, dates: Sequence[DateMention], today: str) -> bool:
    """«Se reúnen antes del jueves»: planned, on no day in particular."""
    verb, clause = trigger.verb, scene.clauses[trigger.clause]
    if verb is None or verb.tense != "present" or trigger.scope:
        return False
    behind = within(dates, scene.tokens[trigger.place].end, scene.tokens[clause.last].end)
    terms = [date for date in behind if is_term(scene, date) and date.value[:10] > today]
    return any(not _is_of_other_noun(scene, trigger.place, place_of(scene, date)) for date in terms)


def is_of_purpose(scene: Scene, date: DateMention, trigger: Trigger, today: str) -> bool:
    """«Se reúnen para preparar la cumbre del jueves»; a journey is made for the day of the meeting."""
    at = place_of(scene, date)
    purpose = purpose_around(scene, at) if at < len(scene.tokens) else None
    if purpose is None or trigger.place >= purpose[0] or trigger.type == "visit":
        return False
    return not _is_of_whole_clause(scene, date, purpose[0], at) or (_is_over(trigger) and date.value[:10] > today)


def _is_over(trigger: Trigger) -> bool:
    return trigger.verb is not None and trigger.verb.tense in ("preterite", "perfect", "imperfect")


def _is_of_whole_clause(scene: Scene, date: DateMention, first: int, at: int) -> bool:
    """«Se reunieron para hablar de paz el domingo»: no meeting in the purpose, and the day hangs on no noun."""
    is_attribute = {scene.tokens[at].lower, scene.tokens[at - 1].lower} & {"de", "del", "antes", "hasta", "para"}
    verbs = [verb for verb in scene.verbs if first < verb.place < at and verb.lemma in _MEETING]
    return not (is_attribute or verbs or is_term(scene, date) or _is_of_other_noun(scene, first, at))


def _is_of_other_noun(scene: Scene, first: int, at: int) -> bool:
    """An event told by a noun stands between the two places, or the day lies in a purpose behind the first."""
    if any(first < hit.first < at for hit in scene.nouns):
        return True
    purpose = purpose_around(scene, at)
    return purpose is not None and purpose[0] > first
