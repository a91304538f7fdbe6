"""Rules for months, years, and parts of a year."""

from __future__ import annotations

from dataclasses import replace

from talks.reading.date_calendar import AFTER, NEAR, WORD_YEAR, YEAR, direction, month_of, year_of
from talks.reading.date_grammar import number_in
from talks.reading.date_rules import ALPHABET, Found, rule
from talks.reading.date_values import Stretch, Tense, a_month, a_year, month_near, third_of_month
from talks.reading.date_verbs import kind_of
from talks.reading.date_weekdays import went_on
from talks.reading.date_words import DECADES, ORDINALS, PARTS_OF_YEAR, SEASONS, THIRDS, words

YEAR_PREPOSITIONS = words(
    "en desde hasta de del para tras durante ano año entre hacia antes acabe termine concluya finalice empiece comience"
)
YEAR_STARTS = frozenset({"", "\n", ".", ",", ";", "y", "que"})
"""Before «el 2025 fue duro»."""
MONTH_PREPOSITIONS = words("en desde hasta entre durante hacia")
NOT_COUNTED = words(
    "tras después antes además mientras entonces apenas pues más menos sus los las unos unas ambos ambas estados tropas"
    " fuerzas rusos ellos ellas todos todas"
)
NAMES_OF_PACTS = words("acuerdo acuerdos protocolo protocolos memorando memorándum tratado convenio pactos")
VOTES = words("elecciones comicios legislativas presidenciales municipales generales parlamentarias")
VOTED = words(
    "tras desde después derrota victoria triunfo resultado resultados ganador ganadora vencedor vencedora ganó perdió"
)
VOTE_WITHIN = 9
JUST_OVER = 2
"""Months in which a vote may still be the last one."""
SINCE_WITHIN = 9
"""Words from «desde la renuncia de…» to its month."""
GIVEN_NAMES = words("julio abril")
MONTHS_BEHIND = ALPHABET.compile(f"((,|y|e|o|a|hasta) (de)? <month>){{1,6}} {YEAR}")
LONGEST_BIRTHPLACE = 4
"""Words between the bracket and the comma."""


def resolve_month(found: Found) -> Stretch | None:
    month, year = month_of(found), year_of(found)
    if year is None and not _is_a_month(found):
        return None
    year = year or _year_told_behind(found)
    stretch = a_month(year, month) if year else month_near(found.today, month, _tense(found))
    return third_of_month(stretch, THIRDS[found.word("third")]) if found.has("third") else stretch


def resolve_days_of_month(found: Found) -> Stretch | None:
    """«Los primeros días de marzo» are its beginning, «los últimos» its end."""
    month, year = month_of(found), year_of(found)
    stretch = a_month(year, month) if year else month_near(found.today, month, _tense(found))
    return third_of_month(stretch, 0 if found.has("early") else 2)


def _tense(found: Found) -> Tense:
    """«La primera desde la cumbre de agosto» may stand beside a future; «desde enero» is over beside a present."""
    tense = direction(found)
    if found.has("past", "next"):
        return tense
    if found.before == "de" and found.line.before(found.first, 2) == "antes" and tense in ("past", ""):
        return "either"  # «quiere que firmen antes de junio», whatever verb stands near
    if tense != "past" and _is_of_vote_to_come(found):
        return "future"
    if found.before == "en" and _is_since_something(found):
        return "past"
    if tense == "future" and found.before in ("de", "del", "desde"):
        return "present" if found.before != "desde" else ""
    if found.before == "hasta" and tense == "past" and not went_on(found):
        return ""
    return "past" if tense == "present" and found.before == "desde" else tense


def _is_of_vote_to_come(found: Found) -> bool:
    """«Le preocupan las elecciones de noviembre»: votes are set long ahead; not «tras las elecciones de noviembre»."""
    near = found.line.words[max(0, found.first - VOTE_WITHIN) : found.first]
    if found.before != "de" or VOTES.isdisjoint(near[-3:]) or not VOTED.isdisjoint(near):
        return False
    return (found.today.month - month_of(found)) % 12 > JUST_OVER


def _is_since_something(found: Found) -> bool:
    """«Vacante desde la renuncia de Yermak en noviembre»."""
    near = found.line.words[max(0, found.first - SINCE_WITHIN) : found.first]
    since = next((place for place in range(len(near) - 1, -1, -1) if near[place] == "desde"), -1)
    return (
        since >= 0
        and near[since + 1 : since + 2] in (["la"], ["el"], ["su"])
        and not {",", ".", ";", "que"} & {*near[since:]}
    )


def _is_a_month(found: Found) -> bool:
    """«Julio», «Abril» with a capital may be somebody; «cada agosto» is no month of any year."""
    if found.before in ("cada", "meses", "todos") or (found.has("third") and found.before in ORDINALS):
        return False
    place = found.places["month"]
    word = found.line.text[found.line.starts[place] : found.line.ends[place]]
    if word.islower() or word.isupper() or found.before in MONTH_PREPOSITIONS or found.match.end() - found.first > 1:
        return True
    is_at_start = found.before in ("", "\n", ".", "«", "“", '"', "(", "y", "o")
    return is_at_start and found.word("month") not in GIVEN_NAMES


