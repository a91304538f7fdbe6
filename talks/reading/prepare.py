"""From an article to a `Document`: the text every rule of the reader works on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from spacy.language import Language
from spacy.tokens import Doc, Span

from talks.reading.document import Document, Entity
from talks.reading.layout import Layout, lay_out
from talks.reading.pipeline import SENTENCE_STARTS, build_nlp

BATCH = 32
"""Articles in memory at a time."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What `prepare` takes of an article; `published` is aware, in the zone of the place of writing."""

    title: str
    text: str
    published: datetime
    address_day: date | None = None


def prepare(title: str, text: str, *, published: datetime, nlp: Language, address_day: date | None = None) -> Document:
    """Clean, cut and tokenise one article."""
    return next(prepare_many([Draft(title, text, published, address_day)], nlp=nlp))[1]


def prepare_many(drafts: Iterable[Draft], *, nlp: Language) -> Iterator[tuple[Draft, Document]]:
    """The same for many, in order, `BATCH` at a time."""
    laid_out = ((draft, lay_out(draft.title, draft.text)) for draft in drafts)
    pairs = ((_tokenised(layout, nlp), (draft, layout)) for draft, layout in laid_out)
    for doc, (draft, layout) in nlp.pipe(pairs, as_tuples=True, batch_size=BATCH):
        yield draft, _document(draft, layout, doc)


def _tokenised(layout: Layout, nlp: Language) -> Doc:
    doc = nlp.make_doc(layout.text)
    doc.user_data[SENTENCE_STARTS] = [sentence.start for sentence in layout.sentences]
    return doc


def _document(draft: Draft, layout: Layout, doc: Doc) -> Document:
    return Document(
        text=layout.text,
        offsets=layout.offsets,
        title_end=layout.title_end,
        paragraphs=layout.paragraphs,
        sentences=layout.sentences,
        marks=layout.marks,
        published=draft.published,
        entities=tuple(_entity(span) for span in doc.ents),
        dateline=layout.dateline,
        address_day=draft.address_day,
    )


def _entity(span: Span) -> Entity:
    return Entity(span.start_char, span.end_char, span.label_, span.ent_id_, len(span))


__all__ = ["Draft", "build_nlp", "prepare", "prepare_many"]
