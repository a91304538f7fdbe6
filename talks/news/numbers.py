"""Counts that events are known by («84 prisioneros»), and when one is another than what was told."""

from __future__ import annotations

import re
from collections.abc import Iterable

from talks.folding import fold

ABOUT = (
    r"\b(?:mas de|menos de|unos|unas|casi|cerca de|alrededor de|en torno a|aproximadamente|al menos|por lo menos"
    r"|hasta|por encima de|como minimo|practicamente) (?:los |las )?"
)
"""Right before a figure. «Más de 300» is no number that could be another than 314."""
IN_WORDS = (
    r"(?:(?:[a-z]+ )?mil|cien(?:to)?|(?:dos|tres|cuatro|seis|sete|ocho|nove)cient[oa]s|quinient[oa]s"
    r"|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|dieci[a-z]+|veint[a-z]+"
    r"|(?:tre|cuare|cincue|sese|sete|oche|nove)nta)"
)
POINTS = "puntos"
"""A plan of 28 may have 14 of them left."""


def exact_numbers(numbers: Iterable[str], text: str) -> frozenset[str]:
    """Those of the clause `text` that it does not give as a rough figure."""
    folded = fold(text)
    return frozenset(number for number in numbers if not _is_rough(number, folded))


def _is_rough(number: str, text: str) -> bool:
    """«Unos 200 soldados», «casi doscientos prisioneros»: and at most a word before what is counted."""
    figure, _, counted = fold(number).partition(" ")
    printed = re.escape(figure) if re.search(rf"\b{re.escape(figure)}\b", text) else IN_WORDS
    return re.search(rf"{ABOUT}{printed} (?:\w+ )?{re.escape(counted)}", text) is not None


def other_number(known: Iterable[str], told: Iterable[str]) -> tuple[str, str] | None:
    """«82 prisioneros» and, now, «84 prisioneros»; 157 on each side are the 314 of both."""
    already = frozenset(known)
    for now in sorted(frozenset(told) - already):
        before = sorted(each for each in already if _noun(each) == _noun(now))
        if before and not any(_is_half(each, now) or _is_half(now, each) for each in before):
            return before[0], now
    return None


def _is_half(a: str, b: str) -> bool:
    count = _count(a)
    return count is not None and _count(b) == 2 * count and _noun(a) != POINTS


def _noun(number: str) -> str:
    return number.split(" ", 1)[-1]


def _count(number: str) -> int | None:
    digits = number.split(" ", 1)[0].replace(".", "")
    return int(digits) if digits.isdigit() else None
