"""Expressions of calendar points and intervals in running text, with their ISO 8601 value.

Patterns stand in date_calendar.py and date_relative.py; here they are put in order, anchored and joined. The day of
writing is the dateline's, else the publication's; in a quotation it is the day on which the words were said.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from talks.reading import date_calendar, date_relative
from talks.reading.date_clocks import Clock, find_clocks, with_clocks
from talks.reading.date_grammar import Line
from talks.reading.date_joins import joined
from talks.reading.date_rules import ALPHABET, Found, Rule, matches
from talks.reading.date_values import Stretch
from talks.reading.document import Document
from talks.reading.publication import date_from_url, infer_publication
from talks.reading.writing_day import day_of_writing
from talks.types import DateMention

RULES = (*date_calendar.RULES, *date_relative.RULES)
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Dated:
    """A date found: places in the line, value, and whether the text states its year or day outright."""

    first: int
    last: int
    stretch: Stretch


def find_dates(document: Document) -> tuple[DateMention, ...]:
    """Every expression, in order; spans and surfaces are of `document.text`."""
    quotes = tuple((mark.start, mark.end) for mark in document.marks if mark.depth == 0)
    told = tuple((sentence.start, sentence.end) for sentence in document.sentences)
    return find_dates_in(
        document.text, published=document.published, sentences=told, quotes=quotes, dateline=document.dateline
    )


def find_dates_in(
    text: str,
    *,
    published: datetime,
    sentences: Sequence[Span] | None = None,
    quotes: Sequence[Span] = (),
    dateline: Span | None = None,
) -> tuple[DateMention, ...]:
    """The same for plain text; without `sentences` all of it tells news."""
    line = ALPHABET.read(text)
    today = day_of_writing(line, published, dateline)
    clocks = find_clocks(line, published)
    dated = tuple(_in_order(line, today, sentences, quotes))
    mentions = with_clocks(line, joined(line, dated), clocks, today)
    return tuple(_mention(line, each) for each in mentions)


def _mention(line: Line, dated: Dated) -> DateMention:
    start, end = line.starts[dated.first], line.ends[dated.last]
    return DateMention(line.text[start:end], dated.stretch.iso, start, end)
