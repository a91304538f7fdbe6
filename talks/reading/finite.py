"""Whether a stretch of a sentence has a verb that says something, or is only a subject or an adjunct."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from talks.reading.cues import key_at
from talks.reading.date_verbs import kind_of
from talks.reading.phrases import Item
from talks.reading.speech_words import load_speech_words

RELATIVES = frozenset({"que", "quien", "quienes", "donde"})
BEFORE_VERB = frozenset({"no", "se", "le", "les", "nos"})
PRESENT_ENDINGS = ("a", "e", "an", "en", "emos", "amos", "imos")


def has_finite_verb(items: Sequence[Item], first: int, last: int) -> bool:
    """«Su propuesta de sesenta días de tregua» has none: it is the subject of what comes behind «dijo»."""
    return next(_finite(items, first, last), -1) >= 0


def has_main_verb(items: Sequence[Item], first: int, last: int) -> bool:
    """Not that of a relative («Los misiles que debían llegar»), nor one whose object is still to come («resultó»)."""
    relatives = [place for place in range(first + 1, last) if items[place].key in RELATIVES]
    verbs = list(_finite(items, first, last))
    of_relatives = {next((verb for verb in verbs if verb > place), -1) for place in relatives}
    end = last - (key_at(items, last - 1) == ",") - 1
    return any(verb not in of_relatives and verb < end for verb in verbs)


def _finite(items: Sequence[Item], first: int, last: int) -> Iterator[int]:
    determiners = load_speech_words().determiners - load_speech_words().pronouns  # «ambos desean»
    for place in range(first, last):
        if _is_finite(items, place) and key_at(items, place - 1) not in determiners:
            yield place


def _is_finite(items: Sequence[Item], place: int) -> bool:
    item = items[place]
    is_known = item.kind == "word" and kind_of(item.key) in ("past", "present", "future")
    return is_known or item.key in load_speech_words().stative or _is_negated(items, place)


def _is_negated(items: Sequence[Item], place: int) -> bool:
    """«no abandona», «se abre»: whatever the verb, behind such a word it is one."""
    item, words = items[place], load_speech_words()
    is_plain = item.kind == "word" and not item.is_capital and item.key not in words.prepositions | words.adverbs
    return is_plain and key_at(items, place - 1) in BEFORE_VERB and item.key.endswith(PRESENT_ENDINGS)
