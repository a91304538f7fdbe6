"""Quotation marks, paired with a stack in one pass over each paragraph."""

from __future__ import annotations

import re

from talks.reading.document import MarkedSpan

MARK = re.compile(r"[«»“”\"‘’']")
CLOSER = {"«": "»", "“": "”", '"': '"', "‘": "’", "'": "'"}
OPENER = {"»": "«", "”": "“", "’": "‘"}


def pair_marks(text: str, paragraphs: tuple[tuple[int, int], ...]) -> tuple[MarkedSpan, ...]:
    """Every balanced quotation, in order of its start."""
    return tuple(span for start, end in paragraphs for span in _pairs(text, start, end))


def _pairs(text: str, start: int, end: int) -> list[MarkedSpan]:
    stack: list[tuple[str, int]] = []
    spans: list[MarkedSpan] = []
    for match in MARK.finditer(text, start, end):
        mark, at = match.group(), match.start()
        if mark in "'’" and at and text[at - 1].isalnum() and text[at + 1 : at + 2].isalnum():
            continue
        opener = OPENER.get(mark, mark)
        if any(opener == o for o, _ in stack[-4:]) and mark not in "«“‘":
            while stack[-1][0] != opener:
                stack.pop()
            opened = stack.pop()
            spans.append(MarkedSpan(opened[1] + 1, at, opened[0], len(stack)))
        elif mark in CLOSER:
            stack.append((mark, at))
    return sorted(spans, key=lambda span: span.start)
