"""The rules: each has the words that it takes and what they are worth, as a stretch of the calendar.

To add an expression add a rule to one of the tables with its test in test_dates.py. Longest match wins.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

from talks.folding import fold
from talks.reading.date_grammar import Alphabet, Line, named_places, number_in
from talks.reading.date_tense import tense_at
from talks.reading.date_values import Stretch, Tense
from talks.reading.date_words import (
    DECADES,
    FEASTS,
    HUNDREDS,
    MONTHS,
    NUMBERS,
    ORDINALS,
    PARTS_OF_YEAR,
    SEASONS,
    SHORT_MONTHS,
    SMALL_NUMBERS,
    TENS,
    THIRDS,
    UNITS,
    WEEKDAYS,
)

THESE_DAYS = timedelta(days=10)
LONGEST_PARAGRAPH, LONGEST_SENTENCE = 200, 40
"""Words."""
SENTENCE_ENDS = frozenset(".?!\n")
ALPHABET = Alphabet(
    {
        "month": MONTHS,
        "short": SHORT_MONTHS,
        "weekday": WEEKDAYS,
        "day": ("#day", *(word for word in SMALL_NUMBERS if word not in ("un", "una"))),
        "thirty": ("treinta",),
        "digits": ("#day",),
        "count": ("#day", "#integer", *NUMBERS),
        "year": ("#year",),
        "clock": ("#clock",),
        "point": ("#clock", "#point"),
        "numeric": ("#numeric",),
        "unit": UNITS,
        "third": THIRDS,
        "season": SEASONS,
        "share": PARTS_OF_YEAR,
        "ordinal": ORDINALS,
        "tens": TENS,
        "hundreds": HUNDREDS,
        "small": SMALL_NUMBERS,
        "decade": DECADES,
        "feast": FEASTS,
        "holy": ("jueves", "viernes", "sabado"),
        "sunday": ("domingo",),
        "easter": ("ramos", "pascua", "resurreccion"),
        "mil": ("mil",),
        "comes": ("viene", "entra"),
        "dot": (".",),
        "dash": ("-", "–", "—"),
        "art": ("el", "del", "al"),
        "del": ("del",),
        "dia": ("dia",),
        "det": ("la", "esta", "el", "este", "esa"),
        "and": ("y", "e"),
        "eve": ("vispera",),
        "evening": ("noche", "tarde"),
        "long": ("semana", "mes", "ano"),
        "onemonth": ("mes",),
        "current": ("presente", "corriente", "actual"),
        "justly": ("justo", "exactamente", "ya", "apenas", "solo", "tan", "precisamente", "justamente"),
        "newyear": ("ano",),
        "longpast": ("antepasado", "antepasada"),
        "early": ("primeros",),
        "first_half": ("primera",),
        "second_half": ("segunda",),
        "late": ("ultimos",),
        "coming": ("proximos",),
        "later": ("despues", "tarde"),
        "earlier": ("antes",),
        "jornada": ("jornada",),
        "before_yesterday": ("anteayer", "antier", "anteanoche"),
        "yesterday": ("ayer", "anoche"),
        "today": ("hoy",),
        "tomorrow": ("manana",),
        "part": ("madrugada", "manana", "tarde", "noche", "mediodia", "medianoche", "tardenoche"),
        "this": ("este", "esta"),
        "that": ("ese", "esa", "aquel", "aquella"),
        "next": ("proximo", "proxima", "siguiente", "entrante", "venidero"),
        "past": ("pasado", "pasada", "ultimo", "ultima", "anterior", "previo", "previa"),
        "same": ("mismo", "misma"),
    }
)


PARAGRAPH = re.compile(f"[^{ALPHABET.character(chr(10))}]+")


@dataclass(frozen=True, slots=True)
class Memory:
    """What was told before: «tres días después» counts from there."""

    day: Stretch | None = None
    past_day: Stretch | None = None
    """The last one that is not after the day of writing."""
    coarse: Stretch | None = None
    """A month or a year, if one was told after the last day."""
    place: int = 0
    """The word behind the last day told."""
    other_year: int = 0
    """The last year told that is not that of the day of writing: «aquel año»."""

    def with_day(self, day: Stretch, today: date, place: int) -> Memory:
        return Memory(day, day if day.first <= today else self.past_day, place=place, other_year=self.other_year)

    def with_coarse(self, stretch: Stretch) -> Memory:
        return replace(self, coarse=stretch)


@dataclass(frozen=True)
class Found:
    """A match of a rule, with what is known where it stands."""

    line: Line
    match: re.Match[str]
    today: date
    """The day of who speaks: the day of writing, or in a quotation the day on which it was said."""
    memory: Memory = Memory()

    @property
    def first(self) -> int:
        return self.match.start()

    @property
    def last(self) -> int:
        return self.match.end() - 1

    @cached_property
    def tense(self) -> Tense:
        return tense_at(self.line, self.first, self.last)

    @property
    def told(self) -> Stretch | None:
        """The day last told; a clause in the past does not count from what is still to come."""
        return self.memory.past_day if self.tense == "past" else self.memory.day

    @property
    def told_nearby(self) -> Stretch | None:
        """The day last told, if it is of the same paragraph or of these days."""
        told = self.told
        if told is None or abs(told.first - self.today) <= THESE_DAYS:
            return told
        between = self.line.words[self.memory.place : self.first]
        return told if len(between) <= LONGEST_PARAGRAPH and "\n" not in between else None

    @property
    def is_told_in_sentence(self) -> bool:
        between = self.line.words[self.memory.place : self.first]
        return self.memory.day is not None and len(between) <= LONGEST_SENTENCE and not SENTENCE_ENDS & {*between}

    @property
    def day_of_clause(self) -> date:
        """The day told in the same sentence; else it tells of today."""
        return self.memory.day.first if self.memory.day and self.is_told_in_sentence else self.today

    @property
    def is_in_title(self) -> bool:
        return "\n" not in self.line.text[: self.line.starts[self.first]]

    @cached_property
    def places(self) -> dict[str, int]:
        """Where the words stand that the names of the pattern took."""
        return named_places(self.match)

    def has(self, *names: str) -> bool:
        """One of the names took something."""
        return not self.places.keys().isdisjoint(names)

    def word(self, name: str) -> str:
        """Folded; "" where the pattern did without it."""
        return fold(self.line.words[self.places[name]]) if name in self.places else ""

    def number(self, name: str) -> int:
        word = self.word(name)
        return number_in(word) if word[:1].isdigit() else NUMBERS[word]

    @property
    def is_of_clause(self) -> bool:
        """«Tres días después de que…», of no other day than the clause tells."""
        return self.has("later", "earlier") and self.after in ("de", "del") and not self.is_told_in_sentence

    @property
    def before(self) -> str:
        return self.line.before(self.first)

    @property
    def after(self) -> str:
        return self.line.after(self.last)


@dataclass(frozen=True, slots=True)
class Rule:
    pattern: re.Pattern[str]
    needed: tuple[frozenset[str], ...]
    """Sets of characters: a paragraph must have one of each."""
    resolve: Callable[[Found], Stretch | None]


def rule(pattern: str, resolve: Callable[[Found], Stretch | None]) -> Rule:
    return Rule(ALPHABET.compile(pattern), ALPHABET.needed(pattern), resolve)


def matches(line: Line, rules: tuple[Rule, ...]) -> Iterator[tuple[Rule, re.Match[str]]]:
    """Paragraph by paragraph: no expression goes on in the next one, and most paragraphs lack what most rules need."""
    for paragraph in PARAGRAPH.finditer(line.codes):
        start, end = paragraph.span()
        there = set(paragraph.group())
        for each in rules:
            if not any(map(there.isdisjoint, each.needed)):
                for match in each.pattern.finditer(line.codes, start, end):
                    yield each, match
