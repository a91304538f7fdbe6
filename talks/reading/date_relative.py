"""Rules for dates told from the day of speaking or from the date last told: hoy, el martes, tres días después."""

from __future__ import annotations

from datetime import date, timedelta

from talks.reading.date_calendar import direction
from talks.reading.date_rules import Found, rule
from talks.reading.date_values import (
    Stretch,
    a_day,
    a_month,
    a_year,
    last_weekday,
    next_weekday,
    on,
    shifted,
    third_of_month,
    week_of,
    weekday_near,
    weekend_of,
)
from talks.reading.date_words import THIRDS, UNITS, WEEKDAYS

DAY = timedelta(days=1)
PART = "((por|en|a|de) la <at=part>|al <at_noon=part>|<at_bare=evening>)?"
OF_PART = "((<det>)? <of=part> (de|del)|(<det>)? jornada (de|del))?"
OF_WEEK = "(<w_past=past>|<w_next=next>|que <w_comes=comes>)"
WHICH_WEEK = f"de la (semana {OF_WEEK}|<w_past_=past> semana|<w_next_=next> semana)|de <w_this=this> semana"
AFTER = f"(<after_past=past>|<after_next=next>|que <after_comes=comes>|{WHICH_WEEK})?"
IDIOMS_OF_TODAY = frozenset({"en", "por"})
NOT_TOMORROW = frozenset("la esta esa una cada media buena toda misma a aquella manana mañana el haya".split())
PAIRED = frozenset({"o", "u", "y", "e", "a", "al", "hasta", "entre", ","})


def resolve_today(found: Found) -> Stretch | None:
    if found.after in IDIOMS_OF_TODAY and found.line.after(found.last, 2) in ("día", "dia", "hoy"):
        return None
    if found.before == "de" and found.line.before(found.first, 2) == "día":
        return None
    return on(found.today)


def resolve_tomorrow(found: Found) -> Stretch | None:
    """The adverb; «la mañana» is a part of the day."""
    if found.before in NOT_TOMORROW and not found.has("weekday"):
        return None
    if found.has("weekday"):
        return on(weekday_near(found.today, WEEKDAYS[found.word("weekday")], "future"))
    return on(found.today + DAY)


def resolve_yesterday(found: Found) -> Stretch | None:
    return on(found.today - DAY)


def resolve_before_yesterday(found: Found) -> Stretch | None:
    return on(found.today - 2 * DAY)


def resolve_after_tomorrow(found: Found) -> Stretch | None:
    return on(found.today + 2 * DAY) if found.before not in ("haya", "ha", "había") else None


def resolve_part_of_today(found: Found) -> Stretch | None:
    """«Esta tarde», «esta misma madrugada»."""
    return on(found.today)


def resolve_weekday(found: Found) -> Stretch | None:
    weekday, today = WEEKDAYS[found.word("weekday")], found.today
    if not _is_one_day(found):
        return None
    if found.has("that"):
        return found.told if found.told and found.told.first.weekday() == weekday else None
    if found.has("w_past", "w_past_"):
        return on(week_of(today, -1).first + weekday * DAY)
    if found.has("w_next", "w_next_", "w_comes"):
        return on(week_of(today, 1).first + weekday * DAY)
    if found.has("w_this"):
        return on(week_of(today).first + weekday * DAY)
    if found.has("next", "after_next", "after_comes"):
        return on(next_weekday(_base(found, "after_next"), weekday))
    if found.has("past", "after_past"):
        return on(last_weekday(_base(found, "after_past"), weekday))
    return on(weekday_near(today, weekday, found.tense, is_near=found.has("this")))


def _base(found: Found, group: str) -> date:
    """«El lunes siguiente», «el viernes anterior»: from the date told."""
    if found.word(group) in ("siguiente", "anterior", "previo") and found.told:
        return found.told.first
    return found.today


