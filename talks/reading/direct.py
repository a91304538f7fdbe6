"""Direct speech: what stands between quotation marks, if somebody in or before the sentence says it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from talks.reading.cues import WINDOW, Cue, key_at
from talks.reading.document import MarkedSpan
from talks.reading.phrases import DASHES, Item
from talks.reading.speakers import NOBODY, Cast, Speaker, who
from talks.reading.speech import Claim, Speech
from talks.reading.speech_words import load_speech_words

NEAR = 4
"""Items between a quotation and a verb that stands right beside it."""
SHORTEST_ORPHAN = 4
"""Words of a quotation that nobody in its sentence says."""


def direct_claims(speech: Speech, cast: Cast, marks: Sequence[MarkedSpan], focus: Speaker) -> Iterator[Claim]:
    """`focus` is who spoke before the sentence."""
    for place, item in enumerate(speech.parse.items):
        if item.kind != "quote":
            continue
        speaker = _speaker(speech, cast, place, focus)
        if speaker is not None:
            mark = marks[item.ref]
            yield Claim(mark.start, mark.end, True, speaker, _via(speech, speaker))


def _via(speech: Speech, speaker: Speaker) -> tuple[str, ...]:
    return tuple(name for name in speech.via if name != speaker.name)


def _speaker(speech: Speech, cast: Cast, place: int, focus: Speaker) -> Speaker | None:
    """None for words that are no quotation."""
    if _is_named_thing(speech, cast, place):
        return None
    named = _before_colon(speech, cast, place)
    if named is not None:
        return named
    for find in (_beside, _before, _after):
        governor = find(speech, place)
        if governor is not None:
            return speech.speakers[governor]
    return _without_verb(speech, cast, place, focus)


def _before_colon(speech: Speech, cast: Cast, place: int) -> Speaker | None:
    """«Trump: «…»» in headlines and minutes."""
    items = speech.parse.items
    actor = speech.parse.ends.get(place - 1) if place and items[place - 1].key == ":" else None
    if actor is None or actor.preposition or actor.joined_to >= 0:
        return None
    is_start = (
        actor.first == 0 or items[actor.first - 1].key in ("|", ".", "—", "-") or items[actor.first - 1].key.isdigit()
    )
    return who(cast, actor) if is_start else None


def _beside(speech: Speech, place: int) -> int | None:
    """«Q», CUE NP · «Q», según NP."""
    items = speech.parse.items
    after = place + 1
    while after < len(items) and items[after].kind == "mark" and after <= place + 2 and items[after].key != ":":
        after += 1
    return _first_at(speech, after, after + 1 + _skipped(items, after))


def _skipped(items: Sequence[Item], place: int) -> int:
    """Pronouns and adverbs before the verb."""
    vocabulary = load_speech_words()
    count = 0
    while count < NEAR and place + count < len(items):
        key = items[place + count].key
        if key not in vocabulary.clitics and key not in vocabulary.adverbs and key not in ("según", "como"):
            break
        count += 1
    return count


def _first_at(speech: Speech, first: int, last: int) -> int | None:
    for cue in speech.cues:
        if first <= cue.first < last and not cue.is_relative:
            return cue.first
    for attribution in speech.attributions:
        if first <= attribution.first < last:
            return attribution.first
    return None


def _before(speech: Speech, place: int) -> int | None:
    """The nearest verb of saying to the left, else the nearest attribution."""
    near = [cue.first for cue in speech.cues if place - WINDOW < cue.first < place]
    if near:
        return near[-1]
    beside = [it.first for it in speech.attributions if place - WINDOW < it.first < place]
    return beside[-1] if beside else None


def _after(speech: Speech, place: int) -> int | None:
    """An inserted verb further on: «“No” entre los dos, dice Lavrov»."""
    for cue in speech.cues:
        if place < cue.first < place + WINDOW and (cue.is_inserted or _is_object_of(speech, place, cue)):
            return cue.first
    found = [it.first for it in speech.attributions if place < it.first < place + WINDOW and not it.is_weak]
    return found[0] if found else None


def _is_object_of(speech: Speech, place: int, cue: Cue) -> bool:
    """«el «tigre» que Trump soltó»."""
    return key_at(speech.parse.items, place + 1) == "que" and cue.subject is not None and cue.subject.first == place + 2


def _without_verb(speech: Speech, cast: Cast, place: int, focus: Speaker) -> Speaker | None:
    items = speech.parse.items
    words = cast.text[items[place].start : items[place].end].split()
    if all(item.kind in ("quote", "mark") for item in items):
        return focus if focus.name or len(words) >= SHORTEST_ORPHAN else None
    if place and items[place - 1].key == ":":
        return speech.subject if _is_alone(speech, place) else NOBODY
    is_subject = speech.subject.is_person and _is_alone(speech, place)
    return speech.subject if is_subject and len(words) > 1 else None


def _is_alone(speech: Speech, place: int) -> bool:
    """Whether the subject of the sentence is one, and stands before the words."""
    actor = speech.actor
    if actor is None or actor.first > place:
        return False
    after = speech.parse.starts.get(actor.last + 1)
    return after is None or after.joined_to != actor.first


def _is_named_thing(speech: Speech, cast: Cast, place: int) -> bool:
    """«la operación «Telaraña»», «conocido como «snapback»»: a name between marks."""
    items, vocabulary = speech.parse.items, load_speech_words()
    before = place - 1
    while before >= 0 and items[before].key in ("como", "el", "la", "de", "del"):
        before -= 1
    if before >= 0 and items[before].key in vocabulary.naming_words:
        return True
    words = cast.text[items[place].start : items[place].end].split()
    is_name = len(words) <= NEAR and all(word[0].isupper() for word in words)
    previous = items[place - 1] if place else None
    follows_noun = previous is not None and previous.kind == "word" and place not in _complements(speech.cues)
    return is_name and follows_noun and previous is not None and previous.key not in ("que", *DASHES)


def _complements(cues: Sequence[Cue]) -> set[int]:
    return {cue.complement for cue in cues}
