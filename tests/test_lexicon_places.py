"""Institutions, places and themes as data: names that two entries share would be read as either."""

from collections import Counter

import pytest

from talks.folding import fold
from talks.lexicon.load import Institution, Place, load_lexicon

LEXICON = load_lexicon()
ENTRIES = (*LEXICON.institutions, *LEXICON.places)


@pytest.mark.parametrize("entries", [LEXICON.institutions, LEXICON.places, LEXICON.themes])
def test_ids_are_unique(entries: tuple[Institution | Place, ...]) -> None:
    assert [name for name, times in Counter(entry.id for entry in entries).items() if times > 1] == []


@pytest.mark.parametrize("entries", [LEXICON.institutions, LEXICON.places])
def test_a_name_belongs_to_one_entry(entries: tuple[Institution | Place, ...]) -> None:
    names = Counter(name for entry in entries for name in {entry.name, *entry.aliases})
    assert [name for name, times in names.items() if times > 1] == []


def test_who_is_spoken_for_speaks_for_itself() -> None:
    sovereign = {each.id for each in LEXICON.institutions if not each.stands_for}
    assert {each.stands_for for each in LEXICON.institutions if each.stands_for} - sovereign == set()


def test_a_capital_speaks_for_somebody() -> None:
    assert [each.name for each in LEXICON.institutions if each.kind == "capital" and not each.stands_for] == []


def test_a_place_lies_within_a_known_one() -> None:
    ids = {place.id for place in LEXICON.places}
    assert {place.within for place in LEXICON.places if place.within} - ids == set()


def test_a_capital_is_also_a_place_under_the_same_id() -> None:
    places = {place.name: place.id for place in LEXICON.places}
    capitals = [each for each in LEXICON.institutions if each.kind == "capital"]
    assert [each.name for each in capitals if places.get(each.name, each.id) != each.id] == []


def test_the_words_of_a_theme_are_folded() -> None:
    words = [word for theme in LEXICON.themes for word in theme.words]
    assert [word for word in words if fold(word) != word] == []
