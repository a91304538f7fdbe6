"""How well a person answers to «el portavoz», «el presidente ruso», «el jefe de la diplomacia rusa»."""

from __future__ import annotations

from functools import cache

from talks.reading.actors import Actor
from talks.reading.cast import STOP_WORDS, Cast, Profile, RoleText, words_of_role
from talks.reading.noun_phrases import PERSON_MARK
from talks.reading.role_words import load_role_words
from talks.reading.speech_words import load_speech_words

SAME_OFFICE = {"diplomacia": "exteriores", "relaciones": "exteriores", "ejecutivo": "gobierno"}
LEADERS = frozenset(["jefe", "jefa", "lider", "inquilino", "inquilina", "dueno", "presidente", "mandatario"])
PEERS = frozenset(["homologo", "homologa", "par", "colega", "contraparte", "interlocutor", "interlocutora"])
SEATS = frozenset(["kremlin", "casa-blanca", "eliseo", "downing-street", "presidencia-ucrania"])
OF_ITS = frozenset(["ministerio", "departamento", "regimen", "gobierno"])
"""Words of an office that its holder's role leaves out: «ministro de Exteriores»."""
NATION, ALIKE, EXACT = 1, 20, 40


def fit(cast: Cast, actor: Actor, surface: str, profile: Profile) -> int:
    """The higher the better; 0 for not at all. `surface` is the phrase, folded."""
    byname = load_speech_words().bynames.get(surface)
    if byname is not None:
        return EXACT if byname == profile.speaker.person_id else 0
    if not _is_of_country(cast, actor, profile):
        return 0
    roles = load_role_words()
    if actor.head in roles.nations and actor.head not in roles.heads:
        return NATION if roles.nations[actor.head] == profile.country else 0
    if actor.head in PEERS:
        return NATION if any(word in roles.nations for word in actor.words) else 0
    heads, content = _same_office({actor.head, roles.head_of(actor.head)} - {""}, _content(cast, actor), actor, surface)
    return max((_fit_role(cast, heads, content, surface, role) for role in profile.roles), default=0)


def _is_of_country(cast: Cast, actor: Actor, profile: Profile) -> bool:
    nations = load_role_words().nations
    for word in actor.words:
        country = nations.get(word) or country_name(cast, word) or _country_of_person(cast, word)
        if country and profile.country and country != profile.country and country != "Unión Europea":
            return False
    return True


def _country_of_person(cast: Cast, word: str) -> str:
    """Of the person in the complement: «el enviado de Putin» is a Russian."""
    if not word.startswith(PERSON_MARK):
        return ""
    name = cast.mentions[int(word[1:])].name
    return next((profile.country for profile in cast.profiles if profile.speaker.name == name), "")


def country_name(cast: Cast, body_id: str) -> str:
    """Of the country that the body speaks for; empty for none."""
    body = cast.bodies.get(body_id)
    if body is None or body.kind == "media":
        return ""
    country = cast.bodies.get(body.stands_for) if body.stands_for else body
    return country.name if country is not None and country.kind == "country" else ""


def _content(cast: Cast, actor: Actor) -> set[str]:
    """The words of the complement that say which office: not the country, not adjectives."""
    content: set[str] = set()
    for word in actor.words:
        if word in STOP_WORDS or word in country_words() or word.startswith(PERSON_MARK):
            continue
        if word in cast.bodies:
            content |= set() if cast.bodies[word].kind in ("country", "capital") else {word}
        elif not load_role_words().is_adjective(word) and word not in OF_ITS:
            content.add(SAME_OFFICE.get(word, word))
    return content


def _same_office(heads: set[str], content: set[str], actor: Actor, surface: str) -> tuple[set[str], set[str]]:
    """«jefe de Estado» is the president, «secretario de prensa» and «representante oficial» the spokesman."""
    if heads & {"jefe", "jefa"} and content == {"estado"}:
        return {"presidente", "presidenta"}, set()
    if heads & {"secretario", "secretaria"} and "prensa" in content:
        return {"portavoz"}, content - {"prensa"}
    if heads & {"diplomatico", "diplomatica"} and surface.startswith(("maximo ", "maxima ", "principal ")):
        return {"ministro", "ministra"}, {"exteriores"}
    if "representante" in heads and "oficial" in actor.words:
        return {"portavoz"}, content
    return heads, content


def _fit_role(cast: Cast, heads: set[str], content: set[str], surface: str, role: RoleText) -> int:
    roles = load_role_words()
    is_prime = "primer" in surface
    if is_prime != bool(role.heads & {"primer", "primera"}) and "ministr" in surface:
        return 0
    is_exact = bool(heads & role.heads)
    if not is_exact and not any(group & heads and group & role.heads for group in roles.alike):
        return 0
    if not all(_has(cast, word, role, heads) for word in content):
        return 0
    known = content | roles.heads | STOP_WORDS | country_words()
    unsaid = [word for word in role.words if word not in known and not roles.is_adjective(word)]
    return (EXACT if is_exact else ALIKE) - min(len(unsaid), ALIKE - 2)


@cache
def country_words() -> frozenset[str]:
    """Folded names of countries and their adjectives."""
    roles = load_role_words()
    return frozenset(word for country in roles.countries for word in country) | frozenset(roles.nations)


def _has(cast: Cast, word: str, role: RoleText, heads: set[str]) -> bool:
    """Whether the role has the word, or the name of the body."""
    if word not in cast.bodies:
        return word in role.words
    if word in SEATS and heads & LEADERS:
        return bool(role.heads & {"presidente", "presidenta", "primer", "primera"})
    return words_of_role(cast.bodies[word].name) - OF_ITS <= role.words
