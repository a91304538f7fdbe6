"""Finding the person that somebody asks for: by name, alias, surname, office, transliteration or typing error."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from rapidfuzz import fuzz, process

from talks.folding import fold
from talks.lexicon.load import Lexicon, Person
from talks.reading.name_words import load_given_names, load_name_words
from talks.reading.offices import holds, office_of
from talks.reading.role_words import load_role_words
from talks.spelling import normal_form

__all__ = ["NameIndex", "PersonMatch", "certain_person", "find_person", "fold", "name_index", "normal_form"]

Why = Literal["name", "alias", "surname", "role", "spelling"]

_LONGEST_QUERY = 120
"""Characters: nobody's name or office is longer, and a message may have 4,096."""
_MOST_MATCHES = 8
_WORD = re.compile(r"[\w'’]+")
_QUESTION = re.compile(
    r"^(?:¿?\s*(?:quien|quienes) (?:es|era|fue|son)\s+)?(?:(?:el|la|al|a|don|dona|senor|senora|sr|sra)\s+)*"
)
_SCORES: dict[Why, float] = {"name": 1.0, "alias": 0.97, "surname": 0.95}
_SHARED_SURNAME = 0.75
_NORMAL_FORM = 0.9
_INSIDE = 0.85
"""A name with other words around it: «presidente Trump»."""
_LEAST_RATIO = 74.0
"""Of rapidfuzz, 0 to 100, below which a word is no typing error of a name."""
_TYPING_ERROR = 0.85
_SURE_FROM, _SURE_GAP = 0.6, 0.08


@dataclass(frozen=True, slots=True)
class PersonMatch:
    person: Person
    score: float
    """0 to 1."""
    why: Why


@dataclass(frozen=True, slots=True)
class NameIndex:
    """Every name and office of the lexicon, folded and in normal form, with who bears it."""

    holders: dict[str, tuple[Person, ...]]
    """By the noun of an office («ministro»): who has or had one, in the order of the lexicon."""
    exact: dict[str, tuple[PersonMatch, ...]]
    forms: dict[str, tuple[Person, ...]]


@lru_cache(maxsize=4)
def name_index(lexicon: Lexicon) -> NameIndex:
    exact: dict[str, list[PersonMatch]] = {}
    forms: dict[str, list[Person]] = {}
    for person in lexicon.people:
        for name, why, score in _names(person):
            exact.setdefault(_plain(name), []).append(PersonMatch(person, score, why))
            holders = forms.setdefault(normal_form(name), [])
            if person not in holders:
                holders.append(person)
    return NameIndex(
        _holders(lexicon),
        {name: _best(matches) for name, matches in exact.items()},
        {form: tuple(holders) for form, holders in forms.items() if form},
    )


def _holders(lexicon: Lexicon) -> dict[str, tuple[Person, ...]]:
    holders: dict[str, list[Person]] = {}
    for person in lexicon.people:
        for head in sorted({head for role in person.roles for head in office_of(role.role).heads}):
            holders.setdefault(head, []).append(person)
    return {head: tuple(people) for head, people in holders.items()}


def _names(person: Person) -> Iterator[tuple[str, Why, float]]:
    yield person.name, "name", _SCORES["name"]
    for alias in person.aliases:
        why: Why = "alias" if " " in alias else "surname"
        yield alias, why, _SCORES[why]
    for name in (person.name, *person.aliases):
        given, _, surname = name.partition(" ")
        if surname:
            yield surname, "surname", _SHARED_SURNAME
            yield surname.split()[-1], "surname", _SHARED_SURNAME
        if surname and _may_be_surname(fold(given)):
            yield given, "surname", _SHARED_SURNAME


def _may_be_surname(first_word: str) -> bool:
    """«Wang» in «Wang Yi»."""
    is_small = first_word in load_name_words().particles or load_role_words().is_head(first_word)
    return not is_small and first_word not in load_given_names()


def find_person(query: str, lexicon: Lexicon, *, on: date | None = None) -> tuple[PersonMatch, ...]:
    """The likeliest first, at most eight; empty when nobody fits. Offices are those of the day `on`."""
    asked = _QUESTION.sub("", _plain(query[:_LONGEST_QUERY]))
    return _find(asked, lexicon, on) if asked else ()


@lru_cache(maxsize=1024)
def _find(asked: str, lexicon: Lexicon, on: date | None) -> tuple[PersonMatch, ...]:
    """Remembered: the same few names are asked for again and again."""
    index = name_index(lexicon)
    found = [*index.exact.get(asked, ()), *_same_form(asked, index)] or _with_title(asked, index)
    found = found or list(_by_office(asked, index, on=on))
    return _best(found or [*_inside(asked, index), *_misspelt(asked, index)])[:_MOST_MATCHES]


def certain_person(matches: Sequence[PersonMatch]) -> Person | None:
    """The answer when there is one; None when nobody fits or the user must be asked."""
    if not matches or matches[0].score < _SURE_FROM:
        return None
    is_alone = len(matches) == 1 or matches[0].score - matches[1].score >= _SURE_GAP
    return matches[0].person if is_alone else None


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(fold(text)))


def _same_form(asked: str, index: NameIndex) -> Iterator[PersonMatch]:
    for person in index.forms.get(normal_form(asked), ()):
        yield PersonMatch(person, _NORMAL_FORM if " " in asked else _SHARED_SURNAME, "spelling")


def _with_title(asked: str, index: NameIndex) -> list[PersonMatch]:
    """«presidente Trump»; not «enviado de Trump»."""
    words = asked.split()
    for first in range(1, len(words)):
        if words[first - 1] not in ("de", "del"):
            found = index.exact.get(" ".join(words[first:]), ())
            if found and office_of(" ".join(words[:first])).heads:
                return [PersonMatch(match.person, match.score * _INSIDE, match.why) for match in found]
    return []


def _by_office(asked: str, index: NameIndex, *, on: date | None) -> Iterator[PersonMatch]:
    office = office_of(asked)
    for person in min((index.holders.get(head, ()) for head in office.heads), key=len, default=()):
        score = holds(person, office, on=on)
        if score > 0:
            yield PersonMatch(person, score, "role")


def _inside(asked: str, index: NameIndex) -> list[PersonMatch]:
    """The longest name that stands in the question."""
    words = asked.split()
    for length in range(min(len(words) - 1, 5), 0, -1):
        stretches = (" ".join(words[i : i + length]) for i in range(len(words) - length + 1))
        found = [match for stretch in stretches for match in index.exact.get(stretch, ())]
        if found:
            return [PersonMatch(match.person, match.score * _INSIDE, match.why) for match in found]
    return []


def _misspelt(asked: str, index: NameIndex) -> Iterator[PersonMatch]:
    form = normal_form(asked)
    if len(form) > 2:
        close = process.extract(form, index.forms.keys(), scorer=fuzz.ratio, score_cutoff=_LEAST_RATIO, limit=12)
        for name, ratio, _ in close:
            for person in index.forms[name]:
                yield PersonMatch(person, ratio / 100 * _TYPING_ERROR, "spelling")


def _best(matches: Iterable[PersonMatch]) -> tuple[PersonMatch, ...]:
    """The best of each person, in order of score; the same scores in the order of the lexicon."""
    best: dict[str, PersonMatch] = {}
    for match in matches:
        if match.person.id not in best or best[match.person.id].score < match.score:
            best[match.person.id] = match
    return tuple(sorted(best.values(), key=lambda match: -match.score))
