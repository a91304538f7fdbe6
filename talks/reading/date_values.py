"""Calendar arithmetic: stretches of days, months and years, and their ISO 8601 form."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Grain = Literal["day", "month", "year"]
Tense = Literal["past", "present", "future", "either", ""]
"""Of the clause that holds an expression; "" where no verb tells, «either» where it may be both («iba a viajar»)."""

WEEK = timedelta(days=7)
FAR_AHEAD = {"present": 120, "either": 120, "": 60}
"""Days: a date without year is not so far in the future, by tense."""
AT_HAND = 30
"""Days: what was set or announced for so soon is this year's, whatever the tense of the clause."""
RECENT = 7


@dataclass(frozen=True, slots=True)
class Stretch:
    """From the first to the last day, both included; the grain is what the words name."""

    first: date
    last: date
    grain: Grain = "day"
    clock: str = ""
    """«T11:30», with Z when the text says GMT or UTC."""

    @property
    def is_day(self) -> bool:
        return self.grain == "day" and self.first == self.last

    @property
    def iso(self) -> str:
        first, last = _iso(self.first, self.grain), _iso(self.last, self.grain)
        return first + self.clock if first == last else f"{first}/{last}"


def _iso(day: date, grain: Grain) -> str:
    return day.isoformat()[: {"day": 10, "month": 7, "year": 4}[grain]]


def a_day(year: int, month: int, day: int) -> Stretch | None:
    """None for 31 February and the like."""
    if not (1 <= year <= 9998 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]):
        return None
    return on(date(year, month, day))


def on(day: date) -> Stretch:
    return Stretch(day, day)


def a_month(year: int, month: int) -> Stretch:
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return Stretch(date(year, month, 1), date(year, month, monthrange(year, month)[1]), "month")


def a_year(year: int) -> Stretch | None:
    return Stretch(date(year, 1, 1), date(year, 12, 31), "year") if 1000 <= year <= 9998 else None


def week_of(day: date, weeks: int = 0) -> Stretch:
    """Monday to Sunday."""
    monday = day - timedelta(days=day.weekday()) + weeks * WEEK
    return Stretch(monday, monday + timedelta(days=6))


def weekend_of(day: date, weeks: int = 0) -> Stretch:
    sunday = week_of(day, weeks).last
    return Stretch(sunday - timedelta(days=1), sunday)


def third_of_month(month: Stretch, third: int) -> Stretch:
    """Days 1–10, 11–20, 21–end."""
    first = month.first + timedelta(days=10 * third)
    return Stretch(first, month.last if third == 2 else first + timedelta(days=9))


def shifted(day: date, count: int, unit: str) -> Stretch | None:
    """So many units later; the answer is as coarse as the unit: «hace tres años» is a year, «hace un mes» a day."""
    if abs(count) > 3_000:
        return None
    if unit in ("day", "week"):
        return on(day + timedelta(days=count * (7 if unit == "week" else 1)))
    if unit == "year":
        return a_year(day.year + count)
    month = a_month(day.year, day.month + count)
    return _same_day_of(month, day) if abs(count) == 1 else month


def _same_day_of(month: Stretch, day: date) -> Stretch:
    return on(month.first.replace(day=min(day.day, month.last.day)))


def weekday_near(today: date, weekday: int, tense: Tense, *, is_near: bool = False) -> date:
    """The day that a bare weekday means; `is_near` for «este martes», which without tense is the nearest one."""
    back = today - timedelta(days=(today.weekday() - weekday) % 7)
    ahead = today + timedelta(days=(weekday - today.weekday()) % 7)
    if tense in ("future", "present"):
        return ahead
    if tense == "either" or (tense == "" and is_near):
        return back if today - back <= ahead - today else ahead
    return back


def next_weekday(today: date, weekday: int) -> date:
    """Strictly after today."""
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def last_weekday(today: date, weekday: int) -> date:
    """Strictly before today."""
    return today - timedelta(days=(today.weekday() - weekday - 1) % 7 + 1)


def month_near(today: date, month: int, tense: Tense) -> Stretch:
    """The month that a name without a year means; the present reaches half a year ahead, no verb two months."""
    ahead = (month - today.month) % 12
    reach = {"past": 0, "present": 5, "future": 11, "either": 5, "": 2}[tense]
    return a_month(today.year, today.month + (ahead if ahead <= reach else ahead - 12))


def year_of_day(today: date, month: int, day: int, tense: Tense) -> int:
    """The year of a day told without one: by tense, but for days at hand, and else the nearest."""
    past_year = today.year if (month, day) <= (today.month, today.day) else today.year - 1
    next_year = today.year if (month, day) >= (today.month, today.day) else today.year + 1
    ahead = ((month - today.month) * 30 + day - today.day) % 360
    reach = {"past": AT_HAND, "future": 360 - RECENT, **FAR_AHEAD}[tense]
    return next_year if ahead <= reach else past_year


def days_with(weekday: int, day: int, around: date) -> list[date]:
    """The days of the months within half a year that have this number and weekday, the nearest first."""
    months = [a_month(around.year, around.month + shift).first for shift in range(-6, 7)]
    days = [a_day(month.year, month.month, day) for month in months]
    fitting = [each.first for each in days if each and each.first.weekday() == weekday]
    return sorted(fitting, key=lambda each: abs(each - around))
