"""A grammar of words: patterns written as Spanish, compiled to regular expressions over one character per word.

A line of text becomes a string in which every word that the grammar knows is one character of its own and every other
word a dot, so that a pattern costs time linear in the number of words. In a pattern a plain word stands for itself
(folded), `<month>` for any word of that class, `<first=day>` for the same under another name, `(a|b)` and `?` for
choice and for what may be missing, `*` and `{1,8}` for repetition. A name may stand in several places of a pattern.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from talks.folding import fold

OTHER = "."
_FIRST_CHARACTER = 0xE000
_TOKEN = re.compile(
    r"([^\W\d_]+|\d{4}-\d\d-\d\d(?!\d)|\d{1,2}([/.-])\d{1,2}\2\d{4}(?!\d)|\d{1,2}[:.][0-5]\d(?![\d:]|[.,]\d)"
    r"|\d{1,2}(?:\.?[º°]|(?:ro|er|ero)\b)|\d+(?:[.,]\d+)*|[^\w\s]|\n)"
)
_PIECE = re.compile(r"<(\w+)(?:=(\w+))?>|([()|?*]|\{\d+,\d+\})|([^\s()|?*{}<>]+)")
_MAY_LACK = ("?", "*", "{0")
_PUNCTUATION = {"<open>": "(", "<close>": ")"}
_LONGEST_WORD = 24
_MOST_WORDS = 1 << 14
"""Different words whose characters are remembered."""


@dataclass(frozen=True, slots=True)
class Line:
    """The words of a text; `codes[i]` is the character of word `i`."""

    text: str
    words: list[str]
    """As printed, in lower case."""
    starts: list[int]
    ends: list[int]
    codes: str

    def is_capital(self, place: int) -> bool:
        return self.text[self.starts[place]].isupper()

    def first_word_from(self, position: int) -> int:
        """The place of the first word that begins at the character or behind it."""
        return bisect_left(self.starts, position)

    def before(self, place: int, count: int = 1) -> str:
        """The word so many places before, or "" at the beginning."""
        return self.words[place - count] if place >= count else ""

    def after(self, place: int, count: int = 1) -> str:
        return self.words[place + count] if place + count < len(self.words) else ""


class Codes(dict[str, str]):
    """By any word its character, looked up once for each word that texts bring."""

    def __init__(self, characters: Mapping[str, str]) -> None:
        super().__init__()
        self._characters = characters

    def __missing__(self, word: str) -> str:
        if len(self) >= _MOST_WORDS:
            self.clear()
        code = self._code(word)
        if len(word) <= _LONGEST_WORD:
            self[word] = code
        return code

    def _code(self, word: str) -> str:
        known = self._characters.get(word)
        if known is None and word[0].isdigit():
            return self._characters.get(kind_of_number(word), OTHER)
        return known or self._characters.get(_folded(word), OTHER)


class Alphabet:
    """One character for each word and for each kind of number; it grows while patterns are compiled."""

    def __init__(self, classes: Mapping[str, Iterable[str]]) -> None:
        self._characters: dict[str, str] = {}
        self._codes = Codes(self._characters)
        self._classes = {name: "".join(self.character(word) for word in words) for name, words in classes.items()}

    def character(self, word: str) -> str:
        self._codes.clear()
        return self._characters.setdefault(word, chr(_FIRST_CHARACTER + len(self._characters)))

    def compile(self, pattern: str) -> re.Pattern[str]:
        pieces = enumerate(_PIECE.finditer(pattern))
        return re.compile("".join(self._piece(place, *match.groups()) for place, match in pieces))

    def needed(self, pattern: str) -> tuple[frozenset[str], ...]:
        """Sets of characters, the smallest first: a text must have one of each for the pattern to match."""
        return tuple(sorted(map(frozenset, self._musts(pattern)), key=len))

    def _musts(self, pattern: str) -> list[str]:
        """The characters of each word and of each group that may not be missing; none where all is a choice."""
        pieces = list(_PIECE.finditer(pattern))
        marks = [piece.group(3) or "" for piece in pieces]
        found: list[str] = []
        depth, inside, is_sure = 0, "", True
        for piece, mark, following in zip(pieces, marks, [*marks[1:], ""], strict=True):
            if mark == "|" and not depth:
                return []
            depth += (mark == "(") - (mark == ")")
            inside += "" if mark else re.sub(r"^\(\?P<\w+>\[|\]\)$", "", self._piece(0, *piece.groups()))
            is_sure = is_sure and not mark.startswith(_MAY_LACK)
            if not depth:
                found += [inside] if inside and is_sure and not following.startswith(_MAY_LACK) else []
                inside, is_sure = "", True
        return found

    def _piece(self, place: int, name: str | None, kind: str | None, mark: str | None, word: str | None) -> str:
        if mark:
            return "(?:" if mark == "(" else mark
        if word:
            return self.character(word)
        bracket = _PUNCTUATION.get(f"<{name}>")
        if bracket:
            return self.character(bracket)
        return f"(?P<{name}__{place}>[{self._classes[str(kind or name)]}])"

    def read(self, text: str) -> Line:
        pieces = _TOKEN.split(text)
        del pieces[2::3]
        places = list(accumulate(map(len, pieces), initial=0))
        words = [word.lower() for word in pieces[1::2]]
        codes = self._codes
        return Line(text, words, places[1:-1:2], places[2::2], "".join([codes[word] for word in words]))


def named_places(match: re.Match[str]) -> dict[str, int]:
    """The places of the words that each name took; the last one, if it took several."""
    taken = match.groupdict()
    return {name.rpartition("__")[0]: match.start(name) for name, word in taken.items() if word is not None}


@lru_cache(maxsize=50_000)
def _folded(word: str) -> str:
    return fold(word[:_LONGEST_WORD]) or word


def kind_of_number(word: str) -> str:
    """The name of the kind: a pattern says `<day>`, `<year>`, `<clock>`, `<numeric>` or `<integer>`."""
    if "-" in word or "/" in word or word.count(".") == 2:
        return "#numeric"
    if ":" in word:
        return "#clock" if int(word.partition(":")[0]) < 24 else ""
    if word[-1] in "º°or":
        return "#day" if 1 <= number_in(word) <= 31 else ""
    if not word.isdecimal():
        return "#point" if "." in word and len(word) in (4, 5) and int(word.partition(".")[0]) < 24 else ""
    return _kind_of_integer(word)


def _kind_of_integer(word: str) -> str:
    if len(word) == 4 and "1000" <= word < "2100":
        return "#year"
    if len(word) < 3 and 1 <= int(word) <= 31:
        return "#day"
    return "#integer" if len(word) < 5 else ""


def number_in(word: str) -> int:
    """The number that a word of digits begins with."""
    digits = re.match(r"\d{1,9}", word)
    return int(digits.group()) if digits else 0
