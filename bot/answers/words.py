"""Words without a command, also in answer to an alert: which command they mean. Nothing is invented: what is not
understood is None."""

from __future__ import annotations

import re
from datetime import date, datetime

from bot.answer import Answer
from bot.answers.digest import agenda_answer, summary_answer
from bot.answers.people import person_answer, who_answer
from bot.answers.positions import positions_answer, theme_named
from bot.answers.said import dijo_answer, said_answer, topic_of
from bot.answers.timeline import timeline_answer
from bot.markup import clean
from talks.folding import fold
from talks.lexicon.load import Lexicon, Person
from talks.queries import parse_timeline_query
from talks.reading.names import certain_person, find_person
from talks.store.chronology import timeline_page
from talks.store.connection import Store

LONGEST, MOST_WORDS, SHORTEST_WORD = 200, 12, 3
LIKELY = 0.7

_WHY = re.compile(r"\bpor que\b.*\b(?:lleg|avis|envi|recib)")
_WHO = re.compile(r"^\W*(?:y )?(?:quien|quienes)\b")
_SAID = re.compile(r"\b(?:dijo|dice|dijeron|dicen|dicho|declaro|afirmo|opina|respondio|contesto|palabras)\b")
_SAID_LEAD = re.compile(
    r"^.*?\b(?:dijo|dice|dijeron|dicen|dicho|declaro|afirmo|opina|respondio|contesto|palabras de)\b"
)
_STANCE = re.compile(r"\b(?:postura|posturas|posicion|posiciones|opinan|piensan?)\b")
_NEXT = re.compile(
    r"\bcuando (?:se|sera|seran|es|hay|habra|toca|vuelven)\b|\bproxim[oa]s?\b|\bagenda\b|\bprevist[oa]s?\b"
)
_NEWS = re.compile(
    r"\b(?:que hay de nuevo|hay novedades|alguna novedad|novedades|noticias|que ha pasado|que pasa)\b\W*(?:hoy)?\W*$"
)
_EARLIER = frozenset(("antes", "mas", "el", "ella", "ese", "esa", "eso", "hoy", "ayer"))


def asks_why(text: str) -> bool:
    return bool(_WHY.search(fold(text)))


def words_answer(
    store: Store, text: str, *, lexicon: Lexicon, now: datetime, subject: Person | None = None
) -> Answer | None:
    """`subject` is whom the alert that is answered turns around; `now` is in the zone of the chat."""
    asked, today = clean(text), now.date()
    folded = fold(asked)
    if not asked or len(asked) > LONGEST or len(asked.split()) > MOST_WORDS:
        return None
    if _WHO.match(folded):
        return _who(store, asked, lexicon=lexicon, today=today, subject=subject)
    if _SAID.search(folded):
        return _said(store, asked, lexicon=lexicon, today=today, subject=subject)
    if _STANCE.search(folded) and (theme := theme_named(asked, lexicon)):
        return positions_answer(store, theme.id, lexicon=lexicon, today=today)
    if _NEXT.search(folded):
        return agenda_answer(store, today=today)
    if _NEWS.search(folded):
        return summary_answer(store, "", now=now)
    return _named(store, asked, lexicon=lexicon, today=today)


def _who(store: Store, asked: str, *, lexicon: Lexicon, today: date, subject: Person | None) -> Answer:
    """«¿Quién es?» under an alert is about its person."""
    if subject and not find_person(asked, lexicon):
        return person_answer(store, subject, today=today)
    return who_answer(store, asked, lexicon=lexicon, today=today)


def _said(store: Store, asked: str, *, lexicon: Lexicon, today: date, subject: Person | None) -> Answer | None:
    """«¿Qué dijo Peskov ayer?», «¿qué dijo antes?», «¿qué dice Rusia del territorio?»."""
    rest = _after(_SAID_LEAD, asked).strip(" ¿?¡!.,")
    if find_person(rest, lexicon):
        return dijo_answer(store, rest, lexicon=lexicon, today=today)
    if subject:
        words = [word for word in rest.split() if fold(word) not in _EARLIER]
        return said_answer(store, subject, topic_of(words), lexicon=lexicon, today=today)
    theme = theme_named(rest, lexicon) if rest else None
    return positions_answer(store, theme.id, lexicon=lexicon, today=today) if theme else None


def _after(lead: re.Pattern[str], asked: str) -> str:
    """What follows the lead, with its accents where folding has kept every letter in its place."""
    folded = fold(asked)
    found = lead.match(folded)
    end = found.end() if found else 0
    return asked[end:] if len(folded) == len(asked) else folded[end:]


def _named(store: Store, asked: str, *, lexicon: Lexicon, today: date) -> Answer | None:
    """A name, a theme, or something that happened."""
    query = parse_timeline_query(asked, today=today)
    has_dates = query.since or query.until or query.type
    if not has_dates and _names_somebody(asked, lexicon):
        return who_answer(store, asked, lexicon=lexicon, today=today)
    says_much = query.words and all(len(word) >= SHORTEST_WORD for word in query.words)
    if (has_dates or says_much) and timeline_page(store, query, today=today, offset=0, limit=1)[1]:
        return timeline_answer(store, asked, lexicon=lexicon, today=today)
    if any(fold(asked) in (theme.id, fold(theme.name)) for theme in lexicon.themes):
        return positions_answer(store, asked, lexicon=lexicon, today=today)
    return None


def _names_somebody(asked: str, lexicon: Lexicon) -> bool:
    matches = find_person(asked, lexicon)
    if not matches or matches[0].score < LIKELY:
        return False
    return certain_person(matches) is not None or len(asked.split()) > 1 or matches[0].why != "role"
