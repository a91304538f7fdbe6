"""Whether a text says that a meeting is over, and how it went: «acaban sin compromiso», «más cerca que nunca».

What is told of a meeting is told in words that govern it or are governed by it, in its own clause: «mientras Rusia
avanza en Pokrovsk» is none. The words are data, in `outcomes.toml`.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Final, Literal

from talks.folding import fold, words_of

Outcome = Literal[0, 1, 2]
"""From what says nothing to what says most."""
NONE: Final = 0
ENDED: Final = 1
RESULT: Final = 2
LONGEST = 1000
"""Characters looked at; a title and a sentence have fewer."""
SAID_OF_IT = re.compile(r": ?[«“\"]")
OPENING_MARK = re.compile(r"[«“\"]")
REFERENCE = re.compile(r"<(\w+)>")


def outcome_in(text: str, *, is_under_way: bool = False) -> Outcome:
    """Of a meeting that is under way it counts only where the text says that it is over."""
    clauses = _clauses_of_meeting(fold(text[:LONGEST]))
    if _any_says("went", clauses):
        return RESULT
    has_ended = _any_says("ended", clauses)
    if is_under_way and not has_ended:
        return NONE
    if _any_says("result", clauses) or _has_quoted(clauses):
        return RESULT
    return ENDED if has_ended else NONE


def tells_by_words(title: str, outcome: Outcome) -> bool:
    """«Acaba la reunión: «Estamos muy cerca»»: who was there says how it went."""
    return outcome == ENDED and SAID_OF_IT.search(title) is not None


def speaks_of_meeting(folded: str) -> bool:
    """Whether it has a word for one, or for who meet."""
    return _words("meet").search(folded) is not None


def _clauses_of_meeting(folded: str) -> list[str]:
    """Those that name one; all of a text that names none, as «Rusia y Ucrania acaban sin acuerdo»."""
    clauses = re.split(rf";|{_words('apart').pattern}", folded)
    return [clause for clause in clauses if _words("meet").search(clause)] or clauses


def _any_says(name: str, clauses: list[str]) -> bool:
    return any(_words(name).search(" ".join(words_of(clause))) for clause in clauses)


def _has_quoted(clauses: list[str]) -> bool:
    quotations = [part for clause in clauses for part in OPENING_MARK.split(clause)[1:]]
    return any(_words("quoted").match(" ".join(words_of(each))) for each in quotations)


@cache
def _words(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b{_any_of(name)}(?!\w)")


@cache
def _any_of(name: str) -> str:
    return f"(?:{'|'.join(REFERENCE.sub(lambda found: _any_of(found[1]), each) for each in _rows()[name])})"


@cache
def _rows() -> dict[str, list[str]]:
    rows: dict[str, list[str]] = tomllib.loads((Path(__file__).parent / "outcomes.toml").read_text(encoding="utf-8"))
    return rows
