"""Who has the word when the text goes on: the last one who spoke, or whom the last sentence is about."""

from __future__ import annotations

from collections.abc import Sequence

from talks.reading.actors import PERFECT
from talks.reading.cast import NOBODY, Cast, Speaker
from talks.reading.cues import KEEPING, Cue, key_at
from talks.reading.date_verbs import kind_of
from talks.reading.groups import people_together
from talks.reading.parsed import Actor
from talks.reading.phrases import Item, Sentence
from talks.reading.speakers import who
from talks.reading.spoken import Speech
from talks.reading.subjects import OBJECT_PRONOUNS

LEADING = 12
"""Items before a subject in which its verb may stand."""
PRONOUNS = frozenset({"se", "le", "les", "lo", "nos", "me"})
FINITE = ("ó", "aron", "ieron", "aba", "aban", "ará", "erá", "irá", "arán", "erán", "irán")
FUTURE = ("rá", "rán")
TO_BE = frozenset({"es", "fue", "era", "sido"})
"""«quien más insistió fue Merz»."""
CLEFT = frozenset({"quien", "el", "la"})
GOING_ON = frozenset({"insistir", "añadir", "agregar", "proseguir", "continuar", "reiterar", "remachar", "apostillar"})
"""An entry of a live blog that begins with one of these goes on with who spoke in the entry before."""
ASKING, ANSWERING = (
    frozenset({"preguntar", "consultar", "querer saber"}),
    frozenset({"responder", "contestar", "replicar"}),
)
"""Whoever asks does not answer."""
SUPERLATIVE = "más"
"""«El más explícito ha sido el invitado» is about somebody else."""
OPEN_QUESTIONS = frozenset(["qué", "y", "cuándo", "cómo", "por", "de", "dónde", "en", "cuánto", "hasta"])
SHORT_QUESTION = 5
"""Items of «¿Y Merz?»."""
CLAUSE_JOINERS = frozenset(["y", "pero", "mientras"])
BESIDE = 5
"""Items between a verb and a subject that is surely its own."""


def is_telling(cue: Cue) -> bool:
    """It reports something, or somebody who can speak stands beside it: not «el anuncio coincidió con…»."""
    is_bare = cue.subject is None or cue.subject.kind == "name"
    is_deed = cue.subject is not None and cue.subject.kind == "body" and cue.verb.reports == "words"
    is_deed = is_deed or cue.verb.lemma in KEEPING
    if cue.link or cue.is_inserted or cue.subject is None or is_bare or is_deed:
        return bool(cue.link) or cue.is_inserted
    if cue.subject.kind == "role" and cue.subject.is_plural:
        return False
    return cue.subject.kind in ("person", "role", "source") or cue.first - cue.subject.last < BESIDE


def hand_over(cast: Cast, speaker: Speaker, actor: Actor, paragraph: int) -> None:
    if actor.is_plural and cast.has_spoken and cast.focus.is_person and cast.spoke_in >= cast.sentence_before:
        cast.before_group = cast.focus, cast.focus_paragraph
    cast.take_focus(speaker, paragraph, has_spoken=True)
    is_known = actor.kind == "role" and actor.is_definite and not actor.is_plural
    is_one_source = actor.kind == "source" and not actor.is_plural
    if speaker.name and not speaker.is_person and not is_known and not is_one_source:
        cast.body = speaker
    if speaker.name and actor.is_plural:
        cast.take_group(speaker, actor.start)


