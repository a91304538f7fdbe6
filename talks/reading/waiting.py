"""Words between marks whose speaker the next sentence may tell: ««…». Así se despidió Trump», ««…», lamentó. …»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from talks.reading.cast import NOBODY, Cast, Speaker
from talks.reading.document import Document
from talks.reading.speech_words import load_speech_words
from talks.reading.spoken import Claim, Speech
from talks.reading.whose_words import teller_of_words

STAMP = re.compile(r"\d{1,2}[:.h]\d{2}\b[\s|.:–—-]*")
"""At the start of a paragraph: an entry of a live blog, which begins afresh."""
SHORTEST_SPEECH = 4
"""Words of a paragraph between marks that is speech and no heading."""
LEAD = 1
"""The paragraph of the line under the headline."""
OPENERS_BACK = frozenset(["con", "así", "fue", "son", "lo", "de", "ese", "esa", "estas", "esas", "la", "el"])
"""A sentence that begins with one of these may say whose the words before it are."""


def may_wait(speech: Speech, found: Sequence[Claim], document: Document) -> bool:
    return bool(found) and (_stands_alone(speech, document) or _is_untold(speech, found))


def _stands_alone(speech: Speech, document: Document) -> bool:
    """A sentence of words between marks that opens its paragraph: who said it may come in the next."""
    start, begin = speech.sentence.start, document.paragraphs[speech.sentence.paragraph][0]
    stamp = STAMP.match(document.text, begin)
    begin = stamp.end() if stamp else begin
    is_first = start - begin <= 1 or (document.dateline is not None and begin <= document.dateline[1] >= start - 3)
    return is_first and speech.is_all_quoted


def _is_untold(speech: Speech, found: Sequence[Claim]) -> bool:
    """«…», lamentó. «…», añadió Rutte»: the verb has no subject, and nobody has spoken before."""
    is_elided = bool(speech.cues) and all(cue.subject is None and cue.number != "many" for cue in speech.cues)
    return is_elided and not speech.focus.name and all(claim.speaker.name is None for claim in found)


def is_speech(claim: Claim) -> bool:
    """Not a heading: a few words that nobody is known to have said."""
    return claim.words >= SHORTEST_SPEECH or claim.is_told


def runs_on(document: Document, claim: Claim) -> bool:
    """No mark ends it: it goes on in the next paragraph."""
    return document.text[claim.end : claim.end + 1] in ("", "\n")


def settled(waiting: Sequence[Claim], speech: Speech, cast: Cast) -> Iterator[Claim]:
    """By the next sentence of the same paragraph."""
    first = speech.parse.items[0].key if speech.parse.items else ""
    said = [speech.speakers[cue.first] for cue in speech.cues if cue.subject is not None and not cue.is_subordinate]
    owner = _taking_the_word(speech, cast)
    speaker: Speaker = owner or next((speaker for speaker in said if speaker.name), NOBODY)
    is_about = owner is not None or (_looks_back(speech, first) and speaker.name is not None)
    opens = (
        speech.subject if speech.actor is not None and speech.actor.first == 0 and speech.subject.is_person else None
    )
    for claim in waiting:
        if opens is not None and not is_about and not claim.is_told and claim.speaker.name is None:
            yield claim._replace(speaker=opens)
            continue
        is_untold = claim.is_told and claim.speaker.name is None and any(cue.is_inserted for cue in speech.cues[:1])
        yield claim._replace(speaker=speaker) if is_about or is_untold else claim


def _looks_back(speech: Speech, first: str) -> bool:
    """«Así se despidió Trump», «La frase, de Peskov, …»; an article looks back only with a noun for the words."""
    if first not in OPENERS_BACK:
        return False
    second = speech.parse.items[1].key if len(speech.parse.items) > 1 else ""
    return first not in ("el", "la") or second in load_speech_words().words_nouns


def _taking_the_word(speech: Speech, cast: Cast) -> Speaker | None:
    owner = teller_of_words(speech, cast)
    if owner is not None:
        cast.take_focus(owner, speech.sentence.paragraph, has_spoken=True)
    return owner


def settled_later(waiting: Sequence[Claim], speech: Speech, cast: Cast, document: Document) -> Iterator[Claim]:
    """By the next paragraph: of a line under the headline («…», manifestó»), or of words that stand alone."""
    paragraph = speech.sentence.paragraph
    is_lead = paragraph == LEAD + 1 and speech.subject.is_person
    owner = _taking_the_word(speech, cast) if any(not claim.is_told for claim in waiting) else None
    for claim in waiting:
        opens_lead = is_lead and claim.is_told and claim.start - document.paragraphs[LEAD][0] <= 1
        if owner is not None and not claim.is_told:
            yield claim._replace(speaker=owner)
        elif opens_lead:
            yield claim._replace(speaker=speech.subject)
        elif is_speech(claim) or runs_on(document, claim):
            yield claim
