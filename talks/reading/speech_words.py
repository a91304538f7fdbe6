"""The vocabulary of reported speech: `talks/lexicon/speech_words.toml` and the forms of the verbs of saying."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from operator import attrgetter
from typing import Any, Literal, NamedTuple

from talks.lexicon.load import FOLDER, Lexicon, SpeechVerb
from talks.reading.phrases import Item

Number = Literal["one", "many", "any"]

_KEY = attrgetter("key")
PLURAL_ENDING = "n"
GERUNDS = ("ando", "iendo", "yendo", "ándose", "iéndose", "yéndose")


class VerbForm(NamedTuple):
    words: tuple[str, ...]
    verb: SpeechVerb
    number: Number
    is_infinitive: bool


class FormsOfWord(NamedTuple):
    """What a word may be the beginning of."""

    by_next: Mapping[str, tuple[VerbForm, ...]]
    """Forms of several words («ha dicho») by their second one; the longest first."""
    alone: tuple[VerbForm, ...]


@dataclass(frozen=True, slots=True)
class SpeechWords:
    """All lower case with accents. Phrases are tuples of words, grouped by their first one, the longest first."""

    adverbs: frozenset[str]
    clitics: frozenset[str]
    times: frozenset[str]
    prepositions: frozenset[str]
    adjunct_prepositions: frozenset[str]
    determiners: frozenset[str]
    plural_determiners: frozenset[str]
    indefinite: frozenset[str]
    numerals: frozenset[str]
    pronouns: frozenset[str]
    noun_forms: frozenset[str]
    source_nouns: frozenset[str]
    text_nouns: frozenset[str]
    body_nouns: frozenset[str]
    own_bodies: frozenset[str]
    media_nouns: frozenset[str]
    naming_words: frozenset[str]
    auxiliaries: frozenset[str]
    infinitive_verbs: frozenset[str]
    hearers: frozenset[str]
    negations: frozenset[str]
    not_saying: frozenset[str]
    authored_nouns: frozenset[str]
    words_nouns: frozenset[str]
    anybody_nouns: frozenset[str]
    servants: frozenset[str]
    lone_nouns: frozenset[str]
    degrees: frozenset[str]
    parts: frozenset[str]
    stative: frozenset[str]
    mouths: dict[str, tuple[tuple[str, ...], ...]]
    attributions: dict[str, tuple[tuple[str, ...], ...]]
    own_attributions: dict[str, tuple[tuple[str, ...], ...]]
    afterthoughts: dict[str, tuple[tuple[str, ...], ...]]
    asides: dict[str, tuple[tuple[str, ...], ...]]
    bynames: dict[str, str]
    occasions: tuple[str, ...]
    """Folded."""


@cache
def load_speech_words() -> SpeechWords:
    rows = tomllib.loads((FOLDER / "speech_words.toml").read_text(encoding="utf-8"))
    bynames, occasions = rows.pop("bynames"), tuple(rows.pop("occasions"))
    phrases = {name: _words_or_phrases(value) for name, value in rows.items()}
    return SpeechWords(**phrases, bynames=bynames, occasions=occasions)


def _words_or_phrases(value: str | list[str]) -> Any:
    """A string is a set of words, a list is one of phrases."""
    return frozenset(value.split()) if isinstance(value, str) else _by_first_word(value)


def _by_first_word(phrases: list[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    split = sorted((tuple(phrase.split()) for phrase in phrases), key=lambda words: -len(words))
    return {first: tuple(words for words in split if words[0] == first) for first in {words[0] for words in split}}


def phrase_at(items: Sequence[Item], place: int, phrases: Mapping[str, Sequence[tuple[str, ...]]]) -> tuple[str, ...]:
    """The longest of the phrases that begins there; empty for none."""
    if not 0 <= place < len(items):
        return ()
    following = items[place + 1].key if place + 1 < len(items) else ""
    for words in phrases.get(items[place].key, ()):
        if len(words) == 1 or (words[1] == following and tuple(map(_KEY, items[place : place + len(words)])) == words):
            return words
    return ()


@lru_cache(maxsize=4)
def verb_forms(lexicon: Lexicon) -> dict[str, FormsOfWord]:
    """Every form by its first word."""
    forms: dict[str, dict[str, list[VerbForm]]] = {}
    for verb in lexicon.verbs:
        for shown in (verb.lemma, *verb.forms):
            words = tuple(shown.split())
            found = forms.setdefault(words[0], {}).setdefault(" ".join(words[1:2]), [])
            found.append(VerbForm(words, verb, _number(words), shown == verb.lemma))
    return {first: _forms_of_word(found) for first, found in forms.items()}


def _forms_of_word(found: Mapping[str, Sequence[VerbForm]]) -> FormsOfWord:
    longest_first = {word: tuple(sorted(forms, key=lambda form: -len(form.words))) for word, forms in found.items()}
    return FormsOfWord(longest_first, longest_first.pop("", ()))


def _number(words: tuple[str, ...]) -> Number:
    finite = words[1] if words[0] == "se" else words[0]
    if finite.endswith(GERUNDS):
        return "any"
    return "many" if finite.endswith(PLURAL_ENDING) else "one"
