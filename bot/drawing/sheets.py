"""What stands on a picture, as plain values that can be sent to another process and told apart by their content."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Literal

Tint = Literal["light", "dark"]
Colour = Literal["green", "blue", "grey", "red", "orange", "yellow"]
STYLE = 1
"""Another number when pictures of the same content are to look otherwise: those that were sent are drawn again."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A dot, a head in bold with a lighter note, words, and where they come from."""

    colour: Colour
    head: str
    note: str
    words: str
    foot: str


@dataclass(frozen=True, slots=True)
class Strip:
    """Entries one below the other along a line."""

    title: str
    about: str
    entries: tuple[Entry, ...]
    foot: str


@dataclass(frozen=True, slots=True)
class Cell:
    head: str
    words: str
    foot: str


@dataclass(frozen=True, slots=True)
class Table:
    """Each row has its name and as many cells as there are columns."""

    title: str
    about: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Cell | None, ...]], ...]
    foot: str


Sheet = Strip | Table


def key_of(sheet: Sheet, tint: Tint) -> str:
    """The same for the same picture, in every process."""
    return hashlib.sha256(f"{STYLE} {tint} {sheet!r}".encode("utf-8", "replace")).hexdigest()
