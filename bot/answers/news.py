"""The last developments, and why one of them was told."""

from __future__ import annotations

from datetime import date

from bot.actions import page
from bot.answer import Answer, Button
from bot.answers.timeline import timeline_answer
from bot.markup import bold
from bot.rendering import brief_html, subject_of, surname_of
from bot.texts.alerts import UNKNOWN_DEVELOPMENT, WHOLE_TIMELINE_BUTTON
from bot.texts.answers import LATEST_TITLE, NO_NEWS_YET
from talks.lexicon.load import Lexicon
from talks.store.connection import Store
from talks.store.developments import development, last_developments

LATEST = 3
REASON, BEFORE, HEADLINE = 600, 300, 220


def latest_answer(store: Store, *, today: date) -> Answer:
    whole = ((Button(WHOLE_TIMELINE_BUTTON, page("", 0)),),)
    found = last_developments(store, limit=LATEST)
    if not found:
        return Answer(NO_NEWS_YET, whole)
    return Answer("\n\n".join((bold(LATEST_TITLE), *(brief_html(each, today=today) for each in found))), whole)


def context_answer(store: Store, development_id: int, *, lexicon: Lexicon, today: date) -> Answer:
    """The chronology around a development: of its place, else of its person, else all of it."""
    told = development(store, development_id)
    if told is None:
        return Answer(UNKNOWN_DEVELOPMENT)
    person = subject_of(told.intent, lexicon)
    text = told.intent.place or (surname_of(person) if person else "")
    return timeline_answer(store, text, lexicon=lexicon, today=today)
