"""Groups that speak: one of them, all of them, several bodies in one breath."""

from __future__ import annotations

import re
from collections.abc import Sequence

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
STRESSED = {"an": "án", "es": "és", "on": "ón"}
ACCENTED = re.compile("[áéíóú]")


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
    if members and not actor.is_plural and _are_of(members["rest"], cast.group.name or ""):
        return Speaker(singular(cast.group.name or ""))
    is_named = members is not None and not members["rest"].startswith(("que", "cuales"))
    return Speaker(singular(members["rest"])) if members and is_named and not actor.is_plural else NOBODY


def _are_of(members: str, group: str) -> bool:
    """«los estadounidenses» after «dos funcionarios estadounidenses»."""
    return members != group and set(members.split()) <= set(group.split()) and group[:1].islower()


def singular(phrase: str) -> str:
    """«altos funcionarios europeos» → «alto funcionario europeo»; what follows a preposition stays."""
    words = ARTICLE.sub("", phrase).split()
    end = next((i for i, word in enumerate(words) if word in load_speech_words().prepositions), len(words))
    return " ".join([*(map(_one, words[:end])), *words[end:]])


def _one(word: str) -> str:
    if word.endswith("ces"):
        return word[:-3] + "z"
    if word.endswith("enses"):
        return word[:-1]
    if word.endswith(HARD_ENDINGS):
        return _stressed(word[:-2])
    return word.removesuffix("s")


def _stressed(word: str) -> str:
    """«frances» → «francés», «aleman» → «alemán»: the accent that the plural did without."""
    return word[:-2] + STRESSED[word[-2:]] if word[-2:] in STRESSED and not ACCENTED.search(word) else word


def bodies_together(cast: Cast, actor: Actor) -> Speaker:
    """«París y Londres avisan»: both, in their order; nobody when one of the list is no body."""
    names = [body_by_id(cast, name).name for name in actor.words]
    if not all(names) or not names:
        return NOBODY
    return _listed([name for name in names if name])


def people_together(cast: Cast, actor: Actor) -> Speaker:
    """«declararon Costa y Von der Leyen»: all of them by their mentions; nobody when not all are people."""
    names = list(dict.fromkeys(cast.mentions[int(ref)].name for ref in actor.words))
    return _listed(names) if len(names) > 1 else NOBODY


def _listed(names: Sequence[str]) -> Speaker:
    return Speaker(f"{', '.join(names[:-1])} y {names[-1]}")
