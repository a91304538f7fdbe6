"""Expressions of calendar points and intervals in running text, with their ISO 8601 value.

Patterns stand in date_calendar.py and date_relative.py; here they are put in order, anchored and joined. The day of
writing is the dateline's, else the publication's; in a quotation it is the day on which the words were said.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from talks.folding import fold
from talks.reading.date_clocks import Clock, Placed, find_clocks, find_stamps, with_clocks
from talks.reading.date_finder import Dated, Span, find_dated, resolved_on
from talks.reading.date_grammar import Line
from talks.reading.date_joins import (
    agreeing,
    as_said,
    glossed,
    in_pairs,
    in_their_clause,
    joined,
    months_agreeing,
    named_again,
)
from talks.reading.date_rules import ALPHABET
from talks.reading.date_verbs import speech_forms
from talks.reading.document import Document
from talks.reading.publication import date_from_url, infer_publication
from talks.reading.writing_day import day_of_writing
from talks.types import DateMention

__all__ = ["date_from_url", "find_dates", "find_dates_in", "infer_publication", "one_per_expression"]


def find_dates(document: Document) -> tuple[DateMention, ...]:
    """Every expression, in order; spans and surfaces are of `document.text`."""
    quotes = tuple((mark.start, mark.end) for mark in document.marks if mark.depth == 0)
    told = tuple((sentence.start, sentence.end) for sentence in document.sentences)
    return find_dates_in(
        document.text,
        published=document.published,
        sentences=told,
        quotes=quotes,
        dateline=document.dateline,
        address_day=document.address_day,
    )


def find_dates_in(
    text: str,
    *,
    published: datetime,
    sentences: Sequence[Span] | None = None,
    quotes: Sequence[Span] = (),
    dateline: Span | None = None,
    address_day: date | None = None,
) -> tuple[DateMention, ...]:
    """The same for plain text; without `sentences` all of it tells news."""
    line = ALPHABET.read(text)
    stamps = find_stamps(text, published)
    today = day_of_writing(line, published, dateline, address_day=None if stamps else address_day)
    dated = find_dated(line, today, sentences)
    dated = in_pairs(line, named_again(line, months_agreeing(agreeing(_in_live_entries(line, dated, stamps)))))
    dated = in_their_clause(line, glossed(line, dated))
    dated = as_said(line, dated, quotes, speech_forms())
    placed = [Placed(line.starts[each.first], line.ends[each.last], each.stretch) for each in joined(line, dated)]
    mentions = with_clocks(text, placed, [*stamps, *find_clocks(text, stamps)], today)
    return tuple(DateMention(text[each.start : each.end], each.stretch.iso, each.start, each.end) for each in mentions)


def one_per_expression(dates: Iterable[DateMention]) -> tuple[DateMention, ...]:
    """The first mention of each expression with its value: the same words told again are the same date."""
    first: dict[tuple[str, str], DateMention] = {}
    for each in dates:
        first.setdefault((fold(each.surface), each.value), each)
    return tuple(first.values())


def _in_live_entries(line: Line, dated: Sequence[Dated], stamps: Sequence[Clock]) -> list[Dated]:
    """«Hoy» in an entry is the day of its stamp."""
    starts = [stamp.start for stamp in stamps]
    return [_on_day_of(each, _entry_day(line.starts[each.first], starts, stamps)) for each in dated]


def _entry_day(position: int, starts: Sequence[int], stamps: Sequence[Clock]) -> date | None:
    place = bisect_right(starts, position) - 1
    return stamps[place].stamp if place >= 0 else None


def _on_day_of(dated: Dated, day: date | None) -> Dated:
    return resolved_on(dated, day) if day and day != dated.found.today else dated
