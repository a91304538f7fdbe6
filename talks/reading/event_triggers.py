"""The words of a sentence that tell an event, with its type and its status."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from talks.reading.event_agreements import (
    accepts_a_departure,
    accepts_to_work,
    agrees_to_meet,
    meeting_agreed_on,
    meeting_that_is_agreed,
)
from talks.reading.event_hanging import hangs_on_something_else, has_end, is_plural_verb
from talks.reading.event_journeys import is_journey
from talks.reading.event_nouns import noun_scope, status_of_noun
from talks.reading.event_purposes import is_aim, purpose_around, purpose_behind
from talks.reading.event_status import BY_TENSE, gravest, status_of_verb
from talks.reading.event_words import load_event_words
from talks.reading.scenes import Scene
from talks.reading.verb_groups import VerbGroup
from talks.reading.word_lists import Hit, Token, find_hits
from talks.types import EventStatus, EventType

TALKING = frozenset(("hablar", "conversar", "dialogar", "charlar", "departir"))
_BEING = frozenset(("sido", "fue", "fueron", "es", "son", "será", "serán", "era"))
_ERRAND_REACH = 4
_NEED_REACH = 10
_TELEPHONE_REACH = 25
_PRESS_REACH = 5
_WATCHING_REACH = 3
_EVE_REACH = 5
_FORMAL = frozenset(("cumbre", "cumbres", "minicumbre", "ronda", "rondas", "negociaciones"))
_WITH_REACH = 8
_ASKING: frozenset[EventType] = frozenset(("proposal", "rejection", "agreement"))
_MUTUAL: frozenset[EventType] = frozenset(("meeting", "call", "visit", "exchange"))
_OFFICES = ("cargo", "puesto", "cartera", "escaño")
_ARRANGING = frozenset(("acordar", "pactar", "convenir"))
_BY_NOBODY = frozenset(("se", "está", "están", "estaba", "estaban", "sido"))
"""Before a participle: nobody is said to agree."""
_UNREAL = ("subjunctive", "past_subjunctive")
_COMPLETE: frozenset[EventStatus] = frozenset(("held", "background"))


class Trigger(NamedTuple):
    """`status` is None for an event that is only named: something else in the text may tell what became of it."""

    type: EventType
    status: EventStatus | None
    clause: int
    place: int
    last: int
    verb: VerbGroup | None = None
    scope: tuple[int, int] | None = None
    """Places between which its parties, place and date stand, where that is not the whole clause."""


def find_triggers(scene: Scene) -> tuple[Trigger, ...]:
    """At most one for each type and clause, and one on whose eve it is, in order."""
    found = [*_from_nouns(scene), *_from_verbs(scene)]
    merged: dict[tuple[int, EventType, bool], Trigger] = {}
    for trigger in sorted(found, key=lambda each: (each.clause, each.place)):
        key = trigger.clause, trigger.type, _is_other(scene, trigger)
        if not _tells_why(scene, trigger, merged.get(key)):
            merged[key] = _merged(merged[key], trigger) if key in merged else trigger
    return tuple(_without_echoes(list(merged.values())))


def _is_other(scene: Scene, trigger: Trigger) -> bool:
    """«Recibe a Witkoff en vísperas de la ronda»: the round is another event than the one of the verb."""
    return trigger.scope is not None and scene.has_cue("eve", trigger.place - _EVE_REACH, trigger.place - 1)


def _tells_why(scene: Scene, trigger: Trigger, before: Trigger | None) -> bool:
    """«Se reunió con Zelenski para negociar»: what it is for changes nothing of what has happened."""
    purpose = purpose_around(scene, trigger.place)
    if purpose is None:
        return trigger.verb is None and is_aim(scene, trigger.place) and _is_told(before)
    return trigger.status is None or (_is_told(before) and before is not None and before.place < purpose[0])


def _is_told(before: Trigger | None) -> bool:
    return before is not None and before.status is not None


def _merged(a: Trigger, b: Trigger) -> Trigger:
    status = gravest(status for status in (a.status, b.status) if status)
    return a._replace(status=status, verb=a.verb or b.verb, scope=a.scope if a.scope == b.scope else None)


def _without_echoes(triggers: list[Trigger]) -> Iterator[Trigger]:
    """A denied meeting is no rejection besides, a call no meeting besides."""
    by_clause: dict[int, set[EventType]] = {}
    for trigger in triggers:
        by_clause.setdefault(trigger.clause, set()).add(trigger.type)
    denied = {each.clause for each in triggers if each.status == "denied" and each.type in _MUTUAL}
    for trigger in triggers:
        types = by_clause[trigger.clause]
        is_echo = (trigger.type == "meeting" and "call" in types) or (
            trigger.type == "rejection" and not {trigger.clause, trigger.clause + 1}.isdisjoint(denied)
        )
        if not is_echo:
            yield trigger


def _from_nouns(scene: Scene) -> Iterator[Trigger]:
    for hit in scene.nouns:
        kind: EventType = hit.label  # type: ignore[assignment]
        index = scene.clause_at(hit.first)
        if _is_noun(scene, hit):
            status = status_of_noun(scene, index, hit.first, hit.last, kind)
            yield Trigger(kind, status, index, hit.first, hit.last, scope=_scope_of_noun(scene, index, hit))


def _scope_of_noun(scene: Scene, index: int, hit: Hit) -> tuple[int, int] | None:
    """«Dice no a la tregua que pidió Merz»: who refuses stands before it."""
    return None if hit.label == "rejection" else noun_scope(scene, index, hit.first)


def _is_noun(scene: Scene, hit: Hit) -> bool:
    """«Zelenski visita Berlín» is the verb, found as such; «enviada para las conversaciones» is an office."""
    if hit.label == "agreement" and scene.tokens[max(0, hit.first - 1)].lower == "sin":
        return has_end(scene, hit) and all(other.label not in _MUTUAL for other in scene.nouns)
    if hit.label == "agreement" and _is_matter(scene, hit):
        return False
    is_idiom = any(idiom.first <= hit.first <= idiom.last for idiom in scene.cues.get("idiom", ()))
    if is_idiom or scene.has_cue("errand", hit.first - _ERRAND_REACH, hit.first - 1):
        return False
    if hit.label in _MUTUAL and _is_with_press(scene, hit):
        return False
    return hit.first != hit.last or all(verb.place != hit.first for verb in scene.verbs)


def _is_matter(scene: Scene, hit: Hit) -> bool:
    """«Un referéndum sobre el acuerdo de paz»."""
    return any(token.lower == "sobre" for token in scene.tokens[max(0, hit.first - 2) : hit.first])


def _is_with_press(scene: Scene, hit: Hit) -> bool:
    """«Un encuentro con la prensa»; «con los medios presentes» it only looks on, and a summit is never with it."""
    if scene.tokens[hit.first].folded in _FORMAL:
        return False
    near = hit.last + 1, hit.last + _PRESS_REACH
    cues = [cue for cue in scene.cues.get("press", ()) if near[0] <= cue.first and cue.last <= near[1]]
    return any(not _looks_on(scene.tokens[cue.last + 1 : cue.last + 1 + _WATCHING_REACH]) for cue in cues)


def _looks_on(behind: Sequence[Token]) -> bool:
    return any(token.folded in ("presente", "presentes") for token in behind)


def _from_verbs(scene: Scene) -> Iterator[Trigger]:
    words = load_event_words()
    for verb in scene.verbs:
        for kind in words.types.get(verb.lemma, ()):
            yield from _from_verb(scene, verb, kind)


def _from_verb(scene: Scene, verb: VerbGroup, kind: EventType | Literal["concession"]) -> Iterator[Trigger]:
    index = scene.clause_at(verb.place)
    if not _has_needs(scene, verb, kind):
        return
    if kind == "concession":
        if verb.is_negated:
            yield from _refusal(scene, verb, index)
        return
    kind = _type_of(scene, verb, kind)
    if not _is_telling(scene, verb, kind):
        return
    if kind == "agreement" and verb.is_negated:
        yield from _refusal(scene, verb, index)
        return
    status = status_of_verb(scene, index, verb, kind)
    if kind == "agreement" and (agrees_to_meet(scene, index, verb) or accepts_to_work(scene, verb)):
        return
    met = (
        (meeting_agreed_on(scene, verb) or meeting_that_is_agreed(scene, index, verb)) if kind == "agreement" else None
    )
    if met and status:
        yield Trigger(met.label, "planned" if status == "held" else status, index, met.first, met.last, verb)  # type: ignore[arg-type]
        return
    if status is None or (kind in _ASKING and not _is_settled(verb, status)):
        return
    if status == "possible" and verb.tense in _UNREAL and kind not in _MUTUAL:
        return
    yield Trigger(kind, status, index, verb.place, verb.place, verb)


def _is_settled(verb: VerbGroup, status: EventStatus) -> bool:
    """A proposal is news once it is made or announced; a rumour of one too («habría aceptado»)."""
    if verb.tense == "infinitive":
        return status in _COMPLETE
    return status in _COMPLETE or status == "planned" or verb.tense == "hearsay"


def _refusal(scene: Scene, verb: VerbGroup, index: int) -> Iterator[Trigger]:
    """«No acepta la propuesta»: said now, whatever the tense; a date that «no se ha acordado» nobody refuses."""
    is_open = verb.lemma in _ARRANGING and any(
        token.lower in _BY_NOBODY for token in scene.tokens[verb.first : verb.place]
    )
    if not is_open and BY_TENSE.get(verb.tense) in ("held", "planned") and scene.clauses[index].link != "si":
        yield Trigger("rejection", "held", index, verb.place, verb.place, verb)


def _type_of(scene: Scene, verb: VerbGroup, kind: EventType) -> EventType:
    """To talk is a call when there is a telephone near, else a meeting."""
    if verb.lemma == "renunciar":
        following = {token.lower for token in scene.tokens[verb.place + 1 : verb.place + 1 + _WITH_REACH]}
        is_of_office = following.isdisjoint(("a", "al")) or not following.isdisjoint(_OFFICES)
        return "appointment" if is_of_office else kind
    if accepts_a_departure(scene, verb):
        return "appointment"
    if verb.lemma not in TALKING:
        return kind
    if any(_is_near(hit, verb.place) for hit in scene.nouns if hit.label == "call"):
        return "call"
    is_lasting = verb.lemma == "hablar" and scene.has_cue("lasting", verb.place, verb.place + _TELEPHONE_REACH)
    return "call" if is_lasting else "meeting"


def _is_near(hit: Hit, place: int) -> bool:
    return abs(hit.first - place) <= _TELEPHONE_REACH


def _has_needs(scene: Scene, verb: VerbGroup, kind: str) -> bool:
    """Some verbs need a word near them, whatever they tell or for one type only."""
    known = load_event_words().needs
    needs = known.get(f"{kind} {verb.lemma}") or known.get(verb.lemma)
    if needs is None:
        return True
    first, last = max(0, verb.first - 2), verb.place + _NEED_REACH
    return bool(find_hits(scene.tokens[first : last + 1], needs))


def _is_telling(scene: Scene, verb: VerbGroup, kind: EventType) -> bool:
    """«Putin habló de la economía» and «recibió una carta» are no meetings."""
    following = [token.lower for token in scene.tokens[verb.place + 1 : verb.place + 1 + _WITH_REACH]]
    if kind in ("meeting", "call") and scene.has_cue("press", verb.place + 1, verb.place + _PRESS_REACH):
        return False
    if verb.lemma in ("hablar", "ver", "encontrar"):
        is_of_something = verb.lemma == "hablar" and following[:1] in (["de"], ["sobre"])
        if verb.tense == "infinitive" and verb.lemma != "hablar":
            return True
        return (
            is_plural_verb(scene, verb) or ("con" in following and not is_of_something) or _is_to_see(verb, following)
        )
    if verb.lemma == "recibir" and kind == "meeting":
        is_passive = any(token.lower in _BEING for token in scene.tokens[verb.first : verb.place])
        return not {"a", "al"}.isdisjoint(following) or is_passive or verb.tense == "participle"
    if hangs_on_something_else(scene, verb, kind) or _is_command(scene, verb):
        return False
    if verb.lemma == "llamar":
        return not {"a", "al", "por"}.isdisjoint(following[:4]) and "atención" not in following
    if kind == "visit" and not is_journey(scene, verb, following):
        return False
    if verb.is_bare:
        return (kind in ("meeting", "exchange") and verb.place == 0) or (kind == "appointment" and scene.is_title)
    return True


def _is_to_see(verb: VerbGroup, following: Sequence[str]) -> bool:
    """«Verá a Lavrov mañana»."""
    return verb.lemma == "ver" and verb.tense == "future" and following[:1] in (["a"], ["al"])


def _is_command(scene: Scene, verb: VerbGroup) -> bool:
    """«¡Acepta o vete!» and ««Acepta el plan»» tell of nothing that was done."""
    return verb.place == 0 and verb.tense == "present" and scene.tokens[0].start > scene.sentence.start


def scope_of(scene: Scene, trigger: Trigger) -> tuple[int, int]:
    """The first and the last place of what tells about it; whom a traveller wants to see does not travel."""
    clause = scene.clauses[trigger.clause]
    if trigger.scope or trigger.type != "visit" or trigger.verb is None:
        return trigger.scope or (clause.first, clause.last)
    purpose = purpose_behind(scene, trigger.place)
    return clause.first, clause.last if purpose is None else purpose - 1


def is_plural(scene: Scene, trigger: Trigger) -> bool:
    return trigger.verb is not None and is_plural_verb(scene, trigger.verb)
