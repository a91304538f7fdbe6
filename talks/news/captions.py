"""Captions of photographs that head a text: «Fulano estrecha la mano de Mengano (REUTERS)» is no news."""

from __future__ import annotations

import re
from functools import cache

from talks.news.wires import agencies
from talks.types import Article, Reading, SentenceSpan

LEAST_PARAGRAPHS = 2
"""A text of one paragraph may be signed at its end."""


def told_under_title(article: Article, reading: Reading) -> list[SentenceSpan]:
    """The sentences under the title, without the caption at the head of the text."""
    under = [each for each in reading.sentences if each.paragraph > 0]
    return [each for each in under if not _is_caption(each, under, article.body)]


def _is_caption(span: SentenceSpan, under: list[SentenceSpan], body: str) -> bool:
    """The whole first paragraph, with an agency's name at its end."""
    first = [each for each in under if each.paragraph == under[0].paragraph]
    if first != [span] or len({each.paragraph for each in under}) < LEAST_PARAGRAPHS:
        return False
    end = body.find("\n", span.end)
    return _credit().search(body[span.start : end if end >= 0 else span.end]) is not None


@cache
def _credit() -> re.Pattern[str]:
    names = "|".join(map(re.escape, agencies()))
    return re.compile(rf"(?:[(\[](?:{names})(?:\s?/[^()\[\]\n]{{2,60}})?[)\]]|[.»”\"]\s*(?:{names}))\.?\s*$")
