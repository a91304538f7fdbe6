"""A text prepared for reading: cleaned, tokenised, cut into paragraphs and sentences, quotation marks paired.

Every rule of the reader works on `Document.text`; `original` takes a span back to the article's own characters.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from operator import attrgetter
from typing import NamedTuple

from talks.types import SentenceSpan

_START = attrgetter("start")


class Entity(NamedTuple):
    """A name that the pipeline found; `id` is the lexicon's, empty for what only the optional model sees."""

    start: int
    end: int
    label: str
    id: str
    words: int
    """So many tokens."""


@dataclass(frozen=True, slots=True)
class MarkedSpan:
    """What stands between two quotation marks; `start`, `end` leave the marks out."""

    start: int
    end: int
    open: str
    """The opening mark as printed: « “ " ‘ ' or — for a dialogue dash."""
    depth: int
    """0 for an outer quotation, 1 for one inside it."""


@dataclass(frozen=True, slots=True)
class Document:
    """Shapes: `offsets[i]` is the place in the article's body of `text[i]`; it has one more item, for the end."""

    text: str
    offsets: Sequence[int]
    title_end: int
    paragraphs: tuple[tuple[int, int], ...]
    """Paragraph 0 is the title; none of them is blank, but the title may be."""
    sentences: tuple[SentenceSpan, ...]
    """In `text`; captions, trailers, credits, by-lines and headings are in none."""
    marks: tuple[MarkedSpan, ...]
    """In order of their start. A quotation that runs on into the next paragraph has one span in each."""
    published: datetime
    """Aware; in the zone of the place of writing."""
    entities: tuple[Entity, ...]
    """In order, without overlap: label PERSON, INSTITUTION or PLACE, or PER by the optional model."""
    dateline: tuple[int, int] | None = None
    """«Moscú, 6 ago (EFE).-»: no sentence holds it."""
    address_day: date | None = None
    """The day in the article's address, where it has one."""

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The same span in the article's body."""
        return self.offsets[start], self.offsets[end] if end > start else self.offsets[start]

    def sentence_at(self, position: int) -> SentenceSpan | None:
        """The sentence that holds the character; None in captions, trailers and between sentences."""
        index = bisect_right(self.sentences, position, key=_START) - 1
        return self.sentences[index] if index >= 0 and position < self.sentences[index].end else None
