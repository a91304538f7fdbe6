"""Indirect speech: the clause that is reported, as written, without «que» and without what is said about the saying."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from talks.reading.around import BOUNDARIES, LONGEST, SHORTEST, Range, before_words, clause_around
from talks.reading.attributions import Attribution
from talks.reading.cast import Speaker
from talks.reading.cues import ADVERSATIVE, BELIEFS, PARTICIPLES, Cue, key_at
from talks.reading.date_verbs import kind_of
from talks.reading.finite import has_finite_verb, has_main_verb
from talks.reading.headlines import headline_ranges
from talks.reading.phrases import Item
from talks.reading.reported import OPINIONS, RELATIVES, clause_end, keeps_name_back, without_gloss
from talks.reading.spoken import Claim, Speech

DANGLING = frozenset(["para", "de", "del", "con", "por", "a", "al", "en", "sin", "que", "el", "la"])
"""No clause ends with one of these."""
SUBORDINATING = frozenset(
    ["aunque", "pero", "si", "ya", "porque", "pues", "cuando", "mientras", "como", "sino", "lo", "que", "y", "e"]
)
ADJUNCTS = frozenset((
    "pese", "tras", "aunque", "cuando", "durante", "ante", "desde", "después", "antes", "ahora", "hoy",
    "independientemente",
))  # fmt: skip
"""What begins with one of these and ends at the quotation says nothing alone."""
YA_LINKS = frozenset(["que", "sea", "fuera", "sean"])
"""«ya que», «ya sea»: another «ya» is an adverb."""
SHORTEST_LEFT = 4
"""Items that must stand before the comma for what is left of a clause to say something."""
GOING_ON = frozenset(["sigue", "siguen", "siguió", "siguieron", "seguía", "continúa", "continuó", "lleva"])
"""«sigue insistiendo en que…»."""
LONGEST_SPAN = 5
"""Items of «desde abril de 2025»."""
YES_OR_NO = frozenset(["sí", "no"])
BEHIND_ANSWER = frozenset(["a", "al", "y", "e", "pero", ",", ".", ";", "con", "en"])

ASSESSING = frozenset(
    ["es", "son", "hay", "debe", "deben", "resulta", "supone", "significa", "conviene", "toca", "sería"]
)
"""The verb of an opinion: «para Peskov, lo esencial es no hablar antes de tiempo»."""


def indirect_claims(speech: Speech) -> Iterator[Claim]:
    speech = _without_told(speech)
    verbs = {cue.first: cue for cue in speech.cues}
    outer = _outer(speech)
    if outer is not None:
        yield from _claim(speech, 0, outer.before, speech.speakers[outer.first])
        return
    for cue in speech.cues:
        speaker = speech.speakers[cue.first]
        for first, last in _ranges(speech, cue, verbs):
            yield from _claim(speech, first, last, speaker)
    for attribution in speech.attributions:
        is_inside = attribution.speaker is None and any(
            cue.link == "que" for cue in speech.cues_between(0, attribution.first)
        )
        is_opinion = attribution.is_weak and _opens_clause(speech.parse.items, attribution.last)
        if (is_opinion or not attribution.is_weak) and not attribution.is_mouth and not is_inside:
            for first, last in _beside(speech, attribution):
                yield from _claim(speech, first, last, speech.speakers[attribution.first])
    for first, last in headline_ranges(speech):
        yield from _claim(speech, first, last, speech.subject)


def _without_told(speech: Speech) -> Speech:
    """«Según Ushakov, los dos coincidieron en que…»: what nobody named says there is a part of what Ushakov does."""
    opening = speech.attributions[0] if speech.attributions else None
    if opening is None or opening.first or opening.is_weak or not speech.speakers[opening.first].name:
        return speech
    told = [cue for cue in speech.cues if speech.speakers[cue.first].name or cue.is_inserted]
    return speech._replace(cues=[cue for cue in told if cue.verb.lemma not in OPINIONS])


def _opens_clause(items: Sequence[Item], comma: int) -> bool:
    """«Para Peskov, no hay prisa»; not «para Putin, la guerra empezó en 2014», which the reporter tells."""
    opening = key_at(items, comma + 1)
    if key_at(items, comma) != "," or opening in RELATIVES or opening.endswith(PARTICIPLES):
        return False
    verb = next((item.key for item in items[comma + 1 :] if item.kind == "word" and _is_finite(item.key)), "")
    return verb in ASSESSING or kind_of(verb) in ("present", "future")


def _is_finite(key: str) -> bool:
    return kind_of(key) in ("past", "present", "future")


def _outer(speech: Speech) -> Cue | None:
    """«Washington propone a Kiev que espere, contó Merz»: the last verb reports the whole, the others are inside."""
    last = speech.cues[-1] if len(speech.cues) > 1 and not speech.attributions else None
    if last is None or not last.is_inserted or last.subject is None or last.is_adjunct or last.before < 0:
        return None
    items = speech.parse.items
    is_adjunct = key_at(items, last.end) == "," and not has_finite_verb(items, last.end, len(items))
    is_end = last.end >= len(items) or (items[last.end].key == "." and last.end + 1 >= len(items)) or is_adjunct
    inner = speech.cues[0]
    is_whole = items[last.before].key == "," and not any(item.kind == "quote" for item in items)
    return last if is_end and is_whole and inner.link == "que" and not inner.is_inserted else None


def _claim(speech: Speech, first: int, last: int, speaker: Speaker) -> Iterator[Claim]:
    items = speech.parse.items
    while last > first and items[last - 1].kind == "mark" and items[last - 1].key not in (")", "!", "?", "%"):
        last -= 1
    while last > first and items[first].kind == "mark" and items[first].key not in ("(", "¡", "¿"):
        first += 1
    if last > first and items[last - 1].key in DANGLING:
        return  # «irá a Turquía para, según dijo, «dinamizar las charlas»»
    if _is_answer(items, first):
        return
    if last - first < SHORTEST or any(item.kind == "quote" for item in items[first:last]):
        return
    start, end = items[first].start, items[last - 1].end
    yield Claim(start, end, False, speaker, tuple(name for name in speech.via if name != speaker.name))


def _is_answer(items: Sequence[Item], first: int) -> bool:
    """«dijo que sí al plan», «ha dicho que no y se ha ido»."""
    after = key_at(items, first + 1)
    return key_at(items, first) in YES_OR_NO and (after in BEHIND_ANSWER or not after)


def _ranges(speech: Speech, cue: Cue, verbs: Mapping[int, Cue]) -> Iterator[Range]:
    is_only_words = cue.verb.reports == "words" and cue.link != "colon"
    is_denied = cue.verb.kind == "denial" and (
        cue.link != "colon" or key_at(speech.parse.items, cue.complement) == "que"
    )
    if cue.is_negated or is_denied or is_only_words or keeps_name_back(speech.parse.items, cue.complement):
        return
    opening = key_at(speech.parse.items, cue.before)
    begin = cue.subject.first - 1 if cue.subject is not None and cue.subject.last <= cue.first else cue.before
    if key_at(speech.parse.items, begin) == "si":
        return  # «¿Qué pasa si Zelenski dice que no?»
    is_loose_gerund = cue.number == "any" and cue.before >= 0 and opening != "," and not _goes_on(speech, cue)
    is_body = cue.subject is None or cue.subject.kind not in ("role", "source")
    if is_loose_gerund or (cue.verb.lemma in BELIEFS and is_body and not speech.speakers[cue.first].is_person):
        return
    if cue.link == "que" or (cue.link == "infinitive" and _says_enough(speech, cue)):
        yield from _conjuncts(speech, cue, verbs)
    elif cue.link == "colon":
        end = min(len(speech.parse.items), cue.complement + 2 * LONGEST)
        before = speech.parse.items[max(0, cue.before - 2 * LONGEST) : cue.before + 1]
        has_told = cue.before > 0 and any(item.kind == "quote" for item in before)
        is_rest = has_told and not has_finite_verb(speech.parse.items, cue.complement, end)  # «…», admitió: ni lo uno…
        if not is_rest and not any(inner.is_inserted for inner in speech.cues_between(cue.complement, end)):
            yield cue.complement, end
    elif cue.is_inserted and not (opening == ";" and key_at(speech.parse.items, cue.first - 1) == "lo"):
        first = cue.before + 1 - cue.is_adjunct
        yield from clause_around(speech, first, cue.end, by_verb=True)


def _goes_on(speech: Speech, cue: Cue) -> bool:
    """«sigue insistiendo en que…», «lleva desde abril repitiendo que…»."""
    items = speech.parse.items
    before = [item.key for item in items[max(0, cue.before - LONGEST_SPAN) : cue.before + 1]]
    return not GOING_ON.isdisjoint(before) and "," not in before


def _says_enough(speech: Speech, cue: Cue) -> bool:
    """«dice haber acabado», «dice no saber nada» alone say nothing."""
    items = speech.parse.items
    last = cue.complement + SHORTEST + (key_at(items, cue.complement) == "no")
    return last < len(items) and items[last].kind != "mark"


def _conjuncts(speech: Speech, cue: Cue, verbs: Mapping[int, Cue]) -> Iterator[Range]:
    """«que A y que B» is two."""
    items = speech.parse.items
    first = cue.complement
    place, limit = first, clause_end(items, cue, verbs, speech.parse.asides)
    while place < limit:
        length = _joining_que(items, place) if place > first else 0
        if length:
            yield _cut(items, first, place, cue)
            first = place = place + length
        else:
            place += 1
    yield _cut(items, first, without_gloss(items, first, limit), cue)


def _joining_que(items: Sequence[Item], place: int) -> int:
    """So many items of «y que», «y de que», «pero que»; nought when none."""
    if items[place].key not in ADVERSATIVE:
        return 0
    rest = [item.key for item in items[place + 1 : place + 3]]
    if rest[:1] == ["que"]:
        return 2
    return 3 if rest in (["de", "que"], ["en", "que"]) else 0


def _cut(items: Sequence[Item], first: int, last: int, cue: Cue) -> Range:
    """Without the part that holds a quotation, if a comma sets it off."""
    quote = next((place for place in range(first, last) if items[place].kind == "quote"), None)
    if quote is None or cue.link != "que":
        return first, last
    for place in range(quote - 1, first + SHORTEST_LEFT - 1, -1):
        follows = items[place + 1].key
        is_clause = follows in SUBORDINATING and (follows != "ya" or key_at(items, place + 2) in YA_LINKS)
        is_end = items[place].key == "," and (place + 1 == quote or is_clause)
        if is_end and items[first].key != "si":
            is_adjunct = items[first + (items[first].key == ",")].key in ADJUNCTS
            says_nothing = is_adjunct or not has_main_verb(items, first, place)
            return first, first if place + 1 == quote and says_nothing else place
    return first, before_words(items, first, quote) or last


def _beside(speech: Speech, attribution: Attribution) -> Iterator[Range]:
    if attribution.via is not None and attribution.speaker == speech.actor is not None:
        return  # «Una fuente turca lo ve de otro modo, según Reuters: «…»»
    items, end = speech.parse.items, attribution.last
    is_within = key_at(items, attribution.first - 1) == "que" and key_at(items, end) != ","  # «que según él basta»
    if not attribution.is_relative and not is_within:
        yield from clause_around(speech, attribution.first, attribution.last)
        return
    limit = min(len(items), end + LONGEST)
    while end < limit and items[end].key not in BOUNDARIES and not (is_within and items[end].key == ","):
        end += 1
    yield attribution.last, end
