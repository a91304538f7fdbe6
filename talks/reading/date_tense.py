"""The tense of the clause around a place in a line: what decides between the last Tuesday and the next.

The nearest verb of the clause counts: the one before the expression, or, where the expression opens its clause, the one
behind it. An infinitive or a past subjunctive takes its time from the verb that governs it: «acordaron verse el lunes».
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from talks.reading.date_grammar import Line
from talks.reading.date_values import Tense
from talks.reading.date_verbs import Kind, kind_of
from talks.reading.date_words import words

HARD_STOPS = frozenset('.;:()[]¿?¡!\n…«»“”"—–|')
SENTENCE_ENDS = frozenset(".?!\n")
CLAUSES = words("que quien quienes donde cuando mientras aunque pero porque cuyo cuya cuyos cuyas si")
OPENERS = CLAUSES | {",", "y", "e"}
DETERMINERS = words(
    "el la los las un una unos unas su sus este esta estos estas ese esa del al de cada otro otra nuevo nueva gran"
    " primer primera segunda tercera última último próxima próximo mismo misma dicho dicha ambas esta cualquier"
)
NOT_DONE = DETERMINERS | words("puerta puertas")
"""«Votará a puerta cerrada en octubre»: a participle behind these tells no time."""
CLITICS = words("la los las")
AWAITS, TO_WHOM = words("espera esperan"), words("le les nos se lo los")
"""«Le espera en Roma»: the verb, and no wait."""
TO_COME = words(
    "previsto prevista previstos previstas programado programada programados programadas citado citados convocado"
    " convocada convocados convocadas fijado fijada agendado agendada emplazado emplazados"
)
ONCE_TO_COME = words("estaba estaban inicialmente originalmente")
AT_LEAST = ([",", "al", "menos", ","], ["al", "menos"])
POSSIBLE = words("posible eventual hipotética")
POSSIBLE_WITHIN = 3
REFUSES = re.compile(r"(?:neg|opus|renunci|resist|rechaz|declin|rehus)\w*(?:ó|aron|ieron|o)")
"""«Se negó a una posible tregua el domingo»: on that day it was refused."""
TERMS = words("plazo ultimátum límite tope")
AUXILIARY = re.compile(
    r"h[ae]|han|hemos|hab\w+|hubi\w+|fue\w*|ser\w*|es|son|era\w*|est\w+|sea\w*|sido|qued\w+|s[ei]gu\w+|perman\w+"
    r"|result\w+"
)
AUXILIARIES_BACK = 3
"""Words between a participle and its auxiliary: «será, al parecer, recibido»."""
WISHES = re.compile(
    r"(?:acord|acept|pact|prom|propu|propon|decid|plane|prev|esper|quer|quis|quier|pid|ped|comprom|convin|conven|ofrec"
    r"|exig|orden|invit|inst|urg|pretend|anunci|convoc|emplaz|fij|dese|sugir|suger|plante|autoriz|prepar|confirm"
    r"|insist|reclam|solicit|abog|barajab|contempl|quedaron|quedó)\w*"
)
"""Verbs whose infinitive or subjunctive is still to come when they are in the past."""
PROPOSES = re.compile(r"(?:pid|prop(?:us|uest)|exig|ofrec|plante|sugir|convoc|reclam|decret|orden)\w*")
CONVOKES = re.compile(r"convoc\w*|emplaz\w*")
PROPOSED_LINKS = words("durante desde en a hasta")
MAY_BE_BOTH = re.compile(r"iban?|deb[íi]\w*|tení\w*|habían?")
"""«Debía empezar el lunes»: nothing says whether it did."""
MOVES = re.compile(
    r"(?:aplaz|pospon|pospu|posp|retras|trasl|mov|adelant|despl|llev|prorrog|exten|ampl|prolong"
    r"|dio|dieron|dado|conced|otorg|fij)\w*"
)
LASTED = re.compile(r"(?:exten|prolong)\w+(?:ó|aron|ieron)")
RESCHEDULED = re.compile(r"pas(?:a|ó|ará|ar)|(?:aplaz|pospon|pospu|posp|retras|trasl|mov|mueve|adelant|despl|cambi)\w*")
MOVED_TO = words("al hasta")
RAN_OUT = re.compile(r"(?:venc|expir|caduc)(?:ía|aba)n?")
"""«El plazo, que vencía el jueves»: nothing says whether it has."""
OBLIGES = re.compile(r"t[eiu]\w{2,7}|hay|hubo|había|habrá")
"""«Tuvo que», «tendrán que», «hubo que»."""
MODALS_OVER = re.compile(r"(?:pud|logr|consigu|tuv|lleg|volv|empez|comenz|acab|termin|supo|alcanz|intent|dej)\w*")
AFTERWARDS = words("tras después luego")
REACH = 14
"""Words between an expression and its verb."""
BARE_REACH = 6
"""Words between an expression and a participle without auxiliary: «celebradas en Miami los días 20 y 21»."""
ANYWHERE = 42
MOVED_WITHIN, REFUSED_WITHIN = 6, 8
SUBJECT_REACH = 8


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
        return "either" if _was_to_come(line, first) else "future"
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


def is_rescheduled(line: Line, first: int) -> bool:
    """«La reunión pasa del 3 al 10»: two days, not a stretch."""
    return any(RESCHEDULED.fullmatch(word) for word in line.words[max(0, first - MOVED_WITHIN) : first])


def _is_moved_to(line: Line, first: int) -> bool:
    """«La reunión fue aplazada al viernes»."""
    if line.words[first] not in MOVED_TO and line.before(first) not in MOVED_TO:
        return False
    places = range(max(0, first - MOVED_WITHIN), first)
    return any(MOVES.fullmatch(line.words[place]) and not _lasted(line, place) for place in places)


def _lasted(line: Line, place: int) -> bool:
    """«Se extendieron hasta el domingo»."""
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
        return kind if previous in CLITICS and word.endswith(("ó", "aron", "ieron", "rá", "rán", "ría", "rían")) else ""
    return kind
