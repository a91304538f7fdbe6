"""What has happened, will or may happen: events with their status, parties, place and date, clause by clause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from talks.lexicon.load import Lexicon, Side
from talks.reading.document import Document
from talks.reading.event_dates import date_in
from talks.reading.event_days import meets_before_a_day_to_come
from talks.reading.event_parties import Cast, Party, cast_of, missing_of_three, names_of, parties_in
from talks.reading.event_slots import (
    NAME,
    PlaceMention,
    is_named_by_place,
    numbers_in,
    place_in,
    places_of,
    round_in,
)
from talks.reading.event_triggers import Trigger, find_triggers, is_plural, scope_of
from talks.reading.event_whole import settle
from talks.reading.event_words import load_event_words
from talks.reading.grammar import words
from talks.reading.relevance_words import phrases_of
from talks.reading.scenes import Scene, scenes_of
from talks.reading.word_lists import find_hits, tokens_of
from talks.types import DateMention, EventMention, EventType, PersonMention, Quote

_MUTUAL: tuple[EventType, ...] = ("meeting", "call", "exchange", "agreement")
"""Types that take two."""
_CLAIMABLE: frozenset[EventType] = frozenset((*_MUTUAL, "visit", "ceasefire", "proposal"))
_WANTS_TWO = frozenset(
    ("recibir", "llamar", "ver", "encontrar", "hablar", "entrevistar", "acompanar", "discutir", "debatir", "negociar")
)
_MOTIONS = frozenset(("llegar", "ir", "partir", "volar", "desplazar", "acudir", "aterrizar", "trasladar"))
"""They tell a visit only with a traveller and a place."""
_GOALS = frozenset(("a", "al", "hacia"))
_GOAL_REACH = 3
_CALLED_GAP = 60
_HOSTING = frozenset(("acoger", "albergar"))
_MATTERS = frozenset(("de", "sobre"))
"""«Hablaron de la posibilidad»: who talked is named beside it or it was no meeting."""
_LOOK_BACK = 4
"""Clauses in which a subject is looked for."""
_UNSAID: Mapping[EventType, tuple[str, ...]] = {"exchange": ("Rusia", "Ucrania")}
"""Who takes part when nobody is named."""
_WARRING = frozenset(("rusia", "ucrania"))
_COORDINATORS = words("coordinators")
_ANTECEDENT_LINKS = frozenset(("que", "quien", "quienes", "donde"))


@dataclass(frozen=True, slots=True)
class Findings:
    """What else the text says, to fill the slots of an event."""

    cast: Cast
    places: tuple[PlaceMention, ...]
    dates: tuple[DateMention, ...]
    quotes: tuple[Quote, ...]
    sides: dict[str, Side]
    """Of every person and body of the lexicon, by canonical name."""
    media: frozenset[str]


def find_events(
    document: Document,
    mentions: tuple[PersonMention, ...],
    dates: tuple[DateMention, ...],
    quotes: tuple[Quote, ...],
    lexicon: Lexicon,
) -> tuple[EventMention, ...]:
    """Every event told, in order of the text; spans are in `document.text`."""
    cast = cast_of(document, mentions, lexicon)
    findings = Findings(cast, places_of(document, lexicon.places), dates, quotes, _sides(lexicon), _media(lexicon))
    told = [each for scene in scenes_of(document, lexicon) for each in _told_in(scene, findings)]
    return settle(told, quotes, document)


@lru_cache(maxsize=4)
def _media(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(each.name for each in lexicon.institutions if each.kind == "media")


@lru_cache(maxsize=4)
def _sides(lexicon: Lexicon) -> dict[str, Side]:
    people: dict[str, Side] = {person.name: person.side for person in lexicon.people}
    return people | {each.name: each.side for each in lexicon.institutions if each.kind != "media"}


def _told_in(scene: Scene, findings: Findings) -> Iterator[tuple[EventMention, Trigger]]:
    for trigger in find_triggers(scene):
        parties = _parties(scene, trigger, findings)
        if trigger.type == "meeting":
            parties += missing_of_three(scene, *scope_of(scene, trigger), parties, findings.cast)
        event = _event(scene, trigger, parties, findings)
        if _is_news(scene, trigger, event, parties, findings) and _has_goal(scene, trigger, findings):
            yield event, trigger


def _event(scene: Scene, trigger: Trigger, parties: list[Party], findings: Findings) -> EventMention:
    clause = scene.clauses[trigger.clause]
    start, end = scene.span_of(clause)
    first, last = date_in(scene, trigger, findings.dates, findings.cast.day)
    quote = _quote_at(scene.tokens[trigger.place].start, findings.quotes)
    if quote and quote.speaker and _is_about_oneself(trigger, parties):
        parties = [Party(quote.speaker, quote.start, True, findings.sides.get(quote.speaker, "")), *parties]
    place = place_in(scene, trigger, findings.places) or _goal(scene, trigger, findings.cast)
    host = None if place else _venue(scene, trigger, parties, findings.places)
    may_be_to_come = first is None and trigger.status in ("held", "in_progress")
    is_to_come = may_be_to_come and meets_before_a_day_to_come(scene, trigger, findings.dates, findings.cast.day)
    event = EventMention(
        type=trigger.type,
        status="planned" if is_to_come else trigger.status or "held",
        start=start,
        end=end,
        date=first,
        end_date=last,
        place=place or host,
        actors=names_of([party for party in parties if party.name != host]) or _UNSAID.get(trigger.type, ()),
        round=round_in(scene, clause),
        numbers=numbers_in(scene, clause),
        said_by=quote.speaker if quote else None,
    )
    return replace(event, status="claimed") if _is_only_claimed(event, parties, quote, findings) else event


def _has_goal(scene: Scene, trigger: Trigger, findings: Findings) -> bool:
    """«Se dirige a Oslo», «se dirige hacia el este»; who «se dirige a Putin» speaks to him."""
    if trigger.type != "visit" or trigger.verb is None or trigger.verb.lemma != "dirigir":
        return True
    behind = scene.tokens[trigger.place + 1 : trigger.place + 1 + _GOAL_REACH]
    goal = next((token.start for token in behind[1:] if token.lower not in ("la", "el")), -1)
    countries = (party.start for party in findings.cast.parties if not party.is_person)
    is_towards = any(token.lower == "hacia" for token in behind[:1])
    return is_towards or goal in {each.start for each in findings.places} | {*countries}


def _is_news(scene: Scene, trigger: Trigger, event: EventMention, parties: Sequence[Party], findings: Findings) -> bool:
    """It names somebody, a place or a day, and it is not about another war."""
    is_call_of_lead = event.type == "call" and scene.sentence.paragraph == 1  # «después de una charla telefónica»
    is_named = bool(event.actors or event.place or event.date or scene.is_title or is_call_of_lead)
    if not is_named and not is_named_by_place(scene, trigger, findings.places):
        return False
    lemma = trigger.verb.lemma if trigger.verb else ""
    if lemma == "llamar" and not _is_call(scene, trigger, parties):
        return False
    wants_two = lemma in _WANTS_TWO or (lemma == "sentar" and not is_plural(scene, trigger))
    if (wants_two and event.type in _MUTUAL[:2] and len(event.actors) < 2) or (
        lemma in _MOTIONS and not (event.place and event.actors)
    ):
        return False
    if "elsewhere" not in scene.cues:
        return True
    clause = scene.clauses[trigger.clause]
    tokens = scene.tokens[clause.first : clause.last + 1]
    return not find_hits(tokens, phrases_of("elsewhere")) or bool(find_hits(tokens, phrases_of("parties")))


def _parties(scene: Scene, trigger: Trigger, findings: Findings) -> list[Party]:
    """Whoever its scope names; the subject of the clause before when it lacks one."""
    own = parties_in(scene, *scope_of(scene, trigger), findings.cast)
    if trigger.type == "visit":
        own = [party for party in own if party.is_person or not _is_goal(scene, trigger, party)]
    if trigger.scope or (own and trigger.verb is None and _is_impersonal(scene, trigger)):
        return [*_host(scene, trigger, findings.cast), *own]
    if trigger.verb is None:
        is_enough = len({party.name for party in own}) >= (2 if trigger.type in _MUTUAL else 1)
        is_enough = is_enough or _has_met_before(scene, trigger)
        return own if is_enough else [*_subject_before(scene, trigger, findings.cast), *own]
    if scene.tokens[trigger.place + 1 : trigger.place + 2] and scene.tokens[trigger.place + 1].lower in _MATTERS:
        return own
    at = scene.tokens[trigger.place].start
    if any(not party.preposition and (party.is_person or party.start < at) for party in own):
        return own
    return [*_subject_before(scene, trigger, findings.cast), *own]


def _has_met_before(scene: Scene, trigger: Trigger) -> bool:
    """«Rubio y Lavrov se reúnen y dejan en el aire la cumbre»: who has just met is not whom the other one is of."""
    types, clause = load_event_words().types, scene.clauses[trigger.clause]
    is_beside = clause.link in _COORDINATORS
    return is_beside and any(
        verb.place < clause.first and trigger.type in types.get(verb.lemma, ()) for verb in scene.verbs
    )


def _is_goal(scene: Scene, trigger: Trigger, party: Party) -> bool:
    """«Viaja a China», «visitó China»."""
    is_object = trigger.verb is not None and party.start > scene.tokens[trigger.place].start and not party.preposition
    return party.preposition in _GOALS or is_object


def _goal(scene: Scene, trigger: Trigger, cast: Cast) -> str | None:
    """«Viaja a Estados Unidos»: a country may be where a visit goes."""
    if trigger.type != "visit":
        return None
    parties = parties_in(scene, *scope_of(scene, trigger), cast)
    return next((party.name for party in parties if party.preposition in _GOALS and not party.is_person), None)


def _venue(scene: Scene, trigger: Trigger, parties: Sequence[Party], places: Sequence[PlaceMention]) -> str | None:
    """«Emiratos acogerá otra ronda»: who receives it is where it is."""
    clause = scene.clauses[trigger.clause]
    if trigger.type != "meeting" or not any(verb.lemma in _HOSTING for verb in scene.verbs_in(clause)):
        return None
    named = {each.start: each.place.name for each in places if each.preposition != NAME}
    return next((named[party.start] for party in parties if party.start in named), None)


def _host(scene: Scene, trigger: Trigger, cast: Cast) -> list[Party]:
    """«Tras la reunión con Witkoff, Putin dijo…»: the subject of the main clause is the other one."""
    following = scene.tokens[trigger.last + 1 : trigger.last + 4]
    index = trigger.clause + (1 if trigger.clause == 0 else -1)
    if not trigger.scope or all(token.lower != "con" for token in following) or index >= len(scene.clauses):
        return []
    clause = scene.clauses[index]
    return parties_in(scene, clause.first, clause.last, cast)[:1]


def _is_call(scene: Scene, trigger: Trigger, parties: Sequence[Party]) -> bool:
    """«Llamó a Putin», «llamó por teléfono»; «llamó a Rusia tigre de papel» is none."""
    end = scene.tokens[trigger.place].end
    is_by_telephone = scene.has_cue("lasting", trigger.place, trigger.place + 8)
    return is_by_telephone or any(party.is_person and end < party.start <= end + _CALLED_GAP for party in parties)


def _is_impersonal(scene: Scene, trigger: Trigger) -> bool:
    """«Se celebraron reuniones con Dmitriev» has no subject but the meetings."""
    clause = scene.clauses[trigger.clause]
    return any(token.lower == "se" for token in scene.tokens[clause.first : clause.last + 1])


def _subject_before(scene: Scene, trigger: Trigger, cast: Cast) -> list[Party]:
    """The nearest clause before that names somebody: all of them for a plural verb, the antecedent for a relative.

    Who only speaks of a meeting («dijo Peskov, preguntado por la ronda») is no party of it.
    """
    link = scene.clauses[trigger.clause].link
    before = [
        clause
        for clause in scene.clauses[max(0, trigger.clause - _LOOK_BACK) : trigger.clause]
        if trigger.verb is not None or not clause.is_reporting
    ]
    main = [clause for clause in before if clause.link not in _ANTECEDENT_LINKS]
    for clause in (*reversed(main), *reversed(before)) if link not in _ANTECEDENT_LINKS else reversed(before):
        parties = parties_in(scene, clause.first, clause.last, cast)
        if parties and is_plural(scene, trigger):
            return parties
        if parties:
            return parties[-1:] if link in _ANTECEDENT_LINKS and not clause.is_reporting else parties[:1]
    return []


def _quote_at(place: int, quotes: Iterable[Quote]) -> Quote | None:
    """The innermost one."""
    around = [quote for quote in quotes if quote.start <= place < quote.end]
    return min(around, key=lambda quote: quote.end - quote.start, default=None)


def _is_about_oneself(trigger: Trigger, parties: Sequence[Party]) -> bool:
    """«Nos veremos», and «no habrá reunión con Putin»: the other one is who says it."""
    if trigger.verb is not None and trigger.verb.is_first_person:
        return True
    names = {party.name for party in parties}
    return trigger.type == "meeting" and len(names) == 1 and parties[0].preposition == "con"


def _is_only_claimed(event: EventMention, parties: Sequence[Party], quote: Quote | None, findings: Findings) -> bool:
    """One side says it of the others, or a paper or an unnamed source says it."""
    if quote is None or not quote.speaker or event.type not in _CLAIMABLE:
        return False
    if event.status not in ("held", "in_progress"):
        return False
    side = findings.sides.get(quote.speaker)
    if side is None:
        return quote.speaker in findings.media or _is_unnamed(quote.speaker)
    return side in _WARRING and bool(parties) and side not in {party.side for party in parties}


def _is_unnamed(speaker: str) -> bool:
    return bool(find_hits(tokens_of(speaker), load_event_words().unnamed))
