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
from bot.answers.words import words_answer
from bot.desk import Desk
from bot.visit import Visit
from talks.store.looks import last_look, note_look


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


async def plain_words(desk: Desk, visit: Visit, text: str) -> Answer:
    return await desk.read(words_answer, text, lexicon=desk.lexicon, today=visit.today)
