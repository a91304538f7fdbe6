"""What became of a message: every error of Telegram and of the network as one of ours."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest
import pytest_asyncio
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.limiter import ChatHeld
from bot.outcome import delivery_error
from talks.errors import ChatGone, ChatMoved, DeliveryError, NotSent, Rejected, RetryLater, Unknown
from tests.bot_room import BotRoom, bot_running


@pytest_asyncio.fixture
async def room(tmp_path: Path) -> AsyncIterator[BotRoom]:
    async with bot_running(tmp_path) as running:
        yield running


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (RetryAfter(5), RetryLater),
        (ChatMigrated(-1005), ChatMoved),
        (Forbidden("bot was blocked by the user"), ChatGone),
        (InvalidToken("Unauthorized"), RetryLater),
        (BadRequest("Chat not found"), ChatGone),
        (BadRequest("Not enough rights to send text messages to the chat"), ChatGone),
        (BadRequest("Group chat was deactivated"), ChatGone),
        (BadRequest("Message text is empty"), Rejected),
        (NetworkError("Bad Gateway (502)"), Unknown),
        (TimedOut("TimeoutError"), Unknown),
        (Conflict("terminated by other getUpdates request"), Unknown),
        (TelegramError("Invalid server response"), Unknown),
    ],
)
def test_an_error_says_what_follows_for_the_message(error: TelegramError, kind: type[DeliveryError]) -> None:
    assert type(delivery_error(error)) is kind


def test_what_never_left_may_be_sent_again() -> None:
    error = NetworkError("ConnectionTimeoutError")
    error.__cause__ = aiohttp.ConnectionTimeoutError()
    assert isinstance(delivery_error(error), NotSent)


def test_a_halt_of_one_chat_is_no_halt_of_all() -> None:
    one, everybody = delivery_error(ChatHeld(7)), delivery_error(RetryAfter(7))
    assert isinstance(one, RetryLater)
    assert isinstance(everybody, RetryLater)
    assert (one.seconds, one.is_for_all, everybody.is_for_all) == (7, False, True)


def test_a_chat_that_is_not_found_is_not_given_up_at_once() -> None:
    doubtful, certain = delivery_error(BadRequest("Chat not found")), delivery_error(Forbidden("user is deactivated"))
    assert isinstance(doubtful, ChatGone)
    assert isinstance(certain, ChatGone)
    assert (doubtful.is_certain, certain.is_certain) == (False, True)


async def test_a_reply_to_a_topic_that_is_gone_comes_without_it(room: BotRoom) -> None:
    ana = room.person()
    forum = room.server.group("Redacción", members=[ana], is_forum=True)
    topic = forum.topic("Ucrania")
    await forum.wait()
    room.server.fault("400", description="message thread not found")
    answer = (await room.ask(ana, "/ayuda", chat=forum, thread_id=topic))[0]
    assert (answer.thread_id, answer.text.startswith("Aviso cuando")) == (None, True)


async def test_an_answer_for_a_message_that_is_gone_comes_below(room: BotRoom) -> None:
    ana = room.person()
    question = (await room.ask(ana, "/quien ministro de exteriores"))[0]
    room.server.fault("400", method="editMessageText", description="message to edit not found")
    ana.press(question, 0)
    card = (await ana.wait())[-1]
    assert card.text.startswith("Serguéi Lavrov")
    assert card.message_id != question.message_id


async def test_a_press_that_came_too_late_is_followed_all_the_same(room: BotRoom) -> None:
    ana = room.person()
    question = (await room.ask(ana, "/quien ministro de exteriores"))[0]
    room.server.fault("400", method="answerCallbackQuery", description="query is too old")
    ana.press(question, 0)
    assert (await ana.wait())[-1].text.startswith("Serguéi Lavrov")


async def test_a_group_that_became_another_while_asking_is_known_by_its_new_id(room: BotRoom) -> None:
    ana = room.person()
    group = room.server.group("Familia", members=[ana], is_basic=True)
    await group.wait()
    room.server.fault("migrated", migrate_to_chat_id=-100123)
    ana.send("/start", chat=group)
    await room.settled()
    await room.server.called("sendMessage", 2)
    assert group.new == []
