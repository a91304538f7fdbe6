"""Groups that speak: one of them, all of them, several bodies in one breath."""

from __future__ import annotations

import re

from talks.reading.bodies import body_by_id
from talks.reading.cast import NOBODY, Cast, Speaker
from talks.reading.parsed import Actor
from talks.reading.speech_words import load_speech_words

OF_THEM = re.compile(
    r"\bde (?:ellos|ellas|estos|estas|esos|esas|aquellos|aquellas|l[oa]s (?:dos|tres|cuatro|cinco|seis))\b$"
)
MEMBERS = re.compile(r"\bde (?:los|las) (?P<rest>.+)")
OTHERS = frozenset(["otro", "otra"])
ARTICLE = re.compile(r"^(?:los|las|unos|unas|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|varios|varias) ")
HARD_ENDINGS = ("res", "les", "nes", "des", "ses")
"""Plurals that add two letters: «senadores», «capitanes»."""


def is_number(actor: Actor) -> bool:
    """«los tres», «ambos»: who they are was said before."""
    return actor.head in load_speech_words().numerals


def one_of(cast: Cast, actor: Actor) -> Speaker:
    """«uno de ellos» after «dos funcionarios» is a «funcionario»; «una de las fuentes», a «fuente»."""
    shown = cast.text[actor.start : actor.end]
    if OF_THEM.search(shown):
        group = cast.group
        return group if actor.is_plural or not group.name or group.is_person else Speaker(singular(group.name))
    if shown in OTHERS:
        is_unnamed = cast.focus.name is not None and cast.focus.name[0].islower()
        return cast.focus if is_unnamed else NOBODY
    members = MEMBERS.search(shown)
    return Speaker(singular(members["rest"])) if members and not actor.is_plural else NOBODY


def singular(phrase: str) -> str:
    """«altos funcionarios europeos» → «alto funcionario europeo»; what follows a preposition stays."""
    words = ARTICLE.sub("", phrase).split()
    end = next((i for i, word in enumerate(words) if word in load_speech_words().prepositions), len(words))
    return " ".join([*(map(_one, words[:end])), *words[end:]])


def _one(word: str) -> str:
    if word.endswith("ces"):
        return word[:-3] + "z"
    if word.endswith(HARD_ENDINGS):
        return word[:-2]
    return word.removesuffix("s")


def bodies_together(cast: Cast, actor: Actor) -> Speaker:
    """«París y Londres avisan»: both, in their order; nobody when one of the list is no body."""
    names = [body_by_id(cast, name).name for name in actor.words]
    if not all(names) or not names:
        return NOBODY
    listed = [name for name in names if name]
    return Speaker(f"{', '.join(listed[:-1])} y {listed[-1]}")
