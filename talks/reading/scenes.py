"""A sentence as the rules of events see it: words, verbs, clauses, and the words that change a status."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Protocol, TypeVar

from talks.lexicon.load import Lexicon
from talks.reading.clauses import Clause, split_clauses
from talks.reading.document import Document
from talks.reading.event_words import load_event_words
from talks.reading.verb_groups import VerbGroup, find_verb_groups, forms_in
from talks.reading.word_lists import Hit, Token, find_hits, tokens_of
from talks.types import SentenceSpan

LONGEST_SENTENCE = 1500
"""Characters: what is longer is a list or a table, and tells no event."""


@dataclass(frozen=True, slots=True)
class Scene:
    """All places are places in `tokens`."""

    sentence: SentenceSpan
    tokens: tuple[Token, ...]
    verbs: tuple[VerbGroup, ...]
    clauses: tuple[Clause, ...]
    nouns: tuple[Hit, ...]
    cues: Mapping[str, tuple[Hit, ...]]
    """By list."""
    is_question: bool

    @property
    def is_title(self) -> bool:
        return self.sentence.paragraph == 0

    def clause_at(self, place: int) -> int:
        return next((i for i, clause in enumerate(self.clauses) if clause.first <= place <= clause.last), 0)

    def verbs_in(self, clause: Clause) -> list[VerbGroup]:
        return [verb for verb in self.verbs if clause.first <= verb.place <= clause.last]

    def span_of(self, clause: Clause) -> tuple[int, int]:
        return self.tokens[clause.first].start, self.tokens[clause.last].end

    def has_cue(self, label: str, first: int, last: int) -> bool:
        """A word of the list lies wholly between the two places."""
        hits = self.cues.get(label)
        return hits is not None and any(first <= hit.first and hit.last <= last for hit in hits)


class Placed(Protocol):
    """Whatever stands somewhere in the text."""

    @property
    def start(self) -> int: ...


_START = attrgetter("start")
P = TypeVar("P", bound=Placed)


def within(placed: Sequence[P], start: int, end: int) -> Sequence[P]:
    """Those that begin between the two characters; `placed` is in order."""
    first = bisect_left(placed, start, key=_START)
    return placed[first : bisect_left(placed, end, lo=first, key=_START)]


def _by_label(hits: Sequence[Hit]) -> dict[str, tuple[Hit, ...]]:
    labelled: dict[str, list[Hit]] = {}
    for hit in hits:
        labelled.setdefault(hit.label, []).append(hit)
    return {label: tuple(group) for label, group in labelled.items()}


def scenes_of(document: Document, lexicon: Lexicon) -> Iterator[Scene]:
    """One for each sentence that has a word of an event, in order."""
    words = load_event_words()
    for sentence in document.sentences:
        if sentence.end - sentence.start > LONGEST_SENTENCE:
            continue
        tokens = tokens_of(document.text, sentence.start, sentence.end)
        nouns, forms = find_hits(tokens, words.nouns), forms_in(tokens)
        if nouns or any(tokens[place].lower in words.telling for place, _ in forms):
            verbs = find_verb_groups(tokens, forms)
            yield Scene(
                sentence,
                tokens,
                verbs,
                split_clauses(document.text, tokens, verbs, lexicon.verbs),
                nouns,
                _by_label(find_hits(tokens, words.signs)),
                document.text[sentence.start : sentence.end].rstrip(" »”\"'").endswith("?"),
            )
