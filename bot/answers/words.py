"""Words without a command: the name of somebody, or a question about what happened."""

from __future__ import annotations

import re
from datetime import date

from bot.answer import Answer
from bot.answers.people import who_answer
from bot.answers.timeline import timeline_answer
from bot.markup import clean
from bot.texts.menu import SHORT_HELP
from talks.folding import fold
from talks.lexicon.load import Lexicon
from talks.queries import parse_timeline_query
from talks.reading.names import certain_person, find_person
from talks.store.chronology import timeline_page
from talks.store.connection import Store

LONGEST, MOST_WORDS, SHORTEST_WORD = 200, 12, 3
LIKELY = 0.7
ASKS_WHO = re.compile(r"^\W*(?:quien|quienes)\b")


def words_answer(store: Store, text: str, *, lexicon: Lexicon, today: date) -> Answer:
    asked = clean(text)
    if not asked or len(asked) > LONGEST or len(asked.split()) > MOST_WORDS:
        return Answer(SHORT_HELP)
    if ASKS_WHO.match(fold(asked)):
        return who_answer(store, asked, lexicon=lexicon, today=today)
    query = parse_timeline_query(asked, today=today)
    has_dates = query.since or query.until or query.type
    if not has_dates and _names_somebody(asked, lexicon):
        return who_answer(store, asked, lexicon=lexicon, today=today)
    says_much = query.words and all(len(word) >= SHORTEST_WORD for word in query.words)
    if (has_dates or says_much) and timeline_page(store, query, today=today, offset=0, limit=1)[1]:
        return timeline_answer(store, asked, lexicon=lexicon, today=today)
    return Answer(SHORT_HELP)


def _names_somebody(asked: str, lexicon: Lexicon) -> bool:
    matches = find_person(asked, lexicon)
    if not matches or matches[0].score < LIKELY:
        return False
    return certain_person(matches) is not None or len(asked.split()) > 1 or matches[0].why != "role"
