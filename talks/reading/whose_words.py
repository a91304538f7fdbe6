"""A sentence that tells whose the words beside it are: «La frase, de Peskov, resume…», «Así lo resumió Rubio»."""

from __future__ import annotations

from talks.reading.cast import NOBODY, Cast, Speaker
from talks.reading.cues import key_at
from talks.reading.inverted import unknown_at
from talks.reading.parsed import Actor
from talks.reading.speakers import who
from talks.reading.speech_words import load_speech_words
from talks.reading.spoken import Speech
from talks.reading.spokesmen import meant_by

OWNER_WITHIN = 6
"""Items of «la frase, del portavoz del Kremlin, …» before whose it is."""
TELLER_WITHIN = 24
"""Items of «El aviso lo había lanzado la víspera, a bordo del avión, Trump» before who it was."""
SO = frozenset(["así"])
THESE = frozenset(["esas", "estas", "esa", "este", "esta", "ese", "tales"])
COUNTED = frozenset(["dos", "tres", "cuatro", "cinco", "seis", "pocas", "estas", "esas"])
"""«En cuatro palabras despachó Medinski…»."""
BELONGING = frozenset(["es", "era", "son", "corresponde", "pertenece"])
TAKEN_UP = frozenset(["lo", "la", "los", "las"])
PEOPLE = ("person", "role", "body", "source")


def owner_of_words(speech: Speech, cast: Cast) -> Speaker | None:
    """By the complement of a noun for words near the start of the sentence."""
    nouns = {item.key for item in speech.parse.items[:3]}
    text = next((actor for actor in speech.parse.starts.values() if actor.kind == "text" and actor.first == 0), None)
    if text is not None and text.words and (signed := who(cast, text)).name:
        return signed
    owner = next((actor for actor in speech.parse.starts.values() if actor.preposition in ("de", "del")), None)
    if owner is None or not nouns & load_speech_words().words_nouns or owner.first >= OWNER_WITHIN:
        return None
    return who(cast, owner)


def teller_of_words(speech: Speech, cast: Cast) -> Speaker | None:
    """Of the words before the sentence, when it begins with «Así…», «Con esas palabras…» or a noun for them."""
    items = speech.parse.items
    first, second, third = key_at(items, 0), key_at(items, 1), key_at(items, 2)
    nouns = load_speech_words().words_nouns
    if first in SO:
        return _first_of(speech, cast, "")
    is_counted = first in ("con", "en") and second in COUNTED and third in nouns
    if is_counted or (first == "con" and second in THESE) or (first in THESE and second in nouns):
        return _first_of(speech, cast, "")
    if second not in nouns:
        return None
    if third in TAKEN_UP:
        return _first_of(speech, cast, "")
    if third in BELONGING:
        return _first_of(speech, cast, "a") or _first_of(speech, cast, "de") or _named_at(speech, cast, 4)
    return owner_of_words(speech, cast)


def _first_of(speech: Speech, cast: Cast, preposition: str) -> Speaker | None:
    for actor in speech.parse.starts.values():
        if actor.first and actor.first < TELLER_WITHIN and _has(actor, preposition):
            told = (speech.speakers[cue.first] for cue in speech.cues if cue.subject == actor)
            return meant_by(cast, next(told, None) or who(cast, actor))
    return None


def _named_at(speech: Speech, cast: Cast, place: int) -> Speaker:
    """«La voz es de Olena»; nobody rather than who had the word."""
    items = speech.parse.items
    named = unknown_at(items, place) if place < len(items) else None
    return who(cast, named) if named else NOBODY


def _has(actor: Actor, preposition: str) -> bool:
    if actor.kind not in PEOPLE:
        return False
    return actor.preposition.rstrip("l") == preposition if preposition else not actor.preposition
