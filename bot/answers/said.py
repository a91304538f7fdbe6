"""What somebody said, newest first, on a topic where one is given."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

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
from talks.store.people import count_statements, last_statements
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


class _Page(NamedTuple):
    first: int
    shown: Sequence[Statement]
    total: int


def said_answer(store: Store, person: Person, topic: str, *, lexicon: Lexicon, today: date, offset: int = 0) -> Answer:
    card = (Button(who_button(surname_of(person)), actions.pick(person.id)),)
    page = _page(store, person, offset) if not topic else _page_on(topic, store, person, offset, lexicon, today)
    if not page.total:
        return _silence(store, person, topic, card)
    head = [bold(words_of(safe(person.name, NAME))), *([f"«{safe(topic, TOPIC)}»"] if topic else [])]
    last = page.first + len(page.shown)
    place = page_of(page.first + 1, last, thousands(page.total))
    lines = [statement_html(each, today=today) for each in page.shown]
    turns = turning(page.first, ROWS, has_more=last < page.total, data=lambda at: said(person.id, topic, at))
    asked = f"{person.id} {topic}".strip()
    return Answer("\n\n".join((" · ".join((*head, place)), *lines)), (*turns, card), long_filters=(asked,))


def _page(store: Store, person: Person, offset: int) -> _Page:
    total = count_statements(store, person.id, among=MOST)
    first = _first(offset, total)
    return _Page(first, last_statements(store, person.id, limit=ROWS, offset=first, among=MOST), total)


def _page_on(topic: str, store: Store, person: Person, offset: int, lexicon: Lexicon, today: date) -> _Page:
    everything = last_statements(store, person.id, limit=MOST)
    query = parse_timeline_query(topic, today=today)
    about = " ".join(query.words) if query.since or query.until else topic
    chosen = [each for each in everything if is_about(each, about, lexicon) and _is_within(each, query)]
    first = _first(offset, len(chosen))
    return _Page(first, chosen[first : first + ROWS], len(chosen))


def _first(offset: int, total: int) -> int:
    return min(sound(offset, ROWS), sound(total - 1, ROWS))


def _silence(store: Store, person: Person, topic: str, card: tuple[Button, ...]) -> Answer:
    if not count_statements(store, person.id, among=MOST):
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
