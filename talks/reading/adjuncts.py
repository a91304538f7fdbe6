"""Adjuncts beside a verb of saying: times, dates set off, where the object behind one begins."""

from __future__ import annotations

from collections.abc import Sequence

from talks.reading.appositions import JOINERS
from talks.reading.cues import is_adverb, is_infinitive, is_time, key_at
from talks.reading.phrases import Item
from talks.reading.speech_words import load_speech_words

OBJECT_ARTICLES = frozenset({"el", "la", "los", "las", "un", "una", "unos", "unas"})
BEFORE_TIMES = frozenset(["mismo", "misma", "pasado", "pasada", "último", "última", "propio", "propia"])
LONGEST_DATE = 6
"""Items of «, martes 3 de febrero,»."""
DESCRIBING = ("ado", "ada", "ido", "ida", "ados", "adas", "idos", "idas")
SHORT_SUBJECT = 5
"""Items of «La oposición ucraniana» at the start of a sentence."""
BEFORE_THAT = frozenset(["después", "antes", "luego", "pesar"])
LITTLE = frozenset(["poco", "mucho", "horas", "minutos"])


def dated_aside(items: Sequence[Item], place: int) -> int:
    """So many items of «(26.11.2025)», «, martes,»; nought where none begins."""
    closing = {"(": ")", ",": ","}.get(items[place].key)
    last = place + 1
    while last < min(len(items), place + LONGEST_DATE) and is_time(items, last):
        last += 1
    return last + 1 - place if closing and last > place + 1 and key_at(items, last) == closing else 0


def opens_object(items: Sequence[Item], place: int) -> bool:
    """«concluir sin acuerdo la cumbre que…»: behind the noun of the adjunct an article begins the object.

    «convenir en formar un grupo que…»: it stands behind the infinitive.
    """
    if key_at(items, place - 1) == "en" and is_infinitive(items[place]):
        return True
    if items[place].key not in OBJECT_ARTICLES or is_time_phrase(items, place):
        return False
    before, vocabulary = items[place - 1], load_speech_words()
    is_link = before.key in vocabulary.prepositions or before.key in vocabulary.determiners or before.key in JOINERS
    return before.kind == "word" and not is_link and not is_adverb(before.key)


def joins_adjuncts(items: Sequence[Item], place: int) -> bool:
    """«a Kiev y a los europeos»."""
    return items[place].key in JOINERS and key_at(items, place + 1) in load_speech_words().adjunct_prepositions


def is_time_phrase(items: Sequence[Item], place: int) -> bool:
    """«este martes», «la semana pasada», «ese mismo mes»."""
    if items[place].key not in load_speech_words().determiners:
        return False
    return is_time(items, place + 1) or (key_at(items, place + 1) in BEFORE_TIMES and is_time(items, place + 2))


def is_name(items: Sequence[Item], place: int) -> bool:
    """«dijo en el programa «60 Minutos» que…»."""
    return key_at(items, place - 1) in load_speech_words().naming_words


def is_of_then(items: Sequence[Item], place: int) -> bool:
    """«mantuvo antes de que…»; not «se quejaba horas antes de que…»."""
    return key_at(items, place - 1) in BEFORE_THAT and key_at(items, place - 2) not in LITTLE


def closes_description(items: Sequence[Item], comma: int) -> bool:
    """«La oposición, encabezada por Poroshenko, reclama…»: the verb is that of the noun before the participle."""
    if items[comma].key != ",":
        return False
    opening = next((at for at in range(comma - 1, 0, -1) if items[at].key == ","), 0)
    return 0 < opening <= SHORT_SUBJECT and key_at(items, opening + 1).endswith(DESCRIBING)
