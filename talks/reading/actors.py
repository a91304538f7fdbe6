"""Who may speak in a sentence: persons, bodies, roles, unnamed sources and documents, each with its preposition.

Spanish marks what is no subject with a preposition («a Trump», «con Peskov»), so a noun phrase without one is the
subject of a verb beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from talks.folding import fold_word
from talks.reading.appositions import JOINERS, after_apposition, is_unknown_adjective
from talks.reading.noun_phrases import NounKind, end_of_list, is_before_noun, kind_of, read_phrase, skip_adjectives
from talks.reading.parsed import Actor, Parse
from talks.reading.phrases import Item
from talks.reading.role_words import load_role_words
from talks.reading.speech_words import load_speech_words, phrase_at

NO_ARTICLE = "–"
"""The determiner of a role that a headline gives without one: «Presidenta del Senado: «…»»."""
PERFECT = frozenset({"ha", "han", "he", "hemos", "había", "habían", "haber", "habiendo", "hubo"})
OTHERS = frozenset({"otro", "otra"})
PAST_ENDINGS = ("ó", "aba", "ía")
ORDINALS = frozenset({"primero", "primera", "segundo", "segunda", "último", "última"})


def parse(items: Sequence[Item]) -> Parse:
    actors = find_actors(items)
    return Parse(items, {actor.first: actor for actor in actors}, {actor.last: actor for actor in actors}, {})


NAMED = frozenset({"person", "body"})
STREETS = frozenset({"calle", "avenida", "plaza"})
"""«En la calle Bankova»: the house, and nobody in it."""


def find_actors(items: Sequence[Item]) -> list[Actor]:
    """Every actor in order, without overlap."""
    found: list[Actor] = []
    free = 0
    asides = load_speech_words().asides
    for start in [at for at, item in enumerate(items) if not at or item.kind in NAMED or _may_begin(item.key)]:
        if start < free:
            continue
        place = start + len(phrase_at(items, start, asides)) if items[start].key in asides else start
        free = place + 1
        actor = actor_after_preposition(items, place) if place < len(items) else None
        if actor is not None and not (actor.kind == "body" and place and items[place - 1].key in STREETS):
            found.append(_joined(items, found, actor))
            free = actor.last
    return found


@lru_cache(maxsize=1 << 14)
def _may_begin(key: str) -> bool:
    """Whether an actor or an aside may begin with the word; at the start of a sentence any word may."""
    words = load_speech_words()
    openers = (words.prepositions, words.pronouns, words.parts, words.determiners, words.asides)
    is_noun = key in words.source_nouns or key in words.text_nouns
    return is_noun or is_before_noun(key) or any(key in opening for opening in openers)


def actor_at(items: Sequence[Item], place: int) -> Actor | None:
    """The noun phrase that begins there, if it can speak."""
    if place >= len(items):
        return None
    item, vocabulary = items[place], load_speech_words()
    if item.kind == "person":
        return _person(items, place, place)
    if item.kind == "body":
        return _body(items, place, place)
    if item.kind != "word":
        return None
    if item.key in vocabulary.pronouns and not _begins_noun(items, place + 1):
        return Actor(
            place,
            place + 1,
            "pronoun",
            item.start,
            item.end,
            head=fold_word(item.key),
            is_plural=item.key.endswith("s"),
        )
    if item.key in OTHERS and _is_finite(items, place + 1):
        return Actor(place, place + 1, "source", item.start, item.end, head=item.key)
    if item.key in vocabulary.parts and key_of(items, place + 1) == "de":
        return _part(items, place)
    if item.key in vocabulary.determiners:
        return None if _is_participle(items, place) else _determined(items, place)
    return _bare(items, place)


def _is_finite(items: Sequence[Item], place: int) -> bool:
    """«otra ha avisado», «otro sostuvo»."""
    return key_of(items, place) in PERFECT or key_of(items, place).endswith(PAST_ENDINGS)


def _is_participle(items: Sequence[Item], place: int) -> bool:
    """«ha dicho Peskov»: not «dicho acuerdo»."""
    return place > 0 and items[place].key == "dicho" and items[place - 1].key in PERFECT


def _part(items: Sequence[Item], place: int) -> Actor | None:
    """«uno de ellos», «otra de las asistentes»."""
    last = place + 2 + (key_of(items, place + 2) in load_speech_words().determiners)
    if last >= len(items) or items[last].kind != "word":
        return None
    item = items[place]
    is_plural = item.key.endswith("s")
    part = Actor(place, last + 1, "source", item.start, items[last].end, head=item.key, is_plural=is_plural)
    return _with_apposition(items, part)


def key_of(items: Sequence[Item], place: int) -> str:
    return items[place].key if place < len(items) else ""


def actor_after_preposition(items: Sequence[Item], place: int) -> Actor | None:
    item = items[place]
    if item.kind != "word" or item.key not in load_speech_words().prepositions:
        return actor_at(items, place)
    if item.key in ("al", "del"):
        actor = _determined(items, place)
        return actor and actor._replace(preposition=item.key)
    actor = actor_at(items, place + 1)
    return actor and actor._replace(preposition=item.key)


def _joined(items: Sequence[Item], found: Sequence[Actor], actor: Actor) -> Actor:
    """«con Putin y Trump»: the second has the preposition of the first."""
    if not found or actor.preposition or actor.kind == "pronoun":
        return actor  # «Trump apremia a Zelenski y este habla»
    before = found[-1]
    between = [item.key for item in items[before.last : actor.first][:3]]
    is_list = between == [","] and key_of(items, end_of_list(items, actor.last)) in JOINERS
    is_list = is_list or (bool(before.preposition) and between == [",", "y"])
    if (len(between) == 1 and between[0] in JOINERS) or is_list:
        return actor._replace(preposition=before.preposition, joined_to=before.first)
    return actor


def _person(items: Sequence[Item], first: int, place: int) -> Actor:
    item = items[place]
    last = after_apposition(items, place + 1)
    return Actor(first, last, "person", item.start, item.end, ref=item.ref)


def _body(items: Sequence[Item], first: int, place: int) -> Actor:
    item = items[place]
    return Actor(first, place + 1, "body", item.start, item.end, name=item.name, determiner=items[first].key)


def _begins_noun(items: Sequence[Item], place: int) -> bool:
    """«este martes», «el presidente»: the word before is an article, not a pronoun."""
    if place >= len(items) or items[place].kind != "word":
        return place < len(items) and items[place].kind in ("person", "body", "place")
    key, vocabulary = items[place].key, load_speech_words()
    return (
        key in vocabulary.times
        or key == "fin"
        or key[:1].isdigit()  # «aquel 28 de febrero»
        or kind_of(key) is not None
        or load_role_words().is_before(fold_word(key))
    )


def _determined(items: Sequence[Item], first: int) -> Actor | None:
    """«el portavoz del Kremlin, Dmitri Peskov», «el propio Merz», «el Kremlin», «una fuente diplomática»."""
    place = first + 1
    if place < len(items) and items[place].kind == "word" and not _may_follow_determiner(items[place].key):
        return None
    if place < len(items) and items[place].key in load_speech_words().plural_determiners:
        place += 1
    if key_of(items, place) == "primera" and key_of(items, place + 1) == "dama":
        return _noun_phrase(items, first, place + 1, "role")
    if place < len(items) and items[place].key in ORDINALS and not _begins_noun(items, place + 1):
        item = items[place]
        return Actor(first, place + 1, "pronoun", item.start, item.end, head=item.key, determiner=items[first].key)
    place = skip_adjectives(items, place)
    if place >= len(items):
        return None
    if items[place].kind == "person":
        return _person(items, first, place)
    if items[place].kind == "body":
        return _body(items, first, place)
    return _noun_phrase(items, first, place) if items[place].kind == "word" else None


@lru_cache(maxsize=1 << 14)
def _may_follow_determiner(key: str) -> bool:
    """Whether the word is a noun that can speak, or may stand before one."""
    is_small = key in load_speech_words().plural_determiners or key in ORDINALS or key in ("de", "primera")
    return is_small or is_before_noun(key) or kind_of(key) is not None


def _noun_phrase(items: Sequence[Item], first: int, place: int, known: NounKind | None = None) -> Actor | None:
    """«el de Rusia, Vladímir Putin» has no noun, and is somebody only if a name follows."""
    determiner = items[first].key
    is_headless = items[place].key == "de" and determiner in ("el", "la")
    kind = "role" if is_headless else known or kind_of(items[place].key)
    if kind is None:
        return None
    phrase = read_phrase(items, place - is_headless)
    start = items[phrase.proper if phrase.proper >= 0 and kind != "role" else min(first + 1, place)].start
    is_plural = determiner in load_speech_words().plural_determiners
    head = "" if is_headless else phrase.head
    actor = Actor(
        first, phrase.last, kind, start, items[phrase.last - 1].end, name=phrase.body, head=head, words=phrase.words,
        determiner=determiner, is_plural=is_plural,
    )  # fmt: skip
    actor = _with_apposition(items, actor)
    return None if is_headless and actor.kind != "person" else actor


def _with_apposition(items: Sequence[Item], actor: Actor) -> Actor:
    """«…, Dmitri Peskov,» · «… Dmitri Peskov»: the person named beside the role is who is meant."""
    if actor.kind not in ("role", "source") or actor.is_plural:
        return actor
    place = actor.last + is_unknown_adjective(items, actor.last)
    is_set_off = place + 1 < len(items) and items[place].key == ","
    if is_set_off and (ranked := _by_rank(items, place + 1)):
        return actor._replace(last=ranked.last, kind="person", ref=ranked.ref, start=ranked.start, end=ranked.end)
    place += is_set_off
    if place >= len(items) or items[place].kind != "person":
        return actor
    item = items[place]
    last = after_apposition(items, place + 1)
    if is_set_off and actor.first and key_of(items, place + 1) and items[place + 1].kind not in ("mark", "quote"):
        return actor  # «según el mandatario, Zelenski perdió la legitimidad»: the name begins the clause
    return actor._replace(last=last, kind="person", ref=item.ref, start=item.start, end=item.end)


def _by_rank(items: Sequence[Item], place: int) -> Actor | None:
    """«el presidente del Comité Militar, el almirante Dragone», «el anfitrión, el ministro turco Hakan Fidan»."""
    roles = load_role_words()
    key = fold_word(items[place + 1].key) if place + 1 < len(items) else ""
    ranked = _determined(items, place) if items[place].key in ("el", "la") and kind_of(key) == "role" else None
    if ranked is None or ranked.kind != "person":
        return None
    is_rank = key in roles.ranks or key in roles.nations or key in roles.parties
    is_closed = ranked.last >= len(items) or items[ranked.last].kind in ("mark", "quote")
    return ranked if is_rank or is_closed else None


def _bare(items: Sequence[Item], place: int) -> Actor | None:
    """Without article: «fuentes del Kremlin», «altos cargos europeos»."""
    vocabulary, head = load_speech_words(), skip_adjectives(items, place)
    key = items[head].key if head < len(items) else ""
    if place == 0 and items[0].is_capital and kind_of(key) == "role":
        actor = _noun_phrase(items, 0, 0)
        return actor and actor._replace(determiner=NO_ARTICLE)
    is_text = key in vocabulary.text_nouns and key.endswith("s")
    is_adverb = items[place].key in vocabulary.adverbs or (place and items[place - 1].key in vocabulary.degrees)
    if (key not in vocabulary.source_nouns and not is_text) or is_adverb:
        return None
    if (
        place
        and items[place - 1].kind == "word"
        and items[place - 1].key.endswith("s")
        and items[place - 1].key not in vocabulary.times
        and _is_content(items[place - 1])
    ):
        return None
    if items[head].kind != "word" or kind_of(key) is None:
        return None
    phrase = read_phrase(items, head)
    actor = Actor(
        place, phrase.last, "text" if is_text else "source", items[place].start, items[phrase.last - 1].end,
        name=phrase.body, head=phrase.head, words=phrase.words, is_plural=phrase.head.endswith("s"),
    )  # fmt: skip
    return _with_apposition(items, actor)


def _is_content(item: Item) -> bool:
    """A noun: after it «diplomáticos» is an adjective."""
    vocabulary = load_speech_words()
    function_words = (vocabulary.prepositions, vocabulary.determiners, vocabulary.adverbs, vocabulary.clitics)
    return not any(item.key in words for words in function_words)
