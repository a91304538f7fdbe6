"""What becomes of an event told by a noun: by the verbs that govern it and the words beside it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from talks.reading.clauses import Clause
from talks.reading.event_frozen import freezes_something_else
from talks.reading.event_governors import TALKED_ABOUT, governing_verbs, is_since, relative_on, statuses_by_governors
from talks.reading.event_purposes import is_what_one_travels_for
from talks.reading.event_status import (
    GRAVITY,
    gravest,
    has_failed,
    is_condition,
    is_long_ago,
)
from talks.reading.event_words import load_event_words
from talks.reading.scenes import Scene
from talks.types import EventStatus, EventType

_ADVERBIAL = frozenset(("por", "telefonicamente"))
"""«Hablan por teléfono»: the verb tells what becomes of the call."""
_FAR_OFF: frozenset[EventType] = frozenset(("ceasefire", "agreement"))
_NOT_YET = frozenset(("announce", "plan", "wish", "cancel", "deny"))
_CALLED_OFF_REACH = 4
_DENIED_REACH = 4
"""Words from «desmiente» to the end of «la preparación de»."""
_FAR_REACH = 6
"""Words in which «lejos de» stands before the noun."""
_OPENING_REACH = 4
"""Words of «Cancelación de la próxima cumbre»."""
_LENGTH_REACH = 5
_BEFORE_HEAD = 2
"""Words before the noun of a title: «Un nuevo canje»."""


def status_of_noun(scene: Scene, index: int, place: int, last: int, kind: EventType) -> EventStatus | None:
    """`place`, `last`: the noun. None where nothing in the clause says what becomes of it."""
    if kind == "rejection":
        return "held"
    if kind == "agreement" and scene.tokens[max(0, place - 1)].lower == "sin":
        return "failed"
    if kind == "agreement" and place < last and scene.has_cue("inside", place - 3, place - 1):
        return "held"  # «respaldaron en una declaración conjunta»
    if kind in TALKED_ABOUT and scene.has_cue("called_off", place - _CALLED_OFF_REACH, place - 1):
        return "cancelled" if _is_made_known(scene, index, place) else "background"
    return _status_in_clause(scene, index, place, last, kind)


def _status_in_clause(scene: Scene, index: int, place: int, last: int, kind: EventType) -> EventStatus | None:
    clause = scene.clauses[index]
    before = _stands_after(scene, clause, place)
    if before is not None:
        before = "denied" if before == "planned" and _is_denied(scene, index, place) else before
        return before if kind in TALKED_ABOUT else None
    if _says_nothing(scene, place, kind):
        return None
    if kind in TALKED_ABOUT and is_what_one_travels_for(scene, place):
        return "planned"
    is_inside = kind in TALKED_ABOUT and scene.has_cue("inside", place - 3, place - 1)
    signs = [sign for sign in statuses_by_governors(scene, index, place, kind) if not (is_inside and sign == "denied")]
    if signs or kind in TALKED_ABOUT:
        signs += _beside_noun(scene, clause, place, last, is_over="held" in signs)
    if not signs and is_inside:
        is_wish = _is_wished(scene, clause, place)
        signs.append("possible" if is_wish else "planned" if _looks_ahead(scene, clause) else "held")
    if (signs or kind == "meeting") and kind in ("meeting", "call", "agreement") and has_failed(scene, index):
        signs.append("failed")
    if not signs and _is_headline_of_its_own(scene, clause, place, kind):
        signs.append("held")
    if kind in ("meeting", "call", "visit") and _is_cancelled(scene, clause):
        signs.append("cancelled")
    if scene.is_question and signs:
        signs.append("possible")
    return gravest(signs)


def _is_denied(scene: Scene, index: int, place: int) -> bool:
    """«Desmiente la preparación de una cumbre»; who «rechaza una tregua antes de la cumbre» says nothing of it."""
    governors = load_event_words().governors
    verbs = [verb for verb in governing_verbs(scene, index, place) if verb.place < place]
    return any(
        "deny" in governors.get(verb.lemma, ())
        and not verb.is_negated
        and not any(verb.place < hit.first < place for hit in scene.nouns)
        and scene.has_cue("planned_before", verb.place, verb.place + _DENIED_REACH)
        for verb in verbs[-1:]
    )


def _is_cancelled(scene: Scene, clause: Clause) -> bool:
    hits = [hit for hit in scene.cues.get("cancelled", ()) if clause.first <= hit.first and hit.last <= clause.last]
    return any(not (freezes_something_else(scene, hit.first) or is_since(scene, hit.last)) for hit in hits)


def _says_nothing(scene: Scene, place: int, kind: EventType) -> bool:
    """«Lejos de la tregua», «lo acordado en la ronda», «hablan por teléfono»: the verb tells, or nothing does."""
    if scene.tokens[place].folded in _ADVERBIAL:
        return True
    cue = "far" if kind in _FAR_OFF else "basis" if kind == "meeting" else ""
    return bool(cue) and scene.has_cue(cue, place - _FAR_REACH, place - 1)


def _is_headline_of_its_own(scene: Scene, clause: Clause, place: int, kind: EventType) -> bool:
    """«Canje de 300 prisioneros», «Cuatro horas de reunión»: a title without verb that tells what has happened."""
    if not scene.is_title or scene.verbs_in(clause):
        return False
    if kind == "exchange":
        return place - clause.first <= _BEFORE_HEAD
    return kind in TALKED_ABOUT and scene.has_cue("lengths", place - _LENGTH_REACH, place - 1)


def noun_scope(scene: Scene, index: int, place: int) -> tuple[int, int] | None:
    """What stands around «tras la reunión» or before «la reunión que mantuvieron» is about something else."""
    clause = scene.clauses[index]
    if _stands_after(scene, clause, place) is not None and not _is_denied(scene, index, place):
        return place, _before_lo_que(scene, place, clause.last)
    following = relative_on(scene, index, place)
    if following and not scene.verbs_in(clause):
        return place, following.last
    return None


def _before_lo_que(scene: Scene, place: int, last: int) -> int:
    """«Una noche antes de la ronda de Ankara, lo que liquida la tregua»: the rest is about the whole sentence."""
    lower = [token.lower for token in scene.tokens[place : last + 1]]
    cuts = (place + i - 1 for i, pair in enumerate(pairwise(lower)) if i and pair == ("lo", "que"))
    return next(cuts, last)


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
