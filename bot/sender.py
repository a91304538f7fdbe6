"""`send` of the delivery job: one alert with its buttons to one chat."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from telegram.error import TelegramError
from telegram.ext import ExtBot

from bot.actions import mute, timeline_of, unmute, who, why
from bot.answer import Answer, Button, Rows
from bot.answers.digest import bundle_answer
from bot.outcome import delivery_error
from bot.rendering import alert_html, subject_of, surname_of
from bot.speak import Spot, amend, speak
from bot.texts.alerts import MUTE_BUTTON, TIMELINE_BUTTON, UNMUTE_BUTTON, WHY_BUTTON, who_button
from jobs.deliver import Edit, Send
from talks.lexicon.load import Lexicon
from talks.types import Chat, Development


def sender(bot: ExtBot[Any], *, lexicon: Lexicon, now: Callable[[], datetime]) -> Send:
    async def send(
        chat: Chat,
        told: Development,
        missed: tuple[Development, ...],
        *,
        answers: int | None = None,
        bundle: tuple[Development, ...] = (),
    ) -> int:
        """Raises DeliveryError."""
        today = now().astimezone(ZoneInfo(chat.timezone)).date()
        if bundle:
            answer = bundle_answer(bundle, today=today)
        else:
            html = alert_html(told, missed, lexicon=lexicon, today=today)
            answer = Answer(html, alert_buttons(told, lexicon=lexicon))
        try:
            message = await speak(bot, Spot(chat.id, chat.topic_id, answers), answer, lane="alert")
        except TelegramError as error:
            raise delivery_error(error) from error
        return message.message_id

    return send


def editor(bot: ExtBot[Any], *, lexicon: Lexicon, now: Callable[[], datetime]) -> Edit:
    async def edit(chat: Chat, told: Development, message_id: int) -> None:
        """Raises DeliveryError."""
        today = now().astimezone(ZoneInfo(chat.timezone)).date()
        answer = Answer(alert_html(told, (), lexicon=lexicon, today=today), alert_buttons(told, lexicon=lexicon))
        try:
            await amend(bot, Spot(chat.id), message_id, answer)
        except TelegramError as error:
            raise delivery_error(error) from error

    return edit


def alert_buttons(told: Development, *, lexicon: Lexicon, is_muted: bool = False) -> Rows:
    person = subject_of(told.intent, lexicon)
    silence = Button(UNMUTE_BUTTON, unmute(told.id)) if is_muted else Button(MUTE_BUTTON, mute(told.id))
    about = [Button(who_button(surname_of(person)), who(person.id))] if person else []
    return (Button(TIMELINE_BUTTON, timeline_of(told.id)), *about), (Button(WHY_BUTTON, why(told.id)), silence)
