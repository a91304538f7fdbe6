"""What the cast remembers of a sentence for those to come: hosts and guests, unnamed sources, media in between."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from talks.reading.attributions import Attribution
from talks.reading.cast import Cast, Speaker
from talks.reading.cues import Cue, key_at
from talks.reading.parsed import Actor, Parse
from talks.reading.speakers import who

RECEIVING = frozenset(
    ["recibió", "recibieron", "recibe", "reciben", "recibía", "recibirá", "recibido", "agasajó", "acogió", "acoge"]
)
NEAR_GUEST = 9
"""Items of «recibió este miércoles en su residencia a»."""


def keep_host(cast: Cast, parsed: Parse, actor: Actor | None, subject: Speaker) -> None:
    """«Erdogan recibió este miércoles a Zelenski»: «el anfitrión» and «el invitado» of the text."""
    place = next((at for at, item in enumerate(parsed.items) if item.key in RECEIVING), -1)
    if actor is None or actor.last > place or not subject.is_person:
        return
    near = (parsed.starts.get(at) for at in range(place + 1, place + NEAR_GUEST))
    guest = next((it for it in near if it is not None and it.preposition in ("a", "al")), None)
    between = parsed.items[place + 1 : guest.first - 1] if guest is not None else ()
    is_plain = all(item.kind in ("word", "place", "body") and not item.key.isdecimal() for item in between)
    if guest is not None and is_plain and who(cast, guest).is_person:
        cast.host_place = parsed.items[0].start
        is_one = not parsed.items[place].key.endswith("n")
        cast.host, cast.guest = subject if is_one else cast.host, who(cast, guest)


def keep_source(
    cast: Cast, cues: Sequence[Cue], attributions: Sequence[Attribution], speakers: Mapping[int, Speaker]
) -> None:
    told = [(it.first, it.speaker) for it in attributions] + [(cue.first, cue.subject) for cue in cues]
    for place, actor in told:
        if actor is not None and actor.kind == "source" and not actor.is_plural and speakers[place].name:
            cast.source = speakers[place]


def through_medium(cast: Cast, parsed: Parse, it: Attribution, actor: Actor | None) -> Attribution:
    """«Una fuente turca lo ve de otro modo, según Reuters: «…»»: the source's words, through Reuters."""
    is_named = it.speaker is not None and it.speaker.kind == "body" and who(cast, it.speaker).name in cast.media
    is_before = actor is not None and actor.kind == "source" and actor.last <= it.first
    if not is_named or not is_before or key_at(parsed.items, it.last) != ":":
        return it
    return it._replace(speaker=actor, via=it.speaker)
