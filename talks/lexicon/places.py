"""Where an event is, comparable across outlets: Anchorage is in Alaska, the Kremlin in Moscú."""

from __future__ import annotations

from functools import cache

from talks.lexicon.load import Place, load_lexicon


def wider_place(name: str | None) -> str | None:
    """The widest place that the same meeting may be said to be in."""
    return _wider().get(name, name) if name else None


@cache
def _wider() -> dict[str, str]:
    places = {place.id: place for place in load_lexicon().places}

    def widest(place: Place) -> Place:
        return widest(places[place.within]) if place.within in places else place

    return {place.name: widest(place).name for place in places.values()}


def lies_in(place: str, country: str) -> bool:
    """«Ginebra» and «Suiza»: outlets say one or the other of the same meeting."""
    return _countries().get(place) == country


@cache
def _countries() -> dict[str, str]:
    """Of every place that is not a country itself."""
    return {each.name: each.country for each in load_lexicon().places if each.country and each.country != each.name}
