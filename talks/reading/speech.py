"""One sentence read for speech: its verbs and attributions, each with the speaker it stands for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from talks.folding import fold_word
from talks.reading.actors import ORDINALS, parse
from talks.reading.attributions import Attribution, cited_by, find_attributions, is_joint, publisher_of
from talks.reading.bodies import body_by_id
from talks.reading.cast import NOBODY, Cast, Speaker
from talks.reading.cues import Cue, find_verbs, key_at
from talks.reading.date_verbs import kind_of
from talks.reading.name_words import load_given_names
from talks.reading.parsed import Actor, Parse
from talks.reading.phrases import Item, Sentence
from talks.reading.recall import keep_host, keep_source, through_medium
from talks.reading.reported import without_nested
from talks.reading.speakers import who
from talks.reading.speech_words import FormsOfWord
from talks.reading.spoken import Speech
from talks.reading.subjects import QUALIFYING, SUBORDINATORS, find_cues, is_apposition
from talks.reading.turns import ASKING, elided, hand_over, is_telling, move_focus
from talks.reading.untold import cited_after, without_subject

NEAR_VERB = 3
JUDGEMENT = 8
"""Items of «la medida de «injusta»»."""
PRESS = frozenset({"periodista", "reportero", "reportera", "corresponsal", "periodistas", "reporteros"})
OPENING = 6
DATIVE = "le"
ANSWERS = frozenset({"desmentir", "negar", "confirmar", "rechazar", "admitir"})
OPENING_RELATIVE = frozenset({"del", "el", "la", "los", "las", "lo", "al"})
"""Before the «que» of «del que», «de la que»."""
LEAD = 1
"""The first paragraph under the title."""


def read_speech(sentence: Sentence, cast: Cast, forms: Mapping[str, FormsOfWord]) -> Speech:
    """Find who says what in the sentence; the focus of the cast moves on as its verbs are read."""
    focus, age = cast.focus, sentence.paragraph - cast.focus_paragraph
    cast.sentence_before = cast.sentence_start
    cast.sentence_start, cast.sentence_end, cast.soon = sentence.start, sentence.end, sentence.soon
    cast.focus_age = age
    parsed, cues, attributions = _saying(sentence.items, forms)
    if sentence.paragraph <= LEAD and (pair := _together(cast, parsed)).name:
        cast.pair, cast.pair_place = pair, sentence.start
    actor = _subject(parsed, attributions)
    subject = who(cast, actor) if actor else NOBODY
    attributions = [through_medium(cast, parsed, it, actor) for it in attributions]
    speakers = dict(_attributed(cast, parsed, attributions, subject))
    if cues:
        topic = subject, _before_colon(parsed, actor) if _may_go_on(actor, subject) else -1
        speakers |= _speakers(cast, sentence, parsed, cues, attributions, topic)
    told_by = [speakers[cue.first].name for cue in cues if cue.is_adjunct and cue.subject is not None]
    told_by += [speakers[it.first].name for it in attributions if it.speaker is not None]
    told_by += [who(cast, cue.subject).name for cue in cues if cue.verb.lemma == "citar" and cue.subject is not None]
    via = tuple(dict.fromkeys([*_via(cast, parsed, attributions), *(name for name in told_by if name in cast.media)]))
    is_stamped = bool(sentence.items) and sentence.items[0].key[:1].isdigit()
    is_all_quoted = all(item.kind in ("quote", "mark") for item in sentence.items[is_stamped:])
    keep_host(cast, parsed, actor, subject)
    keep_source(cast, cues, attributions, speakers)
    speech = Speech(sentence, parsed, cues, attributions, speakers, subject, actor, via, focus, age, is_all_quoted)
    move_focus(cast, speech)
    cast.named_last = next(iter([*parsed.starts.values()][-1:]), None)
    return speech


def _saying(items: Sequence[Item], forms: Mapping[str, FormsOfWord]) -> tuple[Parse, list[Cue], list[Attribution]]:
    parsed = parse(items)
    verbs = find_verbs(items, forms)
    attributions = find_attributions(parsed, verbs)
    if attributions:
        asides = {it.first: it.last for it in attributions if it.speaker is not None or not it.first}
        covered = {place for it in attributions for place in range(it.first, it.last)}
        parsed, verbs = parsed._replace(asides=asides), [verb for verb in verbs if verb.first not in covered]
    cues = find_cues(parsed, verbs)
    return parsed, without_nested(items, cues, parsed.asides), attributions


def _subject(parsed: Parse, attributions: Sequence[Attribution]) -> Actor | None:
    """The first person, role or body without preposition, appositions of others left out."""
    covered = {it.last for it in attributions}
    if given := _given_name(parsed.items):
        return given
    for actor in parsed.starts.values():
        before = key_at(parsed.items, actor.first - 1)
        if _is_dative(parsed, actor):
            return actor._replace(preposition="")
        if (
            actor.preposition
            or before in SUBORDINATORS
            or before == "("
            or _is_behind_relative_verb(parsed.items, actor)
            or is_apposition(parsed, actor)
            or actor.last in covered
        ):
            continue
        if actor.kind in ("person", "role", "body", "source") or _is_last_named(parsed, actor):
            return actor
    return None


def _is_behind_relative_verb(items: Sequence[Item], actor: Actor) -> bool:
    """«Del plazo del que habla Merz no quiere oír»: the subject of the relative clause."""
    is_verb = actor.first > 1 and kind_of(key_at(items, actor.first - 1)) in ("past", "present")
    return is_verb and key_at(items, actor.first - 2) == "que" and key_at(items, actor.first - 3) in OPENING_RELATIVE


def _is_dative(parsed: Parse, actor: Actor) -> bool:
    """«A Umérov no le falta paciencia», «A Merz, canciller, se le veía tranquilo»: the sentence is about him."""
    after = actor.last
    while key_at(parsed.items, after) in (",", "no", "se", "ya"):
        after += 1
    is_one = actor.kind in ("person", "role") and not actor.is_plural
    is_topic = is_one and actor.first <= 1 and bool(actor.preposition) and key_at(parsed.items, after) == DATIVE
    if not is_topic:
        return False
    is_seen = key_at(parsed.items, after - 1) == "se"  # «se le veía»: nobody else does anything
    clause = next((at for at, item in enumerate(parsed.items) if item.key == ":"), -1) if is_seen else -1
    clause = clause if clause >= 0 else len(parsed.items)
    return all(it.preposition or not actor.first < it.first < clause for it in parsed.starts.values())


def _given_name(items: Sequence[Item]) -> Actor | None:
    """«Oksana se ríe», «A Oksana la echaron»: somebody of whom the text gives no surname."""
    is_object = key_at(items, 0) == "a" and key_at(items, 2) in ("lo", "la", "le")
    items = items[is_object:]
    first = items[0] if len(items) > 1 else None
    if first is None or first.kind != "word" or not first.is_capital or fold_word(first.key) not in load_given_names():
        return None
    is_alone = items[1].kind == "word" and not items[1].is_capital and items[1].key not in ("de", "y")
    place = int(is_object)
    return Actor(place, place + 1, "name", first.start, first.end, head=fold_word(first.key)) if is_alone else None


def _is_last_named(parsed: Parse, actor: Actor) -> bool:
    """«Este último» at the start of a sentence."""
    return actor.kind == "pronoun" and actor.first == 0 and actor.head in ORDINALS


def _may_go_on(actor: Actor | None, subject: Speaker) -> bool:
    """One person, known or not: «un periodista se encoge de hombros: nadie sabe nada, dice»."""
    is_one = actor is not None and actor.kind in ("role", "source") and not actor.is_plural
    return subject.is_person or (is_one and bool(subject.name))


def _before_colon(parsed: Parse, actor: Actor | None) -> int:
    """The colon of «Lavrov lo ve claro: Kiev, dice, no quiere»; -1 without."""
    first = actor.last if actor else len(parsed.items)
    return next((place for place in range(first, len(parsed.items)) if parsed.items[place].key == ":"), -1)


def _attributed(
    cast: Cast, parsed: Parse, attributions: Sequence[Attribution], subject: Speaker
) -> Iterator[tuple[int, Speaker]]:
    """«El ucraniano puso cifras: nueve de diez puntos están listos, según él»: of whom the sentence is about."""
    topic_end = next((at for at, item in enumerate(parsed.items) if item.key == ":"), 0)
    for it in attributions:
        both = _together(cast, parsed) if it.speaker is not None and is_joint(it.speaker) else NOBODY
        both = both if both.name or it.speaker is None or not is_joint(it.speaker) else cast.last_pair()
        if it.speaker is not None and both.name:
            cast.body = both
            cast.take_group(both, parsed.items[0].start)
            yield it.first, both
        elif it.speaker is not None:
            yield it.first, who(cast, it.speaker)
        else:
            begins_clause = key_at(parsed.items, it.first - 1) in (":", ";") and bool(subject.name)
            begins_clause = begins_clause or (0 < topic_end < it.first and subject.is_person)
            is_own = (
                key_at(parsed.items, it.first - 2) == "que" and subject.is_person
            )  # «unas charlas que, a su juicio,»
            yield it.first, subject if not cast.focus.name or begins_clause or is_own else cast.focus


def _together(cast: Cast, parsed: Parse) -> Speaker:
    """The two of the subject: «Estados Unidos y Ucrania», «delegaciones de Rusia y Ucrania»."""
    items = parsed.items
    for place in range(min(OPENING, len(items) - 2)):
        first, link, second = items[place : place + 3]
        if link.key in ("y", "e") and first.kind == second.kind == "body":
            named = body_by_id(cast, first.name), body_by_id(cast, second.name)
            is_subject = place == 0 or key_at(items, place - 1) == "de"
            return (
                Speaker(f"{named[0].name} y {named[1].name}")
                if is_subject and all(each.name for each in named)
                else NOBODY
            )
    return NOBODY


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
    cited = cited_after(parsed, cues)
    by_first = {cue.first: cue for cue in cues}
    reporting = sum(bool(it.link or it.is_inserted) for it in cues)
    speakers: dict[int, Speaker] = {}
    known: dict[Actor, Speaker] = {}  # «Su jefe le agradeció todo y pidió calma» is one person
    for cue in cues:
        if cue.first in cited:
            speakers[cue.first] = who(cast, cited[cue.first])
            continue
        if cue.verb.lemma in ASKING and (asked := _asked(cast, parsed, cue)).name:
            cast.take_focus(asked, sentence.paragraph)
        if cue.subject is None:
            told = without_subject(cast, parsed, cue, attributions, topic)
            speakers[cue.first] = told or elided(cast, sentence, cue, topic[0])
            if told is not None and told.is_person and cue.is_inserted and not cue.is_adjunct:
                cast.take_focus(told, sentence.paragraph, has_spoken=True)
            continue
        if (
            cue.subject.kind == "person"
            and cue.subject.is_plural
            and cue.link == "colon"
            and cue.verb.reports == "words"
        ):
            speakers[cue.first] = NOBODY  # «Trump y Putin se despiden: «…»»
            continue
        places = (cue.subject.last, cue.subject.last + 1, cue.last, cue.last + 1)
        mouth = next((mouths[place] for place in places if place in mouths), None)
        quoted = cited_by(parsed, cue.subject, by_first)
        meant = mouth or quoted or publisher_of(parsed.items, cue.subject)
        known[meant] = speakers[cue.first] = speaker = known[meant] if meant in known else who(cast, meant)
        cast.asker = speaker if cue.verb.lemma in ASKING else cast.asker
        if cue.subject.kind == "body" and speaker.name and not cue.subject.is_plural:
            cast.body = speaker
        if cue.subject.is_plural and speaker.name and (is_telling(cue) or cue.subject.kind in ("role", "source")):
            cast.take_group(speaker, sentence.start)
        reports_alone = reporting == bool(cue.link or cue.is_inserted)
        is_only = reports_alone and cue.is_adjunct and cue.is_inserted
        reports_alone = reports_alone and bool(cue.link)
        is_aside = (cue.is_adjunct and not is_only) or cue.is_subordinate or (cue.is_relative and not reports_alone)
        is_aside = is_aside or (cue.verb.lemma in ASKING and bool(cast.focus.name))
        is_denied = _is_denied(parsed, cue)
        is_deed = not cue.link and not cue.is_inserted and _has_word(cast) and not is_denied
        is_aside = is_aside or (cue.subject.kind == "body" and (is_deed or _is_listed(parsed, cue, speakers)))
        if (
            not is_aside
            and (mouth or is_denied or is_telling(cue) or _has_judged(parsed, cue))
            and (speaker.name or cue.link or cue.is_inserted)
        ):
            hand_over(cast, speaker, cue.subject, sentence.paragraph)
    return speakers


def _is_denied(parsed: Parse, cue: Cue) -> bool:
    """«La Casa Blanca lo desmiente. Es «falso», escribe»: who denies or confirms it goes on to say why."""
    is_main = cue.before < 0 or not (cue.is_subordinate or cue.is_relative)
    is_taken_up = key_at(parsed.items, cue.first - 1) in ("lo", "la")
    return is_main and cue.verb.lemma in ANSWERS and (is_taken_up or cue.verb.lemma == "desmentir")


def _has_judged(parsed: Parse, cue: Cue) -> bool:
    """«La Cancillería calificó la visita de «hostil». «…», advirtió»: its own words stand beside the verb."""
    is_main = not (cue.is_subordinate or cue.is_relative) and cue.verb.lemma in QUALIFYING
    return is_main and any(item.kind == "quote" for item in parsed.items[cue.last : cue.last + JUDGEMENT])


def _is_listed(parsed: Parse, cue: Cue, speakers: Mapping[int, Speaker]) -> bool:
    """«Zelenski repasó las ideas: Moscú propone «una zona»»: who tells of both keeps the word."""
    colon = next((place for place in range(cue.first, 0, -1) if parsed.items[place].key == ":"), 0)
    return any(place < colon and speaker.is_person for place, speaker in speakers.items())


def _has_word(cast: Cast) -> bool:
    """«…, ha revelado Zelenski. Kiev ha aceptado. «…», ha explicado»: a person who has just spoken goes on."""
    return cast.has_spoken and cast.focus.is_person and cast.focus_age <= 1


def _asked(cast: Cast, parsed: Parse, cue: Cue) -> Speaker:
    """«Le preguntaron al presidente Trump si…»: whoever is asked has the word."""
    near = (parsed.starts.get(place) for place in range(cue.last, cue.last + NEAR_VERB))
    asked = next((actor for actor in near if actor is not None and actor.preposition in ("a", "al")), None)
    is_by_somebody = (
        cue.subject is not None and cue.subject.kind in ("person", "role") and cue.subject.head not in PRESS
    )
    return who(cast, asked) if asked is not None and asked.kind == "person" and not is_by_somebody else NOBODY


def _via(cast: Cast, parsed: Parse, attributions: Sequence[Attribution]) -> Iterator[str]:
    """Media named beside the speech."""
    for attribution in attributions:
        if attribution.via is not None and (name := who(cast, attribution.via).name):
            yield name
    for actor in parsed.starts.values():
        body = cast.bodies.get(actor.name) if actor.kind == "body" and actor.preposition else None
        if body is not None and body.kind == "media":
            yield body.name
