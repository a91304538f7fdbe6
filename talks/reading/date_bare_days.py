"""Days told by a bare number or by their order: «volverá el 25», «la noche del 31», «el último día de enero»."""

from __future__ import annotations

import re
from datetime import timedelta

from talks.reading.date_calendar import YEAR, month_of, resolve_day, resolve_day_of_this_month, year_of
from talks.reading.date_rules import Found, rule
from talks.reading.date_values import WEEK, Stretch, a_month, month_near, on, week_of
from talks.reading.date_verbs import kind_of
from talks.reading.date_words import ORDINALS, WEEKDAYS, words

DAY = timedelta(days=1)
CLAUSE_ENDS = words(". , ; : ) » ”") | {"", "\n"}
LEADS = words("hasta para desde")
TIMED = re.compile(
    r"(?:re[uú]n|volv|vuelv|viaj|regres|lleg|celebr|empez|empiez|empec|comenz|comienz|comienc|arran[cq]|vencer|venci"
    r"|vence|expir|caduc|aplaz|adelant|visit|acud|firm|inici|conclu|reanud|retom|part[ie]|sal[ieg]|march|aterriz|despeg"
    r"|debat|negoci|habl|vot)\w*|verá\w*|vi?eron|ve[nr]|verse|será|serán|sería|citad\w+"
)
"""Verbs beside which a number is a day: «volverá el 25»; not «ganó el 7», «tachó el 21»."""
RISING = ("sub", "baj", "crec", "cay", "aument", "reduj", "lleg", "elev", "alcanz", "desd", "del")
"""«Subió hasta el 20»."""


def resolve_bare_day(found: Found) -> Stretch | None:
    """«Volverá el 25», «se verán el 12 en Doha», «habrá tregua hasta el 20»."""
    return resolve_day_of_this_month(found) if _tells_when(found) else None


def _tells_when(found: Found) -> bool:
    line, before, first = found.line, found.before, found.first
    is_in_place = found.after == "en" and line.after(found.last, 2) != "" and line.is_capital(found.last + 2)
    goes_on = found.after == "y" and line.after(found.last, 2) != "el"
    if not is_in_place and not goes_on and found.after not in CLAUSE_ENDS:
        return False
    if before in LEADS:
        return bool(found.tense) and not line.before(first, 2).startswith(RISING)
    return TIMED.fullmatch(before) is not None or (line.before(first, 2) == "se" and kind_of(before) != "")


def resolve_part_of_bare_day(found: Found) -> Stretch | None:
    """«La noche del 31»; not «la noche del 31 al 1»."""
    return resolve_day_of_this_month(found) if found.after not in ("al", "a", "de", "y") else None


def resolve_weekday_of_month(found: Found) -> Stretch | None:
    """«El primer lunes de febrero», «el último viernes de enero de 2025»."""
    month, place = _month(found), ORDINALS[found.word("ordinal")]
    weekday = WEEKDAYS[found.word("weekday")]
    if place < 0:
        return on(month.last - (month.last.weekday() - weekday) % 7 * DAY)
    return on(month.first + (weekday - month.first.weekday()) % 7 * DAY + (place - 1) * WEEK)


def resolve_end_of_month(found: Found) -> Stretch | None:
    """«El último día de enero», «el primer día de marzo»."""
    month, place = _month(found), ORDINALS[found.word("ordinal")]
    return on(month.last) if place < 0 else on(month.first) if place == 1 else None


def _month(found: Found) -> Stretch:
    month, year = month_of(found), year_of(found)
    return a_month(year, month) if year else month_near(found.today, month, found.tense)


def resolve_week_of_day(found: Found) -> Stretch | None:
    """«La semana del 19 de enero»."""
    day = resolve_day(found)
    return week_of(day.first) if day else None


RULES = (
    rule("el <day=digits>", resolve_bare_day),
    rule("<art> <day=digits> (por|en|de) la <part>", resolve_day_of_this_month),
    rule("<det> <part> del (dia)? <day=digits>", resolve_part_of_bare_day),
    rule(f"<art> <ordinal> <weekday> (de|del mes de) <month> {YEAR}", resolve_weekday_of_month),
    rule(f"<art> <ordinal> dia (de|del mes de) <month> {YEAR}", resolve_end_of_month),
    rule(f"(la|esta) semana del (dia)? <day> de <month> {YEAR}", resolve_week_of_day),
)
