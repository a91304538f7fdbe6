"""One message to very many chats: its JSON is written once, and only where it goes is put in for each.

The library builds and reads objects for every message, which costs more than all the rest of sending it.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from http import HTTPStatus
from typing import Any, cast

from telegram.constants import ParseMode
from telegram.error import BadRequest
from telegram.ext import ExtBot
from telegram.request import RequestData

from bot.answer import Answer
from bot.request import Prepared
from bot.speak import NO_PREVIEW, Spot, keyboard, speak_again
from jobs.gate import Flight

REFUSED = (403, 429)
"""Answers after which the same message may simply be sent again: it was not taken."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A flight, as the wire sees it."""

    flight: Flight

    def board(self, go: Callable[[], None], give_up: Callable[[], None]) -> None:
        self.flight.board(go, give_up)

    def withdraw(self) -> None:
        self.flight.withdraw()

    def answered(self, status: int, body: bytes) -> None:
        """What is no message after all is found out later, by who waits for the answer."""
        message_id = None
        if status == HTTPStatus.OK:
            with suppress(ValueError, LookupError, TypeError):
                message_id = _id_of(json.loads(body)["result"])
        is_answered = status < HTTPStatus.INTERNAL_SERVER_ERROR
        self.flight.land(message_id, is_answered=is_answered, is_back=status in REFUSED)


async def post(bot: ExtBot[Any], spot: Spot, answer: Answer, flight: Flight) -> int:
    """Send an alert whose turn has been taken; its message id. Raises TelegramError."""
    limiter, address = bot.rate_limiter, f"{bot.base_url}/sendMessage"
    body = cast(RequestData, Prepared(_beginning(answer) + _end(spot), Passage(flight)))
    try:
        if limiter is None:
            return _id_of(await bot.request.post(address, body))
        data = {"chat_id": spot.chat_id}
        sent = await limiter.process_request(bot.request.post, (address, body), {}, "sendMessage", data, "taken")
        return _id_of(sent)
    except BadRequest as error:
        return (await speak_again(bot, spot, answer, error, lane="alert")).message_id


def _id_of(message: Any) -> int:
    return int(message["message_id"])


@lru_cache(maxsize=64)
def _beginning(answer: Answer) -> bytes:
    """All but the closing brace."""
    fields: dict[str, Any] = {
        "text": answer.html,
        "parse_mode": ParseMode.HTML,
        "link_preview_options": NO_PREVIEW.to_dict(),
    }
    if (buttons := keyboard(answer.rows)) is not None:
        fields["reply_markup"] = buttons.to_dict()
    return json.dumps(fields).encode()[:-1]


def _end(spot: Spot) -> bytes:
    fields: dict[str, Any] = {"chat_id": spot.chat_id}
    if spot.topic_id is not None:
        fields["message_thread_id"] = spot.topic_id
    if spot.reply_to is not None:
        fields["reply_parameters"] = {"message_id": spot.reply_to, "allow_sending_without_reply": True}
    return b", " + json.dumps(fields).encode()[1:]
