"""People outside the lexicon: a run of capital words with a given name, a role or a verb of saying beside it."""

from __future__ import annotations

from collections.abc import Container, Iterator
from functools import lru_cache

from talks.folding import fold
from talks.lexicon.load import Lexicon
from talks.reading.known_people import Found
from talks.reading.name_words import Word, load_given_names, load_name_words, opens_sentence
from talks.reading.role_words import load_role_words
from talks.reading.roles import StatedRole, role_beside

_LONGEST_NAME = 5
"""Words, particles included."""
_ARTICLES = frozenset({"el", "la", "los", "las", "al", "del"})
"""«el Santiago Bernabéu» is no person."""
_POINTING = frozenset({"este", "esta", "ese", "esa", "dicho", "dicha"})
_PORTUGUESE = ("da", "do", "dos", "das")
_LATER = (["despues"], ["antes"], ["atras"], ["mas"], ["de"])
"""«Victoria, ochenta años después» tells no age."""
_SAINTS = frozenset({"san", "santa", "santo"})
"""They make a place of a given name."""


def find_unknown(words: list[Word], text: str, *, closed: set[int], starts: set[int], lexicon: Lexicon) -> list[Found]:
    """`closed`: words of people already found (they begin at `starts`), of places and institutions, of furniture."""
    runs = list(_runs(words, closed, _speech_forms(lexicon)))
    beginnings = starts | {first for first, _ in runs}
    return [
        Found(first, last, " ".join(text[words[first].start : words[last].end].split()), None, last > first)
        for first, last in runs
        if _is_person(words, first, last, beginnings, lexicon)
    ]


@lru_cache(maxsize=4)
def _speech_forms(lexicon: Lexicon) -> frozenset[str]:
    """Finite forms of the verbs of saying, folded, one word each."""
    return frozenset(fold(form) for verb in lexicon.verbs for form in verb.forms if " " not in form)


def _runs(words: list[Word], closed: Container[int], speech: Container[str]) -> Iterator[tuple[int, int]]:
    """Stretches of capital words, particles inside; what opens a sentence or a title is cut off."""
    free = 0
    for place in [place for place, word in enumerate(words) if word.is_name and place not in closed]:
        if place < free or not _may_be_name(words[place]) or _is_ordinal(words[place]):
            continue
        last = _run_end(words, place, closed)
        first = _trimmed(words, place, last, speech)
        if first <= last:
            yield first, last
        free = last + 1


def _is_ordinal(word: Word) -> bool:
    """«El sucesor del START III»: no name begins with a number."""
    return word.is_shouted and word.key in load_name_words().ordinals


def _may_be_name(word: Word) -> bool:
    """Capital and no acronym; «JD» is a given name."""
    if not word.is_name:
        return False
    return not word.is_shouted or word.key in load_name_words().ordinals or word.key in load_given_names()


def _run_end(words: list[Word], first: int, closed: Container[int]) -> int:
    last, place = first, first + 1
    while place < len(words) and place not in closed and _goes_on(words[place - 1], words[place]):
        if _may_be_name(words[place]) or (words[place].gap == "-" and words[place].is_word):
            last = place
        elif not _is_particle_inside(words, first, place) or place - last > 2:
            break
        place += 1
    return last


def _is_particle_inside(words: list[Word], first: int, place: int) -> bool:
    """Not the «de» of «el Betis de Manuel Pellegrini»."""
    key = words[place].key
    if key not in load_name_words().particles or key in ("y", "e"):
        return False
    given = load_given_names()
    starts_other = place + 1 < len(words) and words[place + 1].key in given and words[first].key not in given
    return key not in ("de", "del") or not starts_other


def _goes_on(before: Word, word: Word) -> bool:
    return word.gap in (" ", "-") or (word.gap == "" and len(before.key) == 1 and before.is_word)


def _trimmed(words: list[Word], first: int, last: int, speech: Container[str]) -> int:
    while first <= last and not (first < last and words[first].key in load_given_names()):
        is_other = first < last and (_is_other_word(words, first, last) or _is_said_first(words, first, speech))
        if not _is_opener(words, first) and not is_other:
            break
        first += 1
    return first


