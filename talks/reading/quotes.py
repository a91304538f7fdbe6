"""Who said what: direct and indirect quotations of one article, each an exact span of its text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from talks.folding import fold
from talks.lexicon.load import Lexicon
from talks.reading.cast import NOBODY, Cast, Speaker, gather_cast
from talks.reading.direct import direct_claims
from talks.reading.document import Document
from talks.reading.indirect import indirect_claims
from talks.reading.interviews import interview_claims, with_guest_in_title
from talks.reading.phrases import split_into_items
from talks.reading.speech import read_speech
from talks.reading.speech_words import verb_forms
from talks.reading.spoken import Claim
from talks.reading.vias import with_inherited_via
from talks.reading.waiting import STAMP, is_speech, may_wait, runs_on, settled, settled_later
from talks.types import PersonMention, Quote

MOST_ECHOES = 100
WORD = re.compile(r"\w+")


def find_quotes(document: Document, mentions: tuple[PersonMention, ...], lexicon: Lexicon) -> tuple[Quote, ...]:
    """Every quotation in order; spans are in `document.text`. A speaker nobody can be sure of is None."""
    cast = gather_cast(document, mentions, lexicon)
    told = list(_claims(document, mentions, lexicon, cast))
    answers = list(interview_claims(document, mentions, told))
    claims = with_guest_in_title(document, _without_overlap([*_outside(answers, told), *answers]), answers)
    claims = list(with_inherited_via(document, _joined(document, claims)))
    return tuple(_quote(document, claim) for claim in _with_headline(document, claims))


def _joined(document: Document, claims: Sequence[Claim]) -> list[Claim]:
    """A quotation of several paragraphs has one speaker, whom its last paragraph may tell."""
    joined: list[Claim] = []
    after: Claim | None = None
    for claim in reversed(claims):
        is_open = claim.is_direct and not claim.speaker.name and runs_on(document, claim)
        if is_open and after is not None and not document.text[claim.end : after.start].strip(CONTINUING):
            claim = claim._replace(speaker=after.speaker)
        joined.append(claim)
        after = claim if claim.is_direct else None
    return joined[::-1]


CONTINUING = ' \n»«“”"'


def _claims(document: Document, mentions: Sequence[PersonMention], lexicon: Lexicon, cast: Cast) -> Iterator[Claim]:
    forms = verb_forms(lexicon)
    waiting: list[Claim] = []
    paragraph = -1
    for sentence in split_into_items(document, mentions):
        if sentence.paragraph != paragraph and STAMP.match(document.text, document.paragraphs[sentence.paragraph][0]):
            cast.forget(sentence.start)
        speech = read_speech(sentence, cast, forms)
        if waiting and sentence.paragraph == paragraph:
            yield from settled(waiting, speech, cast)
        else:
            yield from settled_later(waiting, speech, cast, document)
        paragraph = sentence.paragraph
        found = list(direct_claims(speech, cast, document.marks))
        waiting = found if may_wait(speech, found, document) else []
        if found and not speech.cues and found[-1].speaker.is_person:
            cast.take_focus(found[-1].speaker, paragraph, has_spoken=True)  # «Merz: «…». Promete que…»
        yield from () if waiting else found
        yield from indirect_claims(speech)
    yield from (claim for claim in waiting if is_speech(claim))


def _outside(answers: Sequence[Claim], claims: Iterable[Claim]) -> Iterator[Claim]:
    """What stands inside an answer is part of it."""
    starts = [answer.start for answer in answers]
    for claim in claims:
        index = bisect_right(starts, claim.start) - 1
        if index < 0 or claim.start >= answers[index].end:
            yield claim


def _with_headline(document: Document, claims: Sequence[Claim]) -> Iterator[Claim]:
    """Words of the headline that the text gives again are one quotation; a part of it is of who says it there."""
    body = {
        _key(document, claim): claim.speaker
        for claim in reversed(claims)
        if claim.is_direct and claim.start >= document.title_end
    }
    yield from _echoes(document, claims, body)
    for claim in claims:
        if not claim.is_direct or (claim.end > document.title_end and claim.is_told):
            yield claim
        elif claim.end > document.title_end:
            yield claim._replace(speaker=_said_by(_key(document, claim), body, claim.speaker))
        elif (key := _key(document, claim)) not in body or body[key].name is None:
            yield claim._replace(speaker=_said_by(key, body, claim.speaker))


def _echoes(document: Document, claims: Sequence[Claim], body: Mapping[str, Speaker]) -> Iterator[Claim]:
    """««Decepcionado» con Zelenski» in the headline, where the text quotes «estoy un poco decepcionado»."""
    taken = {claim.start for claim in claims}
    for mark in document.marks:
        if mark.end > document.title_end:
            return
        claim = Claim(mark.start, mark.end, True, NOBODY)
        key = _key(document, claim)
        speaker = NOBODY if mark.depth or mark.start in taken or key in body else _said_by(key, body, NOBODY)
        if speaker.name:
            yield claim._replace(speaker=speaker)


def _said_by(key: str, body: Mapping[str, Speaker], otherwise: Speaker) -> Speaker:
    """Of the first longer quotation that has the words."""
    longer = (speaker for other, speaker in islice(body.items(), MOST_ECHOES) if f" {key} " in f" {other} ")
    return next((speaker for speaker in longer if speaker.name), otherwise)


def _key(document: Document, claim: Claim) -> str:
    return " ".join(WORD.findall(fold(document.text[claim.start : claim.end])))


def _without_overlap(claims: Sequence[Claim]) -> list[Claim]:
    """Direct ones stay; of two indirect ones that overlap, the first in the text."""
    kept = [claim for claim in claims if claim.is_direct]
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
