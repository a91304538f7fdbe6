"""Neighbouring dates that are one: the ends of a stretch, «hoy, 5 de marzo», and the gloss of a quoted «mañana»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from talks.reading.date_finder import Dated, Span, holds, resolved_on
from talks.reading.date_grammar import Line
from talks.reading.date_relative import is_attribute
from talks.reading.date_rules import LONGEST_SENTENCE, SENTENCE_ENDS
from talks.reading.date_tense import is_rescheduled
from talks.reading.date_values import WEEK, Stretch, a_month
from talks.reading.date_words import WEEKDAYS

GLOSS = frozenset(
    {"(", "[", "»", "”", '"', "'", "’", ",", "por", "en", "referencia", "alusión", "a", "es", "decir", "el"}
)
LONGEST_GLOSS = 6
ARTICLES = frozenset({"el", "este", "del", "al", "próximo"})
WEEKDAY_WORDS = frozenset({*WEEKDAYS, "miércoles", "sábado"})


def joined(line: Line, dated: Sequence[Dated]) -> list[Dated]:
    """Two that are the ends of a stretch become one."""
    result: list[Dated] = []
    for each in dated:
        whole = _stretch_between(line, result[-1], each) if result else None
        if whole:
            result[-1] = replace(result[-1], last=each.last, stretch=whole)
        else:
            result.append(each)
    return result


def _stretch_between(line: Line, a: Dated, b: Dated) -> Stretch | None:
    if a.stretch.grain != b.stretch.grain or b.first - a.last > 3 or is_rescheduled(line, a.first):
        return None
    gap, before = line.words[a.last + 1 : b.first], line.before(a.first)
    opening, closing = line.words[a.first], line.words[b.first]
    if _same_day(a, b) and gap in ([","], []) and opening in ("hoy", "ayer", "anteayer", "mañana"):
        return b.stretch
    if before == "entre" and gap == ["y"]:
        return _from_to(a, b)
    if (opening == "del" and closing == "al" and not gap) or (before == "desde" and gap == ["hasta"]):
        return _from_to(a, b)
    if (before in ("de", "desde") and gap == ["a"]) or (a.found.has("of") and closing == "al" and not gap):
        return _from_to(a, b)
    is_next_day = a.stretch.is_day and b.stretch.first - a.stretch.last == timedelta(days=1)
    is_pair = gap in (["o"], ["u"]) or (gap == ["y"] and opening in ARTICLES and closing in WEEKDAY_WORDS)
    return _from_to(a, b) if is_pair and is_next_day else None


def _same_day(a: Dated, b: Dated) -> bool:
    return a.stretch == b.stretch and a.stretch.is_day


def _from_to(a: Dated, b: Dated) -> Stretch | None:
    """From the first day of the one to the last of the other, a week or a year apart if need be."""
    first, last, grain = a.stretch, b.stretch, a.stretch.grain
    if first.first >= last.first and grain == "month":
        first = a_month(first.first.year - 1, first.first.month)
    if first.first >= last.first and grain == "day" and first.first - last.first < WEEK:
        if a.found.tense in ("future", "present"):
            last = Stretch(last.first + WEEK, last.last + WEEK)
        else:
            first = Stretch(first.first - WEEK, first.last - WEEK)
    return Stretch(first.first, last.last, grain) if first.first < last.last else None


def agreeing(dated: Sequence[Dated]) -> list[Dated]:
    """«La cumbre del viernes» is the Friday that the text tells with a tense, if it is always the same one."""
    told: dict[str, set[Stretch]] = {}
    for each in dated:
        if _is_bare_weekday(each) and not _is_weak(each):
            told.setdefault(each.found.word("weekday"), set()).add(each.stretch)
    return [_agreed(each, told) for each in dated]


def _agreed(dated: Dated, told: dict[str, set[Stretch]]) -> Dated:
    days = told.get(dated.found.word("weekday"), set()) if _is_bare_weekday(dated) and _is_weak(dated) else set()
    return replace(dated, stretch=next(iter(days))) if len(days) == 1 else dated


def _is_bare_weekday(dated: Dated) -> bool:
    found = dated.found
    return (
        found.has("weekday")
        and dated.stretch.is_day
        and not found.has("digits", "day", "today", "past", "next", "that")
    )


def _is_weak(dated: Dated) -> bool:
    return not dated.found.has("this") and (is_attribute(dated.found) or not dated.found.tense)


def as_said(line: Line, dated: Sequence[Dated], quotes: Sequence[Span], speech: frozenset[str]) -> list[Dated]:
    """Those inside quotations as of the day on which they were said, or as the words outside explain them."""
    result = list(dated)
    for place, each in enumerate(dated):
        if not holds(quotes, line.starts[each.first]):
            continue
        gloss = _gloss(line, dated, place)
        said = _day_of_saying(line, dated, place, quotes, speech)
        if gloss:
            result[place] = replace(each, stretch=gloss)
        elif said and said != each.found.today:
            result[place] = resolved_on(each, said)
    return result


def _gloss(line: Line, dated: Sequence[Dated], place: int) -> Stretch | None:
    """«Nos veremos mañana» (por el martes)."""
    if place + 1 >= len(dated):
        return None
    this, following = dated[place], dated[place + 1]
    gap = line.words[this.last + 1 : following.first]
    if (
        not gap
        or len(gap) > LONGEST_GLOSS
        or not GLOSS.issuperset(gap)
        or not {"(", "[", "referencia", "alusión"} & {*gap}
    ):
        return None
    is_near = abs(following.stretch.first - this.stretch.first) <= WEEK
    return following.stretch if following.stretch.is_day and is_near else None


def _day_of_saying(
    line: Line, dated: Sequence[Dated], place: int, quotes: Sequence[Span], speech: frozenset[str]
) -> date | None:
    """The day outside the quotation that stands by a verb of saying of the same sentence."""
    this = dated[place]
    for near in (place - 1, place + 1, place - 2, place + 2):
        if not 0 <= near < len(dated) or holds(quotes, line.starts[dated[near].first]):
            continue
        other = dated[near]
        between = line.words[min(other.last, this.last) + 1 : max(other.first, this.first)]
        if len(between) > LONGEST_SENTENCE or "\n" in between or not _may_be_day_of_saying(other):
            continue
        beside = line.words[max(0, other.first - 3) : other.last + 4]
        lead = () if near > place or SENTENCE_ENDS & {*between} else between
        if not speech.isdisjoint(beside) or not speech.isdisjoint(lead):
            return other.stretch.first
    return None


def _may_be_day_of_saying(dated: Dated) -> bool:
    return dated.stretch.is_day and dated.stretch.first <= dated.found.today
