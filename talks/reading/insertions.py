"""Whether a verb of saying stands inserted, beside what is said: «Rusia, insistió Peskov, prefiere…»."""

from __future__ import annotations

from talks.reading.adjuncts import closes_description
from talks.reading.cues import CLOSING, INSERTING, PARTICIPLES, Cue, is_infinitive, key_at
from talks.reading.parsed import Actor, Parse
from talks.reading.set_off import RELATIVES
from talks.reading.speech_words import load_speech_words

BEHIND_SUBJECT = frozenset(["que", ":", "cuando", "mientras", "tras"])
LONGEST_DESCRIPTION = 12
"""Items of «informado sobre el asunto»."""
LONGEST_ADJUNCT = 6
"""Items after an inserted verb without subject: «Rusia, dijo ayer en Moscú, prefiere…»."""


def is_inserted(parse: Parse, cue: Cue, end: int) -> bool:
    items, before = parse.items, cue.before
    if before < 0:
        return False
    if items[before].kind == "quote" or (items[before].kind == "mark" and items[before - 1].kind == "quote"):
        return items[before].key != ":"
    if cue.is_negated:
        return False  # «porque, según él, no ha leído la carta»
    is_open = items[before].key in INSERTING or items[before].kind == "quote" or cue.is_adjunct
    is_closed = end >= len(items) or items[end].key in CLOSING or items[end].kind == "quote"
    is_closed = is_closed or (items[end].key in BEHIND_SUBJECT and _has_subject_behind(parse, cue, end))
    is_closed = is_closed or _describes_subject(parse, end)
    if not is_open or not is_closed:
        return False
    is_end = end >= len(items) or items[end].key == "."
    if is_end and closes_description(items, before):
        return False
    if _before_relative(parse, before) and (end >= len(items) or items[end].key == "."):
        return False
    if _addresses(parse, cue) and _before_relative(parse, before):
        return False  # «Zelenski, por su parte, acusó al presidente, Putin, de mentir»
    owner = parse.ends.get(before)
    behind = [parse.starts[place] for place in range(cue.last, end) if place in parse.starts]
    has_subject = any(not it.preposition and not (it.is_plural and cue.number == "one") for it in behind)
    is_main_verb = owner is not None and not owner.preposition and not has_subject and end > cue.last
    has_object = end - cue.last > LONGEST_ADJUNCT or any(map(is_infinitive, items[cue.last : end]))
    is_described = end in parse.ends and key_at(items, end + 1) in RELATIVES
    if is_main_verb and is_described and owner is not None and owner.first == 0:
        return False  # «Zelenski, el presidente, agradeció el gesto a Turquía, que…»
    return not is_main_verb or (end < len(items) and items[end].key == "," and not has_object)


def _addresses(parse: Parse, cue: Cue) -> bool:
    """«acusó al presidente»: somebody stands right behind the verb as its object."""
    behind = (parse.starts.get(cue.last), parse.starts.get(cue.last + 1))
    return any(actor is not None and actor.preposition in ("a", "al") for actor in behind)


def _describes_subject(parse: Parse, place: int) -> bool:
    """«dijo un funcionario informado sobre el asunto.»: a participle and its complement up to the end."""
    is_participle = place in parse.ends and parse.items[place].key.endswith(PARTICIPLES)
    return is_participle and all(item.kind != "quote" for item in parse.items[place : place + LONGEST_DESCRIPTION])


def _has_subject_behind(parse: Parse, cue: Cue, end: int) -> bool:
    """«Hay dos copias, contó Merz en el avión que lo llevaba a Roma»: the words are told, and this is beside them."""
    behind = (parse.starts.get(place) for place in range(cue.last, end))
    return end - cue.last > 1 and any(actor is not None and not actor.preposition for actor in behind)


def _before_relative(parse: Parse, comma: int) -> Actor | None:
    """«Fidan, que fue jefe de los espías, mantiene…», «Umérov, al frente del equipo, agradeció…»: whose verb it is."""
    if parse.items[comma].key != ",":
        return None
    opening = _comma_before(parse, comma)
    if opening + 2 == comma and parse.items[opening + 1].kind == "person":
        opening = _comma_before(parse, opening)  # «…, que vio a su par, Donald Trump, …»
    after = key_at(parse.items, opening + 1) if opening > 0 else ""
    owner = parse.ends.get(opening)
    opens = owner is not None and (owner.first == 0 or parse.items[owner.first - 1].kind == "mark")
    is_adjunct = opens and after in load_speech_words().prepositions
    is_aside = after in RELATIVES or is_adjunct or opening in parse.asides or opening + 1 in parse.asides
    return owner if is_aside and owner is not None and not owner.preposition else None


def _comma_before(parse: Parse, place: int) -> int:
    """0 for none."""
    return next((at for at in range(place - 1, 0, -1) if parse.items[at].key == ","), 0)
