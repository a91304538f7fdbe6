"""Points and stretches of the calendar as people type them: «diciembre», «23 dic 2025», «2025-12», «la semana pasada».

Input is folded (lower case, no accents). Values are ISO 8601 days, months or years.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Period:
    """Both ends included; None where it is open."""

    since: str | None
    until: str | None


MONTHS = (
    "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre",
    "diciembre",
)  # fmt: skip
SHORT_MONTHS = {
    "ene": 1, "feb": 2, "mar": 3, "abr": 4, "may": 5, "jun": 6, "jul": 7, "ago": 8, "sep": 9, "sept": 9, "set": 9,
    "setiembre": 9, "oct": 10, "nov": 11, "dic": 12,
}  # fmt: skip
NUMBER_OF = {name: number for number, name in enumerate(MONTHS, 1)} | SHORT_MONTHS
RELATIVE = (
    "hoy", "ayer", "anteayer", "esta semana", "la semana pasada", "semana pasada", "este mes", "el mes pasado",
    "mes pasado", "este ano", "el ano pasado", "ano pasado",
)  # fmt: skip
SOON = timedelta(days=45)
"""A day without a year may be so far ahead; beyond that it was last year's."""

_MONTH = "|".join(sorted(NUMBER_OF, key=len, reverse=True))
_FULL = "|".join((*MONTHS, "setiembre"))
_YEAR = r"(?:19|20)\d\d"
POINT = (
    rf"(?:{_YEAR}-\d\d?-\d\d?|{_YEAR}-\d\d?|\d\d?[/-]\d\d?[/-]{_YEAR}|\d\d?/{_YEAR}"
    rf"|\d\d? (?:de )?(?:{_MONTH})\.?(?: (?:del? )?{_YEAR})?|(?:{_MONTH})\.? (?:del? )?{_YEAR}|(?:{_FULL})\b|{_YEAR}"
    rf"|{'|'.join(RELATIVE)})"
)
"""A pattern without groups, for folded text."""

_ISO = re.compile(rf"({_YEAR})(?:-(\d\d?))?(?:-(\d\d?))?")
_SLASHED = re.compile(rf"(?:(\d\d?)[/-])?(\d\d?)[/-]({_YEAR})")
_NAMED = re.compile(rf"(?:(\d\d?) (?:de )?)?({_MONTH})\.?(?: (?:del? )?({_YEAR}))?")


def parse_point(text: str, *, today: date, after: str | None = None) -> Period | None:
    """The day, month or year; None when there is no such date. Without a year: the last one, or the first `after`."""
    if text in RELATIVE:
        return _relative(text.removeprefix("la ").removeprefix("el "), today)
    if found := _ISO.fullmatch(text):
        return _period(found[1], found[2], found[3])
    if found := _SLASHED.fullmatch(text):
        return _period(found[3], found[2], found[1])
    if found := _NAMED.fullmatch(text):
        month = NUMBER_OF[found[2]]
        year = found[3] or _year_of(month, int(found[1] or 0), today=today, after=after)
        return _period(str(year), str(month), found[1])
    return None


def _period(year: str, month: str | None, day: str | None) -> Period | None:
    value = "-".join((year, *(f"{int(part):02}" for part in (month, day) if part)))
    try:
        date.fromisoformat(f"{value}-01-01"[:10])
    except ValueError:
        return None
    return Period(value, value)


def _year_of(month: int, day: int, *, today: date, after: str | None) -> int:
    if after:
        year, *rest = map(int, after.split("-"))
        first = (*rest, 1, 1)[:2]
        return year if (month, day or 31) >= first else year + 1
    limit = today + SOON if day else today
    return limit.year if (month, day or 1) <= (limit.month, limit.day) else limit.year - 1


def _relative(text: str, today: date) -> Period:
    monday = today - timedelta(days=today.weekday())
    last_month = today.replace(day=1) - timedelta(days=1)
    spans: dict[str, tuple[str, str]] = {
        "hoy": _days(today, today),
        "ayer": _days(today - timedelta(days=1), today - timedelta(days=1)),
        "anteayer": _days(today - timedelta(days=2), today - timedelta(days=2)),
        "esta semana": _days(monday, monday + timedelta(days=6)),
        "semana pasada": _days(monday - timedelta(days=7), monday - timedelta(days=1)),
        "este mes": (f"{today:%Y-%m}", f"{today:%Y-%m}"),
        "mes pasado": (f"{last_month:%Y-%m}", f"{last_month:%Y-%m}"),
        "este ano": (f"{today.year}", f"{today.year}"),
        "ano pasado": (f"{today.year - 1}", f"{today.year - 1}"),
    }
    return Period(*spans[text])


def _days(first: date, last: date) -> tuple[str, str]:
    return first.isoformat(), last.isoformat()


def last_days(count: int, *, today: date) -> Period:
    return Period((today - timedelta(days=count)).isoformat(), None)