def _is_opener(words: list[Word], place: int) -> bool:
    rules = load_name_words()
    key = words[place].key
    return key in rules.particles or (key in rules.openers and opens_sentence(words, place))


def _is_said_first(words: list[Word], place: int, speech: Container[str]) -> bool:
    """«Admitió Ana Pérez que no»: the verb opens the sentence."""
    return words[place].key in speech and words[place].key not in load_given_names() and opens_sentence(words, place)


def _is_other_word(words: list[Word], place: int, last: int) -> bool:
    """A title («Presidente Trump»), or the end of an institution before a name («Oficina Presidencial Mijailo …»)."""
    key = words[place].key
    vocabulary = load_role_words()
    if vocabulary.is_head(key) or vocabulary.is_before(key) or key in vocabulary.nations:
        return True
    if key in _SAINTS or not (key in load_name_words().not_names or vocabulary.is_adjective(key)):
        return False
    return any(word.key in load_given_names() for word in words[place + 1 : last])


def _is_person(words: list[Word], first: int, last: int, names: Container[int], lexicon: Lexicon) -> bool:
    particles = load_name_words().particles
    parts = [word.key for word in words[first : last + 1] if word.key not in particles]
    if not parts or last - first >= _LONGEST_NAME or _is_thing(words, first, parts):
        return False
    role = role_beside(words, first, last, names=names)
    if len(parts) == 1:
        if parts[0] in load_given_names() and _is_told_with_age(words, last):
            return True
        return role is not None and _is_lone_surname(words, first, last, role)
    if role is not None or _speaks(words, first, last, lexicon):
        return True
    return parts[0] in load_given_names() and not (first and words[first - 1].key in _ARTICLES)


def _is_told_with_age(words: list[Word], last: int) -> bool:
    """«Yaroslav, de 26 años,» · «Oksana, cincuenta años»."""
    after = [word.key for word in words[last + 1 : last + 5 + (words[min(last + 2, len(words) - 1)].key == "de")]]
    count = 2 + (after[1:2] == ["de"])
    return after[:1] == [","] and after[count : count + 1] == ["anos"] and after[count + 1 :] not in _LATER


def _is_thing(words: list[Word], first: int, parts: list[str]) -> bool:
    rules = load_name_words()
    doubted = parts[2:] if parts[0] in load_given_names() else parts
    doubted = [part for part in doubted if not _is_portuguese(words, first, part)]
    if any(part in rules.not_names for part in doubted) or all(len(part) < 2 for part in parts):
        return True
    is_credit = first > 1 and words[first - 1].key == ":" and words[first - 2].key in rules.credits
    return is_credit or _noun_before(words, first) in rules.naming_nouns


def _is_portuguese(words: list[Word], first: int, part: str) -> bool:
    """«André Corrêa do Lago» is no lake."""
    name = [word.key for word in words[first : first + _LONGEST_NAME]]
    return any(pair in ((small, part) for small in _PORTUGUESE) for pair in zip(name, name[1:], strict=False))


def _noun_before(words: list[Word], first: int) -> str:
    """«portal» in «al portal estadounidense Axios», «calle» in «calle de Juan Bravo»; not «este medio Juan Bravo»."""
    particles, nations = load_name_words().particles, load_role_words().nations
    place = first - 1
    while place > 0 and words[place].gap == " " and (words[place].key in particles or words[place].key in nations):
        place -= 1
    points = place > 0 and words[place - 1].key in _POINTING
    return words[place].key if place >= 0 and not points else ""


def _is_lone_surname(words: list[Word], first: int, last: int, role: StatedRole) -> bool:
    """«el presidente Petro»: a role that touches it; not «el portavoz de la empresa X» nor «… grupo Dnipró, X»."""
    if not role.touches or not role.is_firm or len(words[first].key) < 3:
        return False
    following = words[last + 1 : last + 3]
    return not (len(following) == 2 and following[0].key == "," and following[1].is_name)


def _speaks(words: list[Word], first: int, last: int, lexicon: Lexicon) -> bool:
    forms = _speech_forms(lexicon)
    before = words[first - 1].key if first and words[first].gap == " " else ""
    after = words[last + 1].key if last + 1 < len(words) and words[last + 1].gap == " " else ""
    return before in forms or after in forms
