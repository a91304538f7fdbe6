"""The vocabulary of roles: `talks/lexicon/role_words.toml`, folded, with the play of prefixes and plurals."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from talks.folding import fold
from talks.lexicon.load import FOLDER

_PREFIXES = ("exvice", "ex", "vice", "sub", "pre", "co")
_SHORTEST_BY_ENDING = 5
"""Letters of a word that may be taken for an adjective by its ending alone."""


@dataclass(frozen=True, slots=True)
class RoleGrammar:
    """The small words of `[grammar]`."""

    determiners: frozenset[str]
    possessives: frozenset[str]
    plural_determiners: frozenset[str]
    prepositions: frozenset[str]
    tight_prepositions: frozenset[str]
    nesting_prepositions: frozenset[str]
    near: frozenset[str]
    runs_for: frozenset[str]
    after_en: frozenset[str]
    closing_words: frozenset[str]
    not_nouns: frozenset[str]
    verb_endings: frozenset[str]


@dataclass(frozen=True, slots=True)
class RoleWords:
    """Every word folded; `nations` takes an adjective to its country's name as the lexicon writes it."""

    heads: frozenset[str]
    bound_heads: dict[str, tuple[str, ...]]
    before: frozenset[str]
    unsaid: frozenset[str]
    past: frozenset[str]
    adjectives: frozenset[str]
    not_adjectives: frozenset[str]
    adjective_endings: tuple[str, ...]
    ranks: frozenset[str]
    kin: frozenset[str]
    parties: frozenset[str]
    alike: tuple[frozenset[str], ...]
    nations: dict[str, str]
    countries: dict[tuple[str, ...], str]
    asked_as: dict[str, str]
    """What people write for what the lexicon has, both folded."""
    leaders: dict[str, str]
    """The folded office of who leads a country, by its name, where that is not the prime minister."""
    office_names: dict[str, dict[str, str]]
    """By country: words of an office elsewhere, without the small ones, and its own for it."""
    seats: dict[str, str]
    """Of the presidency, by country."""
    stands_for: dict[str, str]
    grammar: RoleGrammar

    def is_head(self, key: str) -> bool:
        return key in self.heads or (key.startswith(_PREFIXES) and self.head_of(key) in self.heads)

    def head_of(self, key: str) -> str:
        """«exministro» → «ministro», «viceprimera» → «primera»; a bare head stays."""
        if key in self.heads or not key.startswith(_PREFIXES):
            return key
        stem = next((key[len(prefix) :] for prefix in _PREFIXES if key.startswith(prefix)), key)
        return stem if stem in self.heads or stem in self.before else key

    def own_heads(self, words: Sequence[str]) -> frozenset[str]:
        """Heads before the first preposition, and those of a second office after «y»."""
        heads, is_own = set(), True
        for word in words:
            is_own = word in ("y", "e") or (is_own and word not in self.grammar.prepositions)
            if is_own and self.is_head(word):
                heads.add(word)
        return frozenset(heads)

    def is_before(self, key: str) -> bool:
        return key in self.before or (
            key.startswith(_PREFIXES) and key not in self.heads and self.head_of(key) in self.before
        )

    def is_past(self, key: str) -> bool:
        return key in self.past or (key.startswith("ex") and self.head_of(key) != key)

    def is_adjective(self, key: str) -> bool:
        if key in self.adjectives or key in self.nations or key in self.parties:
            return True
        is_long = len(key) >= _SHORTEST_BY_ENDING and key not in self.not_adjectives
        return is_long and key.endswith(self.adjective_endings)


@cache
def load_role_words() -> RoleWords:
    rows = tomllib.loads((FOLDER / "role_words.toml").read_text(encoding="utf-8"))
    lists = {
        name: _folded(rows[name])
        for name in ("heads", "before", "unsaid", "past", "adjectives", "ranks", "kin", "parties", "not_adjectives")
    }
    return RoleWords(
        **lists,
        bound_heads={fold(head): tuple(map(fold, after)) for head, after in rows["bound_heads"].items()},
        adjective_endings=tuple(map(fold, rows["adjective_endings"])),
        alike=tuple(_folded(words) for words in rows["alike"]),
        nations=_nations(rows["nations"]),
        countries=_countries(rows["nations"]),
        asked_as=rows["asked_as"],
        leaders={country: fold(office) for office, countries in rows["leaders"].items() for country in countries},
        office_names=rows["office_names"],
        seats=rows["seats"],
        stands_for=rows["stands_for"],
        grammar=RoleGrammar(**{name: frozenset(words.split()) for name, words in rows["grammar"].items()}),
    )


def _folded(words: list[str]) -> frozenset[str]:
    return frozenset(map(fold, words))


def _nations(rows: dict[str, list[str]]) -> dict[str, str]:
    forms = ((fold(form), country) for country, words in rows.items() for form in words)
    return {form: country for singular, country in forms for form in (singular, *_plurals(singular))}


def _plurals(word: str) -> tuple[str, ...]:
    return (word + "s",) if word[-1] in "aeo" else (word + "s", word + "es")


def _countries(rows: dict[str, Any]) -> dict[tuple[str, ...], str]:
    """Names of countries as folded words, and the United States as they are abbreviated."""
    return {tuple(fold(country).split()): country for country in rows} | {
        ("eeuu",): "Estados Unidos",
        ("ue",): "Unión Europea",
    }
