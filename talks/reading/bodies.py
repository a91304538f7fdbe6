"""The name of a body that speaks: the lexicon's where it has one, else the words of the text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from talks.folding import fold
from talks.lexicon.load import Institution
from talks.reading.cast import NOBODY, Cast, Speaker
from talks.reading.parsed import Actor
from talks.reading.role_words import load_role_words
from talks.reading.speech_words import load_speech_words

TITLES = {
    "gobierno": "Gobierno", "ejecutivo": "Gobierno", "cancilleria": "Ministerio de Exteriores",
    "ejercito": "Ejército", "presidencia": "Presidencia", "parlamento": "Parlamento", "embajada": "Embajada",
}  # fmt: skip
"""Bodies that every country has, by the folded noun."""
OWNER = re.compile(
    r"\bde(?:l| la) (?=(?:Mando|Comando|Cuartel|Comité|Centro|Consejo|Oficina|Servicio|Agencia|Guardia|Misión)\b)"
)
OPENING = 60
"""Characters of a sentence in which its subject is named."""
NAME_LINKS = frozenset(["de", "del", "la", "las", "los", "y", "para"])
ARTICLES = {"India": "la India", "Reino Unido": "el Reino Unido", "Países Bajos": "los Países Bajos"}


def body_by_id(cast: Cast, body_id: str) -> Speaker:
    """A capital speaks for its country."""
    body = cast.bodies.get(body_id)
    if body is None:
        return NOBODY
    if body.kind == "capital" and body.stands_for in cast.bodies:
        return Speaker(cast.bodies[body.stands_for].name)
    return Speaker(body.name)


def longer_owner(cast: Cast, actor: Actor) -> Speaker | None:
    """«el parte del Mando Sur de Estados Unidos»: its owner has a name of its own around that of the country."""
    shown = cast.text[actor.start : actor.end]
    owner = OWNER.search(shown) if actor.kind == "text" and actor.name else None
    if owner is None:
        return None
    begin = actor.start + owner.end()
    index = bisect_left(cast.bodies_named, (begin, ""))
    is_known = index < len(cast.bodies_named) and cast.bodies_named[index][0] == begin
    return None if is_known else Speaker(shown[owner.end() :])


def body_by_words(cast: Cast, actor: Actor) -> Speaker:
    """«el Kremlin», «la cadena CNN», «el Gobierno húngaro», «la Fuerza Aérea»."""
    body = cast.bodies.get(actor.name)
    is_titled = actor.head in _folded_media() and body is not None and is_medium(body)
    if actor.name and (not actor.head or is_titled):
        return body_by_id(cast, actor.name)
    is_bare = all(word in load_role_words().nations for word in actor.words)
    if actor.head in _folded_media() and is_bare and (medium := cast.last_body(actor.start, is_medium)):
        return body_by_id(cast, medium)
    country = next((nation for word in actor.words if (nation := load_role_words().nations.get(word))), "")
    if country and len(actor.words) == 1 and actor.head in TITLES:
        return Speaker(_of_country(TITLES[actor.head], country))
    if country and actor.head == "ministerio" and len(actor.words) == 1:
        named = cast.last_body(actor.start, lambda body: body.name.startswith("Ministerio") and country in body.name)
        return body_by_id(cast, named) if named else Speaker(widened(cast, actor))
    if country and actor.head == "ministerio":
        return Speaker(_of_country(_ministry(cast, actor), country))
    if actor.head == "ministerio" and not country and actor.words and (found := _whose_ministry(cast, actor)):
        return found
    points_back = bool(cast.body.name) and not actor.words and not _is_another(cast, actor)
    return cast.body if points_back else Speaker(widened(cast, actor))


def is_medium(body: Institution) -> bool:
    return body.kind == "media"


def _is_another(cast: Cast, actor: Actor) -> bool:
    """«la patronal» after «el Kremlin»: a body of its own, and not the last one that spoke."""
    return actor.head in _own_bodies() and actor.head not in fold(cast.body.name or "").split()


@cache
def _own_bodies() -> frozenset[str]:
    return frozenset(map(fold, load_speech_words().own_bodies))


def _ministry(cast: Cast, actor: Actor) -> str:
    """«Ministerio de Relaciones Exteriores kazajo» is one of «Exteriores»."""
    nations, words = load_role_words().nations, cast.text[actor.start : actor.end].split()
    kept = " ".join(word for word in words if fold(word) not in nations)
    return kept.replace("Relaciones Exteriores", "Exteriores").replace("Asuntos Exteriores", "Exteriores")


def _whose_ministry(cast: Cast, actor: Actor) -> Speaker | None:
    """«el Ministerio de Defensa» after «el Ministerio de Defensa ruso»."""
    name = _ministry(cast, actor)
    named = cast.last_body(actor.start, lambda body: body.name.startswith(f"{name} de"))
    if named:
        return body_by_id(cast, named)
    home = cast.host_country if cast.is_dated else _acting_country(cast, actor)
    return next((Speaker(body.name) for body in cast.bodies.values() if body.name == f"{name} de {home}"), None)


def _acting_country(cast: Cast, actor: Actor) -> str:
    """«El presidente ruso, Putin, decretó una tregua, informó el Ministerio de Defensa»: of who opens it."""
    first, last = cast.sentence_start, min(actor.start, cast.sentence_end)
    people = [profile for profile in cast.profiles if any(first <= place < last for place in profile.places)]
    countries = {profile.country for profile in people}
    opening = [place for profile in people for place in profile.places if first <= place < first + OPENING]
    is_other = any(first <= place < max(opening, default=0) for place, _ in cast.bodies_named)
    return countries.pop() if len(countries) == 1 and opening and not is_other else ""


@cache
def _folded_media() -> frozenset[str]:
    return frozenset(map(fold, load_speech_words().media_nouns))


def _of_country(title: str, country: str) -> str:
    """«Gobierno de Hungría», «Gobierno del Reino Unido»."""
    named = ARTICLES.get(country, country)
    return f"{title} del {named[3:]}" if named.startswith("el ") else f"{title} de {named}"


def _is_name(words: Sequence[str]) -> bool:
    """Capitals, and between them the small words of a name: «Departamento de Estado»."""
    return all(word[0].isupper() or word in NAME_LINKS for word in words) and words[-1][0].isupper()


def widened(cast: Cast, actor: Actor) -> str:
    """The words of the text; a shortened name at their end («la Comisión») in full, if only one body has it."""
    shown = cast.text[actor.start : actor.end]
    words = shown.split()
    first = next((i for i, word in enumerate(words) if word[0].isupper() and _is_name(words[i:])), len(words))
    short = " ".join(words[first:])
    if not short:
        return shown
    found = cast.longer_names.get(short, ())
    return " ".join([*words[:first], found[0]]) if len(found) == 1 else shown
