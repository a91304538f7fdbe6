"""The clause that stands around an attribution: «Rusia no cederá, según Peskov», «La cita, contó Merz, fue útil»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from talks.reading.appositions import JOINERS
from talks.reading.cues import ADVERSATIVE, key_at
from talks.reading.date_verbs import kind_of
from talks.reading.finite import BEFORE_VERB, has_finite_verb, has_main_verb
from talks.reading.phrases import Item
from talks.reading.reported import RELATIVES
from talks.reading.speech_words import load_speech_words, phrase_at
from talks.reading.spoken import Speech

SHORTEST = 2
SHORT_SUBJECT = 6
"""Words before an inserted attribution that are a subject only: «La planta, según el parte, suministra…»."""
NEAR = 12
"""Items between an attribution that opens a sentence and its comma."""
TURNS = ADVERSATIVE | {"porque"}
"""«Rusia no abandona el diálogo, añadió, pero «revisará su posición»»: what stands before is said too."""
DESCRIBING = frozenset(["que", "quien", "donde", "cuyo", "cuya"])
LONGEST = 120
"""Items of a clause beside an attribution."""
BOUNDARIES = frozenset([";", ":"])

CONDITIONS = frozenset(["si", "mientras", "cuando"])
CONCEDING = frozenset(["aunque", "porque", "pues"])

Range = tuple[int, int]


def clause_around(speech: Speech, first: int, last: int, *, by_verb: bool = False) -> Iterator[Range]:
    """The clause before the attribution; after it when what stands before is a mere subject, or nothing."""
    items = speech.parse.items
    start, end = _stretch(items, first, last)
    if any(item.key == "según" for item in items[start:first]):
        return
    end = next((it.first - 1 for it in speech.attributions_between(last, end) if it.is_relative), end)
    start, end = _within_relative(speech, first, last, (start, end))
    start = _own_start(items, start, first, last, end)
    if not first and (quote := _words_behind(speech, last, end)) and (cut := before_words(items, last + 1, quote)):
        yield last, cut
    if _has_own_verb(speech, start, first) or _is_beside_words(speech, start, first, last, end):
        return
    last = _past_relative(items, last, end)
    if first == 0 and key_at(items, last) != ",":
        last = next((place for place in range(last, min(last + NEAR, end)) if items[place].key == ","), last)
    if len(phrase_at(items, start, load_speech_words().asides)) >= first - start - 1 > 0:
        start = first
    if _stands_before(items, start, first, last, end) or _count(items, last, end) < SHORTEST:
        yield start, start if by_verb and _is_one_actor(speech, start, first) else first
        if _goes_on_with_clause(speech, last, end):
            yield last + 2, end
    elif not _has_own_verb(speech, last, end) and (last >= len(items) or items[last].key in (",", ")")):
        yield last, end


def _goes_on_with_clause(speech: Speech, last: int, end: int) -> bool:
    """«Kiev será la sede, detalló Merz, y la tropa estará a las órdenes de París»: he says that too."""
    items = speech.parse.items
    is_joined = key_at(items, last) == "," and key_at(items, last + 1) in ("y", "e")
    has_words = any(item.kind == "quote" for item in items[last:end])
    after = last + 2
    while key_at(items, after) in BEFORE_VERB:
        after += 1
    if kind_of(key_at(items, after)) == "past":
        return False  # «…, dijo Merz, y no puso plazos»: what he did
    return is_joined and not has_words and not _has_own_verb(speech, last, end) and has_main_verb(items, last + 2, end)


def _stretch(items: Sequence[Item], first: int, last: int) -> Range:
    """Between the marks that end clauses."""
    start, end = first, last
    while start > first - LONGEST and start and items[start - 1].key not in BOUNDARIES:
        start -= 1
    while end < last + LONGEST and end < len(items) and not _bounds(items, end):
        end += 1
    if _is_list(items, start, first) and not has_finite_verb(items, last, end):
        start = next((at + 1 for at in range(start - 2, -1, -1) if items[at].key in BOUNDARIES), 0)
    return start, end


def _own_start(items: Sequence[Item], start: int, first: int, last: int, end: int) -> int:
    """Without what the reporter tells before it."""
    if _opens_second_clause(items, first, last) or _is_condition(items, start, first, last, end):
        return first
    return _own_clause(items, start, first, last, end)


def _stands_before(items: Sequence[Item], start: int, first: int, last: int, end: int) -> bool:
    """Whether what is said stands before the attribution."""
    afterthoughts = load_speech_words().afterthoughts
    goes_on = key_at(items, last) == "que" or (key_at(items, last) == "," and key_at(items, last + 1) in JOINERS)
    has_verb = has_main_verb(items, start, first)
    is_clause = has_verb and (_count(items, start, first) >= SHORT_SUBJECT or not has_finite_verb(items, last, end))
    is_clause = is_clause or (has_verb and key_at(items, last) == "," and key_at(items, last + 1) in CONCEDING)
    is_clause = is_clause or (goes_on and _count(items, start, first) >= SHORTEST)
    return is_clause or (key_at(items, last) == "," and bool(phrase_at(items, last + 1, afterthoughts)))


def _bounds(items: Sequence[Item], place: int) -> bool:
    """Not the colon of «se divide en tres capítulos: paz, garantías y dinero»."""
    if items[place].key != ":":
        return items[place].key in BOUNDARIES
    end = min(len(items), place + LONGEST)
    return has_finite_verb(items, place, end) or any(item.kind == "quote" for item in items[place:end])


def _is_list(items: Sequence[Item], start: int, first: int) -> bool:
    """«La ronda acabó con una cita: el martes en Ginebra, contó un enviado»: the colon ends no clause."""
    is_behind = start > 0 and items[start - 1].key == ":"
    return (
        is_behind
        and first > start + 1
        and has_finite_verb(items, 0, start)
        and not has_finite_verb(items, start, first)
    )


def _is_condition(items: Sequence[Item], start: int, first: int, last: int, end: int) -> bool:
    """«Si Moscú para, anunció Zelenski, Kiev parará»: what he says is the rest."""
    return key_at(items, start) in CONDITIONS and key_at(items, last) == "," and has_finite_verb(items, last, end)


def _own_clause(items: Sequence[Item], start: int, first: int, last: int, end: int) -> int:
    """«Llegaron tarde, y en la carpeta, asegura un testigo, había mapas»: the clause before «y» is the reporter's."""
    if key_at(items, last) != "," or not has_finite_verb(items, last + 1, min(end, last + 2)):
        return start
    for place in range(first - 2, start, -1):
        if items[place].key in ("y", "e") and items[place - 1].key == ",":
            is_apart = has_finite_verb(items, start, place) and not has_finite_verb(items, place, first)
            return place + 1 if is_apart else start
    return start


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
    """«…, que cita a fuentes oficiales, …», «…, de la Universidad de Lima, …» behind it say no more of it."""
    is_house = key_at(items, place + 1) in ("de", "del") and _is_name(items, place + 2)
    if key_at(items, place) != "," or not (is_house or key_at(items, place + 1) in DESCRIBING):
        return place
    return next((after for after in range(place + 1, end) if items[after].key == ","), end)


