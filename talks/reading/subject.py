"""Whether a teaser is close enough to the subject to ask the outlet for its page: word lists alone, no reading."""

from __future__ import annotations

from talks.reading.relevance import GATE
from talks.reading.relevance_words import cue_phrases
from talks.reading.word_lists import find_hits, tokens_of


def names_the_subject(text: str) -> bool:
    """A party of the war, or one of the envoys, and a word of talks."""
    cues = {hit.label for hit in find_hits(tokens_of(text), cue_phrases())}
    return not cues.isdisjoint(("parties", "envoys")) and not cues.isdisjoint(GATE)
