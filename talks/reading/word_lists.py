"""Finding the phrases of word lists in running text, in one pass over its words.

A list is written folded (lower case, no accents). «negocia*» stands for every word that begins so; a lone «*» inside a
phrase stands for any one word («plan de * puntos»). A phrase with a capital («Iran») wants one in the text, so that the
future «irán» is not the country.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from talks.folding import fold

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W_]+(?:['’][^\W_]+)?")
_LONGEST_WORD = 60
"""Longer runs of letters are no word of any list; only their beginning is kept."""


@dataclass(frozen=True, slots=True)
class Token:
    """One word: as printed in lower case, and folded as lists are written."""

    lower: str
    folded: str
    start: int
    end: int
    is_capital: bool


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found: `first`, `last` are places in the list of tokens, `last` included."""

    label: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Phrase:
    words: tuple[str, ...]
    label: str
    wants_capital: bool


_Index = Mapping[str, tuple[Phrase, ...]]


@dataclass(frozen=True, slots=True)
class WordLists:
    """Phrases by the first word, whole or its beginning; the longest first."""

    whole: _Index
    beginnings: _Index
    lengths: tuple[int, ...]


@lru_cache(maxsize=256)
def tokens_of(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """The words of `text[start:end]`, with offsets in the whole text; several rooms ask for one sentence in turn."""
    return tuple(_token(match) for match in _WORD.finditer(text, start, len(text) if end is None else end))


def _token(match: re.Match[str]) -> Token:
    word = match.group()[:_LONGEST_WORD]
    lower = word.lower()
    return Token(lower, _fold_word(lower), match.start(), match.end(), word[0].isupper())


@lru_cache(maxsize=50_000)
def _fold_word(word: str) -> str:
    return fold(word)


def compile_lists(lists: Mapping[str, Iterable[str]]) -> WordLists:
    """One search for several lists; a hit carries the name of its list."""
    whole: dict[str, list[Phrase]] = {}
    beginnings: dict[str, list[Phrase]] = {}
    for label, texts in lists.items():
        for text in texts:
            phrase = Phrase(tuple(text.lower().split()), label, text[0].isupper())
            index = beginnings if phrase.words[0].endswith("*") else whole
            index.setdefault(phrase.words[0].rstrip("*"), []).append(phrase)
    lengths = tuple(sorted({len(beginning) for beginning in beginnings}, reverse=True))
    return WordLists(_frozen(whole), _frozen(beginnings), lengths)


def _frozen(index: dict[str, list[Phrase]]) -> _Index:
    return {first: tuple(sorted(phrases, key=lambda phrase: -len(phrase.words))) for first, phrases in index.items()}


def find_hits(tokens: Sequence[Token], lists: WordLists) -> tuple[Hit, ...]:
    """The longest phrase of each list at each place; lists may overlap, hits of one list do not."""
    hits: list[Hit] = []
    ends: dict[str, int] = {}
    for place, token in enumerate(tokens):
        for phrase in _candidates(token.folded, lists):
            if ends.get(phrase.label, -1) < place and _stands_at(phrase, tokens, place):
                hits.append(Hit(phrase.label, place, place + len(phrase.words) - 1))
                ends[phrase.label] = place + len(phrase.words) - 1
    return tuple(hits)


def _candidates(word: str, lists: WordLists) -> Iterator[Phrase]:
    yield from lists.whole.get(word, ())
    for length in lists.lengths:
        if length <= len(word):
            yield from lists.beginnings.get(word[:length], ())


def _stands_at(phrase: Phrase, tokens: Sequence[Token], place: int) -> bool:
    words = phrase.words
    if place + len(words) > len(tokens) or (phrase.wants_capital and not tokens[place].is_capital):
        return False
    return all(_is_word(word, tokens[place + i].folded) for i, word in enumerate(words) if i)


def _is_word(pattern: str, word: str) -> bool:
    return word.startswith(pattern[:-1]) if pattern.endswith("*") else pattern == word
