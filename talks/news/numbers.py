"""Counts that events are known by («84 prisioneros»), and when one is another than what was told."""

from __future__ import annotations

import re
from collections.abc import Iterable

from talks.folding import fold

ABOUT = re.compile(
    r"\b(?:mas de|menos de|unos|unas|casi|cerca de|alrededor de|en torno a|aproximadamente|al menos|por lo menos"
    r"|hasta|por encima de|como minimo|practicamente)\s+(?:los |las )?(\d[\d.]*|"
    r"(?:cien|dosc|tresc|cuatroc|quin|seisc|setec|ochoc|novec|mil|veint|treint|cuarent|cincuent|sesent|setent|ochent"
    r"|novent|un centenar|decen|dos mil|tres mil)\w*)"
)
"""«Más de 300» is no number that could be another than 314."""


POINTS = "puntos"
"""A plan of 28 may have 14 of them left."""


def exact_numbers(numbers: Iterable[str], text: str) -> frozenset[str]:
    """Those of the clause `text` that it does not give as a rough figure."""
    rough = [found.group(1).replace(".", "") for found in ABOUT.finditer(fold(text))]
    if any(not each.isdigit() for each in rough):
        return frozenset()
    return frozenset(number for number in numbers if str(_count(number)) not in rough)


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