def _is_one_day(found: Found) -> bool:
    """Without article it may be a set («lunes y martes»), a heading, or the tenor Domingo."""
    if found.has("art", "this", "that", "past", "next", "after_past", "after_next", "after_comes", "of"):
        return True
    near = {found.line.before(found.first, 2), found.line.before(found.first, 3)}
    return found.before in PAIRED and any(word in WEEKDAYS or word == "miércoles" or word == "sábado" for word in near)


def resolve_unit(found: Found) -> Stretch | None:
    """«Esta semana», «el mes pasado», «el año que viene»."""
    return _unit(found, found.word("long"))


def _unit(found: Found, unit: str) -> Stretch | None:
    step = -1 if found.has("past", "after_past") else 1 if found.has("next", "after_next", "after_comes") else 0
    base = found.today
    words = {found.word("past"), found.word("after_past"), found.word("after_next")}
    if found.told and words & {"anterior", "siguiente", "previo", "previa"}:
        base = found.told.first
    if words & {"ultimo", "ultima"}:
        return None
    if unit == "semana":
        return week_of(base, step)
    if unit == "mes":
        return a_month(base.year, base.month + step)
    return a_year(base.year + step)


def resolve_told_unit(found: Found) -> Stretch | None:
    """«Ese mes», «aquel año», «esa semana»."""
    if found.told is None:
        return None
    day, unit = found.told.first, found.word("long")
    if unit == "semana":
        return week_of(day)
    return a_month(day.year, day.month) if unit == "mes" else a_year(day.year)


def resolve_third(found: Found) -> Stretch | None:
    """«A principios de mes», «a finales de la semana pasada», «fin de año»."""
    stretch, third = _unit(found, found.word("long")), THIRDS[found.word("third")]
    if stretch is None or stretch.grain == "year":
        return on(stretch.last) if stretch and found.word("third") == "fin" else stretch
    if stretch.grain == "month":
        return on(stretch.last) if found.word("third") == "fin" else third_of_month(stretch, third)
    return on(stretch.first + 2 * third * DAY) if found.word("third") != "fin" else None


def resolve_weekend(found: Found) -> Stretch | None:
    today = found.today
    if found.before in ("de", "cada"):
        return None
    this = weekend_of(today)
    if found.has("past", "after_past"):
        return weekend_of(today, -1) if today < this.first or found.has("past", "after_past") else this
    if found.has("next", "after_next", "after_comes"):
        return this if today < this.first else weekend_of(today, 1)
    if today.weekday() < 3 and not found.has("this") and found.tense not in ("future", "present"):
        return weekend_of(today, -1)
    return this


def resolve_ago(found: Found) -> Stretch | None:
    """«Hace tres días», «hace dos años y dos días»; «desde hace…» is a duration."""
    if found.before == "desde" or found.after == "que":
        return None
    return _counted(found, found.today, -1)


def resolve_within(found: Found) -> Stretch | None:
    return _counted(found, found.today, 1)


def _counted(found: Found, base: date, sign: int) -> Stretch | None:
    """`sign` 1 forwards, -1 back; a second count («y dos días») makes the answer as fine as its unit."""
    unit = UNITS[found.word("unit")]
    stretch = shifted(base, sign * found.number("count"), unit)
    if stretch is None or not found.has("count_"):
        return stretch
    fine = a_day(stretch.first.year, base.month, base.day) if unit == "year" else stretch
    return shifted(fine.first, sign * found.number("count_"), UNITS[found.word("unit_")]) if fine else None


def resolve_later(found: Found) -> Stretch | None:
    """«Tres días después», «dos meses más tarde», «una semana antes»: from the date told; «…después de la cumbre»
    is the day of the clause itself."""
    told, coarse, unit = found.told, found.memory.coarse, UNITS[found.word("unit")]
    sign = -1 if found.has("earlier") else 1
    if found.after in ("de", "del", "que"):
        return on(found.today)
    if coarse and unit in ("month", "year"):
        return _coarse_later(coarse, sign * found.number("count"), unit)
    if told is None and sign > 0:
        return on(found.today)
    return shifted(told.first if told else found.today, sign * found.number("count"), unit)


