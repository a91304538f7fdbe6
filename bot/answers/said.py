"""What somebody said, newest first, on a topic where one is given."""

from __future__ import annotations

from datetime import date

from bot import actions
from bot.actions import said
from bot.answer import Answer, Button
from bot.answers.paging import sound, turning
from bot.answers.people import likely, statement_html, which_one
from bot.dates import thousands
from bot.markup import bold, clean, safe
from bot.rendering import surname_of
from bot.texts.alerts import who_button
from bot.texts.answers import page_of
from bot.texts.people import NO_WORDS_YET, SAID_HINT, all_they_said, nobody_found, nothing_said, words_of
from talks.folding import fold
from talks.lexicon.load import Lexicon, Person
from talks.queries import TimelineQuery, parse_timeline_query
from talks.reading.names import certain_person, find_person
from talks.reading.themes import themes_in
from talks.store.connection import Store
from talks.store.people import last_statements
from talks.types import Statement

ROWS, MOST = 5, 500
NAME, TOPIC, MOST_WORDS = 60, 40, 12
SURE = 0.9
LINKING = frozenset(("sobre", "de", "del", "acerca", "respecto", "la", "el", "las", "los", "en", "a", "que", "dijo"))


def dijo_answer(store: Store, text: str, *, lexicon: Lexicon, today: date) -> Answer:
    """«Peskov», «Peskov territorio», «ministro de exteriores ruso sobre sanciones»."""
    words = clean(text).split()[:MOST_WORDS]
    if not words:
        return Answer(SAID_HINT)
    for length in range(len(words), 0, -1):
        matches = find_person(" ".join(words[:length]), lexicon)
        person = certain_person(matches)
        if person and matches[0].score >= SURE:
            return said_answer(store, person, topic_of(words[length:]), lexicon=lexicon, today=today)
    matches = likely(find_person(" ".join(words), lexicon))
    person = certain_person(matches)
    if person:
        return said_answer(store, person, "", lexicon=lexicon, today=today)
    return (
        which_one([each.person for each in matches], data=lambda one: said(one.id, "", 0)) if matches else _nobody(text)
    )


def _nobody(text: str) -> Answer:
    return Answer(f"{nobody_found(safe(text, NAME))}\n\n{SAID_HINT}")


def topic_of(words: list[str]) -> str:
    while words and fold(words[0]) in LINKING:
        words = words[1:]
    return " ".join(words)[:TOPIC]


def said_answer(store: Store, person: Person, topic: str, *, lexicon: Lexicon, today: date, offset: int = 0) -> Answer:
    everything = last_statements(store, person.id, limit=MOST)
    query = parse_timeline_query(topic, today=today)
    has_dates = bool(query.since or query.until)
    about = " ".join(query.words) if has_dates else topic
    chosen = [each for each in everything if is_about(each, about, lexicon) and _is_within(each, query)]
    card = (Button(who_button(surname_of(person)), actions.pick(person.id)),)
    if not chosen:
        return _silence(person, topic, everything, card)
    first = min(sound(offset, ROWS), sound(len(chosen) - 1, ROWS))
    shown = chosen[first : first + ROWS]
    head = [bold(words_of(safe(person.name, NAME))), *([f"«{safe(topic, TOPIC)}»"] if topic else [])]
    place = page_of(first + 1, first + len(shown), thousands(len(chosen)))
    lines = [statement_html(each, today=today) for each in shown]
    turns = turning(first, ROWS, has_more=first + ROWS < len(chosen), data=lambda at: said(person.id, topic, at))
    asked = f"{person.id} {topic}".strip()
    return Answer("\n\n".join((" · ".join((*head, place)), *lines)), (*turns, card), long_filters=(asked,))


def _silence(person: Person, topic: str, everything: tuple[Statement, ...], card: tuple[Button, ...]) -> Answer:
    if not everything:
        return Answer(f"{bold(safe(person.name, NAME))}\n{NO_WORDS_YET}", (card,))
    whole = (Button(all_they_said(surname_of(person)), said(person.id, "", 0)),)
    return Answer(nothing_said(safe(surname_of(person), NAME), safe(topic, TOPIC)), (whole, card))


def _is_within(statement: Statement, query: TimelineQuery) -> bool:
    """Between the days that were asked for; «2026-03» is a month."""
    said_on = statement.said_at.date().isoformat()
    since_then = query.since is None or said_on[: len(query.since)] >= query.since
    return since_then and (query.until is None or said_on[: len(query.until)] <= query.until)


def is_about(statement: Statement, topic: str, lexicon: Lexicon) -> bool:
    """A theme of the lexicon by its name or one of its words, else all the words of the topic."""
    if not topic:
        return True
    folded = fold(topic)
    themes = themes_in(topic, lexicon) | {
        theme.id for theme in lexicon.themes if folded in (theme.id, fold(theme.name))
    }
    if themes:
        return not themes.isdisjoint(themes_in(statement.text, lexicon))
    said_words = fold(statement.text)
    return all(word in said_words for word in folded.split())
