"""Where an event is, which round, and the numbers it is known by."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from talks.folding import fold, fold_word
from talks.lexicon.load import Place
from talks.reading.clauses import Clause
from talks.reading.document import Document
from talks.reading.event_triggers import Trigger, scope_of
from talks.reading.event_words import load_event_words
from talks.reading.grammar import table
from talks.reading.scenes import Scene, within
from talks.reading.word_lists import Token, find_hits, tokens_of

_ORDINALS: Mapping[str, int] = table("ordinals")
LONGEST_OF_THOUSANDS = 3
"""Digits of «15 mil»."""
_CARDINALS: Mapping[str, str] = table("cardinals")
_ROUND_REACH = 3
_SAME_PLACE_GAP = 40
_NAME_REACH = 40
_EVE_REACH = 5
"""Words from «antes de» to the meeting on whose eve something else is."""
NAME = "name"
_DOCUMENTS = frozenset(("proposal", "agreement"))


class PlaceMention(NamedTuple):
    place: Place
    start: int
    preposition: str
    """«en» for every word that says where something is; «a» where somebody goes; «de» for «la cumbre de»; else "".

    NAME in the name of a document, which is where it was made and not where something is.
    """


def places_of(document: Document, places: tuple[Place, ...]) -> tuple[PlaceMention, ...]:
    """In order, those too that act («Moscú propone»), which only a visit may take for a place."""
    names = _by_name(places)
    found = []
    for start, end, label, entity_id, _ in document.entities:
        place = names.get(fold_word(document.text[start:end]))
        if place is None or _is_ruled_out(document, start):
            continue
        if _is_name_of_document(document, start):
            found.append(PlaceMention(place, start, NAME))
            continue
        may_be_matter = label != "PLACE" or entity_id in load_event_words().matters
        preposition = _preposition(document, start) if may_be_matter else "en"
        is_where = label == "PLACE" and preposition
        found.append(PlaceMention(place, start, "en" if is_where else preposition))
    return tuple(found)


def _is_ruled_out(document: Document, start: int) -> bool:
    """«Ginebra, y no Miami ni Abu Dabi, acogerá la ronda»."""
    before = tokens_of(document.text, max(0, start - _NAME_REACH), start)
    return bool(before) and before[-1].lower in ("no", "ni")


@lru_cache(maxsize=8)
def _by_name(places: tuple[Place, ...]) -> Mapping[str, Place]:
    return {fold(name): place for place in places for name in (place.name, *place.aliases)}


def _is_name_of_document(document: Document, start: int) -> bool:
    """«El plan de Washington», «el memorando de Budapest», «los acuerdos de Minsk»."""
    before = tokens_of(document.text, max(0, start - _NAME_REACH), start)
    if not before or before[-1].lower != "de":
        return False
    return any(hit.label in _DOCUMENTS for hit in find_hits(before[-2:-1], load_event_words().nouns))


def _preposition(document: Document, start: int) -> str:
    """«A la Casa Blanca», «la cumbre de Budapest», «en»; empty for others: «el enviado del Kremlin» is no place."""
    before = tokens_of(document.text, max(0, start - 40), start)
    while before and before[-1].lower in ("la", "el"):
        before = before[:-1]
    if before and before[-1].lower in ("a", "al", "en"):
        return before[-1].lower[:2].rstrip("l")
    if before and (before[-1].lower == "hacia" or [token.lower for token in before[-2:]] == ["camino", "de"]):
        return "a"
    is_of_event = before and before[-1].lower == "de" and find_hits(before[-2:-1], load_event_words().nouns)
    return "de" if is_of_event else ""


def place_in(scene: Scene, trigger: Trigger, places: Sequence[PlaceMention]) -> str | None:
    """The canonical name of the place nearest to the trigger; of «Anchorage, Alaska» the narrower one."""
    first, last = scope_of(scene, trigger)
    start, end = scene.tokens[first].start, scene.tokens[last].end
    at = scene.tokens[trigger.place].start
    found = [each for each in within(places, start, end) if _is_where(each, trigger)]
    found = [each for each in found if not _is_whose_eve_it_is(scene, each)]
    eve = next((hit.first for hit in scene.cues.get("eve", ()) if trigger.place < hit.first <= last), None)
    if eve is not None and any(0 < noun.first - eve <= _EVE_REACH for noun in scene.nouns):
        found = [each for each in found if each.start < scene.tokens[eve].start]
    if not found:
        return None
    nearest = min(found, key=lambda each: abs(each.start - at))
    inside = (each.place for each in found if _lies_in(each, nearest))
    return next(inside, nearest.place).name


def _is_whose_eve_it_is(scene: Scene, mention: PlaceMention) -> bool:
    """«Se reúnen en Londres antes de Alaska»: there is what comes."""
    at = bisect_left(scene.tokens, mention.start, key=lambda token: token.start)
    return any(hit.last == at - 1 for hit in scene.cues.get("eve", ()))


def is_named_by_place(scene: Scene, trigger: Trigger, places: Sequence[PlaceMention]) -> bool:
    """«Firmaron el acuerdo de Berlín»: no place, but a name."""
    first, last = scope_of(scene, trigger)
    found = within(places, scene.tokens[first].start, scene.tokens[last].end)
    return trigger.type in _DOCUMENTS and any(each.preposition == NAME for each in found)


def _is_where(mention: PlaceMention, trigger: Trigger) -> bool:
    if mention.preposition == NAME:
        return False
    if not mention.preposition:
        return trigger.verb is not None and trigger.verb.lemma == "visitar"
    return mention.preposition != "a" or trigger.type == "visit"


def _lies_in(narrow: PlaceMention, wide: PlaceMention) -> bool:
    return narrow.place.within == wide.place.id and abs(narrow.start - wide.start) < _SAME_PLACE_GAP


def round_in(scene: Scene, clause: Clause) -> int | None:
    """«La tercera ronda», «ronda número 3»."""
    tokens = scene.tokens
    for hit in scene.nouns:
        if tokens[hit.first].folded in ("ronda", "rondas") and clause.first <= hit.first <= clause.last:
            near = tokens[max(clause.first, hit.first - _ROUND_REACH) : hit.first + _ROUND_REACH + 1]
            return next((number for number in map(_ordinal, near) if number), None)
    return None


def _ordinal(token: Token) -> int | None:
    if token.folded.isdigit() and len(token.folded) < 3:
        return int(token.folded)
    return _ORDINALS.get(token.folded)


def numbers_in(scene: Scene, clause: Clause) -> tuple[str, ...]:
    """«28 puntos», «1.000 por 1.000», «paquete 19»: what a plan or an exchange is known by."""
    tokens = scene.tokens[clause.first : clause.last + 1]
    counted = _counted(tokens) if "counted" in scene.cues else ()
    found = [*counted, *_for_each_other(tokens), *_packages(tokens)]
    return tuple(dict.fromkeys(found))


def _counted(tokens: Sequence[Token]) -> Iterator[str]:
    """A number, one word at most between it and what is counted: «146 prisioneros», «mil soldados»."""
    for hit in find_hits(tokens, load_event_words().counted):
        if tokens[hit.first].folded == "dias" and not _is_length(tokens, hit.first):
            continue
        for place in (hit.first - 1, hit.first - 2):
            number = _number_ending_at(tokens, place) if place >= 0 else None
            if number:
                yield f"{number} {tokens[hit.first].lower}"
                break


def _is_length(tokens: Sequence[Token], place: int) -> bool:
    """«Tregua de 30 días», and not «tres días después»."""
    return place > 1 and tokens[place - 2].lower == "de"


def _number(token: Token) -> str | None:
    return token.lower if token.lower[0].isdigit() else _CARDINALS.get(token.folded)


def _number_ending_at(tokens: Sequence[Token], place: int) -> str | None:
    """«dos mil», «15 mil» are thousands, told as «2.000», «15.000»."""
    before = _number(tokens[place - 1]) if place > 0 and tokens[place].folded == "mil" else None
    if before is None or not before.isdecimal() or len(before) > LONGEST_OF_THOUSANDS:
        return _number(tokens[place])
    return f"{before}.000"


def _for_each_other(tokens: Sequence[Token]) -> Iterator[str]:
    for place in range(1, len(tokens) - 1):
        if tokens[place].folded == "por":
            a, b = _number(tokens[place - 1]), _number(tokens[place + 1])
            if a and b:
                yield f"{a} por {b}"


def _packages(tokens: Sequence[Token]) -> Iterator[str]:
    for place, token in enumerate(tokens):
        if token.folded == "paquete":
            near = [*tokens[max(0, place - 1) : place], *tokens[place + 1 : place + 3]]
            number = next((number for number in map(_ordinal, near) if number), None)
            if number:
                yield f"paquete {number}"
