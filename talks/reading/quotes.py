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
from talks.reading.interviews import interview_claims
from talks.reading.phrases import split_into_items
from talks.reading.speech import Claim, Speech, read_speech
from talks.reading.speech_words import verb_forms
from talks.types import PersonMention, Quote

SHORTEST_SPEECH = 4
"""Words of a paragraph between marks that is speech and no heading."""
AFTER_LEAD = 2
"""A line under the headline may end in «…», manifestó», and the next paragraph say who."""
MOST_ECHOES = 100
WORD = re.compile(r"\w+")


def find_quotes(document: Document, mentions: tuple[PersonMention, ...], lexicon: Lexicon) -> tuple[Quote, ...]:
    """Every quotation in order; spans are in `document.text`. A speaker nobody can be sure of is None."""
    cast = gather_cast(document, mentions, lexicon)
    answers = list(interview_claims(document, mentions))
    claims = _without_overlap([*_outside(answers, _claims(document, mentions, lexicon, cast)), *answers])
    return tuple(_quote(document, claim) for claim in _with_headline(document, claims))


def _claims(document: Document, mentions: Sequence[PersonMention], lexicon: Lexicon, cast: Cast) -> Iterator[Claim]:
    forms = verb_forms(lexicon)
    waiting: list[Claim] = []
    paragraph = -1
    for sentence in split_into_items(document, mentions):
        speech = read_speech(sentence, cast, forms)
        yield from _settled(waiting, speech, is_same_paragraph=sentence.paragraph == paragraph)
        paragraph = sentence.paragraph
        found = list(direct_claims(speech, cast, document.marks))
        waiting = found if found and (_stands_alone(speech, document) or _is_untold(speech, found)) else []
        yield from () if waiting else found
        yield from indirect_claims(speech)
    yield from (claim for claim in waiting if _is_speech(claim))


def _outside(answers: Sequence[Claim], claims: Iterable[Claim]) -> Iterator[Claim]:
    """What stands inside an answer is part of it."""
    starts = [answer.start for answer in answers]
    for claim in claims:
        index = bisect_right(starts, claim.start) - 1
        if index < 0 or claim.start >= answers[index].end:
            yield claim


def _stands_alone(speech: Speech, document: Document) -> bool:
    """A sentence of words between marks that opens its paragraph: who said it may come in the next."""
    is_first = speech.sentence.start - document.paragraphs[speech.sentence.paragraph][0] <= 1
    return is_first and speech.is_all_quoted


def _is_untold(speech: Speech, found: Sequence[Claim]) -> bool:
    """«…», lamentó. «…», añadió Rutte»: the verb has no subject, and nobody has spoken before."""
    is_elided = bool(speech.cues) and all(cue.subject is None for cue in speech.cues)
    return is_elided and not speech.focus.name and all(claim.speaker.name is None for claim in found)


def _is_speech(claim: Claim) -> bool:
    """Not a heading: a few words that nobody is known to have said."""
    return claim.words >= SHORTEST_SPEECH or claim.is_told


def _settled(waiting: Sequence[Claim], speech: Speech, *, is_same_paragraph: bool) -> Iterator[Claim]:
    """«…». Con esas palabras respondió Trump»."""
    if not waiting:
        return
    is_lead = speech.sentence.paragraph == AFTER_LEAD and all(claim.is_told for claim in waiting)
    if not is_same_paragraph and not is_lead:
        yield from (claim for claim in waiting if _is_speech(claim))
        return
    if is_lead and not is_same_paragraph:
        yield from (claim._replace(speaker=speech.subject) if speech.subject.is_person else claim for claim in waiting)
        return
    first = speech.parse.items[0].key if speech.parse.items else ""
    said = [speech.speakers[cue.first] for cue in speech.cues if cue.subject is not None and not cue.is_subordinate]
    speaker: Speaker = next((speaker for speaker in said if speaker.name), NOBODY)
    is_about = first in OPENERS_BACK and speaker.name is not None
    for claim in waiting:
        is_untold = claim.is_told and claim.speaker.name is None and any(cue.is_inserted for cue in speech.cues[:1])
        yield claim._replace(speaker=speaker) if is_about or is_untold else claim


OPENERS_BACK = frozenset(["con", "así", "fue", "son", "lo", "de", "ese", "esa", "estas", "esas", "la", "el"])
"""A sentence that begins with one of these may say whose the words before it are."""


def _with_headline(document: Document, claims: Sequence[Claim]) -> Iterator[Claim]:
    """Words of the headline that the text gives again are one quotation; a part of it is of who says it there."""
    body = {
        _key(document, claim): claim.speaker
        for claim in reversed(claims)
        if claim.is_direct and claim.start >= document.title_end
    }
    for claim in claims:
        if not claim.is_direct or claim.end > document.title_end:
            yield claim
        elif (key := _key(document, claim)) not in body or body[key].name is None:
            yield claim if claim.speaker.is_person else claim._replace(speaker=_said_by(key, body, claim.speaker))


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
