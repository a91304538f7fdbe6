"""Rules for days by the calendar: days with a month, lists and stretches of them, days whose month is understood."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

from talks.reading.date_rules import ALPHABET, Found, rule
from talks.reading.date_tense import is_rescheduled
from talks.reading.date_values import Stretch, Tense, a_day, a_month, days_with, on, year_of_day
from talks.reading.date_words import EASTER_DAYS, FEASTS, MONTHS, SHORT_MONTHS, WEEKDAYS, words

WORD_YEAR = (
    "(<thousands=small>)? <mil> (<hundreds>)? (<tens> y <ones=small>|<only_tens=tens>|<teens=small>)?"
)  # fmt: skip
YEAR = (
    f"((de|del|,)? (ano)? <year>|de (ano)? {WORD_YEAR}|de <y_this=this> (<same>)? ano|del <y_this=current> ano"
    "|del ano <y_past=past>|del <y_past=past> ano|del ano (<y_next=next>|que <y_next=comes>)|del <y_next=next> ano"
    "|de <y_that=that> (<same>)? ano|del <y_that=same> ano)?"
)
MONTH = f"(de|del)? (mes de)? (<month>|<short> (<dot>)?) {YEAR}"
AFTER = "(<past>|<next>|que <next=comes>)?"
NEAR = "(<past>|<next>)?"
OF_PART = "((<det>)? <of=part> (de|del))?"
A_DAY = f"{OF_PART} (<art>|<this>)? {NEAR} (dia)? (<weekday> (, (el)?)? ((el)? dia)?)? (<thirty> y)? <day>"
"""Not «puso este lunes el 2 de marzo como tope»: two days."""
TAIL = ALPHABET.compile(f"((,|y|e|o|u|ni|hasta)* (al|<art>)? (dia)? <n=digits>){{1,8}} {MONTH}")
DATELINE_DAY = ALPHABET.compile(f"(dia)? <day> {MONTH}")
NO_DAYS = words("% por puntos punto / millones mil km euros dólares años horas de ª º")
"""Words behind a bare number that is no day."""
BEFORE_DEL = words("antes después alrededor cerca allá dentro")
"""«Antes del 15 de mayo» tells when, «la cumbre del 15 de mayo» tells which."""
EASTER_YEARS = range(1583, 4099)
"""For which the calendar's rule is known."""
LONG_OVER = timedelta(days=20)
"""On the 30th «se ven el día 3» is of the month to come."""
NEARBY = 12
"""Words around a feast in which it may be said whose calendar it is by."""
FEAST_PREPOSITIONS = words("entre en de para hasta por desde tras durante la antes después")


def year_of(found: Found) -> int | None:
    """The year that the words state."""
    if found.has("year"):
        return found.number("year")
    if found.has("mil"):
        return _year_in_words(found)
    if found.has("y_this"):
        return found.today.year
    if found.has("y_past"):
        return found.today.year - 1
    if found.has("y_next"):
        return found.today.year + 1
    if found.word("y_that") == "aquel" and found.memory.other_year:
        return found.memory.other_year
    return found.told.first.year if found.has("y_that") and found.told else None


def _year_in_words(found: Found) -> int:
    thousands = found.number("thousands") if found.has("thousands") else 1
    parts = ("hundreds", "tens", "ones", "only_tens", "teens")
    return thousands * 1000 + sum(found.number(part) for part in parts if found.has(part))


def month_of(found: Found) -> int:
    return MONTHS[found.word("month")] if found.has("month") else SHORT_MONTHS[found.word("short")]


def direction(found: Found) -> Tense:
    """«Pasado» and «próximo» before the tense."""
    if found.has("past"):
        return "past"
    return "future" if found.has("next") else found.tense


def resolve_day(found: Found) -> Stretch | None:
    day, month, year = found.number("day"), month_of(found), year_of(found)
    day += 30 if found.has("thirty") else 0
    if found.after == "antes" and found.line.after(found.last, 3) == "cristo":
        return None
    if year is None and found.has("weekday"):
        year = _year_by_weekday(found, month, day)
    return a_day(year or _year_understood(found, month, day), month, day)


def _year_understood(found: Found, month: int, day: int) -> int:
    """By «pasado» and «próximo», else by tense; «la cumbre del 15 de agosto» has none of its own."""
    today = found.today
    if found.has("past") or _is_heading(found):
        return today.year if (month, day) <= (today.month, today.day) else today.year - 1
    if found.has("next"):
        return today.year if (month, day) >= (today.month, today.day) else today.year + 1
    is_attribute = found.line.words[found.first] == "del" and found.before not in BEFORE_DEL
    is_since = found.before == "desde" and found.tense == "present"  # «Van seis muertos desde el 28 de diciembre»
    return year_of_day(today, month, day, "" if is_attribute else "past" if is_since else found.tense)


