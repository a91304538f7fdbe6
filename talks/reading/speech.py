"""One sentence read for speech: its verbs and attributions, each with the speaker it stands for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from talks.reading.actors import Actor, Parse, parse
from talks.reading.attributions import Attribution, find_attributions
from talks.reading.cues import Cue, find_verbs, key_at
from talks.reading.phrases import Sentence
from talks.reading.reported import without_nested
from talks.reading.speakers import NOBODY, Cast, Speaker, who
from talks.reading.speech_words import VerbForm
from talks.reading.subjects import SUBORDINATORS, find_cues


class Claim(NamedTuple):
    """A stretch of the text that somebody said."""

    start: int
    end: int
    is_direct: bool
    speaker: Speaker
    via: tuple[str, ...] = ()


class Speech(NamedTuple):
    sentence: Sentence
    parse: Parse
    cues: Sequence[Cue]
    attributions: Sequence[Attribution]
    speakers: Mapping[int, Speaker]
    """By the item where the verb or the attribution begins."""
    subject: Speaker
    """Of the sentence: its first noun phrase that can be one."""
    actor: Actor | None
    """The noun phrase of `subject`."""
    via: tuple[str, ...]


def read_speech(sentence: Sentence, cast: Cast, forms: Mapping[str, Sequence[VerbForm]]) -> Speech:
    """Find who says what in the sentence; the focus of the cast moves on as its verbs are read."""
    parsed = parse(sentence.items)
    cues, attributions = _saying(parsed, forms)
    actor = _subject(parsed, attributions)
    subject = who(cast, actor) if actor else NOBODY
    speakers = dict(_speakers(cast, sentence, cues, attributions, subject))
    via = tuple(dict.fromkeys(_via(cast, parsed, attributions)))
    speech = Speech(sentence, parsed, cues, attributions, speakers, subject, actor, via)
    _move_focus(cast, speech)
    return speech


def _saying(parsed: Parse, forms: Mapping[str, Sequence[VerbForm]]) -> tuple[list[Cue], list[Attribution]]:
    verbs = find_verbs(parsed.items, forms)
    attributions = find_attributions(parsed, verbs)
    covered = {place for it in attributions for place in range(it.first, it.last)}
    aside = parsed._replace(asides={it.first: it.last for it in attributions})
    cues = find_cues(aside, [verb for verb in verbs if verb.first not in covered])
    return without_nested(parsed.items, cues, attributions), attributions


def _subject(parsed: Parse, attributions: Sequence[Attribution]) -> Actor | None:
    """The first person, role or body without preposition."""
    kinds = ("person", "role", "body", "source")
    covered = {it.last for it in attributions}
    for actor in parsed.starts.values():
        is_main = not actor.preposition and key_at(parsed.items, actor.first - 1) not in SUBORDINATORS
        if is_main and actor.kind in kinds and actor.last not in covered:
            return actor
    return None


def _speakers(
    cast: Cast, sentence: Sentence, cues: Sequence[Cue], attributions: Sequence[Attribution], subject: Speaker
) -> Iterator[tuple[int, Speaker]]:
    for attribution in attributions:
        if attribution.speaker is not None:
            yield attribution.first, who(cast, attribution.speaker)
        else:
            yield attribution.first, cast.focus if cast.focus_paragraph == sentence.paragraph else subject
    for cue in cues:
        if cue.subject is None:
            yield cue.first, _elided(cast, sentence, cue, subject)
            continue
        speaker = _spoken_for(cast, cue, attributions) or who(cast, cue.subject)
        if not (cue.is_adjunct or cue.is_subordinate or cue.is_relative):
            _take_focus(cast, speaker, sentence.paragraph)
            if speaker.name and (cue.subject.kind in ("body", "name") or cue.subject.is_plural):
                cast.body = speaker
        yield cue.first, speaker


def _spoken_for(cast: Cast, cue: Cue, attributions: Sequence[Attribution]) -> Speaker | None:
    """«El Kremlin, por boca de Ushakov, admite que…»."""
    for it in attributions:
        if cue.subject and it.is_mouth and it.speaker and cue.subject.last <= it.first <= cue.subject.last + 1:
            return who(cast, it.speaker)
    return None


def _elided(cast: Cast, sentence: Sentence, cue: Cue, subject: Speaker) -> Speaker:
    """Who spoke last; with «según anunció», or with nobody before, the subject of the sentence."""
    is_fresh = cast.focus_paragraph == sentence.paragraph
    if cue.number == "many" and cast.focus.is_person:
        return NOBODY
    if cast.focus_paragraph >= 0 and (is_fresh or not (cue.is_adjunct and subject.name)):
        return cast.focus
    return subject


def _take_focus(cast: Cast, speaker: Speaker, paragraph: int) -> None:
    cast.focus, cast.focus_paragraph = speaker, paragraph


def _move_focus(cast: Cast, speech: Speech) -> None:
    """A sentence without a verb of saying makes its subject the one that «añadió» takes up."""
    actor, paragraph = speech.actor, speech.sentence.paragraph
    if any(not cue.is_subordinate and not cue.is_relative for cue in speech.cues):
        return
    for attribution in speech.attributions:
        speaker = speech.speakers[attribution.first]
        _take_focus(cast, speaker, paragraph)
        if (
            speaker.name
            and not speaker.is_person
            and attribution.speaker
            and attribution.speaker.kind in ("body", "name")
        ):
            cast.body = speaker
    if not speech.attributions and actor is not None and actor.kind in ("person", "role") and not actor.is_plural:
        _take_focus(cast, speech.subject, paragraph)


def _via(cast: Cast, parsed: Parse, attributions: Sequence[Attribution]) -> Iterator[str]:
    """Media named beside the speech."""
    for attribution in attributions:
        if attribution.via is not None and (name := who(cast, attribution.via).name):
            yield name
    for actor in parsed.starts.values():
        body = cast.bodies.get(actor.name) if actor.kind == "body" and actor.preposition else None
        if body is not None and body.kind == "media":
            yield body.name
