"""«Acuerdan otra reunión», «acordaron verse»: what is agreed on is a meeting, and it is planned."""

from __future__ import annotations

from talks.reading.event_words import load_event_words
from talks.reading.grammar import table
from talks.reading.scenes import Scene
from talks.reading.verb_groups import VerbGroup
from talks.reading.word_lists import Hit

_PASSIVE = frozenset((*table("passive"), "está", "están", "estaba", "estaban", "queda", "quedan", "quedó", "quedaron"))
_AGREEING = frozenset(("acordar", "pactar", "convenir"))
_ENCOUNTERS = frozenset(("meeting", "call", "visit"))
_TO_COME = frozenset(("future", "conditional", "subjunctive", "past_subjunctive"))
_GOING_ON = frozenset(("hold", "start"))
_BREAKS = frozenset(("en", "tras", "durante", "de", "sobre", "con", "para", "por", "a", "y", "que"))
_WORKING = (
    "trabajar", "estudiar", "analizar", "hablar", "discutir", "negociar", "dialogar", "debatir", "revisar", "examinar",
    "considerar", "abordar", "sentarse", "seguir", "continuar",
)  # fmt: skip
_DEPARTURES = frozenset(("dimision", "dimisiones", "renuncia", "renuncias", "cese", "nombramiento", "relevo"))
_DEPARTURE_REACH = 4
_IN_PRINCIPLE = "en principio"
_OBJECT_REACH = 5
_SUBJECT_REACH = 3
_QUE_REACH = 18


def meeting_agreed_on(scene: Scene, verb: VerbGroup) -> Hit | None:
    """The noun that is the verb's object: «acordaron una nueva reunión»."""
    if verb.lemma not in _AGREEING:
        return None
    hit = next((each for each in scene.nouns if 0 < each.first - verb.place <= _OBJECT_REACH), None)
    if hit is None or hit.label not in _ENCOUNTERS:
        return None
    between = " ".join(token.lower for token in scene.tokens[verb.place + 1 : hit.first]).removeprefix(_IN_PRINCIPLE)
    return hit if _BREAKS.isdisjoint(between.split()) else None


def meeting_that_is_agreed(scene: Scene, index: int, verb: VerbGroup) -> Hit | None:
    """The noun that is its subject: «la cita de los presidentes está acordada»."""
    clause = scene.clauses[index]
    if verb.lemma not in _AGREEING or scene.tokens[max(0, verb.place - 1)].lower not in _PASSIVE:
        return None
    before = [hit for hit in scene.nouns if clause.first <= hit.first < verb.first and hit.label in _ENCOUNTERS]
    return before[0] if before and before[0].first - clause.first <= _SUBJECT_REACH else None


def agrees_to_meet(scene: Scene, index: int, verb: VerbGroup) -> bool:
    """«Acordaron verse», «acordaron que habrá otra ronda», «… que sigan los contactos»: another verb tells it."""
    return verb.lemma in _AGREEING and (_to_meet(scene, verb) or _that_they_meet(scene, index, verb))


def accepts_to_work(scene: Scene, verb: VerbGroup) -> bool:
    """«Acepta trabajar sobre el plan», «aceptó estudiarlo»: nobody has agreed to anything yet."""
    behind = scene.tokens[verb.place + 1 : verb.place + 2]
    return verb.lemma == "aceptar" and any(token.folded.startswith(_WORKING) for token in behind)


def accepts_a_departure(scene: Scene, verb: VerbGroup) -> bool:
    """«Acepta la renuncia de su negociador»: no terms."""
    behind = scene.tokens[verb.place + 1 : verb.place + 1 + _DEPARTURE_REACH]
    return verb.lemma == "aceptar" and any(token.folded in _DEPARTURES for token in behind)


def _to_meet(scene: Scene, verb: VerbGroup) -> bool:
    following = next((each for each in scene.verbs if each.place == verb.place + 1), None)
    return following is not None and following.tense == "infinitive" and _is_of_meeting(scene, following)


def _that_they_meet(scene: Scene, index: int, verb: VerbGroup) -> bool:
    following = scene.clauses[index + 1] if index + 1 < len(scene.clauses) else None
    if following is None or following.link != "que" or following.first - verb.place > _QUE_REACH:
        return False
    return any(each.tense in _TO_COME and _is_of_meeting(scene, each) for each in scene.verbs_in(following))


def _is_of_meeting(scene: Scene, verb: VerbGroup) -> bool:
    known = load_event_words()
    if not _ENCOUNTERS.isdisjoint(known.types.get(verb.lemma, ())):
        return True
    clause = scene.clauses[scene.clause_at(verb.place)]
    nouns = [hit for hit in scene.nouns if clause.first <= hit.first <= clause.last]
    goes_on = not _GOING_ON.isdisjoint(known.governors.get(verb.lemma, ()))
    return goes_on and any(hit.label in _ENCOUNTERS for hit in nouns)