def _is_heading(found: Found) -> bool:
    """«6 DE AGOSTO. Steve Witkoff visita…»: chronicles tell the past in the present tense."""
    return found.before in ("", "\n", "-", "–", "—", "•") and found.after in (".", ":", "-", "–", "—", "|")


def _year_by_weekday(found: Found, month: int, day: int) -> int | None:
    """The nearest year in which the day has that weekday."""
    wanted, this = WEEKDAYS[found.word("weekday")], found.today.year
    days = [a_day(year, month, day) for year in (this, this - 1, this + 1)]
    fitting = [each.first for each in days if each and each.first.weekday() == wanted]
    return min(fitting, key=lambda each: abs(each - found.today)).year if fitting else None


def resolve_short_day(found: Found) -> Stretch | None:
    """«6 ago», «2 mar»: only after figures, so that «un mar» is the sea."""
    return resolve_day(found) if found.word("day")[:1].isdigit() else None


def resolve_listed_day(found: Found) -> Stretch | None:
    """«El 14 y el 24 de agosto»: the month stands behind a later day."""
    tail = TAIL.match(found.line.codes, found.match.end())
    if tail is None:
        return None
    listed = replace(found, match=tail)
    month, day = month_of(listed), found.number("day")
    return a_day(year_of(listed) or _year_understood(found, month, day), month, day)


def resolve_days(found: Found) -> Stretch | None:
    """«Del 23 al 25 de noviembre», «los días 20 y 21»: days that follow each other, or the ends of a stretch."""
    a, b, month = found.number("a"), found.number("b"), month_of(found)
    is_list = found.before == "," and found.line.before(found.first, 2).isdecimal()
    is_two = found.has("and") and (b != a + 1 or is_list)
    if is_two or (not found.has("and") and is_rescheduled(found.line, found.first)):
        return None
    year = year_of(found) or _year_understood(found, month, b)
    first, last = a_day(year, month, a), a_day(year, month, b)
    return Stretch(first.first, last.last) if first and last and a < b else None


def resolve_days_of_two_months(found: Found) -> Stretch | None:
    """«Del 28 de noviembre al 2 de diciembre»."""
    month_a, month_b = MONTHS[found.word("month_a")], month_of(found)
    b = found.number("b")
    year = year_of(found) or _year_understood(found, month_b, b)
    first, last = a_day(year - (month_a > month_b), month_a, found.number("a")), a_day(year, month_b, b)
    return Stretch(first.first, last.last) if first and last and first.first < last.last else None


def resolve_numeric(found: Found) -> Stretch | None:
    """«2025-08-15», «15/08/2025»."""
    word = found.word("numeric")
    parts = [int(part) for part in word.replace("/", "-").replace(".", "-").split("-")]
    return a_day(*parts) if parts[0] > 31 else a_day(parts[2], parts[1], parts[0])


def _is_counted(found: Found) -> bool:
    """«El 20 de manos»; «el día 20 de manos» is a day."""
    if found.after == "de" and "día" in found.line.words[found.first : found.last]:
        return False
    return found.after in NO_DAYS or found.after[:1].isdigit()


def resolve_day_of_this_month(found: Found) -> Stretch | None:
    """«El día 14», «el próximo 15»: the nearest by tense."""
    day = None if _is_counted(found) else _day_near(found, found.number("day"), direction(found))
    return on(day) if day else None


def resolve_day_of_told_month(found: Found) -> Stretch | None:
    """«El día 1 del próximo mes»."""
    step = -1 if found.has("past") else 1 if found.has("next") else 0
    month = a_month(found.today.year, found.today.month + step).first
    return a_day(month.year, month.month, found.number("day"))


def _day_near(found: Found, day: int, tense: Tense) -> date | None:
    months = [a_month(found.today.year, found.today.month + shift).first for shift in (0, -1, 1)]
    days = [each.first for each in (a_day(month.year, month.month, day) for month in months) if each]
    if tense == "past":
        days = [each for each in days if each <= found.today] or days
    elif tense == "present" and days and found.today - days[0] > LONG_OVER:
        days = sorted(days, key=lambda each: abs(each - found.today))
    elif tense == "future":
        days = sorted(each for each in days if each >= found.today) or days
    return days[0] if days else None


def resolve_days_of_this_month(found: Found) -> Stretch | None:
    """«Los días 23 y 24», «del 23 al 25», where the month is understood."""
    a, b = found.number("a"), found.number("b")
    if _is_counted(found) or is_rescheduled(found.line, found.first) or a >= b or (found.has("and") and b != a + 1):
        return None
    first = _day_near(found, a, direction(found))
    last = a_day(first.year, first.month, b) if first else None
    return Stretch(first, last.last) if first and last else None


def resolve_weekday_with_number(found: Found) -> Stretch | None:
    """«El viernes 15»."""
    days = days_with(WEEKDAYS[found.word("weekday")], found.number("digits"), found.today)
    return on(days[0]) if days else None


