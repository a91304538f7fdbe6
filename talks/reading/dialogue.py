"""Dialogue dashes: «—No habrá ronda —dijo Peskov—. No por ahora.» is two pieces of speech around an aside."""

from __future__ import annotations

import re
from collections.abc import Iterator

from talks.reading.asides import has_told_words, is_form_of_saying

DASH = re.compile(r"[—–-]")
FIRST_DASH = re.compile(r"\s*([—–]|-(?=\s?[A-ZÁÉÍÓÚÑ¿¡«“\"]))(\s?)(?=\S)")
ASIDE = re.compile(
    r"(?<=[\s.,;:!?…»”\"])[—–-](?=[^\W\d_])([^—–\n]{1,400}?)(?:[—–-](?=[\s.,;:!?…]|$)[.,;:…]*|\.?$)"
    r"|(?<=\S)[—–],? (?=[a-záéíóúñ])([^—–\n]{1,400}?)(?: [—–](?=\S)|$)",
    re.M,
)
"""«… —dijo Peskov—. …», and «…— dijo Peskov. —…» or «…—, dijo Peskov. —…»."""
TIGHT = re.compile(r"(?<=[^\W_])—(?=([^\W\d_]{2,30}) )([^—–\n]{1,400}?)(?:[—–](?=[\s.,;:…]|$)[.,;:…]*|$)", re.M)
"""«…en la mano—cuenta Oksana»: no space on either side, and a verb of saying."""
INNER = re.compile(r"(?<=[.!?…:»”\"] )—\s?(?=[A-ZÁÉÍÓÚÑ¿¡«“\"])([^—\n]{1,800})—(?=,? ?[a-záéíóúñ])")
PARENTHETIC = re.compile(
    r"(?:a|al|algo|algunos|como|con|cual|cuando|del?|desde|después|donde|e|el|ellas?|ellos|en|entre|es|es[ea]|est[aeo]"
    r"|incluid[ao]|las?|los?|más|ni|no|o|para|pero|por|que|quien|se|según|si|sin|sobre|sus?|también|tan|tod[ao]s?|tras"
    r"|una?|unos|y|ya)\b",
    re.I,
)
"""Words that begin an aside which is part of the speech; an attribution begins with its verb or a name."""

Span = tuple[int, int, str]


def dialogue_spans(text: str, start: int, end: int) -> Iterator[Span]:
    """The pieces of speech in one paragraph, each with «—» as its opening mark."""
    if not DASH.search(text, start, end):
        return
    first = FIRST_DASH.match(text, start, end)
    if first is None:
        yield from ((match.start(1), match.end(1), "—") for match in INNER.finditer(text, start, end))
        return
    asides = [
        match
        for match in ASIDE.finditer(text, first.end(), end)
        if match.group(2) or match.group(1)[0].isupper() or not PARENTHETIC.match(match.group(1))
    ]
    asides = asides or [match for match in TIGHT.finditer(text, first.end(), end) if is_form_of_saying(match.group(1))]
    if not asides and (first.group(2) or has_told_words(text, start, end)):
        return
    begin = first.end()
    for aside in asides:
        yield begin, aside.start(), "—"
        begin = aside.end()
    yield begin, end, "—"
