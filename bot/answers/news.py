"""The last developments, one of them as an alert, and the chronology around it."""

from __future__ import annotations

from datetime import date

from bot.actions import mute, page, timeline_of, unmute, who, why
from bot.answer import Answer, Button, Rows
from bot.answers.timeline import timeline_answer
from bot.markup import bold
from bot.rendering import alert_html, brief_html, subject_of, surname_of
from bot.texts.alerts import (
    MUTE_BUTTON,
    TIMELINE_BUTTON,
    UNKNOWN_DEVELOPMENT,
    UNMUTE_BUTTON,
    WHOLE_TIMELINE_BUTTON,
    WHY_BUTTON,
    who_button,
)
from bot.texts.answers import LATEST_TITLE, NO_NEWS_YET
from talks.lexicon.load import Lexicon
from talks.store.connection import Store
from talks.store.developments import development, last_developments
from talks.types import Development

LATEST = 3


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


def alert_answer(store: Store, development_id: int, *, lexicon: Lexicon, today: date) -> Answer:
    """An alert as it would be sent now."""
    told = development(store, development_id)
    if told is None:
        return Answer(UNKNOWN_DEVELOPMENT)
    return Answer(alert_html(told, (), lexicon=lexicon, today=today), alert_buttons(told, lexicon=lexicon))


def alert_buttons(told: Development, *, lexicon: Lexicon, is_muted: bool = False) -> Rows:
    person = subject_of(told.intent, lexicon)
    silence = Button(UNMUTE_BUTTON, unmute(told.id)) if is_muted else Button(MUTE_BUTTON, mute(told.id))
    about = [Button(who_button(surname_of(person)), who(person.id))] if person else []
    return (Button(TIMELINE_BUTTON, timeline_of(told.id)), *about), (Button(WHY_BUTTON, why(told.id)), silence)
