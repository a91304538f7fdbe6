"""The newsroom: relates each article to what is known and gives a verdict with its reason.

It holds nothing that the store does not: the live pool is rebuilt from the verdicts, in their order, so that a restart
decides the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from talks.news.features import Features, features_of
from talks.news.main_event import importance_of, main_event
from talks.news.novelty import Decision, decide, find_copy
from talks.news.pool import Member, Pool
from talks.news.stories import find_story
from talks.news.summary import headline_of, news_sentences, quote_of, summary_of
from talks.types import Article, DevelopmentIntent, EventMention, Fact, Judged, Reading, Verdict

LIVE = timedelta(days=21)
"""Older articles leave the pool."""


class Newsroom:
    """`last_id` is the newest verdict that it has seen."""

    def __init__(self) -> None:
        self.last_id = 0
        self._pool = Pool()

    def add(self, judged: Iterable[Judged]) -> None:
        """Take in verdicts newer than `last_id`, oldest first."""
        for each in judged:
            self._pool.add(
                Member(
                    article_id=each.article.id,
                    story_id=each.story_id,
                    features=features_of(each.article, each.reading),
                    tells=each.tells,
                    development_id=each.development_id,
                    development=each.development,
                )
            )
            self.last_id = max(self.last_id, each.verdict_id)

    def forget(self, now: datetime) -> None:
        self._pool.forget(now - LIVE)

    def relate(self, article: Article, reading: Reading) -> Verdict:
        """What the article adds. Pure but for reading the pool: asking twice gives the same."""
        if not reading.relevance.is_central:
            return Verdict(article.id, None, "offtopic", "No trata de las conversaciones para terminar la guerra.")
        features = features_of(article, reading)
        copy = find_copy(features, self._pool)
        if copy is not None:
            return Verdict(
                article.id,
                copy.story_id,
                "repeat",
                "Repite un texto que ya había publicado otro medio.",
                corroborates=copy.tells,
                duplicate_of=copy.article_id,
            )
        return self._judge(article, reading, features)

    def _judge(self, article: Article, reading: Reading, features: Features) -> Verdict:
        match = find_story(features, self._pool)
        told = [] if match.story_id is None else [m for m in self._pool.members if m.story_id == match.story_id]
        decision = decide(features, told, self._pool)
        story_id = match.story_id or f"s{article.id}"
        numbers = {"story": round(match.score, 4), "unseen": round(decision.unseen, 4)}
        development = None
        if decision.novelty == "new":
            development = _development(article, reading, story_id, decision, told)
        return Verdict(
            article.id,
            story_id,
            decision.novelty,
            decision.reason,
            facts=_facts(reading),
            development=development,
            corroborates=decision.tells_again,
            numbers=numbers,
        )


def _development(
    article: Article, reading: Reading, story_id: str, decision: Decision, told: list[Member]
) -> DevelopmentIntent:
    sentences = news_sentences(article, reading)
    headline = headline_of(article, sentences[0] if sentences else article.text)
    summary = summary_of(sentences, headline=headline)
    event = main_event(article, reading)
    known = [member.development for member in told if member.development is not None]
    return DevelopmentIntent(
        story_id=story_id,
        article_id=article.id,
        type=event.type if event else "statement",
        status=event.status if event else "held",
        importance=importance_of(event, reading),
        headline=headline,
        summary=summary,
        date=(event.date if event else None) or article.published.date().isoformat(),
        end_date=event.end_date if event else None,
        place=event.place if event else None,
        actors=event.actors if event else tuple(person.name for person in reading.people[:3]),
        quote=quote_of(article, reading, told=f"{headline} {summary}"),
        before=known[-1].headline if known else None,
        date_is_estimated=article.has_estimated_date,
        reason=decision.reason,
    )


def _facts(reading: Reading) -> tuple[Fact, ...]:
    return tuple(fact for event in reading.events if event.status != "background" for fact in _facts_of(event))


def _facts_of(event: EventMention) -> list[Fact]:
    """The slots that an event fills; its key is type, parties, place and date."""
    key = "|".join((event.type, "+".join(sorted(event.actors)), event.place or "", event.date or ""))
    slots: list[tuple[str, str]] = [("status", event.status)]
    slots += [("number", number) for number in event.numbers]
    slots += [("round", str(event.round))] if event.round else []
    polarity = event.status not in ("denied", "cancelled", "failed")
    return [Fact(key, slot, value, polarity, event.start, event.end) for slot, value in slots]
