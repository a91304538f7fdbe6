"""The verbs of a sentence with their auxiliaries and their negation: «no se ha reunido» is one group."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from talks.reading.conjugation import Tense
from talks.reading.event_words import VerbForm, load_event_words
from talks.reading.grammar import table, words
from talks.reading.word_lists import Token, begins_with, compile_lists

GroupTense = Tense | Literal["perfect", "pluperfect", "hearsay", "progressive"]

_PERFECT, _PLUPERFECT, _HEARSAY = words("perfect"), words("pluperfect"), words("hearsay")
_PASSIVE: dict[str, GroupTense] = table("passive")
_PROGRESSIVE = words("progressive")
_CLITICS, _ADVERBS = words("clitics"), words("adverbs")
_BEFORE_VERB = _CLITICS | _ADVERBS
_SUBORDINATORS = words("subordinators")
_NEGATIONS, _NEGATIVE_SUBJECTS = words("negations"), words("negative_subjects")
_AFTER_IDIOM = compile_lists({"idiom": sorted(words("after_idiom"))})
_BEFORE_NOUN, _NOT_AFTER_NOUN = words("before_noun"), words("not_after_noun")
_VERBLIKE_PREPOSITIONS = words("verblike_prepositions")
_GIVING: dict[str, GroupTense] = table("giving")
_ENDED = words("ended")
_REACH = 3
"""Words between an auxiliary or a negation and its verb."""
_CONTRAST_REACH = 5
_SUBJECT_REACH = 8


PlacedForms = tuple[int, tuple[VerbForm, ...]]
"""The place of a word, and what it may be."""


class VerbGroup(NamedTuple):
    """One verb: `first` is the place of its auxiliary or negation, `place` its own."""

    lemma: str
    tense: GroupTense
    first: int
    place: int
    is_negated: bool
    is_first_person: bool
    is_bare: bool
    """A participle or gerund without auxiliary."""


def forms_in(tokens: Sequence[Token]) -> list[PlacedForms]:
    """The words that may be verbs of event_words.toml."""
    forms = load_event_words().forms
    return [(place, found) for place, token in enumerate(tokens) if (found := forms.get(token.lower))]


def find_verb_groups(tokens: Sequence[Token], forms: Sequence[PlacedForms]) -> tuple[VerbGroup, ...]:
    """Every verb, in order; a form of two verbs gives two groups."""
    groups = [
        _group(tokens, place, form.lemma, form.tense)
        for place, found in forms
        for form in found
        if not _is_noun(tokens, place, form.tense)
        if not _is_preposition(tokens, place) and not _is_idiom(tokens, place)
    ]
    auxiliaries = {place for group in groups for place in range(group.first, group.place)}
    return tuple(group for group in groups if group.place not in auxiliaries)


def _is_noun(tokens: Sequence[Token], place: int, tense: Tense) -> bool:
    """«La visita», «su propuesta», «una llamada»; «Zelenski visita» is the verb."""
    if tense not in ("present", "subjunctive", "participle", "preterite"):
        return False
    before = tokens[place - 1].lower if place else ""
    if before == "por" and tokens[place].lower in _ENDED and place > 1:
        return _taken_for(tokens, place - 2) is None
    if before in _BEFORE_NOUN:
        return not (before in _CLITICS and place > 1 and tokens[place - 2].lower in ("se", "no"))
    after = tokens[place + 1].lower if place + 1 < len(tokens) else ""
    return not before and tense != "preterite" and after in _NOT_AFTER_NOUN


def _is_preposition(tokens: Sequence[Token], place: int) -> bool:
    """«La tregua entre Rusia y Ucrania»; in «que la entre» and «que no entre en vigor» it is the verb."""
    if tokens[place].lower not in _VERBLIKE_PREPOSITIONS:
        return False
    before = [token.lower for token in tokens[max(0, place - 2) : place]]
    return (_SUBORDINATORS | _NEGATIONS).isdisjoint(before) and _CLITICS.isdisjoint(before[-1:])


def _is_idiom(tokens: Sequence[Token], place: int) -> bool:
    """«Cierra la puerta a», «cierran filas»."""
    return begins_with(tokens[place + 1 : place + 4], _AFTER_IDIOM)


def _group(tokens: Sequence[Token], place: int, lemma: str, tense: Tense) -> VerbGroup:
    first, full = _with_auxiliary(tokens, place, tense)
    is_bare = first == place and tense in ("participle", "gerund")
    start = _over(tokens, first - 1, _BEFORE_VERB)
    is_negated = start >= 0 and tokens[start].lower in _NEGATIONS
    if tense == "infinitive" and start >= 0 and tokens[start].lower == "sin":
        is_negated = True
    begins = start if is_negated and start >= 0 else min(start + 1, first)
    ending = tokens[place].lower
    speaks_of_itself = ending.endswith(("é", "emos", "amos", "imos", "nos", "me", "í"))
    auxiliary = tokens[first].lower
    is_negated = is_negated or _has_negative_subject(tokens, first)
    return VerbGroup(lemma, full, begins, place, is_negated, speaks_of_itself or auxiliary in ("he", "hemos"), is_bare)


def _with_auxiliary(tokens: Sequence[Token], place: int, tense: Tense) -> tuple[int, GroupTense]:
    """The place where the group begins, and its tense as a whole."""
    before = _over(tokens, place - 1, _ADVERBS)
    word = tokens[before].lower if before >= 0 else ""
    if tense == "gerund":
        return (before, "progressive") if word in _PROGRESSIVE else (place, tense)
    if tense != "participle":
        return place, tense
    if word == "sido" and before > 0:
        outer = _compound(tokens[_over(tokens, before - 1, _ADVERBS)].lower)
        return before - 1, outer or "perfect"
    if word == "por" and before > 0 and tokens[place].lower in _ENDED and (taken := _taken_for(tokens, before - 1)):
        return taken
    compound = _compound(word) or _PASSIVE.get(word)
    return (before, compound) if compound else (place, tense)


def _taken_for(tokens: Sequence[Token], place: int) -> tuple[int, GroupTense] | None:
    """«Dan por acabada la ronda», «han dado por concluido el día»: the place of the auxiliary, and the tense."""
    giving = tokens[place].lower
    if giving == "dado" and place > 0 and (compound := _compound(tokens[place - 1].lower)):
        return place - 1, compound
    return (place, _GIVING[giving]) if giving in _GIVING else None


def _compound(auxiliary: str) -> GroupTense | None:
    if auxiliary in _PERFECT:
        return "perfect"
    if auxiliary in _PLUPERFECT:
        return "pluperfect"
    return "hearsay" if auxiliary in _HEARSAY else None


def _over(tokens: Sequence[Token], place: int, passed: frozenset[str]) -> int:
    """The place of the first word before `place` (included) that is none of `passed`; -1 at the beginning."""
    least = place - _REACH
    while place >= 0 and place > least and tokens[place].lower in passed:
        place -= 1
    return place


def _has_negative_subject(tokens: Sequence[Token], first: int) -> bool:
    """«Ninguna reunión está prevista»; «Ginebra, y no Miami ni Oslo, acogerá la ronda» denies nothing of Ginebra."""
    for place in range(first - 1, max(0, first - _SUBJECT_REACH) - 1, -1):
        token = tokens[place]
        if token.lower in _NEGATIVE_SUBJECTS:
            before = [each.lower for each in tokens[max(0, place - _CONTRAST_REACH) : place]]
            return token.lower != "ni" or ("y", "no") not in pairwise(before)
        if token.lower in _SUBORDINATORS:
            return False
    return False
