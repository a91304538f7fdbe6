"""The role a text states beside a name, by apposition on either side."""

from __future__ import annotations

from collections.abc import Container
from functools import lru_cache
from typing import NamedTuple

from talks.lexicon.load import Person
from talks.reading.name_words import Word, keys_of
from talks.reading.role_phrases import THEN, RolePhrase, phrase_at, phrases_ending_at
from talks.reading.role_words import RoleWords, load_role_words

_OPENERS = frozenset(",:(—–-")
_RELATIVES = frozenset({"que", "quien", "quienes", "cual"})
OVER = (["hasta", "ahora"], ["hasta", "hoy"], ["hasta", "ayer"], ["que", "fuera"], ["quien", "fuera"])
"""What says so before a role that is over, left out of it."""
_CLOSERS = frozenset(",.;:()]—–»”\"'’?!…/")


class StatedRole(NamedTuple):
    """`start`, `end` are places in the text, the article left out."""

    start: int
    end: int
    is_current: bool
    """False for «ex-», «entonces», «antiguo»."""
    touches: bool
    """Nothing stands between the role and the name after it."""
    is_firm: bool
    """It ends in a word after which no name of a thing comes: «el presidente ruso», not «el portavoz de la empresa»."""
    is_rank: bool
    """A bare rank or title that touches the name: «el almirante», «el cardenal»."""


def role_beside(
    words: list[Word], first: int, last: int, *, names: Container[int], person: Person | None = None
) -> StatedRole | None:
    """The role of the name `words[first:last + 1]`; `names` holds the places where names begin."""
    before = role_before(words, first, last, person=person)
    if before is not None and before.is_rank:
        return _office_before_rank(words, first) or before
    office = _office_before_rank(words, first) if before is None and _is_after_nationality(words, first) else None
    return before or office or role_after(words, last, names=names, person=person)


def _is_after_nationality(words: list[Word], first: int) -> bool:
    """«la jefa de la diplomacia europea, la estonia Kaja Kallas»."""
    vocabulary = load_role_words()
    if first < 4 or words[first].gap != " " or words[first - 2].key not in ("el", "la"):
        return False
    return words[first - 1].key in vocabulary.nations or words[first - 1].key in vocabulary.parties


def role_before(words: list[Word], first: int, last: int, *, person: Person | None = None) -> StatedRole | None:
    """«el portavoz del Kremlin, Dmitri Peskov,» · «el presidente ruso Vladímir Putin»."""
    vocabulary = load_role_words()
    touches = first > 0 and words[first].gap == " " and words[first - 1].key not in _OPENERS
    if not touches and not _is_after_mark(words, first):
        return None
    phrases = phrases_ending_at(words, first if touches else first - 1, vocabulary)
    fitting = [phrase for phrase in phrases if not _contradicts(words, phrase, person, vocabulary)]
    if not fitting:
        return None
    chosen = _choose(words, fitting, person, touches, vocabulary)
    if not touches and not _is_closed(words, last) and not _is_sure(words, chosen, person, vocabulary):
        return None
    return _stated(words, chosen, touches, vocabulary)


def role_after(
    words: list[Word], last: int, *, names: Container[int], person: Person | None = None
) -> StatedRole | None:
    """«Dmitri Peskov, portavoz del Kremlin,» · «Peskov (portavoz)» · «Dmitriev, un enviado del Kremlin que…»."""
    vocabulary = load_role_words()
    grammar = vocabulary.grammar
    start = last + 2
    if start >= len(words) or words[last + 1].key not in _OPENERS or words[start].gap == "\n":
        return None
    determiner = words[start].key if words[start].key in grammar.determiners else ""
    phrase = phrase_at(words, start + bool(determiner), names, vocabulary)
    if phrase is None or determiner in grammar.plural_determiners:
        return None
    if determiner in grammar.possessives and words[phrase.head].key in vocabulary.kin:
        return None
    is_sure = not determiner and _is_sure(words, phrase, person, vocabulary)
    if not _ends_apposition(words, phrase.last + 1, bool(determiner), names, vocabulary, is_sure=is_sure):
        return None
    return _stated(words, phrase, False, vocabulary)


def is_office_of(words: list[Word], role: StatedRole, person: Person) -> bool:
    """Some head of the stated role is one that the lexicon knows of the person."""
    vocabulary = load_role_words()
    known = known_heads(person)
    return any(
        _present(word.key, vocabulary) in known
        for word in words
        if role.start <= word.start < role.end and vocabulary.is_head(word.key)
    )


@lru_cache(maxsize=1 << 10)
def known_heads(person: Person) -> frozenset[str]:
    """Heads by which a text may call the person, from the roles of the lexicon."""
    vocabulary = load_role_words()
    own = own_heads(person)
    return own.union(*(group for group in vocabulary.alike if own & group))


@lru_cache(maxsize=1 << 10)
def own_heads(person: Person) -> frozenset[str]:
    """Those of the lexicon alone."""
    vocabulary = load_role_words()
    heads = (vocabulary.own_heads(keys_of(role.role)) for role in person.roles)
    return frozenset(_present(head, vocabulary) for found in heads for head in found)


def _present(head: str, vocabulary: RoleWords) -> str:
    """«exministro» is a minister; «vicepresidente» is no president."""
    return vocabulary.head_of(head) if head.startswith("ex") else head


def _office_before_rank(words: list[Word], first: int) -> StatedRole | None:
    """«el presidente del Comité Militar, el almirante …», with or without the article; not a bare «el cabecilla»."""
    comma = first - 3 if words[first - 2].key in ("el", "la") else first - 2
    if comma < 1 or words[comma].key != ",":
        return None
    phrases = phrases_ending_at(words, comma, load_role_words())
    is_office = bool(phrases) and phrases[-1].last > phrases[-1].head
    return _stated(words, phrases[-1], False, load_role_words()) if is_office else None


