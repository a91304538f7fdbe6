"""Who is the subject of a verb of saying: beside it, before its relative clause, or shared with another verb."""

from __future__ import annotations

from collections.abc import Sequence, Set

from talks.reading.appositions import JOINERS
from talks.reading.complements import with_complement
from talks.reading.cues import ADVERSATIVE, WINDOW, Cue, key_at
from talks.reading.date_verbs import kind_of
from talks.reading.gapped_verbs import gapped_verbs
from talks.reading.generic_actors import generic_after, generic_before, named_at
from talks.reading.inverted import follows_words, subject_behind
from talks.reading.parsed import Actor, Parse
from talks.reading.phrases import Item
from talks.reading.set_off import RELATIVES, before_aside
from talks.reading.speech_words import load_speech_words

QUALIFYING = frozenset({"calificar", "tachar", "tildar", "describir", "definir", "considerar", "denominar", "llamar"})
OBJECT_PRONOUNS = frozenset({"lo", "la", "los", "las"})
ASKED = frozenset({"preguntado", "preguntada", "consultado", "consultada", "interrogado", "interrogada"})
LONGEST_ADJUNCT = 9
LONGEST_LIST = 8
Inner = Set[int]
"""The items right behind verbs of the clauses inside: «preguntado por lo que reclama Kiev, respondió» is not Kiev's."""
SUBORDINATORS = RELATIVES | {"cuando", "mientras", "si", "donde", "porque", "pues", "como", "cual", "cuales"}


def find_cues(parse: Parse, bare: Sequence[Cue]) -> list[Cue]:
    """The verbs with what they report and their subjects."""
    verbs = {cue.first for cue in bare}
    cues: list[Cue] = []
    inner: set[int] = set()
    for cue in bare:
        cues.append(_with_subject(parse, _told_inside(parse, with_complement(parse, cue, verbs), cues), cues, inner))
        inner.update(_behind_subordinate(cues[-1]))
    return sorted([*cues, *gapped_verbs(parse, cues)])


def _told_inside(parse: Parse, cue: Cue, earlier: Sequence[Cue]) -> Cue:
    """«Él, reveló, pide veinte años»: behind what is inserted comes the verb of what is said."""
    told = earlier[-1] if earlier and cue.is_inserted else None
    if told is None or not told.is_inserted or told.end != cue.before or told.before < 1:
        return cue
    has_subject = any(at in parse.starts and not parse.starts[at].preposition for at in range(cue.last, cue.end))
    is_inside = parse.items[cue.before].key == "," and parse.items[told.before - 1].kind != "quote" and not has_subject
    return cue._replace(is_inserted=False) if is_inside else cue


def agrees(cue: Cue, actor: Actor) -> bool:
    if cue.number == "any" or (actor.kind == "body" and actor.determiner in load_speech_words().plural_determiners):
        return True
    return actor.is_plural == (cue.number == "many")


def _with_subject(parse: Parse, cue: Cue, earlier: Sequence[Cue], inner: Inner) -> Cue:
    items, before = parse.items, cue.before
    is_relative = before >= 0 and items[before].key in RELATIVES and not _is_object_relative(items, cue)
    if is_relative and (subject := _antecedent(parse, before)):
        return cue._replace(subject=subject, is_relative=True)
    if key_at(items, 0) in ASKED and key_at(items, before) == ",":
        return cue._replace(subject=_following(parse, cue))  # «Preguntado por lo que hará Putin, respondió: «…»»
    if before >= 0 and (named := _before_relative(parse, cue)):
        return cue._replace(subject=named, is_relative=True)
    if cue.is_inserted and follows_words(items, cue):
        return _with_subject_behind(parse, cue)
    subject = _around_inserted(parse, cue, earlier) or _adjacent(parse, cue, inner) or _following(parse, cue)
    if subject is not None and subject.kind in ("name", "text") and _is_taken_up(items, cue, subject):
        subject = subject_behind(parse, cue) or subject
    if subject is None and not cue.is_inserted:
        subject = _answering(parse, cue, earlier) or _shared(parse, cue, earlier, inner)
    return cue._replace(subject=subject, is_subordinate=_is_subordinate(items, cue, subject))


