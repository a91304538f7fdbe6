"""The words of a filter: other spellings of what the lexicon knows, and what somebody may have meant."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from rapidfuzz import fuzz, process

from bot.rendering import surname_of
from talks.folding import fold
from talks.lexicon.load import Lexicon, Person
from talks.periods import MONTHS
from talks.queries import TimelineQuery

ALIKE = 72.0
SHORTEST = 4
"""Letters from which a word may be a typing error of another."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Folded words: of an alias to those the chronology has, and every word to how it is written."""

    spelt: Mapping[str, tuple[str, ...]]
    shown: Mapping[str, str]


@lru_cache(maxsize=4)
def vocabulary(lexicon: Lexicon) -> Vocabulary:
    spelt: dict[str, tuple[str, ...]] = {}
    shown = {fold(month): month for month in MONTHS}
    for alias, name in _names(lexicon):
        if not {" ", "-"} & set(alias):
            spelt.setdefault(fold(alias), tuple(_WORD.findall(fold(name))))
        shown.setdefault(fold(name), name)
    return Vocabulary(spelt, shown)


def _names(lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    for place in lexicon.places:
        yield from ((alias, place.name) for alias in (place.name, *place.aliases))
    for person in lexicon.people:
        surname = surname_of(person)
        yield from ((alias, surname) for alias in (surname, *person.aliases))


def as_spelt(query: TimelineQuery, lexicon: Lexicon) -> TimelineQuery:
    """«kyiv» → «kiev», «zelenskyy» → «zelenski»."""
    spelt = vocabulary(lexicon).spelt
    words = [word for asked in query.words for word in spelt.get(asked, (asked,))]
    return replace(query, words=tuple(dict.fromkeys(words)))


def meant(text: str, lexicon: Lexicon, *, is_known: Callable[[str], bool]) -> str | None:
    """The filter with its unknown words mended, where all of them look like a typing error; else None."""
    shown = vocabulary(lexicon).shown
    mended = text
    for word in _WORD.findall(text):
        if len(word) < SHORTEST or is_known(fold(word)):
            continue
        found = process.extractOne(fold(word), shown.keys(), scorer=fuzz.ratio, score_cutoff=ALIKE)
        if found is None:
            return None
        mended = mended.replace(word, shown[found[0]], 1)
    return mended if fold(mended) != fold(text) else None


def named_in(words: tuple[str, ...], lexicon: Lexicon) -> Person | None:
    """Whose surname one of the words is."""
    return next((person for person in lexicon.people if fold(surname_of(person)) in words), None)
