"""From the words that stand for a speaker to who it is: by name, role, pronoun, body; nobody rather than a guess."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from talks.folding import fold
from talks.lexicon.load import Institution, Lexicon, Person
from talks.reading.actors import Actor
from talks.reading.document import Document
from talks.reading.role_words import RoleWords, load_role_words
from talks.reading.speech_words import load_speech_words
from talks.types import PersonMention

STOP_WORDS = frozenset(
    ["de", "del", "la", "el", "los", "las", "y", "para", "ante", "en", "person", "un", "una", "su", "a", "al"]
)
SAME_OFFICE = {"diplomacia": "exteriores", "relaciones": "exteriores", "ejecutivo": "gobierno"}
LEADERS = frozenset(["jefe", "jefa", "lider", "inquilino", "inquilina", "dueno", "presidente", "mandatario", "numero"])
PEERS = frozenset(["homologo", "homologa", "par", "colega", "contraparte", "interlocutor", "interlocutora"])
SEATS = frozenset(["kremlin", "casa-blanca", "eliseo", "downing-street", "presidencia-ucrania"])
POINTING = frozenset(["ese", "esa", "este", "esta", "dicho", "dicha", "aquel", "aquella"])
OF_ITS = frozenset(["ministerio", "departamento", "regimen", "gobierno"])
"""Words of an office that its holder's role leaves out: «ministro de Exteriores»."""
NATION, ALIKE, EXACT = 1, 20, 40


class Speaker(NamedTuple):
    name: str | None
    person_id: str | None = None
    is_person: bool = False


NOBODY = Speaker(None)


@dataclass(frozen=True, slots=True)
class Profile:
    """A person of the text (or of the lexicon): folded words of each role, and where the text names them."""

    speaker: Speaker
    country: str
    gender: str
    roles: tuple[frozenset[str], ...]
    places: tuple[int, ...] = ()


@dataclass(slots=True)
class Cast:
    """Who is there to speak; `focus` is who spoke last, or who the last sentence was about."""

    text: str
    mentions: Sequence[PersonMention]
    profiles: tuple[Profile, ...]
    known: tuple[Profile, ...]
    """Everybody in the lexicon, with the roles of the day."""
    bodies: dict[str, Institution]
    focus: Speaker = NOBODY
    focus_paragraph: int = -1
    body: Speaker = NOBODY
    """The last body or group that spoke: a document is theirs."""
    resolved: dict[int, Speaker] = field(default_factory=dict)


def gather_cast(document: Document, mentions: Sequence[PersonMention], lexicon: Lexicon) -> Cast:
    day = document.published.date().isoformat()
    people = {person.id: person for person in lexicon.people}
    named: dict[str, list[PersonMention]] = {}
    for mention in mentions:
        named.setdefault(mention.name, []).append(mention)
    profiles = tuple(_profile(found, people.get(found[0].person_id or ""), day) for found in named.values())
    known = tuple(
        Profile(Speaker(p.name, p.id, True), p.country, p.gender, tuple(_known_roles(p, day))) for p in lexicon.people
    )
    return Cast(document.text, mentions, profiles, known, {body.id: body for body in lexicon.institutions})


def _profile(found: Sequence[PersonMention], person: Person | None, day: str) -> Profile:
    stated = [_words(mention.role) for mention in found if mention.role and mention.role_is_current]
    roles = (*stated, *(_known_roles(person, day) if person else ()))
    speaker = Speaker(found[0].name, found[0].person_id, True)
    country = person.country if person else _country_of(stated)
    return Profile(speaker, country, person.gender if person else "", roles, tuple(m.start for m in found))


def _country_of(roles: Iterable[frozenset[str]]) -> str:
    nations = load_role_words().nations
    return next((nations[word] for role in roles for word in role if word in nations), "")


def _known_roles(person: Person, day: str) -> Iterator[frozenset[str]]:
    return (_words(role.role) for role in person.roles if role.since <= day and (not role.until or day <= role.until))


def _words(role: str) -> frozenset[str]:
    return frozenset(fold(role).replace(",", " ").split()) - STOP_WORDS


def who(cast: Cast, actor: Actor) -> Speaker:
    """The speaker that the phrase stands for."""
    if actor.kind == "person":
        mention = cast.mentions[actor.ref]
        return Speaker(mention.name, mention.person_id, True)
    if actor.kind == "pronoun":
        return _by_pronoun(cast, actor)
    if actor.kind == "role" and actor.is_definite and not actor.is_plural:
        return _by_role(cast, actor)
    if actor.kind == "text" or (actor.determiner in POINTING and not actor.words):
        return _body(cast, actor.name) if actor.name else cast.body
    if actor.kind == "body" and actor.name and (not actor.head or actor.head in _folded_media()):
        return _body(cast, actor.name)
    return Speaker(cast.text[actor.start : actor.end])


def _folded_media() -> frozenset[str]:
    return frozenset(map(fold, load_speech_words().media_nouns))


def _body(cast: Cast, name: str) -> Speaker:
    """A capital speaks for its country."""
    body = cast.bodies.get(name)
    if body is None:
        return NOBODY
    if body.kind == "capital" and body.stands_for in cast.bodies:
        return Speaker(cast.bodies[body.stands_for].name)
    return Speaker(body.name)


