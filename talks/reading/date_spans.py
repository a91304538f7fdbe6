"""Stretches of days in one expression: «el fin de semana», «lunes y martes», «la primera mitad de la semana»."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from talks.reading.date_calendar import AFTER, NEAR
from talks.reading.date_relative import resolve_unit
from talks.reading.date_rules import Found, rule
from talks.reading.date_tense_words import AFTERWARDS
from talks.reading.date_values import Stretch, Tense, weekday_near, weekend_of
from talks.reading.date_verbs import kind_of
from talks.reading.date_words import WEEKDAYS, words

DAY = timedelta(days=1)
WEDNESDAY, FRIDAY = 2, 4
JUNE, HALF_MONTH = 6, 15
AFTER_WITHIN = 4
SETS = words("cada de un algún ningún varios")
"""Before «fin de semana»: no weekend in particular."""


def resolve_tomorrow_and_after(found: Found) -> Stretch | None:
    """«Mañana y pasado»; not «la mañana y pasado el mediodía»."""
    is_adverb = found.before not in ("la", "por", "una", "de") and found.after not in ("el", "la", "mañana")
    return Stretch(found.today + DAY, found.today + 2 * DAY) if is_adverb else None


def resolve_bare_weekdays(found: Found) -> Stretch | None:
    """«Conversaron lunes y martes en Ankara», «habrá ronda lunes y martes»: without article in a clause that tells."""
    is_news = found.tense == "future" or (kind_of(found.before) and found.tense)
    return _follow_each_other(found, ("a", "b")) if is_news and found.before.isalpha() else None


def resolve_listed_weekdays(found: Found) -> Stretch | None:
    """«El viernes, sábado y domingo»."""
    return _follow_each_other(found, ("a", "b", "c"))


def _follow_each_other(found: Found, names: tuple[str, ...]) -> Stretch | None:
    weekdays = [WEEKDAYS[found.word(name)] for name in names]
    steps = {(later - earlier) % 7 for earlier, later in zip(weekdays, weekdays[1:], strict=False)}
    if steps != {1}:
        return None
    length = (len(names) - 1) * DAY
    if found.tense in ("future", "present"):
        first = weekday_near(found.today, weekdays[0], found.tense)
        return Stretch(first, first + length)
    last = weekday_near(found.today, weekdays[-1], _past_or_open(found.tense))
    return Stretch(last - length, last)


def _past_or_open(tense: Tense) -> Tense:
    return tense if tense == "either" else "past"


def resolve_weekend(found: Found) -> Stretch | None:
    today, this = found.today, weekend_of(found.today)
    if found.before in SETS or (found.has("that") and not found.told):
        return None
    if found.has("that") and found.told:
        return weekend_of(found.told.first)
    if found.has("past"):
        return weekend_of(today, -1)
    if found.has("next"):
        return this if today < this.first else weekend_of(today, 1)
    if _is_after_something(found):
        return weekend_of(today, -1) if today < this.first else this
    latest = FRIDAY if found.tense == "past" else WEDNESDAY if not found.tense else -1
    return weekend_of(today, -1) if today.weekday() <= latest else this


def _is_after_something(found: Found) -> bool:
    """«Tras los avances del fin de semana»: it is over."""
    near = found.line.words[max(0, found.first - AFTER_WITHIN) : found.first]
    return found.tense != "future" and found.line.words[found.first] == "del" and not AFTERWARDS.isdisjoint(near)


def resolve_half(found: Found) -> Stretch | None:
    """«La primera mitad de la próxima semana» is Monday to Wednesday."""
    whole = resolve_unit(found)
    if whole is None:
        return None
    middle = _middle_of(whole, found.word("long"))
    is_first = found.has("half_first")
    return Stretch(whole.first, middle) if is_first else Stretch(middle + DAY, whole.last)


def _middle_of(whole: Stretch, unit: str) -> date:
    if unit == "semana":
        return whole.first + WEDNESDAY * DAY
    if unit == "mes":
        return whole.first.replace(day=HALF_MONTH)
    return whole.first.replace(month=JUNE, day=monthrange(whole.first.year, JUNE)[1])


WEEKENDS = (rule(f"(<art>|<this>|<that>)? (<same>)? {NEAR} fin de semana {AFTER}", resolve_weekend),)
RULES = (
    *WEEKENDS,
    rule("<tomorrow> y pasado", resolve_tomorrow_and_after),
    rule("<a=weekday> <and> <b=weekday>", resolve_bare_weekdays),
    rule("(<art>|<this>|los) <a=weekday> , <b=weekday> <and> <c=weekday>", resolve_listed_weekdays),
    rule(
        f"(la)? (<half_first=first_half>|<half_last=second_half>) mitad (de|del) (la|el|<this>)? {NEAR} <long> {AFTER}",
        resolve_half,
    ),
)
