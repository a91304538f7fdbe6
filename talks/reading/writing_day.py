"""The day of writing, from which «hoy» and «el martes» are counted.

It is the date of the dateline; else the day of publication in the zone of the place of writing, or the day before it
when the text came out in the small hours and its address bears the day before (its paper is across the ocean), or when
it still calls the day before «este miércoles».
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

from talks.folding import fold
from talks.reading.date_calendar import DATELINE_DAY, month_of, year_of
from talks.reading.date_grammar import Line
from talks.reading.date_rules import ALPHABET, Found
from talks.reading.date_tense import tense_at
from talks.reading.date_values import a_day, year_of_day
from talks.reading.date_words import WEEKDAYS, ZONES

DAY = timedelta(days=1)
NEAR = 3 * DAY
"""Between the date of a dateline and the publication."""
SMALL_HOURS = 8
THIS_WEEKDAY = ALPHABET.compile("<this> (<same>)? <weekday>")
PLACE = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){0,3}")

Span = tuple[int, int]


def day_of_writing(line: Line, published: datetime, dateline: Span | None, *, address_day: date | None = None) -> date:
    """`published` is aware; the dateline is a span of the line's text."""
    stated = dateline_day(line, dateline, published.date()) if dateline else None
    if stated and abs(stated - published.date()) <= NEAR:
        return stated
    zone = _zone_of(line.text[slice(*dateline)]) if dateline else None
    local = published.astimezone(zone).date() if zone else published.date()
    if not zone and published.hour < SMALL_HOURS and address_day == local - DAY:
        return address_day
    return _told_as_today(line, published, local) or local


def dateline_day(line: Line, dateline: Span, near: date) -> date | None:
    """«Moscú, 6 ago (EFE).-»: its day, in the year nearest to the given day."""
    first, last = line.first_word_from(dateline[0]), line.first_word_from(dateline[1])
    match = DATELINE_DAY.search(line.codes, first, last)
    if match is None:
        return None
    found = Found(line, match, near)
    month, day = month_of(found), found.number("day")
    stretch = a_day(year_of(found) or year_of_day(near, month, day, ""), month, day)
    return stretch.first if stretch else None


def _zone_of(dateline: str) -> tzinfo | None:
    place = PLACE.match(dateline.lstrip("( "))
    return _zone(ZONES.get(fold(place.group()), "")) if place else None


@lru_cache(maxsize=64)
def _zone(name: str) -> tzinfo | None:
    return ZoneInfo(name) if name else None


def _told_as_today(line: Line, published: datetime, local: date) -> date | None:
    """The day before, if what came out in the small hours tells of «este miércoles» and of no other day as today."""
    if published.hour >= SMALL_HOURS:
        return None
    before = published.date() - DAY
    weekdays = [_told_weekday(line, match) for match in THIS_WEEKDAY.finditer(line.codes)]
    told = [weekday for weekday in weekdays if weekday is not None]
    return before if told and told[0] == before.weekday() and local.weekday() not in told else None


def _told_weekday(line: Line, match: re.Match[str]) -> int | None:
    if tense_at(line, match.start(), match.end() - 1) not in ("past", ""):
        return None
    return WEEKDAYS[fold(line.words[match.end() - 1])]
