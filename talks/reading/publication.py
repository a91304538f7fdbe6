"""The day on which a text came out, when no feed says so: by its address, its head, its dateline or its calendar.

The calendar: a weekday with a day of the month, a weekend with its two dates, or several days on which something is
known to have happened fix the year; the weekday that the text speaks of as its own fixes the day. The day that fits
all of it and lies nearest to what is told is the answer; without a clue to the year there is none.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from talks.reading.date_calendar import month_of, year_of
from talks.reading.date_finder import Dated, find_dated
from talks.reading.date_grammar import Line
from talks.reading.date_rules import ALPHABET
from talks.reading.date_values import Tense, a_day, year_of_day
from talks.reading.date_weekdays import is_attribute
from talks.reading.date_words import ENGLISH_MONTHS, MONTHS, SHORT_MONTHS, WEEKDAYS
from talks.reading.datelines import dateline_end
from talks.reading.writing_day import dateline_day

DAY = timedelta(days=1)
MONTH_NAMES = {**ENGLISH_MONTHS, **MONTHS, **SHORT_MONTHS}
IN_ADDRESS = re.compile(
    r"(?<![\d.])(?P<year>20\d\d)(?P<mark>[/_-]?)(?P<month>0[1-9]|1[0-2]|[a-z]{3,10})(?P=mark)(?P<day>0[1-9]|[12]\d|3[01])"
    r"(?!\d)|(?<![\d.])(?P<day_>0[1-9]|[12]\d|3[01])(?P<mark_>[/_-])(?P<month_>0[1-9]|1[0-2])(?P=mark_)"
    r"(?P<year_>20\d\d)(?!\d)",
    re.IGNORECASE,
)
LONGEST_ADDRESS, LONGEST_TEXT = 2_000, 30_000
"""Characters that are looked at."""
HEAD_LINES, HEAD_LENGTH = 8, 80
"""Lines of a page's head, and the longest that may be no more than a date."""
DATELINE_WITHIN = 4
DAYS_BACK = 6 * 366
"""How old a text without date may be."""
MOST_CLUES = 40
KNOWN_ENOUGH = 2
"""Days known to history that make a year certain."""
WEEKEND = (5, 6)


@dataclass(frozen=True, slots=True)
class Told:
    """A day of the month in the text; `weekday` where it is named beside it."""

    month: int
    day: int
    tense: Tense
    weekday: int | None = None
    year: int | None = None

    def seen_from(self, day: date) -> date | None:
        stretch = a_day(self.year or year_of_day(day, self.month, self.day, self.tense), self.month, self.day)
        return stretch.first if stretch else None


@dataclass(frozen=True, slots=True)
class Clues:
    told: tuple[Told, ...]
    own_weekday: int | None
    """Of the day of publication: «ha dicho este martes»."""
    numbered: tuple[tuple[int, int], ...]
    """Weekdays with a number alone: «el viernes 15»."""
    weekend: tuple[Told, ...]
    """The two days of the last weekend."""


def date_from_url(url: str) -> date | None:
    """«…/2025/12/23/…», «…-20251223.html»."""
    for match in IN_ADDRESS.finditer(url[:LONGEST_ADDRESS]):
        year, day = match["year"] or match["year_"], match["day"] or match["day_"]
        month = (match["month"] or match["month_"]).lower()
        number = int(month) if month.isdecimal() else MONTH_NAMES.get(month, 0)
        stretch = a_day(int(year), number, int(day))
        if stretch:
            return stretch.first
    return None


def infer_publication(text: str, *, now: date, known_days: Collection[date] = ()) -> date | None:
    """The most likely day of publication, never after `now`; None where nothing in the text tells the year.

    On `known_days` something is known to have happened, as in a chronology.
    """
    today = now.date() if isinstance(now, datetime) else now
    line = ALPHABET.read(text[:LONGEST_TEXT])
    dated = find_dated(line, today, None)
    clues = _clues(dated)
    found = _in_head(line, dated) or _in_dateline(line, today, clues) or _by_calendar(clues, today, known_days)
    return found if found and found <= today else None


