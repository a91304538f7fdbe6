"""Verbs of saying that stand once for two speakers: «Starmer dijo que…; Macron, que…»."""

from __future__ import annotations

from collections.abc import Sequence

from talks.reading.cues import Cue, key_at
from talks.reading.parsed import Actor, Parse
from talks.reading.phrases import Item
from talks.reading.speech_words import Number


def gapped_verbs(parse: Parse, cues: Sequence[Cue]) -> list[Cue]:
    """«Starmer dijo que…; Macron, que…»: the verb stands once."""
    found: list[Cue] = []
    said = [cue for cue in cues if cue.link == "que"]
    index = -1
    for place, item in enumerate(parse.items if said else ()):
        while index + 1 < len(said) and said[index + 1].last <= place:
            index += 1
        actor = parse.starts.get(place + 1) if item.key == ";" and index >= 0 else None
        if actor is not None and _is_gap(parse.items, actor.last):
            found.append(_repeated(parse.items, said[index], actor))
    return found


def _is_gap(items: Sequence[Item], place: int) -> bool:
    if key_at(items, place) != ",":
        return False
    return key_at(items, place + 1) == "que" or (
        key_at(items, place + 1) in ("de", "en") and key_at(items, place + 2) == "que"
    )


def _repeated(items: Sequence[Item], said: Cue, actor: Actor) -> Cue:
    start = actor.last + 2 + (key_at(items, actor.last + 1) != "que")
    number: Number = "many" if actor.is_plural else "one"
    return said._replace(first=actor.last, last=start, complement=start, subject=actor, number=number)
