"""From the words that stand for a speaker to who it is: by name, role, pronoun, body; nobody rather than a guess."""

from __future__ import annotations

import re
from collections.abc import Sequence

from talks.folding import fold
from talks.reading.asides import is_form_of_saying
from talks.reading.authors import POSSESSIVES, author_of
from talks.reading.bodies import body_by_id, body_by_words, longer_owner, widened
from talks.reading.cast import NOBODY, Cast, Profile, Speaker
from talks.reading.groups import bodies_together, is_number, one_of, people_together
from talks.reading.parsed import Actor
from talks.reading.pronouns import by_pronoun
from talks.reading.role_fit import PEERS, asked_office, holders, is_other_gender, scored
from talks.reading.role_words import load_role_words
from talks.reading.speech_words import load_speech_words

POINTING = frozenset(["ese", "esa", "este", "esta", "dicho", "dicha", "aquel", "aquella"])
BOTH = frozenset(["ambos"])
BODIES = frozenset(["ministerios", "gobiernos", "cancillerias"])
THIS = frozenset(["este", "esta"])
NEXT_WORD = re.compile(r"\s+(?:(?:le|les|se|lo) )?(\w+)")
POINTING_PLURAL = frozenset(["esos", "esas", "estos", "estas", "dichos", "dichas"])
PARAGRAPH_MARKS = 2
"""Ends of lines between two paragraphs."""
SAME = ("misma ", "mismo ", "mismas ", "mismos ", "citada ", "citado ", "citadas ", "citados ")
VISITORS = frozenset(["visitante", "invitado", "invitada", "interesado", "interesada", "aludido", "aludida"])
PARTIES = {
    "republicano": "Estados Unidos", "republicana": "Estados Unidos", "democrata": "Estados Unidos",
    "laborista": "Reino Unido", "democristiano": "Alemania", "socialdemocrata": "Alemania",
}  # fmt: skip
"""Whose parties they are, in copy on these talks."""
GUESTS = frozenset(["visitante", "invitado", "invitada"])
HOSTS = frozenset(["anfitrion", "anfitriona"])
SOLDIERS = frozenset(["general", "almirante", "vicealmirante", "contralmirante", "coronel", "mariscal", "militar"])
MILITARY = SOLDIERS | {"inteligencia_militar", "ejercito", "estado_mayor", "armada", "espionaje", "militares"}
"""Words of the offices of soldiers."""
CIVIL = frozenset(["portavoz", "secretario", "ministro", "ministra"])
SPOKESMAN = "portavoz"


def who(cast: Cast, actor: Actor) -> Speaker:
    """The speaker that the phrase stands for."""
    if actor.kind == "person" and actor.is_plural:
        return people_together(cast, actor)
    if actor.kind == "person":
        mention = cast.mentions[actor.ref]
        return Speaker(mention.name, mention.person_id, True)
    if is_number(actor):
        return cast.group
    if actor.head in BOTH or actor.determiner in BOTH:
        return _both(cast, actor)
    if actor.kind == "pronoun":
        return _last_role(cast, actor) or by_pronoun(cast, actor)
    if actor.head in load_speech_words().parts:
        return one_of(cast, actor)
    if actor.determiner in POINTING_PLURAL and not actor.words and cast.group.name:
        return cast.group
    if actor.kind == "source" and _points_back(cast, actor) and (same := _same_source(cast, actor)).name:
        return same
    if actor.kind == "text" or _points_back(cast, actor):
        return longer_owner(cast, actor) or (body_by_id(cast, actor.name) if actor.name else author_of(cast, actor))
    return _by_noun(cast, actor)


def _last_role(cast: Cast, actor: Actor) -> Speaker | None:
    """«Recibió al primer ministro británico. Este prometió…»: whom the sentence before names last, by the office."""
    last = cast.named_last
    told = NEXT_WORD.match(cast.text, actor.end)
    is_told = told is not None and is_form_of_saying(told.group(1))
    if last is None or not is_told or actor.head not in THIS or last.kind != "role" or last.is_plural:
        return None
    is_other = last.determiner in ("la", "una") if actor.head == "este" else last.determiner in ("el", "un")
    found = NOBODY if is_other or last.start >= actor.start else who(cast, last)
    return found if found.is_person else None


def _both(cast: Cast, actor: Actor) -> Speaker:
    """«ambos», «ambos líderes»: the two who were named together in this paragraph or the one before.

    «Rubio y Lavrov se verán, dicen ambos ministerios»: no group of people.
    """
    is_near = cast.text.count("\n", cast.group_place, actor.start) <= PARAGRAPH_MARKS
    is_pair = " y " in (cast.group.name or "") and "," not in (cast.group.name or "")
    first = (cast.group.name or "").split(" y ")[0]
    is_of_people = any(profile.speaker.name == first for profile in cast.profiles)
    if actor.head in BODIES and (is_of_people or not (is_near and is_pair)):
        return Speaker(
            f"{actor.determiner} {widened(cast, actor)}"
        )  # «Rubio y Lavrov se verán, dicen ambos ministerios»
    if is_near and is_pair:
        return cast.group
    return Speaker(widened(cast, actor)) if actor.words else NOBODY


