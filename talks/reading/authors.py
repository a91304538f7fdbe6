"""Whose a document is: what it says is said by them."""

from __future__ import annotations

import re

from talks.reading.cast import NOBODY, Cast, Speaker
from talks.reading.noun_phrases import PERSON_MARK
from talks.reading.parsed import Actor
from talks.reading.speech_words import load_speech_words

AUTHOR = re.compile(r"\bde(?:l| la| los| las)? ")
OF_MANY = re.compile(r"(?: \w+)? de l[oa]s ")
"""«el comunicado común de los tres»."""
JOINT = (("conjunto",), ("conjunta",), ("comun",))
"""«el comunicado conjunto» is of the two that the text is about."""
OWN = re.compile(r"sus? ")
POSSESSIVES = frozenset(["su", "mi", "nuestro", "nuestra", "cuyo", "cuya"])


def author_of(cast: Cast, actor: Actor) -> Speaker:
    """Whose the document is: by its complement («cálculos del instituto»), else the body that spoke last."""
    shown = cast.text[actor.start : actor.end]
    if actor.words[:1] in JOINT and (pair := cast.last_pair()).name:
        return pair
    if OF_MANY.match(cast.text, actor.end) or actor.determiner in POSSESSIVES:
        return NOBODY
    signed = next((int(word[1:]) for word in actor.words if word.startswith(PERSON_MARK)), -1)
    if signed >= 0 and f" de {cast.mentions[signed].surface}" in shown:
        return Speaker(cast.mentions[signed].name, cast.mentions[signed].person_id, True)
    owner = AUTHOR.search(shown)
    if owner is not None and actor.head in load_speech_words().authored_nouns:
        return Speaker(shown[owner.end() :]) if not OWN.match(shown, owner.end()) else NOBODY
    is_named = (owner is not None and actor.kind == "text") or not actor.determiner or shown[0].isupper()
    return Speaker(shown) if is_named else cast.body
