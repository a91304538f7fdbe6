"""Dates as feeds and people write them: ISO 8601, RFC 822, and Spanish («mar, 23 dic 2025 10:00 CET»)."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo

from talks.folding import fold

LONGEST = 80
MONTHS = {
    name: number
    for number, names in enumerate(
        ("ene jan", "feb", "mar", "abr apr", "may", "jun", "jul", "ago aug", "sep set", "oct", "nov", "dic dec"), 1
    )
    for name in names.split()
}
HOURS_EAST = {
    "z": 0, "ut": 0, "utc": 0, "gmt": 0, "wet": 0, "west": 1, "bst": 1, "cet": 1, "met": 1, "cest": 2, "mest": 2,
    "eet": 2, "sast": 2, "eest": 3, "msk": 3, "trt": 3, "gst": 4, "est": -5, "edt": -4, "cst": -6, "cdt": -5,
    "mst": -7, "mdt": -6, "pst": -8, "pdt": -7, "cot": -5, "pet": -5, "vet": -4, "bot": -4, "clt": -4, "clst": -3,
    "art": -3, "uyt": -3, "brt": -3,
}  # fmt: skip
WEEKDAY = r"(?:(?:lun|mar|mie|jue|vie|sab|dom|mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?"
DAY = r"(?P<day>\d{1,2})(?:º|\.º)?(?:\s+de\s+|\s*[/.-]\s*|\s+)"
MONTH = r"(?P<month>[a-z]{3,10}|\d{1,2})\.?(?:\s+del?\s+|\s*[/.-]\s*|,?\s+)"
YEAR = r"(?P<year>\d{4})"
CLOCK = r"(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?::(?P<second>\d{2}))?(?:\.\d+)?\s?(?:h|hs|hrs|horas)?\.?"
ZONE = r"(?:gmt|utc)?(?P<sign>[+-])(?P<east>\d{1,2}):?(?P<past>\d{2})?|\(?(?P<zone>[a-z]{1,5})\)?"
WRITTEN = re.compile(rf"{WEEKDAY}{DAY}{MONTH}{YEAR}(?:(?:,?\s+|,\s*)(?:a las\s+)?{CLOCK}(?:\s*(?:{ZONE}))?)?")


def parse_written(text: str) -> date | datetime | None:
    """A plain date where no time of day is given; a datetime without zone where none is given."""
    text = text.strip()
    if not text or len(text) > LONGEST:
        return None
    try:
        return _parse_iso(text) or _parse_words(fold(text))
    except (ValueError, OverflowError, LookupError):
        return None


def _parse_iso(text: str) -> date | datetime | None:
    if not re.match(r"\d{4}-\d\d-\d\d(?!\d)", text):
        return None
    if len(text) == len("2025-12-23"):
        return date.fromisoformat(text)
    return datetime.fromisoformat(text)


def _parse_words(text: str) -> date | datetime | None:
    found = WRITTEN.fullmatch(text)
    if found is None:
        return None
    month = found["month"]
    day = date(int(found["year"]), int(month) if month.isdigit() else MONTHS[month[:3]], int(found["day"]))
    if found["hour"] is None:
        return day
    clock = time(int(found["hour"]), int(found["minute"]), int(found["second"] or 0))
    return datetime.combine(day, clock, tzinfo=_zone(found))


def _zone(found: re.Match[str]) -> tzinfo | None:
    if found["sign"]:
        offset = timedelta(hours=int(found["east"]), minutes=int(found["past"] or 0))
        return timezone(-offset if found["sign"] == "-" else offset)
    return timezone(timedelta(hours=HOURS_EAST[found["zone"]])) if found["zone"] else None


def as_instant(moment: date | datetime, *, zone: tzinfo, hour: int) -> datetime:
    """In UTC. A plain date is taken at `hour` o'clock, a time without zone in `zone`."""
    if not isinstance(moment, datetime):
        moment = datetime.combine(moment, time(hour), tzinfo=UTC)
    return (moment if moment.tzinfo else moment.replace(tzinfo=zone)).astimezone(UTC)
