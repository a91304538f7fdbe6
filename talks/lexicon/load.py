"""The lexicon: data in the TOML files beside this module, loaded once into frozen values.

Entries are compared by identity: what is derived from the lexicon is cached by it, and its hash must cost nothing.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

FOLDER = Path(__file__).parent

Side = Literal["rusia", "ucrania", "eeuu", "europa", "mediador", "otro"]


@dataclass(frozen=True, slots=True)
class Role:
    """An office with its days; `until` is empty while it is held."""

    role: str
    since: str
    until: str
    source: str


@dataclass(frozen=True, slots=True, eq=False)
class Person:
    id: str
    name: str
    aliases: tuple[str, ...]
    """Other spellings and the bare surname, as wire copy prints them."""
    country: str
    side: Side
    gender: Literal["m", "f"]
    roles: tuple[Role, ...]
    """Newest first."""
    channels: tuple[str, ...] = ()
    """Where nobody else writes: «escribió en Truth Social»."""


@dataclass(frozen=True, slots=True, eq=False)
class Institution:
    """A body, country or capital that speaks or acts: el Kremlin, la Casa Blanca, la Comisión Europea, Kiev."""

    id: str
    name: str
    aliases: tuple[str, ...]
    side: Side
    kind: Literal["country", "capital", "body", "media"] = "body"
    stands_for: str = ""
    """Id of the country or union it speaks for: Rusia for Moscú and for el Kremlin."""


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    id: str
    name: str
    aliases: tuple[str, ...]
    country: str
    within: str = ""
    """Id of the wider place that the same meeting may be said to be in: Alaska for Anchorage."""


@dataclass(frozen=True, slots=True, eq=False)
class Theme:
    """A matter of the talks (territorio, garantías, alto el fuego…) and the words that show it."""

    id: str
    name: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class SpeechVerb:
    """A verb of saying by its infinitive, with every finite form that wire copy uses."""

    lemma: str
    kind: Literal["neutral", "insisting", "denial", "admission", "proposal", "judgement"]
    forms: tuple[str, ...]
    reports: Literal["clause", "words"] = "clause"
    """Whether a clause with «que» after it is reported speech, or only words between marks are."""


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    people: tuple[Person, ...]
    institutions: tuple[Institution, ...]
    places: tuple[Place, ...]
    themes: tuple[Theme, ...]
    verbs: tuple[SpeechVerb, ...]

    def person(self, person_id: str) -> Person:
        return next(person for person in self.people if person.id == person_id)


@cache
def load_lexicon(folder: Path = FOLDER) -> Lexicon:
    """Read people, institutions, places, themes and verbs (`<name>.toml`, one array of tables each)."""
    return Lexicon(
        people=tuple(_person(row) for row in _rows(folder, "people")),
        institutions=tuple(Institution(**_tuples(row)) for row in _rows(folder, "institutions")),
        places=tuple(Place(**_tuples(row)) for row in _rows(folder, "places")),
        themes=tuple(Theme(**_tuples(row)) for row in _rows(folder, "themes")),
        verbs=tuple(SpeechVerb(**_tuples(row)) for row in _rows(folder, "verbs")),
    )


def _rows(folder: Path, name: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = tomllib.loads((folder / f"{name}.toml").read_text(encoding="utf-8"))[name]
    return rows


def _tuples(row: dict[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}


def _person(row: dict[str, Any]) -> Person:
    roles = tuple(Role(**role) for role in row["roles"])
    return Person(**_tuples({**row, "roles": roles}))
