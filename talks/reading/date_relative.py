"""Rules for dates told from the day of speaking: hoy, el martes, la próxima semana, hace tres días."""

from __future__ import annotations

import re
from datetime import date, timedelta

from talks.reading.date_calendar import AFTER, NEAR
from talks.reading.date_rules import SENTENCE_ENDS, Found, rule
from talks.reading.date_values import (
    Stretch,
    a_day,
    a_month,
    a_year,
    on,
    shifted,
    third_of_month,
    week_of,
    weekday_near,
)
from talks.reading.date_words import THIRDS, UNITS, WEEKDAYS, words

DAY = timedelta(days=1)
RATES = words("año mes día")
RATE_WITHIN = 8
PART = "((por|en|a|de) la <at=part>|al <at=part>|<at=evening>)?"
OF_PART = "((<det>)? (<of=part>|<of=jornada>) (de|del))?"
FROM_TOLD = words("siguiente anterior previo previa")
NOT_TOMORROW = words("la esta esa una cada media buena toda misma a aquella mañana el haya primera")
ENDING = re.compile(r"(?:acab|termin|finali[zc]|conclu|cierr|cerr)(?:e|ar|ara|ase|ya|ir)")
APPROXIMATE = words("casi unos unas más menos")
EXACTLY = words("exactamente justo justamente precisamente hoy")
LONGEST_AGO = 2_400
"""Months."""
ROUGHLY = words("más menos cerca alrededor mínimo máximo total")


def resolve_today(found: Found) -> Stretch | None:
    """Not «hoy en día», «hoy por hoy», «a día de hoy»."""
    line, after = found.line, found.after
    if after in ("en", "por") and line.after(found.last, 2) in ("día", "hoy"):
        return None
    if found.before == "por" and line.before(found.first, 2) == "hoy":
        return None
    if _is_nowadays(found):
        return None
    if found.before == "de" and line.before(found.first, 2) == "día" and line.before(found.first, 4) != "en":
        return None
    return on(found.today)


def _is_nowadays(found: Found) -> bool:
    """«Fabrica hoy veinte aviones al año»: a rate."""
    near = found.line.words[found.last + 1 : found.last + 1 + RATE_WITHIN]
    if "al" not in near or near.index("al") + 1 == len(near):
        return False
    rate = near.index("al")
    return near[rate + 1] in RATES and SENTENCE_ENDS.isdisjoint(near[:rate]) and found.tense == "present"


def resolve_tomorrow(found: Found) -> Stretch | None:
    """The adverb; «la mañana» is a part of the day."""
    if found.has("weekday"):
        return on(weekday_near(found.today, WEEKDAYS[found.word("weekday")], "future"))
    if found.before == "hay" and found.line.before(found.first, 2) == "no" and not found.after.isalpha():
        return None  # «Sin acción hoy no hay mañana»
    return on(found.today + DAY) if found.before not in NOT_TOMORROW or found.has("of") else None


def resolve_yesterday(found: Found) -> Stretch | None:
    """Not «para ayer»: as soon as can be."""
    return on(found.today - DAY) if found.before != "para" else None


def resolve_before_yesterday(found: Found) -> Stretch | None:
    return on(found.today - 2 * DAY)


def resolve_after_tomorrow(found: Found) -> Stretch | None:
    return on(found.today + 2 * DAY) if found.before not in ("haya", "ha", "había") else None


def resolve_part_of_today(found: Found) -> Stretch | None:
    """«Esta tarde», «esta misma madrugada», «la pasada madrugada»."""
    return on(found.today)


def resolve_last_night(found: Found) -> Stretch | None:
    """«La pasada noche», «la noche pasada»: the day before; the small hours are of today."""
    return on(found.today) if found.word("part") in ("madrugada", "medianoche") else on(found.today - DAY)


def resolve_the_last_night(found: Found) -> Stretch | None:
    """«La última noche», and not «la última tarde de conversaciones»."""
    is_told = found.word("part") == "noche" and found.after not in ("de", "del", "que", "en")
    return resolve_last_night(found) if is_told else None


def resolve_unit(found: Found) -> Stretch | None:
    """«Esta semana», «el mes pasado», «el año que viene»; not «la próxima semana o diez días»."""
    if found.after == "o" and found.line.after(found.last, 3) in ("días", "semanas", "meses"):
        return None
    return _unit(found, found.word("long"))


def resolve_unit_at_its_end(found: Found) -> Stretch | None:
    """«Antes de que acabe el año», «al terminar la semana»."""
    is_its_end = ENDING.fullmatch(found.before) is not None and found.after not in ("de", "del", "en")
    return _unit(found, found.word("long")) if is_its_end else None


def _unit(found: Found, unit: str) -> Stretch | None:
    coarse = found.memory.coarse
    if unit == "ano" and coarse and coarse.grain == "year" and found.word("next") == "siguiente":
        return a_year(coarse.first.year + 1)
    step = -2 if found.has("longpast") else -1 if found.has("past") else 1 if found.has("next") else 0
    stated = {found.word("past"), found.word("next")}
    base = found.told.first if found.told and stated & FROM_TOLD else found.today
    if stated & {"ultimo", "ultima"}:
        return None
    if unit == "semana":
        return week_of(base, step)
    if unit == "mes":
        return a_month(base.year, base.month + step)
    return a_year(base.year + step)


