"""«Acabó pasada la una de la madrugada del martes», told on Monday evening across the ocean: the night to come."""

from __future__ import annotations

import re
from collections.abc import Iterable

from talks.reading.date_grammar import Line
from talks.reading.date_rules import Found
from talks.reading.date_tense_words import CLAUSES, HARD_STOPS
from talks.reading.date_verbs import kind_of

ENDED = re.compile(r"(?:acab|termin|finaliz|culmin)(?:ó|aron)|conclu(?:yó|yeron)")
"""What has just ended is told at once; anything else of that hour is a week old."""
HOUR = r"\blas?\s+(?:una|dos|tres|cuatro|cinco|0?[0-5])"
PART = r"(?:\s+y\s+(?:cuarto|media))?"
FIGURES = r"[:.hH][0-5]\d(?:\s?h\w*\.?|\s?a\.?\s?m\b\.?)?"
BEFORE_NIGHT = re.compile(rf"{HOUR}(?:[:.hH][0-5]\d)?{PART}\s+de\s+$", re.IGNORECASE)
"""«La una y media de |la madrugada del martes»."""
BEFORE_DAY = re.compile(rf"{HOUR}{FIGURES}\s+(?:de\s+)?$", re.IGNORECASE)
BEHIND_DAY = re.compile(
    rf",?\s+(?:a\s+|hacia\s+|sobre\s+|pasadas?\s+)?{HOUR}(?:{FIGURES}(?!\s?p\.?\s?m)|{PART}\s+de\s+la\s+(?:madrugada|mañana))",
    re.IGNORECASE,
)
LEAD = 40
REACH = 14
"""Words between a day and its verb."""


def is_of_coming_night(found: Found) -> bool:
    """Of a weekday that is tomorrow's."""
    return _is_of_small_hours(found) and _has_ended(found)


def _is_of_small_hours(found: Found) -> bool:
    text, start, end = found.line.text, found.line.starts[found.first], found.line.ends[found.last]
    part, lead = found.word("of"), text[max(0, start - LEAD) : start]
    if part:
        return part == "medianoche" or (part in ("madrugada", "manana") and BEFORE_NIGHT.search(lead) is not None)
    return BEFORE_DAY.search(lead) is not None or BEHIND_DAY.match(text, end) is not None


def _has_ended(found: Found) -> bool:
    """The verb before it, or the one behind it where none stands before."""
    line, first, last = found.line, found.first, found.last
    before = _past_verb(line, range(first - 1, max(-1, first - 1 - REACH), -1))
    verb = before or _past_verb(line, range(last + 1, min(len(line.words), last + 1 + REACH)))
    return ENDED.fullmatch(verb) is not None


def _past_verb(line: Line, places: Iterable[int]) -> str:
    """The nearest one of the clause; "" where there is none."""
    for place in places:
        word = line.words[place]
        if word in HARD_STOPS or word in CLAUSES:
            return ""
        if kind_of(word) == "past":
            return word
    return ""
