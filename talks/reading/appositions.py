"""What stands between a role and a name, and behind a name: adjectives of no list, «, portavoz del Kremlin,»."""

from __future__ import annotations

from collections.abc import Sequence

from talks.reading.date_verbs import kind_of as verb_kind
from talks.reading.noun_phrases import kind_of, read_phrase, skip_adjectives
from talks.reading.phrases import Item
from talks.reading.speech_words import load_speech_words

JOINERS = frozenset({"y", "e", "ni", "o"})
ADJECTIVES = ("o", "a", "al", "ar", "ense", "ista", "e")


def after_apposition(items: Sequence[Item], place: int) -> int:
    """Past «, portavoz del Kremlin», when a mark ends it; otherwise the same place."""
    if place + 1 >= len(items) or items[place].key not in (",", "("):
        return place
    head = skip_adjectives(items, place + 1 + (items[place + 1].key in ("un", "una")))
    if head >= len(items) or not _is_role(items[head]):
        return place
    has_article = head > place + 1
    last = read_phrase(items, head).last
    while last + 1 < len(items) and items[last].key in ("y", "e") and _is_role(items[last + 1]):
        last = read_phrase(items, last + 1).last
    closes = last >= len(items) or items[last].key in (",", ")", ".", ";", ":") or items[last].kind == "quote"
    return last if closes or not has_article else place


def _is_role(item: Item) -> bool:
    return item.kind == "word" and kind_of(item.key) == "role"


def is_unknown_adjective(items: Sequence[Item], place: int) -> bool:
    """«el capitán marítimo Ángel Soto»: a word of no list between the role and the name."""
    if place + 1 >= len(items) or items[place].kind != "word" or items[place + 1].kind != "person":
        return False
    vocabulary, item = load_speech_words(), items[place]
    small = (vocabulary.prepositions, vocabulary.determiners, vocabulary.clitics, vocabulary.adverbs, JOINERS)
    is_small = any(item.key in words for words in small)
    return item.key.endswith(ADJECTIVES) and not item.is_capital and not is_small and not verb_kind(item.key)
