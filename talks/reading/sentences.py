"""Sentences of a paragraph: quotations and Spanish abbreviations do not end them."""

from __future__ import annotations

import re
from bisect import bisect_right

from talks.reading.document import MarkedSpan

BOUNDARY = re.compile(r"[.!?…]+[»”\"’')\]]*\s+(?=[«“\"‘'(\[¿¡—–-]*[A-ZÁÉÍÓÚÑÜ0-9])")
ABBREVIATION = re.compile(r"\b(?:EE|UU|Sr|Sra|Dr|Dra|art|n\.º|núm|Gral|Cnel|Ud|[A-ZÁÉÍÓÚ])\.$")


def split_sentences(text: str, start: int, end: int, marks: tuple[MarkedSpan, ...]) -> list[tuple[int, int]]:
    """Spans of the sentences between `start` and `end`, white space left out."""
    outer = [mark for mark in marks if mark.depth == 0]
    starts = [mark.start for mark in outer]
    spans: list[tuple[int, int]] = []
    begin = start
    for match in BOUNDARY.finditer(text, start, end):
        index = bisect_right(starts, match.start()) - 1
        if index >= 0 and match.end() <= outer[index].end or ABBREVIATION.search(text, begin, match.start() + 1):
            continue
        spans.append((begin, match.end()))
        begin = match.end()
    spans.append((begin, end))
    return [span for span in (_stripped(text, *span) for span in spans) if span[0] < span[1]]


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
