"""The words of events, read once from the lexicon's folder and compiled for the search."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, NamedTuple

from talks.folding import fold
from talks.lexicon.load import FOLDER
from talks.reading.conjugation import Tense, conjugate
from talks.reading.relevance_words import words_of
from talks.reading.word_lists import WordLists, compile_lists
from talks.types import EventType


class VerbForm(NamedTuple):
    """What a form may be: `lemma` is folded; two verbs may share a form."""

    lemma: str
    tense: Tense


@dataclass(frozen=True, slots=True)
class EventWords:
    forms: Mapping[str, tuple[VerbForm, ...]]
    """By the form as printed, in lower case."""
    telling: frozenset[str]
    """Forms of the verbs that are themselves events."""
    types: Mapping[str, tuple[EventType | Literal["concession"], ...]]
    """By folded infinitive: the events that the verb is itself."""
    governors: Mapping[str, tuple[str, ...]]
    """By folded infinitive: what the verb says of an event told by a noun."""
    accepts: Mapping[str, Mapping[str, str]]
    """By type of noun and class of governor: a status, or «tense» or «start»."""
    nouns: WordLists
    needs: Mapping[str, WordLists]
    signs: WordLists
    """What changes a status, and under «groups», «offices», «counted», «elsewhere» what few sentences have."""
    groups: WordLists
    three: WordLists
    """«Trilateral»."""
    three_parties: tuple[str, ...]
    """Ids of the bodies that talk when three do."""
    heads: WordLists
    before_de: WordLists
    offices: WordLists
    counted: WordLists
    unnamed: WordLists
    matters: frozenset[str]
    """Ids of places that are spoken of rather than met in."""
    travels: frozenset[str]
    """Folded infinitives of the verbs of motion: who «llega» is there, who «viaja» is on the way."""
    going: frozenset[str]
    sent: WordLists
    """Those who are sent: «los enviados de Trump» are not Trump."""


@cache
def load_event_words() -> EventWords:
    rows: dict[str, Any] = tomllib.loads((FOLDER / "event_words.toml").read_text(encoding="utf-8"))
    forms, types = _forms(rows), _by_verb(rows["verbs"])
    return EventWords(
        forms=forms,
        telling=frozenset(form for form, verbs in forms.items() if any(verb.lemma in types for verb in verbs)),
        types=types,
        governors=_by_verb(rows["governors"]),
        accepts=rows["accepts"],
        nouns=compile_lists(rows["nouns"]),
        needs={lemma: compile_lists({lemma: words}) for lemma, words in rows["needs"].items()},
        signs=compile_lists({**rows["status"], **_rare(rows)}),
        groups=compile_lists(rows["groups"]),
        three=compile_lists({"three": rows["three"]["words"]}),
        three_parties=tuple(rows["three"]["parties"]),
        heads=compile_lists({"heads": rows["parties"]["heads"]}),
        before_de=compile_lists({"before_de": rows["parties"]["before_de"]}),
        offices=compile_lists(rows["offices"]),
        counted=compile_lists({"counted": rows["numbers"]["counted"]}),
        unnamed=compile_lists({"unnamed": rows["parties"]["unnamed"]}),
        matters=frozenset(rows["places"]["matters"]),
        travels=frozenset(verb for verb, labels in types.items() if "visit" in labels),
        going=frozenset(map(fold, rows["journeys"]["going"])),
        sent=compile_lists({"sent": rows["parties"]["sent"]}),
    )


def _rare(rows: dict[str, Any]) -> dict[str, list[str]]:
    """What is looked for clause by clause, but only in sentences that have it."""
    return {
        "groups": [phrase for phrases in rows["groups"].values() for phrase in phrases],
        "offices": [phrase for phrases in rows["offices"].values() for phrase in phrases],
        "counted": rows["numbers"]["counted"],
        "elsewhere": words_of("elsewhere"),
    }


def _forms(rows: dict[str, Any]) -> dict[str, tuple[VerbForm, ...]]:
    infinitives = sorted(
        {verb for lists in (rows["verbs"], rows["governors"]) for verbs in lists.values() for verb in verbs}
    )
    forms: dict[str, list[VerbForm]] = {}
    for infinitive in infinitives:
        for form, tense in conjugate(infinitive, rows["irregular"].get(infinitive)).items():
            forms.setdefault(form, []).append(VerbForm(fold(infinitive), tense))
    return {form: tuple(verbs) for form, verbs in forms.items()}


def _by_verb(lists: dict[str, list[str]]) -> dict[str, tuple[Any, ...]]:
    verbs: dict[str, list[str]] = {}
    for label, infinitives in lists.items():
        for infinitive in infinitives:
            verbs.setdefault(fold(infinitive), []).append(label)
    return {verb: tuple(labels) for verb, labels in verbs.items()}
