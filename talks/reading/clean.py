"""Cleaning that keeps the way back: every character of the clean text knows its place in the original."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass

import ftfy

ENTITY = r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufe0f"
REWRITTEN = re.compile(rf"{ENTITY}|[{INVISIBLE}]+|\r\n?|[\ud800-\udfff]|<<|>>|[^\W\d_]?[\u0300-\u036f]+")
MOJIBAKE = re.compile(r"[ÃÂâÐÑ][^\x00-\x7f][^\x00-\x7f]*|[^\x00-\x7f]*[ÃÂâ][^\x00-\x7f]+")
ODD_SPACES = dict.fromkeys(
    map(ord, "\t\x1f\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"),
    " ",
)
ODD_BREAKS = dict.fromkeys(map(ord, "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"), "\n")
SAME_LENGTH = {**ODD_SPACES, **ODD_BREAKS}


@dataclass(frozen=True, slots=True)
class CleanText:
    """`offsets[i]` is the place in the original of `text[i]`; one more item for the end."""

    text: str
    offsets: tuple[int, ...]


def clean(original: str) -> CleanText:
    """Decode HTML entities, repair mojibake, drop invisible characters, make odd spaces plain."""
    edits = list(_edits(original))
    if not edits:
        return CleanText(original.translate(SAME_LENGTH), tuple(range(len(original) + 1)))
    return _apply(original, edits)


def _edits(original: str) -> Iterable[tuple[int, int, str]]:
    for match in re.finditer(f"{MOJIBAKE.pattern}|{REWRITTEN.pattern}", original):
        replacement = _replacement(match.group())
        if replacement != match.group():
            yield match.start(), match.end(), replacement


def _replacement(found: str) -> str:
    if found[0] == "&":
        return html.unescape(found)
    if found in ("\r", "\r\n"):
        return "\n"
    if found in ("<<", ">>"):
        return "«" if found == "<<" else "»"
    if "\ud800" <= found[0] <= "\udfff":
        return "\ufffd"
    if REWRITTEN.fullmatch(found) and found[0] in "\u00ad\u200b\u2060\ufeff\ufe0f\u200e\u200f\u200c\u200d":
        return ""
    return ftfy.fix_encoding(found)


def _apply(original: str, edits: list[tuple[int, int, str]]) -> CleanText:
    pieces: list[str] = []
    offsets: list[int] = []
    done = 0
    for start, end, replacement in edits:
        pieces += (original[done:start], replacement)
        offsets += range(done, start)
        offsets += (start,) * len(replacement)
        done = end
    pieces.append(original[done:])
    offsets += range(done, len(original) + 1)
    return CleanText("".join(pieces).translate(SAME_LENGTH), tuple(offsets))
