"""Offices asked for in words («ministro de exteriores ruso»), compared with the roles of the lexicon."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from talks.folding import fold
from talks.lexicon.load import Person, Role
from talks.reading.role_words import RoleWords, load_role_words

_WORD = re.compile(r"\w+")
_UNSAID = frozenset(
    {"de", "del", "para", "ante", "en", "por", "a", "la", "el", "los", "las", "y", "e", "su", "un", "una"}
)
_CHANCELLERIES = frozenset({"@alemania", "@austria"})
_BY_COUNTRY = 0.8
"""A country that the role itself does not name but its holder's does."""
_PAST = 0.6
"""An office that is over, when nobody asked for the past."""
_LEAST_COVERAGE = 0.75


@dataclass(frozen=True, slots=True)
class Office:
    """What a role is about; countries are written «@país»."""

    heads: frozenset[str]
    """Its own, not those of its complement: «asesor» in «asesor del presidente»."""
    words: frozenset[str]
    is_past: bool


@lru_cache(maxsize=1 << 12)
def office_of(text: str) -> Office:
    vocabulary = load_role_words()
    words = _as_in_lexicon(_named_countries(_as_asked(text)).split())
    is_past = any(vocabulary.is_past(word) for word in words)
    present = [_present(word, vocabulary) for word in words if word not in vocabulary.past]
    said = frozenset(word for word in present if word not in _UNSAID)
    return Office(vocabulary.own_heads(present), said, is_past)


def _present(word: str, vocabulary: RoleWords) -> str:
    """«expresidente» → «presidente»; «viceministro» stays, it is another office."""
    return word[2:] if word.startswith("ex") and vocabulary.head_of(word) == word[2:] else word


def _as_asked(text: str) -> str:
    """The words that the lexicon uses."""
    meant = dict(load_role_words().asked_as)
    return _pattern(tuple(meant)).sub(lambda match: meant[match.group()], " ".join(_WORD.findall(fold(text))))


def _named_countries(text: str) -> str:
    countries = {" ".join(name): _as_word(country) for name, country in load_role_words().countries.items()}
    return _pattern(tuple(countries)).sub(lambda match: countries[match.group()], text)


@lru_cache(maxsize=8)
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")


def _as_in_lexicon(words: list[str]) -> list[str]:
    """Adjectives of nations become countries; a «canciller» outside Berlin and Vienna is a foreign minister."""
    nations = load_role_words().nations
    plain = [_as_word(nations[word]) if word in nations else word for word in words]
    countries = {word for word in plain if word.startswith("@")}
    if "canciller" in plain and countries and not countries & _CHANCELLERIES:
        at = plain.index("canciller")
        plain[at : at + 1] = ["ministro", "de", "exteriores"]
    return plain


def holds(person: Person, asked: Office, *, on: date | None) -> float:
    """How well some role of the person on that day (on none: today or ever, the open ones first) fits: 0 to 0.9."""
    return max((_fit(person, role, asked, on=on) for role in person.roles), default=0.0)


def _fit(person: Person, role: Role, asked: Office, *, on: date | None) -> float:
    office = office_of(role.role)
    if not asked.heads or not asked.heads <= office.heads or not _is_held(role, on=on):
        return 0.0
    country = _as_word(person.country)
    weights = [_weight(word, office, country) for word in asked.words]
    coverage = sum(weights) / len(weights)
    if coverage < _LEAST_COVERAGE:
        return 0.0
    precision = sum(word in office.words for word in asked.words) / len(office.words)
    is_expected = on is not None or (role.until == "") != asked.is_past
    return 0.9 * coverage * (0.75 + 0.25 * precision) * (1 if is_expected else _PAST)


def _weight(word: str, office: Office, country: str) -> float:
    if word in office.words:
        return 1.0
    stands_for = load_role_words().stands_for.get(word)
    means = _as_word(stands_for) if stands_for else word
    return _BY_COUNTRY if means == country or means in office.words else 0.0


def _as_word(country: str) -> str:
    return f"@{fold(country).replace(' ', '_')}"


def _is_held(role: Role, *, on: date | None) -> bool:
    return on is None or role.since <= on.isoformat() < (role.until or "9999")
