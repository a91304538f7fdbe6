"""Noun phrases that no list knows, beside a verb of saying: «los talladores de Surat», «su invitado», «DeepState»."""

from __future__ import annotations

from collections.abc import Sequence

from talks.folding import fold_word
from talks.reading.appositions import JOINERS
from talks.reading.name_words import load_name_words
from talks.reading.noun_phrases import read_phrase
from talks.reading.parsed import Actor
from talks.reading.phrases import Item
from talks.reading.speech_words import load_speech_words

SHORTEST_PLURAL, LONGEST_PLURAL = 4, 8
"""Letters of a noun, and items of a phrase."""


def generic_before(items: Sequence[Item], last: int) -> Actor | None:
    """A noun phrase that nobody knows, right before a verb: «los talladores de Surat calculan que…»."""
    vocabulary = load_speech_words()
    if items[last].kind == "place" and (last == 0 or items[last - 1].key not in vocabulary.prepositions):
        item = items[last]
        return Actor(last, last + 1, "name", item.start, item.end, head=item.name)
    if items[last].kind != "word" or items[last].key in JOINERS or items[last].key in vocabulary.times:
        return None
    if _is_named_noun(items, last):
        return named_at(items, last, last + 1)
    for first in range(last - 1, max(-1, last - 6), -1):
        item = items[first]
        if item.kind in ("mark", "quote") or (item.key in vocabulary.prepositions and item.key not in ("de", "del")):
            return None
        is_object = first > 0 and items[first - 1].kind == "word"
        if item.key.startswith("cuy"):
            return None
        if item.key in vocabulary.determiners and not is_object:
            is_plural = item.key in vocabulary.plural_determiners
            start, end = items[first + 1].start, items[last].end
            return Actor(
                first, last + 1, "name", start, end, head=items[first + 1].key, determiner=item.key, is_plural=is_plural
            )
    if (bare := _bare_plural(items, last)) is not None:
        return bare
    is_name = items[last].is_capital and (last > 0 or fold_word(items[0].key) not in load_name_words().openers)
    return named_at(items, last, last + 1) if is_name else None


def _bare_plural(items: Sequence[Item], last: int) -> Actor | None:
    """«Médicos locales contactados por teléfono contaron»: a plural noun opens the sentence without article."""
    first, vocabulary = items[0], load_speech_words()
    is_noun = first.kind == "word" and first.is_capital and first.key.endswith("s") and len(first.key) > SHORTEST_PLURAL
    if not is_noun or first.key in vocabulary.determiners or first.key in vocabulary.pronouns or last >= LONGEST_PLURAL:
        return None
    is_other = first.key in vocabulary.adverbs or first.key in vocabulary.times or first.key in vocabulary.prepositions
    if is_other or any(item.kind != "word" for item in items[: last + 1]):
        return None
    end = read_phrase(items, 0).last
    return Actor(0, last + 1, "name", first.start, items[min(end, last + 1) - 1].end, head=first.key, is_plural=True)


def _is_named_noun(items: Sequence[Item], last: int) -> bool:
    """«el operador Ukrenerho»: a noun in lower case and a name of its own right behind it."""
    first = last
    while first > 0 and items[first].kind == "word" and items[first].is_capital:
        first -= 1
    noun, vocabulary = items[first], load_speech_words()
    is_noun = noun.kind == "word" and noun.key not in vocabulary.determiners and noun.key not in vocabulary.prepositions
    return first < last and is_noun and first > 0 and items[first - 1].key in vocabulary.determiners


def generic_after(items: Sequence[Item], first: int) -> Actor | None:
    """«lo elogió su invitado»: an article and a noun that nobody knows, right after a verb."""
    vocabulary = load_speech_words()
    if first + 1 >= len(items) or items[first].key not in vocabulary.determiners or items[first + 1].kind != "word":
        return None
    noun = items[first + 1]
    if noun.key in vocabulary.times or noun.key[:1].isdigit() or noun.key in vocabulary.prepositions:
        return None
    is_plural = items[first].key in vocabulary.plural_determiners
    return Actor(
        first, first + 2, "name", noun.start, noun.end, head=noun.key, determiner=items[first].key, is_plural=is_plural
    )


def named_at(items: Sequence[Item], first: int, limit: int) -> Actor | None:
    """Capital words that no list knows: «Downing Street», «DeepState»."""
    vocabulary = load_speech_words()
    place = first
    while place < limit and not (items[place].kind == "word" and items[place].is_capital):
        key = items[place].key
        if key not in vocabulary.determiners and key not in vocabulary.times and key not in vocabulary.adverbs:
            return None
        place += 1
    last = place
    while last < len(items) and items[last].kind == "word" and items[last].is_capital:
        last += 1
    if place >= limit:
        return None
    while place > 0 and _is_of_name(items[place - 1]):
        place -= 1
    return Actor(place, last, "name", items[place].start, items[last - 1].end, head=items[place].key)


def _is_of_name(item: Item) -> bool:
    """Not the «Según» that opens a sentence."""
    is_name = item.kind == "word" and item.is_capital
    return is_name and item.key not in load_speech_words().prepositions
