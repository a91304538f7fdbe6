"""Questions to the store: the chronology, people, the last developments, and words without a command."""

from __future__ import annotations

from bot.answer import Answer
from bot.answers.news import latest_answer
from bot.answers.people import who_answer
from bot.answers.timeline import timeline_answer
from bot.answers.words import words_answer
from bot.desk import Desk
from bot.visit import Visit


async def timeline(desk: Desk, visit: Visit, text: str) -> Answer:
    return await desk.read(timeline_answer, text, lexicon=desk.lexicon, today=visit.today)


async def quien(desk: Desk, visit: Visit, text: str) -> Answer:
    return await desk.read(who_answer, text, lexicon=desk.lexicon, today=visit.today)


async def latest(desk: Desk, visit: Visit, text: str) -> Answer:
    return await desk.read(latest_answer, today=visit.today)


async def plain_words(desk: Desk, visit: Visit, text: str) -> Answer:
    return await desk.read(words_answer, text, lexicon=desk.lexicon, today=visit.today)
