"""An attribution between dashes inside the marks: ««Otro plazo —apostilla Merz— es perder el tiempo»»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from talks.lexicon.load import load_lexicon

LONGEST = 120
"""Characters between the dashes."""
ASIDE = re.compile(rf"(?<=\s)[—–](?=(\w{{1,30}})(?: (\w{{1,30}}))?)[^—–«»“”\n]{{1,{LONGEST}}}[—–][,.;]?")
"""A dash and a word right behind it, and the next dash with the mark after it."""

SAID = re.compile(r", (\w{2,30})")
TOLD = re.compile(r'[»”"],? (\w{2,30})')
"""The word behind a closing mark."""

Span = tuple[int, int, str]


def around_asides(text: str, spans: Sequence[Span], start: int, end: int) -> list[Span]:
    """The spans of a paragraph, in any order; the innermost around an aside that tells who speaks is cut there."""
    asides = list(_asides(text, start, end))
    if not asides:
        return list(spans)
    cuts: dict[Span, list[re.Match[str]]] = {}
    for aside, span in _innermost(asides, spans):
        cuts.setdefault(span, []).append(aside)
    return [piece for span in spans for piece in _pieces(span, cuts.get(span, ()))]


def _asides(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    forms = _forms()
    for match in ASIDE.finditer(text, start, end):
        first, second = match.group(1), match.group(2)
        if first in forms or f"{first} {second}" in forms:
            yield match


def _innermost(asides: Sequence[re.Match[str]], spans: Sequence[Span]) -> Iterator[tuple[re.Match[str], Span]]:
    """Each aside that a span holds, with it: one pass, the spans that are open on a stack."""
    waiting = sorted(spans, key=lambda span: (-span[0], span[1]))
    opened: list[Span] = []
    for aside in asides:
        while waiting and waiting[-1][0] < aside.start():
            opened.append(waiting.pop())
        while opened and opened[-1][1] <= aside.start():
            opened.pop()
        if opened and aside.end() < opened[-1][1]:
            yield aside, opened[-1]


def _pieces(span: Span, asides: Sequence[re.Match[str]]) -> Iterator[Span]:
    start, end, mark = span
    for aside in asides:
        yield start, aside.start(), mark
        start = aside.end()
    yield start, end, mark


def has_told_words(text: str, start: int, end: int) -> bool:
    """««Hay avances», dijo Rubio»: a reporter tells it, whatever the paragraph begins with."""
    forms = _forms()
    return any(match.group(1) in forms for match in TOLD.finditer(text, start, end))


def is_form_of_saying(word: str) -> bool:
    return word in _forms()


def verb_of_saying_in(text: str, start: int, end: int) -> int:
    """The place of the comma before a verb of saying; -1 without one."""
    forms = _forms()
    return next((match.start() for match in SAID.finditer(text, start, end) if match.group(1) in forms), -1)


@cache
def _forms() -> frozenset[str]:
    """Finite forms of the verbs of saying."""
    return frozenset(form for verb in load_lexicon().verbs for form in verb.forms if not form.endswith("ndo"))
