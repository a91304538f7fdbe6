"""Through whom a body speaks."""

from __future__ import annotations

from talks.reading.cast import Cast, Speaker
from talks.reading.offices import office_of
from talks.reading.speakers import SPOKESMAN

WRITING = ("Ministerio", "Departamento")
SPOKESMEN = frozenset([SPOKESMAN, "asesor"])


def meant_by(cast: Cast, speaker: Speaker) -> Speaker:
    """The one spokesman of the body that the text names there: his are its words between marks.

    A ministry speaks by its own notes too.
    """
    if speaker.is_person or not speaker.name or speaker.name.startswith(WRITING):
        return speaker
    body = next((body for body in cast.bodies.values() if body.name == speaker.name and body.kind == "body"), None)
    if body is None:
        return speaker
    words = office_of(f"portavoz de {body.name}").words - SPOKESMEN
    people = [
        profile.speaker
        for profile in cast.profiles
        if profile.places[0] < cast.soon
        if any(office.heads & SPOKESMEN and words <= office.words for office in profile.offices if not office.is_past)
    ]
    return people[0] if len(people) == 1 else speaker