def _by_noun(cast: Cast, actor: Actor) -> Speaker:
    """By a role, a body or any other noun."""
    is_one = actor.is_definite and not actor.is_plural
    if actor.kind in ("role", "source") and not actor.words and cast.text.startswith(" que ", actor.end):
        return Speaker(cast.text[actor.start : actor.end])
    if actor.kind == "role" and is_one:
        return _by_role(cast, actor)
    if actor.kind == "source" and is_one and not actor.words and _is_focus(cast, actor):
        return cast.focus
    if actor.kind == "body":
        return _by_body(cast, actor)
    if actor.kind == "name" and is_one and not cast.text[actor.start].isupper():
        return _by_byname(cast, actor) if actor.head in VISITORS else _by_unknown_noun(cast, actor)
    return Speaker(widened(cast, actor))


def _by_body(cast: Cast, actor: Actor) -> Speaker:
    if actor.is_plural and actor.words and actor.name:
        return bodies_together(cast, actor)
    return NOBODY if actor.determiner in POSSESSIVES and not actor.words else body_by_words(cast, actor)


def _points_back(cast: Cast, actor: Actor) -> bool:
    """«esa cartera», «la misma fuente»."""
    is_same = cast.text.startswith(SAME, actor.start)
    return (actor.determiner in POINTING and not actor.words) or (is_same and actor.kind in ("source", "body"))


def _same_source(cast: Cast, actor: Actor) -> Speaker:
    """«según las mismas fuentes», «añade la misma fuente»: whoever unnamed spoke last."""
    spoke = cast.group if actor.is_plural else cast.focus
    if not actor.is_plural and actor.head in fold(cast.source.name or "").split():
        return cast.source
    is_unnamed = not spoke.is_person and bool(spoke.name) and (spoke.name or "")[0].islower()
    return spoke if is_unnamed else NOBODY


def _by_byname(cast: Cast, actor: Actor) -> Speaker:
    """«el visitante»: who was received, the one person of the text, or the one who is not at home."""
    if actor.head in GUESTS and _is_received(cast, cast.guest, actor):
        return cast.guest
    only = cast.only_person(actor.start)
    if only.name or not cast.host_country:
        return only
    seen = [profile for profile in cast.profiles if profile.is_named_before(actor.start) and profile.country]
    guests = [profile for profile in seen if profile.country != cast.host_country]
    return guests[0].speaker if len(guests) == 1 and len(seen) > 1 else _whom_the_title_begins_with(guests)


def _by_unknown_noun(cast: Cast, actor: Actor) -> Speaker:
    """«el goleador»: the one person so far, if the article begins with them."""
    if actor.head in load_speech_words().lone_nouns:
        return Speaker(cast.text[actor.start : actor.end])
    person = cast.only_person(actor.start)
    profile = next((profile for profile in cast.profiles if profile.speaker == person), None)
    if profile is None or profile.places[0] >= cast.lead_end or is_other_gender(actor, profile):
        return NOBODY
    return NOBODY if actor.head in load_speech_words().servants and _leads(profile) else person


def _by_role(cast: Cast, actor: Actor) -> Speaker:
    """The person of the text who has the role; else, for a role that names its country or office, the lexicon's."""
    if actor.determiner in POSSESSIVES and actor.head not in PEERS | HOSTS:
        return _of_owner(cast, actor)
    seen = [profile for profile in cast.profiles if profile.is_named_before(actor.start)]
    to_come = [profile for profile in cast.profiles if profile.places[0] >= cast.sentence_end]
    if (actor.head in HOSTS and not actor.words) or not HOSTS.isdisjoint(actor.words):
        return _host(cast, actor, seen)
    asked = asked_office(cast, actor)
    is_early = cast.sentence_end <= cast.lead_end
    for people in (seen, to_come if actor.words or is_early else ()):
        fitting = scored(actor, asked, people)
        best = max([score for score, _ in fitting], default=0)
        if (
            actor.head in load_speech_words().servants
            and not actor.words
            and any(score and profile.speaker == cast.focus for score, profile in fitting)
        ):
            return cast.focus
        if best:
            return _choose(cast, actor, [profile for score, profile in fitting if score == best])
    if actor.head in SOLDIERS and not actor.name:
        return _by_rank(cast, actor, seen)
    if _is_focus(cast, actor):
        return cast.focus
    known = holders(actor, asked, cast.known)
    if len(known) == 1:
        return known[0].speaker
    is_lone = actor.words or actor.head in load_speech_words().lone_nouns
    return Speaker(widened(cast, actor)) if is_lone else _by_unknown_noun(cast, actor)


