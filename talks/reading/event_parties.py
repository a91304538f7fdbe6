"""Who takes part in an event: persons, then countries and bodies, by their canonical names."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from talks.lexicon.load import Lexicon, Person
from talks.reading.document import Document
from talks.reading.event_words import load_event_words
from talks.reading.grammar import words
from talks.reading.scenes import Scene, within
from talks.reading.word_lists import Token, find_hits, tokens_of, words_in
from talks.types import PersonMention

_NO_PARTY_AFTER, _PLURAL_PEOPLE = words("no_party_after"), words("plural_people")
_AND = ("y", "e", ",", "o", "ni")
_BETWEEN_PLACES = (",", "o", "y", "e", "u", "/")
"""«En Suiza, Austria o Turquía»."""
_STOP = re.compile(r"[.,;:()«»“”—\n]")
_ARTICLES = frozenset(("la", "el", "los", "las", "su", "sus", "un", "una"))
_PREPOSITIONS = frozenset(
    ("a", "al", "con", "contra", "de", "del", "desde", "en", "entre", "hacia", "hasta", "para", "por", "sobre", "ante")
)
_COUNTRY_OF_SIDE = {"rusia": "Rusia", "ucrania": "Ucrania", "eeuu": "Estados Unidos", "europa": "Unión Europea"}
_FIRST = itemgetter(0)
_HEAD_REACH = 4
_ROLE_SLACK = 30
_ONE_PARTY_SIDES = frozenset(("rusia", "ucrania", "eeuu"))


class Party(NamedTuple):
    """`start` is where the text names it; `side` as in the lexicon, empty for a person it does not know."""

    name: str
    start: int
    is_person: bool
    side: str
    end: int = 0
    preposition: str = ""
    """What stands before it and its role: «a», «con», «de»; empty for what may be a subject."""


@dataclass(frozen=True, slots=True)
class Cast:
    """All that the text and the lexicon give to tell who takes part."""

    parties: tuple[Party, ...]
    """In order of the text."""
    roles: tuple[tuple[int, int], ...]
    """Where names and the roles beside them stand, apart from each other: nobody else is named there."""
    countries: Mapping[str, tuple[str, str]]
    """Name and side by id, of the country that a capital or body speaks for; the media take no part."""
    people: tuple[Person, ...]
    day: str


def cast_of(document: Document, mentions: Sequence[PersonMention], lexicon: Lexicon) -> Cast:
    countries = _countries(lexicon)
    roles = _role_spans(document, mentions)
    bodies = [
        party for party in _bodies(document, countries, _names_of_places(lexicon)) if not is_inside(party.start, roles)
    ]
    people = list(_persons(document, mentions, roles, lexicon))
    parties = _joined(sorted([*people, *bodies], key=lambda party: party.start), document.text)
    return Cast(parties, roles, countries, lexicon.people, document.published.date().isoformat())


@lru_cache(maxsize=4)
def _countries(lexicon: Lexicon) -> Mapping[str, tuple[str, str]]:
    names = {each.id: (each.name, each.side) for each in lexicon.institutions}
    return {each.id: names[each.stands_for or each.id] for each in lexicon.institutions if each.kind != "media"}


@lru_cache(maxsize=4)
def _names_of_places(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(name for place in lexicon.places for name in (place.name, *place.aliases))


@lru_cache(maxsize=4)
def _sides_of_people(lexicon: Lexicon) -> Mapping[str, str]:
    return {person.id: person.side for person in lexicon.people}


def _joined(parties: Sequence[Party], text: str) -> tuple[Party, ...]:
    """«A Witkoff y Kushner»: the preposition of the first is that of all."""
    joined: list[Party] = []
    for party in parties:
        before = joined[-1] if joined else None
        if before and before.preposition and not party.preposition and text[before.end : party.start].strip() in _AND:
            party = party._replace(preposition=before.preposition)
        joined.append(party)
    return tuple(joined)


def _role_spans(document: Document, mentions: Sequence[PersonMention]) -> tuple[tuple[int, int], ...]:
    """Names with their roles; what touches or is only a comma away is one span."""
    spans = [(mention.start, mention.end) for mention in mentions]
    for mention in mentions:
        if mention.role:
            first = max(0, mention.start - len(mention.role) - _ROLE_SLACK)
            found = document.text.find(mention.role, first, mention.end + len(mention.role) + _ROLE_SLACK)
            if found >= 0:
                spans.append((found, found + len(mention.role)))
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def is_inside(place: int, spans: Sequence[tuple[int, int]]) -> bool:
    """`spans` in order and apart from each other."""
    index = bisect_right(spans, place, key=_FIRST) - 1
    return index >= 0 and place < spans[index][1]


def _persons(
    document: Document, mentions: Sequence[PersonMention], roles: Sequence[tuple[int, int]], lexicon: Lexicon
) -> Iterator[Party]:
    """Persons; of «los enviados de Trump y Putin» the countries."""
    sides = _sides_of_people(lexicon)
    are_sent, end = False, -1
    for mention in sorted(mentions, key=lambda each: each.start):
        before = _words_before(document, _beginning(mention, roles, document.text))
        is_joined = end >= 0 and document.text[end : mention.start].strip() in ("y", "e")
        are_sent = _is_head_of(before) or (are_sent and is_joined)
        end = mention.end
        side = sides.get(mention.person_id or "", "")
        if are_sent:
            yield from _country_of(side, mention)
        else:
            yield Party(mention.name, mention.start, True, side, mention.end, before[-1] if before else "")


def _beginning(mention: PersonMention, roles: Sequence[tuple[int, int]], text: str) -> int:
    """Where its noun phrase begins: «a su homólogo ruso, Putin» at «su»."""
    index = bisect_left(roles, mention.start, key=_FIRST) - 1
    if index >= 0 and mention.role and text[roles[index][1] : mention.start].strip() in ("", ","):
        return roles[index][0]
    return mention.start


def _words_before(document: Document, start: int) -> list[str]:
    """Up to the last few words before the place, articles left out; none beyond a stop."""
    window = _STOP.split(document.text[max(0, start - 60) : start])[-1]
    before = words_in(window)
    while before and before[-1] in _ARTICLES:
        before.pop()
    return before if before and before[-1] in _PREPOSITIONS else []


def _is_head_of(before: Sequence[str]) -> bool:
    """«Los enviados de», «el equipo del»."""
    if not before or before[-1] not in ("de", "del"):
        return False
    return bool(find_hits(tokens_of(" ".join(before[-5:-1])), load_event_words().sent))


def _country_of(side: str, mention: PersonMention) -> Iterator[Party]:
    if side in _COUNTRY_OF_SIDE:
        yield Party(_COUNTRY_OF_SIDE[side], mention.start, False, side, mention.end)


def _bodies(document: Document, countries: Mapping[str, tuple[str, str]], places: Set[str]) -> Iterator[Party]:
    end_of_place = -1
    for start, end, label, entity_id, _ in document.entities:
        gap = document.text[end_of_place:start].strip() if end_of_place >= 0 else "."
        is_place = label == "PLACE" or (label == "INSTITUTION" and gap in _BETWEEN_PLACES)
        end_of_place = end if is_place else -1
        if label == "INSTITUTION" and not is_place and entity_id in countries:
            name, side = countries[entity_id]
            before = _words_before(document, start)
            is_joined = document.text[end : end + 3] == " y "
            if _takes_part(before, may_be_venue=document.text[start:end] in places and not is_joined):
                yield Party(name, start, False, side, end, before[-1] if before else "")


def _takes_part(before: Sequence[str], *, may_be_venue: bool) -> bool:
    """«La guerra de Ucrania», «la cumbre de Budapest» name no party; «la delegación de Ucrania» does."""
    if not before or before[-1] not in ("de", "del"):
        return not before or before[-1] not in _NO_PARTY_AFTER
    nouns = tokens_of(" ".join(before[-5:-1]))
    known = load_event_words()
    is_of_event = any(hit.label == "meeting" for hit in find_hits(nouns[-1:], known.nouns))
    return bool(find_hits(nouns, known.before_de)) and not (is_of_event and may_be_venue)


def parties_in(scene: Scene, first: int, last: int, cast: Cast) -> list[Party]:
    """Whoever is named between the two places, in order of the text."""
    tokens = scene.tokens[first : last + 1]
    named = within(cast.parties, tokens[0].start, tokens[-1].end)
    unnamed = [
        *(_groups(tokens, cast, opening=scene.tokens[0].start) if "groups" in scene.cues else ()),
        *(_office_holders(tokens, cast) if "offices" in scene.cues else ()),
    ]
    if not unnamed:
        return list(named)
    found = [*named, *(party for party in unnamed if not is_inside(party.start, cast.roles))]
    return sorted(found, key=lambda party: party.start)


def missing_of_three(scene: Scene, first: int, last: int, parties: Sequence[Party], cast: Cast) -> list[Party]:
    """«La ronda trilateral»: those of the three that nobody names; none where it is somebody else's."""
    known = load_event_words()
    tokens = scene.tokens[first : last + 1]
    three = {side: name for name, side in (cast.countries[each] for each in known.three_parties)}
    sides = {party.side for party in parties}
    hits = find_hits(tokens, known.three)
    if not hits or not sides <= three.keys() or (not sides and _has_others(tokens[hits[0].last + 1 :])):
        return []
    return [Party(name, tokens[0].start, False, side) for side, name in three.items() if side not in sides]


