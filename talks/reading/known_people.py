"""The people of the lexicon in a text: longest alias, transliterations of full names, namesakes told apart."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from talks.folding import fold
from talks.lexicon.load import Lexicon, Person, load_lexicon
from talks.reading.name_words import Word, keys_of, load_given_names, load_name_words, opens_sentence, words_of
from talks.reading.role_words import load_role_words
from talks.spelling import are_same_name, normal_form

_SHORTEST_SURNAME = 3
_WHERE = frozenset({"en", "desde"})


class Alias(NamedTuple):
    keys: tuple[str, ...]
    person: Person
    lead: int
    """So many words before the name itself: «papa» in «papa Francisco»."""
    is_bare: bool
    """A surname alone."""


@dataclass(frozen=True, slots=True)
class KnownNames:
    """All names of the lexicon, by the word or form under which they are looked up."""

    by_first: dict[str, tuple[Alias, ...]]
    """Aliases by their first word, the longest first."""
    by_given: dict[str, tuple[tuple[str, Person], ...]]
    """Normal forms of full names with their person, by the first two letters."""
    doubtful: dict[tuple[str, ...], tuple[Person, ...]]
    """Surnames that are no alias, because others bear them or they are words."""


class Found(NamedTuple):
    """A name at `words[first:last + 1]`; `name` is canonical, `person` None for somebody unknown."""

    first: int
    last: int
    name: str
    person: Person | None
    is_full: bool

    @property
    def places(self) -> range:
        return range(self.first, self.last + 1)


@lru_cache(maxsize=4)
def known_names(lexicon: Lexicon) -> KnownNames:
    by_first: dict[str, list[Alias]] = {}
    by_given: dict[str, list[tuple[str, Person]]] = {}
    doubtful: dict[tuple[str, ...], list[Person]] = {}
    for person in lexicon.people:
        for alias in _aliases(person):
            by_first.setdefault(alias.keys[0], []).append(alias)
        for form in {normal_form(name) for name in (person.name, *person.aliases)}:
            if " " in form:
                by_given.setdefault(form[:2], []).append((form, person))
        for surname in _surnames(person):
            doubtful.setdefault(surname, []).append(person)
    return KnownNames(
        {key: tuple(sorted(found, key=lambda alias: -len(alias.keys))) for key, found in by_first.items()},
        {letters: tuple(found) for letters, found in by_given.items()},
        {surname: tuple(found) for surname, found in doubtful.items()},
    )


def _aliases(person: Person) -> Iterator[Alias]:
    names = {tuple(word.key for word in words): words for words in map(words_of, (person.name, *person.aliases))}
    particles = load_name_words().particles
    for keys, words in names.items():
        lead = next((i for i, word in enumerate(words) if word.is_capital or word.key in particles), 0)
        is_bare = len(keys) == 1 or any(len(other) > len(keys) and other[-len(keys) :] == keys for other in names)
        yield Alias(keys, person, lead, is_bare and not lead)


def _surnames(person: Person) -> set[tuple[str, ...]]:
    """What follows the given name in the full names, where it is no alias itself."""
    names = {keys_of(name) for name in (person.name, *person.aliases)}
    full = [keys for keys in names if len(keys) > 1 and keys[0] in load_given_names() and "de" not in keys]
    return {
        surname for keys in full for surname in (keys[1:], keys[-1:]) if len(surname[0]) >= _SHORTEST_SURNAME
    } - names


def find_known(words: list[Word], names: KnownNames) -> list[Found]:
    """In order, without overlap. Surnames that belong to somebody else's full name are left out."""
    found: list[Found] = []
    free = 0
    for place in [place for place, word in enumerate(words) if word.is_name or word.key in names.by_first]:
        match = _name_at(words, place, names) if place >= free else None
        if match is not None:
            found.append(match)
            free = match.last + 1
    starts, ends = {match.first for match in found}, {match.last for match in found}
    return [
        match
        for match in found
        if match.is_full or not stands_in_longer_name(words, match.first, match.last, starts=starts, ends=ends)
    ]


def _name_at(words: list[Word], place: int, names: KnownNames) -> Found | None:
    match = _alias_at(words, place, names)
    if match is None and words[place].is_name:
        return _initial_at(words, place, names) or _respelt_at(words, place, names)
    return match


def _alias_at(words: list[Word], place: int, names: KnownNames) -> Found | None:
    for alias in names.by_first.get(words[place].key, ()):
        if _reads(words, place, alias):
            last = place + len(alias.keys) - 1
            return Found(place + alias.lead, last, alias.person.name, alias.person, not alias.is_bare)
    return None


