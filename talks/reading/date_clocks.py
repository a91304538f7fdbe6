"""Clock times: the stamps of live blogs, «este viernes a las 11:30 hora local», «19:30 GMT»."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from talks.reading.date_values import Stretch, on
from talks.reading.datelines import STAMP_FIRST, STAMP_WITHIN

DAY = timedelta(days=1)
SLACK = timedelta(hours=4)
"""An entry may be stamped after its publication: it was added later, or the stamps are hours of Kiev or Abu Dabi."""
CLOCK = re.compile(r"(?<![\d:.,])([01]?\d|2[0-3])([:.hH])([0-5]\d)(?![\d:]|[.,]\d)(?:\s?([ap])\.?\s?m\b\.?)?")
MAY_BE_CLOCK = re.compile(r"\d[:.hH][0-5]\d(?!\d)")
"""A quick look: most texts tell no time in figures."""
IN_WORDS = re.compile(
    r"\blas?\s+(?P<hour>una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|\d{1,2})"
    r"(?:\s+y\s+(?P<part>cuarto|media))?\s+de\s+la\s+(?P<half>madrugada|mañana|tarde|noche)\b",
    re.IGNORECASE,
)
"""«Las cinco y media de la tarde»."""
WHOLE_HOUR = re.compile(
    r"las (0\d|[7-9]|1\d|2[0-3])(?=\s?(?:horas|hs?|hrs)\b)"
    r"(?!\s?\w+ (?:después|antes|más|siguientes|de (?:que|(?!ayer)\w+r)\b))"
)
"""«Las 17 horas»; not «las 12 horas siguientes», and «a las 3 horas» may be three hours later."""
TOWARDS = ("a ", "A ", "para ", "hacia ", "desde ", "hasta ", "sobre ")
ROUGHLY = ("pasada ", "pasadas ", "Pasada ", "Pasadas ")
OF_A_DAY = (" del ", " de ayer", " de hoy", " de este")
"""«Pasadas las tres de la tarde»: some time later, no clock; «… del martes» tells when."""
HOURS = {
    "una": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8, "nueve": 9, "diez": 10,
    "once": 11, "doce": 12,
}  # fmt: skip
MIDNIGHT = (12, 1, 2, 3)
"""«Las doce de la noche del viernes»: nobody knows whether Friday begins or ends."""
MINUTES = {"cuarto": 15, "media": 30}
INTRODUCED = re.compile(r"\blas?\s+$", re.IGNORECASE)
DENIED = re.compile(r"\bno (?:es |era |son |eran )?(?:a |de )?las?\s+$", re.IGNORECASE)
ZONE = re.compile(
    r"(?:\s?(?:horas|hora(?!\s(?:local|de))|hs|hrs|h)\b\.?)?(?:,?\s\(?(?P<zone>GMT|UTC|CET|CEST|MSK"
    r"|hora (?:de )?[^\W\d_]+(?: (?:del? )?[A-ZÁÉÍÓÚ]\w+)*|en [A-ZÁÉÍÓÚ]\w+(?: [A-ZÁÉÍÓÚ]\w+)?)\b)?"
)
"""What may follow the figures."""
AFTER_DAY = re.compile(
    r",?\s*\(?(?:(?:a|hacia|sobre|desde|hasta|para|de|antes de|después de|a partir de)\s+)?(?:las?\s+)?"
)
BEFORE_DAY = re.compile(r"\)?,?\s*(?:del?\s+|el\s+)?")
SENTENCE_END = re.compile(r"[.!?…]\s|\n")
LONGEST_GAP = 30
REACH = 400
"""Characters in which a clock looks for its day."""


@dataclass(frozen=True, slots=True)
class Clock:
    start: int
    end: int
    clock: str
    """«T11:30», with Z when the text says GMT or UTC."""
    stamp: date | None = None
    """The day of the live entry that it heads."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A date with its place in the text."""

    start: int
    end: int
    stretch: Stretch


def find_stamps(text: str, published: datetime) -> list[Clock]:
    """The stamps at the head of paragraphs, each with its day: entries run backwards or forwards over midnight."""
    found = []
    for line in re.finditer(r"[^\n]+", text):
        if STAMP_FIRST.match(text, line.start(), line.end()):
            starts = [line.start(), *(match.end() for match in STAMP_WITHIN.finditer(text, *line.span()))]
            found += [match for match in (CLOCK.search(text, start, start + 8) for start in starts) if match]
    times = [time(_hour_in(match), int(match[3])) for match in found]
    days = _days_of(times, published)
    return [
        Clock(match.start(), match.end(), f"T{at:%H:%M}", day)
        for match, at, day in zip(found, times, days, strict=True)
    ]


def _days_of(times: Sequence[time], published: datetime) -> list[date]:
    """Newest first or oldest first, whichever takes fewer days."""
    newest_first = _days_back(times, published)
    oldest_first = _days_back(times[::-1], published)[::-1]
    return oldest_first if times and min(oldest_first) > min(newest_first) else newest_first


def _days_back(times: Sequence[time], published: datetime) -> list[date]:
    """The newest entry is of the day of publication, or of the day before if its hour has not come yet."""
    day, later, days = published.date(), (published + SLACK).time(), []
    if published.time() > later:
        later = time.max
    for at in times:
        if at > later:
            day -= DAY
        days.append(day)
        later = at
    return days


