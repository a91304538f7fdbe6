"""`send` and `edit` of the delivery job: one alert with its buttons to one chat, whose turn has been taken."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from telegram.error import TelegramError
from telegram.ext import ExtBot

from bot.answer import Answer
from bot.answers.digest import bundle_answer
from bot.answers.news import alert_buttons
from bot.outcome import delivery_error
from bot.post import post
from bot.rendering import alert_html
from bot.speak import Spot, amend
from jobs.deliver import Edit, Send
from jobs.gate import Flight
from talks.errors import CRASHES, Rejected
from talks.lexicon.load import Lexicon
from talks.types import Chat, Development

MOST_REMEMBERED = 64


@dataclass(frozen=True, slots=True)
class Writer:
    """Alerts as messages; the same for all chats where it is the same day and nothing was missed."""

    lexicon: Lexicon
    now: Callable[[], datetime]
    _written: dict[tuple[int, int, date], Answer] = field(default_factory=dict)

    def message(
        self, chat: Chat, told: Development, missed: tuple[Development, ...], bundle: tuple[Development, ...]
    ) -> Answer:
        """Raises Rejected where the words bring the program down: no other message shall wait for it."""
        today = self.now().astimezone(ZoneInfo(chat.timezone)).date()
        try:
            if bundle:
                return bundle_answer(bundle, today=today)
            return self._alert(told, missed, today) if missed else self._usual(told, today)
        except CRASHES as error:
            raise Rejected(f"no se pudo escribir el aviso ({type(error).__name__})") from error

    def _usual(self, told: Development, today: date) -> Answer:
        key = (told.id, told.revision, today)
        if key not in self._written:
            if len(self._written) >= MOST_REMEMBERED:
                self._written.clear()
            self._written[key] = self._alert(told, (), today)
        return self._written[key]

    def _alert(self, told: Development, missed: tuple[Development, ...], today: date) -> Answer:
        html = alert_html(told, missed, lexicon=self.lexicon, today=today)
        return Answer(html, alert_buttons(told, lexicon=self.lexicon))


def sender(bot: ExtBot[Any], *, lexicon: Lexicon, now: Callable[[], datetime]) -> Send:
    writer = Writer(lexicon, now)

    async def send(
        chat: Chat,
        told: Development,
        missed: tuple[Development, ...],
        *,
        answers: int | None = None,
        bundle: tuple[Development, ...] = (),
        flight: Flight,
    ) -> int:
        """Raises DeliveryError."""
        answer = writer.message(chat, told, missed, bundle)
        try:
            return await post(bot, Spot(chat.id, chat.topic_id, answers), answer, flight)
        except TelegramError as error:
            raise delivery_error(error) from error

    return send


def editor(
    bot: ExtBot[Any],
    *,
    lexicon: Lexicon,
    now: Callable[[], datetime],
    is_muted: Callable[[Chat, Development], Awaitable[bool]],
) -> Edit:
    """`is_muted` tells whether the chat has silenced the story: its button then takes that back."""
    writer = Writer(lexicon, now)

    async def edit(chat: Chat, told: Development, message_id: int) -> None:
        """Raises DeliveryError."""
        answer = writer.message(chat, told, (), ())
        if await is_muted(chat, told):
            answer = replace(answer, rows=alert_buttons(told, lexicon=lexicon, is_muted=True))
        try:
            await amend(bot, Spot(chat.id), message_id, answer)
        except TelegramError as error:
            raise delivery_error(error) from error

    return edit
