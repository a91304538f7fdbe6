"""Words between marks that no verb of saying tells, and that the sentence gives to somebody all the same."""

from __future__ import annotations

from collections.abc import Sequence

from talks.reading.cast import Cast, Speaker
from talks.reading.cues import key_at
from talks.reading.parsed import Actor
from talks.reading.phrases import Item
from talks.reading.speakers import who
from talks.reading.speech_words import load_speech_words
from talks.reading.spoken import Speech
from talks.reading.whose_words import owner_of_words

LONGEST_APPOSITION = 8
"""Items between a name and the colon of «a Marta Sanz, capitana de barco: «…»»."""
IS = frozenset(["fue", "es", "era", "ha"])
DATIVES = frozenset(["le", "les"])
CALLED = frozenset(
    f"{stem}{ending}"
    for stem in ("descrit", "calificad", "definid", "tildad", "tachad", "bautizad", "considerad")
    for ending in ("o", "a", "os", "as")
)
NEAR = 5
"""Items between «descrito» and «por Londoño»."""


def given_to(speech: Speech, cast: Cast, place: int) -> Speaker | None:
    """Whose the words at the item are; None where nothing tells."""
    tellers = (_beside_colon, _to_whom_it_seems, _as_answer, _as_called, _with_a)
    return next((found for teller in tellers if (found := teller(speech, cast, place)) is not None), None)


def _beside_colon(speech: Speech, cast: Cast, place: int) -> Speaker | None:
    """«Oíamos ayer a Marta Sanz, capitana: «…»», «La respuesta del general llegó ayer: «…»»."""
    if key_at(speech.parse.items, place - 1) != ":":
        return None
    near = (speech.parse.ends.get(last) for last in range(place - 1, max(0, place - 1 - LONGEST_APPOSITION), -1))
    actor = next((found for found in near if found is not None), None)
    is_told = actor is not None and actor.preposition in ("a", "al") and actor.kind in ("person", "role")
    is_told = is_told and not _is_hearer(speech.parse.items[:place])
    if actor is not None and is_told and speech.actor is None:
        return who(cast, actor)
    return owner_of_words(speech, cast)


def _is_hearer(items: Sequence[Item]) -> bool:
    """«A los europeos les dedicó una palabra: «…»» is said to them; «a Stubb se le atribuye esta: «…»» by him."""
    return any(item.key in DATIVES and key_at(items, place - 1) != "se" for place, item in enumerate(items))


def _to_whom_it_seems(speech: Speech, cast: Cast, place: int) -> Speaker | None:
    """«A Trump le pareció «una buena idea»»."""
    actor = speech.parse.starts.get(1) or speech.parse.starts.get(0)
    is_dative = actor is not None and actor.preposition in ("a", "al") and actor.last < place and actor.first < 2
    is_given = key_at(speech.parse.items, place - 1) == ":"  # «A los europeos les dedicó una palabra: «…»»
    if actor is None or is_given or not is_dative or key_at(speech.parse.items, actor.last) not in DATIVES:
        return None
    return who(cast, actor)


def _as_answer(speech: Speech, cast: Cast, place: int) -> Speaker | None:
    """««…», fue la respuesta de Ushakov»."""
    keys = [key_at(speech.parse.items, place + step) for step in range(1, 6)]
    is_answer = keys[0] == "," and keys[1] in IS and keys[3] in load_speech_words().words_nouns
    starts = speech.parse.starts
    owner = starts.get(place + 5) or starts.get(place + 6) if is_answer and keys[4] in ("de", "del") else None
    return who(cast, owner) if owner is not None else None


def _as_called(speech: Speech, cast: Cast, place: int) -> Speaker | None:
    """«fue descrito por Londoño como «un paraguas de papel»»."""
    items = speech.parse.items
    if key_at(items, place - 1) not in ("como", "de"):
        return None
    agents = [it for it in speech.parse.starts.values() if it.preposition == "por" and it.last < place]
    called = next((agent for agent in agents if _is_called_by(items, agent)), None)
    return who(cast, called) if called is not None else None


def _with_a(speech: Speech, cast: Cast, place: int) -> Speaker | None:
    """«Trump despachó la cita con un «ha ido bien»»."""
    items = speech.parse.items
    if key_at(items, place - 1) not in ("un", "una") or key_at(items, place - 2) != "con":
        return None
    before = [it for it in speech.parse.starts.values() if it.last < place and not it.preposition]
    teller = next((it for it in reversed(before) if it.kind in ("person", "role") and not it.is_plural), None)
    between = {item.key for item in items[teller.last : place]} if teller is not None else set()
    is_object = (
        not between.isdisjoint(("al", "lo", "le", "los", "les", "quien", "por")) or items[place - 3].key[-1:] == "n"
    )
    return who(cast, teller) if teller is not None and not is_object else None


def _is_called_by(items: Sequence[Item], agent: Actor) -> bool:
    return any(key_at(items, place) in CALLED for place in range(max(0, agent.first - NEAR), agent.first))
