"""Clock times: the stamps of live blogs, «este viernes a las 11:30 hora local», «19:30 GMT»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from talks.reading.date_finder import Dated
from talks.reading.date_grammar import Line
from talks.reading.datelines import STAMP_FIRST, STAMP_WITHIN
from talks.reading.date_values import Stretch, on
from talks.types import DateMention

DAY = timedelta(days=1)
SLACK = timedelta(minutes=15)
"""An entry may be stamped a little after its publication."""
CLOCK = re.compile(r"(?<![\d:.,])([01]?\d|2[0-3])([:.])([0-5]\d)(?![\d:]|[.,]\d)")
INTRODUCED = re.compile(r"(?:\b(?:a|de|desde|hacia|sobre|hasta|son|eran)\s+)?\blas?\s+$", re.IGNORECASE)
ZONE = re.compile(
    r"\s*(?:(?:horas?|hs|hrs|h)\b\.?)?(?:\s*(?:,\s*)?\(?(?P<zone>GMT|UTC|CET|CEST|hora (?:local|peninsular|de [A-ZÁÉÍÓÚ]\w+"
    r"(?: [A-ZÁÉÍÓÚ]\w+)?|[a-záéíóúñ]+)|en [A-ZÁÉÍÓÚ]\w+))?"
)
"""What may follow the figures."""


@dataclass(frozen=True, slots=True)
class Clock:
    start: int
    end: int
    clock: str
    stamp: date | None
    """The day of the live entry that it heads."""


def find_stamps(text: str, published: datetime) -> list[Clock]:
    """The stamps at the head of paragraphs, each with its day: entries run backwards or forwards over midnight."""
    found = []
    for line in re.finditer(r"[^\n]+", text):
        if STAMP_FIRST.match(text, line.start(), line.end()):
            starts = [line.start(), *(match.end() for match in STAMP_WITHIN.finditer(text, *line.span()))]
            found += [match for match in (CLOCK.search(text, start, start + 8) for start in starts) if match]
    times = [time(int(match[1]), int(match[3])) for match in found]
    days = _days_of(times, published)
    return [
        Clock(match.start(), match.end(), f"T{at:%H:%M}", day)
        for match, at, day in zip(found, times, days, strict=True)
    ]


def _days_of(times: Sequence[time], published: datetime) -> list[date]:
    """The newest entry is of the day of publication, or of the day before if its hour has not come yet."""
    falls = sum(a > b for a, b in zip(times, times[1:], strict=False))
    newest_first = falls * 2 >= len(times) - 1
    ordered = list(times) if newest_first else list(reversed(times))
    day, later, days = published.date(), (published + SLACK).time(), []
    if published.time() > (published + SLACK).time():
        later = time.max
    for at in ordered:
        if at > later:
            day -= DAY
        days.append(day)
        later = at
    return days if newest_first else list(reversed(days))
