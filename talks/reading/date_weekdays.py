"""Rules for days told by their weekday: el martes, el próximo jueves, la cumbre del viernes."""

from __future__ import annotations

import re
from datetime import date

from talks.folding import fold
from talks.reading.date_calendar import AFTER, NEAR
from talks.reading.date_relative import DAY, FROM_TOLD, OF_PART, PART
from talks.reading.date_rules import Found, rule
from talks.reading.date_small_hours import is_of_coming_night
from talks.reading.date_tense import tense_of_subject
from talks.reading.date_tense_words import RAN_OUT, TERMS
from talks.reading.date_values import WEEK, Stretch, Tense, last_weekday, next_weekday, on, week_of, weekday_near
from talks.reading.date_words import WEEKDAYS, words

WHICH_WEEK = (
    "(de la semana (<w_past=past>|<w_next=next>|que <w_next=comes>)|de la (<w_past=past>|<w_next=next>) semana"
    "|de <w_this=this> (<same>)? semana)"
)
ANNOUNCING = re.compile(r"(?:anunci|decret|acord|acuerd|pact|propus|propon|ofrec|declar)\w*")
NOBODY_PLANS = re.compile(
    r"(?:ataque|bombarde|atentado|explosi|incidente|matanza|masacre|filtraci|apag[oó]n|emboscada)\w*"
)
HOURS = words("horas minutos")
ANNOUNCED_WITHIN = 12
STOPS = frozenset(".;:|\n")
FORECASTS = frozenset({("se", "espera"), ("se", "esperan"), ("se", "prevé"), ("se", "prevén")})
NOBODY = words("no nadie nunca nada ningún ninguno ninguna")
TRUCES = words("tregua treguas fuego plazo prórroga")
COPULAS = words("es sea será fuera fuese sería")
TERM_WITHIN = 5
PAIRED = words("o u y e a al hasta entre") | {","}
WAS = words("era fue")
TERM_WAS = words("era eran fue")
"""«El plazo era hasta el viernes»: it has run out."""
ARTICLES = words("el del al este próximo pasado")
PREPOSITIONS = words("tras para antes hasta desde después en durante a ante con")
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
        return on(_coming(found, weekday))
    if found.has("past"):
        return on(last_weekday(_base(found, "past"), weekday))
    day = weekday_near(today, weekday, weekday_tense(found), is_near=found.has("this"))
    return on(today + DAY) if day == today + DAY - WEEK and is_of_coming_night(found) else on(day)


def _coming(found: Found, weekday: int) -> date:
    """Where a text tells of «hoy», «el próximo domingo» is not its «mañana»: on a Saturday it is in a week."""
    day = next_weekday(_base(found, "next"), weekday)
    is_tomorrow = day == found.today + DAY and found.word("next") == "proximo"
    return day + WEEK if is_tomorrow and _tells_of_today(found) else day


def _tells_of_today(found: Found) -> bool:
    words_, today = found.line.words, found.today.weekday()
    return any(
        word in ("hoy", "ayer") or (word == "este" and WEEKDAYS.get(fold(after)) == today)
        for word, after in zip(words_, words_[1:], strict=False)
    )


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
        if found.tense != "future" and _is_of_what_nobody_plans(found):
            return "past"
        is_of_subject = not PREPOSITIONS.intersection(found.line.words[max(0, found.first - 4) : found.first])
        return (tense_of_subject(found.line, found.last) if is_of_subject else "") or "either"
    if before == "hasta" and found.line.before(found.first, 2) in TERM_WAS:
        return "past"
    if "hasta" in (before, opening) and not went_on(found) and not _began_only_then(found):
        return "future"
    if _is_called_a_term(found):
        return "future"
    return "either" if RAN_OUT.fullmatch(before) else found.tense


def went_on(found: Found) -> bool:
    """«La tregua duró hasta el domingo»: it is over."""
    near = found.line.words[max(0, found.first - ANNOUNCED_WITHIN) : found.first]
    return found.tense == "past" and any(LASTING.fullmatch(word) for word in near)


def _began_only_then(found: Found) -> bool:
    """«Nadie lo sabía hasta el miércoles»: it is over."""
    near = found.line.words[max(0, found.first - ANNOUNCED_WITHIN) : found.first]
    stop = max((place for place, word in enumerate(near) if word in STOPS or word in (",", "que")), default=-1)
    clause = near[stop + 1 :]
    return found.tense == "past" and not NOBODY.isdisjoint(clause) and TRUCES.isdisjoint(clause)


def _is_called_a_term(found: Found) -> bool:
    """«Negó que el martes fuera la fecha tope»."""
    if found.after not in COPULAS:
        return False
    near = found.line.words[found.last + 2 : found.last + 2 + TERM_WITHIN]
    stop = next((place for place, word in enumerate(near) if word in STOPS or word == ","), len(near))
    return not TERMS.isdisjoint(near[:stop])


def _announces(found: Found) -> bool:
    """«Anuncia una tregua desde el viernes»: what is announced is to come."""
    words_before = found.line.words[max(0, found.first - ANNOUNCED_WITHIN) : found.first]
    stop = max((place for place, word in enumerate(words_before) if word in STOPS), default=-1)
    clause = words_before[stop + 1 :]
    is_forecast = any(pair in FORECASTS for pair in zip(clause, clause[1:], strict=False))
    return is_forecast or any(ANNOUNCING.fullmatch(word) for word in clause)


def is_of_deadline(found: Found) -> bool:
    """«El plazo del jueves», «el ultimátum de este jueves»."""
    return is_attribute(found) and _owner(found) in TERMS


def _owner(found: Found) -> str:
    """The noun of which the weekday is told."""
    return found.line.before(found.first, 2) if found.before == "de" else found.before


def _is_of_what_nobody_plans(found: Found) -> bool:
    """«Los ataques del jueves»; «vio algo en las cinco horas del martes»."""
    owner = _owner(found)
    return NOBODY_PLANS.fullmatch(owner) is not None or (owner in HOURS and found.tense == "past")


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
    if found.before in WAS and found.after not in ("o", ",", "de"):
        return True  # «Era miércoles y llovía»
    return found.before in PAIRED and any(
        fold(line.before(first, count)) in WEEKDAYS and line.before(first, count + 1) in ARTICLES for count in (2, 3)
    )


RULES = (
    rule(
        f"{OF_PART} (<art>|<this>|<that>)? (<same>)? {NEAR} <weekday> ({WHICH_WEEK}|{AFTER}) {PART}",
        resolve_weekday,
    ),
    rule("(los)? <coming> <a=weekday> <and> <b=weekday>", resolve_weekdays),
)
