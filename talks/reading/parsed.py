"""A noun phrase that may speak, and a sentence with all that it has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from talks.reading.phrases import Item
from talks.reading.speech_words import load_speech_words

ActorKind = Literal["person", "body", "role", "source", "text", "pronoun", "name"]


class Actor(NamedTuple):
    """The items `first` to `last`, `last` exclusive; `head` is the folded noun, empty for a bare name."""

    first: int
    last: int
    kind: ActorKind
    start: int
    end: int
    """Of the phrase in the text, the article left out."""
    ref: int = -1
    """Index of the mention, for a person."""
    name: str = ""
    """Id of the entity, for a body; for a noun phrase, of the body in its complement."""
    head: str = ""
    words: tuple[str, ...] = ()
    """Folded words of the complement; entities by their ids."""
    determiner: str = ""
    is_plural: bool = False
    preposition: str = ""
    """Empty for what can be a subject."""
    joined_to: int = -1
    """Where the actor before «y» begins."""

    @property
    def is_definite(self) -> bool:
        return bool(self.determiner) and self.determiner not in load_speech_words().indefinite


class Parse(NamedTuple):
    """A sentence with its actors by the item where they begin, and by the item after them."""

    items: Sequence[Item]
    starts: Mapping[int, Actor]
    ends: Mapping[int, Actor]
    asides: Mapping[int, int]
    """Where «según Sputnik, que citó a NBC» begins, and the item after it."""
