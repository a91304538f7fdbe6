"""Rules for dates told from another one: tres días después, la víspera, ese mismo día, aquella semana."""

from __future__ import annotations

import re
from datetime import timedelta

from talks.folding import fold
from talks.reading.date_relative import is_approximate
from talks.reading.date_rules import Found, rule
from talks.reading.date_values import Stretch, a_day, a_month, a_year, on, shifted, week_of
from talks.reading.date_verbs import speech_forms
from talks.reading.date_words import MONTHS, UNITS

DAY = timedelta(days=1)
DAY_AND_MONTH = 4
"""«El 24 de diciembre»."""
CLAUSE_ENDS = ("", "\n", ".", ",", ";", "»", "”")
CLAUSE_STARTS = ("", "\n", ".", ";", "»", "”")
TELLS_OF = re.compile(r"(?:avis|advert|advirt|inform|alert|previn|preven)\w*")
TOLD_WITHIN = 4
INDEFINITE = ("un", "una", "unos", "unas")


def resolve_later(found: Found) -> Stretch | None:
    """«Tres días después», «una semana antes»: from the date told; «hoy, tres días después,» is today."""
    sign, unit = -1 if found.has("earlier") else 1, UNITS[found.word("unit")]
    if is_approximate(found) or (found.after == "de" and found.line.after(found.last, 2) == "lo"):
        return None
    if found.before == "," and found.line.before(found.first, 2) in ("hoy", "ahora"):
        return on(found.today)
    if _is_of_something(found) and not _said_that(found):
        is_to_come = found.tense == "future" and not found.is_told_in_sentence
        return None if is_to_come else on(found.day_of_clause)
    coarse = found.memory.coarse
    if coarse and unit in ("month", "year"):
        return _coarse_later(coarse, sign * found.number("count"), unit)
    if found.told:
        return shifted(found.told.first, sign * found.number("count"), unit)
    return _without_told(found, sign, unit)


def _is_of_something(found: Found) -> bool:
    """«Tres días después de la cumbre»; «… de una cumbre» tells nothing of when it was."""
    return found.after in ("de", "del", "que") and found.line.after(found.last, 2) not in INDEFINITE


def _said_that(found: Found) -> bool:
    """«Había afirmado un día antes que…»: «que» is of the verb."""
    verbs = {found.before, f"{found.line.before(found.first, 2)} {found.before}"}
    return found.after == "que" and not verbs.isdisjoint(speech_forms())


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
    """«Al día siguiente de que se vieran» is the day of the clause, «al día siguiente» the one after the day told.

    «El día después», where only today is told, is the time of peace: nobody calls tomorrow so.
    """
    if found.before in INDEFINITE or _is_the_day_after(found):
        return None
    if found.after in ("de", "del"):
        return on(found.day_of_clause)
    told = _day_joined_by_and(found) or found.told
    is_tomorrow = told is None or told.first == found.today
    return None if found.has("later") and is_tomorrow else on((told.first if told else found.today) + DAY)


def _day_joined_by_and(found: Found) -> Stretch | None:
    """«El martes 3 de marzo y al día siguiente»: of the day before «y», whatever else the text tells."""
    is_joined = found.before == "y" and found.memory.place == found.first - 1
    return found.memory.day if is_joined else None


def _is_the_day_after(found: Found) -> bool:
    """«Tropas para el día después», «el día después de un acuerdo»: a time of peace, no day in particular."""
    if not found.has("later"):
        return False
    is_of_some = found.after == "de" and found.line.after(found.last, 2) in INDEFINITE
    return is_of_some or found.before in ("para", "del", "sobre") or found.line.words[found.first] == "del"


def resolve_day_before(found: Found) -> Stretch | None:
    """«La víspera de la cumbre» is the day of the clause; «la víspera» is told from what stands near."""
    if found.has("eve") and found.after in ("de", "del") and not _is_told_of(found):
        return on(found.day_of_clause)
    told = found.told_nearby if found.has("eve") else found.told
    return on((told.first if told else found.today) - DAY)


def _is_told_of(found: Found) -> bool:
    """«Había advertido la víspera de que…»: the verb asks for «de que»."""
    near = found.line.words[max(0, found.first - TOLD_WITHIN) : found.first]
    is_clause = found.after == "de" and found.line.after(found.last, 2) == "que"
    return is_clause and any(TELLS_OF.fullmatch(word) for word in near)


