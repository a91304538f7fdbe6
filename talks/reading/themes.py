"""The matters of the talks that an article is about."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from talks.lexicon.load import Lexicon, Theme
from talks.reading.document import Document
from talks.reading.word_lists import WordLists, compile_lists, find_hits, tokens_of

_TITLE_WEIGHT = 3
_LEAD_WEIGHT = 2
_LEAD_SENTENCES = 3
_LEAST_WEIGHT = 2
"""A word that falls once, far down, makes no theme."""


def find_themes(document: Document, lexicon: Lexicon) -> tuple[str, ...]:
    """Ids of the themes, the most present first; a word of the title weighs three times, one of the lead twice."""
    phrases = _phrases(lexicon.themes)
    weights: Counter[str] = Counter()
    in_body = 0
    for sentence in document.sentences:
        in_body += sentence.paragraph > 0
        weight = _TITLE_WEIGHT if sentence.paragraph == 0 else _LEAD_WEIGHT if in_body <= _LEAD_SENTENCES else 1
        for hit in find_hits(tokens_of(document.text, sentence.start, sentence.end), phrases):
            weights[hit.label] += weight
    return tuple(theme for theme, weight in weights.most_common() if weight >= _LEAST_WEIGHT)


@lru_cache(maxsize=1 << 13)
def themes_in(text: str, lexicon: Lexicon) -> frozenset[str]:
    """Ids of the themes that a few words touch."""
    return frozenset(hit.label for hit in find_hits(tokens_of(text), _phrases(lexicon.themes)))


@lru_cache(maxsize=8)
def _phrases(themes: tuple[Theme, ...]) -> WordLists:
    return compile_lists({theme.id: theme.words for theme in themes})
