"""Finding the phrases of word lists in running text, in one pass over its words.

A list is written folded (lower case, no accents). «negocia*» stands for every word that begins so; a lone «*» inside a
phrase stands for any one word («plan de * puntos»). A phrase with a capital («Iran») wants one in the text, so that the
future «irán» is not the country.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from talks.folding import fold_word

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W_]+(?:['’][^\W_]+)?")
_LONGEST_WORD = 60
"""Longer runs of letters are no word of any list; only their beginning is kept."""
_MOST_WORDS = 1 << 14
"""Different words whose phrases a list remembers; a language has more, an outlet's day fewer."""


class Token(NamedTuple):
    """One word: as printed in lower case, and folded as lists are written."""

    lower: str
    folded: str
    start: int
    end: int
    is_capital: bool


class Hit(NamedTuple):
    """A phrase found: `first`, `last` are places in the list of tokens, `last` included."""

    label: str
    first: int
    last: int


class Phrase(NamedTuple):
    words: tuple[str, ...]
    label: str
    wants_capital: bool


_Index = Mapping[str, tuple[Phrase, ...]]


class Candidates(dict[str, tuple[Phrase, ...]]):
    """By any word: the phrases that it may begin, looked up once for each word that texts bring."""

    def __init__(self, whole: _Index, beginnings: _Index) -> None:
        super().__init__()
        self._whole, self._beginnings = whole, beginnings
        self._lengths = sorted({len(beginning) for beginning in beginnings}, reverse=True)

    def __missing__(self, word: str) -> tuple[Phrase, ...]:
        if len(self) >= _MOST_WORDS:
            self.clear()
        begun = (self._beginnings.get(word[:length], ()) for length in self._lengths if length <= len(word))
        self[word] = found = (*self._whole.get(word, ()), *(phrase for phrases in begun for phrase in phrases))
        return found


@dataclass(frozen=True, slots=True)
class WordLists:
    """Phrases by the first word, whole or its beginning; the longest first."""

    candidates: Candidates


@lru_cache(maxsize=1024)
def tokens_of(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """The words of `text[start:end]`, with offsets in the whole text; several rooms ask for one sentence in turn."""
    return tuple(_token(match) for match in _WORD.finditer(text, start, len(text) if end is None else end))


def _token(match: re.Match[str]) -> Token:
    lower, folded, is_capital = _shape(match.group())
    start, end = match.span()
    return Token(lower, folded, start, end, is_capital)


@lru_cache(maxsize=1 << 15)
def _shape(shown: str) -> tuple[str, str, bool]:
    word = shown[:_LONGEST_WORD]
    lower = word.lower()
    return lower, fold_word(lower), word[0].isupper()


def compile_lists(lists: Mapping[str, Iterable[str]]) -> WordLists:
    """One search for several lists; a hit carries the name of its list."""
    whole: dict[str, list[Phrase]] = {}
    beginnings: dict[str, list[Phrase]] = {}
    for label, texts in lists.items():
        for text in texts:
            phrase = Phrase(tuple(text.lower().split()), label, text[0].isupper())
            index = beginnings if phrase.words[0].endswith("*") else whole
            index.setdefault(phrase.words[0].rstrip("*"), []).append(phrase)
    return WordLists(Candidates(_frozen(whole), _frozen(beginnings)))


def _frozen(index: dict[str, list[Phrase]]) -> _Index:
    return {first: tuple(sorted(phrases, key=lambda phrase: -len(phrase.words))) for first, phrases in index.items()}


def find_hits(tokens: Sequence[Token], lists: WordLists) -> tuple[Hit, ...]:
    """The longest phrase of each list at each place; lists may overlap, hits of one list do not."""
    hits: list[Hit] = []
    ends: dict[str, int] = {}
    candidates = lists.candidates
    for place, token in enumerate(tokens):
        for phrase in candidates[token.folded]:
            if ends.get(phrase.label, -1) < place and _stands_at(phrase, tokens, place):
                ends[phrase.label] = last = place + len(phrase.words) - 1
                hits.append(Hit(phrase.label, place, last))
    return tuple(hits)


def _stands_at(phrase: Phrase, tokens: Sequence[Token], place: int) -> bool:
    words = phrase.words
    if phrase.wants_capital and not tokens[place].is_capital:
        return False
    if len(words) == 1:
        return True
    if place + len(words) > len(tokens):
        return False
    return all(_is_word(word, tokens[place + i].folded) for i, word in enumerate(words) if i)


def _is_word(pattern: str, word: str) -> bool:
    return word.startswith(pattern[:-1]) if pattern.endswith("*") else pattern == word