def elided(cast: Cast, sentence: Sentence, cue: Cue, subject: Speaker) -> Speaker:
    """Who spoke last; with «según anunció», or with nobody before, the subject of the sentence."""
    if cue.number == "many" and (cast.focus.is_person or not cast.focus.name):
        if cue.link and cue.before > 0:
            cast.take_focus(cast.group, sentence.paragraph)
        return cast.group
    if _is_one_of_many(cast, cue) and cast.before_group[1] == sentence.paragraph:
        cast.take_focus(*cast.before_group, has_spoken=True)  # «…», dijo Rubio. Los rusos callan que…, añadió
    if _is_not_of_focus(cast, cue):
        return NOBODY
    opens = cue.before <= 0 and not cast.is_stale(sentence.paragraph)
    if cast.focus_paragraph < 0 and _goes_on_in_entry(cast, sentence, cue, subject):
        cast.take_focus(cast.earlier, sentence.paragraph, has_spoken=True)
    is_fresh = cast.focus_paragraph == sentence.paragraph or opens
    if cast.focus_paragraph < 0 or (cue.is_adjunct and subject.name and not is_fresh):
        if subject.name:
            cast.take_focus(subject, sentence.paragraph, has_spoken=True)
        return subject
    if cast.is_stale(sentence.paragraph):
        return cast.only_person(sentence.start)
    if not cue.is_adjunct and (cue.link or cue.is_inserted):
        cast.take_focus(cast.focus, sentence.paragraph, has_spoken=True)
    return cast.focus


def _is_not_of_focus(cast: Cast, cue: Cue) -> bool:
    """A gerund of whoever does something else, one voice where a group has the word, an answer to who asked."""
    is_loose = cue.number == "any" and cue.is_loose
    is_answer = cue.verb.lemma in ANSWERING and bool(cast.focus.name) and cast.focus == cast.asker
    return is_loose or _is_one_of_many(cast, cue) or is_answer


def _is_one_of_many(cast: Cast, cue: Cue) -> bool:
    return cue.number == "one" and bool(cast.focus.name) and cast.focus == cast.group


def _goes_on_in_entry(cast: Cast, sentence: Sentence, cue: Cue, subject: Speaker) -> bool:
    """«21:40 ¿Y el plazo? «…», responde»: whoever had the word in the entry before."""
    goes_on = cue.verb.lemma in GOING_ON or (not subject.name and "¿" in cast.text[cast.entry_start : sentence.start])
    return bool(cast.earlier.name) and goes_on and cue.is_inserted


def move_focus(cast: Cast, speech: Speech) -> None:
    """A sentence without a verb of saying makes its subject the one that «añadió» takes up."""
    actor, paragraph = speech.actor, speech.sentence.paragraph
    if _is_asked(cast, speech):
        return
    if any(_tells(speech, cue) for cue in speech.cues) and not _is_judged(speech):
        return
    if _hand_over_by_attributions(cast, speech):
        return
    told = [cue for cue in speech.cues if cue.is_relative and speech.speakers[cue.first].is_person]
    told = told or [cue for cue in speech.cues if _is_so_called(speech, cue)]
    if told and (actor is None or actor.first > told[0].first or not (told[0].is_relative or speech.subject.is_person)):
        cast.take_focus(speech.speakers[told[0].first], paragraph, has_spoken=True)
    elif actor is None:
        _hand_over_by_the_way(cast, speech)
    elif _is_first_body(cast, speech, actor):
        cast.take_focus(speech.subject, paragraph)
    elif actor.is_plural and actor.first == 0:
        cast.take_group(speech.subject, speech.sentence.start)
    elif _is_joined(speech, actor):
        cast.take_focus(NOBODY, paragraph)
        cast.take_group(_all_joined(cast, speech, actor), speech.sentence.start)
    elif _is_about(cast, speech, actor):
        later = _subject_of_last_clause(speech, actor)
        cast.take_focus(who(cast, later) if later is not None else speech.subject, paragraph)


def _is_so_called(speech: Speech, cue: Cue) -> bool:
    """«Polonia cerró el paso, en lo que Tusk llamó «un deber»»: whoever calls it so is the one to go on."""
    items, subject = speech.parse.items, cue.subject
    is_own = subject is not None and subject.kind == "person" and not subject.is_plural and subject.last <= cue.first
    if (
        subject is None
        or not is_own
        or [key_at(items, subject.first - 2), key_at(items, subject.first - 1)] != ["lo", "que"]
    ):
        return False
    return any(item.kind == "quote" for item in items[cue.last : cue.last + BESIDE])


