"""«Los activos congelados», «congelar la línea del frente»: what is frozen there is no meeting."""

from __future__ import annotations

from talks.reading.scenes import Scene

_FREEZING = "congel"
_PARTICIPLES = ("ado", "ada", "ados", "adas")
_REACH = 5


def freezes_something_else(scene: Scene, place: int) -> bool:
    """The noun nearest to the word, on the side where its object stands, is nothing that people meet for."""
    word = scene.tokens[place].lower
    if not word.startswith(_FREEZING):
        return False
    matters, events = [hit.first for hit in scene.cues.get("frozen", ())], [hit.first for hit in scene.nouns]
    if word.endswith(_PARTICIPLES):
        before = max((each for each in (*matters, *events) if place - _REACH <= each < place), default=None)
        if before is not None:
            return before in matters
    behind = min((each for each in (*matters, *events) if place < each <= place + _REACH), default=None)
    return behind in matters
