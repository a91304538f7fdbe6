"""The reader: all that one article says, put together from the parts of this folder."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from operator import attrgetter
from typing import TypeVar
from zoneinfo import ZoneInfo

from spacy.language import Language

from talks.lexicon.load import Lexicon, load_lexicon
from talks.reading.dates import find_dates, one_per_expression
from talks.reading.document import Document, Entity
from talks.reading.entities import INSTITUTION, PLACE
from talks.reading.events import find_events
from talks.reading.people import find_mentions, one_per_person
from talks.reading.pipeline import UNKNOWN_PERSON, build_nlp
from talks.reading.prepare import Draft, prepare_many
from talks.reading.publication import date_from_url
from talks.reading.quotes import find_quotes
from talks.reading.relevance import assess_relevance
from talks.reading.themes import find_themes
from talks.types import Article, DateMention, EventMention, PersonMention, Quote, Reading, SentenceSpan

Found = TypeVar("Found", PersonMention, DateMention, Quote, EventMention, SentenceSpan)
Named = TypeVar("Named", PersonMention, DateMention)

OUTLETS_ZONE = ZoneInfo("Europe/Madrid")
"""Where «hoy» is taken to be said: the feeds do not tell their outlet's zone."""
LONGEST_BODY = 100_000
"""Characters of an article that are read; no news is that long."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads articles, each on its own: nothing is kept from one to the next."""

    nlp: Language
    lexicon: Lexicon
    zone: ZoneInfo = OUTLETS_ZONE

    def read(self, article: Article) -> Reading:
        return next(self.read_many([article]))

    def read_many(self, articles: Iterable[Article]) -> Iterator[Reading]:
        """One reading for each article, in order, by batches."""
        drafts = (_draft(article, self.zone) for article in articles)
        for draft, document in prepare_many(drafts, nlp=self.nlp):
            yield _read(document, body=f"{draft.title}\n\n{draft.text}", lexicon=self.lexicon)


@cache
def load_reader(*, model: str = "") -> Reader:
    """The reader of this process; patterns and data are compiled on the first call.

    Raises SettingsError when `model` is not an installed spaCy pipeline.
    """
    lexicon = load_lexicon()
    reader = Reader(build_nlp(lexicon, model=model), lexicon)
    _keep_for_good()
    return reader


def _keep_for_good() -> None:
    """What is compiled by now is never garbage: the collector need not go through it again while texts are read."""
    gc.collect()
    gc.freeze()


def _draft(article: Article, zone: ZoneInfo) -> Draft:
    title = article.title[:LONGEST_BODY]
    text = article.text[: LONGEST_BODY - len(title)]
    return Draft(title, text, article.published.astimezone(zone), date_from_url(article.url))


def _read(document: Document, *, body: str, lexicon: Lexicon) -> Reading:
    mentions = _mentions(document, lexicon)
    dates = find_dates(document)
    quotes = find_quotes(document, mentions, lexicon)
    events = find_events(document, mentions, dates, quotes, lexicon)
    return Reading(
        relevance=assess_relevance(document, mentions, lexicon),
        people=tuple(_with_surface(mention, document, body) for mention in one_per_person(mentions)),
        quotes=tuple(_with_text(quote, document, body) for quote in quotes),
        dates=tuple(_with_surface(date, document, body) for date in one_per_expression(dates)),
        events=tuple(_in_body(event, document) for event in events),
        sentences=tuple(_in_body(sentence, document) for sentence in document.sentences),
        terms=_terms(document, mentions),
        themes=find_themes(document, lexicon),
    )


def _mentions(document: Document, lexicon: Lexicon) -> tuple[PersonMention, ...]:
    """All by our rules, and full names that only the optional model sees."""
    mentions = find_mentions(document, lexicon)
    taken = {place for mention in mentions for place in range(mention.start, mention.end)}
    added = [_by_model(each, document) for each in document.entities if each.label == UNKNOWN_PERSON and each.words > 1]
    new = [mention for mention in added if taken.isdisjoint(range(mention.start, mention.end))]
    return tuple(sorted((*mentions, *new), key=attrgetter("start"))) if new else mentions


def _by_model(entity: Entity, document: Document) -> PersonMention:
    name = document.text[entity.start : entity.end]
    return PersonMention(name, name, None, entity.start, entity.end)


def _in_body(found: Found, document: Document) -> Found:
    """The same finding with its place in the article's body."""
    start, end = document.original(found.start, found.end)
    return found if (start, end) == (found.start, found.end) else replace(found, start=start, end=end)


def _with_surface(found: Named, document: Document, body: str) -> Named:
    placed = _in_body(found, document)
    surface = body[placed.start : placed.end]
    return placed if surface == placed.surface else replace(placed, surface=surface)


def _with_text(quote: Quote, document: Document, body: str) -> Quote:
    placed = _in_body(quote, document)
    text = body[placed.start : placed.end]
    return placed if text == placed.text else replace(placed, text=text)


def _terms(document: Document, mentions: Iterable[PersonMention]) -> tuple[str, ...]:
    """Institutions and places by the pipeline, people by all their spellings, in order; furniture is left out."""
    named = [(each.start, each.id) for each in document.entities if each.label in (INSTITUTION, PLACE)]
    named += [(mention.start, mention.person_id) for mention in mentions if mention.person_id]
    return tuple(term for place, term in sorted(named) if document.sentence_at(place))
