"""Questions to the store: the chronology, people and their words, what is new, what each side says."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from bot.answer import Answer
from bot.answers.digest import news_answer, summary_answer
from bot.answers.news import latest_answer
from bot.answers.people import who_answer
from bot.answers.positions import positions_answer
from bot.answers.said import dijo_answer
from bot.answers.search import search_answer
from bot.answers.timeline import timeline_answer
from bot.answers.why import porque_answer
from bot.answers.words import asks_why, words_answer
from bot.desk import Desk
from bot.rendering import subject_of
from bot.visit import Visit
from talks.lexicon.load import Lexicon, Person
from talks.store.connection import Store
from talks.store.developments import development
from talks.store.looks import last_look, note_look
from talks.store.tracing import development_of_message


async def timeline(desk: Desk, visit: Visit, text: str) -> Answer:
    return await desk.read(timeline_answer, text, lexicon=desk.lexicon, today=visit.today)


async def quien(desk: Desk, visit: Visit, text: str) -> Answer:
    return await desk.read(who_answer, text, lexicon=desk.lexicon, today=visit.today)


async def dijo(desk: Desk, visit: Visit, text: str) -> Answer:
    return await desk.read(dijo_answer, text, lexicon=desk.lexicon, today=visit.today)


async def posiciones(desk: Desk, visit: Visit, text: str) -> Answer:
    return await desk.read(positions_answer, text, lexicon=desk.lexicon, today=visit.today)


async def buscar(desk: Desk, visit: Visit, text: str) -> Answer:
    return await desk.read(search_answer, text, today=visit.today)


async def ultimo(desk: Desk, visit: Visit, text: str) -> Answer:
    return await desk.read(latest_answer, today=visit.today)


async def resumen(desk: Desk, visit: Visit, text: str) -> Answer:
    return await desk.read(summary_answer, text, now=desk.now().astimezone(ZoneInfo(visit.chat.timezone)))


async def novedades(desk: Desk, visit: Visit, text: str) -> Answer:
    """Since this chat last asked; the first time, the last ones."""
    looked_at = await desk.read(last_look, desk.bot_id, visit.chat.id)
    if looked_at is None:
        answer = await desk.read(latest_answer, today=visit.today)
    else:
        answer = await desk.read(news_answer, looked_at, today=visit.today)
    await desk.write(note_look, desk.bot_id, visit.chat.id)
    return answer


async def porque(desk: Desk, visit: Visit, text: str) -> Answer:
    return await desk.read(porque_answer, text, chat=visit.chat, reply_to=visit.reply_to, today=visit.today)


async def plain_words(desk: Desk, visit: Visit, text: str) -> Answer | None:
    """A question in plain words, also in answer to an alert; None where it is not understood."""
    if asks_why(text):
        return await porque(desk, visit, text)
    now = desk.now().astimezone(ZoneInfo(visit.chat.timezone))
    subject = await desk.read(_subject_answered, visit, desk.lexicon) if visit.reply_to is not None else None
    return await desk.read(words_answer, text, lexicon=desk.lexicon, now=now, subject=subject)


def _subject_answered(store: Store, visit: Visit, lexicon: Lexicon) -> Person | None:
    """Whom the alert turns around that is being answered."""
    told = development_of_message(store, visit.chat.bot_id, visit.chat.id, visit.reply_to or 0)
    found = development(store, told) if told is not None else None
    return subject_of(found.intent, lexicon) if found else None