def resolve_feast(found: Found) -> Stretch | None:
    if not found.has("dia", "eve") and found.before not in FEAST_PREPOSITIONS:
        return None
    return _feast_on(found, *FEASTS[found.word("feast")])


def resolve_new_year(found: Found) -> Stretch | None:
    """«Antes del Año Nuevo», «la víspera de Año Nuevo»; not «un año nuevo»."""
    is_told = found.has("dia", "eve") or found.before in FEAST_PREPOSITIONS | BEFORE_DEL
    return _feast_on(found, 1, 1) if is_told and found.line.is_capital(found.places["newyear"]) else None


def _feast_on(found: Found, month: int, day: int) -> Stretch | None:
    feast = a_day(_year_understood(found, month, day), month, day)
    return on(feast.first - timedelta(days=1)) if feast and found.has("eve") else feast


def resolve_easter(found: Found) -> Stretch | None:
    """«Viernes Santo», «el Domingo de Ramos»: by the western calendar, or by the eastern where the sentence says so."""
    if not found.line.is_capital(found.places["feast"]) and not found.has("sunday"):
        return None
    name = found.word("feast")
    days = EASTER_DAYS[name if name in EASTER_DAYS else f"{name} santo"]
    method = EASTER_ORTHODOX if _is_orthodox(found) else EASTER_WESTERN
    if found.has("year"):
        year = found.number("year")
        return on(easter(year, method) + timedelta(days=days)) if year in EASTER_YEARS else None
    this = found.today.year
    years = [year for year in (this, this - 1, this + 1) if year in EASTER_YEARS]
    feasts = [easter(year, method) + timedelta(days=days) for year in years]
    if found.tense == "past":
        feasts = [each for each in feasts if each <= found.today]
    elif found.tense in ("present", "future"):
        feasts = [each for each in feasts if each >= found.today]
    return on(min(feasts, key=lambda each: abs(each - found.today))) if feasts else None


def _is_orthodox(found: Found) -> bool:
    near = found.line.words[max(0, found.first - NEARBY) : found.last + NEARBY]
    return any(word.startswith("ortodox") for word in near)


OF_MONTH = "(del (<past>|<next>) mes|del mes (<past>|<next>|que <next=comes>)|de <this> (<same>)? mes)"

RULES = (
    rule(f"{A_DAY} {MONTH} {AFTER}", resolve_short_day),
    rule(f"{A_DAY} de <month> {YEAR} {AFTER}", resolve_day),
    rule(f"(<today>|<yesterday>|<tomorrow>) (,)? {A_DAY} de <month> {YEAR}", resolve_day),
    rule("(<art>)? (dia|los dias|dias)? <day=digits>", resolve_listed_day),
    rule(f"(del|desde el|de) (dia)? <a=day> (al|hasta el|a) (dia)? <b=day> {MONTH}", resolve_days),
    rule(f"entre (el)? (dia|los dias)? <a=day> y (el)? (dia)? <b=day> {MONTH}", resolve_days),
    rule(f"(<art>|los)? (dia|dias)? <a=digits> (<and>|al|a) <b=digits> {MONTH}", resolve_days),
    rule(f"<a=digits> <dash> <b=digits> {MONTH}", resolve_days),
    rule(
        f"(del|desde el|entre el) <a=day> de <month_a=month> (al|hasta el|y el) <b=day> {MONTH}",
        resolve_days_of_two_months,
    ),
    rule("<numeric>", resolve_numeric),
    rule(f"{OF_PART} (<art>) {NEAR} dia <day>", resolve_day_of_this_month),
    rule(f"{OF_PART} (<art>)? (<past>|<next>) <day=digits>", resolve_day_of_this_month),
    rule(f"<art> dia <day> {OF_MONTH}", resolve_day_of_told_month),
    rule("(los)? (<past>|<next>)? dias <a=digits> (<and>|al|a) <b=digits>", resolve_days_of_this_month),
    rule("del (dia)? <a=digits> al (dia)? <b=digits>", resolve_days_of_this_month),
    rule("entre el (dia)? <a=digits> y el (dia)? <b=digits>", resolve_days_of_this_month),
    rule(f"{OF_PART} (<art>|<this>)? {NEAR} <weekday> (,)? (dia)? <digits>", resolve_weekday_with_number),
    rule("((la)? <eve> de)? (<art>|la)? (<dia> de)? <feast>", resolve_feast),
    rule("((la)? <eve> (de|del))? (<art>)? (<dia> (de|del))? <newyear> nuevo", resolve_new_year),
    rule("(<art>)? <feast=holy> santo (ortodoxo)? (de <year>)?", resolve_easter),
    rule("(<art>)? <sunday> de (la)? <feast=easter> (ortodoxa)? (de <year>)?", resolve_easter),
    rule("la <feast=easter> (ortodoxa)? de <year>", resolve_easter),
)
