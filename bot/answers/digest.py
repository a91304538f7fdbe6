"""Summaries of a stretch of time: what happened in order of weight, and what is expected next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from bot.actions import LATEST, page
from bot.answer import Answer, Button, Rows
from bot.dates import when
from bot.markup import bold, clean, escape, link, safe
from bot.rendering import emoji_of
from bot.texts.alerts import LATEST_BUTTON, WHOLE_TIMELINE_BUTTON
from bot.texts.answers import (
    AGENDA_TITLE,
    DIGEST_HINT,
    NEWS_TITLE,
    NOTHING_NEW,
    NOTHING_PLANNED,
    and_more,
    bundle_title,
    digest_title,
    nothing_in,
)
from talks.folding import fold
from talks.queries import parse_timeline_query
from talks.store.chronology import agenda
from talks.store.connection import Store
from talks.store.history import developments_after, developments_since
from talks.types import Development, TimelineRow

MOST, LOOKED_THROUGH, PLANS = 7, 60, 3
HEADLINE, PLACE, OUTLET = 200, 40, 40
DAY = timedelta(days=1)
WEEK_WORDS = frozenset(("semana", "semanal", "esta semana", "la semana", "de la semana"))


def summary_answer(store: Store, text: str, *, now: datetime) -> Answer:
    """«hoy», «semana», «desde el 3 de marzo»; `now` is in the zone of the chat. Without a word, the last day."""
    asked = fold(clean(text))
    since = _since(asked, now)
    if since is None:
        return Answer(DIGEST_HINT)
    title = digest_title(asked if asked else "", when(since.date().isoformat(), None, today=now.date()))
    told = first_of_stories(developments_since(store, since, limit=LOOKED_THROUGH))
    return Answer(digest_html(store, told, title=title, today=now.date()), _buttons())


def _since(asked: str, now: datetime) -> datetime | None:
    today = datetime.combine(now.date(), time(), now.tzinfo)
    if not asked:
        return now - DAY
    if asked == "hoy":
        return today
    if asked in WEEK_WORDS:
        return today - 6 * DAY
    since = parse_timeline_query(asked, today=now.date()).since
    return _midnight(since, now) if since else None


def _midnight(value: str, now: datetime) -> datetime:
    first = date.fromisoformat(f"{value}-01-01"[:10])
    return datetime.combine(first, time(), now.tzinfo)


def first_of_stories(told: Sequence[Development]) -> list[Development]:
    """The weightiest of each story, in order of weight, then the newest first."""
    best: dict[str, Development] = {}
    for each in sorted(told, key=lambda one: (-one.intent.importance, -one.id)):
        best.setdefault(each.intent.story_id, each)
    return list(best.values())


def digest_html(store: Store, told: Sequence[Development], *, title: str, today: date) -> str:
    """At most seven developments and three plans."""
    lines = [_line(each, today) for each in told[:MOST]] or [nothing_in()]
    more = [and_more(str(len(told) - MOST))] if len(told) > MOST else []
    planned = agenda_html(agenda(store, today=today, limit=PLANS), today=today)
    return "\n\n".join((bold(title), *lines, *more, *([planned] if planned else [])))


def bundle_answer(told: Sequence[Development], *, today: date) -> Answer:
    """What was held for a chat, in order of weight, one line a story."""
    stories = first_of_stories(told)
    lines = [_line(each, today) for each in stories[:MOST]]
    more = [and_more(str(len(stories) - MOST))] if len(stories) > MOST else []
    return Answer("\n\n".join((bold(bundle_title(len(stories))), *lines, *more)), _buttons())


def _line(told: Development, today: date) -> str:
    intent = told.intent
    day = f"{escape(when(intent.date, intent.end_date, today=today))}: " if intent.date else ""
    outlet = f" ({link(safe(told.sources[0].outlet, OUTLET), told.sources[0].url)})" if told.sources else ""
    return f"{emoji_of(intent.type, intent.status)} {day}{safe(intent.headline, HEADLINE)}{outlet}"


def agenda_html(rows: Sequence[TimelineRow], *, today: date) -> str:
    if not rows:
        return ""
    return "\n".join((bold(AGENDA_TITLE), *(_plan(row, today) for row in rows)))


def _plan(row: TimelineRow, today: date) -> str:
    place = f", {safe(row.place, PLACE)}" if row.place else ""
    day = escape(when(row.date, row.end_date, today=today))
    return f"{emoji_of(row.type, row.status)} {day}{place}: {safe(row.headline, HEADLINE)}"


def agenda_answer(store: Store, *, today: date) -> Answer:
    """What is expected next."""
    planned = agenda_html(agenda(store, today=today, limit=MOST), today=today)
    return Answer(planned or NOTHING_PLANNED, _buttons())


def news_answer(store: Store, last_id: int, *, today: date) -> Answer:
    """What has become known since somebody last looked."""
    told, total = developments_after(store, last_id, limit=MOST)
    if not told:
        return Answer(NOTHING_NEW, ((Button(LATEST_BUTTON, LATEST),),))
    lines = [_line(each, today) for each in told]
    more = [and_more(str(total - MOST))] if total > MOST else []
    return Answer("\n\n".join((bold(NEWS_TITLE), *lines, *more)), _buttons())


def _buttons() -> Rows:
    return ((Button(WHOLE_TIMELINE_BUTTON, page("", 0)),),)
