"""Direct speech: what stands between quotation marks, if somebody in or before the sentence says it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from talks.reading.appositions import JOINERS
from talks.reading.cast import NOBODY, Cast, Speaker
from talks.reading.cues import ADVERSATIVE, BELIEFS, KEEPING, WINDOW, Cue, is_adverb, key_at
from talks.reading.document import MarkedSpan
from talks.reading.gaps import gapped, in_bracket, in_words_of, of_own_clause
from talks.reading.named_things import is_named_thing
from talks.reading.parsed import Actor
from talks.reading.phrases import DASHES, Item
from talks.reading.set_off import RELATIVES
from talks.reading.speakers import who
from talks.reading.speech_words import load_speech_words
from talks.reading.spoken import Claim, Speech
from talks.reading.spokesmen import meant_by
from talks.reading.turns import ASKING
from talks.reading.verbless import given_to

JUDGING = BELIEFS | {"considerar"}
NEAR = 4
"""Items between a quotation and a verb that stands right beside it."""
MOCKING = frozenset(["burlarse", "mofarse", "ridiculizar", "criticar", "rechazar", "condenar", "censurar"])
GOING_ON = frozenset(["continuar", "proseguir", "terciar", "intervenir"])
"""Verbs that are of saying only beside words between marks: «el diálogo continúa»."""
REACH = 8
"""Items after a verb of saying without «que» or colon that may still be its object."""
SHORTEST_ORPHAN = 4
"""Words of a quotation that nobody in its sentence says."""
ELSEWHERE = frozenset(["aunque", "pero", "mientras", ";"])
"""Between a quotation and «según…»: the attribution is of another clause."""
MATTERS = frozenset(["sobre", "tras", "ante", "en", "a", "al", "desde"])
BAPTISED = frozenset(["bautizado", "bautizada", "bautizó", "apodado", "apodada", "titulado", "titulada"])
"""Right before words between marks, these give a thing its name."""
INDEFINITE = frozenset(["un", "una", "otro", "otra"])
HEADLINE_ENDS = frozenset(["|", ".", "—", "–", "-"])
"""Before a name and a colon: «Directo | Trump: «…»»."""


def direct_claims(speech: Speech, cast: Cast, marks: Sequence[MarkedSpan]) -> Iterator[Claim]:
    complements = {cue.complement for cue in speech.cues}
    last, speaker_before = -1, NOBODY
    for place, item in enumerate(speech.parse.items):
        is_told = place in complements and key_at(speech.parse.items, place - 1) not in BAPTISED
        if item.kind != "quote" or (not is_told and is_named_thing(speech, cast, place)):
            continue
        found = _speaker(speech, cast, place)
        if found is None and last >= 0 and _is_joined(speech.parse.items, last, place):
            found = speaker_before
        if found is not None and (found.name or speech.cues or marks[item.ref].open not in DASHES):
            start, end = _without_marks(cast.text, marks[item.ref])
            speaker = found if _is_written(speech, found) else meant_by(cast, found)
            last, speaker_before = place, found
            via = tuple(name for name in speech.via if name != speaker.name)
            words = len(cast.text[start:end].split())
            yield Claim(start, end, True, speaker, via, words, bool(speech.cues))


def _is_written(speech: Speech, speaker: Speaker) -> bool:
    """««…», señala la nota del Kremlin»: no spokesman says it."""
    texts = (cue.first for cue in speech.cues if cue.subject is not None and cue.subject.kind == "text")
    return any(speech.speakers[first] == speaker for first in texts)


def _is_joined(items: Sequence[Item], first: int, second: int) -> bool:
    """«Fue «muy necesaria», pero «un trabajo difícil»»: words for the same thing."""
    between = [item.key for item in items[first + 1 : second]]
    return 0 < len(between) <= 2 and between[-1] in ADVERSATIVE and between[0] in (",", *ADVERSATIVE)


def _without_marks(text: str, mark: MarkedSpan) -> tuple[int, int]:
    """Of a doubled pair (""…"") the inner words."""
    start, end = mark.start, mark.end
    while end - start > 2 and text[start] == text[end - 1] == '"' and text.count('"', start, end) == 2:
        start, end = start + 1, end - 1
    return start, end


def _speaker(speech: Speech, cast: Cast, place: int) -> Speaker | None:
    """None for words that are no quotation."""
    named = _before_colon(speech, cast, place) or _after_colon(speech, cast, place)
    if named is not None:
        return named
    beside, before = _beside(speech, place), _before(speech, place)
    if beside is not None and before is not None and speech.speakers[beside].name in cast.media:
        beside = None
    gap = in_bracket(speech, cast, place) or gapped(speech, cast, place) if beside is None else None
    gap = gap or (of_own_clause(speech, cast, place) if beside is None else None) or in_words_of(speech, cast, place)
    if gap is not None:
        return gap
    governor = next((found for found in (beside, before, _after(speech, place)) if found is not None), None)
    if governor is None:
        return _without_verb(speech, cast, place)
    governor = _over_belief(speech, place, governor)
    return _mocked(speech, cast, place, governor) or speech.speakers[governor]


def _over_belief(speech: Speech, place: int, governor: int) -> int:
    """«Moscú cree que «puede servir», declaró Putin»: what a country believes is told by who speaks for it."""
    cue = next(iter(speech.cues_between(governor, governor + 1)), None)
    if cue is None or cue.verb.lemma not in JUDGING or cue.subject is None or cue.subject.kind != "body":
        return governor
    outer = (it for it in speech.cues_between(place, len(speech.parse.items)) if it.is_inserted)
    named = (it for it in outer if it.subject is not None and it.subject.kind != "body")
    return next((it.first for it in named if speech.speakers[it.first].name), governor)


def _mocked(speech: Speech, cast: Cast, place: int, governor: int) -> Speaker | None:
    """«se burla del «tigre» de Trump»: the words are his who is laughed at."""
    owner = speech.parse.starts.get(place + 2)
    cue = next(iter(speech.cues_between(governor, governor + 1)), None)
    is_mocked = cue is not None and cue.verb.lemma in MOCKING and key_at(speech.parse.items, place + 1) in ("de", "del")
    return who(cast, owner) if is_mocked and owner is not None and owner.kind == "person" else None


def _before_colon(speech: Speech, cast: Cast, place: int) -> Speaker | None:
    """«Trump: «…»» in headlines and minutes."""
    items = speech.parse.items
    actor = speech.parse.ends.get(place - 1) if key_at(items, place - 1) == ":" else None
    actor = actor or _with_matter(speech, place)
    if actor is None or actor.preposition or actor.joined_to >= 0:
        return None
    before = key_at(items, actor.first - 1)
    return who(cast, actor) if actor.first == 0 or before in HEADLINE_ENDS or before[:1].isdigit() else None


def _with_matter(speech: Speech, place: int) -> Actor | None:
    """«Directo | Trump, sobre la cita: «…»»: who stands before the matter."""
    items, comma = speech.parse.items, -1
    if speech.sentence.paragraph or key_at(items, place - 1) != ":" or speech.cues:
        return None
    for at in range(place - 2, 0, -1):
        if items[at].key == ",":
            comma = at
    is_matter = comma > 0 and key_at(items, comma + 1) in MATTERS
    return speech.parse.ends.get(comma) if is_matter else None


def _after_colon(speech: Speech, cast: Cast, place: int) -> Speaker | None:
    """««…»: Zelenski responde a Vance», in headlines."""
    actor = speech.parse.starts.get(2) if place == 0 and key_at(speech.parse.items, 1) == ":" else None
    is_somebody = actor is not None and not actor.preposition and actor.kind in ("person", "role", "body")
    return who(cast, actor) if actor is not None and is_somebody else None


def _beside(speech: Speech, place: int) -> int | None:
    """«Q», CUE NP · «Q», según NP."""
    items = speech.parse.items
    after = place + 1
    while (
        after < len(items) and items[after].kind == "mark" and after <= place + 2 and items[after].key not in (":", ";")
    ):
        after += 1
    last = after + 1 + _skipped(items, after)
    beside = [cue.first for cue in speech.cues_between(after, last) if not (cue.is_relative or cue.is_negated)]
    beside += [it.first for it in speech.attributions_between(after, last)]
    return beside[0] if beside else None


def _skipped(items: Sequence[Item], place: int) -> int:
    """Pronouns and adverbs before the verb."""
    vocabulary = load_speech_words()
    count = 0
    while count < NEAR and place + count < len(items):
        key = items[place + count].key
        is_helper = key in vocabulary.auxiliaries or key in ("a", "de") and count
        if key not in vocabulary.clitics and not is_adverb(key) and key not in ("según", "como") and not is_helper:
            break
        count += 1
    return count


def _before(speech: Speech, place: int) -> int | None:
    """The nearest verb of saying to the left, else the nearest attribution."""
    items = speech.parse.items
    if key_at(items, place - 1) in JOINERS and place > 1 and items[place - 2].kind == "quote":
        place -= 2  # «según Ushakov, «conmocionado» e «indignado»»
    if key_at(items, place - 1) == ",":
        beside = [it.first for it in speech.attributions if it.last == place - 1 and it.speaker is not None]
        if beside:
            return beside[0]
    is_explained = key_at(items, place - 1) == ":"
    at_colon = [it.first for it in speech.attributions if is_explained and it.last == place - 1 and it.first]
    if at_colon:
        return at_colon[0]  # «Lanzaron 450 drones, según Zelenski: «…»»
    cues = [cue for cue in speech.cues_between(place - WINDOW, place) if _reaches(cue, place)]
    cues = [
        cue for cue in cues if not (is_explained and (_is_of_thing(items, cue) or _is_ask_before(items, cue, place)))
    ]
    if cues:
        return next((cue.first for cue in cues if _covers(cue, cues[-1])), cues[-1].first)
    attributions = speech.attributions_between(place - WINDOW, place)
    return attributions[-1].first if attributions else None


def _covers(inserted: Cue, other: Cue) -> bool:
    """«Rusia, agregó, ve «con simpatía» el plan»: what Rusia sees is told by who «agregó»."""
    return inserted.is_inserted and other.subject is not None and other.subject.last == inserted.before


def _is_ask_before(items: Sequence[Item], cue: Cue, colon: int) -> bool:
    """«Cuando una alumna quiso saber el motivo, calló primero: «…»»: whoever asks does not answer."""
    is_asking = cue.is_subordinate and cue.verb.lemma in ASKING
    return is_asking and any(item.key == "," for item in items[cue.last : colon])


def _is_of_thing(items: Sequence[Item], cue: Cue) -> bool:
    """«Calló sobre la sede que había elegido Trump: «…»»: the relative clause is about what stands before it."""
    if _has_subject_before(items, cue):
        return True
    is_free = key_at(items, cue.before - 1) == "lo"  # «lo que prometió Trump»
    is_subject = cue.is_relative and cue.subject is not None and not cue.subject.preposition
    return not cue.link and not is_subject and key_at(items, cue.before) in RELATIVES and not is_free


def _has_subject_before(items: Sequence[Item], cue: Cue) -> bool:
    """«Habló de un paquete que Moscú ofrece a Trump: «…»»."""
    subject = cue.subject
    if cue.link == "que" or subject is None or subject.last > cue.first or subject.preposition:
        return False
    noun = items[max(0, subject.first - 4) : max(0, subject.first - 2)]
    return key_at(items, subject.first - 1) == "que" and any(item.key in INDEFINITE for item in noun)


def _reaches(cue: Cue, place: int) -> bool:
    """A verb that reports nothing, as in «si Putin no acepta…», has only what is near."""
    if cue.link or cue.is_inserted:
        return True
    if cue.verb.lemma in GOING_ON | KEEPING:
        return False
    return cue.verb.reports == "words" or place - cue.last < REACH


def _after(speech: Speech, place: int) -> int | None:
    """An inserted verb further on: «“No” entre los dos, dice Lavrov»."""
    for cue in speech.cues_between(place, place + WINDOW):
        if cue.is_inserted or _is_object_of(speech, place, cue):
            return cue.first
    attributions = [it for it in speech.attributions_between(place, place + WINDOW) if not it.is_weak]
    if not attributions or any(item.key in ELSEWHERE for item in speech.parse.items[place + 1 : attributions[0].first]):
        return None
    return attributions[0].first


def _is_object_of(speech: Speech, place: int, cue: Cue) -> bool:
    """«el «tigre» que Trump soltó»."""
    return key_at(speech.parse.items, place + 1) == "que" and cue.subject is not None and cue.subject.first == place + 2


def _without_verb(speech: Speech, cast: Cast, place: int) -> Speaker | None:
    """The subject of the sentence, else who has the word; a single word may well be ironic."""
    items = speech.parse.items
    length = len(cast.text[items[place].start : items[place].end].split())
    told = given_to(speech, cast, place)
    if told is not None:
        return told
    if speech.is_all_quoted:
        return None if _is_question(speech, cast, place) else speech.focus
    follows_colon = key_at(items, place - 1) == ":"
    if length < 2 and not follows_colon:
        return None
    if follows_colon and (said := _last_said(speech, place)):
        return said
    if speech.actor is not None and speech.actor.first < place:
        is_somebody = _is_alone(speech) and (speech.subject.is_person or follows_colon)
        goes_on = (
            length >= SHORTEST_ORPHAN and speech.focus_age == 0 and cast.has_spoken and not speech.subject.is_person
        )
        otherwise = speech.focus if goes_on and speech.focus.name else None
        return speech.subject if is_somebody else NOBODY if follows_colon else otherwise
    if speech.actor is not None and key_at(items, speech.actor.first - 1) == "," and speech.actor.first > place:
        return speech.subject if speech.subject.is_person else NOBODY if follows_colon else None
    is_fresh = speech.focus_age == 0 or (speech.focus_age == 1 and (length > SHORTEST_ORPHAN or follows_colon))
    return speech.focus if is_fresh and speech.focus.name else NOBODY if follows_colon else None


def _last_said(speech: Speech, colon: int) -> Speaker | None:
    """«Era de noche cuando Costa escribió lo que nadie esperaba: «…»»: whoever has the last verb of saying."""
    said = [cue for cue in speech.cues_between(0, colon) if cue.subject is not None and not cue.is_relative]
    speaker = speech.speakers[said[-1].first] if said and speech.actor is None else None
    return speaker if speaker is not None and speaker.is_person else None


def _is_question(speech: Speech, cast: Cast, place: int) -> bool:
    """«—¿Habrá ronda?» by itself is the interviewer's."""
    item, before = speech.parse.items[place], key_at(speech.parse.items, place - 1)
    shown = cast.text[item.start : item.end]
    return before in (*DASHES, "-") and shown.startswith("¿") and shown.endswith("?")


def _is_alone(speech: Speech) -> bool:
    """Whether the subject of the sentence is one."""
    actor = speech.actor
    after = speech.parse.starts.get(actor.last + 1) if actor else None
    return actor is not None and (after is None or after.joined_to != actor.first)
