"""Verbs of going: which of them tell a journey."""

from __future__ import annotations

from collections.abc import Sequence

from talks.reading.scenes import Scene
from talks.reading.verb_groups import VerbGroup
from talks.reading.word_lists import Token

_FLYING = ("dron", "misil", "proyectil", "cohete", "cuerpo", "cadaver")
_AGREED = frozenset(("acuerdo", "acuerdos", "pacto", "compromiso", "compromisos", "entendimiento", "conclusión", "paz"))
"""«Llegar a un acuerdo» is no journey."""
_AGREED_REACH = 4
_FLIGHT = 4
"""Words before the verb."""
_UNSAID_SUBJECT = frozenset(("que", "mañana", "manana", "tambien", "el", "luego", "hoy"))
"""Before a verb whose subject was told before: «contó que mañana va a estar en Turquía»."""
_INFINITIVES = ("ar", "er", "ir", "se", "nos", "rlo", "rle")


def is_journey(scene: Scene, verb: VerbGroup, following: Sequence[str]) -> bool:
    """«Va a firmar», «llegó a un acuerdo» and what drones do are none."""
    if verb.lemma == "llegar" and _comes_to_agree(scene, verb, following[:_AGREED_REACH]):
        return False
    if verb.lemma == "ir" and following[:1] == ["a"] and following[1:2] and following[1].endswith(_INFINITIVES):
        return False
    if verb.lemma == "estar" and not _is_somewhere(scene, verb):
        return False
    return not _is_flight(scene.tokens[: verb.place][-_FLIGHT:])


def _is_somewhere(scene: Scene, verb: VerbGroup) -> bool:
    """«Zelenski estará mañana en Turquía»; not «estará en vigor», «la clave estará en Ginebra»."""
    following = scene.tokens[verb.place + 1 : verb.place + 5]
    place = next((at for at, token in enumerate(following[:-1]) if token.folded == "en"), -1)
    first = verb.first - 2 * (scene.tokens[verb.first - 1].folded == "a")  # «va a estar»
    before = scene.tokens[max(0, first - 1) : max(0, first)]
    is_named = any(token.is_capital or token.folded in _UNSAID_SUBJECT for token in before)
    is_busy = any(token.folded.endswith("ndo") for token in following[: max(place, 0)])
    return is_named and not is_busy and place >= 0 and following[place + 1].is_capital


def _comes_to_agree(scene: Scene, verb: VerbGroup, following: Sequence[str]) -> bool:
    """«Llegó a un acuerdo»; who «llegó a París sin acuerdo» has been there."""
    is_to_a_place = following[:1] == ["a"] and len(following) > 1 and scene.tokens[verb.place + 2].is_capital
    agreed = following[: following.index("sin")] if "sin" in following else following
    return not is_to_a_place and not _AGREED.isdisjoint(agreed)


def _is_flight(before: Sequence[Token]) -> bool:
    """«Noventa drones ucranianos volaron hacia una casa de Putin»: no name stands between what flies and the verb."""
    flying = [place for place, token in enumerate(before) if token.folded.startswith(_FLYING)]
    return bool(flying) and not any(token.is_capital for token in before[flying[-1] + 1 :])
