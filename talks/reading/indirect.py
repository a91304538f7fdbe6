"""Indirect speech: the clause that is reported, as written, without «que» and without what is said about the saying."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from talks.reading.appositions import JOINERS
from talks.reading.attributions import Attribution
from talks.reading.cast import Speaker
from talks.reading.cues import ADVERSATIVE, BELIEFS, PARTICIPLES, Cue, key_at
from talks.reading.date_verbs import kind_of
from talks.reading.finite import has_finite_verb, has_main_verb
from talks.reading.headlines import headline_ranges
from talks.reading.phrases import Item
from talks.reading.reported import OPINIONS, RELATIVES, clause_end, keeps_name_back, without_gloss
from talks.reading.speech_words import load_speech_words, phrase_at
from talks.reading.spoken import Claim, Speech

SHORTEST = 2
DANGLING = frozenset(["para", "de", "del", "con", "por", "a", "al", "en", "sin", "que", "el", "la"])
"""No clause ends with one of these."""
SHORT_SUBJECT = 6
"""Words before an inserted attribution that are a subject only: «La planta, según el parte, suministra…»."""
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
NEAR = 12
"""Items between an attribution that opens a sentence and its comma."""
LONGEST = 120
"""Items of a clause beside an attribution."""
BOUNDARIES = frozenset([";", ":"])

ASSESSING = frozenset(
    ["es", "son", "hay", "debe", "deben", "resulta", "supone", "significa", "conviene", "toca", "sería"]
)
"""The verb of an opinion: «para Peskov, lo esencial es no hablar antes de tiempo»."""

TURNS = ADVERSATIVE | {"porque"}
"""«Rusia no abandona el diálogo, añadió, pero «revisará su posición»»: what stands before is said too."""
DESCRIBING = frozenset(["que", "quien", "donde", "cuyo", "cuya"])

Range = tuple[int, int]


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
    if last - first < SHORTEST or any(item.kind == "quote" for item in items[first:last]):
        return
    start, end = items[first].start, items[last - 1].end
    yield Claim(start, end, False, speaker, tuple(name for name in speech.via if name != speaker.name))


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
    is_loose_gerund = cue.number == "any" and cue.before >= 0 and opening != "," and opening not in GOING_ON
    is_body = cue.subject is None or cue.subject.kind not in ("role", "source")
    if is_loose_gerund or (cue.verb.lemma in BELIEFS and is_body and not speech.speakers[cue.first].is_person):
        return
    if cue.link == "que" or (cue.link == "infinitive" and _says_enough(speech, cue)):
        yield from _conjuncts(speech, cue, verbs)
    elif cue.link == "colon":
        end = min(len(speech.parse.items), cue.complement + 2 * LONGEST)
        if not any(inner.is_inserted for inner in speech.cues_between(cue.complement, end)):
            yield cue.complement, end
    elif cue.is_inserted:
        first = cue.before + 1 - cue.is_adjunct
        yield from _around(speech, first, cue.end, by_verb=True)


def _says_enough(speech: Speech, cue: Cue) -> bool:
    """«dice haber acabado» alone says nothing."""
    items = speech.parse.items
    return cue.complement + SHORTEST < len(items) and items[cue.complement + SHORTEST].kind != "mark"


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
    return first, last


def _beside(speech: Speech, attribution: Attribution) -> Iterator[Range]:
    if attribution.via is not None and attribution.speaker == speech.actor is not None:
        return  # «Una fuente turca lo ve de otro modo, según Reuters: «…»»
    items, end = speech.parse.items, attribution.last
    is_within = key_at(items, attribution.first - 1) == "que" and key_at(items, end) != ","  # «que según él basta»
    if not attribution.is_relative and not is_within:
        yield from _around(speech, attribution.first, attribution.last)
        return
    limit = min(len(items), end + LONGEST)
    while end < limit and items[end].key not in BOUNDARIES and not (is_within and items[end].key == ","):
        end += 1
    yield attribution.last, end


def _around(speech: Speech, first: int, last: int, *, by_verb: bool = False) -> Iterator[Range]:
    """The clause before the attribution; after it when what stands before is a mere subject, or nothing."""
    items = speech.parse.items
    start, end = first, last
    while start > first - LONGEST and start and items[start - 1].key not in BOUNDARIES:
        start -= 1
    while end < last + LONGEST and end < len(items) and not _bounds(items, end):
        end += 1
    if any(item.key == "según" for item in items[start:first]):
        return
    end = next((it.first - 1 for it in speech.attributions_between(last, end) if it.is_relative), end)
    start, end = _within_relative(speech, first, last, (start, end))
    if _opens_second_clause(items, first, last):
        start = first
    if _has_own_verb(speech, start, first) or _is_beside_words(speech, start, first, last, end):
        return
    last, afterthoughts = _past_relative(items, last, end), load_speech_words().afterthoughts
    if first == 0 and key_at(items, last) != ",":
        last = next((place for place in range(last, min(last + NEAR, end)) if items[place].key == ","), last)
    if len(phrase_at(items, start, load_speech_words().asides)) >= first - start - 1 > 0:
        start = first
    goes_on = key_at(items, last) == "que" or (key_at(items, last) == "," and key_at(items, last + 1) in JOINERS)
    has_verb = has_main_verb(items, start, first)
    is_clause = has_verb and (_count(items, start, first) >= SHORT_SUBJECT or not has_finite_verb(items, last, end))
    is_clause = is_clause or (goes_on and _count(items, start, first) >= SHORTEST)
    is_clause = is_clause or (key_at(items, last) == "," and bool(phrase_at(items, last + 1, afterthoughts)))
    if is_clause or _count(items, last, end) < SHORTEST:
        yield start, start if by_verb and _is_one_actor(speech, start, first) else first
    elif not _has_own_verb(speech, last, end) and (last >= len(items) or items[last].key in (",", ")")):
        yield last, end


def _bounds(items: Sequence[Item], place: int) -> bool:
    """Not the colon of «se divide en tres capítulos: paz, garantías y dinero»."""
    if items[place].key != ":":
        return items[place].key in BOUNDARIES
    end = min(len(items), place + LONGEST)
    return has_finite_verb(items, place, end) or any(item.kind == "quote" for item in items[place:end])


def _is_one_actor(speech: Speech, start: int, comma: int) -> bool:
    """«El presidente turco, Erdogan, ya ha aceptado»: it says nothing but who."""
    actor = speech.parse.starts.get(start)
    return actor is not None and actor.last >= comma - 1


def _within_relative(speech: Speech, first: int, last: int, around: Range) -> Range:
    """«…, que, según Kiev, terminará en mayo, dijo»: only the relative clause is Kiev's."""
    start, end = around
    if key_at(speech.parse.items, first - 2) not in RELATIVES or first - start <= 2:
        return around
    return first, next((cue.before for cue in speech.cues_between(last, end) if cue.is_inserted), end)


