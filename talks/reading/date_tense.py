"""The tense of the clause around a place in a line: what decides between the last Tuesday and the next.

The nearest verb of the clause counts: the one before the expression, or, where the expression opens its clause, the one
behind it. Verbs are known by the lexicon of events and, beyond it, by their endings.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from talks.reading.conjugation import conjugate
from talks.reading.date_grammar import Line
from talks.reading.date_values import Tense
from talks.reading.event_words import load_event_words

HARD_STOPS = frozenset('.;:()[]¿?¡!\n…«»“”"—–|')
OPENERS = frozenset({",", "y", "e", "pero", "que", "quien", "quienes", "donde", "cuando", "mientras", "aunque", "si"})
CLAUSES = frozenset({"que", "quien", "quienes", "donde", "cuando", "mientras", "aunque", "pero", "porque", "cuyo"})
DETERMINERS = frozenset(
    "el la los las un una unos unas su sus este esta estos estas ese esa del al de cada otro otra nuevo nueva gran"
    " primer primera segunda tercera última último próxima próximo mismo misma dicho dicha ambas".split()
)
TO_COME = frozenset("para previsto prevista previstos previstas programado programada programados programadas citado"
                    " citados convocado convocada convocados convocadas fijado fijada agendado agendada plazo ultimátum"
                    " límite".split())  # fmt: skip
FUTURE = re.compile(r"\w{2,}(?:rá|rán|ré|remos)$")
CONDITIONAL = re.compile(r"\w{2,}(?:ría|rían)$")
PAST = re.compile(
    r"\w{2,}(?:ó|aron|ieron|jeron|aba|aban)$|(?:\w*(?:puso|tuvo|vino|dijo|hizo|dujo|trajo))$"
    r"|(?:fue|fueron|era|eran|iba|iban|vio|dio|hubo|pudo|quiso|supo|quedó|ha|han|he|hemos|hubiera|hubieran"
    r"|había|habían|tenía|tenían|podía|podían|debía|debían|quería|querían|hacía|hacían|decía|decían|seguía|seguían)$"
)
PARTICIPLE = re.compile(r"\w{3,}(?:ad|id)[oa]s?$|(?:dicho|hecho|visto|puesto|escrito|abiert[oa]|rot[oa]|muert[oa])s?$")
NOT_PARTICIPLES = frozenset(
    "estado estados unidos unidas soldados soldado aliados aliado mercado resultado resultados enviado enviados partido"
    " partidos comunidad mandado lado lados grado pasado pasada sentido contenido apellido".split()
)
NOT_VERBS = frozenset("mayoría minoría cancillería artillería infantería refinería categoría batería tesorería teoría"
                      " quizá quizás irán teherán".split())  # fmt: skip
INFINITIVE = re.compile(r"\w{2,}(?:ar|er|ir)(?:se|le|la|lo|les|las|los)?$")
SOON = (
    "vencer", "expirar", "caducar", "terminar", "acabar", "empezar", "comenzar", "arrancar", "entrar", "cumplir",
    "volver", "regresar", "esperar", "prever", "planear", "tener", "mantener", "haber", "poder", "deber", "querer",
)  # fmt: skip
"""Verbs of plans and terms that the lexicon of events may not have."""
REACH = 14
"""Words between an expression and its verb."""
BARE_REACH = 5
"""Words between an expression and a participle without auxiliary: «celebradas en Miami los días 20 y 21»."""


def tense_at(line: Line, first: int, last: int) -> Tense:
    """The tense for the words `first` to `last`."""
    opens = first == 0 or line.words[first - 1] in OPENERS or line.words[first - 1] in HARD_STOPS
    searches = (_behind, _before) if opens else (_before, _behind)
    for search in searches:
        tense = search(line, first, last)
        if tense:
            return tense
    return _anywhere(line, first, last)


def _before(line: Line, first: int, last: int) -> Tense:
    least = max(0, first - REACH)
    for place in range(first - 1, least - 1, -1):
        word = line.words[place]
        if word in HARD_STOPS or (word in CLAUSES and place < first - 1):
            return ""
        if word in TO_COME:
            return "future"
        tense = _verb_tense(line, place)
        if tense:
            return tense
        if first - place <= BARE_REACH and _is_participle(line, place):
            return "past"
    return ""


def _behind(line: Line, first: int, last: int) -> Tense:
    stop = min(len(line.words), last + 1 + REACH)
    for place in range(last + 1, stop):
        word = line.words[place]
        if word in HARD_STOPS or word in CLAUSES:
            return ""
        tense = _verb_tense(line, place)
        if tense:
            return tense
    return ""


def _anywhere(line: Line, first: int, last: int) -> Tense:
    """The nearest verb of the sentence."""
    for place in _around(line, first, last):
        tense = _verb_tense(line, place)
        if tense:
            return tense
    return ""


def _around(line: Line, first: int, last: int) -> Iterator[int]:
    ends = frozenset(".?!\n")
    before, behind = first - 1, last + 1
    for _ in range(3 * REACH):
        if before >= 0 and line.words[before] not in ends:
            yield before
            before -= 1
        else:
            before = -1
        if behind < len(line.words) and line.words[behind] not in ends:
            yield behind
            behind += 1
        else:
            behind = len(line.words)


def _verb_tense(line: Line, place: int) -> Tense:
    word, previous = line.words[place], line.before(place)
    if len(word) < 2 or word in NOT_VERBS:
        return ""
    if line.is_capital(place) and previous not in HARD_STOPS and previous:
        return ""
    if word in ("habría", "habrían"):
        return "past"
    if INFINITIVE.match(word):
        return "past" if previous in ("tras",) else ""
    if previous in DETERMINERS:
        return "past" if PAST.match(word) and word.endswith(("ó", "aron", "ieron")) else ""
    if word in ("va", "van"):
        return "future"
    if PAST.match(word):
        return "past"
    if FUTURE.match(word) or CONDITIONAL.match(word):
        return "future"
    return _known_forms().get(word, "")


def _is_participle(line: Line, place: int) -> bool:
    word = line.words[place]
    return (
        PARTICIPLE.match(word) is not None
        and word not in NOT_PARTICIPLES
        and not line.is_capital(place)
        and line.before(place) not in ("el", "los", "un", "una", "su", "sus", "la", "las")
    )


@cache
def _known_forms() -> dict[str, Tense]:
    """By form in lower case: presents and subjunctives speak of what comes, past subjunctives of what was."""
    meaning: dict[str, Tense] = {
        "present": "present", "subjunctive": "future", "preterite": "past", "imperfect": "past",
        "past_subjunctive": "past", "future": "future", "conditional": "future",
    }  # fmt: skip
    known: dict[str, Tense] = {}
    for form, tense in _forms():
        if tense in meaning:
            known.setdefault(form, meaning[tense])
    return known


def _forms() -> Iterable[tuple[str, str]]:
    for form, verbs in load_event_words().forms.items():
        yield form, verbs[0].tense
    for infinitive in SOON:
        yield from conjugate(infinitive).items()
    yield from (("hay", "present"), ("haya", "subjunctive"), ("tiene", "present"), ("tienen", "present"),
                ("está", "present"), ("están", "present"), ("es", "present"), ("son", "present"),
                ("empieza", "present"), ("empiezan", "present"), ("comienza", "present"), ("comienzan", "present"),
                ("vuelve", "present"), ("vuelven", "present"), ("puede", "present"), ("pueden", "present"),
                ("prevé", "present"), ("prevén", "present"), ("cierra", "present"), ("cierran", "present"),
                ("mantiene", "present"), ("mantienen", "present"), ("pase", "subjunctive"))  # fmt: skip
