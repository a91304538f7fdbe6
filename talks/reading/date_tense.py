"""The tense of the clause around a place in a line: what decides between the last Tuesday and the next.

The nearest verb of the clause counts: the one before the expression, or, where the expression opens its clause, the one
behind it. An infinitive or a past subjunctive takes its time from the verb that governs it: «acordaron verse el lunes».
"""

from __future__ import annotations

from collections.abc import Iterator

from talks.reading.date_grammar import Line
from talks.reading.date_tense_words import (
    AFTERWARDS,
    ALLEGED,
    ANYWHERE,
    AT_LEAST,
    AUXILIARIES_BACK,
    AUXILIARY,
    AWAITS,
    BARE_REACH,
    BEHIND_CLITICS,
    BEHIND_SE,
    CLAUSES,
    CLITICS,
    CONVOKES,
    DETERMINERS,
    FOREGOING,
    GOES,
    HARD_STOPS,
    LASTED,
    MAY_BE_BOTH,
    MODALS_OVER,
    MOVED_TO,
    MOVED_WITHIN,
    MOVES,
    NOT_DONE,
    OBLIGES,
    ONCE_TO_COME,
    OPENERS,
    POSSIBLE,
    POSSIBLE_WITHIN,
    PROPOSED_LINKS,
    PROPOSES,
    REACH,
    REFUSED_WITHIN,
    REFUSES,
    RESCHEDULED,
    SENTENCE_ENDS,
    SUBJECT_REACH,
    TERMS,
    TO_COME,
    TO_WHOM,
    WISHES,
)
from talks.reading.date_values import Tense
from talks.reading.date_verbs import NOT_VERBS, Kind, kind_of


def tense_of_subject(line: Line, last: int) -> Tense:
    """Of a verb that follows without a comma: «la cumbre del jueves en Bruselas decidió»."""
    for place in range(last + 1, min(len(line.words), last + 1 + SUBJECT_REACH)):
        if line.words[place] in HARD_STOPS or line.words[place] in OPENERS:
            return ""
        kind = _kind_at(line, place)
        if kind in ("past", "present", "future"):
            return kind if kind != "present" else ""
    return ""


def tense_at(line: Line, first: int, last: int) -> Tense:
    """The tense for the words `first` to `last`."""
    first = _before_at_least(line, first)
    if _is_of_possible(line, first):
        return _tense_of_possible(line, first, last)
    if line.before(first) == "para" or _is_moved_to(line, first):
        return "either" if _was_to_come(line, first) or _is_aside_of_past(line, first, last) else "future"
    opens = first == 0 or line.words[first - 1] in OPENERS or line.words[first - 1] in HARD_STOPS
    closes = line.after(last) == "," and line.after(last, 2) in OPENERS  # «Empezó ayer, el lunes, y termina hoy»
    opens = opens and not (closes and line.before(first) == ",")
    searches = (_behind, _before) if opens else (_before, _behind)
    for search in searches:
        tense = search(line, first, last)
        if tense:
            return tense
    return _anywhere(line, first, last)


def _before_at_least(line: Line, first: int) -> int:
    """«Hasta, al menos, enero» is «hasta enero»."""
    for aside in AT_LEAST:
        if line.words[max(0, first - len(aside)) : first] == aside:
            return first - len(aside)
    return first


def _is_of_possible(line: Line, first: int) -> bool:
    """«Una posible cumbre este fin de semana»."""
    near = line.words[max(0, first - POSSIBLE_WITHIN) : first]
    return not POSSIBLE.isdisjoint(near) and HARD_STOPS.isdisjoint(near) and "," not in near


def _tense_of_possible(line: Line, first: int, last: int) -> Tense:
    """To come, but for «la posible tregua el domingo fracasó» and what was refused."""
    near = line.words[max(0, first - REFUSED_WITHIN) : first]
    stop = max((place for place, word in enumerate(near) if word in HARD_STOPS or word in OPENERS), default=-1)
    is_refused = any(REFUSES.fullmatch(word) for word in near[stop + 1 :])
    return "past" if is_refused or tense_of_subject(line, last) == "past" else "future"


