"""Whose words stand under an alert."""

from __future__ import annotations

from talks.news.claims import claims_of
from talks.news.features import Sentence
from talks.news.ledger import Change
from talks.news.quoted import quote_of
from talks.news.statements import Heard
from talks.news.verdicts import Finding
from talks.types import (
    Article,
    EventMention,
    PersonMention,
    Quote,
    QuotedWords,
    Reading,
    Relevance,
    SentenceSpan,
)
from tests.steps import NOON

TITLE = "Zelenski ofrece una tregua y Rusia la estudia"
PESKOV = "Vamos a estudiar la oferta con calma"
ZELENSKI = "Estamos dispuestos a parar mañana mismo"
PART = "una pausa de treinta días"
TEXT = (
    f"Habló de «{PART}». «{PESKOV}», dijo Peskov. «{ZELENSKI}», dijo Zelenski. "
    "«Los precios del gas van a bajar pronto», dijo un analista."
)
ARTICLE = Article("1", "Diario", "", TITLE, TEXT, NOON)
GAS = "Los precios del gas van a bajar pronto"


def quote(words: str, speaker: str | None) -> Quote:
    start = ARTICLE.body.index(words)
    return Quote(words, speaker, True, start, start + len(words))


def reading(*quotes: Quote, events: tuple[EventMention, ...] = (), named: tuple[str, ...] = ()) -> Reading:
    spans = (SentenceSpan(0, len(TITLE), 0), SentenceSpan(len(TITLE) + 2, len(ARTICLE.body), 1))
    people = tuple(PersonMention(name, name.split()[-1], None, 0, 5) for name in named)
    return Reading(Relevance(1.0, "central"), quotes=quotes, events=events, sentences=spans, people=people)


def statement(speaker: str) -> Finding:
    sentence = Sentence(SentenceSpan(0, len(TITLE), 0), frozenset(), frozenset((speaker,)))
    return Finding("statement", 1.0, heard=Heard(speaker, sentence, 1.0, is_known=True))


def an_event(*actors: str) -> tuple[Finding, tuple[EventMention, ...]]:
    event = EventMention("proposal", "held", 0, len(TITLE), actors=actors)
    claim = claims_of(ARTICLE, reading(events=(event,)))[0]
    return Finding("event", 1.0, claim, Change("event", None)), (event,)


ALL = (quote(PART, "Volodímir Zelenski"), quote(PESKOV, "Dmitri Peskov"), quote(ZELENSKI, "Volodímir Zelenski"))
BY_ZELENSKI = QuotedWords(ZELENSKI, "Volodímir Zelenski")
BY_PESKOV = QuotedWords(PESKOV, "Dmitri Peskov")


def shown(finding: Finding, read: Reading, *, told: str = "", telling: str | None = None) -> QuotedWords | None:
    return quote_of(ARTICLE, read, finding, told=told, telling=telling)


def test_who_says_what_is_new_is_quoted_with_a_whole_sentence_first() -> None:
    assert shown(statement("Volodímir Zelenski"), reading(*ALL)) == BY_ZELENSKI
    assert shown(statement("Dmitri Peskov"), reading(*ALL)) == BY_PESKOV


def test_a_body_is_quoted_by_who_speaks_for_it() -> None:
    assert shown(statement("Kremlin"), reading(*ALL)) == BY_PESKOV


def test_whoever_the_headline_names_is_quoted_before_the_others() -> None:
    finding, events = an_event("Rusia", "Ucrania")
    assert shown(finding, reading(*ALL, events=events, named=("Volodímir Zelenski",))) == BY_ZELENSKI


def test_a_party_of_the_event_is_quoted_where_the_headline_names_nobody() -> None:
    finding, events = an_event("Rusia")
    assert shown(finding, reading(*ALL, events=events)) == BY_PESKOV


def test_nobody_is_quoted_rather_than_somebody_else() -> None:
    finding, events = an_event("Turquía")
    assert shown(finding, reading(*ALL, quote(GAS, "analista"), events=events)) is None
    assert shown(statement("Serguéi Lavrov"), reading(*ALL)) is None


def test_the_sentence_that_tells_the_news_may_quote_whom_it_likes() -> None:
    finding, events = an_event("Turquía")
    telling = f"«{PESKOV}», dijo Peskov."
    assert shown(finding, reading(*ALL, events=events), telling=telling) == BY_PESKOV


def test_a_quotation_is_no_mere_word_and_is_not_told_already() -> None:
    word = quote("calma", "Dmitri Peskov")
    assert shown(statement("Dmitri Peskov"), reading(word)) is None
    assert shown(statement("Dmitri Peskov"), reading(*ALL), told=f"«{PESKOV}»") is None


HALVES = "«Si de verdad quieren acabar con esto», agregó Zelenski, «que lo demuestren con hechos mañana mismo»."
SPLIT = Article("1", "Diario", "", TITLE, HALVES, NOON)


def split_quote(words: str) -> Quote:
    start = SPLIT.body.index(words)
    return Quote(words, "Volodímir Zelenski", True, start, start + len(words))


def test_the_halves_of_a_sentence_are_not_shown_alone() -> None:
    halves = (
        split_quote("Si de verdad quieren acabar con esto"),
        split_quote("que lo demuestren con hechos mañana mismo"),
    )
    split = Reading(Relevance(1.0, "central"), quotes=halves)
    finding, _ = an_event("Volodímir Zelenski")
    assert quote_of(SPLIT, split, finding, told="", telling=None) is None


def test_two_sentences_with_a_verb_between_them_are_shown() -> None:
    text = HALVES.replace("esto»", "esto.»").replace("«que lo", "«Que lo")
    whole = Article("1", "Diario", "", TITLE, text, NOON)
    words = "Si de verdad quieren acabar con esto."
    start = whole.body.index(words)
    quotes = (Quote(words, "Volodímir Zelenski", True, start, start + len(words)),)
    finding, _ = an_event("Volodímir Zelenski")
    shown = quote_of(whole, Reading(Relevance(1.0, "central"), quotes=quotes), finding, told="", telling=None)
    assert shown == QuotedWords(words, "Volodímir Zelenski")
