"""The words of a text as the search for names needs them: folded, with their case and what stands before them."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from talks.folding import fold
from talks.lexicon.load import FOLDER

_TOKEN = re.compile(
    r"(EE\.?\s?UU\.?|E\.U\.(?:A\.)?|(?:Jr|Sr|Dr|Dra|Sra|Mr)\.|[A-ZÁÉÍÓÚÑ]\.(?=\s?[^\W\d_])"
    r"|[^\W\d_][^\W_]*(?:['’][^\W_]+)*|\d+|[^\w\s]{20,}|(\S)\2*)"
)
_HYPHENS = frozenset("-‐‑–")
_LONGEST_WORD = 40
"""Letters of a word that are looked at; longer runs are nobody's name."""


class Word(NamedTuple):
    """One word or mark."""

    start: int
    end: int
    key: str
    """Folded, without dots; a mark is its own key, a row of marks is its first."""
    gap: str
    """What stands before it: nothing, a space, a hyphen or a line break."""
    is_capital: bool
    is_shouted: bool
    """All in capitals: an acronym, or a word of a headline in capitals."""
    is_word: bool
    is_name: bool
    """A word with a capital."""


@dataclass(frozen=True, slots=True)
class NameWords:
    """The lists of `talks/lexicon/name_words.toml`."""

    particles: frozenset[str]
    ordinals: frozenset[str]
    suffixes: frozenset[str]
    patronymic_endings: frozenset[str]
    not_names: frozenset[str]
    naming_nouns: frozenset[str]
    openers: frozenset[str]
    credits: frozenset[str]


@cache
def load_name_words() -> NameWords:
    rows: dict[str, str] = tomllib.loads((FOLDER / "name_words.toml").read_text(encoding="utf-8"))
    return NameWords(**{name: frozenset(words.split()) for name, words in rows.items()})


@cache
def load_given_names() -> frozenset[str]:
    """Folded given names of all the tongues of the talks."""
    rows: dict[str, str] = tomllib.loads((FOLDER / "given_names.toml").read_text(encoding="utf-8"))
    return frozenset(fold(name) for names in rows.values() for name in names.split())


def words_of(text: str) -> list[Word]:
    """Words and marks in order; a hyphen inside a word is no mark, it is the `gap` before its second half."""
    words: list[Word] = []
    end, is_joined = 0, False
    pieces = _TOKEN.split(text)
    for space, shown in zip(pieces[::3], pieces[1::3], strict=False):
        start = end + len(space)
        end = start + len(shown)
        if shown in _HYPHENS and _is_inside_word(text, start):
            is_joined = True
            continue
        gap = "-" if is_joined else "\n" if "\n" in space else space and " "
        key, is_capital, is_shouted, is_word = _shape(shown[:_LONGEST_WORD])
        words.append(Word(start, end, key, gap, is_capital, is_shouted, is_word, is_word and is_capital))
        is_joined = False
    return words


@lru_cache(maxsize=1 << 15)
def _shape(shown: str) -> tuple[str, bool, bool, bool]:
    """Its key; whether it is capital, shouted, a word."""
    key = _key(shown)
    is_shouted = len(shown) > 1 and shown.isupper() and not shown.endswith(".")
    return key, shown[0].isupper() or shown[0].istitle(), is_shouted, key[:1].isalpha()


def _is_inside_word(text: str, place: int) -> bool:
    return 0 < place < len(text) - 1 and text[place - 1].isalnum() and text[place + 1].isalnum()


def _key(word: str) -> str:
    if not word[0].isalnum():
        return word[0]
    return fold(word[:_LONGEST_WORD]).replace(".", "").replace(" ", "")


def keys_of(name: str) -> tuple[str, ...]:
    return tuple(word.key for word in words_of(name))


def opens_sentence(words: list[Word], place: int) -> bool:
    """At the start of a line, after a full stop, an opening mark or the time of a live blog."""
    if place == 0 or words[place].gap == "\n" or words[place - 1].key in _BEFORE_SENTENCE:
        return True
    return words[place - 1].key.isdigit() and place > 1 and words[place - 2].key in (":", ".", "h")


_BEFORE_SENTENCE = frozenset(".:?!¿¡«“\"‘'(—-…|•")
