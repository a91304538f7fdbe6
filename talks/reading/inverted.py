"""The subject behind a verb of saying that follows the words: ««…», dijo ayer del acuerdo el portavoz»."""

from __future__ import annotations

from collections.abc import Sequence

from talks.reading.appositions import JOINERS
from talks.reading.cues import Cue, is_adverb, is_infinitive, is_time, key_at
from talks.reading.noun_phrases import is_modifier, read_phrase
from talks.reading.parsed import Actor, Parse
from talks.reading.phrases import Item
from talks.reading.speech_words import load_speech_words, phrase_at

REACH = 26
"""Items behind the verb in which its subject may stand."""
LONGEST_ASIDE = 9
"""Items between the two commas of «dijo, ya en Moscú, el portavoz»."""
ENDING = JOINERS | {"que", "cuando", "mientras", "si", "donde", "porque", "pues", "aunque", "pero", "como"}
WHOEVER = frozenset({"quien", "quienes"})
DEEDS = frozenset(["tras", "sin", "para", "por"])
GERUNDS = ("ando", "iendo", "yendo")
OWNERS = frozenset({"de", "del", "con", "contra", "para"})


def follows_words(items: Sequence[Item], cue: Cue) -> bool:
    """Whether a quotation, and at most a mark, stands right before the verb and its pronouns."""
    place = cue.before
    if place > 0 and items[place].kind == "mark" and items[place].key not in (":", ";"):
        place -= 1
    return place >= 0 and items[place].kind == "quote"


def subject_behind(parse: Parse, cue: Cue) -> Actor | None:
    """The first noun phrase without preposition; one that nobody knows too."""
    items, place = parse.items, cue.last
    limit = min(len(items), cue.last + REACH)
    while place < limit:
        actor = parse.starts.get(place)
        if actor is not None and not actor.preposition:
            return actor
        if actor is None and (found := unknown_at(items, place)):
            return found
        after = actor.last if actor else _step(parse, place)
        if after <= place:
            return None
        place = after
    return None


def _step(parse: Parse, place: int) -> int:
    """The item after the adjunct that begins there; the same place where the clause ends."""
    items, words = parse.items, load_speech_words()
    item = items[place]
    if item.kind in ("quote", "body", "place"):
        return place
    if item.kind == "mark":
        return _past_aside(parse, place) if item.key == "," else place
    if length := len(phrase_at(items, place, words.asides)):
        return place + length
    if item.key in ENDING or item.key.endswith(GERUNDS):
        return place
    if item.key in DEEDS and place + 1 < len(items) and is_infinitive(items[place + 1]):
        return place  # «escribió tras recibir el informe»
    if item.key in words.prepositions:
        return _past_noun(parse, place + 1)
    return place + 1


def _past_noun(parse: Parse, place: int) -> int:
    """«del papel europeo»: the noun after a preposition with its adjectives, up to whoever may speak."""
    items, words = parse.items, load_speech_words()
    while place < len(items) and (items[place].key in words.determiners or items[place].key[:1].isdigit()):
        place += 1
    if place >= len(items) or items[place].kind in ("mark", "quote", "person"):
        return place
    if items[place].key in ENDING:
        return 0  # «en una charla sobre la que informó Interfax»: who stands there does not speak
    head, place = place, place + 1
    while place < len(items) and items[place].kind in ("word", "place", "body"):
        actor = parse.starts.get(place)
        if actor is not None and not actor.preposition:
            break
        is_name = items[place].is_capital or items[place].kind != "word"
        if not is_name and not is_modifier(items, place, head) and not is_time(items, place):
            break
        place += 1
    return place


def _past_aside(parse: Parse, comma: int) -> int:
    """Past the second comma, when an adjunct begins after the first one and somebody stands after the second."""
    items, words = parse.items, load_speech_words()
    key = key_at(items, comma + 1)
    if key not in words.prepositions and not is_adverb(key) and not key.endswith(GERUNDS):
        return comma
    for place in range(comma + 2, min(comma + LONGEST_ASIDE, len(items) - 1)):
        if items[place].key == ",":
            actor = parse.starts.get(place + 1)
            return place + 1 if actor is not None and not actor.preposition else comma
    return comma


def unknown_at(items: Sequence[Item], place: int) -> Actor | None:
    """«contó una vecina del barrio», «cuenta Oksana», «ironizó quien fuera su ministro»."""
    words = load_speech_words()
    item = items[place]
    if item.kind != "word":
        return None
    if item.key in WHOEVER:
        return Actor(place, place + 1, "name", item.start, item.end, head=item.key, determiner=item.key)
    if item.is_capital:
        return _named(items, place)
    noun = place + 1
    while noun < len(items) and items[noun].key in words.plural_determiners:
        noun += 1
    is_noun = item.key in words.determiners and noun < len(items) and items[noun].kind == "word"
    if not is_noun or is_time(items, noun) or items[noun].key in words.prepositions | words.adverbs:
        return None
    noun += items[noun].key == "ex" and noun + 1 < len(items)
    phrase = read_phrase(items, noun)
    if named := _person_beside(items, place, phrase.last):
        return named
    is_plural = item.key in words.plural_determiners or items[noun - 1].key in words.plural_determiners
    return Actor(
        place, phrase.last, "name", items[noun].start, items[phrase.last - 1].end, head=phrase.head, words=phrase.words,
        determiner=item.key, is_plural=is_plural,
    )  # fmt: skip


def _person_beside(items: Sequence[Item], first: int, last: int) -> Actor | None:
    """«el clérigo Alí Damush», «una vecina, Olena Koval,»."""
    is_set_off = key_at(items, last) == ","
    place = last + is_set_off
    if place >= len(items) or items[place].kind != "person":
        return None
    if is_set_off and place + 1 < len(items) and items[place + 1].key not in (",", ".", ";"):
        return None
    item = items[place]
    return Actor(first, place + 1, "person", item.start, item.end, ref=item.ref)


def _named(items: Sequence[Item], place: int) -> Actor:
    last = place
    while last < len(items) and items[last].kind == "word" and items[last].is_capital:
        last += 1
    return Actor(place, last, "name", items[place].start, items[last - 1].end, head=items[place].key)