def _has_others(behind: Sequence[Token]) -> bool:
    """«La reunión trilateral de los ministros bálticos»: whose it is stands right behind."""
    return bool(behind) and behind[0].lower in ("de", "del", "entre", "con")


def _groups(tokens: Sequence[Token], cast: Cast, *, opening: int) -> Iterator[Party]:
    """«Las delegaciones rusa y ucraniana», «negociadores europeos», «rusos y ucranianos»; «Europa» that opens."""
    known = load_event_words()
    heads = [hit.last for hit in find_hits(tokens, known.heads)]
    for hit in find_hits(tokens, known.groups):
        is_headed = any(0 <= hit.first - head <= _HEAD_REACH or head - hit.first == 1 for head in heads)
        is_subject = tokens[hit.first].start == opening and tokens[hit.first].lower == "europa"
        if is_headed or is_subject or tokens[hit.first].lower in _PLURAL_PEOPLE:
            name, side = cast.countries[hit.label]
            yield Party(name, tokens[hit.first].start, False, side)


def _office_holders(tokens: Sequence[Token], cast: Cast) -> Iterator[Party]:
    """«El presidente ruso» is whoever holds that office on the day."""
    for hit in find_hits(tokens, load_event_words().offices):
        holder = _holder(cast.people, hit.label, cast.day)
        if holder:
            yield Party(holder.name, tokens[hit.first].start, True, holder.side)


def _holder(people: Sequence[Person], office: str, day: str) -> Person | None:
    return next(
        (
            person
            for person in people
            for role in person.roles
            if role.role == office and role.since <= day and (not role.until or day <= role.until)
        ),
        None,
    )


def names_of(parties: Sequence[Party]) -> tuple[str, ...]:
    """Persons, then the others, each once; Rusia is left out beside Putin."""
    people = [party for party in parties if party.is_person]
    sides = {party.side for party in people} & _ONE_PARTY_SIDES
    others = [party for party in parties if not party.is_person and party.side not in sides]
    return tuple(dict.fromkeys(party.name for party in (*people, *others)))