def _by_pronoun(cast: Cast, actor: Actor) -> Speaker:
    if actor.is_plural:
        return NOBODY
    if actor.head in ("el", "ella"):
        gender = "f" if actor.head == "ella" else "m"
        profile = next((p for p in cast.profiles if p.speaker == cast.focus), None)
        return cast.focus if profile and profile.gender in ("", gender) else NOBODY
    others = [p for p in cast.profiles if p.speaker != cast.focus and _last_place(p, actor.start) >= 0]
    return max(others, key=lambda p: _last_place(p, actor.start)).speaker if others else NOBODY


def _last_place(profile: Profile, before: int) -> int:
    return max((place for place in profile.places if place < before), default=-1)


def _by_role(cast: Cast, actor: Actor) -> Speaker:
    """The person of the text who has the role; else, for a role that names its country or office, the lexicon's."""
    if actor.determiner in ("su", "mi", "nuestro", "nuestra") and actor.head not in PEERS:
        return NOBODY
    seen = [profile for profile in cast.profiles if _last_place(profile, actor.start) >= 0]
    surface = fold(cast.text[actor.start : actor.end])
    for people in (seen, cast.profiles, cast.known if actor.words else ()):
        scored = [(_fit(cast, actor, surface, profile), profile) for profile in people]
        best = max((score for score, _ in scored), default=0)
        if best:
            return _choose(cast, actor, [profile for score, profile in scored if score == best])
    return Speaker(cast.text[actor.start : actor.end]) if actor.words else NOBODY


def _choose(cast: Cast, actor: Actor, people: Sequence[Profile]) -> Speaker:
    if len(people) == 1:
        return people[0].speaker
    if any(profile.speaker == cast.focus for profile in people):
        return cast.focus
    nearest = max(people, key=lambda profile: _last_place(profile, actor.start))
    return nearest.speaker if nearest.places else NOBODY


def _fit(cast: Cast, actor: Actor, surface: str, profile: Profile) -> int:
    """How well the person answers to the phrase; 0 for not at all."""
    roles = load_role_words()
    byname = load_speech_words().bynames.get(surface)
    if byname is not None:
        return EXACT if byname == profile.speaker.person_id else 0
    if not _is_of_country(cast, actor, profile, roles):
        return 0
    content = _content(cast, actor, roles)
    heads = {form for form in (actor.head, roles.head_of(actor.head)) if form}
    if actor.head in roles.nations and actor.head not in roles.heads:
        return NATION if roles.nations[actor.head] == profile.country else 0
    if actor.head in PEERS:
        return NATION if any(word in roles.nations for word in actor.words) else 0
    fits = [_fit_role(cast, heads, content, surface, role) for role in profile.roles]
    return max(fits, default=0)


def _is_of_country(cast: Cast, actor: Actor, profile: Profile, roles: RoleWords) -> bool:
    for word in actor.words:
        country = roles.nations.get(word) or _country_name(cast, word)
        if country and profile.country and country != profile.country and country != "Unión Europea":
            return False
    return True


def _country_name(cast: Cast, word: str) -> str:
    body = cast.bodies.get(word)
    if body is None or body.kind == "media":
        return ""
    country = cast.bodies.get(body.stands_for) if body.stands_for else body
    return country.name if country is not None and country.kind == "country" else ""


def _content(cast: Cast, actor: Actor, roles: RoleWords) -> set[str]:
    """The words of the complement that say which office: not the country, not adjectives."""
    content: set[str] = set()
    for word in actor.words:
        if word in STOP_WORDS or word in _country_words():
            continue
        if word in cast.bodies:
            content |= set() if cast.bodies[word].kind in ("country", "capital") else {word}
        elif not roles.is_adjective(word) and word not in OF_ITS:
            content.add(SAME_OFFICE.get(word, word))
    return content


def _fit_role(cast: Cast, heads: set[str], content: set[str], surface: str, role: frozenset[str]) -> int:
    roles = load_role_words()
    is_prime = "primer" in surface or "primera" in surface
    if is_prime != bool(role & {"primer", "primera"}) and "ministr" in surface:
        return 0
    is_exact = bool(heads & role)
    if not is_exact and not any(group & heads and group & role for group in roles.alike):
        return 0
    if not all(_has(cast, word, role, heads) for word in content):
        return 0
    known = content | roles.heads | STOP_WORDS | _country_words()
    unsaid = [word for word in role if word not in known and not roles.is_adjective(word)]
    return (EXACT if is_exact else ALIKE) - min(len(unsaid), ALIKE - 2)


@cache
def _country_words() -> frozenset[str]:
    roles = load_role_words()
    return frozenset(word for country in roles.countries for word in country) | frozenset(roles.nations)


def _has(cast: Cast, word: str, role: frozenset[str], heads: set[str]) -> bool:
    if word in cast.bodies:
        if word in SEATS and heads & LEADERS:
            return bool(role & {"presidente", "presidenta"}) or "primer" in role
        return _words(cast.bodies[word].name) - OF_ITS <= role
    return word in role
