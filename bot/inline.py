"""`@bot peskov` in any chat: cards of people and events to share."""

from __future__ import annotations

from datetime import date
from typing import Any

import structlog
from telegram import InlineQueryResultArticle, InputTextMessageContent, LinkPreviewOptions, Update
from telegram.constants import ParseMode
from telegram.error import TelegramError
from telegram.ext import CallbackContext

from bot.answers.filters import as_spelt
from bot.answers.people import likely, person_answer
from bot.answers.timeline import row_html
from bot.dates import when
from bot.desk import Desk
from bot.markup import clean, shorten
from bot.texts.alerts import who_button
from talks.lexicon.load import Lexicon
from talks.queries import LONGEST_QUERY, parse_timeline_query
from talks.reading.names import find_person
from talks.store.chronology import timeline_page
from talks.store.connection import Store

log = structlog.get_logger()

MOST_PEOPLE, MOST_EVENTS = 3, 8
CACHE_SECONDS = 60
TITLE, DESCRIPTION = 80, 120


async def on_inline(desk: Desk, update: Update, context: CallbackContext[Any, Any, Any, Any]) -> None:
    query = update.inline_query
    if query is None:
        return
    today = desk.now().astimezone(desk.zone).date()
    results = await desk.read(inline_results, query.query, lexicon=desk.lexicon, today=today)
    try:
        await query.answer(results, cache_time=CACHE_SECONDS)
    except TelegramError as error:
        log.info("inline query not answered", error=str(error))


def inline_results(store: Store, text: str, *, lexicon: Lexicon, today: date) -> list[InlineQueryResultArticle]:
    """People first; without a word, the newest events."""
    asked = clean(text)[:LONGEST_QUERY]
    return [*_people(store, asked, lexicon, today), *_events(store, asked, lexicon, today)]


def _people(store: Store, asked: str, lexicon: Lexicon, today: date) -> list[InlineQueryResultArticle]:
    found = likely(find_person(asked, lexicon))[:MOST_PEOPLE] if asked else ()
    return [
        _article(
            f"person-{match.person.id}",
            match.person.name,
            next((role.role for role in match.person.roles), who_button(match.person.name)),
            person_answer(store, match.person, today=today).html,
        )
        for match in found
    ]


def _events(store: Store, asked: str, lexicon: Lexicon, today: date) -> list[InlineQueryResultArticle]:
    query = as_spelt(parse_timeline_query(asked, today=today), lexicon)
    rows, _ = timeline_page(store, query, today=today, offset=0, limit=MOST_EVENTS)
    return [
        _article(
            f"event-{row.id}",
            row.headline,
            " · ".join(filter(None, (when(row.date, row.end_date, today=today), row.place))),
            row_html(row, today=today),
        )
        for row in rows
    ]


def _article(result_id: str, title: str, description: str, html: str) -> InlineQueryResultArticle:
    content = InputTextMessageContent(
        html, parse_mode=ParseMode.HTML, link_preview_options=LinkPreviewOptions(is_disabled=True)
    )
    return InlineQueryResultArticle(
        result_id, shorten(clean(title), TITLE), content, description=shorten(clean(description), DESCRIPTION)
    )
