"""How long a pause lasts, as people type it: «8h», «2 días», «hasta mañana»."""

from __future__ import annotations

import re
from datetime import datetime, time, timedelta

from talks.folding import fold

LONGEST = timedelta(days=60)
MORNING = time(8)
_UNITS = {
    "m": timedelta(minutes=1), "min": timedelta(minutes=1), "minuto": timedelta(minutes=1),
    "minutos": timedelta(minutes=1), "h": timedelta(hours=1), "hora": timedelta(hours=1),
    "horas": timedelta(hours=1), "d": timedelta(days=1), "dia": timedelta(days=1), "dias": timedelta(days=1),
    "s": timedelta(weeks=1), "semana": timedelta(weeks=1), "semanas": timedelta(weeks=1),
}  # fmt: skip
_ONE = {"un": 1, "una": 1, "dos": 2, "tres": 3}
_SPAN = re.compile(r"(?:durante |por )?(\d{1,4}|un|una|dos|tres) ?([a-z]+)")
_CLOCK = re.compile(r"(?:hasta )?(?:las |la )(\d{1,2})(?::(\d\d))?")


def end_of_pause(text: str, *, now: datetime) -> datetime | None:
    """`now` is in the zone of the chat; None for what is no span."""
    asked = fold(text).strip(" .!")
    if asked in ("manana", "hasta manana"):
        return datetime.combine(now.date() + timedelta(days=1), MORNING, now.tzinfo)
    if found := _CLOCK.fullmatch(asked):
        return _next(int(found[1]), int(found[2] or 0), now)
    found = _SPAN.fullmatch(asked)
    if found is None or found[2] not in _UNITS:
        return None
    span = (_ONE.get(found[1]) or int(found[1])) * _UNITS[found[2]]
    return now + min(span, LONGEST) if span else None


def _next(hour: int, minute: int, now: datetime) -> datetime | None:
    if hour > 23 or minute > 59:
        return None
    moment = datetime.combine(now.date(), time(hour, minute), now.tzinfo)
    return moment if moment > now else moment + timedelta(days=1)