def _behind_subordinate(cue: Cue) -> tuple[int, ...]:
    """«la tregua que propuso la víspera Zelenski, y reiteró»: what stands behind it is not the subject of the rest."""
    if not cue.is_subordinate or cue.is_relative:
        return ()
    return (cue.last, cue.subject.first) if cue.subject and cue.subject.first > cue.first else (cue.last,)


def _is_taken_up(items: Sequence[Item], cue: Cue, subject: Actor) -> bool:
    """«la fecha la confirmó Peskov»: what stands before the verb is its object, a pronoun says so."""
    pronoun = key_at(items, cue.first - 1)
    return pronoun in OBJECT_PRONOUNS and subject.last < cue.first


def _with_subject_behind(parse: Parse, cue: Cue) -> Cue:
    """Behind words between marks the verb comes first; a subject that does not agree is no subject."""
    actor = subject_behind(parse, cue)
    if actor is None or (cue.number == "any" and actor.kind == "name"):
        return cue  # «…», calificando las charlas de «útiles»
    subject = actor if agrees(cue, actor) else _with_next(parse, actor, cue)
    return cue._replace(subject=subject, end=max(cue.end, subject.last)) if subject else cue


def _is_subordinate(items: Sequence[Item], cue: Cue, subject: Actor | None) -> bool:
    if key_at(items, cue.first - 1) in ("al", "tras"):
        return True
    first = subject.first - 1 if subject and subject.last <= cue.first else cue.before
    is_taken_up = [key_at(items, first - 2), key_at(items, first - 1)] == ["a", "lo"]  # «a lo que Zelenski respondió»
    is_contrast = key_at(items, first) == "mientras" and key_at(items, first - 1) == "," and cue.link == "que"
    return first >= 0 and items[first].key in SUBORDINATORS and not (is_taken_up or is_contrast)


def _before_relative(parse: Parse, cue: Cue) -> Actor | None:
    """«Umérov, que al término de la jornada explicó»: only an adjunct stands between the relative and the verb."""
    items, prepositions = parse.items, load_speech_words().prepositions
    for place in range(cue.before, max(1, cue.before - LONGEST_ADJUNCT), -1):
        if items[place].key in RELATIVES and items[place - 1].key == ",":
            actor = parse.ends.get(place - 1)
            is_adjunct = place + 1 < cue.first and items[place + 1].key in prepositions
            is_adjunct = is_adjunct or key_at(items, cue.before) == "antes"  # «quien un día antes»
            return actor if is_adjunct and actor is not None and actor.kind in ("person", "role") else None
        if items[place].kind not in ("word", "body", "place") or items[place].key.endswith(("ó", "aron", "ieron")):
            return None
    return None


def _is_object_relative(items: Sequence[Item], cue: Cue) -> bool:
    """«la seguridad de Ucrania, que calificó de «paso adelante»»: what is called so stands before."""
    has_object = any(item.key in OBJECT_PRONOUNS for item in items[cue.before + 1 : cue.first])
    if has_object or items[cue.before].key in ("quien", "quienes"):
        return False  # «Trump, quien la llamó «tigre»»
    place = cue.last + (key_at(items, cue.last) in ("de", "como"))
    if cue.verb.lemma not in QUALIFYING or place >= len(items) or items[place].kind != "quote":
        return False
    return place + 1 >= len(items) or items[place + 1].kind == "mark"


def _antecedent(parse: Parse, relative: int) -> Actor | None:
    """«Peskov, que añadió»: whoever stands right before the relative, in any case."""
    return parse.ends.get(relative - (key_at(parse.items, relative - 1) == ","))