def _opens_second_clause(items: Sequence[Item], first: int, last: int) -> bool:
    """«La ronda terminó y, según Ankara, volverán a verse»: what comes is Ankara's, not what was told."""
    is_joined = key_at(items, first - 2) in ("y", "e") and key_at(items, first - 1) == ","
    return is_joined and key_at(items, last) == ","


def _past_relative(items: Sequence[Item], place: int, end: int) -> int:
    """«…, que cita a fuentes oficiales, …» after the attribution says no more of it."""
    if key_at(items, place) != "," or key_at(items, place + 1) not in DESCRIBING:
        return place
    return next((after for after in range(place + 1, end) if items[after].key == ","), end)


def _is_beside_words(speech: Speech, start: int, first: int, last: int, end: int) -> bool:
    """Whether words between marks are what is said: before the attribution, or after it without another verb."""
    items = speech.parse.items
    if any(item.kind == "quote" for item in items[start:first]):
        return True
    if key_at(items, last) == "," and key_at(items, last + 1) in TURNS and has_finite_verb(items, start, first):
        return False
    quote = next((place for place in range(last, end) if items[place].kind == "quote"), end)
    return quote < end and not speech.cues_between(last, quote)


def _count(items: Sequence[Item], first: int, last: int) -> int:
    return sum(item.kind != "mark" for item in items[first:last])


def _has_own_verb(speech: Speech, first: int, last: int) -> bool:
    return any(cue.link or cue.is_inserted for cue in speech.cues_between(first, last))
