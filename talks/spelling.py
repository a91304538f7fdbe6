"""Spellings: the normal form of transliterated names, and how alike two names are."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import Indel

from talks.folding import fold

_LONG_SURNAME = 6
_SLIP = 0.88
_ALIKE = 0.75
"""Similarity from which two spellings of a given name are one."""

_LETTERS = str.maketrans({"ł": "l", "ø": "o", "ı": "i", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "þ": "t"})
_VOWELS = "aeiou"
_RULES = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"[^a-z]+", " "),
        (r"kh|zh", "j"),
        (r"tsch|tch", "ch"),
        (r"sch", "sh"),
        (r"tz", "ts"),
        (r"w", "v"),
        (r"ck|q|c(?![hie])", "k"),
        (r"x", "ks"),
        (r"ph", "f"),
        (r"ou", "u"),
        (r"gu(?=[ei])", "g"),
        (r"\b(?:y|i)(?=e)", ""),
        (r"\by(?=[aou])", "i"),
        (r"y", "i"),
        (rf"(?<=[{_VOWELS}])i(?=[{_VOWELS}])", ""),
        (r"(?<![cst])h", "g"),
        (r"(.)\1+", r"\1"),
        (r"^ | $", ""),
    )
)
_DISTINCT = frozenset({frozenset({"vladimir", "volodimir"}), frozenset({"olena", "elena"})})


@lru_cache(maxsize=1 << 14)
def normal_form(name: str) -> str:
    """One spelling for every transliteration of a name: Kyslytsya, Kislitsia → kislitsia. Never shown."""
    form, before = fold(name).translate(_LETTERS), ""
    while form != before:
        before = form
        for pattern, replacement in _RULES:
            form = pattern.sub(replacement, form)
    return form


def is_same_given_name(one: str, other: str) -> bool:
    """Spellings of one given name (normal forms): alike from the initial on; Vladímir and Volodímir are two."""
    if one == other:
        return True
    if frozenset({one, other}) in _DISTINCT or one[:1] != other[:1]:
        return False
    is_of_one_gender = one.endswith("a") == other.endswith("a")
    return is_of_one_gender and Indel.normalized_similarity(one, other) >= _ALIKE


def is_same_surname(one: str, other: str) -> bool:
    """Spellings of one surname (normal forms): the same, or long ones that a slip tells apart (Kilitsia, Kislitsia)."""
    if one == other:
        return True
    is_long = min(len(one), len(other)) >= _LONG_SURNAME
    return is_long and Indel.normalized_similarity(one, other) >= _SLIP


def are_same_name(one: str, other: str) -> bool:
    """Two full names (normal forms) of one person: surname and given name are alike."""
    first, _, surname = one.partition(" ")
    other_first, _, other_surname = other.partition(" ")
    return bool(surname) and is_same_surname(surname, other_surname) and is_same_given_name(first, other_first)
