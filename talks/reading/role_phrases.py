"""Which words make one role: a head («portavoz»), words before it («entonces») and a complement («del Kremlin»).

Complements are told from clauses by their shape alone: prepositions, nouns after them, adjectives by list and ending.
The phrase is read word by word by a small machine, so that reading it takes time in proportion to its length.
"""

from __future__ import annotations

from collections.abc import Container
from typing import Literal, NamedTuple

from talks.reading.name_words import Word
from talks.reading.role_words import RoleWords

State = Literal["head", "preposition", "noun", "conjunction", "fail"]

AUXILIARIES = frozenset({"ha", "han", "habia", "habian", "haber", "habria"})
"""«ha agregado Zelenski»: a verb, and no attaché."""
PARTICIPLES = ("ado", "ada", "ados", "adas", "ido", "ida", "idos", "idas")
IRREGULAR = ("puesto", "puesta", "electo", "electa", "suelto", "suelta", "escrito", "escrita")
"""Ends of participles: «propuesto», «impuesta»."""
NAMED = ("llamad", "denominad", "bautizad", "titulad", "conocid")
MORE = "mas"
THEN = "entonces"
"""«Su asesora de entonces»."""
NO_DEGREES = frozenset({"tarde", "adelante", "alla", "arriba", "abajo", "de", "que"})
LONGEST_ROLE = 18
"""Words."""


class RolePhrase(NamedTuple):
    """Places in the list of words, `last` included; `head` is the office, `first` takes in «entonces», «primer»."""

    first: int
    head: int
    last: int


def phrases_ending_at(words: list[Word], end: int, vocabulary: RoleWords) -> list[RolePhrase]:
    """Every head from which a whole role reaches the place `end` (left out), the nearest head first."""
    found = []
    end = _without_bracket(words, end)
    for head in range(end - 1, max(-1, end - 1 - LONGEST_ROLE), -1):
        if not words[head].is_word and words[head].key != ",":
            break
        if is_head_at(words, head, vocabulary) and _reaches(words, head, end, vocabulary):
            found.append(RolePhrase(_start_of(words, head, vocabulary), head, end - 1))
        if words[head].gap == "\n":
            break
    return found


def phrase_at(words: list[Word], first: int, names: Container[int], vocabulary: RoleWords) -> RolePhrase | None:
    """The longest role that begins at `first`; it goes on into a name of `names` only after a preposition."""
    head = first
    while head < len(words) and vocabulary.is_before(words[head].key) and not is_head_at(words, head, vocabulary):
        head += 1
    if head >= len(words) or not is_head_at(words, head, vocabulary):
        return None
    state: State = "head"
    last = head
    for place in range(head + 1, min(len(words), head + LONGEST_ROLE)):
        if place in names and state != "preposition" and not _is_title_in_complement(words, head, place, vocabulary):
            break
        state = _step(state, words, place, vocabulary, vocabulary.grammar.tight_prepositions)
        if state == "fail":
            break
        if state in ("head", "noun"):
            last = place
    return RolePhrase(_said_from(words, first, head, vocabulary), head, _with_age(words, last))


def _with_age(words: list[Word], last: int) -> int:
    """«Agricultor ruso de 51 años»."""
    after = [word.key for word in words[last + 1 : last + 4]]
    is_age = after[:1] == ["de"] and after[2:] == ["anos"] and after[1].isdecimal()
    return last + 3 if is_age else last


def _said_from(words: list[Word], first: int, head: int, vocabulary: RoleWords) -> int:
    """«Hasta ahora jefe del servicio»: the role is «jefe del servicio»."""
    return next((place for place in range(first, head) if words[place].key not in vocabulary.unsaid), head)


def _is_title_in_complement(words: list[Word], head: int, place: int, vocabulary: RoleWords) -> bool:
    """«enviado del papa León XIV», «… del presidente ruso Putin»: the name belongs to the head before it."""
    title = place - 1 - vocabulary.is_adjective(words[place - 1].key)
    before = words[title]
    return title - 1 > head and before.is_word and not before.is_capital and vocabulary.is_head(before.key)


def is_head_at(words: list[Word], place: int, vocabulary: RoleWords) -> bool:
    key = words[place].key
    if not vocabulary.is_head(key) or (place and words[place - 1].key in AUXILIARIES):
        return False
    after = vocabulary.bound_heads.get(key)
    return after is None or (place + 1 < len(words) and words[place + 1].key in after)


def _without_bracket(words: list[Word], end: int) -> int:
    """«del Consejo de Seguridad (NSDC), Rustem …»: the role ends before the bracket."""
    if end < 4 or words[end - 1].key != ")":
        return end
    return next((place for place in range(end - 3, max(0, end - 6), -1) if words[place].key == "("), end)


def _reaches(words: list[Word], head: int, end: int, vocabulary: RoleWords) -> bool:
    state: State = "head"
    for place in range(head + 1, end):
        if words[place].key == "," and state == "noun" and _goes_on_after_comma(words, place, end):
            state = "preposition"
            continue
        state = _step(state, words, place, vocabulary, vocabulary.grammar.prepositions)
        if state == "fail":
            return False
    return state in ("head", "noun")