def _to_come(line: Line, place: int) -> Tense:
    """Of «previsto», «plazo» and the like; "" for any other word."""
    word = line.words[place]
    if word in TO_COME and _was_to_come(line, place):
        return "either"
    return "future" if word in TERMS or (word in TO_COME and not _is_done(line, place)) else ""


def _was_to_come(line: Line, place: int) -> bool:
    """«Estaba prevista inicialmente para el domingo»: nothing says whether it was."""
    return not ONCE_TO_COME.isdisjoint(line.words[max(0, place - MOVED_WITHIN) : place])


def _is_aside_of_past(line: Line, first: int, last: int) -> bool:
    """«La cita, prevista para el lunes, se retrasó»: it may have begun."""
    is_aside = line.before(first, 2) in TO_COME and line.before(first, 3) == "," and line.after(last) == ","
    return is_aside and _behind_comma(line, last + 1) == "past"


def _behind_comma(line: Line, comma: int) -> Tense:
    near = range(comma + 1, min(len(line.words), comma + 3))
    return next((_as_tense(kind) for place in near if (kind := _kind_at(line, place))), "")


def is_rescheduled(line: Line, first: int) -> bool:
    """«La reunión pasa del 3 al 10»: two days, not a stretch."""
    return any(RESCHEDULED.fullmatch(word) for word in line.words[max(0, first - MOVED_WITHIN) : first])


def _is_moved_to(line: Line, first: int) -> bool:
    """«La reunión fue aplazada al viernes»."""
    if line.words[first] not in MOVED_TO and line.before(first) not in MOVED_TO:
        return False
    places = range(max(0, first - MOVED_WITHIN), first)
    return any(MOVES.fullmatch(line.words[place]) and not _lasted(line, place, first) for place in places)


def _lasted(line: Line, place: int, first: int) -> bool:
    """«Se extendieron hasta el domingo», «llevó la cartera hasta julio»."""
    if line.words[place].startswith("llev"):
        return line.before(first) == "hasta"
    return line.before(place) == "se" and LASTED.fullmatch(line.words[place]) is not None


def _before(line: Line, first: int, last: int) -> Tense:
    """Of the nearest verb on the left."""
    governed: Kind = ""
    for place in range(first - 1, max(0, first - REACH) - 1, -1):
        word = line.words[place]
        is_clause = word in CLAUSES and place < first - 1 and governed != "wished"
        if word in HARD_STOPS or (is_clause and not (governed and _is_obliging(line, place))):
            break
        kind = _kind_at(line, place)
        to_come = "past" if _is_afterwards(line, place, kind or governed) else _to_come(line, place)
        if to_come:
            return to_come
        if kind in ("infinitive", "wished"):
            governed = kind
        elif kind == "participle":
            tense = _tense_of_participle(line, place, first)
            if tense:
                return tense
        elif kind:
            if governed:
                return _governing(word, kind)
            return "either" if _is_proposed(line, place, first) else _as_tense(kind)
    return "future" if governed == "infinitive" else "past" if governed else ""


def _is_afterwards(line: Line, place: int, kind: Kind) -> bool:
    """«Tras reunirse el lunes», «después de que se vieran el lunes»: at the verb, or where its clause opens."""
    if line.words[place] == "que" and kind == "wished":
        return line.before(place) == "de" and line.before(place, 2) in AFTERWARDS
    return _kind_at(line, place) in ("infinitive", "wished") and line.before(place) in AFTERWARDS


def _is_obliging(line: Line, que: int) -> bool:
    """«Tuvo que desalojar»: the infinitive is governed by the verb before «que»."""
    return OBLIGES.fullmatch(line.before(que)) is not None


