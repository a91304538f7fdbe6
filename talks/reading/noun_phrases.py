"""A noun that can speak, with its adjectives and complements, told from the rest of the clause by shape and lists."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from talks.folding import fold_word
from talks.reading.asides import is_form_of_saying
from talks.reading.phrases import Item
from talks.reading.role_words import load_role_words
from talks.reading.speech_words import load_speech_words

NounKind = Literal["body", "role", "source", "text"]

LONGEST_PHRASE = 24
LONGEST_LIST = 30
"""Items of «Turquía, Canadá, Australia y Japón»."""
COMPLEMENT_PREPOSITIONS = frozenset(["de", "del", "para", "ante", "en"])
POSTED = (
    "embaja",
    "represent",
    "enviad",
    "corresponsal",
    "encargad",
    "observador",
    "delegad",
    "consul",
    "agregad",
    "mision",
)
"""Stems of who has a post somewhere: «el embajador en Kiev», not «dijo el presidente en Kiev»."""
NEAR_POST = 5
"""Items of «misión permanente de Rusia» before «ante»."""
VERB_ENDINGS = ("ó", "é", "í", "aron", "ieron")
"""«calificó» is no adjective in «-ico»."""
NO_SPEAKERS = frozenset(["mano", "numero", "dama"])
"""Nouns of a role only together with another word: «su mano derecha»."""
INFINITIVES = ("ar", "er", "ir", "arse", "erse", "irse")
"""«las charlas para lograr una tregua» are no charlas of anybody."""
PERSON_MARK = "@"
"""Before the index of the mention, for a person in the complement: «el asesor de Putin»."""
NEAR = frozenset(["cercano", "cercana", "próximo", "próxima", "afín", "vinculado", "vinculada"])
"""Before «a»: «una fuente cercana a las negociaciones»."""
KNOWING = frozenset(
    f"{stem}{ending}"
    for stem in ("conocedor", "familiarizad", "implicad", "involucrad", "enterad")
    for ending in ("", "o", "a", "e")
) | {"presente"}
"""«una fuente conocedora de las conversaciones», «dos personas presentes en la sala»; without the «s» of the plural."""
CONJUNCTIONS = frozenset(["y", "e"])


class NounPhrase(NamedTuple):
    last: int
    """The item after it."""
    head: str
    """Folded."""
    words: tuple[str, ...]
    """Folded words of the complement; entities by their ids."""
    body: str
    """Id of the first body of the complement."""
    proper: int
    """The item where a name of its own begins («la plataforma DeepState»); -1 without."""


@lru_cache(maxsize=1 << 12)
def kind_of(key: str) -> NounKind | None:
    vocabulary = load_speech_words()
    if key in vocabulary.text_nouns:
        return "text"
    if key in vocabulary.body_nouns or key in vocabulary.media_nouns:
        return "body"
    if _is_role(fold_word(key)):
        return "role"
    return "source" if key in vocabulary.source_nouns else None


def _is_role(folded: str) -> bool:
    roles, bynames = load_role_words(), load_speech_words().bynames
    if folded.rstrip("s") in NO_SPEAKERS:
        return False
    return any(roles.is_head(form) or form in roles.nations or form in bynames for form in (folded, *singulars(folded)))


def singulars(folded: str) -> tuple[str, ...]:
    """What the word may be the plural of."""
    if folded.endswith("ces"):
        return (folded[:-3] + "z",)
    if folded.endswith("es"):
        return (folded[:-1], folded[:-2])
    return (folded[:-1],) if folded.endswith("s") else ()


def skip_adjectives(items: Sequence[Item], place: int) -> int:
    """Past «propio», «entonces», «primer», «alto», unless the word is the noun itself."""
    while place + 1 < len(items) and items[place].kind == "word":
        if not is_before_noun(items[place].key) or not _can_be_noun(items[place + 1]):
            break
        place += 1
    return place


@lru_cache(maxsize=1 << 14)
def is_before_noun(key: str) -> bool:
    """Whether the word may stand between an article and the noun of an office."""
    roles, folded = load_role_words(), fold_word(key)
    return roles.is_before(folded) or folded in roles.unsaid or folded in roles.past or folded == "altos"


def _can_be_noun(item: Item) -> bool:
    return (
        item.kind in ("person", "body") or (item.kind == "word" and kind_of(item.key) is not None) or item.key == "de"
    )


def read_phrase(items: Sequence[Item], head: int) -> NounPhrase:
    """The noun at `head` with what belongs to it."""
    words: list[str] = []
    body, proper, place = "", -1, head + 1
    limit = min(len(items), head + LONGEST_PHRASE)
    while place < limit:
        item = items[place]
        if item.kind in ("body", "place"):
            words.append(item.name)
            body, place = body or item.name * (item.kind == "body"), place + 1
        elif item.key == "al" and place + 1 < limit and items[place + 1].key == "tanto":
            place += 2
        elif item.kind == "word" and is_modifier(items, place, head):
            if item.is_capital and not items[place - 1].is_capital and not items[head].is_capital:
                proper = place
            words.append(fold_word(item.key))
            place += 1
        elif item.kind == "word" and (length := _complement(items, place, items[head])):
            noun = items[place + length - 1]
            words.append(noun.name or fold_word(noun.key) or f"{PERSON_MARK}{noun.ref}")
            body, place = body or noun.name * (noun.kind == "body"), place + length
        else:
            break
    return NounPhrase(place, fold_word(items[head].key), tuple(words), body, proper)


def is_modifier(items: Sequence[Item], place: int, head: int) -> bool:
    """An adjective, a capital word of a name, or «y» between two of them."""
    item, roles = items[place], load_role_words()
    if item.is_capital:
        return True
    if item.key in load_speech_words().adverbs or item.key in load_speech_words().parts:
        return False
    key = fold_word(item.key)
    if key in load_speech_words().numerals:
        return fold_word(items[head].key) == "numero"
    if key in CONJUNCTIONS:
        after = items[place + 1] if place + 1 < len(items) else None
        return place > head + 1 and after is not None and after.kind == "word" and after.is_capital
    if item.key.rstrip("s") in NEAR or (item.key.rstrip("s") in KNOWING and kind_of(items[head].key) == "source"):
        return True
    if item.key.endswith(VERB_ENDINGS) or is_form_of_saying(item.key):
        return key in roles.nations  # «un asesor de la presidencia ucraniana confiesa que…»
    return any(roles.is_adjective(form) for form in (key, *singulars(key)))


def _complement(items: Sequence[Item], place: int, head: Item) -> int:
    """So many items of «de la diplomacia», «para la inversión»; nought where none begins."""
    vocabulary = load_speech_words()
    is_near = items[place].key in ("a", "al") and items[place - 1].key.rstrip("s") in NEAR
    is_known = items[place].key in ("con", "en") and items[place - 1].key.rstrip("s") in KNOWING
    if items[place].key not in COMPLEMENT_PREPOSITIONS and not is_near and not is_known:
        return 0
    after = place + 1
    if after < len(items) and items[after].key in vocabulary.determiners:
        after += 1
    if after + 1 < len(items) and load_role_words().is_before(items[after].key) and items[after + 1].kind == "word":
        after += 1
    if after >= len(items) or items[after].kind in ("mark", "quote"):
        return 0
    noun = items[after]
    if items[place].key == "ante" and not _is_posted(items, place):
        return 0
    if items[place].key == "para" and noun.key.endswith(INFINITIVES) and not noun.is_capital:
        return 0
    is_posted = noun.is_capital and fold_word(head.key).startswith(POSTED)
    if items[place].key == "en" and not is_known and not (is_posted or noun.key in ("funciones", "jefe")):
        return 0
    if noun.kind == "word" and (noun.key in vocabulary.times or noun.key == "que" or noun.key.isdecimal()):
        return 0
    return after + 1 - place


def _is_posted(items: Sequence[Item], place: int) -> bool:
    """«el jefe de la misión rusa ante la ONU», not «dijo el jefe de la diplomacia ante los corresponsales»."""
    return any(fold_word(item.key).startswith(POSTED) for item in items[max(0, place - NEAR_POST) : place])


def end_of_list(items: Sequence[Item], place: int) -> int:
    """Past «, Canadá, Australia» of «incluye a Turquía, Canadá, Australia y Japón»."""
    end = min(len(items) - 1, place + LONGEST_LIST)
    while place < end and items[place].key == "," and items[place + 1].kind == "body":
        place += 2
    return place
