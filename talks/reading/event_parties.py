"""Who takes part in an event: persons, then countries and bodies, by their canonical names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from talks.lexicon.load import Lexicon, Person
from talks.reading.document import Document
from talks.reading.event_words import load_event_words
from talks.reading.grammar import words
from talks.reading.scenes import Scene
from talks.reading.word_lists import Token, find_hits, tokens_of
from talks.types import PersonMention

_NO_PARTY_AFTER, _PLURAL_PEOPLE = words("no_party_after"), words("plural_people")
_BETWEEN_PLACES = (",", "o", "y", "e", "u", "/")
"""«En Suiza, Austria o Turquía»."""
_HEAD_REACH = 4
_ROLE_SLACK = 30
_ONE_PARTY_SIDES = frozenset(("rusia", "ucrania", "eeuu"))


@dataclass(frozen=True, slots=True)
class Party:
    """`start` is where the text names it; `side` as in the lexicon, empty for a person it does not know."""

    name: str
    start: int
    is_person: bool
    side: str


@dataclass(frozen=True, slots=True)
class Cast:
    """All that the text and the lexicon give to tell who takes part."""

    parties: tuple[Party, ...]
    """In order of the text."""
    roles: tuple[tuple[int, int], ...]
    """Spans of names and of the roles beside them: what stands there is nobody else."""
    countries: Mapping[str, tuple[str, str]]
    """Name and side by id, of the country that a capital or body speaks for; the media take no part."""
    people: tuple[Person, ...]
    day: str


def cast_of(document: Document, mentions: Sequence[PersonMention], lexicon: Lexicon) -> Cast:
    names = {each.id: (each.name, each.side) for each in lexicon.institutions}
    countries = {each.id: names[each.stands_for or each.id] for each in lexicon.institutions if each.kind != "media"}
    sides = {person.id: person.side for person in lexicon.people}
    people = [Party(m.name, m.start, True, sides.get(m.person_id or "", "")) for m in mentions]
    roles = _role_spans(document, mentions)
    bodies = [party for party in _bodies(document, countries) if not _is_inside(party.start, roles)]
    parties = tuple(sorted([*people, *bodies], key=lambda party: party.start))
    return Cast(parties, tuple(roles), countries, lexicon.people, document.published.date().isoformat())


def _role_spans(document: Document, mentions: Sequence[PersonMention]) -> list[tuple[int, int]]:
    spans = [(mention.start, mention.end) for mention in mentions]
    for mention in mentions:
        if mention.role:
            first = max(0, mention.start - len(mention.role) - _ROLE_SLACK)
            found = document.text.find(mention.role, first, mention.end + len(mention.role) + _ROLE_SLACK)
            if found >= 0:
                spans.append((found, found + len(mention.role)))
    return sorted(spans)


def _is_inside(place: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in spans)


def _bodies(document: Document, countries: Mapping[str, tuple[str, str]]) -> Iterator[Party]:
    end_of_place = -1
    for ent in document.doc.ents:
        gap = document.text[end_of_place : ent.start_char].strip() if end_of_place >= 0 else "."
        is_place = ent.label_ == "PLACE" or (ent.label_ == "INSTITUTION" and gap in _BETWEEN_PLACES)
        end_of_place = ent.end_char if is_place else -1
        if ent.label_ == "INSTITUTION" and not is_place and ent.ent_id_ in countries:
            name, side = countries[ent.ent_id_]
            if _takes_part(document, ent.start_char):
                yield Party(name, ent.start_char, False, side)


def _takes_part(document: Document, start: int) -> bool:
    """«La guerra de Ucrania» and «sobre Ucrania» name no party; «la delegación de Ucrania» does."""
    before = tokens_of(document.text, max(0, start - 60), start)
    while before and before[-1].lower in ("la", "el", "los", "las"):
        before = before[:-1]
    if not before:
        return True
    if before[-1].lower in ("de", "del"):
        return bool(find_hits(before[-4:-1], load_event_words().before_de))
    return before[-1].lower not in _NO_PARTY_AFTER


def parties_in(scene: Scene, first: int, last: int, cast: Cast) -> list[Party]:
    """Whoever is named between the two places, in order of the text."""
    tokens = scene.tokens[first : last + 1]
    start, end = tokens[0].start, tokens[-1].end
    unnamed = [*_groups(tokens, cast), *_office_holders(tokens, cast)]
    named = [party for party in cast.parties if start <= party.start < end]
    found = [*named, *(party for party in unnamed if not _is_inside(party.start, cast.roles))]
    return sorted(found, key=lambda party: party.start)


def _groups(tokens: Sequence[Token], cast: Cast) -> Iterator[Party]:
    """«Las delegaciones rusa y ucraniana», «negociadores europeos», «rusos y ucranianos»."""
    known = load_event_words()
    heads = [hit.last for hit in find_hits(tokens, known.heads)]
    for hit in find_hits(tokens, known.groups):
        is_headed = any(0 <= hit.first - head <= _HEAD_REACH or head - hit.first == 1 for head in heads)
        if is_headed or tokens[hit.first].lower in _PLURAL_PEOPLE:
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
