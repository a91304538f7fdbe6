"""Words between marks whose speaker the next sentence may tell: ««…». Así se despidió Trump», ««…», lamentó. …»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from talks.reading.cast import NOBODY, Cast, Speaker
from talks.reading.document import Document
from talks.reading.speakers import who
from talks.reading.speech import Claim, Speech
from talks.reading.speech_words import load_speech_words

SHORTEST_SPEECH = 4
"""Words of a paragraph between marks that is speech and no heading."""
LEAD = 1
"""The paragraph of the line under the headline."""
OPENERS_BACK = frozenset(["con", "así", "fue", "son", "lo", "de", "ese", "esa", "estas", "esas", "la", "el"])
"""A sentence that begins with one of these may say whose the words before it are."""
OWNER_WITHIN = 6
"""Items of «la frase, del portavoz del Kremlin, …» before whose it is."""


def may_wait(speech: Speech, found: Sequence[Claim], document: Document) -> bool:
    return bool(found) and (_stands_alone(speech, document) or _is_untold(speech, found))


def _stands_alone(speech: Speech, document: Document) -> bool:
    """A sentence of words between marks that opens its paragraph: who said it may come in the next."""
    start, begin = speech.sentence.start, document.paragraphs[speech.sentence.paragraph][0]
    is_first = start - begin <= 1 or (document.dateline is not None and begin <= document.dateline[1] >= start - 3)
    return is_first and speech.is_all_quoted


def _is_untold(speech: Speech, found: Sequence[Claim]) -> bool:
    """«…», lamentó. «…», añadió Rutte»: the verb has no subject, and nobody has spoken before."""
    is_elided = bool(speech.cues) and all(cue.subject is None for cue in speech.cues)
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
    owner = _owner(speech, cast)
    speaker: Speaker = owner or next((speaker for speaker in said if speaker.name), NOBODY)
    if owner is not None:
        cast.take_focus(owner, speech.sentence.paragraph, has_spoken=True)
    is_about = first in OPENERS_BACK and speaker.name is not None
    for claim in waiting:
        is_untold = claim.is_told and claim.speaker.name is None and any(cue.is_inserted for cue in speech.cues[:1])
        yield claim._replace(speaker=speaker) if is_about or is_untold else claim


def _owner(speech: Speech, cast: Cast) -> Speaker | None:
    """«La frase, de Peskov, resume…»."""
    nouns = {item.key for item in speech.parse.items[:3]}
    owner = next((actor for actor in speech.parse.starts.values() if actor.preposition in ("de", "del")), None)
    if owner is None or not nouns & load_speech_words().words_nouns or owner.first >= OWNER_WITHIN:
        return None
    return who(cast, owner)


def settled_later(waiting: Sequence[Claim], speech: Speech, document: Document) -> Iterator[Claim]:
    """By the next paragraph, for a line under the headline («…», manifestó»); else by nobody."""
    paragraph = speech.sentence.paragraph
    is_lead = paragraph == LEAD + 1 and speech.subject.is_person
    for claim in waiting:
        opens_lead = is_lead and claim.is_told and claim.start - document.paragraphs[LEAD][0] <= 1
        if opens_lead:
            yield claim._replace(speaker=speech.subject)
        elif is_speech(claim) or runs_on(document, claim):
            yield claim
