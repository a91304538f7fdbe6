"""Headlines that report: «El Kremlin: los negociadores siguen en contacto», «Trump, a Politico: …»."""

from __future__ import annotations

from collections.abc import Iterator

from talks.reading.cues import key_at
from talks.reading.direct import MATTERS
from talks.reading.parsed import Actor
from talks.reading.spoken import Speech


def headline_ranges(speech: Speech) -> Iterator[tuple[int, int]]:
    """«El Kremlin: los negociadores siguen en contacto»."""
    items = speech.parse.items
    if speech.sentence.paragraph != 0:
        return
    for place, item in enumerate(items[:12]):
        actor = speech.parse.ends.get(place) or _before_matter(speech, place)
        if item.key == ":" and actor is not None and not actor.preposition and actor.first == 0:
            end = next((last for last in range(place + 1, len(items)) if items[last].key == ";"), len(items))
            yield place + 1, end


def _before_matter(speech: Speech, colon: int) -> Actor | None:
    """«Zelenski, en Múnich: …», «Los líderes, desde el G20: …»: who stands before the comma."""
    items = speech.parse.items
    comma = next((place for place in range(colon) if items[place].key == ","), -1)
    is_plain = not speech.cues_between(0, colon) and not any(item.kind == "quote" for item in items[:colon])
    is_matter = comma > 0 and key_at(items, comma + 1) in MATTERS and (is_plain or key_at(items, comma + 1) == "a")
    return speech.parse.ends.get(comma) if is_matter else None