def _year_told_behind(found: Found) -> int | None:
    """«Octubre, noviembre y diciembre de 2018»: the year of the last is everyone's."""
    tail = MONTHS_BEHIND.match(found.line.codes, found.match.end())
    return year_of(replace(found, match=tail)) if tail else None


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
    if before == "," and found.after == ")" and _is_behind_birthplace(found):
        return True
    if found.line.words[found.first] == "el" and before in YEAR_STARTS and kind_of(found.after):
        return True
    near = {found.line.before(found.first, 2), found.line.before(found.first, 3)}
    return before in ("a", "al", "y", "e", "o", "u", ",", "-", "–") and any(
        len(word) == 4 and word.isdecimal() for word in near
    )


def _is_behind_birthplace(found: Found) -> bool:
    """«Ana Ruiz (Medina del Campo, 1968)»."""
    line, comma = found.line, found.first - 1
    near = range(comma - 1, max(-1, comma - 2 - LONGEST_BIRTHPLACE), -1)
    bracket = next((place for place in near if line.words[place] == "("), comma)
    return bracket < comma - 1 and line.is_capital(bracket + 1) and line.is_capital(comma - 1)


def _is_counted(found: Found) -> bool:
    after = found.after
    if after in ("%", "€", "$", "km") or (after == "por" and _is_rate(found.line.after(found.last, 2))):
        return True
    if found.match.end() >= len(found.line.words) or found.line.is_capital(found.match.end()):
        return False
    return len(after) > 3 and after.endswith("s") and after.isalpha() and after not in NOT_COUNTED


def _is_rate(word: str) -> bool:
    """«2000 por ciento», «2000 por 2000»; not «firmado en 2010 por los dos»."""
    return word in ("ciento", "cien", "mil", "cada") or word[:1].isdigit()


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


def resolve_two_years(found: Found) -> Stretch | None:
    """«Para 2026 y 2027»: two that follow each other, and no list."""
    follow_each_other = found.number("b") == found.number("a") + 1
    return resolve_years(found) if follow_each_other and found.before in YEAR_PREPOSITIONS else None


def resolve_part_of_year(found: Found) -> Stretch | None:
    """«El primer trimestre de 2026»."""
    months = PARTS_OF_YEAR[found.word("share")]
    place = ORDINALS[found.word("ordinal")]
    place = 12 // months if place < 0 else place
    year = year_of(found) or (found.today.year if found.has("del") else None)
    if year is None or place * months > 12:
        return None
    return Stretch(a_month(year, (place - 1) * months + 1).first, a_month(year, place * months).last, "month")


def resolve_season(found: Found) -> Stretch | None:
    """«El verano de 2024», «este otoño», «el próximo invierno»: three whole months."""
    month, today = SEASONS[found.word("season")], found.today
    year = year_of(found)
    if year is None:
        if not found.has("this", "past", "next"):
            return None
        if found.has("this") and (today.month - month) % 12 < 3:
            year = today.year - (today.month < month)
        else:
            year = month_near(today, month, "future" if found.has("this") else direction(found)).first.year
    return Stretch(a_month(year, month).first, a_month(year, month + 2).last, "month")


def resolve_decade(found: Found) -> Stretch | None:
    """«Los años noventa», «la década de 1990»."""
    number = _decade(found)
    if number % 10 or not (10 <= number < 100 or number > 1000):
        return None
    first = a_year(number if number > 100 else 1900 + number)
    last = a_year(first.first.year + 9) if first else None
    return Stretch(first.first, last.last, "year") if first and last else None


def _decade(found: Found) -> int:
    if found.has("decade"):
        return DECADES[found.word("decade")]
    return number_in(found.word("year") or found.word("count")) or 1


RULES = (
    rule(f"(<third> (de|del))? (<this>)? {NEAR} (mes de)? <month> {YEAR} {AFTER}", resolve_month),
    rule(f"<art> (<past>|<next>) mes de <month> {YEAR}", resolve_month),
    rule(f"los (<early>|<late>) dias (de|del) (mes de)? <month> {YEAR} {AFTER}", resolve_days_of_month),
    rule(f"(<third> de)? (<art>|<this>)? (<same>)? ano (<year>|{WORD_YEAR})", resolve_year),
    rule("<third> (de|del) (ano)? <year>", resolve_year),
    rule("(el)? <year>", resolve_bare_year),
    rule("<a=year> <dash> <b=year>", resolve_years),
    rule("<a=year> <and> <b=year>", resolve_two_years),
    rule(f"(<art>)? <ordinal> <share> {YEAR}", resolve_part_of_year),
    rule("(<art>)? <ordinal> <share> <del> ano", resolve_part_of_year),
    rule(f"(<art>|<this>)? {NEAR} <season> {YEAR} {AFTER}", resolve_season),
    rule("los anos (<decade>|<count>)", resolve_decade),
    rule("(la)? decada de (los)? (anos)? (<decade>|<count>|<year>)", resolve_decade),
)
