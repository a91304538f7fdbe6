"""Cleaning that keeps the way back: every character of the clean text knows its place in the original.

HTML entities are decoded, UTF-8 read as Windows-1252 («reuniÃ³n») is repaired, invisible characters go, odd spaces
become plain ones. Most wire copy needs nothing of that, and pays one look for it.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

import ftfy

ODD_SPACES = "\t\x1f\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
ODD_BREAKS = "\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
LONE_SURROGATES = "\ud800-\udfff"
SAME_LENGTH = {
    **dict.fromkeys(map(ord, ODD_SPACES), " "),
    **dict.fromkeys(map(ord, ODD_BREAKS), "\n"),
    **str.maketrans({"\u2010": "-", "\u2011": "-", "\u2015": "—", "\u201f": "“", "\u02bc": "’", "\x00": " "}),
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
}
TRANSLATED = re.compile(f"[{ODD_SPACES}{ODD_BREAKS}{LONE_SURROGATES}\u2010\u2011\u2015\u201f\u02bc\x00]")

INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe0f\ufeff"
CONTINUATION = "[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
"""The bytes 80 to BF of UTF-8, as Windows-1252 and Latin-1 show them."""
GARBLED = re.compile(
    f"[ÂÃÄÅÐ]{CONTINUATION}|(?<={CONTINUATION})[ÐÑ]{CONTINUATION}"
    f"|[âï]{CONTINUATION}{{2}}|ð{CONTINUATION}{{3}}"
)  # fmt: skip
ENTITY = r"&(?:amp;)*(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
TRIGGER = re.compile(f"[&\r<>`ÂÃÄÅÐâðï{INVISIBLE}\u0300-\u036f]|''")
REWRITTEN = re.compile(
    f"(?P<garbled>(?:{GARBLED.pattern})+)|(?P<entity>{ENTITY})|(?P<gone>[{INVISIBLE}]+|\r(?=\n))"
    "|(?P<mark><<|>>|''|``)|(?P<letter>[^\\W\\d_][\u0300-\u036f]+)"
)
ASCII_MARKS = {"<<": "«", ">>": "»", "''": '"', "``": '"'}

Edit = tuple[int, int, str]
"""Start and end in the original, and what stands there instead."""


@dataclass(frozen=True, slots=True)
class CleanText:
    """`offsets[i]` is the place in the original of `text[i]`; one more item for the end."""

    text: str
    offsets: Sequence[int]


def clean(original: str) -> CleanText:
    edits = list(_edits(original)) if TRIGGER.search(original) else []
    if not edits:
        return CleanText(_translated(original), range(len(original) + 1))
    return _rewrite(original, edits)


def _translated(text: str) -> str:
    return text.translate(SAME_LENGTH) if TRANSLATED.search(text) else text


def _edits(original: str) -> Iterator[Edit]:
    for match in REWRITTEN.finditer(original):
        found = match.group()
        if match.lastgroup == "garbled":
            yield from _repairs(found, match.start())
            continue
        replacement = _replacement(found, match.lastgroup)
        if replacement != found:
            yield match.start(), match.end(), replacement


def _replacement(found: str, kind: str | None) -> str:
    if kind == "entity":
        return _decode(found)
    if kind == "letter":
        return unicodedata.normalize("NFC", found)
    return ASCII_MARKS[found] if kind == "mark" else ""


def _decode(entity: str) -> str:
    """`&amp;quot;` has been escaped twice; what decodes to nothing visible is dropped."""
    once = html.unescape(entity)
    while once != entity:
        entity, once = once, html.unescape(once)
    return re.sub(f"[{INVISIBLE}]", "", once)


def _repairs(garbled: str, start: int) -> Iterator[Edit]:
    """One edit for each character where the repair is one to one, else a single one for the run."""
    repaired = ftfy.fix_encoding(garbled)
    if repaired == garbled:
        return
    pieces = [piece.span() for piece in GARBLED.finditer(garbled)]
    if len(pieces) != len(repaired):
        pieces, characters = [(0, len(garbled))], [repaired]
    else:
        characters = list(repaired)
    for (begin, end), character in zip(pieces, characters, strict=True):
        yield start + begin, start + end, re.sub(f"[{INVISIBLE}]", "", character)


def _rewrite(original: str, edits: list[Edit]) -> CleanText:
    pieces: list[str] = []
    ranges: list[range | list[int]] = []
    done = 0
    for start, end, replacement in edits:
        pieces += (original[done:start], replacement)
        ranges += (range(done, start), _spread(start, end, len(replacement)))
        done = end
    pieces.append(original[done:])
    ranges.append(range(done, len(original) + 1))
    return CleanText(_translated("".join(pieces)), tuple(chain.from_iterable(ranges)))


def _spread(start: int, end: int, count: int) -> list[int]:
    """Places for `count` characters that stand for `original[start:end]`, the first at its start."""
    return [start + number * (end - start) // count for number in range(count)]
