"""Who speaks where the verb of saying has no subject: by the channel, by an attribution, by where it is said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from talks.reading.attributions import Attribution
from talks.reading.bodies import body_by_id
from talks.reading.cast import NOBODY, Cast, Speaker
from talks.reading.cues import Cue, key_at
from talks.reading.parsed import Actor, Parse
from talks.reading.pronouns import recently_named
from talks.reading.speakers import who

CONDITIONAL = frozenset(["habría", "habrían"])
CHANNEL_WITHIN = 60
"""Characters of «en su propia plataforma Truth Social»."""
OWN_PAGE = r"en (?:la |su )?(?:propia )?(?:(?:red|plataforma|cuenta)(?: social)?(?: de| en)? )?"
LONGEST_WHERE = 4
"""Items of «en la Oficina Presidencial»."""


def without_subject(
    cast: Cast, parsed: Parse, cue: Cue, attributions: Sequence[Attribution], topic: tuple[Speaker, int]
) -> Speaker | None:
    """Who the rest of the sentence says it is; None leaves it to what was told before."""
    subject, colon = topic
    if (writer := _by_channel(cast, parsed, cue)).name:
        return writer
    if (alleged := _alleged(cast, parsed, cue, attributions)).name:
        return alleged
    if (told_by := _told_by(attributions, cue)) is not None:
        return who(cast, told_by)
    if (located := _located(cast, parsed, cue)).name:
        return located
    is_open = cue.is_inserted or cue.before == colon
    is_topic = is_open and 0 <= colon < cue.first and cue.number != "many"
    is_at_once = key_at(parsed.items, cue.first - 1) == "al" and bool(subject.name)  # «al asegurar que…»
    return subject if is_topic or is_at_once else None


def _alleged(cast: Cast, parsed: Parse, cue: Cue, attributions: Sequence[Attribution]) -> Speaker:
    """««…», les habría dicho, según Rounds»: not who tells it, but the last one whom the text has named before."""
    teller = next((it.speaker for it in attributions if it.speaker is not None and it.first >= cue.last), None)
    if teller is None or key_at(parsed.items, cue.first) not in CONDITIONAL:
        return NOBODY
    told_by = who(cast, teller).name
    if cast.focus.is_person and cast.focus.name != told_by:
        return cast.focus
    return next((each.speaker for each in recently_named(cast, teller.start) if each.speaker.name != told_by), NOBODY)


def _by_channel(cast: Cast, parsed: Parse, cue: Cue) -> Speaker:
    """««…», escribió en su plataforma Truth Social»: nobody else writes there."""
    if cue.number != "one" or key_at(parsed.items, cue.last) != "en" or cue.last >= len(parsed.items):
        return NOBODY
    behind = cast.text[parsed.items[cue.last].start :][:CHANNEL_WITHIN]
    return next((speaker for name, speaker in cast.channels if re.match(f"{OWN_PAGE}{name}", behind)), NOBODY)


def _located(cast: Cast, parsed: Parse, cue: Cue) -> Speaker:
    """«En París recuerdan que…», «apuntan en la Oficina Presidencial»: those who are there."""
    if cue.number != "many" or not (cue.link or cue.is_inserted):
        return NOBODY
    has_subject = any(not it.preposition for it in parsed.starts.values() if it.last <= cue.first)
    for stretch in ([] if has_subject else parsed.items[: cue.first], parsed.items[cue.last :]):
        where = next((item for item in stretch[1:LONGEST_WHERE] if item.kind in ("body", "place")), None)
        if where is not None and key_at(stretch, 0) in ("en", "desde"):
            return body_by_id(cast, where.name)
    return NOBODY


def _told_by(attributions: Sequence[Attribution], cue: Cue) -> Actor | None:
    """«Según Lavrov, hay un memorando sobre lo que denomina…»: who opens the sentence goes on."""
    opening = attributions[0] if attributions else None
    is_open = opening is not None and opening.first == 0 and opening.last <= cue.first and cue.number == "one"
    return opening.speaker if opening is not None and is_open and not cue.is_adjunct else None


def cited_after(parsed: Parse, cues: Sequence[Cue]) -> dict[int, Actor]:
    """«publicó la web del ministerio citando a Lavrov»: whom the verb before «citando» quotes."""
    found: dict[int, Actor] = {}
    for cue in cues:
        cited = parsed.starts.get(cue.last + 1)
        is_cited = cue.is_inserted and cue.number != "any" and cited is not None and cited.preposition in ("a", "al")
        if cue.verb.lemma == "citar" and is_cited and cited is not None:
            found[cue.first] = cited  # ««…», cita a Zelenski la AFP»
        if cue.verb.lemma == "citar" and cue.number == "any" and cue.link == "colon" and cited is not None:
            found[cue.first] = cited
    for cue, citing in pairwise(cues):
        cited = parsed.starts.get(citing.last + 1)
        is_source = cited is not None and bool(cited.preposition) and cited.kind in ("person", "role", "source")
        if citing.verb.lemma == "citar" and citing.number == "any" and cited is not None and is_source:
            found[cue.first] = found[citing.first] = cited
    return found
