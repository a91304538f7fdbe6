"""Rules for dates by the calendar: days with a month, days of a month told beside them, months, years, parts of years."""

from __future__ import annotations

from dataclasses import replace

from talks.reading.date_grammar import number_in
from talks.reading.date_rules import ALPHABET, Found, rule
from talks.reading.date_values import (
    Stretch,
    Tense,
    a_day,
    a_month,
    a_year,
    days_with,
    on,
    third_of_month,
    year_near,
)
from talks.reading.date_words import FEASTS, MONTHS, ORDINALS, PARTS_OF_YEAR, SEASONS, SHORT_MONTHS, THIRDS, WEEKDAYS

WORD_YEAR = "(<thousands=small>)? <mil> (<hundreds>)? (<tens> y <ones=small>|<only_tens=tens>|<teens=small>)?"
YEAR = (
    f"((de|del|,)? (ano)? <year>|de (ano)? {WORD_YEAR}|de <y_this=this> (<same>)? ano|del <y_now=current> ano"
    "|del ano <y_past=past>|del <y_past_=past> ano|del ano (<y_next=next>|que <y_comes=comes>)|del <y_next_=next> ano"
    "|de <y_that=that> (<same>)? ano|del <y_same=same> ano)?"
)
MONTH = f"(de|del)? (mes de)? (<month>|<short> (<dot>)?) {YEAR}"
AFTER = "(<after_past=past>|<after_next=next>|que <after_comes=comes>)?"
NEAR = "(<past>|<next>)?"
A_DAY = f"(<art>|<this>)? {NEAR} (dia)? (<weekday> (,)?)? (dia)? <day> {MONTH} {AFTER}"
TAIL = ALPHABET.compile(f"((,|y|e|o|u|al|a|hasta)* (<art>)? (dia)? <n=day>){{1,8}} {MONTH}")
DATELINE_DAY = ALPHABET.compile(f"(dia)? <day> {MONTH}")
YEAR_PREPOSITIONS = frozenset("en desde hasta de del para tras durante ano entre hacia antes".split())
NOT_COUNTED = frozenset(
    "tras después antes además mientras entonces apenas pues más menos sus los las unos unas ambos ambas estados"
    " tropas fuerzas rusos ellos ellas todos todas".split()
)
MONTH_PREPOSITIONS = frozenset({"en", "desde", "hasta", "entre", "durante", "hacia"})
NAMES_OF_PACTS = frozenset("acuerdo acuerdos protocolo protocolos memorando memorándum tratado convenio pactos".split())


def year_of(found: Found) -> int | None:
    """The year that the words state."""
    if found.has("year"):
        return found.number("year")
    if found.has("mil"):
        return _year_in_words(found)
    if found.has("y_this", "y_now"):
        return found.today.year
    if found.has("y_past", "y_past_"):
        return found.today.year - 1
    if found.has("y_next", "y_next_", "y_comes"):
        return found.today.year + 1
    if found.has("y_that", "y_same") and found.told:
        return found.told.first.year
    return None


def _year_in_words(found: Found) -> int:
    thousands = found.number("thousands") if found.has("thousands") else 1
    parts = ("hundreds", "tens", "ones", "only_tens", "teens")
    return thousands * 1000 + sum(found.number(part) for part in parts if found.has(part))


def month_of(found: Found) -> int:
    return MONTHS[found.word("month")] if found.has("month") else SHORT_MONTHS[found.word("short")]


def direction(found: Found) -> Tense:
    """«Pasado» and «próximo» before the tense."""
    if found.has("past", "after_past"):
        return "past"
    if found.has("next", "after_next", "after_comes"):
        return "future"
    return found.tense


def resolve_day(found: Found) -> Stretch | None:
    day, month, year = found.number("day"), month_of(found), year_of(found)
    if year is None and found.has("weekday"):
        year = _year_by_weekday(found, month, day)
    return a_day(year or year_near(found.today, month, day, direction(found)), month, day)


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
    return a_day(year_of(listed) or year_near(found.today, month, day, found.tense), month, day)


def resolve_days(found: Found) -> Stretch | None:
    """«Del 23 al 25 de noviembre», «los días 20 y 21»: days that follow each other, or the ends of a stretch."""
    a, b, month = found.number("a"), found.number("b"), month_of(found)
    if found.has("and") and b != a + 1:
        return None
    year = year_of(found) or year_near(found.today, month, b, direction(found))
    first, last = a_day(year, month, a), a_day(year, month, b)
    return Stretch(first.first, last.last) if first and last and a < b else None


