"""Whose words stand under an alert: those of the speaker whom the news is about, or nobody's."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from talks.news.parties import country_of, country_of_body
from talks.news.summary import readable
from talks.news.verdicts import Finding
from talks.types import Article, Quote, QuotedWords, Reading

MOST_BETWEEN = 80
"""Characters between the halves of a sentence."""
CLOSING, ENDS = " »”\"'", (".", "?", "!", "…")
LEAST_WORDS, LEAST_OF_PART, MOST_WORDS = 4, 6, 45
"""Of a whole sentence, of a part of one («un par de cosas» says nothing alone), of either."""


def quote_of(
    article: Article, reading: Reading, finding: Finding, *, told: str, telling: str | None
) -> QuotedWords | None:
    """A direct quotation that is a sentence rather than a word or two and is not in what is `told` already.

    It is by the speaker of the statement or by somebody of the headline, else from the sentence `telling` the news,
    else a whole sentence of somebody who speaks for a party of the event. Whole sentences go before parts of one.
    """
    quotes = [
        quote
        for before, quote, after in zip(
            (None, *reading.quotes), reading.quotes, (*reading.quotes[1:], None), strict=False
        )
        if _is_worth_showing(quote, article, told) and not _is_half(before, quote, after, article)
    ]
    for is_fit in _fits(article, reading, finding, telling):
        fit = [quote for quote in quotes if quote.speaker and is_fit(quote)]
        if fit:
            best = min(fit, key=lambda quote: (not _is_whole(quote, article), quote.start))
            return QuotedWords(readable(_words(best, article)), best.speaker or "")
    return None


def _fits(
    article: Article, reading: Reading, finding: Finding, telling: str | None
) -> Iterator[Callable[[Quote], bool]]:
    """Whose words they may be, the best first."""
    subjects = _subjects(finding)
    if finding.heard is None:
        titled = frozenset(person.name for person in reading.people if person.start < len(article.title))
        yield lambda quote: quote.speaker in titled
    yield lambda quote: quote.speaker in subjects
    yield lambda quote: _words(quote, article) in (telling or "")
    bodies = frozenset(country for name in subjects if (country := country_of_body(name)))
    yield lambda quote: _is_whole(quote, article) and country_of(quote.speaker or "") in bodies


def _subjects(finding: Finding) -> tuple[str, ...]:
    """Who says it, or who takes part in it and who told of it."""
    if finding.heard is not None:
        return (finding.heard.speaker,)
    event = finding.claim.event if finding.claim else None
    return (*event.actors, *filter(None, (event.said_by,))) if event else ()


def _is_worth_showing(quote: Quote, article: Article, told: str) -> bool:
    words = _words(quote, article)
    least = LEAST_WORDS if _is_whole(quote, article) else LEAST_OF_PART
    return quote.direct and least <= len(words.split()) <= MOST_WORDS and readable(words) not in told


def _is_half(before: Quote | None, quote: Quote, after: Quote | None, article: Article) -> bool:
    return _goes_on(quote, after, article) or (before is not None and _goes_on(before, quote, article))


def _goes_on(quote: Quote, after: Quote | None, article: Article) -> bool:
    """««Si quiere algo», agregó, «que lo pida»»: the half of a sentence says little or the contrary."""
    if after is None or not after.direct or after.speaker != quote.speaker or after.start - quote.end > MOST_BETWEEN:
        return False
    is_ended = _words(quote, article).rstrip(CLOSING).endswith(ENDS)
    return not is_ended and not _is_whole(after, article) and "\n" not in article.body[quote.end : after.start]


def _is_whole(quote: Quote, article: Article) -> bool:
    return _words(quote, article)[:1].isupper()


def _words(quote: Quote, article: Article) -> str:
    return article.body[quote.start : quote.end]
