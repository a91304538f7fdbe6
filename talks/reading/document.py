"""A text prepared for reading: cleaned, tokenised, cut into paragraphs and sentences, quotation marks paired.

Every rule of the reader works on `Document.text`; `original` takes a span back to the article's own characters.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from spacy.tokens import Doc

from talks.types import SentenceSpan


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
    offsets: tuple[int, ...]
    title_end: int
    paragraphs: tuple[tuple[int, int], ...]
    """Paragraph 0 is the title."""
    sentences: tuple[SentenceSpan, ...]
    """In `text`, captions, trailers and credits left out."""
    marks: tuple[MarkedSpan, ...]
    """In order of their start."""
    published: datetime
    """Aware; in the zone of the place of writing."""
    doc: Doc
    """spaCy's tokens of `text`, with the lexicon's entities: label PERSON, INSTITUTION or PLACE, `ent_id_` the id."""
    dateline: tuple[int, int] | None = None
    """«Moscú, 6 ago (EFE).-»: no sentence holds it."""

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The same span in the article's body."""
        return self.offsets[start], self.offsets[end - 1] + 1 if end > start else self.offsets[start]

    def sentence_at(self, position: int) -> SentenceSpan | None:
        return next((s for s in self.sentences if s.start <= position < s.end), None)