def _goes_on_after_comma(words: list[Word], comma: int, end: int) -> bool:
    """«ministro de Exteriores, Unión Europea y Cooperación»: capitals and an «y» up to the end."""
    rest = words[comma + 1 : end]
    return any(word.key in ("y", "e") for word in rest) and all(
        word.is_name or word.key in ("y", "e", "de", "del") for word in rest
    )


def _step(state: State, words: list[Word], place: int, vocabulary: RoleWords, prepositions: frozenset[str]) -> State:
    """The state after one more word, «fail» where it cannot belong to a role."""
    word = words[place]
    key = word.key
    if word.gap == "\n" or not word.is_word:
        return "fail"
    is_near = key in ("a", "al") and words[place - 1].key in vocabulary.grammar.near
    if key in prepositions or is_near or (key == "en" and _is_fixed_en(words, place, vocabulary)):
        return "fail" if _leads_elsewhere(words, place, vocabulary) else "preposition"
    if key in ("y", "e"):
        return "conjunction" if state in ("head", "noun") else "fail"
    if state in ("preposition", "conjunction"):
        return _step_to_noun(state, words, place, vocabulary)
    if vocabulary.is_adjective(key) or vocabulary.is_head(key) or _is_superlative(words, place):
        return state
    if _is_participle_by(words, place) or (state == "noun" and _is_participle_of_noun(words, place)):
        return state
    return "noun" if state == "noun" and word.is_capital else "fail"


def _is_superlative(words: list[Word], place: int) -> bool:
    """«el presidente más longevo de la Unión»: «más», or the adjective behind it."""
    more = place if words[place].key == MORE else place - 1
    behind = words[more + 1].key if more + 1 < len(words) else ""
    return words[more].key == MORE and behind.endswith(("o", "a", "e")) and behind not in NO_DEGREES


def _is_participle_of_noun(words: list[Word], place: int) -> bool:
    """«madre de un marine capturado en Mariúpol»."""
    word, noun = words[place], words[place - 1]
    if word.key.startswith(NAMED):
        return False
    return word.gap == " " and not word.is_capital and not noun.is_capital and word.key.endswith(PARTICIPLES)


def _is_participle_by(words: list[Word], place: int) -> bool:
    """«La mediadora propuesta por el Gobierno», «el juez nombrado por Trump»."""
    is_by = place + 1 < len(words) and words[place + 1].key == "por" and words[place + 1].gap == " "
    return is_by and not words[place].is_capital and words[place].key.endswith((*PARTICIPLES, *IRREGULAR))


def _step_to_noun(state: State, words: list[Word], place: int, vocabulary: RoleWords) -> State:
    word, before = words[place], words[place - 1].key
    if word.key == THEN and before == "de":
        return "noun"
    if word.key in vocabulary.grammar.determiners:
        return state if state == "preposition" else "fail"
    if state == "conjunction" and vocabulary.is_head(word.key):
        return "head"
    if word.is_capital:
        return "noun"
    is_last = place + 1 < len(words) and not words[place + 1].is_word and before == "del"  # «autor del segundo»
    if vocabulary.is_before(word.key) and not is_last:
        return state
    is_after_article = before in vocabulary.grammar.determiners or before == "del"  # «la cancillería» is no verb
    is_verb = not is_after_article and word.key.endswith(tuple(vocabulary.grammar.verb_endings))
    return "fail" if is_verb or word.key in vocabulary.grammar.not_nouns else "noun"


def _leads_elsewhere(words: list[Word], place: int, vocabulary: RoleWords) -> bool:
    """«el presidente ucraniano al portal …», «el ministro para el presidente …»."""
    grammar = vocabulary.grammar
    if words[place].key in ("a", "al"):
        return words[place - 1].key not in grammar.runs_for | grammar.near
    if words[place].key in grammar.nesting_prepositions or place + 2 >= len(words):
        return False
    return words[place + 1].key in grammar.determiners and vocabulary.is_head(words[place + 2].key)


def _is_fixed_en(words: list[Word], place: int, vocabulary: RoleWords) -> bool:
    """«en funciones», «embajador en Moscú», «observador en el Donbás»."""
    after = words[place + 1 : place + 3]
    if len(after) == 2 and after[0].key in ("el", "la") and words[place - 1].key not in vocabulary.grammar.determiners:
        return after[1].is_name
    return bool(after) and (after[0].key in vocabulary.grammar.after_en or after[0].is_capital)


def _start_of(words: list[Word], head: int, vocabulary: RoleWords) -> int:
    """Take in «entonces», «primer», «ex-»; leave «propio» and the article out."""
    first = head
    while first > 0 and words[first].gap in (" ", "-") and _belongs_before(words[first - 1].key, vocabulary):
        first -= 1
    return first


def _belongs_before(key: str, vocabulary: RoleWords) -> bool:
    return vocabulary.is_before(key) and key not in vocabulary.unsaid