def find_clocks(text: str, stamps: Sequence[Clock]) -> list[Clock]:
    """The clock times in running text: «a las 11:30», «19:30 GMT», «18.00 h», «a las cinco de la tarde»."""
    taken = {stamp.start for stamp in stamps}
    figures = CLOCK.finditer(text) if MAY_BE_CLOCK.search(text) else ()
    in_figures = [
        Clock(match.start(), end, f"T{_hour_in(match):02}:{match[3]}{'Z' if zone in ('GMT', 'UTC') else ''}")
        for match in figures
        if match.start() not in taken
        for end, zone in _tail(text, match)
    ]
    return sorted([*in_figures, *_clocks_in_words(text), *_whole_hours(text)], key=lambda each: each.start)


def _hour_in(match: re.Match[str]) -> int:
    """Of twenty-four: «3:30 p. m.» is 15."""
    hour = int(match[1])
    if match[4] is None or hour > 12:
        return hour
    return hour % 12 + (12 if match[4] == "p" else 0)


def _whole_hours(text: str) -> Iterator[Clock]:
    for match in WHOLE_HOUR.finditer(text):
        tail = ZONE.match(text, match.end())
        if tail and text.endswith(TOWARDS, 0, match.start()):
            zone = "Z" if tail["zone"] in ("GMT", "UTC") else ""
            yield Clock(match.start(1), tail.end(), f"T{int(match[1]):02}:00{zone}")


def _clocks_in_words(text: str) -> Iterator[Clock]:
    for match in IN_WORDS.finditer(text):
        word, half = match["hour"].lower(), match["half"].lower()
        hour = int(word) if word.isdecimal() else HOURS[word]
        is_rough = text.endswith(ROUGHLY, 0, match.start()) and not text.startswith(OF_A_DAY, match.end())
        if 1 <= hour <= 12 and not is_rough and not (half == "noche" and hour in MIDNIGHT):
            zone = ZONE.match(text, match.end())
            minute = MINUTES.get((match["part"] or "").lower(), 0)
            yield Clock(match.start(), zone.end() if zone else match.end(), f"T{_hour_of(hour, half):02}:{minute:02}")


def _hour_of(hour: int, half: str) -> int:
    """Of twenty-four: «las tres de la tarde» is 15."""
    if half in ("madrugada", "mañana"):
        return 0 if hour == 12 and half == "madrugada" else hour
    return hour if hour == 12 else hour + 12


def _tail(text: str, match: re.Match[str]) -> Iterator[tuple[int, str]]:
    """The end of the expression and its zone; nothing where the figures are no clock."""
    lead = text[max(0, match.start() - 16) : match.start()]
    tail = ZONE.match(text, match.end())
    if tail is None or DENIED.search(lead):
        return
    if tail.end() > match.end() or match[4] or INTRODUCED.search(lead):
        yield tail.end(), tail["zone"] or ""


def with_clocks(text: str, dated: Sequence[Placed], clocks: Sequence[Clock], today: date) -> list[Placed]:
    """The dates, those with a clock beside them as one, and the other clocks on the day that their sentence tells."""
    result, starts, ends = list(dated), [each.start for each in dated], [each.end for each in dated]
    alone: list[Clock] = []
    stamped: list[Placed] = []
    for clock in clocks:
        place = _beside(text, result, clock, bisect_left(starts, clock.start), bisect_right(ends, clock.start) - 1)
        if clock.stamp:
            stamped.append(_placed(clock, clock.stamp))
        elif place is None:
            alone.append(clock)
        else:
            result[place] = _together(result[place], clock)
    told = [(clock, _day_before(text, dated, clock, bisect_right(ends, clock.start) - 1)) for clock in alone]
    hours = {clock.clock[:6]: day for clock, day in told if day}
    hours |= {each.stretch.clock[:6]: each.stretch.first for each in (*result, *stamped) if each.stretch.clock}
    result += [_placed(clock, day or hours.get(clock.clock[:6], today)) for clock, day in told]
    return sorted((*result, *stamped), key=lambda each: (each.start, each.end))


def _placed(clock: Clock, day: date) -> Placed:
    return Placed(clock.start, clock.end, replace(on(day), clock=clock.clock))


def _beside(text: str, dated: Sequence[Placed], clock: Clock, following: int, before: int) -> int | None:
    """The place of the day that the clock belongs to: «este viernes a las 11:30», «a las 11:30 del viernes»."""
    if before >= 0 and _is_joined(text, dated[before], AFTER_DAY, dated[before].end, clock.start):
        return before
    if following < len(dated) and _is_joined(text, dated[following], BEFORE_DAY, clock.end, dated[following].start):
        return following
    return None


def _is_joined(text: str, day: Placed, gap: re.Pattern[str], start: int, end: int) -> bool:
    takes_clock = day.stretch.is_day and not day.stretch.clock
    overlaps = end < start  # «las once de la noche del martes»
    return takes_clock and (overlaps or (end - start < LONGEST_GAP and gap.fullmatch(text, start, end) is not None))


def _together(day: Placed, clock: Clock) -> Placed:
    stretch = replace(day.stretch, clock=clock.clock)
    return Placed(min(day.start, clock.start), max(day.end, clock.end), stretch)


def _day_before(text: str, dated: Sequence[Placed], clock: Clock, before: int) -> date | None:
    """The day told before the clock in its sentence."""
    if before < 0 or not dated[before].stretch.is_day or clock.start - dated[before].end > REACH:
        return None
    is_apart = SENTENCE_END.search(text, dated[before].end, clock.start)
    return None if is_apart else dated[before].stretch.first
