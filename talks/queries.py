"""What people ask for, as values: the filter of a timeline."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from talks.folding import fold
from talks.periods import POINT, Period, last_days, parse_point
from talks.types import EventType


@dataclass(frozen=True, slots=True)
class TimelineQuery:
    """Events that carry every word (folded), between two ISO dates (days or months, both included), of one type."""

    words: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    type: EventType | None = None


TYPE_WORDS: dict[str, EventType] = {
    "reunion": "meeting", "reuniones": "meeting", "encuentros": "meeting", "llamada": "call", "llamadas": "call",
    "visita": "visit", "visitas": "visit", "declaracion": "statement", "declaraciones": "statement",
    "propuesta": "proposal", "propuestas": "proposal", "acuerdo": "agreement", "acuerdos": "agreement",
    "rechazo": "rejection", "rechazos": "rejection", "canje": "exchange", "canjes": "exchange",
    "intercambios": "exchange", "nombramiento": "appointment", "nombramientos": "appointment",
}  # fmt: skip
UNSAID = {
    "a", "al", "ante", "con", "contra", "cronologia", "cuando", "de", "del", "desde", "durante", "e", "el",
    "ella", "en", "entre", "es", "esta", "este", "fue", "ha", "han", "hasta", "hay", "hubo", "la", "las", "le",
    "les", "lo", "los", "me", "muestra", "o", "para", "paso", "pasado", "pasaron", "por", "que", "quien", "se",
    "sobre", "sucedio", "su", "sucesos", "sus", "todo", "todos", "un", "una", "y", "ya",
}  # fmt: skip
LONGEST_QUERY, MOST_WORDS, LONGEST_WORD = 300, 8, 40

_WORD = re.compile(r"\w+")
_SINCE = re.compile(
    rf"\b(?:desde|a partir de)(?: el)? (?P<first>{POINT})(?: (?:hasta|al?)(?: el)? (?P<last>{POINT}))?(?!\w)"
)
_UNTIL = re.compile(rf"\b(?:hasta|antes de)(?: el)? (?P<last>{POINT})(?!\w)")
_BETWEEN = re.compile(
    rf"\b(?:del|de|entre)(?: el)? (?P<first>{POINT}|\d{{1,2}}) (?:al?|y)(?: el)? (?P<last>{POINT})(?!\w)"
)
_RECENT = re.compile(r"\b(?:los |las )?ultim[oa]s? (?:(?P<count>\d{1,3}) )?(?P<unit>dia|semana|mes|ano)(?:s|es)?\b")
_POINT = re.compile(rf"(?<![\w/-])(?:en |durante |el )?(?P<first>{POINT})(?![\w/-])")


def parse_timeline_query(text: str, *, today: date) -> TimelineQuery:
    """Read «reuniones en Miami desde agosto»: dates and one type are recognised, the rest is words to look for.

    A month or day without a year is the last one that came.
    """
    rest = fold(text[:LONGEST_QUERY])
    query = TimelineQuery()
    for pattern, read in READERS:
        found = pattern.search(rest)
        period = read(found, today) if found else None
        if found and period:
            query = replace(query, since=period.since, until=period.until)
            rest = f"{rest[: found.start()]} {rest[found.end() :]}"
            break
    words = [word[:LONGEST_WORD] for word in _WORD.findall(rest) if word not in UNSAID]
    type_word = next((word for word in words if word in TYPE_WORDS), None)
    kept = [word for word in words if word != type_word]
    return replace(query, words=tuple(dict.fromkeys(kept))[:MOST_WORDS], type=TYPE_WORDS.get(type_word or ""))


def _read_since(found: re.Match[str], today: date) -> Period | None:
    first = parse_point(found["first"], today=today)
    if first is None or not found["last"]:
        return first and Period(first.since, None)
    last = parse_point(found["last"], today=today, after=first.since)
    return last and Period(first.since, last.until)


def _read_until(found: re.Match[str], today: date) -> Period | None:
    last = parse_point(found["last"], today=today)
    return last and Period(None, last.until)


def _read_between(found: re.Match[str], today: date) -> Period | None:
    """«Del 1 al 15 de diciembre»: a bare day takes the month of the other."""
    last = parse_point(found["last"], today=today)
    if last is None or last.since is None:
        return None
    if found["first"].isdecimal() and len(found["first"]) <= 2:
        first = parse_point(f"{last.since[:7]}-{int(found['first']):02}", today=today)
    else:
        first = parse_point(found["first"], today=today)
    if first and first.since and first.since > last.since:
        last = parse_point(found["last"], today=today, after=first.since) or last
    return first and Period(first.since, last.until)


def _read_recent(found: re.Match[str], today: date) -> Period:
    days = {"dia": 1, "semana": 7, "mes": 30, "ano": 365}[found["unit"]]
    return last_days(int(found["count"] or 1) * days, today=today)


def _read_point(found: re.Match[str], today: date) -> Period | None:
    return parse_point(found["first"], today=today)


READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], Period | None]], ...] = (
    (_SINCE, _read_since),
    (_BETWEEN, _read_between),
    (_UNTIL, _read_until),
    (_RECENT, _read_recent),
    (_POINT, _read_point),
)
