"""Whose report an article prints: the news agency that its date line or credit names, else the outlet itself.

Two papers that print the same agency are one source. An agency that the text only quotes («dijo a Reuters») is none.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

from talks.types import Article

HEAD, TAIL = 160, 240
"""Characters at both ends of a text in which a date line or a credit may stand."""


def wire_of(article: Article) -> str:
    """The canonical name of the agency, or the outlet."""
    patterns, names = _patterns()
    found = names.get(article.outlet) or _named(patterns[0], article.text[:HEAD])
    return found or _named(patterns[1], article.text[-TAIL:]) or article.outlet


def _named(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.search(text)
    return _patterns()[1][next(group for group in match.groups() if group)] if match else ""


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], dict[str, str]]:
    """The pattern of date lines, that of credits, and the agency by every name."""
    rows = tomllib.loads((Path(__file__).parent / "wires.toml").read_text(encoding="utf-8"))["wires"]
    names = {name: agency for agency, printed in rows.items() for name in printed}
    agency = f"({'|'.join(re.escape(name) for name in sorted(names, key=len, reverse=True))})"
    dateline = re.compile(rf"[(\[]{agency}(?:/[^)\]]{{1,20}})?[)\]]|^{agency}\s?[.:]?\s?[-–—|]")
    credit = re.compile(
        rf"\({agency}\)\W*$|(?:^|\n)\W*(?:Agencia )?{agency}\W*$"
        rf"|[Cc]on (?:información|datos|material)(?: \w+)? de (?:la agencia )?{agency}"
    )
    return (dateline, credit), names
