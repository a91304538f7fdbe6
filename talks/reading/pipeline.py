"""The spaCy pipeline: tokens, beginnings of sentences, names of the lexicon, names by an optional trained model."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from talks.errors import SettingsError
from talks.lexicon.load import Lexicon
from talks.reading.entities import build_name_finder
from talks.reading.tokens import build_tokenizer

SENTENCE_STARTS = "sentence_starts"
"""Key of `Doc.user_data`: the places where `sentences` found beginnings."""
UNKNOWN_PERSON = "PER"
"""The label of what only the trained model takes for a person."""

Step = Callable[[Doc], Doc]


@dataclass(slots=True)
class Steps:
    """The one component of the pipeline: spaCy's registry knows it by name, `build_nlp` fills it."""

    steps: list[Step] = field(default_factory=list)

    def __call__(self, doc: Doc) -> Doc:
        for step in self.steps:
            doc = step(doc)
        return doc


@Language.factory("tregua_steps")
def _create_steps(nlp: Language, name: str) -> Steps:
    return Steps()


def build_nlp(lexicon: Lexicon, *, model: str = "") -> Language:
    """A blank Spanish pipeline with one phrase pattern for each name of the lexicon.

    `model` is an installed trained pipeline that may add persons. Raises SettingsError when it cannot be loaded.
    """
    nlp = spacy.blank("es")
    nlp.tokenizer = build_tokenizer(nlp.vocab)
    steps: list[Step] = [mark_sentences, build_name_finder(lexicon, nlp.vocab, nlp.make_doc)]
    if model:
        steps.append(build_person_finder(model))
    nlp.add_pipe("tregua_steps").steps += steps  # type: ignore[attr-defined]
    return nlp


def mark_sentences(doc: Doc) -> Doc:
    """The boundary component: the beginnings were found on the raw string, with its quotation marks."""
    starts = doc.user_data.get(SENTENCE_STARTS, ())
    if len(starts) and len(doc):
        tokens = np.searchsorted(doc.to_array("IDX"), starts)
        flags = np.zeros((len(doc), 1), dtype="uint64")
        flags[tokens[tokens < len(doc)]] = 1
        doc.from_array(["SENT_START"], flags)  # type: ignore[arg-type]
    return doc


def build_person_finder(model: str) -> Step:
    """Persons that only the trained pipeline sees, labelled PER; the names of the lexicon stay as they are."""
    trained = _load(model)

    def add_persons(doc: Doc) -> Doc:
        found = (ent for ent in trained(doc.text).ents if ent.label_ in ("PER", "PERSON"))
        spans = (doc.char_span(ent.start_char, ent.end_char, UNKNOWN_PERSON, alignment_mode="expand") for ent in found)
        doc.set_ents([span for span in spans if span is not None and _is_free(span)], default="unmodified")
        return doc

    return add_persons


def _is_free(span: Span) -> bool:
    return not any(token.ent_type for token in span)


def _load(model: str) -> Language:
    try:
        return spacy.load(model)
    except (OSError, ImportError, ValueError) as error:
        raise SettingsError(
            f"El ajuste TREGUA_SPACY_MODEL vale «{model}» y se espera un modelo de spaCy instalado, "
            "como es_core_news_md, o nada."
        ) from error
