"""Rules for dates told from another one: tres días después, la víspera, ese mismo día, aquella semana."""

from __future__ import annotations

from datetime import timedelta

from talks.reading.date_relative import is_approximate
from talks.reading.date_rules import Found, rule
from talks.reading.date_values import Stretch, a_month, a_year, on, shifted, week_of
from talks.reading.date_words import UNITS

DAY = timedelta(days=1)
INDEFINITE = ("un", "una", "unos", "unas")


def resolve_later(found: Found) -> Stretch | None:
    """«Tres días después», «dos meses más tarde», «una semana antes»: from the date told."""
    sign, unit = -1 if found.has("earlier") else 1, UNITS[found.word("unit")]
    if is_approximate(found) or (found.after == "de" and found.line.after(found.last, 2) == "lo"):
        return None
    if found.after in ("de", "del", "que") and found.line.after(found.last, 2) not in INDEFINITE:
        is_to_come = found.tense == "future" and not found.is_told_in_sentence
        return None if is_to_come else on(found.day_of_clause)
    coarse = found.memory.coarse
    if coarse and unit in ("month", "year"):
        return _coarse_later(coarse, sign * found.number("count"), unit)
    if found.told:
        return shifted(found.told.first, sign * found.number("count"), unit)
    return _without_told(found, sign, unit)


def resolve_at_the_end(found: Found) -> Stretch | None:
    """«Al cabo de dos días de negociaciones» tells how long they were."""
    return None if found.after in ("de", "del") else resolve_later(found)


def _without_told(found: Found, sign: int, unit: str) -> Stretch | None:
    """«Un día antes» of today; «Alaska, un mes después», in a title, is today."""
    if sign < 0:
        return shifted(found.today, -found.number("count"), unit)
    return on(found.today) if found.is_in_title else None


def _coarse_later(coarse: Stretch, count: int, unit: str) -> Stretch | None:
    """«Junio de 2021 … ocho meses después»."""
    if unit == "year" or coarse.grain == "year":
        return a_year(coarse.first.year + count) if unit == "year" else None
    return a_month(coarse.first.year, coarse.first.month + count)


def resolve_next_day(found: Found) -> Stretch | None:
    """«Al día siguiente de que se vieran» is the day of the clause, «al día siguiente» the one after the day told."""
    if found.before in INDEFINITE:
        return None
    if found.after in ("de", "del"):
        return on(found.day_of_clause)
    return on((found.told.first if found.told else found.today) + DAY)


def resolve_day_before(found: Found) -> Stretch | None:
    """«La víspera de la cumbre» is the day of the clause; «la víspera» is told from what stands near."""
    if found.has("eve") and found.after in ("de", "del"):
        return on(found.day_of_clause)
    told = found.told_nearby if found.has("eve") else found.told
    return on((told.first if told else found.today) - DAY)


def resolve_same_day(found: Found) -> Stretch | None:
    """«Ese día», «el mismo día», «aquella noche»; «el mismo día en que se firme» is no day told."""
    says_itself = found.after == "que" or (found.after == "en" and found.line.after(found.last, 2) == "que")
    is_ahead = says_itself and found.tense in ("present", "future") and not found.is_told_in_sentence
    if found.told is None or is_ahead:
        return None
    return on(found.told.first)


def resolve_told_unit(found: Found) -> Stretch | None:
    """«Ese mes», «aquel año», «esa semana»."""
    if found.told is None:
        return None
    day, unit = found.told.first, found.word("long")
    if unit == "semana":
        return week_of(day)
    return a_month(day.year, day.month) if unit == "mes" else a_year(day.year)


RULES = (
    rule("<count> <unit> ((mas)? <later>|<earlier>)", resolve_later),
    rule("al cabo de <count> <unit>", resolve_at_the_end),
    rule("(al|el)? dia siguiente", resolve_next_day),
    rule("(el|al|la)? (dia|jornada) (siguiente|despues)", resolve_next_day),
    rule("al otro dia", resolve_next_day),
    rule("(a)? la <part> siguiente", resolve_next_day),
    rule("(el|la)? (dia|jornada) (anterior|antes|previo|previa)", resolve_day_before),
    rule("la <part> (anterior|previa)", resolve_day_before),
    rule("(la|su)? <eve>", resolve_day_before),
    rule("(<that>|el|este|la) <same> (dia|jornada|<part>)", resolve_same_day),
    rule("<that> (dia|jornada|<part>)", resolve_same_day),
    rule("(<that>|el mismo|la misma) (<same>)? <long>", resolve_told_unit),
)
