"""Tokens: words, numbers and single marks; the same rule for texts and for the names of the lexicon.

spaCy's own rule takes quadratic time on a long run without spaces and keeps «Putin-Trump» in one piece.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]
from spacy.tokens import Doc
from spacy.vocab import Vocab

PREFIX = re.compile(r"^[^\w\s]")
SUFFIX = re.compile(r"[^\w\s]$")
INFIX = re.compile(r"(?<=[^\W\d])[^\w\s'’](?=\w)|(?<=\d)[^\w\s.,:](?=\w)|(?<=\W)[^\w\s]|[^\w\s](?=\W)")
LONGEST_RUN = 200
"""Characters without a space that the compiled tokeniser may see: beyond that the plain pattern takes over."""
PLAIN = re.compile(r"(\w{1,100}|[^\w\s]|\s)( ?)")


def build_tokenizer(vocab: Vocab) -> Callable[[str], Doc]:
    compiled = Tokenizer(vocab, prefix_search=PREFIX.search, suffix_search=SUFFIX.search, infix_finditer=INFIX.finditer)

    def tokenize(text: str) -> Doc:
        has_long_run = max(map(len, text.split()), default=0) > LONGEST_RUN
        return _plain(text, vocab) if has_long_run else compiled(text)

    return tokenize


def _plain(text: str, vocab: Vocab) -> Doc:
    pieces = PLAIN.findall(text)
    return Doc(vocab, words=[word for word, _ in pieces], spaces=[bool(space) for _, space in pieces])