def _is_after_mark(words: list[Word], first: int) -> bool:
    return first >= 2 and words[first - 1].key in _OPENERS and words[first].gap != "\n"


def _is_closed(words: list[Word], last: int) -> bool:
    """A mark ends the apposition."""
    return last + 1 >= len(words) or words[last + 1].gap == "\n" or words[last + 1].key in _CLOSERS


def _is_sure(words: list[Word], phrase: RolePhrase, person: Person | None, vocabulary: RoleWords) -> bool:
    """Where the second comma is missing: an office with a complement, and the lexicon knows it of the person."""
    if person is None or phrase.last == phrase.head:
        return False
    return _present(words[phrase.head].key, vocabulary) in known_heads(person)


def _choose(
    words: list[Word], phrases: list[RolePhrase], person: Person | None, touches: bool, vocabulary: RoleWords
) -> RolePhrase:
    """Of nested heads («el portavoz del presidente ruso …»): what the lexicon knows, else the nearest that touches."""
    if person is not None:
        known = known_heads(person)
        if touches and _present(words[phrases[0].head].key, vocabulary) in own_heads(person):
            return _joined(words, phrases, vocabulary)
        held = [phrase for phrase in phrases if _present(words[phrase.head].key, vocabulary) in known]
        if held and _is_apposition_to_other(words, phrases[-1]):
            held = held[:1]
        if held:
            return _joined(words, phrases[phrases.index(held[-1]) :], vocabulary)
    return _joined(words, phrases, vocabulary) if touches else phrases[-1]


def _is_apposition_to_other(words: list[Word], phrase: RolePhrase) -> bool:
    """«Peskov, portavoz del presidente de Rusia, Putin»: the whole is told of the name before it."""
    place = phrase.first
    return place >= 2 and words[place - 1].key == "," and words[place - 2].is_name


def _joined(words: list[Word], phrases: list[RolePhrase], vocabulary: RoleWords) -> RolePhrase:
    """The nearest head, or the first of «senador y candidato presidencial»."""
    chosen = phrases[0]
    for phrase in phrases[1:]:
        between = {word.key for word in words[phrase.head : chosen.head]}
        if between & vocabulary.grammar.tight_prepositions:
            break
        chosen = phrase
    return chosen


def _contradicts(words: list[Word], phrase: RolePhrase, person: Person | None, vocabulary: RoleWords) -> bool:
    """«con el presidente ruso, Trump …»: an office or a peer of another country than the person's."""
    if person is None or phrase.last == phrase.head:
        return False
    country = vocabulary.nations.get(words[phrase.head + 1].key) or _country_after(words, phrase, vocabulary)
    return country is not None and country not in (person.country, "Unión Europea")


def _country_after(words: list[Word], phrase: RolePhrase, vocabulary: RoleWords) -> str | None:
    """«presidente de Rusia», straight after the head."""
    keys = [word.key for word in words[phrase.head + 1 : min(phrase.last, phrase.head + 6) + 1]]
    if not keys or keys[0] != "de":
        return None
    rest = keys[2:] if keys[1:2] in (["la"], ["los"]) else keys[1:]
    named = (vocabulary.countries.get(tuple(rest[:length])) for length in (4, 3, 2, 1))
    return next((country for country in named if country), None)


def _ends_apposition(
    words: list[Word], end: int, has_determiner: bool, names: Container[int], vocabulary: RoleWords, *, is_sure: bool
) -> bool:
    """After the role comes a mark or a relative, unless it is surely theirs; when a name comes, it is that name's."""
    if end >= len(words) or words[end].gap == "\n":
        return True
    if end in names or (words[end].is_name and words[end].gap == " "):
        return False
    if has_determiner and words[end].key in _OPENERS and end + 1 in names:
        return False
    if has_determiner and _goes_on_as_list(words, end, vocabulary):
        return False
    if end + 1 < len(words) and words[end + 1].key in _RELATIVES:
        return True
    return words[end].key in _CLOSERS or words[end].key in vocabulary.grammar.closing_words or is_sure


def _goes_on_as_list(words: list[Word], place: int, vocabulary: RoleWords) -> bool:
    """«Junto a Zelenski, el presidente del Consejo y la titular de la Comisión»: others, in a list."""
    is_next = place + 1 < len(words) and words[place + 1].key in vocabulary.grammar.determiners
    return is_next and words[place].key in ("y", "e")


def _whole(words: list[Word], phrase: RolePhrase) -> int:
    """Where the phrase begins with what is left unsaid: «hasta ahora», «quien fuera su …»."""
    first = phrase.first
    start = first - 1 if first and words[first - 1].key in load_role_words().grammar.possessives else first
    return start - 2 if [word.key for word in words[max(0, start - 2) : start]] in OVER else first


def _stated(words: list[Word], phrase: RolePhrase, touches: bool, vocabulary: RoleWords) -> StatedRole:
    ending = words[phrase.last].key
    rest = words[phrase.head + 1 : phrase.last + 1]
    return StatedRole(
        start=words[phrase.first].start,
        end=words[phrase.last].end,
        is_current=ending != THEN
        and not any(vocabulary.is_past(word.key) for word in words[_whole(words, phrase) : phrase.head + 1]),
        touches=touches,
        is_firm=words[phrase.last].is_capital or vocabulary.is_head(ending) or vocabulary.is_adjective(ending),
        is_rank=touches
        and words[phrase.head].key in vocabulary.ranks
        and all(vocabulary.is_adjective(word.key) for word in rest),
    )
