"""Who takes part in an event, comparable across outlets: one writes «Putin», another «el Kremlin» or «Rusia»."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from talks.lexicon.load import Side, load_lexicon


@dataclass(frozen=True, slots=True)
class Parties:
    """Persons by canonical name, and the sides of everybody named; those of no side stand by their name."""

    people: frozenset[str]
    sides: frozenset[str]

    def __bool__(self) -> bool:
        return bool(self.sides)


NOBODY = Parties(frozenset(), frozenset())


def parties_of(names: Iterable[str]) -> Parties:
    people, sides = _known_people(), _known_sides()
    named = tuple(names)
    return Parties(frozenset(name for name in named if name in people), frozenset(sides.get(n, n) for n in named))


@cache
def _known_people() -> frozenset[str]:
    return frozenset(person.name for person in load_lexicon().people)


@cache
def _known_sides() -> dict[str, str]:
    """A party of the war or a mediating country has a side or its own name; «otro» and «europa» are many."""
    lexicon = load_lexicon()
    countries = {each.id: each.name for each in lexicon.institutions}
    sides = {person.name: _side(person.side, person.country) for person in lexicon.people}
    for each in lexicon.institutions:
        sides[each.name] = _side(each.side, countries.get(each.stands_for, each.name))
    return sides


def country_of(speaker: str) -> str:
    """The name of the country or union that a person or body speaks for; empty for whom the lexicon does not know."""
    return _countries().get(speaker, "") or country_of_body(speaker)


def country_of_body(name: str) -> str:
    """The same, of a country or body; empty for a person."""
    return _countries_of_bodies().get(name, "")


@cache
def _countries() -> dict[str, str]:
    return {person.name: person.country for person in load_lexicon().people}


@cache
def _countries_of_bodies() -> dict[str, str]:
    bodies = [each for each in load_lexicon().institutions if each.kind != "media"]
    names = {each.id: each.name for each in bodies}
    return {each.name: names.get(each.stands_for, each.name) for each in bodies}


def _side(side: Side, name: str) -> str:
    return side if side in ("rusia", "ucrania", "eeuu", "europa") else name


def may_be_same(a: Parties, b: Parties) -> bool:
    """Whether two tellings can be of one event: two parties in common, or the only one that is named."""
    if a.people and b.people:
        return _shares(a.people, b.people) and _shares(a.sides, b.sides)
    return _shares(a.sides, b.sides)


def _shares(a: frozenset[str], b: frozenset[str]) -> bool:
    return len(a & b) >= min(2, len(a), len(b))


def united(a: Parties, b: Parties) -> Parties:
    return Parties(a.people | b.people, a.sides | b.sides)
