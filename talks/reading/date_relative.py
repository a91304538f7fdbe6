"""Rules for dates told from the day of speaking: hoy, el martes, la próxima semana, hace tres días."""

from __future__ import annotations

import re
from datetime import date, timedelta

from talks.folding import fold
from talks.reading.date_calendar import AFTER, NEAR
from talks.reading.date_rules import Found, rule
from talks.reading.date_small_hours import is_of_coming_night
from talks.reading.date_tense import RAN_OUT, TERMS, tense_of_subject
from talks.reading.date_values import (
    WEEK,
    Stretch,
    Tense,
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
)
from talks.reading.date_words import THIRDS, UNITS, WEEKDAYS, words

DAY = timedelta(days=1)
PART = "((por|en|a|de) la <at=part>|al <at=part>|<at=evening>)?"
OF_PART = "((<det>)? (<of=part>|<of=jornada>) (de|del))?"
WHICH_WEEK = (
    "(de la semana (<w_past=past>|<w_next=next>|que <w_next=comes>)|de la (<w_past=past>|<w_next=next>) semana"
    "|de <w_this=this> (<same>)? semana)"
)
ANNOUNCING = re.compile(r"(?:anunci|decret|acord|acuerd|pact|propus|propon|ofrec|declar)\w*")
ANNOUNCED_WITHIN = 12
STOPS = frozenset(".;:|\n")
FROM_TOLD = words("siguiente anterior previo previa")
NOT_TOMORROW = words("la esta esa una cada media buena toda misma a aquella mañana el haya primera")
PAIRED = words("o u y e a al hasta entre") | {","}
ARTICLES = words("el del al este próximo pasado")
PREPOSITIONS = words("tras para antes hasta desde después en durante a ante con")
APPROXIMATE = words("casi unos unas más menos")
ROUGHLY = words("más menos cerca alrededor")


def resolve_today(found: Found) -> Stretch | None:
    """Not «hoy en día», «hoy por hoy», «a día de hoy»."""
    line, after = found.line, found.after
    if after in ("en", "por") and line.after(found.last, 2) in ("día", "hoy"):
        return None
    if found.before == "por" and line.before(found.first, 2) == "hoy":
        return None
    if found.before == "de" and line.before(found.first, 2) == "día" and line.before(found.first, 4) != "en":
        return None
    return on(found.today)


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


LASTING = re.compile(r"(?:exten|prolong|dur|sigui|permanec|estuv|mantuv|esper|trabaj|combat|llov)\w+")


def resolve_weekday(found: Found) -> Stretch | None:
    weekday, today = WEEKDAYS[found.word("weekday")], found.today
    if not _is_one_day(found):
        return None
    if found.has("that"):
        return found.told if found.told and found.told.first.weekday() == weekday else None
    for name, weeks in (("w_past", -1), ("w_next", 1), ("w_this", 0)):
        if found.has(name):
            return on(week_of(today, weeks).first + weekday * DAY)
    if found.has("next"):
        return on(next_weekday(_base(found, "next"), weekday))
    if found.has("past"):
        return on(last_weekday(_base(found, "past"), weekday))
    day = weekday_near(today, weekday, weekday_tense(found), is_near=found.has("this"))
    return on(today + DAY) if day == today + DAY - WEEK and is_of_coming_night(found) else on(day)


def resolve_weekdays(found: Found) -> Stretch | None:
    """«Los próximos martes y miércoles»: two days that follow each other."""
    first = next_weekday(found.today, WEEKDAYS[found.word("a")])
    last = first + DAY
    return Stretch(first, last) if last.weekday() == WEEKDAYS[found.word("b")] else None


def weekday_tense(found: Found) -> Tense:
    """«Llevan desde el lunes» is over; «la cumbre del viernes» has no tense of its own."""
    before, opening = found.before, found.line.words[found.first]
    if before == "desde" or opening == "desde":
        return "future" if found.tense == "future" or _announces(found) else "past"
    if is_of_deadline(found):
        return "future"
    if is_attribute(found):
        is_of_subject = not PREPOSITIONS.intersection(found.line.words[max(0, found.first - 4) : found.first])
        return (tense_of_subject(found.line, found.last) if is_of_subject else "") or "either"
    if "hasta" in (before, opening) and not _went_on(found):
        return "future"
    return "either" if RAN_OUT.fullmatch(before) else found.tense


def _went_on(found: Found) -> bool:
    """«La tregua duró hasta el domingo»: it is over."""
    near = found.line.words[max(0, found.first - ANNOUNCED_WITHIN) : found.first]
    return found.tense == "past" and any(LASTING.fullmatch(word) for word in near)


def _announces(found: Found) -> bool:
    """«Anuncia una tregua desde el viernes»: what is announced is to come."""
    words_before = found.line.words[max(0, found.first - ANNOUNCED_WITHIN) : found.first]
    stop = max((place for place, word in enumerate(words_before) if word in STOPS), default=-1)
    return any(ANNOUNCING.fullmatch(word) for word in words_before[stop + 1 :])


def is_of_deadline(found: Found) -> bool:
    """«El plazo del jueves», «el ultimátum del jueves»."""
    return is_attribute(found) and found.before in TERMS


def is_attribute(found: Found) -> bool:
    """«La cumbre del viernes», «la llamada de este lunes»."""
    return (found.before == "de" or found.line.words[found.first] == "del") and not found.has("of")


def _base(found: Found, name: str) -> date:
    """«El lunes siguiente», «el viernes anterior»: from the date told."""
    return found.told.first if found.word(name) in FROM_TOLD and found.told else found.today


def _is_one_day(found: Found) -> bool:
    """Without article it may be a set («lunes y martes»), a heading, or the tenor; «Domingo de Ramos» is a feast."""
    if found.after == "de" and found.line.is_capital(found.places["weekday"]):
        return False
    if found.has("art", "this", "that", "past", "next", "of"):
        return True
    line, first = found.line, found.first
    return found.before in PAIRED and any(
        fold(line.before(first, count)) in WEEKDAYS and line.before(first, count + 1) in ARTICLES for count in (2, 3)
    )


def resolve_unit(found: Found) -> Stretch | None:
    """«Esta semana», «el mes pasado», «el año que viene»; not «la próxima semana o diez días»."""
    if found.after == "o" and found.line.after(found.last, 3) in ("días", "semanas", "meses"):
        return None
    return _unit(found, found.word("long"))


def _unit(found: Found, unit: str) -> Stretch | None:
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
    if found.before == "desde" or found.after == "que" or is_approximate(found):
        return None
    return _counted(found, found.today, -1)


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
    rule(
        f"{OF_PART} (<art>|<this>|<that>)? (<same>)? {NEAR} <weekday> ({WHICH_WEEK}|{AFTER}) {PART}",
        resolve_weekday,
    ),
    rule("(los)? <coming> <a=weekday> <and> <b=weekday>", resolve_weekdays),
    rule("<this> (<same>)? <long>", resolve_unit),
    rule("(<art>|la) <long> (<past>|<longpast>|<next>|que <next=comes>|en curso)", resolve_unit),
    rule("(<art>|la) (<past>|<next>) <long>", resolve_unit),
    rule(f"(a)? <third> (de|del) (la|el|<this>)? {NEAR} <long> {AFTER}", resolve_third),
    rule("hace (<justly>)? <count> <unit> (y <count_=count> <unit_=unit>)?", resolve_ago),
    rule("<count> <unit> atras", resolve_ago),
    rule("dentro de (<justly>)? <count> <unit> (y <count_=count> <unit_=unit>)?", resolve_within),
)
