"""What an article says, as the contract of the commands prints it."""

from __future__ import annotations

from typing import Any

from talks.types import Article, DateMention, EventMention, PersonMention, Quote, Reading


def reading_as_json(article: Article, reading: Reading) -> dict[str, Any]:
    """The fields people, quotes, dates and events; offsets count characters of `article.body`."""
    return {
        "people": [_person(person) for person in reading.people],
        "quotes": [_quote(quote) for quote in reading.quotes],
        "dates": [_date(date) for date in reading.dates],
        "events": [_event(event) for event in reading.events],
    }


def _person(person: PersonMention) -> dict[str, Any]:
    return {
        "name": person.name,
        "surface": person.surface,
        "role": person.role,
        "start": person.start,
        "end": person.end,
    }


def _quote(quote: Quote) -> dict[str, Any]:
    return {
        "text": quote.text,
        "speaker": quote.speaker,
        "via": list(quote.via),
        "direct": quote.direct,
        "start": quote.start,
        "end": quote.end,
    }


def _date(date: DateMention) -> dict[str, Any]:
    return {"surface": date.surface, "value": date.value, "start": date.start, "end": date.end}


def _event(event: EventMention) -> dict[str, Any]:
    """`end` is the last day; the clause that tells the event goes from `start` to `stop`."""
    return {
        "type": event.type,
        "status": event.status,
        "date": event.date,
        "end": event.end_date,
        "place": event.place,
        "actors": list(event.actors),
        "start": event.start,
        "stop": event.end,
    }
