"""What the whole text says of its events: the calendar, the lead that completes the title, plain statements."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from talks.lexicon.places import wider_place
from talks.reading.document import Document
from talks.reading.event_triggers import TALKING, Trigger
from talks.types import EventMention, EventStatus, EventType, Quote

STALE = timedelta(days=3)
"""An event that ended longer ago is background (72 hours)."""
_LEAD_EVENTS = 6
_LEAD_CHARACTERS = 900
_PAST: frozenset[EventStatus] = frozenset(("held", "in_progress", "failed", "claimed"))
_ADOPTED: frozenset[EventStatus] = frozenset(("held", "in_progress", "failed", "planned"))
_COMING: frozenset[EventStatus] = frozenset(("planned", "possible"))
_DOCUMENTS: frozenset[EventType] = frozenset(("proposal", "agreement"))
"""«El comunicado conjunto, divulgado hoy»: named with this day, they are of it."""
_OFF: frozenset[EventStatus] = frozenset(("cancelled", "denied"))
"""What has not been held has no day and place of what has."""
_GIVING = _PAST | _COMING

Told = tuple[EventMention, Trigger]


def settle(told: Sequence[Told], quotes: Sequence[Quote], document: Document) -> tuple[EventMention, ...]:
    """In order of the text, each once."""
    day = document.published.date()
    dated = [(_by_calendar(event, trigger, day), trigger) for event, trigger in told if trigger.status or event.date]
    events = _completed(dated, document.title_end, day)
    return tuple(sorted([*dict.fromkeys(events), *_statements(events, quotes, document)], key=lambda each: each.start))


def _by_calendar(event: EventMention, trigger: Trigger, day: date) -> EventMention:
    """«Se reúnen mañana» is planned, «rechaza reunirse mañana» is said now, and what ended days ago is no news."""
    first, last = _first_day(event.date), _last_day(event.end_date or event.date)
    if first is None or last is None:
        return event
    is_settled = event.status == "failed" or (event.type == "rejection" and event.status == "held")
    if is_settled and first > day:
        return replace(event, date=None, end_date=None)
    if event.status in ("held", "in_progress", "claimed") and first > day:
        return replace(event, status="planned")
    if event.status in _PAST | _COMING and day - last > STALE:
        return replace(event, status="background")
    is_ahead = last > day if event.type in _DOCUMENTS else last >= day
    if trigger.status is None and event.status == "held" and is_ahead:
        return replace(event, status="planned")
    if event.status == "in_progress" and event.type == "visit" and last < day:
        return replace(event, status="held")
    if event.status == "held" and first == day and _is_told_in_the_present(event, trigger):
        return replace(event, status="in_progress")
    return event


def _is_told_in_the_present(event: EventMention, trigger: Trigger) -> bool:
    """«Se reúnen este martes», told on that day: nobody says that it is over."""
    return event.type == "meeting" and trigger.verb is not None and trigger.verb.tense == "present"


def _first_day(value: str | None) -> date | None:
    return _day(value, "-01-01")


def _last_day(value: str | None) -> date | None:
    return _day(value, "-12-28")


def _day(value: str | None, rest: str) -> date | None:
    """The day of a date that may have no day or no month; None for what is no date."""
    if not value:
        return None
    try:
        return date.fromisoformat(value if len(value) == 10 else value + rest[len(value) - 4 :])
    except ValueError:
        return None


def _completed(told: Sequence[Told], title_end: int, day: date) -> list[EventMention]:
    """The events, those of the title filled from the lead."""
    lead = [event for event, _ in told if title_end <= event.start < title_end + _LEAD_CHARACTERS][:_LEAD_EVENTS]
    return [_from_lead(event, trigger, lead, day) if event.start < title_end else event for event, trigger in told]


def _from_lead(event: EventMention, trigger: Trigger, lead: Sequence[EventMention], day: date) -> EventMention:
    """A title has no room for day and place, and its present may mean yesterday or tomorrow."""
    alike = [each for each in lead if _is_of_kind(event, each) or _is_told_as_call(event, trigger, each)]
    donor = _donor(event, trigger, [each for each in alike if each.status in _GIVING])
    if donor is None:
        return event
    return replace(
        event,
        type=donor.type if _is_told_as_call(event, trigger, donor) else event.type,
        status=donor.status if _adopts(event, trigger, donor, day) else event.status,
        date=event.date or donor.date,
        end_date=event.end_date if event.date else donor.end_date,
        place=event.place or donor.place,
        round=event.round or donor.round,
        actors=event.actors if len(event.actors) > 1 else tuple(dict.fromkeys((*event.actors, *donor.actors))),
    )


def _adopts(event: EventMention, trigger: Trigger, donor: EventMention, day: date) -> bool:
    """What was held on a day before is not under way any more: «Retoman los contactos», that is «se vieron ayer»."""
    last = _last_day(donor.end_date or donor.date)
    is_over = event.status == "in_progress" and donor.status == "held" and last is not None and last < day
    return (is_over and not event.date) or (_is_open(event, trigger) and donor.status in _ADOPTED)


def _is_told_as_call(event: EventMention, trigger: Trigger, donor: EventMention) -> bool:
    """«Hablan dos horas», and the lead says that it was by telephone."""
    is_talk = trigger.verb is not None and trigger.verb.lemma in TALKING and not event.place
    return is_talk and event.type == "meeting" and donor.type == "call"


def _is_of_kind(event: EventMention, other: EventMention) -> bool:
    """That there is no agreement is the failure of a meeting; who goes somewhere is to meet somebody there."""
    is_failure = event.status == "failed" == other.status and other.type == "meeting"
    is_trip = event.type == "visit" and event.status == "in_progress" and other.type == "meeting"
    is_same = event.type == other.type or (event.type == "agreement" and is_failure)
    return is_same or (is_trip and other.status == "planned" and bool(other.date))


def _is_open(event: EventMention, trigger: Trigger) -> bool:
    """Its present may be told with its true time in the lead."""
    is_present = trigger.verb is not None and trigger.verb.tense == "present"
    return event.status == "held" or (event.status == "in_progress" and is_present)


def _donor(event: EventMention, trigger: Trigger, candidates: Sequence[EventMention]) -> EventMention | None:
    """The first of the same time; else the very first, when it says that a present means the future."""
    fitting = [each for each in candidates if _may_be_same(event, each)]
    is_off = event.status in _OFF
    same_time = [each for each in fitting if (event.status in _COMING or is_off) == (each.status in _COMING)]
    if same_time:
        return same_time[0]
    is_present = trigger.scope is None and (trigger.verb is None or trigger.verb.tense == "present")
    certain = [each for each in candidates if each.status != "possible"]
    is_plan = bool(certain) and certain[0] in fitting and certain[0].status == "planned"
    return certain[0] if is_present and is_plan else None


def _may_be_same(event: EventMention, other: EventMention) -> bool:
    if event.place and other.place:
        return wider_place(event.place) == wider_place(other.place)
    is_of_nobody = other.type in ("ceasefire", "call") and not other.actors
    return not event.actors or is_of_nobody or bool({*event.actors} & {*other.actors})


def _statements(events: Sequence[EventMention], quotes: Sequence[Quote], document: Document) -> Iterator[EventMention]:
    """One for each sentence in which somebody is quoted and nothing else is told."""
    taken = {span.start for event in events if (span := document.sentence_at(event.start))}
    for quote in quotes:
        sentence = document.sentence_at(quote.start)
        if sentence and quote.speaker and sentence.start not in taken:
            taken.add(sentence.start)
            yield EventMention(
                "statement", "held", sentence.start, sentence.end, actors=(quote.speaker,), said_by=quote.speaker
            )
