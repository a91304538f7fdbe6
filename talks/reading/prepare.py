"""From an article to a `Document`: the text every rule of the reader works on."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from datetime import datetime

import spacy
from spacy.language import Language

from talks.lexicon.load import Lexicon
from talks.reading.clean import clean
from talks.reading.document import Document
from talks.reading.marks import pair_marks
from talks.reading.sentences import split_sentences
from talks.types import SentenceSpan

PARAGRAPH = re.compile(r"[^\n]+")


def build_nlp(lexicon: Lexicon, *, model: str = "") -> Language:
    """A blank Spanish pipeline with one phrase pattern for each name of the lexicon."""
    nlp = spacy.blank("es")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns(list(_patterns(lexicon)))  # type: ignore[attr-defined]
    return nlp


def _patterns(lexicon: Lexicon) -> Iterator[dict[str, str]]:
    """One for each name; what names both a seat of power and a place (Moscú) is the institution."""
    labelled = (("PERSON", lexicon.people), ("INSTITUTION", lexicon.institutions), ("PLACE", lexicon.places))
    seen: set[str] = set()
    for label, entries in labelled:
        for entry in entries:
            for name in sorted({entry.name, *entry.aliases} - seen):
                yield {"label": label, "pattern": name, "id": entry.id}
            seen |= {entry.name, *entry.aliases}


def prepare(title: str, text: str, *, published: datetime, nlp: Language) -> Document:
    """Clean, cut and tokenise one article; `published` is aware, in the zone of the place of writing."""
    cleaned = clean(f"{title}\n\n{text}")
    title_end = bisect_left(cleaned.offsets, len(title))
    paragraphs = ((0, title_end), *(m.span() for m in PARAGRAPH.finditer(cleaned.text, title_end)))
    marks = pair_marks(cleaned.text, paragraphs)
    sentences = tuple(
        SentenceSpan(start, end, number)
        for number, paragraph in enumerate(paragraphs)
        for start, end in split_sentences(cleaned.text, *paragraph, marks)
    )
    return Document(
        cleaned.text, cleaned.offsets, title_end, paragraphs, sentences, marks, published, nlp(cleaned.text)
    )
