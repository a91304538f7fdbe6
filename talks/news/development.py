"""From what an article adds to the development that subscribers are told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from talks.news.claims import OVER, days_of, told_under_title
from talks.news.entries import Entry
from talks.news.importance import importance_of
from talks.news.parties import parties_of
from talks.news.quoted import quote_of
from talks.news.summary import headline_of, news_sentences, readable, summary_of
from talks.news.verdicts import Finding
from talks.types import Article, DevelopmentIntent, EventMention, Fact, Reading, SentenceSpan, SlotChange

LOOKED_BACK_ON = frozenset(("meeting", "visit", "call"))
LOOKING_BACK = timedelta(days=30)
OUTLETS_ZONE = ZoneInfo("Europe/Madrid")
LONGEST_EVENT = timedelta(days=2)
"""What is known to be in a week or a month has no day yet."""


def compose(
    article: Article,
    reading: Reading,
    *,
    story_id: str,
    finding: Finding,
    before: DevelopmentIntent | None,
    reason: str,
) -> DevelopmentIntent:
    """Every sentence in it is a span of the article."""
    sentences = news_sentences(article, reading)
    headline = headline_of(article, reading, sentences[0] if sentences else article.text)
    telling = _sentence_of(finding, article, reading)
    summary = readable(summary_of(sentences, headline=headline, telling=telling))
    headline = readable(headline)
    event = finding.claim.event if finding.claim else None
    entry = finding.known
    today = article.published.astimezone(OUTLETS_ZONE).date()
    days = _days(event, entry, today)
    first, last = days or (today.isoformat(), None)
    return DevelopmentIntent(
        story_id=story_id,
        article_id=article.id,
        type=event.type if event else "statement",
        status=event.status if event else "held",
        importance=importance_of(finding, reading),
        headline=headline,
        summary=summary,
        date=first,
        end_date=last,
        place=event.place if event else None,
        actors=_actors(event, finding, reading),
        quote=quote_of(article, reading, finding, told=f"{headline} {summary}", telling=telling),
        before=before.headline if before is not None else None,
        date_is_estimated=article.has_estimated_date,
        reason=reason,
        answers_id=entry.developments[-1] if entry is not None and entry.developments else None,
        change=_change(finding),
        day_is_told=days is not None,
        earlier=_earlier(article, reading, event),
    )


def _days(event: EventMention | None, entry: Entry | None, today: date) -> tuple[str, str | None] | None:
    """Of the event, by the article or else by what is known of it; None where nobody says it."""
    if event is not None and event.date:
        return event.date, event.end_date
    first, last = (entry.first, entry.last) if event is not None and entry is not None else (None, None)
    if first is None or last is None or last - first > LONGEST_EVENT:
        return None
    is_of_then = first <= today if event is not None and event.status in OVER else last >= today
    if event is not None and event.status == "in_progress":
        is_of_then = first <= today <= last
    if not is_of_then:
        return None
    return first.isoformat(), last.isoformat() if last != first else None


def _earlier(article: Article, reading: Reading, told: EventMention | None) -> EventMention | None:
    """The last dated encounter before the one that is told."""
    day = article.published.date()
    past = [
        (first, event)
        for event in reading.events
        if event.type in LOOKED_BACK_ON and event.status in ("held", "background") and event.place
        if (first := days_of(event.date, event.end_date)[0]) and timedelta() < day - first <= LOOKING_BACK
    ]
    others = [(first, event) for first, event in past if told is None or event.place != told.place]
    return max(others, key=lambda pair: pair[0])[1] if others else None


def _sentence_of(finding: Finding, article: Article, reading: Reading) -> str | None:
    """The sentence under the title that tells what is new; None when only the title tells it."""
    under = told_under_title(reading)
    start = _start_under_title(finding.claim.event, reading, under) if finding.claim else None
    if finding.claim is None and finding.heard is not None:
        start = finding.heard.sentence.span.start
    for span in under:
        if start is not None and span.start <= start < span.end:
            return article.body[span.start : span.end].strip()
    return None


def _start_under_title(told: EventMention, reading: Reading, under: Sequence[SentenceSpan]) -> int:
    """Where the text tells what the title tells: the first event of the kind, of the same status if there is one."""
    begins = under[0].start if under else 0
    if told.start >= begins:
        return told.start
    alike = [event for event in reading.events if event.start >= begins and _may_be_told(event, told)]
    return min(alike, key=lambda event: (event.status != told.status, event.start), default=told).start


def _may_be_told(event: EventMention, told: EventMention) -> bool:
    """A place that the title did not get from it is of others' event: «tres días después de la cita de París»."""
    is_of_others = parties_of(event.actors).sides.isdisjoint(parties_of(told.actors).sides)
    is_elsewhere = event.place is not None and told.place is None and bool(told.actors)
    return event.type == told.type and not (is_elsewhere and is_of_others)


def _change(finding: Finding) -> SlotChange | None:
    change = finding.change
    if change is None or finding.known is None:
        return None
    return SlotChange(change.slot, change.before, change.now)


def _actors(event: EventMention | None, finding: Finding, reading: Reading) -> tuple[str, ...]:
    if event is not None and event.actors:
        return event.actors
    speaker = (finding.heard.speaker,) if finding.heard else ()
    return speaker or tuple(person.name for person in reading.people[:3])


def facts_of(reading: Reading) -> tuple[Fact, ...]:
    return tuple(fact for event in reading.events if event.status != "background" for fact in _facts_of(event))


def _facts_of(event: EventMention) -> list[Fact]:
    """The slots that an event fills; its key is type, parties, place and date."""
    key = "|".join((event.type, "+".join(sorted(event.actors)), event.place or "", event.date or ""))
    slots: list[tuple[str, str]] = [("status", event.status)]
    slots += [("number", number) for number in event.numbers]
    slots += [("round", str(event.round))] if event.round else []
    polarity = event.status not in ("denied", "cancelled", "failed")
    return [Fact(key, slot, value, polarity, event.start, event.end) for slot, value in slots]
