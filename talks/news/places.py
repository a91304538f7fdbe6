"""Where an event is, comparable across outlets: Anchorage is in Alaska, the Kremlin in Moscú."""

from __future__ import annotations

from functools import cache

from talks.lexicon.load import load_lexicon


def wider_place(name: str | None) -> str | None:
    """The widest place that the same meeting may be said to be in."""
    return _wider().get(name, name) if name else None


@cache
def _wider() -> dict[str, str]:
    places = {place.id: place for place in load_lexicon().places}
    return {place.name: places[place.within].name for place in places.values() if place.within in places}