def _by_rank(cast: Cast, actor: Actor, seen: Sequence[Profile]) -> Speaker:
    """«el general», «el general ruso»: the soldier of the text who has the word, or the only one; else nobody."""
    roles = load_role_words().nations
    nations = {roles[word] for word in actor.words if word in roles}
    soldiers = [
        profile
        for profile in seen
        if any(MILITARY & (it.words | it.heads) and not CIVIL & it.heads for it in profile.offices)
        if not nations or profile.country in nations
    ]
    if any(profile.speaker == cast.focus for profile in soldiers):
        return cast.focus
    unnamed = Speaker(widened(cast, actor)) if actor.words else NOBODY
    return soldiers[0].speaker if len(soldiers) == 1 else unnamed


def _of_owner(cast: Cast, actor: Actor) -> Speaker:
    """«Putin no quiere una tregua. Su asesor recordó…»: the one of the text who serves in the same country."""
    owner = next((profile for profile in cast.profiles if profile.speaker == cast.focus), None)
    if owner is None or cast.focus_age > 1 or actor.determiner != "su":
        return NOBODY
    asked = asked_office(cast, actor)
    others = [profile for profile in cast.profiles if profile != owner and profile.country == owner.country != ""]
    seen = (profile for profile in others if profile.is_named_before(actor.start))
    found = [profile for score, profile in scored(actor, asked, seen) if score]
    if found:
        return found[0].speaker if len(found) == 1 else NOBODY
    is_spokesman = actor.head == SPOKESMAN and not actor.words
    return Speaker(f"{SPOKESMAN} de {owner.speaker.name}") if is_spokesman and not _leads(owner) else NOBODY


def _is_focus(cast: Cast, actor: Actor) -> bool:
    """«el diplomático», «el funcionario», of whoever had the word just before."""
    if cast.focus_age > 1 or not cast.focus.name:
        return False
    if not cast.focus.is_person:
        return not actor.words and actor.head in fold(cast.focus.name).split()
    profile = next((profile for profile in cast.profiles if profile.speaker == cast.focus), None)
    if (
        profile is None
        or is_other_gender(actor, profile)
        or (actor.head in load_speech_words().servants and _leads(profile))
        or any(_is_of_another(word, profile) for word in actor.words)
    ):
        return False
    return actor.head in load_speech_words().anybody_nouns


def _is_of_another(word: str, profile: Profile) -> bool:
    """«el dirigente ruso», «el dirigente ultraderechista» of whoever is not; «el dirigente republicano» is American."""
    country = load_role_words().nations.get(word) or PARTIES.get(word)
    return country != profile.country


def _choose(cast: Cast, actor: Actor, people: Sequence[Profile]) -> Speaker:
    if len(people) == 1:
        return people[0].speaker
    if any(profile.speaker == cast.focus for profile in people):
        return cast.focus
    nearest = max(people, key=lambda p: (cast.turns.get(p.speaker.name or "", 0), p.last_place(actor.start)))
    return nearest.speaker if cast.turns.get(nearest.speaker.name or "") else _whom_the_title_begins_with(people)


def _whom_the_title_begins_with(people: Sequence[Profile]) -> Speaker:
    """«Trump y Putin hablan una hora»: «el presidente» of the text is the first of them, until somebody has spoken."""
    return next((profile.speaker for profile in people if profile.places[0] == 0), NOBODY)


def _is_received(cast: Cast, person: Speaker, actor: Actor) -> bool:
    """Whether it was told nearby, and of a man of «el anfitrión»."""
    profile = next((profile for profile in cast.profiles if profile.speaker == person), None)
    is_near = cast.text.count("\n", cast.host_place, actor.start) <= 2 * PARAGRAPH_MARKS
    return profile is not None and is_near and not is_other_gender(actor, profile)


def _host(cast: Cast, actor: Actor, seen: Sequence[Profile]) -> Speaker:
    """«el anfitrión»: who received somebody, or the one person of the country where it happens."""
    if _is_received(cast, cast.host, actor):
        return cast.host
    hosts = [profile for profile in seen if profile.country and profile.country == cast.host_country]
    hosts = [profile for profile in hosts if profile.speaker != cast.guest]
    hosts = [profile for profile in hosts if _leads(profile)] or hosts
    return hosts[0].speaker if len(hosts) == 1 else NOBODY


def _leads(profile: Profile) -> bool:
    leader = load_role_words().leaders.get(profile.country, "primer ministro")
    return any(set(leader.split()) <= office.words | office.heads for office in profile.offices if not office.is_past)
