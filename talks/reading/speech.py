"""One sentence read for speech: its verbs and attributions, each with the speaker it stands for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple, TypeVar

from talks.folding import fold
from talks.reading.actors import ORDINALS, PERFECT, Actor, Parse, parse
from talks.reading.attributions import Attribution, find_attributions, publisher_of
from talks.reading.cast import NOBODY, Cast, Speaker
from talks.reading.cues import Cue, find_verbs, key_at
from talks.reading.name_words import load_given_names
from talks.reading.phrases import Item, Sentence
from talks.reading.reported import without_nested
from talks.reading.speakers import who
from talks.reading.speech_words import VerbForm
from talks.reading.subjects import OBJECT_PRONOUNS, SUBORDINATORS, find_cues, is_apposition

LEADING = 12
"""Items before a subject in which its verb may stand."""
PRONOUNS = frozenset({"se", "le", "les", "lo", "nos", "me"})
FINITE = ("ó", "aron", "ieron", "aba", "aban", "ará", "erá", "irá", "arán", "erán", "irán")
TO_BE = frozenset({"es", "fue", "era", "sido"})
"""«quien más insistió fue Merz»."""
GOING_ON = frozenset({"insistir", "añadir", "agregar", "proseguir", "continuar", "reiterar", "remachar", "apostillar"})
"""An entry of a live blog that begins with one of these goes on with who spoke in the entry before."""
BESIDE = 5
"""Items between a verb and a subject that is surely its own."""


class Claim(NamedTuple):
    """A stretch of the text that somebody said."""

    start: int
    end: int
    is_direct: bool
    speaker: Speaker
    via: tuple[str, ...] = ()
    words: int = 0
    """How many, of a direct one."""
    is_told: bool = False
    """A verb of its sentence says that it was said."""


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
    focus: Speaker
    """Who had the word before the sentence."""
    focus_age: int
    """Paragraphs since then."""
    is_all_quoted: bool
    """The sentence has nothing but words between marks."""

    def cues_between(self, first: int, last: int) -> Sequence[Cue]:
        """Those that begin at the items `first` to `last`, `last` exclusive."""
        return _between(self.cues, first, last)

    def attributions_between(self, first: int, last: int) -> Sequence[Attribution]:
        return _between(self.attributions, first, last)


Placed = TypeVar("Placed", Cue, Attribution)


def _between(found: Sequence[Placed], first: int, last: int) -> Sequence[Placed]:
    start = bisect_left(found, first, key=attrgetter("first"))
    return found[start : bisect_left(found, last, lo=start, key=attrgetter("first"))]


def read_speech(sentence: Sentence, cast: Cast, forms: Mapping[str, Sequence[VerbForm]]) -> Speech:
    """Find who says what in the sentence; the focus of the cast moves on as its verbs are read."""
    focus, age = cast.focus, sentence.paragraph - cast.focus_paragraph
    cast.sentence_end, cast.focus_age, cast.soon = sentence.end, age, sentence.soon
    parsed, cues, attributions = _saying(sentence.items, forms)
    actor = _subject(parsed, attributions)
    subject = who(cast, actor) if actor else NOBODY
    speakers = dict(_attributed(cast, parsed, attributions, subject))
    before_colon = _before_colon(parsed, actor)
    speakers |= _speakers(cast, sentence, parsed, cues, attributions, (subject, before_colon))
    told_by = [speakers[cue.first].name for cue in cues if cue.is_adjunct and cue.subject is not None]
    told_by += [speakers[it.first].name for it in attributions if it.speaker is not None]
    via = tuple(dict.fromkeys([*_via(cast, parsed, attributions), *(name for name in told_by if name in cast.media)]))
    is_stamped = bool(sentence.items) and sentence.items[0].key[:1].isdigit()
    is_all_quoted = all(item.kind in ("quote", "mark") for item in sentence.items[is_stamped:])
    speech = Speech(sentence, parsed, cues, attributions, speakers, subject, actor, via, focus, age, is_all_quoted)
    _move_focus(cast, speech)
    return speech


def _saying(
    items: Sequence[Item], forms: Mapping[str, Sequence[VerbForm]]
) -> tuple[Parse, list[Cue], list[Attribution]]:
    parsed = parse(items)
    verbs = find_verbs(items, forms)
    attributions = find_attributions(parsed, verbs)
    parsed = parsed._replace(
        asides={it.first: it.last for it in attributions if it.speaker is not None or not it.first}
    )
    covered = {place for it in attributions for place in range(it.first, it.last)}
    cues = find_cues(parsed, [verb for verb in verbs if verb.first not in covered])
    return parsed, without_nested(items, cues, parsed.asides), attributions


def _subject(parsed: Parse, attributions: Sequence[Attribution]) -> Actor | None:
    """The first person, role or body without preposition, appositions of others left out."""
    covered = {it.last for it in attributions}
    if given := _given_name(parsed.items):
        return given
    for actor in parsed.starts.values():
        before = key_at(parsed.items, actor.first - 1)
        if (
            actor.preposition
            or before in SUBORDINATORS
            or before == "("
            or is_apposition(parsed, actor)
            or actor.last in covered
        ):
            continue
        if actor.kind in ("person", "role", "body", "source") or _is_last_named(parsed, actor):
            return actor
    return None


def _given_name(items: Sequence[Item]) -> Actor | None:
    """«Oksana se ríe»: somebody of whom the text gives no surname."""
    first = items[0] if len(items) > 1 else None
    if first is None or first.kind != "word" or not first.is_capital or fold(first.key) not in load_given_names():
        return None
    is_alone = items[1].kind == "word" and not items[1].is_capital and items[1].key not in ("de", "y")
    return Actor(0, 1, "name", first.start, first.end, head=fold(first.key)) if is_alone else None


def _is_last_named(parsed: Parse, actor: Actor) -> bool:
    """«Este último» at the start of a sentence."""
    return actor.kind == "pronoun" and actor.first == 0 and actor.head in ORDINALS


def _before_colon(parsed: Parse, actor: Actor | None) -> int:
    """The colon of «Lavrov lo ve claro: Kiev, dice, no quiere»; -1 without."""
    first = actor.last if actor else len(parsed.items)
    return next((place for place in range(first, len(parsed.items)) if parsed.items[place].key == ":"), -1)


def _attributed(
    cast: Cast, parsed: Parse, attributions: Sequence[Attribution], subject: Speaker
) -> Iterator[tuple[int, Speaker]]:
    for it in attributions:
        if it.speaker is not None:
            yield it.first, who(cast, it.speaker)
        else:
            begins_clause = key_at(parsed.items, it.first - 1) in (":", ";")
            yield it.first, subject if not cast.focus.name or (begins_clause and subject.name) else cast.focus


def _speakers(
    cast: Cast,
    sentence: Sentence,
    parsed: Parse,
    cues: Sequence[Cue],
    attributions: Sequence[Attribution],
    topic: tuple[Speaker, int],
) -> dict[int, Speaker]:
    """`topic` is the subject of the sentence, and the item of the colon that it stands before."""
    mouths = {it.first: it.speaker for it in attributions if it.is_mouth and it.speaker}
    cited = _cited_after(parsed, cues)
    speakers: dict[int, Speaker] = {}
    for cue in cues:
        if cue.first in cited:
            speakers[cue.first] = who(cast, cited[cue.first])
            continue
        if cue.subject is None:
            is_topic = cue.is_inserted and 0 <= topic[1] < cue.first and topic[0].is_person
            speakers[cue.first] = topic[0] if is_topic else _elided(cast, sentence, cue, topic[0])
            continue
        places = (cue.subject.last, cue.subject.last + 1, cue.last, cue.last + 1)
        mouth = next((mouths[place] for place in places if place in mouths), None)
        speakers[cue.first] = speaker = who(cast, mouth or publisher_of(parsed.items, cue.subject))
        if cue.subject.kind == "body" and speaker.name and not cue.subject.is_plural:
            cast.body = speaker
        if cue.subject.is_plural and speaker.name and (_is_telling(cue) or cue.subject.kind in ("role", "source")):
            cast.group = speaker
        is_aside = cue.is_adjunct or cue.is_subordinate or cue.is_relative
        if not is_aside and (mouth or _is_telling(cue)) and (speaker.name or cue.link or cue.is_inserted):
            _hand_over(cast, speaker, cue.subject, sentence.paragraph)
    return speakers


def _is_telling(cue: Cue) -> bool:
    """It reports something, or somebody who can speak stands beside it: not «el anuncio coincidió con…»."""
    is_bare = cue.subject is None or cue.subject.kind == "name"
    is_deed = cue.subject is not None and cue.subject.kind == "body" and cue.verb.reports == "words"
    if cue.link or cue.is_inserted or cue.subject is None or is_bare or is_deed:
        return bool(cue.link) or cue.is_inserted
    if cue.subject.kind == "role" and cue.subject.is_plural:
        return False
    return cue.subject.kind in ("person", "role", "source") or cue.first - cue.subject.last < BESIDE


def _cited_after(parsed: Parse, cues: Sequence[Cue]) -> dict[int, Actor]:
    """«publicó la web del ministerio citando a Lavrov»: whom the verb before «citando» quotes."""
    found: dict[int, Actor] = {}
    for cue in cues:
        quoted = parsed.starts.get(cue.last + 1)
        if cue.verb.lemma == "citar" and cue.number == "any" and cue.link == "colon" and quoted is not None:
            found[cue.first] = quoted
    for cue, citing in pairwise(cues):
        cited = parsed.starts.get(citing.last + 1)
        is_source = cited is not None and bool(cited.preposition) and cited.kind in ("person", "role", "source")
        if citing.verb.lemma == "citar" and citing.number == "any" and cited is not None and is_source:
            found[cue.first] = found[citing.first] = cited
    return found


def _hand_over(cast: Cast, speaker: Speaker, actor: Actor, paragraph: int) -> None:
    cast.take_focus(speaker, paragraph, has_spoken=True)
    is_known = actor.kind == "role" and actor.is_definite and not actor.is_plural
    is_one_source = actor.kind == "source" and not actor.is_plural
    if speaker.name and not speaker.is_person and not is_known and not is_one_source:
        cast.body = speaker
    if speaker.name and actor.is_plural:
        cast.group = speaker


def _elided(cast: Cast, sentence: Sentence, cue: Cue, subject: Speaker) -> Speaker:
    """Who spoke last; with «según anunció», or with nobody before, the subject of the sentence."""
    if cue.number == "any" and cue.is_loose:
        return NOBODY
    if cue.number == "many" and cast.focus.is_person:
        if cue.link and cue.before > 0:
            cast.take_focus(cast.group, sentence.paragraph)
        return cast.group
    if cue.number == "one" and cast.focus.name and cast.focus == cast.group:
        return NOBODY
    opens = cue.before <= 0 and not cast.is_stale(sentence.paragraph)
    if cast.focus_paragraph < 0 and cast.earlier.name and cue.verb.lemma in GOING_ON and cue.is_inserted:
        cast.take_focus(cast.earlier, sentence.paragraph, has_spoken=True)
    is_fresh = cast.focus_paragraph == sentence.paragraph or opens
    if cast.focus_paragraph < 0 or (cue.is_adjunct and subject.name and not is_fresh):
        cast.take_focus(subject, sentence.paragraph, has_spoken=True)
        return subject
    if cast.is_stale(sentence.paragraph):
        return cast.only_person(sentence.start)
    if not cue.is_adjunct:
        cast.take_focus(cast.focus, sentence.paragraph, has_spoken=True)
    return cast.focus


def _move_focus(cast: Cast, speech: Speech) -> None:
    """A sentence without a verb of saying makes its subject the one that «añadió» takes up."""
    actor, paragraph = speech.actor, speech.sentence.paragraph
    if any(not cue.is_subordinate and not cue.is_relative for cue in speech.cues):
        return
    for it in speech.attributions:
        if it.speaker is not None:
            _hand_over(cast, speech.speakers[it.first], it.speaker, paragraph)
    if speech.attributions:
        return
    told = [cue for cue in speech.cues if cue.is_relative and speech.speakers[cue.first].is_person]
    if told and (actor is None or actor.first > told[0].first):
        cast.take_focus(speech.speakers[told[0].first], paragraph, has_spoken=True)
    elif actor is None and [item.key for item in speech.parse.items[1:2]] == ["más"]:
        cast.take_focus(NOBODY, paragraph)
    elif actor is None:
        _hand_over_by_the_way(cast, speech)
    elif actor.is_plural and actor.first == 0:
        cast.group = speech.subject
    elif not _stands_before_verb(speech.parse.items, actor):
        return
    elif actor.kind in ("person", "pronoun", "name") or (
        actor.kind == "role" and actor.is_definite and not actor.is_plural
    ):
        cast.take_focus(speech.subject, paragraph)
    elif actor.kind in ("role", "source") and actor.determiner and not actor.is_plural and _opens(speech, actor):
        cast.take_focus(speech.subject, paragraph)


def _opens(speech: Speech, actor: Actor) -> bool:
    """«Un miembro de la delegación…», «Al despedirse, un miembro…»."""
    return actor.first == 0 or key_at(speech.parse.items, actor.first - 1) == ","


def _stands_before_verb(items: Sequence[Item], actor: Actor) -> bool:
    """Not «le acompañará Kushner»: a subject behind its verb is not who «añadió» takes up."""
    if key_at(items, actor.first - 1) in TO_BE:
        return True
    for place in range(actor.first - 1, max(-1, actor.first - LEADING), -1):
        key = items[place].key
        if items[place].kind == "mark":
            return True
        is_finite = key in PERFECT or (key.endswith(FINITE) and not items[place].is_capital)
        if is_finite and key_at(items, place - 1) in OBJECT_PRONOUNS:
            return not key.endswith("n")
        if key in PRONOUNS or is_finite:
            return False
    return True


def _hand_over_by_the_way(cast: Cast, speech: Speech) -> None:
    """«El mismo día en que Trump canceló la cumbre…»: the one person that does anything in a new paragraph."""
    items = speech.parse.items
    people = [
        actor
        for actor in speech.parse.starts.values()
        if actor.kind == "person" and not actor.preposition and key_at(items, actor.first - 2) != "que"
    ]
    if len(people) == 1 and cast.focus_paragraph != speech.sentence.paragraph:
        cast.take_focus(who(cast, people[0]), speech.sentence.paragraph)


def _via(cast: Cast, parsed: Parse, attributions: Sequence[Attribution]) -> Iterator[str]:
    """Media named beside the speech."""
    for attribution in attributions:
        if attribution.via is not None and (name := who(cast, attribution.via).name):
            yield name
    for actor in parsed.starts.values():
        body = cast.bodies.get(actor.name) if actor.kind == "body" and actor.preposition else None
        if body is not None and body.kind == "media":
            yield body.name
