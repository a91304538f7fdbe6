"""Quotation marks, paired with a stack in one pass over each paragraph.

A mark that finds no partner pairs with nothing. Straight marks open or close by what stands around them; a sloppy
pair («texto”) is taken when the right partner never comes. A quotation that runs on into the next paragraph gives one
span in each. Dialogue dashes are in `dialogue`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from talks.reading.asides import around_asides, verb_of_saying_in
from talks.reading.dialogue import dialogue_spans
from talks.reading.document import MarkedSpan

MARK = re.compile(r"[«»‹›“”„\"‘’‚']{9,}|([«»‹›“”„\"‘’‚'])(?:\1{3,})?")
FAMILY = {mark: family for family in ("«»", "‹›", "“”„", '"', "‘’‚", "'") for mark in family}
OPENERS = "«‹“„‘‚"
CLOSERS = "»›”’"
SINGLE = "‹›‘’‚'"
MAY_PRECEDE_OPENER = " \n([{«‹“„‘‚¿¡—–-/|\"'"
MAY_LACK_SPACE = ":,;.=…"
SHORTEST_UNCLOSED = 4
"""Words of a quotation that is never closed."""
CARRY_LIMIT = 3
"""Paragraphs in which the end of a quotation is looked for."""

Paragraphs = Sequence[tuple[int, int]]
Open = tuple[str, int]
"""An opening mark and its place."""


@dataclass(slots=True)
class _Paragraph:
    """The state of one pass: what is open, what is paired, how many marks of each family are still to come."""

    text: str
    start: int
    end: int
    ahead: Counter[str]
    stack: list[Open] = field(default_factory=list)
    families: Counter[str] = field(default_factory=Counter)
    spans: list[tuple[int, int, str]] = field(default_factory=list)

    def push(self, mark: str, at: int) -> None:
        self.stack.append((mark, at))
        self.families[FAMILY[mark]] += 1

    def pop(self) -> Open:
        mark, at = self.stack.pop()
        self.families[FAMILY[mark]] -= 1
        return mark, at

    def close(self, family: str, at: int) -> None:
        """Pair with the last mark of the family; those opened since have no partner."""
        mark, start = self.pop()
        while FAMILY[mark] != family:
            mark, start = self.pop()
        self.spans.append((start + 1, at, mark))


def pair_marks(text: str, paragraphs: Paragraphs) -> tuple[MarkedSpan, ...]:
    """Every quotation that is opened and closed, in order of its start."""
    found: list[tuple[int, int, str]] = []
    carried: str | None = None
    for number, (start, end) in enumerate(paragraphs):
        found += dialogue_spans(text, start, end)
        marks = _marks(text, start, end)
        if not marks and not carried:
            continue
        paragraph = _Paragraph(text, start, end, Counter(FAMILY[mark] for mark, _ in marks))
        _pair(paragraph, marks, carried)
        carried = _runs_on(text, paragraphs, number, paragraph.stack) if number else None
        if carried:
            paragraph.spans.append((paragraph.stack[0][1] + 1, end, paragraph.stack[0][0]))
        elif paragraph.stack:
            _close_where_told(paragraph)
        found += around_asides(text, paragraph.spans, start, end)
    return tuple(_nested(text, found))


def _marks(text: str, start: int, end: int) -> list[Open]:
    """Every mark and its place; four of a kind in a row, or nine of any, are no quotation."""
    found = ((match.group(), match.start()) for match in MARK.finditer(text, start, end))
    return [(mark, at) for mark, at in found if len(mark) == 1]


def _pair(paragraph: _Paragraph, marks: list[Open], carried: str | None) -> None:
    begun = _resume(paragraph, carried)
    for mark, at in marks:
        if at >= begun:
            _take(paragraph, mark, at)


def _resume(paragraph: _Paragraph, carried: str | None) -> int:
    """Where to begin, with the quotation open that the last paragraph left open.

    By the Spanish use a paragraph that continues a quotation begins with its closing mark.
    """
    text, start = paragraph.text, paragraph.start
    first = text[start : start + 1]
    is_mark = first in MAY_CONTINUE and not text[start + 1 : start + 2].isspace()
    if is_mark and (carried or first in CLOSERS):
        paragraph.ahead[FAMILY[first]] -= 1
        paragraph.push(carried or OPENER_OF[first], start)
        return start + 1
    if carried:
        paragraph.push(carried, start - 1)
    return start


MAY_CONTINUE = ("»", "”", "“", "«", '"')
OPENER_OF = {"»": "«", "”": "“", "›": "‹", "’": "‘"}


def _take(paragraph: _Paragraph, mark: str, at: int) -> None:
    family = FAMILY[mark]
    paragraph.ahead[family] -= 1
    if _is_apostrophe(paragraph, mark, at):
        return
    if _opens(paragraph, mark, at):
        paragraph.push(mark, at)
    elif paragraph.families[family]:
        paragraph.close(family, at)
    elif partner := _sloppy_partner(paragraph, mark):
        paragraph.close(partner, at)


def _is_apostrophe(paragraph: _Paragraph, mark: str, at: int) -> bool:
    return mark in "'’" and _before(paragraph, at).isalnum() and _after(paragraph, at).isalnum()


def _opens(paragraph: _Paragraph, mark: str, at: int) -> bool:
    is_open = paragraph.families[FAMILY[mark]] > 0
    if mark in OPENERS:
        return not (mark in "“‘«" and is_open and _looks_closing(paragraph, at))
    if mark in CLOSERS:
        return not is_open and mark in "”’" and _looks_opening(paragraph, at) and paragraph.ahead[FAMILY[mark]] > 0
    if _looks_opening(paragraph, at):
        is_doubled = is_open and paragraph.stack[-1] == (mark, at - 1)
        return is_doubled or not (is_open and _before(paragraph, at) in "—–-/|\"'")
    return not is_open and paragraph.ahead[FAMILY[mark]] > 0 and _could_open(paragraph, at)


def _before(paragraph: _Paragraph, at: int) -> str:
    return paragraph.text[at - 1] if at > paragraph.start else " "


def _after(paragraph: _Paragraph, at: int) -> str:
    return paragraph.text[at + 1] if at + 1 < paragraph.end else " "


def _looks_opening(paragraph: _Paragraph, at: int) -> bool:
    after = _after(paragraph, at)
    return _before(paragraph, at) in MAY_PRECEDE_OPENER and (after.isalnum() or after in "¿¡([{«“‘\"'.…#@$€+-")


def _could_open(paragraph: _Paragraph, at: int) -> bool:
    """With spaces on both sides, or with the space forgotten: «dijo:"No"»."""
    before, after = _before(paragraph, at), _after(paragraph, at)
    return (before == after == " ") or (before in MAY_LACK_SPACE and (after.isalnum() or after in "¿¡"))


def _looks_closing(paragraph: _Paragraph, at: int) -> bool:
    """«“un acuerdo justo “, declaró»: before a comma even the wrong mark with a space before it."""
    is_behind = _before(paragraph, at) not in MAY_PRECEDE_OPENER and not _after(paragraph, at).isalnum()
    return is_behind or _after(paragraph, at) in ",;)"


def _sloppy_partner(paragraph: _Paragraph, mark: str) -> str | None:
    """The family of what is open innermost, when nothing ahead can close it and the size of mark is the same."""
    if not paragraph.stack:
        return None
    opened = paragraph.stack[-1][0]
    family = FAMILY[opened]
    is_same_size = (opened in SINGLE) == (mark in SINGLE)
    return family if is_same_size and paragraph.ahead[family] == 0 else None


def _runs_on(text: str, paragraphs: Paragraphs, number: int, stack: list[Open]) -> str | None:
    """The outermost open mark, if the quotation goes on in the next paragraph."""
    if not stack or number + 1 >= len(paragraphs):
        return None
    opened, at = stack[0]
    family = FAMILY[opened]
    start = paragraphs[number + 1][0]
    first = text[start]
    if FAMILY.get(first) == family and not text[start + 1 : start + 2].isspace():
        return opened if first in CLOSERS or _begins_speech(text, paragraphs[number][0], at) else None
    if opened not in "«“":
        return None
    return opened if _closes_first(text, paragraphs[number + 1 : number + 1 + CARRY_LIMIT], family) else None


def _begins_speech(text: str, start: int, at: int) -> bool:
    """At the start of the paragraph or after a colon: only such a quotation is opened again in the next one."""
    return text[start:at].rstrip()[-1:] in ("", ":")


def _closes_first(text: str, paragraphs: Paragraphs, family: str) -> bool:
    """Whether the next mark of the family is a closing one."""
    marks = (mark for start, end in paragraphs for mark, _ in _marks(text, start, end) if FAMILY[mark] == family)
    return next(marks, "") in ("»", "”")


def _close_where_told(paragraph: _Paragraph) -> None:
    """«“Los socios tienen fuerza, señaló Zelenski»: what was opened ends before the verb of saying."""
    mark, at = paragraph.stack[0]
    told = verb_of_saying_in(paragraph.text, at, paragraph.end) if mark in "«“" else -1
    if told > at and len(paragraph.text[at:told].split()) >= SHORTEST_UNCLOSED:
        paragraph.spans.append((at + 1, told, mark))


def _nested(text: str, found: list[tuple[int, int, str]]) -> Iterator[MarkedSpan]:
    """The spans without outer white space, in order, with their depth."""
    ends: list[int] = []
    for start, end, mark in sorted(found, key=lambda span: (span[0], -span[1])):
        inner = text[start:end]
        start, end = end - len(inner.lstrip()), start + len(inner.rstrip())
        while ends and ends[-1] <= start:
            ends.pop()
        if start < end:
            yield MarkedSpan(start, end, mark, len(ends))
            ends.append(end)
