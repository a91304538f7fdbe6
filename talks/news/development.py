"""From what an article adds to the development that subscribers are told."""

from __future__ import annotations

from collections.abc import Sequence

from talks.news.importance import importance_of
from talks.news.pool import Member
from talks.news.summary import headline_of, news_sentences, quote_of, summary_of
from talks.news.verdicts import Finding
from talks.types import Article, DevelopmentIntent, EventMention, Fact, Reading


def compose(
    article: Article, reading: Reading, *, story_id: str, finding: Finding, story: Sequence[Member], reason: str
) -> DevelopmentIntent:
    """Every sentence in it is a span of the article."""
    sentences = news_sentences(article, reading)
    headline = headline_of(article, sentences[0] if sentences else article.text)
    summary = summary_of(sentences, headline=headline)
    event = finding.claim.event if finding.claim else None
    entry = finding.change.entry if finding.change else None
    told = [member.development for member in story if member.development is not None]
    return DevelopmentIntent(
        story_id=story_id,
        article_id=article.id,
        type=event.type if event else "statement",
        status=event.status if event else "held",
        importance=importance_of(finding, reading),
        headline=headline,
        summary=summary,
        date=(event.date if event else None) or article.published.date().isoformat(),
        end_date=event.end_date if event else None,
        place=event.place if event else None,
        actors=_actors(event, finding, reading),
        quote=quote_of(article, reading, told=f"{headline} {summary}"),
        before=told[-1].headline if told else None,
        date_is_estimated=article.has_estimated_date,
        reason=reason,
        answers_id=entry.developments[-1] if entry is not None and entry.developments else None,
    )


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
