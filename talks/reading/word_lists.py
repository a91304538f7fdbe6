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
from itertools import accumulate
from typing import NamedTuple

from talks.folding import fold_word

_WORD = re.compile(r"(\d+(?:[.,]\d+)*|[^\W_]+(?:['’][^\W_]+)?)")
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
    second: str
    """The word that must follow the first; empty where any may, or none."""


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
        found = self._whole.get(word, ())
        for length in self._lengths:
            if length <= len(word):
                found += self._beginnings.get(word[:length], ())
        self[word] = found
        return found


@dataclass(frozen=True, slots=True)
class WordLists:
    """Phrases by the first word, whole or its beginning; the longest first."""

    candidates: Candidates


@lru_cache(maxsize=1024)
def tokens_of(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """The words of `text[start:end]`, with offsets in the whole text; several rooms ask for one sentence in turn."""
    pieces = _WORD.split(text[start:end])
    places = list(accumulate(map(len, pieces), initial=start))
    shapes = [_shape(piece[:_LONGEST_WORD]) for piece in pieces[1::2]]
    words = zip(shapes, places[1::2], places[2::2], strict=False)
    return tuple([Token(lower, folded, first, last, capital) for (lower, folded, capital), first, last in words])


def starts_of(text: str, start: int, end: int) -> list[int]:
    """Where the words of `text[start:end]` begin."""
    return [match.start() for match in _WORD.finditer(text, start, end)]


def words_in(text: str) -> list[str]:
    """The words as printed in lower case, without their places."""
    return [_shape(word[:_LONGEST_WORD])[0] for word in _WORD.findall(text)]


@lru_cache(maxsize=1 << 15)
def _shape(word: str) -> tuple[str, str, bool]:
    """Of a word that is cut to a bearable length, so that what is remembered stays small."""
    lower = word.lower()
    return lower, fold_word(lower), word[0].isupper()


def compile_lists(lists: Mapping[str, Iterable[str]]) -> WordLists:
    """One search for several lists; a hit carries the name of its list."""
    whole: dict[str, list[Phrase]] = {}
    beginnings: dict[str, list[Phrase]] = {}
    for label, texts in lists.items():
        for text in texts:
            words = tuple(text.lower().split())
            second = words[1] if len(words) > 1 and not words[1].endswith("*") else ""
            phrase = Phrase(words, label, text[0].isupper(), second)
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
    begun = [(place, phrases) for place, token in enumerate(tokens) if (phrases := candidates[token.folded])]
    for place, phrases in begun:
        following = tokens[place + 1].folded if place + 1 < len(tokens) else ""
        for phrase in phrases:
            if phrase.second and phrase.second != following:
                continue
            if ends.get(phrase.label, -1) < place and _stands_at(phrase, tokens, place):
                ends[phrase.label] = last = place + len(phrase.words) - 1
                hits.append(Hit(phrase.label, place, last))
    return tuple(hits)


def begins_with(tokens: Sequence[Token], lists: WordLists) -> bool:
    """Whether a phrase stands at the very first place."""
    return bool(tokens) and any(_stands_at(phrase, tokens, 0) for phrase in lists.candidates[tokens[0].folded])


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