def _tells(speech: Speech, cue: Cue) -> bool:
    """Not «el texto no menciona la retirada», in a sentence about somebody else."""
    if cue.is_subordinate or cue.is_relative:
        return False
    if cue.link or cue.is_inserted:
        return True
    is_of_text = cue.subject is not None and cue.subject.kind == "text" and speech.speakers[cue.first].name is None
    is_doing = cue.number == "any"  # «lleva años preguntando por él»
    is_cleft = key_at(speech.parse.items, 0) == "quien"  # «Quien sí contó algo fue un asesor»
    return not (is_of_text or is_doing or is_cleft)


def _is_judged(speech: Speech) -> bool:
    """«Para el analista Sosa, Trump habla a los suyos. «…», dice»: who is cited first, where nobody else is."""
    opening = speech.attributions[0] if speech.attributions else None
    is_open = opening is not None and opening.first == 0 and opening.is_weak
    return is_open and not any(cue.link or cue.is_inserted for cue in speech.cues)


def _is_asked(cast: Cast, speech: Speech) -> bool:
    """«¿Y si Zelenski dice que no? «…», soltó»: a question leaves the word to who has it; «¿Y Merz?» does not."""
    items = speech.parse.items
    is_question = key_at(items, 0) == "¿" and key_at(items, 1) in OPEN_QUESTIONS and items[-1].key == "?"
    return is_question and len(items) > SHORT_QUESTION and cast.focus.is_person


def _hand_over_by_attributions(cast: Cast, speech: Speech) -> bool:
    """Whether the sentence has any."""
    attributions = [it for it in speech.attributions if key_at(speech.parse.items, it.first - 1) != "que"]
    for it in attributions:
        if it.speaker is not None:
            hand_over(cast, speech.speakers[it.first], it.speaker, speech.sentence.paragraph)
        elif speech.speakers[it.first].is_person:
            cast.take_focus(speech.speakers[it.first], speech.sentence.paragraph, has_spoken=True)
    return bool(attributions)


def _is_about(cast: Cast, speech: Speech, actor: Actor) -> bool:
    """Whether the sentence tells of its subject; «la primera: …» tells of nobody, and whoever had the word keeps it."""
    if actor.kind == "pronoun" and not speech.subject.name:
        return False
    return (_is_topic(speech, actor) or _is_presented(cast, speech, actor)) and not _is_announced(cast, speech)


def _subject_of_last_clause(speech: Speech, subject: Actor) -> Actor | None:
    """«Trump le dio una semana y el ucraniano salió a la calle»: the text goes on with whom it told of last."""
    items = speech.parse.items
    for actor in reversed([*speech.parse.starts.values()]):
        is_one = actor.kind in ("person", "role") and not actor.is_plural and not actor.preposition
        if not is_one or actor.first <= subject.last or key_at(items, actor.first - 1) not in CLAUSE_JOINERS:
            continue
        verb = next((key_at(items, at) for at in range(actor.last, actor.last + 3) if kind_of(key_at(items, at))), "")
        is_own = kind_of(verb) in ("past", "present") and not verb.endswith("n")
        return actor if is_own else None
    return None


def _is_first_body(cast: Cast, speech: Speech, actor: Actor) -> bool:
    """«El Estado Mayor contó cien ataques. «…», precisó»: nobody else has had the word; a country tells nothing."""
    if actor.kind != "body" or actor.is_plural or actor.first or cast.focus.name:
        return False
    body = cast.bodies.get(actor.name)
    is_own = body is None or body.kind == "body" or bool(actor.head)
    return is_own and bool(speech.subject.name) and actor.last not in speech.parse.starts