def resolve_third(found: Found) -> Stretch | None:
    """«A principios de mes», «a finales de la semana pasada», «fin de año»."""
    stretch, third = _unit(found, found.word("long")), THIRDS[found.word("third")]
    is_end = found.word("third") == "fin"
    if stretch is None:
        return None
    if stretch.grain == "year":
        return end_of_year(stretch, found.word("third"))
    if stretch.grain == "month":
        return on(stretch.last) if is_end else third_of_month(stretch, third)
    return on(stretch.first + 2 * third * DAY) if found.word("third") not in ("fin", "fines") else None


def end_of_year(year: Stretch, third: str) -> Stretch:
    """«A finales de año» is the end of December, «final de año» its last day; the rest of a year is vague."""
    if third in ("fin", "final"):
        return on(year.last)
    return third_of_month(a_month(year.last.year, 12), 2) if third in ("finales", "fines") else year


def is_approximate(found: Found) -> bool:
    """«Casi un mes después», «más de dos semanas antes»: no date in particular."""
    before, second = found.before, found.line.before(found.first, 2)
    return before in APPROXIMATE or (before == "de" and second in ROUGHLY)


def resolve_ago(found: Found) -> Stretch | None:
    """«Hace tres días», «dos semanas atrás», «hace dos años y dos días»; «desde hace…» is a duration."""
    is_length = found.after == "que" and found.word("justly") not in EXACTLY
    if found.before == "desde" or is_length or is_approximate(found):
        return None
    if found.word("justly") in EXACTLY and not found.has("count_"):
        return _same_day_ago(found)
    return _counted(found, found.today, -1)


def _same_day_ago(found: Found) -> Stretch | None:
    """«Hace exactamente un año», «hace hoy tres meses»: to the day."""
    count, today = found.number("count"), found.today
    months = {"year": 12 * count, "month": count}.get(UNITS[found.word("unit")])
    if months is None or months > LONGEST_AGO:
        return _counted(found, today, -1)
    month = a_month(today.year, today.month - months)
    return a_day(month.first.year, month.first.month, min(today.day, month.last.day))


def resolve_within(found: Found) -> Stretch | None:
    return _counted(found, found.today, 1)


def _counted(found: Found, base: date, sign: int) -> Stretch | None:
    """`sign` 1 forwards, -1 back; a second count («y dos días») makes the answer as fine as its unit."""
    if found.after == "y" and found.line.after(found.last, 2) in ("medio", "media"):
        return None
    unit = UNITS[found.word("unit")]
    stretch = shifted(base, sign * found.number("count"), unit)
    if stretch is None or not found.has("count_"):
        return stretch
    fine = a_day(stretch.first.year, base.month, base.day) if unit == "year" else stretch
    return shifted(fine.first, sign * found.number("count_"), UNITS[found.word("unit_")]) if fine else None


RULES = (
    rule(f"{OF_PART} <today> (<same>)? {PART}", resolve_today),
    rule("<today> (,)? <weekday>", resolve_today),
    rule(f"{OF_PART} <yesterday> (<same>)? {PART}", resolve_yesterday),
    rule("<yesterday> (,)? <weekday>", resolve_yesterday),
    rule(f"<before_yesterday> {PART}", resolve_before_yesterday),
    rule("antes de (ayer|anoche)", resolve_before_yesterday),
    rule(f"{OF_PART} <tomorrow> (<same>)? {PART}", resolve_tomorrow),
    rule(f"<tomorrow> (,)? <weekday> {PART}", resolve_tomorrow),
    rule("<tomorrow> <open> <weekday> <close>", resolve_tomorrow),
    rule(f"pasado <tomorrow> {PART}", resolve_after_tomorrow),
    rule("<this> (<same>)? (<part>|jornada)", resolve_part_of_today),
    rule("la pasada <part>", resolve_last_night),
    rule("la <part> pasada", resolve_last_night),
    rule("la ultima <part>", resolve_the_last_night),
    rule("<this> (<same>)? <long>", resolve_unit),
    rule("(<art>|la) <long> (<past>|<longpast>|<next>|que <next=comes>|en curso)", resolve_unit),
    rule("(<art>|la) (<past>|<next>) <long>", resolve_unit),
    rule("(<art>|la) <long>", resolve_unit_at_its_end),
    rule(f"(a)? <third> (de|del) (la|el|<this>)? {NEAR} <long> {AFTER}", resolve_third),
    rule("hace (<justly>)? <count> <unit> (y <count_=count> <unit_=unit>)?", resolve_ago),
    rule("hace <justly=today> <count> <unit>", resolve_ago),
    rule("<count> <unit> atras", resolve_ago),
    rule("dentro de (<justly>)? <count> <unit> (y <count_=count> <unit_=unit>)?", resolve_within),
)
