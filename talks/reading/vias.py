"""Through whom words came: a medium told once stands behind what the same person says next, until something tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from talks.reading.document import Document
from talks.reading.speech_words import load_speech_words
from talks.reading.spoken import Claim
from talks.reading.word_lists import WordLists, compile_lists, find_hits, tokens_of
from talks.types import SentenceSpan

NEXT = 1
"""Paragraphs on which a medium is still behind the words."""


def with_inherited_via(document: Document, claims: Iterable[Claim]) -> Iterator[Claim]:
    """«…, según Izvestia, que citó a Peskov. «…», dijo Peskov»: the second words came through Izvestia too.

    Whoever says something at another occasion («en rueda de prensa») says it without the medium.
    """
    before: Claim | None = None
    paragraph = 0
    for claim in claims:
        sentence = document.sentence_at(claim.start)
        if before is not None and _goes_on(document, before, claim, sentence, paragraph):
            claim = claim._replace(via=before.via)
        yield claim
        before, paragraph = claim, sentence.paragraph if sentence else paragraph


def _goes_on(document: Document, before: Claim, claim: Claim, sentence: SentenceSpan | None, paragraph: int) -> bool:
    if claim.via or not before.via or not claim.speaker.is_person or claim.speaker != before.speaker:
        return False
    is_near = sentence is not None and paragraph > 0 and sentence.paragraph - paragraph <= NEXT
    return is_near and sentence is not None and not _has_occasion(document, sentence)


def _has_occasion(document: Document, sentence: SentenceSpan) -> bool:
    return bool(find_hits(tokens_of(document.text, sentence.start, sentence.end), _occasions()))


@cache
def _occasions() -> WordLists:
    return compile_lists({"occasion": load_speech_words().occasions})