def _is_name(items: Sequence[Item], place: int) -> bool:
    """«la Universidad», «Chatham House»."""
    place += key_at(items, place) in ("la", "el", "los", "las")
    return place < len(items) and items[place].is_capital and items[place].kind != "person"


def _is_beside_words(speech: Speech, start: int, first: int, last: int, end: int) -> bool:
    """Whether words between marks are what is said: before the attribution, or after it without another verb."""
    items = speech.parse.items
    if any(item.kind == "quote" for item in items[start:first]):
        return True
    if key_at(items, last) == "," and key_at(items, last + 1) in TURNS and has_finite_verb(items, start, first):
        return False
    quote = next((place for place in range(last, end) if items[place].kind == "quote"), end)
    return quote < end and not speech.cues_between(last, quote)


def _words_behind(speech: Speech, last: int, end: int) -> int:
    """The first words between marks that the attribution which opens the sentence tells; 0 for none."""
    items = speech.parse.items
    quote = next((place for place in range(last, end) if items[place].kind == "quote"), 0)
    return quote if key_at(items, last) == "," and not speech.cues_between(last, quote) else 0


def before_words(items: Sequence[Item], first: int, quote: int) -> int:
    """The end of the clause that stands before words between marks and says enough without them; 0 for none.

    «hablará con Trump, su par, “cuando sea”», «no llegó nada y el texto es «vago»».
    """
    before = items[quote - 1]
    if before.key == "," and has_main_verb(items, first, quote - 1):
        return quote - 1
    link = next((at for at in range(quote - 1, first, -1) if items[at].key == "y"), 0)
    is_apart = link > 0 and has_main_verb(items, first, link) and has_finite_verb(items, link + 1, quote)
    return link if is_apart else 0


def _count(items: Sequence[Item], first: int, last: int) -> int:
    return sum(item.kind != "mark" for item in items[first:last])


def _has_own_verb(speech: Speech, first: int, last: int) -> bool:
    return any(cue.link or cue.is_inserted for cue in speech.cues_between(first, last))
