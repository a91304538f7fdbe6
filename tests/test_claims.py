"""What an article claims."""

import time

import pytest

from talks.news.claims import claims_of, opening_of
from talks.news.summary import news_sentences
from talks.types import Article, EventMention, Reading, Relevance, SentenceSpan
from tests.steps import NOON

LENGTH = 100_000


def split(piece: str, *, apart: bool) -> tuple[Article, Reading]:
    """A text of one sentence again and again, each a paragraph of its own or all in one, and each an event."""
    article = Article("1", "Diario", "", "Titular", piece * (LENGTH // len(piece)), NOON)
    starts = range(len("Titular\n\n"), len(article.body), len(piece))
    length = len(piece.strip())
    spans = [SentenceSpan(start, start + length, number if apart else 1) for number, start in enumerate(starts, 1)]
    events = tuple(EventMention("meeting", "held", span.start, span.end) for span in spans)
    title = SentenceSpan(0, len("Titular"), 0)
    return article, Reading(Relevance(1.0, "central"), events=events, sentences=(title, *spans))


@pytest.mark.parametrize(("piece", "apart"), [("Sí.\n\n", True), ("Sí. ", False), ("Sí (EFE).\n\n", True)])
def test_a_hostile_text_is_claimed_and_shown_in_bounded_time(piece: str, apart: bool) -> None:
    article, reading = split(piece, apart=apart)
    started = time.process_time()
    claims, opening, shown = claims_of(article, reading), opening_of(article, reading), news_sentences(article, reading)
    assert time.process_time() - started < 5
    assert (len(claims), len(opening), len(shown)) == (len(shown), 2, len(reading.sentences) - 1)
