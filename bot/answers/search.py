"""Articles with the words somebody looks for."""

from __future__ import annotations

import re
from datetime import date

from bot.actions import found
from bot.answer import Answer
from bot.answers.paging import sound, turning
from bot.dates import day
from bot.markup import bold, clean, link, safe
from bot.texts.answers import SEARCH_HINT, SEARCH_TITLE, no_article
from talks.folding import fold
from talks.store.articles import search_articles
from talks.store.connection import Store
from talks.types import Article

ROWS, MOST_WORDS, LONGEST = 5, 8, 120
TITLE, OUTLET, ASKED = 200, 40, 60
UNSAID = frozenset(
    [
        "a",
        "al",
        "ante",
        "con",
        "de",
        "del",
        "desde",
        "e",
        "el",
        "en",
        "es",
        "la",
        "las",
        "lo",
        "los",
        "o",
        "por",
        "que",
        "se",
        "sin",
        "sobre",
        "su",
        "un",
        "una",
        "y",
    ]
)
_WORD = re.compile(r"\w+")


def search_answer(store: Store, text: str, *, today: date, offset: int = 0) -> Answer:
    asked = clean(text)[:LONGEST]
    words = [word for word in _WORD.findall(asked) if fold(word) not in UNSAID][:MOST_WORDS]
    if not words:
        return Answer(SEARCH_HINT)
    first = sound(offset, ROWS)
    articles = search_articles(store, words, limit=ROWS + 1, offset=first)
    if not articles and first:
        return search_answer(store, text, today=today)
    if not articles:
        return Answer(f"{no_article(safe(asked, ASKED))}\n\n{SEARCH_HINT}")
    head = f"{bold(SEARCH_TITLE)} · «{safe(asked, ASKED)}»"
    lines = [_line(article, today) for article in articles[:ROWS]]
    rows = turning(first, ROWS, has_more=len(articles) > ROWS, data=lambda at: found(asked, at))
    return Answer("\n\n".join((head, *lines)), rows, long_filters=(asked,))


def _line(article: Article, today: date) -> str:
    title = link(safe(article.title or article.text, TITLE), article.url)
    return f"{title}\n{safe(article.outlet, OUTLET)}, {day(article.published.date(), today=today)}"
