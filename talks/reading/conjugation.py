"""The forms of a Spanish verb from its infinitive: third persons, the first ones of quotations, and what has no person.

Regular by rule, with the spelling changes of -car, -gar, -zar; irregular forms are given by the caller.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, get_args

Tense = Literal[
    "present", "preterite", "imperfect", "future", "conditional", "subjunctive", "past_subjunctive",
    "participle", "gerund", "infinitive",
]  # fmt: skip
TENSES: tuple[Tense, ...] = get_args(Tense)

_ENDINGS: dict[str, dict[Tense, tuple[str, ...]]] = {
    "a": {
        "present": ("a", "an"),
        "preterite": ("ó", "aron", "é", "amos"),
        "imperfect": ("aba", "aban"),
        "subjunctive": ("e", "en", "emos"),
        "past_subjunctive": ("ara", "aran", "ase", "asen"),
        "participle": ("ado", "ada", "ados", "adas"),
        "gerund": ("ando", "ándose"),
    },
    "i": {
        "present": ("e", "en"),
        "preterite": ("ió", "ieron", "í", "imos"),
        "imperfect": ("ía", "ían"),
        "subjunctive": ("a", "an", "amos"),
        "past_subjunctive": ("iera", "ieran", "iese", "iesen"),
        "participle": ("ido", "ida", "idos", "idas"),
        "gerund": ("iendo", "iéndose"),
    },
}
_FUTURE_ENDINGS = ("á", "án", "é", "emos")
_CONDITIONAL_ENDINGS = ("ía", "ían")
_CLITICS = ("", "se", "nos", "me", "lo", "le", "la", "los", "les", "las")
_BEFORE_E = {"c": "qu", "g": "gu", "z": "c"}
"""The last letter of a stem in -ar before an e: «tocar, toque»."""


def conjugate(infinitive: str, irregular: Mapping[str, list[str] | str] | None = None) -> dict[str, Tense]:
    """Every form with its tense; where two tenses share a form the first of `TENSES` has it."""
    given = irregular or {}
    forms: dict[str, Tense] = {}
    for tense in TENSES:
        stated = given.get(tense)
        for form in stated if isinstance(stated, list) else _regular(infinitive, tense, given):
            forms.setdefault(form, tense)
    return forms


def _regular(infinitive: str, tense: Tense, given: Mapping[str, list[str] | str]) -> Iterator[str]:
    if tense == "infinitive":
        yield from (f"{infinitive}{clitic}" for clitic in _CLITICS)
    elif tense == "future" and "future_forms" in given:
        yield from given["future_forms"]
    elif tense in ("future", "conditional"):
        stem = str(given.get("future", infinitive))
        yield from (stem + ending for ending in (_FUTURE_ENDINGS if tense == "future" else _CONDITIONAL_ENDINGS))
    else:
        stem = infinitive[:-2]
        kind = "a" if infinitive.endswith("ar") else "i"
        yield from (_joined(stem, ending, kind) for ending in _ENDINGS[kind][tense])


def _joined(stem: str, ending: str, kind: str) -> str:
    if kind == "a" and ending[0] in "eé":
        return stem[:-1] + _BEFORE_E.get(stem[-1], stem[-1]) + ending
    if kind == "i" and stem[-1:] == "g" and ending[0] in "ao":
        return stem[:-1] + "j" + ending
    return stem + ending
