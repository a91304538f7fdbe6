"""Marks on paper, and the faces and inks they are made with."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from PIL import ImageFont

from bot.drawing.sheets import Colour, Tint

WIDTH, MARGIN = 1080, 56
Face = Literal["title", "head", "words", "note", "small", "name"]
Ink = Literal["paper", "panel", "line", "text", "faint"] | Colour
FOLDER = Path(__file__).parent
PLAIN, BOLD = FOLDER / "DejaVuSans.ttf", FOLDER / "DejaVuSans-Bold.ttf"
FACES: dict[Face, tuple[Path, int, int]] = {
    "title": (BOLD, 50, 64), "head": (BOLD, 31, 44), "words": (PLAIN, 32, 45), "note": (PLAIN, 31, 44),
    "small": (PLAIN, 26, 36), "name": (BOLD, 26, 36),
}  # fmt: skip
"""File, size, and height of a line, in pixels."""
INKS: dict[Tint, dict[Ink, str]] = {
    "light": {
        "paper": "#ffffff", "panel": "#f1f3f6", "line": "#d5dae1", "text": "#16202c", "faint": "#5b6675",
        "green": "#2e9e4f", "blue": "#2f7fe0", "grey": "#98a2b0", "red": "#d93a3a", "orange": "#e8821e",
        "yellow": "#e0b000",
    },
    "dark": {
        "paper": "#17212b", "panel": "#1f2c3a", "line": "#3a4a5c", "text": "#f2f5f8", "faint": "#a3b1c0",
        "green": "#4fc46f", "blue": "#62a8ff", "grey": "#8391a2", "red": "#ff6b6b", "orange": "#ffa04d",
        "yellow": "#f4cf4a",
    },
}  # fmt: skip
_WITHOUT_GLYPH = re.compile(
    r"[^ -~\xa0-\u024f\u0370-\u052f\u1e00-\u1eff\u2010-\u2026\u2030-\u203a\u20a0-\u20bd\u2116\u2122\u2190-\u2193\u2212]"
)


@dataclass(frozen=True, slots=True)
class Words:
    x: int
    y: int
    text: str
    face: Face
    ink: Ink


@dataclass(frozen=True, slots=True)
class Dot:
    x: int
    y: int
    radius: int
    ink: Ink


@dataclass(frozen=True, slots=True)
class Box:
    left: int
    top: int
    right: int
    bottom: int
    ink: Ink


Mark = Words | Dot | Box


@cache
def font_of(face: Face) -> ImageFont.FreeTypeFont:
    path, size, _ = FACES[face]
    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)


def height_of(face: Face) -> int:
    return FACES[face][2]


def width_of(text: str, face: Face) -> float:
    return font_of(face).getlength(text)


def drawable(text: str) -> str:
    """Without what the font has no letter for."""
    return " ".join(_WITHOUT_GLYPH.sub(" ", unicodedata.normalize("NFC", text)).split())


def wrapped(text: str, face: Face, width: int, *, lines: int) -> list[str]:
    """At most so many lines; what does not fit ends in «…»."""
    found = list(_lines(drawable(text), face, width))
    if len(found) <= lines:
        return found
    return [*found[: lines - 1], _ended(found[lines - 1], face, width)]


def _lines(text: str, face: Face, width: int) -> Iterator[str]:
    line = ""
    for word in _pieces(text, face, width):
        longer = f"{line} {word}" if line else word
        if width_of(longer, face) > width:
            yield line
            longer = word
        line = longer
    if line:
        yield line


def _pieces(text: str, face: Face, width: int) -> Iterator[str]:
    """Words, and those wider than a line broken."""
    for word in text.split():
        while width_of(word, face) > width:
            fits = next(n for n in range(len(word), 0, -1) if n == 1 or width_of(word[:n], face) <= width)
            yield word[:fits]
            word = word[fits:]
        yield word


def _ended(line: str, face: Face, width: int) -> str:
    while line and width_of(f"{line}…", face) > width:
        line = line[:-1]
    return f"{line.rstrip(' ,;:.')}…"
