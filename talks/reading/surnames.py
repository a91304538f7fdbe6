"""Bare surnames: whose they are, by the full names and the offices of the same text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Container, Iterator, Sequence

from talks.lexicon.load import Person
from talks.reading.known_people import Found, KnownNames, stands_in_longer_name
from talks.reading.name_words import Word, load_given_names, load_name_words
from talks.reading.roles import is_office_of, role_before

_LONGEST_SURNAME = 3
_SHORTEST_KEY = 3

Keys = tuple[str, ...]
Owners = dict[Keys, list[Found]]
"""Full names of the text, in order, by the surnames they may be shortened to."""


def owners_of(words: list[Word], everybody: Sequence[Found]) -> Owners:
    owners: Owners = {}
    for found in sorted(everybody):
        if found.is_full:
            for keys in _shortened([word.key for word in words[found.first : found.last + 1]]):
                owners.setdefault(keys, []).append(found)
    return owners


def _shortened(keys: list[str]) -> set[Keys]:
    """«Miguel Uribe Turbay» → Uribe Turbay, Uribe, Turbay; «Wang Yi» → Wang."""
    small = load_name_words()
    if len(keys) > 2 and keys[-1] in small.suffixes:
        return set()
    endings = {tuple(keys[1:]), tuple(keys[-1:]), tuple(keys[1:2])}
    if keys[0] not in load_given_names():
        endings.add(tuple(keys[:1]))
    return {ending for ending in endings if ending and _can_stand_alone(ending)}


def _can_stand_alone(keys: Keys) -> bool:
    return len(keys[-1]) >= _SHORTEST_KEY and keys[-1] not in load_name_words().particles


def reassigned(words: list[Word], everybody: Sequence[Found], owners: Owners) -> list[Found]:
    """Where the text names «Ana Rubio» and never Marco Rubio in full, «Rubio» is hers."""
    named = {found.person for found in everybody if found.is_full and found.person}
    return [found if found.is_full or found.person in named else _namesake(words, found, owners) for found in everybody]


def _namesake(words: list[Word], found: Found, owners: Owners) -> Found:
    keys = tuple(word.key for word in words[found.first : found.last + 1])
    if found.person is None and keys in owners:
        owner = _nearest(owners[keys], found.first)
        return found._replace(name=owner.name, person=owner.person)
    strangers = [owner for owner in owners.get(keys, ()) if owner.person is None]
    if not strangers or (found.person and _holds_office(words, found.first, found.last, found.person)):
        return found
    return found._replace(name=strangers[0].name, person=None)


def find_shortened(words: list[Word], everybody: Sequence[Found], owners: Owners) -> list[Found]:
    """Surnames alone of people whom the text names in full: of the last one named before, else of the first after."""
    return [
        found
        for first, last, keys in _candidates(words, everybody, owners)
        if not _is_word_of_sentence(words, first, last)
        for found in [_nearest(owners[keys], first)._replace(first=first, last=last, is_full=False)]
    ]


def _nearest(owners: list[Found], place: int) -> Found:
    return owners[max(0, bisect_right(owners, place, key=lambda found: found.first) - 1)]


def _is_word_of_sentence(words: list[Word], first: int, last: int) -> bool:
    return first == last and words[first].key in load_name_words().openers


def find_doubtful(words: list[Word], known: Sequence[Found], names: KnownNames) -> list[Found]:
    """Surnames that others bear too, beside their office («el presidente Costa») or in the company of leaders."""
    starts, ends = {found.first for found in known}, {found.last for found in known}
    return [
        Found(first, last, people[0].name, people[0], False)
        for first, last, keys in _candidates(words, known, names.doubtful)
        for people in [names.doubtful[keys]]
        if len(people) == 1
        and (_holds_office(words, first, last, people[0]) or _is_listed(words, first, last, starts, ends))
    ]


def _holds_office(words: list[Word], first: int, last: int, person: Person) -> bool:
    role = role_before(words, first, last, person=person)
    return role is not None and is_office_of(words, role, person)


def _is_listed(words: list[Word], first: int, last: int, starts: Container[int], ends: Container[int]) -> bool:
    """«Macron, Costa y Von der Leyen»."""
    links = (",", "y", "e")
    follows = first > 1 and words[first - 1].key in links and first - 2 in ends
    precedes = last + 2 < len(words) and words[last + 1].key in links and last + 2 in starts
    return follows or precedes


def _candidates(
    words: list[Word], found: Sequence[Found], surnames: Collection[Keys]
) -> Iterator[tuple[int, int, Keys]]:
    """Capital words, free and not in a longer name, that are one of the surnames; the longest first."""
    taken = {place for one in found for place in one.places}
    starts, ends = {one.first for one in found}, {one.last for one in found}
    beginnings = {keys[0] for keys in surnames}
    free = 0
    for place in [place for place, word in enumerate(words) if word.key in beginnings]:
        length = _length_at(words, place, taken, surnames) if place >= free else 0
        free = max(free, place + length)
        last = place + length - 1
        if length and not stands_in_longer_name(words, place, last, starts=starts, ends=ends):
            yield place, last, tuple(word.key for word in words[place : last + 1])


def _length_at(words: list[Word], place: int, taken: Container[int], surnames: Container[Keys]) -> int:
    for length in range(min(_LONGEST_SURNAME, len(words) - place), 0, -1):
        stretch = words[place : place + length]
        if (
            tuple(word.key for word in stretch) in surnames
            and all(word.gap in (" ", "-") for word in stretch[1:])
            and stretch[-1].is_name
            and not any(place + i in taken for i in range(length))
        ):
            return length
    return 0
