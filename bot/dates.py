"""Dates as a Spanish reader writes them, and numbers with their words."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import lru_cache

from babel import dates

LOCALE = "es"


@lru_cache(maxsize=4096)
def format_date(value: date, pattern: str) -> str:
    """By babel; an answer has a dozen dates, and all answers of a month the same few."""
    return dates.format_date(value, pattern, locale=LOCALE)


def day(value: date, *, today: date, is_long: bool = False) -> str:
    """«martes 23 dic», or «mar 23 dic»; the year only where it is not this one."""
    pattern = f"{'EEEE' if is_long else 'EEE'} d MMM{_year(value, today)}"
    return format_date(value, pattern)


def _year(value: date, today: date) -> str:
    return "" if value.year == today.year else " y"


def when(value: str, end: str | None, *, today: date, is_long: bool = False) -> str:
    """An ISO day, month, year or interval: «sáb 20 – dom 21 dic», «diciembre de 2025», «2024»."""
    if "/" in value and end is None:
        value, end = value.split("/", 1)
    if end is None or end == value:
        return _point(value, today=today, is_long=is_long)
    if len(value) == len(end) == 10 and value[:7] == end[:7]:
        first = format_date(date.fromisoformat(value), "EEEE d" if is_long else "EEE d")
    else:
        first = _point(value, today=today, is_long=is_long)
    return f"{first} – {_point(end, today=today, is_long=is_long)}"


def _point(value: str, *, today: date, is_long: bool) -> str:
    try:
        if len(value) == 10:
            return day(date.fromisoformat(value), today=today, is_long=is_long)
        if len(value) == 7:
            return month(value)
    except ValueError:
        return value
    return value


def month(value: str) -> str:
    """«2025-12» → «diciembre de 2025»; a day gives its month.

    Raises ValueError.
    """
    return format_date(date.fromisoformat(f"{value[:7]}-01"), "MMMM 'de' y")


def full_day(value: str) -> str:
    """«2025-12-23» → «23 de diciembre de 2025»; months and years as they are.

    Raises ValueError.
    """
    if len(value) < 10:
        return month(value) if len(value) == 7 else value
    return format_date(date.fromisoformat(value), "d 'de' MMMM 'de' y")


def counted(number: int, one: str, many: str) -> str:
    """«1 medio», «2 medios», «1.204 medios»."""
    return f"{thousands(number)} {one if number == 1 else many}"


def thousands(number: int) -> str:
    """«1.204»."""
    return f"{number:,}".replace(",", ".")


def moment(value: datetime, *, today: date) -> str:
    """«hoy a las 18:05», «lun 22 dic a las 9:30»; `value` is in the zone of the reader."""
    near = {today - timedelta(days=1): "ayer", today: "hoy", today + timedelta(days=1): "mañana"}
    shown = near.get(value.date()) or day(value.date(), today=today)
    return f"{shown} a {'la' if value.hour == 1 else 'las'} {clock(value)}"


def clock(value: datetime) -> str:
    """«9:05»."""
    return f"{value:%-H:%M}"