def _initial_at(words: list[Word], place: int, names: KnownNames) -> Found | None:
    """«D. Trump»."""
    word = words[place]
    if len(word.key) != 1 or not word.is_name or place + 1 >= len(words) or _follows_given_name(words, place):
        return None
    match = _alias_at(words, place + 1, names)
    is_theirs = match is not None and not match.is_full and fold(match.name).startswith(word.key)
    return match._replace(first=place, is_full=True) if match is not None and is_theirs else None


def _reads(words: list[Word], place: int, alias: Alias) -> bool:
    """Whether the alias begins there; its first word is known to."""
    keys = alias.keys
    last = place + len(keys)
    if last > len(words) or (len(keys) > 1 and words[place + 1].key != keys[1]):
        return False
    stretch = words[place:last]
    if len(keys) > 2 and any(word.key != key for word, key in zip(stretch, keys, strict=True)):
        return False
    return (
        all(_follows(before, word) for before, word in zip(stretch, stretch[1:], strict=False))
        and all(_is_cased(word) for word in stretch[alias.lead :])
        and any(word.is_capital for word in stretch)
        and not (alias.is_bare and stretch[0].is_shouted and len(stretch[0].key) <= _SHORTEST_SURNAME)
    )


def _follows(before: Word, word: Word) -> bool:
    """In one name: «J.D.» has no space."""
    return word.gap in (" ", "-") or (word.gap == "" and len(before.key) == 1)


def _is_cased(word: Word) -> bool:
    small = load_name_words()
    return word.is_capital or word.gap == "-" or word.key in small.particles or word.key in small.suffixes


def _respelt_at(words: list[Word], place: int, names: KnownNames) -> Found | None:
    """A full name in a spelling that no alias has: «Serhi Kislitsia», «Serguéi Víktorovich Lavrov»."""
    last = place + 1
    if last >= len(words) or not _is_next_name(words[last]) or _follows_given_name(words, place):
        return None
    if words[last].key.endswith(_patronymic_endings()) and last + 1 < len(words):
        last += 1
        if not _is_next_name(words[last]):
            return None
    form = normal_form(f"{words[place].key} {words[last].key}")
    person = _person_spelt(form, names)
    if person is not None and _is_namesake(words[place].key, person):
        return None
    return Found(place, last, person.name, person, True) if person else None


def _is_next_name(word: Word) -> bool:
    return word.is_name and word.gap == " "


@cache
def _patronymic_endings() -> tuple[str, ...]:
    return tuple(load_name_words().patronymic_endings)


def _person_spelt(form: str, names: KnownNames) -> Person | None:
    alike = names.by_given.get(form[:2], ())
    return next((person for other, person in alike if are_same_name(form, other)), None)


def _is_namesake(given: str, person: Person) -> bool:
    """«Marcos Rubio» is not Marco Rubio: both are given names, one without the other's ending."""
    own = {keys_of(name)[0] for name in (person.name, *person.aliases)}
    is_given = given in load_given_names() and given not in own
    return is_given and any(f"{name}s" == given or f"{given}s" == name for name in own & load_given_names())


def _follows_given_name(words: list[Word], place: int) -> bool:
    before = words[place - 1] if place and words[place].gap == " " else None
    return before is not None and before.is_name and before.key in load_given_names()


def stands_in_longer_name(
    words: list[Word], first: int, last: int, *, starts: Container[int], ends: Container[int]
) -> bool:
    """A bare surname in «Ana Rubio», «Costa Rica», «Trump Tower»; names found begin at `starts`, end at `ends`."""
    before = words[first - 1] if first and words[first].gap == " " else None
    after = words[last + 1] if last + 1 < len(words) and words[last + 1].gap == " " else None
    is_second = before is not None and first - 1 not in ends and _tells(before, words[first])
    if is_second and not _can_precede(words, first - 1):
        return True
    return after is not None and last + 1 not in starts and _tells(after, words[last])


def _tells(neighbour: Word, word: Word) -> bool:
    """A capital that means something: not one of a headline in capitals."""
    return neighbour.is_name and not (neighbour.is_shouted and word.is_shouted)


@cache
def _place_words() -> frozenset[str]:
    """Folded names of places, of one word."""
    names = (name for place in load_lexicon().places for name in (place.name, *place.aliases))
    return frozenset(fold(name) for name in names if " " not in name)


def _can_precede(words: list[Word], place: int) -> bool:
    """No part of a name, though a capital: «Según Trump» opens a sentence, «Presidente Trump» is a title.

    «En Miami Witkoff se vio…» is a place and then a name.
    """
    key = words[place].key
    if key in load_given_names():
        return False
    if place and words[place - 1].key in _WHERE and key in _place_words():
        return True
    vocabulary = load_role_words()
    return opens_sentence(words, place) or vocabulary.is_head(key) or vocabulary.is_adjective(key)
