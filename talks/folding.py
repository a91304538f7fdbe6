"""Folding: the form in which Spanish words are compared."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import filterfalse

_WORD = re.compile(r"\w+")


def fold(text: str) -> str:
    """Lower case, no accents (ñ becomes n), white space to single spaces.

    The length may differ from the original; never use it to carry offsets.
    """
    if text.isascii():
        return " ".join(text.lower().split())
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return " ".join("".join(filterfalse(unicodedata.combining, decomposed)).split())


@lru_cache(maxsize=1 << 15)
def fold_word(word: str) -> str:
    """The same for one word of running text, remembered: a newspaper's words come again and again."""
    return fold(word)


def words_of(text: str) -> list[str]:
    """Its words, folded, without what stands between them."""
    return _WORD.findall(fold(text))
