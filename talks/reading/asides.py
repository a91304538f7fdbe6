"""An attribution between dashes inside the marks: ««Otro plazo —apostilla Merz— es perder el tiempo»»."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from talks.lexicon.load import load_lexicon

LONGEST = 120
"""Characters between the dashes."""

Span = tuple[int, int, str]


def around_asides(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    """Each span, cut where it is told who speaks."""
    for start, end, mark in spans:
        begin = start
        for aside in _asides(text, start, end):
            yield begin, aside.start(), mark
            begin = aside.end()
        yield begin, end, mark


def _asides(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    has_dash = text.find("—", start, end) >= 0 or text.find("–", start, end) >= 0
    return _told().finditer(text, start + 1, end - 1) if has_dash else iter(())


@cache
def _told() -> re.Pattern[str]:
    """A dash, a finite verb of saying, and the next dash with the mark after it."""
    forms = {form for verb in load_lexicon().verbs for form in verb.forms if not form.endswith("ndo")}
    verbs = "|".join(sorted(map(re.escape, forms), key=len, reverse=True))
    return re.compile(rf"(?<=\s)[—–](?:{verbs})\b[^—–«»“”\n]{{0,{LONGEST}}}[—–][,.;]?")
