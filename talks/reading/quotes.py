"""Who said what: direct and indirect quotations of one article, each an exact span of its text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from talks.lexicon.load import Lexicon
from talks.reading.direct import direct_claims
from talks.reading.document import Document
from talks.reading.indirect import indirect_claims
from talks.reading.phrases import split_into_items
from talks.reading.speakers import Cast, gather_cast
from talks.reading.speech import Claim, read_speech
from talks.reading.speech_words import verb_forms
from talks.types import PersonMention, Quote


def find_quotes(document: Document, mentions: tuple[PersonMention, ...], lexicon: Lexicon) -> tuple[Quote, ...]:
    """Every quotation in order; spans are in `document.text`. A speaker nobody can be sure of is None."""
    cast = gather_cast(document, mentions, lexicon)
    claims = list(_claims(document, mentions, lexicon, cast))
    return tuple(_quote(document, claim) for claim in _without_overlap(claims))


def _claims(document: Document, mentions: Sequence[PersonMention], lexicon: Lexicon, cast: Cast) -> Iterator[Claim]:
    forms = verb_forms(lexicon)
    for sentence in split_into_items(document, mentions):
        focus = cast.focus
        speech = read_speech(sentence, cast, forms)
        yield from direct_claims(speech, cast, document.marks, focus)
        yield from indirect_claims(speech, cast)


def _without_overlap(claims: Sequence[Claim]) -> list[Claim]:
    """Direct ones stay; of two indirect ones that overlap, the first in the text."""
    direct = [claim for claim in claims if claim.is_direct]
    kept = sorted(direct)
    end = 0
    for claim in sorted(claim for claim in claims if not claim.is_direct):
        if claim.start >= end:
            kept.append(claim)
            end = claim.end
    return sorted(kept)


def _quote(document: Document, claim: Claim) -> Quote:
    return Quote(
        text=document.text[claim.start : claim.end],
        speaker=claim.speaker.name,
        direct=claim.is_direct,
        start=claim.start,
        end=claim.end,
        via=claim.via,
        speaker_id=claim.speaker.person_id,
    )