def resolve_days_of_two_months(found: Found) -> Stretch | None:
    """«Del 28 de noviembre al 2 de diciembre»."""
    month_a, month_b = MONTHS[found.word("month_a")], month_of(found)
    b = found.number("b")
    year = year_of(found) or year_near(found.today, month_b, b, direction(found))
    first, last = a_day(year - (month_a > month_b), month_a, found.number("a")), a_day(year, month_b, b)
    return Stretch(first.first, last.last) if first and last and first.first < last.last else None


def resolve_numeric(found: Found) -> Stretch | None:
    """«2025-08-15», «15/08/2025»."""
    word = found.word("numeric")
    parts = [int(part) for part in word.replace("/", "-").replace(".", "-").split("-")]
    return a_day(*parts) if parts[0] > 31 else a_day(parts[2], parts[1], parts[0])


def resolve_day_of_this_month(found: Found) -> Stretch | None:
    """«El día 14», «el próximo 15»: the nearest by tense."""
    if found.after in ("%", "por", "puntos", "/") or found.after[:1].isdigit():
        return None
    day, tense = found.number("day"), direction(found)
    months = [a_month(found.today.year, found.today.month + shift).first for shift in (0, -1, 1)]
    days = [each.first for each in (a_day(month.year, month.month, day) for month in months) if each]
    if tense == "past":
        days = [each for each in days if each <= found.today] or days
    elif tense == "future":
        days = sorted(each for each in days if each >= found.today) or days
    return on(days[0]) if days else None


def resolve_weekday_with_number(found: Found) -> Stretch | None:
    """«El viernes 15»."""
    days = days_with(WEEKDAYS[found.word("weekday")], found.number("day"), found.today)
    return on(days[0]) if days else None


def resolve_month(found: Found) -> Stretch | None:
    month, year = month_of(found), year_of(found)
    if year is None and not _is_a_month(found):
        return None
    if year is None:
        year = _year_told_behind(found) or year_near(found.today, month, found.today.day, direction(found))
    stretch = a_month(year, month)
    return third_of_month(stretch, THIRDS[found.word("third")]) if found.has("third") else stretch


def _is_a_month(found: Found) -> bool:
    """«Julio», «Abril» with a capital may be somebody; «cada agosto» is no month of any year."""
    if found.before in ("cada", "meses", "todos"):
        return False
    place = found.places.get("month", found.first)
    word = found.line.text[found.line.starts[place] : found.line.ends[place]]
    return word.islower() or word.isupper() or found.before in MONTH_PREPOSITIONS or found.match.end() - found.first > 1


def _year_told_behind(found: Found) -> int | None:
    """«Octubre, noviembre y diciembre de 2018»: the year of the last is everyone's."""
    tail = MONTHS_BEHIND.match(found.line.codes, found.match.end())
    return year_of(replace(found, match=tail)) if tail else None


MONTHS_BEHIND = ALPHABET.compile(f"((,|y|e|o|a|hasta) <month>){{1,6}} {YEAR}")


def resolve_year(found: Found) -> Stretch | None:
    return a_year(year_of(found) or 0) if not _is_name_of_pact(found) else None


def resolve_bare_year(found: Found) -> Stretch | None:
    """«En 2014», «desde 2022», «(1945)»; not «2000 personas»."""
    if not _may_be_a_year(found) or _is_counted(found) or _is_name_of_pact(found):
        return None
    return a_year(found.number("year"))


def _may_be_a_year(found: Found) -> bool:
    before = found.before
    if before in YEAR_PREPOSITIONS:
        return True
    if before == "(":
        return found.after in (")", "-", "–", ",", ";")
    near = {found.line.before(found.first, 2), found.line.before(found.first, 3)}
    return before in ("a", "al", "y", "e", "o", "u", ",", "-", "–") and any(
        len(word) == 4 and word.isdecimal() for word in near
    )


def _is_counted(found: Found) -> bool:
    after = found.after
    if after in ("%", "€", "$", "km", "por"):
        return True
    if found.match.end() >= len(found.line.words) or found.line.is_capital(found.match.end()):
        return False
    return len(after) > 3 and after.endswith("s") and after.isalpha() and after not in NOT_COUNTED


def _is_name_of_pact(found: Found) -> bool:
    """«Los acuerdos de Minsk de 2015»: the year is part of a name."""
    line, first = found.line, found.first - 1
    return (
        found.before == "de"
        and first > 2
        and line.is_capital(first - 1)
        and line.words[first - 2] == "de"
        and line.words[first - 3] in NAMES_OF_PACTS
    )


