"""What the comparison of articles looks at: words of each part, who says what, claims, entities and shingles."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta

from talks.folding import words_of
from talks.news.claims import Claim, claims_of, days_of, opening_of
from talks.news.genres import offices
from talks.news.summary import bare_title
from talks.news.words import is_garbled, repaired, shingles, terms
from talks.types import Article, PersonMention, Quote, Reading, SentenceSpan

LEAD_SENTENCES = 3
LEAST_SHINGLES = 8
"""A text of a line or two has fewer, and is contained in many."""
OFFICE_WITHIN = 2
"""Words of a role in which its noun stands: «alta representante»."""
LEAST_SPOKEN = 6
"""Words between marks that nobody says twice by chance."""
BEGINNING = 600
"""Characters of the body in which an article tells what it is about."""
DATED_SENTENCES = 2
"""Under the title, in which news says of which day it is."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """Folded lemmas of one sentence, and whose words it reports; paragraph 0 is the title."""

    span: SentenceSpan
    words: frozenset[str]
    speakers: frozenset[str]

    @property
    def is_title(self) -> bool:
        return self.span.paragraph == 0


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Features:
    """Counts of folded lemmas by part of the text; `shingles` are 32-bit hashes of three words in a row."""

    published: datetime
    title: Counter[str]
    lead: Counter[str]
    body: Counter[str]
    entities: Counter[str]
    is_teaser: bool
    """A title with a line or less («Leer más», which hundreds share): its shingles are those of both."""
    shingles: frozenset[int]
    title_shingles: frozenset[int]
    sentences: tuple[Sentence, ...]
    claims: tuple[Claim, ...]
    opening: tuple[Sentence, ...]
    """What the article says is its news: title and first sentence, or the first of each entry of a live blog."""
    is_of_today: bool
    """Title and first sentences name this day or the day before."""
    bystanders: frozenset[str]
    """People who speak and have no office that the text tells: a soldier come home, his mother."""
    spoken: frozenset[str]
    """Both ends of every long quotation, folded: who cuts one keeps an end of it."""
    spoken_first: tuple[frozenset[str], ...]
    """Those of each quotation of the beginning."""

    @property
    def events(self) -> tuple[Claim, ...]:
        """The events of title and lead."""
        return tuple(claim for claim in self.claims if claim.is_main and claim.family != "statement")

    @property
    def title_speakers(self) -> frozenset[str]:
        return frozenset(speaker for each in self.sentences if each.is_title for speaker in each.speakers)

    @property
    def opening_words(self) -> frozenset[str]:
        words = frozenset(word for sentence in self.opening for word in sentence.words)
        return words or frozenset(self.title)


def features_of(article: Article, reading: Reading) -> Features:
    body = article.body
    printed = [body[each.start : each.end] for each in reading.sentences]
    texts = [repaired(each) for each in printed] if is_garbled(body) else printed
    under = [text for text, span in zip(texts, reading.sentences, strict=True) if span.paragraph > 0]
    whole = " ".join(under)
    sentences = tuple(
        Sentence(span, frozenset(terms(text)), _speakers(span, reading.quotes))
        for text, span in zip(texts, reading.sentences, strict=True)
    )
    opening = set(opening_of(article, reading))
    title = repaired(bare_title(article))
    runs = shingles(whole)
    is_teaser = len(runs) < LEAST_SHINGLES
    return Features(
        published=article.published,
        title=Counter(terms(title)),
        lead=Counter(terms(" ".join(under[:LEAD_SENTENCES]))),
        body=Counter(terms(whole)),
        entities=Counter(reading.terms),
        is_teaser=is_teaser,
        shingles=shingles(f"{title} {whole}") if is_teaser else runs,
        title_shingles=shingles(title),
        sentences=sentences,
        claims=claims_of(article, reading),
        opening=tuple(sentence for sentence in sentences if sentence.span in opening),
        is_of_today=_is_of_today(article, reading),
        bystanders=frozenset(person.name for person in reading.people if not _has_office(person)),
        spoken=frozenset(end for quote in reading.quotes for end in _ends_of(quote)),
        spoken_first=tuple(ends for quote in reading.quotes if quote.start < BEGINNING and (ends := _ends_of(quote))),
    )


def _has_office(person: PersonMention) -> bool:
    words = words_of(person.role or "")[:OFFICE_WITHIN]
    return person.person_id is not None or any(word.startswith(offices()) for word in words)


def _ends_of(quote: Quote) -> frozenset[str]:
    """Of a direct quotation that is long enough."""
    words = words_of(quote.text) if quote.direct else []
    is_long = len(words) >= LEAST_SPOKEN
    return frozenset(" ".join(end) for end in (words[:LEAST_SPOKEN], words[-LEAST_SPOKEN:])) if is_long else frozenset()


def _is_of_today(article: Article, reading: Reading) -> bool:
    day = article.published.date()
    ends = [span.end for span in reading.sentences if span.paragraph > 0][:DATED_SENTENCES]
    days = {days_of(date.value, None)[0] for date in reading.dates if ends and date.start < ends[-1]}
    return not days.isdisjoint((day, day - timedelta(days=1)))


def _speakers(span: SentenceSpan, quotes: tuple[Quote, ...]) -> frozenset[str]:
    return frozenset(
        quote.speaker for quote in quotes if quote.speaker and quote.start < span.end and quote.end > span.start
    )
