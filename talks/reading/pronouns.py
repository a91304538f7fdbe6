"""Whom «él», «este», «aquella», «el segundo» stand for: by gender and by the order in which persons were named."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from talks.reading.cast import NOBODY, Cast, Profile, Speaker
from talks.reading.parsed import Actor

LOOKED_AT = 6
"""Mentions before the pronoun."""
FARTHER = frozenset(["aquel", "aquella", "primero", "primera"])
ORDER = frozenset(["primero", "primera", "segundo", "segunda"])
JOINS = frozenset([" y ", " e ", " con "])
COMMA = ", "
LAST = frozenset(["segundo", "segunda", "último", "última"])


def by_pronoun(cast: Cast, actor: Actor) -> Speaker:
    if actor.is_plural:
        return NOBODY
    gender = "f" if actor.head.endswith("a") else "m"
    recent = recently_named(cast, actor.start)
    fitting = [profile for profile in recent if profile.gender in ("", gender)]
    if actor.head in ("el", "ella"):
        is_focus = any(profile.speaker == cast.focus for profile in fitting)
        is_other = actor.first > 1 and cast.spoke_in < cast.sentence_before  # «La policía entró. «…», había escrito él»
        return cast.focus if is_focus and not is_other else _first(fitting)
    if actor.head in ORDER and (row := _last_row(cast, actor.start)):
        chosen = row[actor.head in LAST]
        return chosen.speaker if chosen.gender in ("", gender) else NOBODY
    if actor.head in FARTHER:
        return recent[1].speaker if len(recent) > 1 and recent[1] in fitting else NOBODY
    if actor.head in LAST:
        return recent[0].speaker if recent and recent[0] in fitting else NOBODY
    others = [profile for profile in recent if profile.speaker != cast.focus]
    return _first(others or fitting)


def _last_row(cast: Cast, place: int) -> list[Profile]:
    """«Witkoff y Kushner, los negociadores de Trump»: those whom «el primero» and «el segundo» tell apart."""
    count = bisect_left(cast.mentions, place, key=lambda mention: mention.start)
    profiles = {profile.speaker.name: profile for profile in cast.profiles}
    near = cast.mentions[max(0, count - LOOKED_AT) : count]
    between = [cast.text[first.end : second.start] for first, second in pairwise(near)]
    last = next((at for at in range(len(between) - 1, -1, -1) if between[at] in JOINS), -1)
    if last < 0:
        return []
    first = last
    while first and between[first - 1] == COMMA:
        first -= 1
    row = near[first : last + 2]
    return [profiles[mention.name] for mention in row] if all(mention.name in profiles for mention in row) else []


def recently_named(cast: Cast, place: int) -> list[Profile]:
    """Who was named last, the newest first."""
    count = bisect_left(cast.mentions, place, key=lambda mention: mention.start)
    names = [mention.name for mention in cast.mentions[max(0, count - LOOKED_AT) : count]]
    profiles = {profile.speaker.name: profile for profile in cast.profiles}
    return [profiles[name] for name in dict.fromkeys(reversed(names)) if name in profiles]


def _first(profiles: list[Profile]) -> Speaker:
    return profiles[0].speaker if profiles else NOBODY
