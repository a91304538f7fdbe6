"""Sentences of a paragraph: quotations and Spanish abbreviations do not end them.

A full stop inside a quotation ends nothing while the sentence around it goes on. A quotation that is a sentence by
itself stays whole, so that nobody's words lose their speaker, unless it is long.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from collections.abc import Sequence
from pathlib import Path

from talks.reading.document import MarkedSpan

ABBREVIATIONS = tomllib.loads(Path(__file__).with_name("abbreviations.toml").read_text(encoding="utf-8"))
NEVER_ENDS = frozenset(ABBREVIATIONS["before_a_name_or_number"])
BEFORE_A_NUMBER = frozenset(ABBREVIATIONS["months"])
OFFICES = frozenset(ABBREVIATIONS["offices"])
STARTERS = frozenset(ABBREVIATIONS["starters"])

UPPER = "A-ZÁÉÍÓÚÑÜÄÖÇ"
STOP = re.compile(
    rf"[.!?…](?:[.!?…]{{0,9}}[»”\"’')\]]{{0,5}}(?:(?<=[»”\"’')\]])\.)?(?=\s+[«“\"‘'(\[¿¡—–-]{{0,6}}[{UPPER}0-9])"
    rf"|(?<=[a-záéíóúñ0-9»”\"]\.)(?=[¿¡«“]?[{UPPER}][a-záéíóúñ]+ ))"
)
LAST_WORD = re.compile(r"(?:[^\W_]|[º.ª])+$")
ACRONYM = re.compile(r"(?:\b[A-Z]{1,2}\.[ ]?){1,4}$|\b[ap]\. ?m\.$|\b[ad]\. ?C\.$|\betc\.$")
INITIAL = re.compile(r"\b[A-Z]\.\s?$")
NEXT_WORD = re.compile(rf"(\s*)[«“\"‘'(\[¿¡—–-]{{0,6}}((?:[{UPPER}]\.)+|\w+)")
PARENTHESES = re.compile(r"\([^()\n]{1,300}\)")
STOPS_THERE = re.compile(rf"[»”\"’')\]—–-]{{0,6}}[.…]?\s*(?:$|[«“\"¿¡(—–]{{0,6}}[{UPPER}0-9])")
LONG_QUOTATION = 300
TOO_LONG = 1_500
"""A quotation of that length is rather a mark that was never closed: it protects nothing."""

Span = tuple[int, int]


def split_sentences(text: str, start: int, end: int, marks: Sequence[MarkedSpan]) -> list[Span]:
    """The sentences of one paragraph, without white space around; `marks` are those inside it."""
    whole = _protected(text, start, end, marks)
    starts = [span[0] for span in whole]
    spans: list[Span] = []
    begin = start
    for stop in STOP.finditer(text, start, end):
        if _is_inside(whole, starts, stop) or not _ends_sentence(text, begin, stop, end):
            continue
        spans.append((begin, stop.end()))
        begin = stop.end()
    spans.append((begin, end))
    return [span for span in (_stripped(text, *span) for span in spans) if span[0] < span[1]]


def _protected(text: str, start: int, end: int, marks: Sequence[MarkedSpan]) -> list[Span]:
    """Outer quotations and short parentheses, in order, that no sentence may end in."""
    quoted = [(mark.start, mark.end) for mark in marks if mark.depth == 0 and not _may_be_cut(text, start, end, mark)]
    if text.find("(", start, end) < 0:
        return quoted
    bracketed = [match.span() for match in PARENTHESES.finditer(text, start, end)]
    return _disjoint(sorted(quoted + bracketed))


def _disjoint(spans: list[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in spans:
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept


def _may_be_cut(text: str, start: int, end: int, mark: MarkedSpan) -> bool:
    """A long quotation that is a sentence, or several, by itself."""
    length = mark.end - mark.start
    if length <= LONG_QUOTATION:
        return False
    before = text[max(start, mark.start - 3) : mark.start - 1].rstrip()
    stands_alone = before[-1:] in ("", ".", "!", "?") and STOPS_THERE.match(text, mark.end, end) is not None
    return stands_alone or length > TOO_LONG


def _is_inside(whole: list[Span], starts: list[int], stop: re.Match[str]) -> bool:
    index = bisect_right(starts, stop.start()) - 1
    return index >= 0 and stop.end() <= whole[index][1]


def _ends_sentence(text: str, begin: int, stop: re.Match[str], end: int) -> bool:
    if stop.group() != ".":
        return True
    last = LAST_WORD.search(text, max(begin, stop.start() - 24), stop.start())
    if last is None:
        return True
    following = NEXT_WORD.match(text, stop.end(), end)
    after = following.group(2) if following else ""
    if following and not following.group(1) and len(after) < 4 and after.casefold() not in STARTERS:
        return False
    return _word_ends_sentence(text, begin, last, after)


def _word_ends_sentence(text: str, begin: int, last: re.Match[str], after: str) -> bool:
    word = last.group().casefold()
    if (
        word in NEVER_ENDS
        or (len(word) == 1 and after.endswith("."))
        or (word.isdecimal() and not text[begin : last.start()].strip())
    ):
        return False
    if word in BEFORE_A_NUMBER:
        return not after[:1].isdecimal()
    acronym = ACRONYM.search(text, max(begin, last.end() - 12), last.end() + 1)
    return acronym is None or _acronym_ends_sentence(text, begin, acronym, after)


def _acronym_ends_sentence(text: str, begin: int, acronym: re.Match[str], after: str) -> bool:
    """«J. D. Vance» and «EE. UU.» are not ends; «… con EE. UU. El Kremlin» is one."""
    if after.casefold() in STARTERS:
        return True
    if INITIAL.search(acronym.group()) or after.endswith(".") or len(after) == 1 or after == "UU":
        return False
    before = text[max(begin, acronym.start() - 60) : acronym.start()].split()
    return before[-1:] not in (["de"], ["los"]) or not OFFICES.intersection(before[-6:])


def _stripped(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    return end - len(piece.lstrip()), start + len(piece.rstrip())
