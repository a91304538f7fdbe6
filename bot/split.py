"""Texts that are too long for one message, cut into several: between paragraphs, lines or words, never in a tag."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.markup import length, plain

LONGEST_MESSAGE = 4096
"""UTF-16 units that a reader sees."""
_PIECE = re.compile(r"(?P<tag><[^>]*>)|(?P<letter>&[#\w]+;|\n\n|.)", re.DOTALL)
_NAME = re.compile(r"</?(\w+)")
BREAKS = ("\n\n", "\n", " ")
"""From the best to the worst place to cut at."""


@dataclass
class _Part:
    """A message being filled: its pieces, and where it may be cut, by how good the place is."""

    pieces: list[str]
    units: int = 0
    places: dict[str, int] = field(default_factory=dict)

    def add(self, piece: str, units: int) -> None:
        self.pieces.append(piece)
        self.units += units
        if piece in BREAKS and self.units > units:
            self.places[piece] = len(self.pieces)

    def cut(self) -> tuple[list[str], list[str]]:
        """What goes now, and what is left for the next part."""
        least = len(self.pieces) // 2
        good = [self.places[each] for each in BREAKS if self.places.get(each, 0) > least]
        at = good[0] if good else max(self.places.values(), default=len(self.pieces))
        return self.pieces[:at], self.pieces[at:]


def parts_of(html: str, *, limit: int = LONGEST_MESSAGE) -> tuple[str, ...]:
    """Each is sound HTML of at most `limit` visible units; a tag that is open at a cut is closed and opened again."""
    if length(plain(html)) <= limit:
        return (html,)
    return tuple(part for part in _parts(html, limit) if plain(part).strip())


def _parts(html: str, limit: int) -> Iterator[str]:
    part = _Part([])
    for found in _PIECE.finditer(html):
        piece, units = found[0], 0 if found["tag"] else length(plain(found[0]))
        while part.units + units > limit:
            now, left = part.cut()
            opened = _open_tags(now)
            yield "".join((*now, *(f"</{_name(tag)}>" for tag in reversed(opened)))).strip()
            part = _refilled([*opened, *left])
        part.add(piece, units)
    yield "".join(part.pieces).strip()


def _refilled(pieces: list[str]) -> _Part:
    part = _Part([])
    for piece in pieces:
        part.add(piece, 0 if piece.startswith("<") else length(plain(piece)))
    return part


def _open_tags(pieces: list[str]) -> list[str]:
    opened: list[str] = []
    for piece in pieces:
        if piece.startswith("</"):
            opened = opened[:-1]
        elif piece.startswith("<"):
            opened.append(piece)
    return opened


def _name(tag: str) -> str:
    found = _NAME.match(tag)
    return found[1] if found else ""
