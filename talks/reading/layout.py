"""The layout of an article: paragraphs, entries of live blogs, dateline, and the sentences that tell news."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from talks.clean import clean
from talks.reading.datelines import dateline_end, inline_stamps, stamp_end
from talks.reading.document import MarkedSpan
from talks.reading.furniture import (
    is_caption_label,
    is_furniture,
    is_heading,
    leads_to_another,
    news_behind_caption,
    without_tail,
)
from talks.reading.marks import pair_marks
from talks.reading.sentences import split_sentences
from talks.types import SentenceSpan

LINE = re.compile(r"\S[^\n]*")
SOFT_BREAK = re.compile(r"(?<=[^\n.!?:»”\"…|]) ?\n(?=[^\n\W_])")
WRAP_WIDTH = range(50, 101)
"""Length of the longest line in a text whose lines were broken by an editor of plain text."""
DATELINE_WITHIN = 4
"""Paragraphs in which a dateline may stand; by-lines and corrections come before it."""

LEAD_TARGET_LENGTH = 160
"""Of the title that «Lea también:» announces in the paragraph before."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Layout:
    """A `Document` before its tokens; the fields mean the same there."""

    text: str
    offsets: Sequence[int]
    title_end: int
    paragraphs: tuple[Span, ...]
    sentences: tuple[SentenceSpan, ...]
    marks: tuple[MarkedSpan, ...]
    dateline: Span | None


def lay_out(title: str, text: str) -> Layout:
    """Clean `title + "\\n\\n" + text` and cut it up."""
    cleaned = clean(f"{title}\n\n{text}")
    title_end = bisect_left(cleaned.offsets, len(title))
    flat = _unwrapped(cleaned.text, title_end)
    paragraphs = ((0, title_end), *_paragraphs(flat, title_end))
    marks = pair_marks(flat, paragraphs)
    tells_news = list(_telling_news(flat[start:end] for start, end in paragraphs))
    dateline = _dateline(flat, paragraphs, tells_news)
    sentences = tuple(_sentences(flat, paragraphs, marks, tells_news, dateline))
    return Layout(flat, cleaned.offsets, title_end, paragraphs, sentences, marks, dateline)


def _unwrapped(text: str, start: int) -> str:
    """A text with lines of plain-text width: their breaks become spaces, in place."""
    lines = text[start:].split("\n")
    if max(map(len, lines)) not in WRAP_WIDTH or sum(len(line) >= WRAP_WIDTH.start for line in lines) < 3:
        return text
    return text[:start] + SOFT_BREAK.sub(lambda match: " " * len(match.group()), text[start:])


def _paragraphs(text: str, start: int) -> Iterator[Span]:
    for line in LINE.finditer(text, start):
        begin, end = _stripped(text, *line.span())
        entries = inline_stamps(text, begin, end) if _is_live(text, begin, end) else []
        for cut in entries:
            yield _stripped(text, begin, cut)
            begin = cut
        yield begin, end


def _is_live(text: str, start: int, end: int) -> bool:
    return text[start : start + 1] in "[(0123456789" and stamp_end(text, start, end) > start


def _stripped(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    return end - len(piece.lstrip()), start + len(piece.rstrip())


def _telling_news(paragraphs: Iterable[str]) -> Iterator[bool]:
    after_lead = False
    for paragraph in paragraphs:
        is_news = not (is_furniture(paragraph) or is_heading(paragraph))
        yield is_news and not (after_lead and len(paragraph) <= LEAD_TARGET_LENGTH)
        after_lead = not is_news and leads_to_another(paragraph)


def _dateline(text: str, paragraphs: tuple[Span, ...], tells_news: list[bool]) -> Span | None:
    is_first = True
    for (start, end), is_news in list(zip(paragraphs, tells_news, strict=True))[1 : 1 + DATELINE_WITHIN]:
        found = dateline_end(text, start, end, is_first=is_first) if is_news else start
        if found > start:
            return _stripped(text, start, found)
        is_first = is_first and not is_news
    return None


def _sentences(
    text: str,
    paragraphs: tuple[Span, ...],
    marks: tuple[MarkedSpan, ...],
    tells_news: list[bool],
    dateline: Span | None,
) -> Iterator[SentenceSpan]:
    starts = [mark.start for mark in marks]
    for number, (start, end) in enumerate(paragraphs):
        inside = marks[bisect_left(starts, start) : bisect_left(starts, end)]
        if number == 0:
            pieces = split_sentences(text, start, end, inside)
        elif tells_news[number]:
            begin = dateline[1] if dateline and dateline[0] == start else stamp_end(text, start, end)
            pieces = _news(text, begin, end, inside)
        else:
            continue
        yield from (SentenceSpan(*piece, number) for piece in pieces)


def _news(text: str, start: int, end: int, marks: tuple[MarkedSpan, ...]) -> list[Span]:
    """The sentences of one paragraph that tell news."""
    pieces = split_sentences(text, start, without_tail(text, start, end), marks)
    return list(_without_furniture(text, pieces))


def _without_furniture(text: str, pieces: list[Span]) -> Iterator[Span]:
    after_label = False
    for start, end in pieces:
        start = news_behind_caption(text, start, end)
        piece = text[start:end]
        is_news = not is_furniture(piece)
        if is_news and not after_label:
            yield start, end
        after_label = not is_news and is_caption_label(piece)