def _coarse_later(coarse: Stretch, count: int, unit: str) -> Stretch | None:
    """«Junio de 2021 … ocho meses después»."""
    if unit == "year" or coarse.grain == "year":
        return a_year(coarse.first.year + count) if unit == "year" else None
    return a_month(coarse.first.year, coarse.first.month + count)


def resolve_next_day(found: Found) -> Stretch | None:
    return on((found.told.first if found.told else found.today) + DAY)


def resolve_day_before(found: Found) -> Stretch | None:
    base = found.told.first if found.told else found.today
    if found.has("eve") and found.after in ("de", "del"):
        return on(found.today)
    return on(base - DAY)


def resolve_same_day(found: Found) -> Stretch | None:
    """«Ese día», «el mismo día», «aquella noche»."""
    return on(found.told.first) if found.told else None


RULES = (
    rule(f"{OF_PART} <today> (<same>)? {PART}", resolve_today),
    rule("<today> (,)? <weekday> (,)?", resolve_today),
    rule(f"{OF_PART} <yesterday> (<same>)? {PART}", resolve_yesterday),
    rule("<yesterday> (,)? <weekday> (,)?", resolve_yesterday),
    rule(f"<before_yesterday> {PART}", resolve_before_yesterday),
    rule("antes de (ayer|anoche)", resolve_before_yesterday),
    rule(f"{OF_PART} <tomorrow> (<same>)? {PART}", resolve_tomorrow),
    rule(f"<tomorrow> (,)? <weekday> {PART}", resolve_tomorrow),
    rule(f"<tomorrow> <open> <weekday> <close>", resolve_tomorrow),
    rule(f"pasado <tomorrow> {PART}", resolve_after_tomorrow),
    rule("<this> (<same>)? <part>", resolve_part_of_today),
    rule("<this> (<same>)? jornada", resolve_part_of_today),
    rule(f"{OF_PART} (<art>|<this>|<that>)? (<same>)? (<past>|<next>)? <weekday> {AFTER} {PART}", resolve_weekday),
    rule("<this> (<same>)? <long>", resolve_unit),
    rule("(<art>|la) <long> (<after_past=past>|<after_next=next>|que <after_comes=comes>|en curso)", resolve_unit),
    rule("(<art>|la) (<past>|<next>) <long>", resolve_unit),
    rule("(<that>|el mismo|la misma) (<same>)? <long>", resolve_told_unit),
    rule(
        "(a)? <third> (de|del) (la|el|<this>)? (<past>|<next>)? <long>"
        " (<after_past=past>|<after_next=next>|que <after_comes=comes>)?",
        resolve_third,
    ),
    rule(
        "(<art>|<this>)? (<past>|<next>)? fin de semana (<after_past=past>|<after_next=next>|que <after_comes=comes>)?",
        resolve_weekend,
    ),
    rule("hace (<justly>)? <count> <unit> (y <count_=count> <unit_=unit>)?", resolve_ago),
    rule("dentro de (<justly>)? <count> <unit> (y <count_=count> <unit_=unit>)?", resolve_within),
    rule("<count> <unit> ((mas)? <later>|<earlier>)", resolve_later),
    rule("(al|el)? dia siguiente", resolve_next_day),
    rule("(el|al)? (dia|jornada) (siguiente|despues)", resolve_next_day),
    rule("(el|la)? (dia|jornada) (anterior|antes|previo|previa)", resolve_day_before),
    rule("(la|su)? <eve>", resolve_day_before),
    rule("(<that>|el|este|la) <same> (dia|jornada|<part>)", resolve_same_day),
    rule("<that> (dia|jornada|<part>)", resolve_same_day),
)

__all__ = ["RULES", "direction"]
