"""Interviews by question and answer: «P. ¿…?», «R. …»."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from talks.reading.cast import NOBODY, Speaker
from talks.reading.document import Document
from talks.reading.spoken import Claim
from talks.types import PersonMention

QUESTION = re.compile(r"(?:P|Pregunta)\s?[.:]\s?[-—–]?\s?(?=\S)")
ANSWER = re.compile(r"(?:R|Respuesta)\s?[.:]\s?[-—–]?\s?(?=\S)")
FEWEST = 2
"""Questions and answers that make an interview."""


def interview_claims(document: Document, mentions: Sequence[PersonMention]) -> Iterator[Claim]:
    """Every answer whole; the speaker is whom the text before the first question names most."""
    text = document.text
    asked = [start for start, end in document.paragraphs if QUESTION.match(text, start, end)]
    answered = [(match.end(), end) for start, end in document.paragraphs if (match := ANSWER.match(text, start, end))]
    if len(asked) < FEWEST or len(answered) < FEWEST:
        return
    speaker = _guest(mentions, asked[0])
    for start, end in answered:
        yield Claim(start, end, True, speaker)


def _guest(mentions: Sequence[PersonMention], before: int) -> Speaker:
    counts = Counter((mention.name, mention.person_id) for mention in mentions if mention.start < before)
    ranked = counts.most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return NOBODY
    name, person_id = ranked[0][0]
    return Speaker(name, person_id, True)
