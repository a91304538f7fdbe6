"""How well a person answers to «el portavoz», «el presidente ruso», «el jefe de la diplomacia rusa»."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache, lru_cache, partial

from talks.folding import fold
from talks.reading.cast import Cast, Everybody, Profile
from talks.reading.noun_phrases import PERSON_MARK
from talks.reading.offices import Office, is_abroad, means, office_of
from talks.reading.parsed import Actor
from talks.reading.role_words import load_role_words
from talks.reading.speech_words import load_speech_words

PEERS = frozenset(["homologo", "homologa", "par", "colega", "contraparte", "interlocutor", "interlocutora"])
MASCULINE, FEMININE = frozenset(["el", "un"]), frozenset(["la", "una"])
NATION, ALIKE, EXACT = 1, 20, 60
MOST_UNSAID = 18


def asked_office(cast: Cast, actor: Actor) -> Office:
    """What the phrase names; persons in its complement stand for their countries: «el asesor de Zelenski»."""
    shown = cast.text[actor.start : actor.end]
    for word in actor.words:
        if word.startswith(PERSON_MARK):
            mention = cast.mentions[int(word[1:])]
            if fold(mention.surface) not in load_role_words().stands_for:
                shown = shown.replace(mention.surface, _country_of_person(cast, mention.name))
    return office_of(shown)


def _country_of_person(cast: Cast, name: str) -> str:
    return next((profile.country for profile in cast.profiles if profile.speaker.name == name), "")


def scored(actor: Actor, asked: Office, people: Iterable[Profile]) -> list[tuple[int, Profile]]:
    """Each of the persons that the text names with how well they fit: the higher the better; 0 for not at all."""
    score = _scorer(actor, asked)
    return [(0 if is_other_gender(actor, profile) else score(profile), profile) for profile in people]


def _scorer(actor: Actor, asked: Office) -> Callable[[Profile], int]:
    nations = load_role_words().nations
    if actor.head in nations and not asked.heads:
        return partial(_of_country, {nations[actor.head]})
    if actor.head in PEERS:
        return partial(_of_country, {nations[word] for word in actor.words if word in nations})
    return partial(_of_office, asked, _bynames().get(asked))


def _of_country(countries: set[str], profile: Profile) -> int:
    return NATION if profile.country in countries else 0


def _of_office(asked: Office, byname: str | None, profile: Profile) -> int:
    if byname is not None and byname == profile.speaker.person_id:
        return EXACT
    return max([_fit_office(asked, office, profile.country) for office in profile.offices], default=0)


def is_other_gender(actor: Actor, profile: Profile) -> bool:
    article = FEMININE if profile.gender == "m" else MASCULINE if profile.gender == "f" else frozenset[str]()
    return actor.determiner in article


def _fit_office(asked: Office, office: Office, country: str) -> int:
    is_exact = not asked.heads.isdisjoint(office.heads)
    if asked.is_past != office.is_past or (not is_exact and asked.kindred.isdisjoint(office.words)):
        return 0
    if not _is_possible(asked, office, country):
        return 0
    words = load_role_words()
    unsaid = [word for word in _unsaid(asked, office, country) if not words.is_adjective(word)]
    return (EXACT if is_exact else ALIKE) - min(len(unsaid), MOST_UNSAID)


def _is_possible(asked: Office, office: Office, country: str) -> bool:
    if ("primer" in asked.words) != ("primer" in office.words) and "ministro" in asked.words & office.words:
        return False
    wanted = asked.telling - office.words
    return not is_abroad(asked, office, country) and all(means(word, office, country) for word in wanted)


def _unsaid(asked: Office, office: Office, country: str) -> frozenset[str]:
    """Words of the office that tell it from others and that the phrase leaves out."""
    return frozenset(word for word in office.telling - asked.words if not means(word, asked, country))


def holders(actor: Actor, asked: Office, known: Everybody) -> list[Profile]:
    """Who in the lexicon is just that: «el presidente francés». A phrase that leaves anything out is nobody's."""
    byname = _bynames().get(asked)
    if byname is not None:
        return [known.by_id[byname]]
    if not asked.heads or (len(asked.words) == 1 and not asked.heads <= UNIQUE):
        return []
    return [profile for profile in _who_hold(asked, known) if not is_other_gender(actor, profile)]


@lru_cache(maxsize=1 << 9)
def _who_hold(asked: Office, known: Everybody) -> tuple[Profile, ...]:
    people = known.by_head.get(next(iter(asked.heads)), ())
    return tuple(profile for profile in people if _holds(asked, profile))


UNIQUE = frozenset(["papa"])
"""There is only one."""


def _holds(asked: Office, profile: Profile) -> bool:
    held = {office.is_past for office in profile.offices if _is_just(asked, office, profile.country)}
    return held == {True} if asked.is_past else False in held


def _is_just(asked: Office, office: Office, country: str) -> bool:
    is_same = asked.heads <= office.heads and _is_possible(asked, office, country)
    return is_same and not _unsaid(asked, office, country)


@cache
def _bynames() -> dict[Office, str]:
    return {office_of(phrase): person_id for phrase, person_id in load_speech_words().bynames.items()}