def _is_proposed(line: Line, place: int, first: int) -> bool:
    """«Pidió una tregua durante la Navidad», «propuso una cumbre en enero»: to come, if that is near."""
    link = line.before(first)
    if CONVOKES.fullmatch(line.words[place]) and line.before(place) in ("ha", "han") and first - place > 2:
        return True
    is_aside = "," in line.words[place:first] and link not in ("a", "hasta")
    has_object = first - place > 2 and not is_aside and link in PROPOSED_LINKS
    return has_object and PROPOSES.fullmatch(line.words[place]) is not None


def _governing(word: str, kind: Kind) -> Tense:
    """The time of an infinitive or a subjunctive by the verb that it depends on."""
    if kind in ("present", "future"):
        return "future"
    if MAY_BE_BOTH.fullmatch(word):
        return "either"
    return "future" if WISHES.fullmatch(word) and not MODALS_OVER.fullmatch(word) else "past"


def _tense_of_participle(line: Line, place: int, first: int) -> Tense:
    """By its auxiliary; alone it is over, if the expression is near."""
    for auxiliary in range(place - 1, max(0, place - AUXILIARIES_BACK) - 1, -1):
        word = line.words[auxiliary]
        if word in HARD_STOPS or word in CLAUSES:
            break
        kind = _kind_at(line, auxiliary)
        if kind == "past" and _is_proposed(line, place, first):
            return "either"
        if kind and AUXILIARY.fullmatch(word):
            return "past" if word.startswith("haber") else "" if kind == "participle" else _as_tense(kind)
    is_bare = line.before(place) not in NOT_DONE and not line.is_capital(place)
    return "past" if is_bare and first - place <= BARE_REACH else ""


def _as_tense(kind: Kind) -> Tense:
    """An infinitive («debe ser recibido») waits for its governor."""
    return kind if kind in ("past", "present", "future") else "past" if kind == "wished" else ""


def _is_done(line: Line, place: int) -> bool:
    """«Ha convocado», «fue citado»: the verb, not what is to come."""
    return any(_kind_at(line, each) == "past" for each in range(max(0, place - 2), place))


def _behind(line: Line, first: int, last: int) -> Tense:
    """Of the next verb on the right; «el lunes, cuando se reunieron» has it in the clause."""
    for place in range(last + 1, min(len(line.words), last + 1 + REACH)):
        word = line.words[place]
        if word in HARD_STOPS or (word in CLAUSES and place > last + 2):
            return ""
        kind = _kind_at(line, place)
        if kind == "wished":
            return "past"
        if kind in ("past", "present", "future"):
            return kind
    return ""


def _anywhere(line: Line, first: int, last: int) -> Tense:
    """The nearest verb of the sentence."""
    for place in _around(line, first, last):
        kind = _kind_at(line, place)
        if kind in ("past", "present", "future"):
            return kind
    return ""


def _around(line: Line, first: int, last: int) -> Iterator[int]:
    before, behind = first - 1, last + 1
    for _ in range(ANYWHERE):
        if before >= 0 and line.words[before] not in SENTENCE_ENDS:
            yield before
            before -= 1
        else:
            before = -1
        if behind < len(line.words) and line.words[behind] not in SENTENCE_ENDS:
            yield behind
            behind += 1
        else:
            behind = len(line.words)


def _kind_at(line: Line, place: int) -> Kind:
    """Of the word in its place: names and nouns behind an article are no verbs."""
    word, previous = line.words[place], line.before(place)
    if previous and previous not in HARD_STOPS and line.is_capital(place):
        return ""
    kind = kind_of(word)
    if word in AWAITS and previous in TO_WHOM:
        return "present"
    if previous in DETERMINERS and kind != "participle":
        return kind if previous in CLITICS and BEHIND_CLITICS.fullmatch(word) else ""
    is_foregoing = FOREGOING.fullmatch(previous) if kind == "present" else previous in ALLEGED
    if kind and is_foregoing and line.before(place, 2) in DETERMINERS:
        return ""
    if not kind and previous == "se" and word not in NOT_VERBS:
        return next((tense for endings, tense in BEHIND_SE if word.endswith(endings)), "")
    if word in GOES and line.after(place) not in ("a", "al"):
        return "present"
    return kind