def resolve_years(found: Found) -> Stretch | None:
    """«2016-2019»."""
    a, b = a_year(found.number("a")), a_year(found.number("b"))
    return Stretch(a.first, b.last, "year") if a and b and a.first < b.first else None


def resolve_part_of_year(found: Found) -> Stretch | None:
    """«El primer trimestre de 2026»."""
    months = PARTS_OF_YEAR[found.word("share")]
    place = ORDINALS[found.word("ordinal")]
    place = 12 // months if place < 0 else place
    year = year_of(found) or found.today.year
    if place * months > 12:
        return None
    return Stretch(a_month(year, (place - 1) * months + 1).first, a_month(year, place * months).last, "month")


def resolve_season(found: Found) -> Stretch | None:
    """«El verano de 2024», «este otoño», «el próximo invierno»: three whole months."""
    month, today = SEASONS[found.word("season")], found.today
    year = year_of(found)
    if year is None:
        if not found.has("this", "past", "next", "after_past", "after_next", "after_comes"):
            return None
        tense = "future" if found.has("this") else direction(found)
        year = year_near(today, month, 28, tense)
        if found.has("this") and 0 <= (today.month - month) % 12 < 3:
            year = today.year - (today.month < month)
    return Stretch(a_month(year, month).first, a_month(year, month + 2).last, "month")


def resolve_decade(found: Found) -> Stretch | None:
    """«Los años noventa», «la década de 1990»."""
    number = found.number("decade") if found.has("decade") else number_in(found.word("digits") or found.word("count"))
    if found.has("year"):
        number = found.number("year")
    if number % 10 or not (10 <= number < 100 or number > 1000):
        return None
    first, last = a_year(number if number > 100 else 1900 + number), a_year(number % 100 + 9)
    if first is None:
        return None
    last = a_year(first.first.year + 9)
    return Stretch(first.first, last.last, "year") if last else None


def resolve_feast(found: Found) -> Stretch | None:
    if found.before not in ("en", "de", "para", "hasta", "por", "desde", "tras", "durante", "la"):
        return None
    month, day = FEASTS[found.word("feast")]
    return a_day(year_near(found.today, month, day, direction(found)), month, day)


RULES = (
    rule(A_DAY, resolve_short_day),
    rule(f"(<art>|<this>)? {NEAR} (dia)? (<weekday> (,)?)? (dia)? <day> de <month> {YEAR} {AFTER}", resolve_day),
    rule("(<art>)? (dia)? <day>", resolve_listed_day),
    rule(f"(del|desde el|de) (dia)? <a=day> (al|hasta el|a) (dia)? <b=day> {MONTH}", resolve_days),
    rule(f"entre (el)? (dia|los dias)? <a=day> y (el)? (dia)? <b=day> {MONTH}", resolve_days),
    rule(f"(<art>|los)? (dia|dias)? <a=day> (<and>) <b=day> {MONTH}", resolve_days),
    rule(f"<a=day> <dash> <b=day> {MONTH}", resolve_days),
    rule(
        f"(del|desde el|entre el) <a=day> de <month_a=month> (al|hasta el|y el) <b=day> {MONTH}",
        resolve_days_of_two_months,
    ),
    rule("<numeric>", resolve_numeric),
    rule("(<art>) (<past>|<next>)? dia <day>", resolve_day_of_this_month),
    rule("(<art>)? (<past>|<next>) <day>", resolve_day_of_this_month),
    rule("(<art>|<this>)? (<past>|<next>)? <weekday> (,)? (dia)? <day>", resolve_weekday_with_number),
    rule(f"(<third> (de|del))? (<this>)? {NEAR} (mes de)? <month> {YEAR} {AFTER}", resolve_month),
    rule(f"(<third> de)? (<art>|<this>)? (<same>)? ano (<year>|{WORD_YEAR})", resolve_year),
    rule("<third> (de|del) (ano)? <year>", resolve_year),
    rule("<year>", resolve_bare_year),
    rule("<a=year> <dash> <b=year>", resolve_years),
    rule(f"(<art>)? <ordinal> <share> (del ano)? {YEAR}", resolve_part_of_year),
    rule(f"(<art>|<this>)? {NEAR} <season> {YEAR} {AFTER}", resolve_season),
    rule("(los)? anos (<decade>|<count>)", resolve_decade),
    rule("(la)? decada de (los)? (anos)? (<decade>|<count>|<year>)", resolve_decade),
    rule("<feast>", resolve_feast),
)
