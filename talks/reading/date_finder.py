"""From the matches of the rules to dates in order: the longest match at each place, anchored and resolved."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from operator import itemgetter

from talks.reading import (
    date_anaphora,
    date_bare_days,
    date_calendar,
    date_periods,
    date_relative,
    date_spans,
    date_weekdays,
)
from talks.reading.date_grammar import Line
from talks.reading.date_rules import Found, Memory, Rule, matches
from talks.reading.date_values import Stretch

RULES = (
    *date_calendar.RULES,
    *date_periods.RULES,
    *date_relative.RULES,
    *date_weekdays.RULES,
    *date_spans.RULES,
    *date_anaphora.RULES,
    *date_bare_days.RULES,
)
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Dated:
    """A date found: the places of its first and last word, its value, and how it was found."""

    first: int
    last: int
    stretch: Stretch
    rule: Rule
    found: Found


def find_dated(line: Line, today: date, news: Sequence[Span] | None) -> list[Dated]:
    """In order and without overlaps; only what stands in `news` (all, when None) is remembered as told."""
    memory, free = Memory(), 0
    dated: list[Dated] = []
    for rule, match in _candidates(line):
        if match.start() < free or is_inside_name(line, match.start()):
            continue
        found = Found(line, match, today, memory)
        stretch = rule.resolve(found)
        if stretch is None:
            continue
        dated.append(Dated(match.start(), match.end() - 1, stretch, rule, found))
        free = match.end()
        if news is None or holding(news, line.starts[match.start()]):
            memory = _remembering(memory, dated[-1])
    return dated


def is_inside_name(line: Line, place: int) -> bool:
    """«La cumbre del G7 de junio», «los F-16 de mayo»: the number is no day."""
    start = line.starts[place]
    if not start or not line.text[start].isdecimal():
        return False
    before = line.text[start - 2 : start] if start > 1 else line.text[:start]
    return before[-1].isalpha() or (before[-1] == "-" and before[0].isalpha())


def _candidates(line: Line) -> Iterator[tuple[Rule, re.Match[str]]]:
    found = [
        (match.start(), -match.end(), number, rule, match) for number, (rule, match) in enumerate(matches(line, RULES))
    ]
    found.sort(key=itemgetter(0, 1, 2))
    for _, _, _, rule, match in found:
        yield rule, match


def _remembering(memory: Memory, dated: Dated) -> Memory:
    stretch = dated.stretch
    if stretch.first.year != dated.found.today.year:
        memory = replace(memory, other_year=stretch.first.year)
    if stretch.is_day:
        told = memory.with_day(stretch, dated.found.today, dated.last + 1)
        return replace(told, coarse=memory.coarse) if dated.found.is_of_clause else told
    return memory.with_coarse(stretch) if stretch.grain != "day" else memory


def holding(spans: Sequence[Span], position: int) -> Span | None:
    """The one of the spans, which are in order, that holds the character."""
    index = bisect_right(spans, position, key=itemgetter(0)) - 1
    return spans[index] if index >= 0 and position < spans[index][1] else None


def resolved_on(dated: Dated, today: date) -> Dated:
    """The same words said on another day."""
    stretch = dated.rule.resolve(replace(dated.found, today=today))
    return replace(dated, stretch=stretch) if stretch else dated
