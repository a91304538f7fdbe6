"""Words between marks that are the name of a thing, and that nobody says: «la operación «Telaraña»»."""

from __future__ import annotations

from talks.reading.cast import Cast
from talks.reading.cues import key_at
from talks.reading.phrases import DASHES
from talks.reading.speech_words import load_speech_words
from talks.reading.spoken import Speech

LONGEST_NAME = 4
NAME_LINKS = frozenset(["como", "el", "la", "de", "del"])


def is_named_thing(speech: Speech, cast: Cast, place: int) -> bool:
    """«la operación «Telaraña»», «conocido como «snapback»»: a name between marks."""
    items, vocabulary = speech.parse.items, load_speech_words()
    before = place - 1
    while before >= 0 and items[before].key in NAME_LINKS:
        before -= 1
    key = key_at(items, before)
    is_call = key.startswith("llamad") and (before != place - 1 or key_at(items, before - 1) == "una")
    if key in vocabulary.naming_words and not is_call:
        return True
    words = [word for word in cast.text[items[place].start : items[place].end].split() if len(word) > 3] or [""]
    is_name = len(words) <= LONGEST_NAME and all(word[:1].isupper() for word in words)
    follows_noun = place > 0 and items[place - 1].kind == "word" and items[place - 1].key not in ("que", *DASHES)
    return is_name and follows_noun
