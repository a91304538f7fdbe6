"""Clauses of a sentence, cut by conjunctions, relatives and strong punctuation: the scope of negation and of a date."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from talks.lexicon.load import SpeechVerb
from talks.reading.grammar import words
from talks.reading.verb_groups import VerbGroup
from talks.reading.word_lists import Token

ASIDE = ","
"""The link of a reporting clause put behind what it reports."""
_CLOSING = frozenset(',»”"')
_PERFECT = words("perfect")
_STRONG = frozenset(";:—–()…|[]")
_SUBORDINATORS, _RELATIVES = words("subordinators"), words("relatives")
_ADJUNCTS, _COORDINATORS = words("adjuncts"), words("coordinators")
_OPENERS = _SUBORDINATORS | _COORDINATORS | {"que"}
"""Without a mark before it no other word opens a clause."""
_NOT_BEFORE_QUE, _LIGHT = words("not_before_que"), words("light")
_LENGTHS = words("lengths")
_LENGTH_REACH = 4
_SUBJECT_STARTS = frozenset(("el", "la", "los", "las", "ambos", "ambas", "su", "sus"))
_SUBJECT_REACH = 5


class Clause(NamedTuple):
    """Places of its first and last word; `link` is the word that opens it, empty for a main clause."""

    first: int
    last: int
    link: str
    is_reporting: bool
    """It says that somebody says something: its date is that of the saying."""


def split_clauses(
    text: str, tokens: Sequence[Token], verbs: Sequence[VerbGroup], speech: Sequence[SpeechVerb]
) -> tuple[Clause, ...]:
    """In order, without gaps."""
    finite = {verb.first for verb in verbs if verb.tense not in ("participle", "gerund", "infinitive")}
    said = _said(tuple(speech))
    finite |= {place for place, token in enumerate(tokens) if token.lower in said}
    starts: list[tuple[int, str]] = [(0, _opening(tokens[0]) if tokens else "")]
    for place in range(1, len(tokens)):
        if place in finite and _is_back_in_the_main_clause(starts, place, finite):
            starts.append((place, ""))
            continue
        gap = text[tokens[place - 1].end : tokens[place].start]
        if gap == " " and tokens[place].lower not in _OPENERS:
            continue
        link = _link(gap, tokens, place, finite, starts[-1])
        if link is None and _is_aside(gap, tokens, place, finite, said, starts[-1][0]):
            link = ASIDE
        if link is not None:
            starts.append((place, link))
    ends = [start - 1 for start, _ in starts[1:]] + [len(tokens) - 1]
    following = [link for _, link in starts[1:]] + [""]
    return tuple(
        Clause(first, last, link, _is_reporting(tokens[first : last + 1], link, after, said))
        for (first, link), last, after in zip(starts, ends, following, strict=True)
        if first <= last
    )


def _is_reporting(tokens: Sequence[Token], link: str, following: str, said: frozenset[str]) -> bool:
    return link in ("según", ASIDE) or (following == "que" and any(token.lower in said for token in tokens))


def _opening(token: Token) -> str:
    return token.lower if token.lower in _SUBORDINATORS else ""


def _is_aside(
    gap: str, tokens: Sequence[Token], place: int, finite: set[int], said: frozenset[str], start: int
) -> bool:
    """«Se verán el lunes, informó el Kremlin»: a verb of saying behind a clause that has its own verb."""
    if _CLOSING.isdisjoint(gap) or not any(start <= verb < place for verb in finite):
        return False
    return tokens[place].lower in said or _is_perfect_of(tokens, place, said)


def _is_perfect_of(tokens: Sequence[Token], place: int, said: frozenset[str]) -> bool:
    """«Ha dicho»."""
    return tokens[place].lower in _PERFECT and " ".join(token.lower for token in tokens[place : place + 2]) in said


def _link(gap: str, tokens: Sequence[Token], place: int, finite: set[int], last: tuple[int, str]) -> str | None:
    """The word that opens a clause at `place`, "" for a main one; None where no clause begins."""
    opened_by = last[1]
    word, before = tokens[place].lower, tokens[place - 1].lower
    if _is_subordinator(tokens, place):
        return word
    if not _STRONG.isdisjoint(gap) and not (gap == ":" and before.isdigit() and word.isdigit()):
        return ""
    if "," in gap and opened_by in _ADJUNCTS:
        return ""
    if "," in gap and opened_by in _RELATIVES and _is_finite(tokens, place, finite):
        return ""
    if word in _COORDINATORS and (
        _is_finite(tokens, place + 1, finite) or ("," in gap and _has_subject_and_verb(tokens, place, finite, last[0]))
    ):
        return word
    return None


def _has_subject_and_verb(tokens: Sequence[Token], place: int, finite: set[int], start: int) -> bool:
    """«Se vieron el lunes, y las conversaciones seguirán hoy»: another subject with its own verb."""
    begins = place + 1 < len(tokens) and tokens[place + 1].lower in _SUBJECT_STARTS
    has_verb_before = any(start <= verb < place for verb in finite)
    return begins and has_verb_before and any(place + 2 < verb <= place + _SUBJECT_REACH for verb in finite)


def _is_back_in_the_main_clause(starts: Sequence[tuple[int, str]], place: int, finite: set[int]) -> bool:
    """«Los negociadores que se vieron en Ankara presentarán el lunes»: the second verb is that of the negotiators."""
    opened, link = starts[-1]
    if len(starts) < 2 or link not in _RELATIVES or link == "cuando":
        return False
    is_antecedent_without_verb = not any(starts[-2][0] <= verb < opened for verb in finite)
    return is_antecedent_without_verb and any(opened < verb < place - 1 for verb in finite)


def _is_subordinator(tokens: Sequence[Token], place: int) -> bool:
    word = tokens[place].lower
    if word == "que":
        return tokens[place - 1].lower not in _NOT_BEFORE_QUE
    return word in _SUBORDINATORS and not _tells_how_long(tokens, place)


def _tells_how_long(tokens: Sequence[Token], place: int) -> bool:
    """«Durante varios días», «durante más de dos horas»: how long the verb before lasts."""
    behind = tokens[place + 1 : place + 1 + _LENGTH_REACH]
    return tokens[place].lower == "durante" and any(token.folded in _LENGTHS for token in behind)


def _is_finite(tokens: Sequence[Token], place: int, finite: set[int]) -> bool:
    """A verb stands there, pronouns and short adverbs before it left out."""
    for near in range(place, min(place + 3, len(tokens))):
        if near in finite:
            return True
        if tokens[near].lower not in _LIGHT:
            return False
    return False


@lru_cache(maxsize=8)
def _said(speech: tuple[SpeechVerb, ...]) -> frozenset[str]:
    return frozenset(form for verb in speech for form in verb.forms)