def resolve_same_day(found: Found) -> Stretch | None:
    """«Ese día», «el mismo día», «aquella noche»; «el mismo día en que se firme» is no day told."""
    says_itself = found.after == "que" or (found.after == "en" and found.line.after(found.last, 2) == "que")
    is_ahead = says_itself and found.tense in ("present", "future") and not found.is_told_in_sentence
    if found.told is None or is_ahead or _is_of_told_month(found, found.told):
        return None
    return on(found.told.first)


def _is_of_told_month(found: Found, day: Stretch) -> bool:
    """«La cumbre de julio de 2018 … Aquel día»: in that month or year, told after the last day and long before it."""
    coarse = found.memory.coarse
    return coarse is not None and coarse.last < day.first and found.word("that") in ("aquel", "aquella")


def resolve_told_unit(found: Found) -> Stretch | None:
    """«Ese mes», «aquel año», «esa semana»."""
    coarse, unit = found.memory.coarse, found.word("long")
    if unit == "ano" and found.word("that") == "aquel" and found.memory.other_year:
        return a_year(found.memory.other_year)
    if coarse and coarse.grain == "month" and unit == "mes":
        return coarse
    if found.told is None:
        return None
    day = found.told.first
    if unit == "semana":
        return week_of(day)
    return a_month(day.year, day.month) if unit == "mes" else a_year(day.year)


def resolve_day_of_that_month(found: Found) -> Stretch | None:
    """«La anunció el 16 de ese mes»."""
    month = resolve_told_unit(found)
    return a_day(month.first.year, month.first.month, found.number("day")) if month else None


def resolve_day_of_month_told_before(found: Found) -> Stretch | None:
    """«El 24 de diciembre eran veinte puntos; el 28, casi todos»: two clauses side by side that a day opens."""
    told = found.memory.day
    if told and _is_of_another(found):
        return _day_behind(found, told)
    if told is None or not found.is_told_in_sentence or found.before != ";" or found.after != ",":
        return None
    is_beside = _opens_with_month(found) and ";" not in found.line.words[found.memory.place : found.first - 1]
    return a_day(told.first.year, told.first.month, found.number("day")) if is_beside else None


def _is_of_another(found: Found) -> bool:
    """«Una reunión en Kiev el día 3 y otra en París el 6»."""
    behind = found.line.words[found.memory.place : found.memory.place + 2]
    is_closed = found.after in CLAUSE_ENDS and not found.before.isdigit()
    return is_closed and found.is_told_in_sentence and behind in (["y", "otra"], ["y", "otro"])


def _day_behind(found: Found, told: Stretch) -> Stretch | None:
    month = told.first if found.number("day") > told.first.day else a_month(told.first.year, told.first.month + 1).first
    return a_day(month.year, month.month, found.number("day"))


def _opens_with_month(found: Found) -> bool:
    """The day told before is «el 24 de diciembre», and its clause begins with it."""
    words, first = found.line.words, found.memory.place - DAY_AND_MONTH
    is_whole = first >= 0 and words[first] == "el" and fold(words[found.memory.place - 1]) in MONTHS
    return is_whole and (found.line.before(first) in CLAUSE_STARTS or found.line.before(first) == "y")


RULES = (
    rule("el <day=digits>", resolve_day_of_month_told_before),
    rule("<count> <unit> ((mas)? <later>|<earlier>)", resolve_later),
    rule("al cabo de <count> <unit>", resolve_at_the_end),
    rule("(al|el)? dia siguiente", resolve_next_day),
    rule("(<art>|la)? (dia|jornada) (siguiente|<later>)", resolve_next_day),
    rule("al otro dia", resolve_next_day),
    rule("(a)? la <part> siguiente", resolve_next_day),
    rule("(el|la)? (dia|jornada) (anterior|antes|previo|previa)", resolve_day_before),
    rule("la <part> (anterior|previa)", resolve_day_before),
    rule("(la|su)? <eve>", resolve_day_before),
    rule("(<that>|el|este|la) <same> (dia|jornada|<part>)", resolve_same_day),
    rule("<that> (dia|jornada|<part>)", resolve_same_day),
    rule("(<that>|el mismo|la misma) (<same>)? <long>", resolve_told_unit),
    rule("<art> (dia)? <day> (de <that> (<same>)?|del mismo) <long=onemonth>", resolve_day_of_that_month),
)
