"""What is known of a sentence that may report speech, and a stretch of the text that somebody said."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple, TypeVar

from talks.reading.attributions import Attribution
from talks.reading.cast import Speaker
from talks.reading.cues import Cue
from talks.reading.parsed import Actor, Parse
from talks.reading.phrases import Sentence


class Claim(NamedTuple):
    """A stretch of the text that somebody said."""

    start: int
    end: int
    is_direct: bool
    speaker: Speaker
    via: tuple[str, ...] = ()
    words: int = 0
    """How many, of a direct one."""
    is_told: bool = False
    """A verb of its sentence says that it was said."""


class Speech(NamedTuple):
    sentence: Sentence
    parse: Parse
    cues: Sequence[Cue]
    attributions: Sequence[Attribution]
    speakers: Mapping[int, Speaker]
    """By the item where the verb or the attribution begins."""
    subject: Speaker
    """Of the sentence: its first noun phrase that can be one."""
    actor: Actor | None
    """The noun phrase of `subject`."""
    via: tuple[str, ...]
    focus: Speaker
    """Who had the word before the sentence."""
    focus_age: int
    """Paragraphs since then."""
    is_all_quoted: bool
    """The sentence has nothing but words between marks."""

    def cues_between(self, first: int, last: int) -> Sequence[Cue]:
        """Those that begin at the items `first` to `last`, `last` exclusive."""
        return _between(self.cues, first, last)

    def attributions_between(self, first: int, last: int) -> Sequence[Attribution]:
        return _between(self.attributions, first, last)


Placed = TypeVar("Placed", Cue, Attribution)


def _between(found: Sequence[Placed], first: int, last: int) -> Sequence[Placed]:
    start = bisect_left(found, first, key=attrgetter("first"))
    return found[start : bisect_left(found, last, lo=start, key=attrgetter("first"))]