def _adjacent(parse: Parse, cue: Cue, inner: Inner) -> Actor | None:
    """The subject right before the verb, or before the comma that ends its apposition."""
    before = cue.before
    if before < 0 or parse.items[before].key in ADVERSATIVE | RELATIVES:
        return None
    if parse.items[before].key in (",", ")") and not cue.is_inserted:
        actor = before_aside(parse, before) or parse.ends.get(before)
        if actor is not None and actor.kind in ("role", "source") and is_apposition(parse, actor):
            actor = parse.ends.get(actor.first - 1)  # «Zelenski, el presidente, contó»
        if actor is not None and actor.first in inner:
            return None
        return _grouped(parse, actor, cue) if actor is not None and not actor.preposition else None
    actor = parse.ends.get(before + 1)
    if actor is not None:
        return None if actor.preposition else _grouped(parse, actor, cue)
    generic = generic_before(parse.items, before)
    known = parse.starts.get(generic.first) if generic else None
    return known if known is not None and not known.preposition and agrees(cue, known) else generic


def _around_inserted(parse: Parse, cue: Cue, earlier: Sequence[Cue]) -> Actor | None:
    """«Putin, contó Ushakov, reiteró que…»: who tells it stands between the subject and the verb."""
    told = earlier[-1] if earlier and key_at(parse.items, cue.before) == "," else None
    if told is None or not told.is_inserted or told.is_adjunct or told.end != cue.before or not cue.link:
        return None
    actor = parse.ends.get(told.before) if key_at(parse.items, told.before) == "," else None
    is_somebody = actor is not None and actor.kind in ("person", "role", "body") and not actor.preposition
    return actor if actor is not None and is_somebody and agrees(cue, actor) else None


def _grouped(parse: Parse, actor: Actor, cue: Cue) -> Actor | None:
    """«París, Londres y Berlín avisan»: all of them, by their ids in `words` if they are bodies."""
    is_mixed = cue.number == "many" and actor.joined_to >= 0 and actor.kind == "role"
    if agrees(cue, actor) and not is_mixed:
        return actor
    if cue.number != "many":
        return None
    joined = [actor]
    while len(joined) < LONGEST_LIST and (before := parse.starts.get(joined[0].joined_to)):
        joined.insert(0, before)
    if len(joined) == 1:
        return None
    is_whole = all(it.kind == "body" for it in joined) and key_at(parse.items, joined[0].first - 1) not in (",", "y")
    names = tuple(it.name for it in joined) if is_whole else ()
    if all(it.kind == "person" and not it.is_plural for it in joined):
        names = tuple(str(it.ref) for it in joined)
    return joined[0]._replace(last=actor.last, is_plural=True, words=names, kind="body" if is_whole else "person")


def _following(parse: Parse, cue: Cue) -> Actor | None:
    """«dijo este martes, en Moscú, el portavoz»: the first noun phrase after the verb that has no preposition."""
    limit = cue.complement if cue.link else cue.end
    for place in range(cue.last, limit):
        actor = parse.starts.get(place)
        if actor is not None and not actor.preposition and _may_follow(cue, actor):
            return actor if agrees(cue, actor) else _with_next(parse, actor, cue)
    if not cue.is_inserted:
        return None
    return named_at(parse.items, cue.last, cue.end) or generic_after(parse.items, cue.last)


def _with_next(parse: Parse, actor: Actor, cue: Cue) -> Actor | None:
    """«dijeron Macron y Merz»."""
    after = parse.starts.get(actor.last + 1)
    is_group = cue.number == "many" and after is not None and after.joined_to == actor.first
    return _grouped(parse, after, cue) if is_group and after is not None else None


def _may_follow(cue: Cue, actor: Actor) -> bool:
    """A document or a body after a verb that reports nothing before it is its object."""
    return actor.kind in ("person", "role", "pronoun", "source") or cue.is_inserted or cue.link in ("que", "colon")


