"""Attributions without a verb: «según Izvestia, que citó a Peskov», «en palabras de Trump», «a su juicio»."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from talks.reading.actors import actor_after_preposition, actor_at
from talks.reading.cues import CLOSING, Cue, key_at
from talks.reading.generic_actors import named_at
from talks.reading.parsed import Actor, Parse
from talks.reading.phrases import Item
from talks.reading.speech_words import load_speech_words, phrase_at

CITING = frozenset({"citar", "recoger"})
READ = frozenset({"lee", "leía", "indica", "afirma", "dice", "señala", "asegura", "precisa", "apunta", "subraya"})
CAN = frozenset({"puede", "podía"})
OWN = frozenset({"su", "sus"})
"""«se lee en su mensaje»: of who spoke last."""
AGREEING = ("est", "pus", "pon", "mostr", "muestr")
"""Verbs before «de acuerdo con»: están, se pusieron, se mostró."""
ISSUED = frozenset(["publicó", "difundió", "firmó", "emitió", "divulgó", "envió", "remitió"])
LETTERS = frozenset(["mensaje", "carta", "nota", "comunicado", "texto", "declaracion"])
CLAUSE = 16
"""Items of «lo que publicó este miércoles el portal Axios»."""
WEAK = frozenset({"para"})
"""These attribute only at the start of a sentence or clause: words between marks, or what follows the comma."""


class Attribution(NamedTuple):
    """The items `first` to `last`; `speaker` None stands for who spoke last."""

    first: int
    last: int
    speaker: Actor | None
    via: Actor | None
    is_weak: bool
    is_mouth: bool = False
    """«El Kremlin, por boca de Peskov»."""
    is_relative: bool = False
    """«…, según el cual…»: what follows is said, and nothing before."""


def find_attributions(parse: Parse, cues: Sequence[Cue]) -> list[Attribution]:
    """In order; of the verbs only their places count."""
    vocabulary = load_speech_words()
    by_first = {cue.first: cue for cue in cues}
    found: list[Attribution] = []
    for place in _openings(parse.items):
        if words := phrase_at(parse.items, place, vocabulary.own_attributions):
            found.append(Attribution(place, place + len(words), None, None, False))
        elif _read_in(parse.items, place) and key_at(parse.items, place + 3) in OWN:
            found.append(Attribution(place, place + 5, None, None, False))
        elif words := phrase_at(parse.items, place, vocabulary.mouths):
            attribution = _attribution(parse, place, len(words), by_first)
            speaker = attribution.speaker if attribution else None
            is_set_off = place == 0 or key_at(parse.items, place - 1) == "," or place in parse.ends
            is_set_off = is_set_off or any(cue.last == place for cue in cues)
            if attribution and is_set_off and speaker is not None and speaker.kind in ("person", "role"):
                found.append(attribution._replace(is_mouth=True))
        elif _agrees_with(parse.items, place):
            continue
        elif words := phrase_at(parse.items, place, vocabulary.attributions) or _read_in(parse.items, place):
            attribution = _attribution(parse, place, len(words), by_first)
            found += [attribution] if attribution else []
    return found


def _agrees_with(items: Sequence[Item], place: int) -> bool:
    """«las partes están de acuerdo con el texto»: nobody says so."""
    is_phrase = items[place].key == "de" and key_at(items, place + 1) == "acuerdo"
    return is_phrase and key_at(items, place - 1).startswith(AGREEING)


def _openings(items: Sequence[Item]) -> list[int]:
    """Where an attribution may begin, by its first two words."""
    openers = _openers()
    begun = [(place, openers[item.key]) for place, item in enumerate(items) if item.key in openers]
    return [place for place, seconds in begun if "" in seconds or key_at(items, place + 1) in seconds]


@cache
def _openers() -> dict[str, set[str]]:
    """By the first word of an attribution its second ones; empty for one of a single word."""
    words = load_speech_words()
    openers = {"se": {*READ, *CAN}}
    for phrases in (words.own_attributions, words.mouths, words.attributions):
        for first, found in phrases.items():
            openers.setdefault(first, set()).update(words[1] if len(words) > 1 else "" for words in found)
    return openers


def _read_in(items: Sequence[Item], place: int) -> tuple[str, ...]:
    """««…», se lee en el comunicado de la Casa Blanca», ««…», se puede leer en el documento»."""
    if items[place].key != "se":
        return ()
    words = tuple(item.key for item in items[place : place + 4])
    if words[1:2] and words[1] in CAN and words[2:] == ("leer", "en"):
        return words
    return words[:3] if words[1:2] and words[1] in READ and words[2:3] == ("en",) else ()


def _attribution(parse: Parse, place: int, length: int, cues: Mapping[int, Cue]) -> Attribution | None:
    items = parse.items
    is_weak = items[place].key in WEAK
    if (antecedent := _antecedent(parse, place, place + length)) is not None:
        return antecedent
    begin = place + length - (items[place + length - 1].key == "del")
    if is_weak and place and key_at(items, place - 1) != ";":
        return None
    if told := _as_told_by(parse, place, begin, cues):
        return told
    actor = _named_after(items, begin) or named_at(items, begin, min(begin + 6, len(items)))
    if actor is not None and actor.kind == "text" and not is_joint(actor):
        actor = publisher_of(items, actor)
    if actor is None or (is_weak and not _is_judge(items, actor)):
        return None
    cited, last = _cited(parse, actor, cues) if key_at(items, actor.last) != "de" else _told_by(items, actor)
    if cited is not None:
        return Attribution(place, last, cited, actor, is_weak)
    return Attribution(place, last, actor, None, is_weak)


def _is_judge(items: Sequence[Item], actor: Actor) -> bool:
    """«Para Merz, …», «Para Merz es «una farsa»»; not «Para los europeos tuvo mejores palabras»."""
    is_set_off = actor.last >= len(items) or items[actor.last].kind in ("mark", "quote")
    is_set_off = is_set_off or items[actor.last].key in ("es", "son", "era", "fue", "sería", "supone", "significa")
    return actor.kind in ("person", "role") and (is_set_off or not actor.is_plural)


def _as_told_by(parse: Parse, place: int, begin: int, cues: Mapping[int, Cue]) -> Attribution | None:
    """«De acuerdo con lo que publicó este miércoles el portal Axios, …»: who stands behind the verb."""
    items = parse.items
    cue = cues.get(begin + 2) if (key_at(items, begin), key_at(items, begin + 1)) == ("lo", "que") else None
    if cue is None:
        return None
    comma = next((at for at in range(cue.last, min(cue.last + CLAUSE, len(items))) if items[at].key == ","), -1)
    behind = (parse.starts.get(at) for at in range(cue.last, comma))
    teller = next((actor for actor in behind if actor is not None and not actor.preposition), None)
    return Attribution(place, comma, teller, None, False) if teller is not None else None


def _antecedent(parse: Parse, place: int, after: int) -> Attribution | None:
    """«…, según el cual…», «…, para quien…»: who stands before the comma."""
    keys = tuple(key_at(parse.items, after + step) for step in range(2))
    length = 1 if keys[0] in ("quien", "quienes") else 2 if keys[1] in ("cual", "cuales") else 0
    actor = parse.ends.get(place - 1) if key_at(parse.items, place - 1) == "," else None
    if not length or actor is None:
        return None
    return Attribution(place, after + length, actor._replace(preposition=""), None, False, is_relative=True)


def _named_after(items: Sequence[Item], place: int) -> Actor | None:
    """«del Kremlin» too; the attribution itself is the preposition."""
    actor = actor_after_preposition(items, place) if key_at(items, place) == "del" else actor_at(items, place)
    return actor and actor._replace(preposition="")


def _told_by(items: Sequence[Item], actor: Actor) -> tuple[Actor | None, int]:
    """«según ha podido saber EFE de fuentes comunitarias»."""
    source = actor_at(items, actor.last + 1)
    return (source, source.last) if source is not None and source.kind == "source" else (None, actor.last)


def is_joint(text: Actor) -> bool:
    """«un comunicado conjunto» without authors: of those who the sentence is about, whoever prints it."""
    return text.kind == "text" and not text.name and text.words[:1] in (("conjunto",), ("conjunta",))


def publisher_of(items: Sequence[Item], text: Actor) -> Actor:
    """«según un informe publicado por The Washington Post»: who publishes it."""
    is_agent = (
        text.kind == "text"
        and key_at(items, text.last).endswith(("ado", "ada", "ido", "ida"))
        and key_at(items, text.last + 1) == "por"
    )
    publisher = actor_at(items, text.last + 2) if is_agent else _who_issued(items, text)
    return publisher or text


def _who_issued(items: Sequence[Item], text: Actor) -> Actor | None:
    """«el mensaje que publicó Steve Witkoff»."""
    is_letter = text.kind == "text" and text.head in LETTERS
    is_relative = is_letter and key_at(items, text.last) == "que" and key_at(items, text.last + 1) in ISSUED
    issuer = actor_at(items, text.last + 2) if is_relative else None
    return issuer if issuer is not None and issuer.kind in ("person", "role") else None


def cited_by(parse: Parse, actor: Actor, cues: Mapping[int, Cue]) -> Actor | None:
    """«TASS, que cita a un diplomático, informa de que…»: the diplomat; several unnamed ones leave it to the paper."""
    cited = _cited(parse, actor, cues)[0] if actor.kind == "body" else None
    return cited if cited is not None and not cited.is_plural else None


def _cited(parse: Parse, actor: Actor, cues: Mapping[int, Cue]) -> tuple[Actor | None, int]:
    """Whom «…, que citó a Peskov» names, and the item after it."""
    items, place = parse.items, actor.last
    place += place < len(items) and items[place].key == ","
    if place >= len(items) or items[place].key not in ("que", "quien"):
        return None, actor.last
    cue = cues.get(place + 1)
    if cue is None or cue.verb.lemma not in CITING:
        return None, actor.last
    cited: Actor | None = None
    after = cue.last
    while after < min(cue.last + 12, len(items)) and items[after].key not in CLOSING:
        found = parse.starts.get(after)
        if cited is None and found is not None and found.preposition and found.kind in ("person", "role", "source"):
            cited = found
        after = found.last if found else after + 1
    return cited, after
