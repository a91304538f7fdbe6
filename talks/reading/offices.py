"""Offices in words («ministro de exteriores ruso», «el líder del Kremlin») brought to the lexicon's and compared."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from talks.folding import fold
from talks.lexicon.load import Person, Role
from talks.reading.role_words import RoleWords, load_role_words

_WORD = re.compile(r"\w+")
_LINKS = frozenset({"y", "e"})
_SMALL = frozenset({"de", "del", "para", "ante", "en", "por", "a", "al", "la", "el", "los", "las", "su", "un", "una"})
_LEADERS = frozenset({"lider", "mandatario", "gobernante", "dirigente", "autocrata", "dictador"})
_GENERAL = frozenset(["especial", "oficial", "actual", "nuevo", "nueva", "propio", "maximo", "maxima", "principal"])
"""Adjectives that tell no office from another."""
_CHANCELLERIES = frozenset({"Alemania", "Austria"})
_BY_COUNTRY = 0.8
"""A country that the role itself does not name but its holder's does."""
_PAST = 0.6
"""An office that is over, when nobody asked for the past."""
_LEAST_COVERAGE = 0.75
_LONGEST = 200
"""Characters of a role that are looked at."""


@dataclass(frozen=True, slots=True)
class Office:
    """What a role is about; countries are written «@país»."""

    heads: frozenset[str]
    """Its own, not those of its complement: «asesor» in «asesor del presidente»."""
    words: frozenset[str]
    names_country: bool
    is_past: bool
    telling: frozenset[str]
    """The words that tell it from others of the same heads."""
    kindred: frozenset[str]
    """The heads that may stand for one of its own."""

    def __hash__(self) -> int:
        return hash(self.words)


@lru_cache(maxsize=1 << 13)
def office_of(text: str) -> Office:
    vocabulary = load_role_words()
    words = _in_lexicon_words(text[:_LONGEST])
    is_past = any(vocabulary.is_past(word) for word in words)
    present = [_present(word, vocabulary) for word in words if word not in vocabulary.past]
    names_country = any(word.startswith("@") for word in present)
    heads, own = _first_heads(present, vocabulary), frozenset(present) - _LINKS
    kindred = frozenset(word for group in vocabulary.alike if group & heads for word in group)
    return Office(heads, own, names_country, is_past, own - heads - _GENERAL, kindred)


def _in_lexicon_words(text: str) -> list[str]:
    """Countries last. Phrases are looked for again without them: «el titular ruso de Exteriores»."""
    words, countries = _without_countries(_as_asked(" ".join(_WORD.findall(fold(text)))))
    words, more = _without_countries(_as_asked(" ".join(words)))
    countries = list(dict.fromkeys([*countries, *more]))
    said = [word for word in words if word not in _SMALL and word not in load_role_words().unsaid]
    return [*_as_called_in(countries[0], said), *map(as_word, countries)] if countries else said


def _as_asked(text: str) -> str:
    meant = load_role_words().asked_as
    return _asked_pattern().sub(lambda match: meant[match.group()], text)


def _without_countries(text: str) -> tuple[list[str], list[str]]:
    """The other words, and the names of the countries; an adjective of nationality names one."""
    vocabulary = load_role_words()
    named = [vocabulary.countries[tuple(name.split())] for name in _country_pattern().findall(text)]
    words = _country_pattern().sub(" ", text).split()
    named += [vocabulary.nations[word] for word in words if word in vocabulary.nations]
    return [word for word in words if word not in vocabulary.nations], named


@cache
def _asked_pattern() -> re.Pattern[str]:
    return _pattern(load_role_words().asked_as)


@cache
def _country_pattern() -> re.Pattern[str]:
    return _pattern(" ".join(name) for name in load_role_words().countries)


def _pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")


def _as_called_in(country: str, said: list[str]) -> list[str]:
    """«líder» of a republic is its president; a «canciller» outside Berlin and Vienna is a foreign minister."""
    vocabulary = load_role_words()
    if len(said) == 1 and said[0] in _LEADERS:
        said = vocabulary.leaders.get(country, "primer ministro").split()
    if said[:1] == ["canciller"] and country not in _CHANCELLERIES:
        said = ["ministro", "exteriores", *said[1:]]
    plain = " ".join(said)
    for there, own in vocabulary.office_names.get(country, {}).items():
        if plain == there or plain.startswith(f"{there} "):
            return [*own.split(), *plain[len(there) :].split()]
    return said


def _first_heads(words: Sequence[str], vocabulary: RoleWords) -> frozenset[str]:
    """Of «ministro de Exteriores y vicepresidente» both; of «fiscal general» the first."""
    heads: set[str] = set()
    is_next = True
    for word in words:
        if is_next and vocabulary.is_head(word):
            heads.add(word)
            is_next = False
        is_next = is_next or word in _LINKS
    return frozenset(heads)


def _present(word: str, vocabulary: RoleWords) -> str:
    """«expresidente» → «presidente»; «viceministro» stays, it is another office."""
    return word[2:] if word.startswith("ex") and vocabulary.head_of(word) == word[2:] else word


def holds(person: Person, asked: Office, *, on: date | None) -> float:
    """How well some role of the person on that day (on none: today or ever, the open ones first) fits: 0 to 0.9."""
    return max((_fit(person, role, asked, on=on) for role in person.roles), default=0.0)


def _fit(person: Person, role: Role, asked: Office, *, on: date | None) -> float:
    office = office_of(role.role)
    if not asked.heads or not asked.heads <= office.heads or not _is_held(role, asked, on=on):
        return 0.0
    if is_abroad(asked, office, person.country):
        return 0.0
    weights = [_weight(word, office, person.country) for word in asked.words]
    coverage = sum(weights) / len(weights)
    if coverage < _LEAST_COVERAGE:
        return 0.0
    precision = sum(word in office.words for word in asked.words) / len(office.words)
    is_expected = on is not None or (role.until == "") != asked.is_past
    return 0.9 * coverage * (0.65 + 0.35 * precision) * (1 if is_expected else _PAST)


def _weight(word: str, office: Office, country: str) -> float:
    if word in office.words:
        return 1.0
    return _BY_COUNTRY if means(word, office, country) else 0.0


def means(word: str, office: Office, country: str) -> bool:
    """The word is in the office, or is its holder's country or a seat of it: «el enviado de Putin»."""
    if word in office.words or word == as_word(country):
        return True
    words = load_role_words()
    if word == "presidencia" and words.seats.get(country) in office.words:
        return True
    stands_for = words.stands_for.get(word)
    return stands_for is not None and (stands_for == country or as_word(stands_for) in office.words)


def is_abroad(asked: Office, office: Office, country: str) -> bool:
    """The office names its own country, the phrase another: no «embajador estadounidense» is Russia's in Washington."""
    own = as_word(country)
    return asked.names_country and own in office.words and own not in asked.words


def _is_held(role: Role, asked: Office, *, on: date | None) -> bool:
    if on is None:
        return True
    day = on.isoformat()
    return role.until != "" and role.until <= day if asked.is_past else role.since <= day < (role.until or "9999")


@lru_cache(maxsize=1 << 10)
def as_word(country: str) -> str:
    return f"@{fold(country).replace(' ', '_')}"
