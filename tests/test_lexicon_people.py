"""The people of the lexicon."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from talks.lexicon.load import Person, load_lexicon
from talks.reading.names import fold

PEOPLE = load_lexicon().people


def test_there_are_enough_people_of_every_side() -> None:
    sides = Counter(person.side for person in PEOPLE)
    assert len(PEOPLE) >= 130
    assert all(sides[side] >= 15 for side in ("rusia", "ucrania", "eeuu", "europa", "mediador"))


def test_no_two_people_share_an_id_or_a_name() -> None:
    names = Counter(name for person in PEOPLE for name in {fold(name) for name in (person.name, *person.aliases)})
    assert [name for name, count in names.items() if count > 1] == []
    assert len({person.id for person in PEOPLE}) == len(PEOPLE)


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person.id)
def test_every_person_is_whole(person: Person) -> None:
    assert person.id.isascii()
    assert person.id == person.id.lower()
    assert person.roles
    assert person.name not in person.aliases
    assert len(set(person.aliases)) == len(person.aliases)


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person.id)
def test_every_role_is_dated_and_sourced(person: Person) -> None:
    for role in person.roles:
        assert date.fromisoformat(role.since) <= date.fromisoformat(role.until or "9999-12-31")
        assert role.source.startswith("https://")


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person.id)
def test_roles_held_today_stand_first_and_past_ones_newest_first(person: Person) -> None:
    past = [role.until for role in person.roles if role.until]
    assert [bool(role.until) for role in person.roles] == sorted(bool(role.until) for role in person.roles)
    assert past == sorted(past, reverse=True)
