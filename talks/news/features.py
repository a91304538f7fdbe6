"""What the comparison of articles looks at: words of each part, who says what, claims, entities and shingles."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from talks.news.claims import Claim, claims_of
from talks.news.words import repaired, shingles, terms
from talks.types import Article, Quote, Reading, SentenceSpan

LEAD_SENTENCES = 3


@dataclass(frozen=True, slots=True)
class Sentence:
    """Folded lemmas of one sentence, and whose words it reports; paragraph 0 is the title."""

    span: SentenceSpan
    words: frozenset[str]
    speakers: frozenset[str]

    @property
    def is_title(self) -> bool:
        return self.span.paragraph == 0


@dataclass(frozen=True, slots=True, eq=False)
class Features:
    """Counts of folded lemmas by part of the text; `shingles` are 32-bit hashes of three words in a row."""

    published: datetime
    title: Counter[str]
    lead: Counter[str]
    body: Counter[str]
    entities: Counter[str]
    shingles: frozenset[int]
    sentences: tuple[Sentence, ...]
    claims: tuple[Claim, ...]

    @property
    def opening(self) -> tuple[Sentence, ...]:
        """The title and the first sentence under it: what the article says is its news."""
        return (*self.titles, *self.under_title[:1])

    @property
    def events(self) -> tuple[Claim, ...]:
        """The events of title and lead."""
        return tuple(claim for claim in self.claims if claim.is_main and claim.family != "statement")

    @property
    def opening_words(self) -> frozenset[str]:
        words = frozenset(word for sentence in self.opening for word in sentence.words)
        return words or frozenset(self.title)

    @property
    def titles(self) -> tuple[Sentence, ...]:
        return tuple(sentence for sentence in self.sentences if sentence.is_title)

    @property
    def under_title(self) -> tuple[Sentence, ...]:
        return tuple(sentence for sentence in self.sentences if not sentence.is_title)


def features_of(article: Article, reading: Reading) -> Features:
    body = article.body
    texts = [repaired(body[each.start : each.end]) for each in reading.sentences]
    under = [text for text, span in zip(texts, reading.sentences, strict=True) if span.paragraph > 0]
    whole = " ".join(under)
    return Features(
        published=article.published,
        title=Counter(terms(repaired(article.title))),
        lead=Counter(terms(" ".join(under[:LEAD_SENTENCES]))),
        body=Counter(terms(whole)),
        entities=Counter(reading.terms),
        shingles=shingles(whole or repaired(article.title)),
        sentences=tuple(
            Sentence(span, frozenset(terms(text)), _speakers(span, reading.quotes))
            for text, span in zip(texts, reading.sentences, strict=True)
        ),
        claims=claims_of(article, reading),
    )


def _speakers(span: SentenceSpan, quotes: tuple[Quote, ...]) -> frozenset[str]:
    return frozenset(
        quote.speaker for quote in quotes if quote.speaker and quote.start < span.end and quote.end > span.start
    )