def _shared(parse: Parse, cue: Cue, earlier: Sequence[Cue], inner: Inner) -> Actor | None:
    """The subject further to the left: of the verb before, or of the clause."""
    if earlier and earlier[-1].is_subordinate and earlier[-1].subject is not None and _is_subjunctive(parse, cue):
        return earlier[-1].subject if key_at(parse.items, cue.before) in JOINERS else None
    if (
        earlier
        and earlier[-1].is_inserted
        and earlier[-1].subject is None
        and key_at(parse.items, cue.before) in JOINERS
    ):
        return None  # «…», dijo, y añadió que…: of whoever had the word
    if cue.before >= 0 and parse.items[cue.before].key in ADVERSATIVE | RELATIVES | {","}:
        for other in earlier[:-6:-1]:
            if (
                other.subject is not None
                and not other.is_inserted
                and not other.is_subordinate
                and not other.is_relative
            ):
                return other.subject if agrees(cue, other.subject) else None
    if (text := _opening_text(parse, cue)) is not None:
        return text
    for place in range(cue.first, max(-1, cue.first - WINDOW), -1):
        actor = parse.ends.get(place)
        if actor is not None and actor.first not in inner and _is_main_subject(parse, actor):
            actor = _of_relative(parse, cue, actor) or actor
            if shared := _grouped(parse, actor, cue):
                return shared
    return None


def _answering(parse: Parse, cue: Cue, earlier: Sequence[Cue]) -> Actor | None:
    """««…», dijo Merz junto a Tusk, que agradeció el gesto, pero avisó de que…»: of whom the relative tells."""
    if not earlier or not earlier[-1].is_relative or key_at(parse.items, cue.before) != "pero":
        return None
    subject = earlier[-1].subject
    is_alone = all(it.is_inserted for it in earlier[:-1])
    return subject if subject and subject.kind == "person" and is_alone and agrees(cue, subject) else None


def _opening_text(parse: Parse, cue: Cue) -> Actor | None:
    """«El texto prevé un ejército menor y habla de…»: what stands behind the first verb is its object."""
    text = parse.starts.get(0)
    if text is None or text.kind != "text" or key_at(parse.items, cue.before) not in JOINERS or not agrees(cue, text):
        return None
    is_verb = kind_of(key_at(parse.items, text.last)) in ("past", "present")
    return text if is_verb and text.last + 1 in parse.starts else None


def _is_subjunctive(parse: Parse, cue: Cue) -> bool:
    """«después de que Umérov informara a Kiev y agradeciera…»: the clause goes on."""
    return kind_of(key_at(parse.items, cue.first)) == "wished"


def _of_relative(parse: Parse, cue: Cue, actor: Actor) -> Actor | None:
    """«Umérov, quien encabeza el equipo y precisó que…»: whoever stands before the relative, and not its object."""
    if key_at(parse.items, cue.before) not in JOINERS:
        return None
    for place in range(actor.first - 2, max(0, actor.first - LONGEST_ADJUNCT), -1):
        if parse.items[place].kind == "mark":
            return None
        if parse.items[place].key in RELATIVES and parse.items[place - 1].key == ",":
            owner = parse.ends.get(place - 1)
            return owner if owner is not None and owner.kind in ("person", "role") else None
    return None


def _is_main_subject(parse: Parse, actor: Actor) -> bool:
    first = parse.starts.get(actor.joined_to, actor).first  # «para que Kiev y Moscú firmen y…»
    is_subordinate = key_at(parse.items, first - 1) in SUBORDINATORS
    return not actor.preposition and actor.kind != "text" and not is_subordinate and not is_apposition(parse, actor)


def is_apposition(parse: Parse, actor: Actor) -> bool:
    """«de Yuri Ushakov, el asesor que…»: said of the one before the comma."""
    before = parse.ends.get(actor.first - 1)
    return key_at(parse.items, actor.first - 1) == "," and before is not None and before.kind == "person"