def _in_head(line: Line, dated: Sequence[Dated]) -> date | None:
    """A line that is no more than a date: «Martes, 23 de diciembre de 2025 - 10:30», «Publicado: 23/12/2025»."""
    heads = [each.span() for each in re.finditer(r"[^\n]+", line.text)][:HEAD_LINES]
    for each in dated:
        start, end = line.starts[each.first], line.ends[each.last]
        is_full = each.stretch.is_day and (each.found.has("numeric") or year_of(each.found) is not None)
        if is_full and any(a <= start and end <= b and b - a - (end - start) < HEAD_LENGTH // 2 for a, b in heads):
            return each.stretch.first
    return None


def _in_dateline(line: Line, today: date, clues: Clues) -> date | None:
    """«Moscú, 23 dic (EFE).-», in the last year in which it fits the weekday that the text calls its own."""
    days = [day for day in _dateline_days(line, today) if day and day <= today]
    fitting = [day for day in days if clues.own_weekday in (None, day.weekday(), (day - DAY).weekday())]
    return max(fitting or days, default=None)


def _dateline_days(line: Line, today: date) -> Iterator[date | None]:
    paragraphs = [match.span() for match in re.finditer(r"\S[^\n]*", line.text)][:DATELINE_WITHIN]
    for start, end in paragraphs:
        stop = dateline_end(line.text, start, end, is_first=False)
        if stop > start:
            yield from (dateline_day(line, (start, stop), today - back * DAY) for back in range(0, DAYS_BACK, 180))


def _by_calendar(clues: Clues, today: date, known_days: Collection[date]) -> date | None:
    candidates = [today - back * DAY for back in range(DAYS_BACK)]
    is_certain = bool(clues.weekend or clues.numbered or any(each.weekday is not None for each in clues.told))
    fitting = [day for day in candidates if _fits(clues, day)]
    if not is_certain:
        fitting = [day for day in fitting if _known(clues, day, known_days) >= KNOWN_ENOUGH]
    return min(fitting, key=lambda day: (_distance(clues, day), today - day), default=None)


def _known(clues: Clues, day: date, known_days: Collection[date]) -> int:
    return len({seen for each in clues.told if (seen := each.seen_from(day)) in known_days})


def _distance(clues: Clues, day: date) -> timedelta:
    """From the nearest day told."""
    seen = [each.seen_from(day) for each in (*clues.told, *clues.weekend)]
    seen += [_numbered_near(day, *each) for each in clues.numbered]
    return min((abs(day - each) for each in seen if each), default=timedelta())


def _fits(clues: Clues, day: date) -> bool:
    if clues.own_weekday not in (None, day.weekday()):
        return False
    if not all(_fits_weekend(each.seen_from(day), day) for each in clues.weekend):
        return False
    if not all(_numbered_near(day, *each) for each in clues.numbered):
        return False
    return all(_fits_told(each, day, clues.own_weekday) for each in clues.told)


def _fits_told(told: Told, day: date, own_weekday: int | None) -> bool:
    """«Se verán el viernes 15», said «este viernes», is a week ahead at least."""
    seen = told.seen_from(day)
    if seen == day and told.tense == "future" and told.weekday is not None and told.weekday == own_weekday:
        return False
    if seen is None or (told.weekday is not None and seen.weekday() != told.weekday):
        return False
    return not (told.tense == "past" and seen > day) and not (told.tense == "future" and seen < day)


def _fits_weekend(seen: date | None, day: date) -> bool:
    return seen is not None and seen.weekday() in WEEKEND and timedelta() <= day - seen < 7 * DAY


def _numbered_near(day: date, weekday: int, number: int) -> date | None:
    """The day within two weeks that has this number and this weekday."""
    days = (day + shift * DAY for shift in range(-14, 15))
    return next((each for each in days if each.day == number and each.weekday() == weekday), None)


def _clues(dated: Sequence[Dated]) -> Clues:
    stretches = [each for each in dated if each.found.has("a") and each.found.has("month", "short")]
    days = [each for each in dated if each.found.has("day") and each.found.has("month", "short")]
    return Clues(
        told=tuple(dict.fromkeys(_told(each, "day") for each in days))[:MOST_CLUES],
        own_weekday=_own_weekday(dated),
        numbered=tuple(
            (WEEKDAYS[each.found.word("weekday")], each.found.number("digits"))
            for each in dated
            if each.found.has("weekday") and each.found.has("digits") and not each.found.has("month", "short")
        ),
        weekend=tuple(_told(each, name) for each in stretches if _is_weekend(each, dated) for name in ("a", "b")),
    )


def _told(dated: Dated, name: str) -> Told:
    found = dated.found
    tense = "past" if found.has("past") else "future" if found.has("next") else found.tense
    weekday = WEEKDAYS[found.word("weekday")] if found.has("weekday") else None
    return Told(month_of(found), found.number(name), "" if is_attribute(found) else tense, weekday, year_of(found))


def _is_weekend(stretch: Dated, dated: Sequence[Dated]) -> bool:
    """Two days in a row, in a text that tells of the weekend in the past."""
    is_pair = stretch.stretch.last - stretch.stretch.first == DAY
    return is_pair and any(_tells_weekend(each) and each.found.tense == "past" for each in dated)


def _tells_weekend(dated: Dated) -> bool:
    return "fin" in dated.found.line.words[dated.first : dated.last + 1] and not dated.found.has("next")


def _own_weekday(dated: Sequence[Dated]) -> int | None:
    """Of «este martes», else of the first «el martes» told in the past."""
    bare = [each for each in dated if _is_bare_weekday(each) and each.found.tense in ("past", "")]
    own = [each for each in bare if each.found.has("this")] or [each for each in bare if each.found.tense == "past"]
    return WEEKDAYS[own[0].found.word("weekday")] if own else None


def _is_bare_weekday(dated: Dated) -> bool:
    found = dated.found
    named = found.has("weekday") and not found.has("digits", "day", "past", "next", "that", "today", "tomorrow")
    return named and not is_attribute(found)