def _is_presented(cast: Cast, speech: Speech, actor: Actor) -> bool:
    """«Afuera esperaba Nadia Hrytsenko, madre de un soldado»: who stands behind the verb is new to the text."""
    if actor.kind != "person" or actor.is_plural or actor.preposition:
        return False
    if any(item.key in ("le", "les") for item in speech.parse.items[: actor.first]):
        return False
    others = [it for it in speech.parse.starts.values() if it.kind == "person" and it != actor]
    named = next((profile.places for profile in cast.profiles if profile.speaker == speech.subject), ())
    in_text = [place for place in named if place > cast.title_end]
    return not others and bool(in_text) and in_text[0] >= speech.sentence.start


def _is_announced(cast: Cast, speech: Speech) -> bool:
    """««…», alegó Peskov. Ushakov viajará el lunes. No hay fecha, dijo»: who has the word tells what is to come."""
    has_word = cast.has_spoken and cast.focus_paragraph == speech.sentence.paragraph
    return has_word and any(
        item.kind == "word" and not item.is_capital and item.key.endswith(FUTURE) for item in speech.parse.items
    )


def _is_joined(speech: Speech, actor: Actor) -> bool:
    """«Trump y Putin se vieron» is about nobody alone."""
    after = speech.parse.starts.get(actor.last + 1)
    return actor.kind in ("person", "role") and after is not None and after.joined_to == actor.first


def _all_joined(cast: Cast, speech: Speech, actor: Actor) -> Speaker:
    """«Merz, Macron y Starmer viajaron»: who «aseguraron los tres» means; nobody when one is no person."""
    joined = [actor]
    while (after := speech.parse.starts.get(joined[-1].last + 1)) and after.joined_to == joined[-1].first:
        joined.append(after)
    together = actor._replace(is_plural=True, words=tuple(str(each.ref) for each in joined))
    return people_together(cast, together) if all(each.kind == "person" for each in joined) else NOBODY


def _is_topic(speech: Speech, actor: Actor) -> bool:
    """Whether the sentence is about the one person of its subject."""
    if actor.is_plural or not _stands_before_verb(speech.parse.items, actor):
        return False
    if actor.kind in ("role", "source") and actor.determiner and _opens(speech, actor):
        return True
    return actor.kind in ("person", "pronoun", "name") or (actor.kind == "role" and actor.is_definite)


def _opens(speech: Speech, actor: Actor) -> bool:
    """«Un miembro de la delegación…», «Al despedirse, un miembro…», «Quien sí lo cree es un miembro…»."""
    before, items = key_at(speech.parse.items, actor.first - 1), speech.parse.items
    is_cleft = before in TO_BE and key_at(items, 0) in CLEFT
    return actor.first == 0 or before == "," or is_cleft


def _stands_before_verb(items: Sequence[Item], actor: Actor) -> bool:
    """Not «le acompañará Kushner»: a subject behind its verb is not who «añadió» takes up."""
    if key_at(items, actor.first - 1) in TO_BE:
        return True
    for place in range(actor.first - 1, max(-1, actor.first - LEADING), -1):
        key = items[place].key
        if items[place].kind == "mark":
            return True
        is_finite = key in PERFECT or (key.endswith(FINITE) and not items[place].is_capital)
        if is_finite and key_at(items, place - 1) in OBJECT_PRONOUNS and place > 1 and items[place - 2].kind != "mark":
            return not key.endswith("n")
        if key in PRONOUNS or is_finite:
            return False
    return True


def _hand_over_by_the_way(cast: Cast, speech: Speech) -> None:
    """«El mismo día en que Trump canceló la cumbre…»: the one person that does anything in a new paragraph."""
    items = speech.parse.items
    if key_at(items, 1) == SUPERLATIVE:
        cast.take_focus(NOBODY, speech.sentence.paragraph)
    people = [
        actor
        for actor in speech.parse.starts.values()
        if actor.kind == "person" and not actor.preposition and key_at(items, actor.first - 2) != "que"
    ]
    if len(people) == 1 and cast.focus_paragraph != speech.sentence.paragraph:
        cast.take_focus(who(cast, people[0]), speech.sentence.paragraph)
