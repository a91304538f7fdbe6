"""What the bot says of itself."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from bot.answer import Answer
from bot.answers.feeds import feeds_answer
from bot.answers.help import help_answer
from bot.desk import Desk
from bot.visit import Visit


async def fuentes(desk: Desk, visit: Visit, text: str) -> Answer:
    return await desk.read(feeds_answer, now=desk.now().astimezone(ZoneInfo(visit.chat.timezone)))


async def ayuda(desk: Desk, visit: Visit, text: str) -> Answer:
    return help_answer(is_admin=visit.user_id in desk.admins)
