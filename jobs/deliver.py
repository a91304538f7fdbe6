"""deliver: one message per row of the outbox, each committed as `sending` before the call and settled after it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

import structlog

from jobs.store_thread import StoreThread
from talks.errors import ChatGone, ChatMoved, DeliveryError, NotSent, Rejected, RetryLater, Unknown
from talks.store.chats import leave_chat, move_chat, strike_chat
from talks.store.developments import development
from talks.store.outbox import (
    WHOLE_BOT,
    claim_delivery,
    doubtful_developments,
    mark_ambiguous,
    mark_failed,
    mark_sent,
    pause,
    postpone,
    recover_interrupted,
)
from talks.store.revisions import mark_edited, message_of, next_edit, postpone_edit
from talks.types import Chat, Delivery, Development, PendingEdit

log = structlog.get_logger()


class Send(Protocol):
    """Sends one development to one chat; gives the message id or raises DeliveryError."""

    def __call__(
        self,
        chat: Chat,
        told: Development,
        missed: tuple[Development, ...],
        *,
        answers: int | None = None,
        bundle: tuple[Development, ...] = (),
    ) -> Awaitable[int]:
        """`missed` are developments the chat may not have got; `answers` is the message that told what changes now.

        Where there is a `bundle`, all of it is told in one message, `told` among it.
        """


Edit = Callable[[Chat, Development, int], Awaitable[None]]
"""Brings a sent message up to date; raises DeliveryError."""

FIRST_RETRY = timedelta(seconds=2)
LONGEST_RETRY = timedelta(minutes=10)
EDIT_RETRY = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class DeliverRoom:
    """What a round of delivering needs."""

    write: StoreThread
    send: Send
    edit: Edit
    bot_id: int
    now: Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class DeliverReport:
    sent: int = 0
    failed: int = 0
    postponed: int = 0
    ambiguous: int = 0
    edited: int = 0

    def __str__(self) -> str:
        return (
            f"deliver: {self.sent} sent, {self.failed} failed, {self.postponed} postponed, "
            f"{self.ambiguous} ambiguous, {self.edited} edited"
        )


async def recover(room: DeliverRoom) -> int:
    """Once, at the start of a run: what a crash left half sent is in doubt."""
    doubtful = await room.write(recover_interrupted, room.bot_id)
    if doubtful:
        log.warning("deliveries in doubt after an interruption", rows=doubtful)
    return doubtful


async def deliver(room: DeliverRoom, *, should_stop: Callable[[], bool] = lambda: False) -> DeliverReport:
    """Send what is ready, one row at a time, then bring sent messages up to date, until a stop is asked for."""
    counts = {"sent": 0, "failed": 0, "postponed": 0, "ambiguous": 0}
    edited = 0
    while not should_stop():
        delivery = await room.write(claim_delivery, room.bot_id, now=room.now())
        if delivery is not None:
            counts[await _deliver_one(room, delivery)] += 1
            continue
        edit = await room.write(next_edit, room.bot_id, now=room.now())
        if edit is None:
            break
        edited += await _edit_one(room, edit)
    report = DeliverReport(**counts, edited=edited)
    if edited or any(counts.values()):
        log.info(str(report))
    return report


async def _edit_one(room: DeliverRoom, edit: PendingEdit) -> bool:
    """An edit may be made twice, so that one in doubt is simply made again."""
    told = await room.write(development, edit.development_id)
    try:
        if told is not None:
            await room.edit(edit.chat, told, edit.message_id)
    except RetryLater as error:
        until = room.now() + timedelta(seconds=error.seconds)
        chat_id = WHOLE_BOT if error.is_for_all else edit.chat.id
        await room.write(pause, edit.chat.bot_id, chat_id=chat_id, until=until)
        return False
    except (NotSent, Unknown):
        await room.write(postpone_edit, edit, until=room.now() + EDIT_RETRY)
        return False
    except DeliveryError as error:
        log.info("not edited", row=edit.id, cause=type(error).__name__, error=str(error))
    await room.write(mark_edited, edit)
    return True


async def _deliver_one(room: DeliverRoom, delivery: Delivery) -> str:
    told = await room.write(development, delivery.development_id)
    if told is None:
        await room.write(mark_failed, delivery, error="la novedad ya no existe")
        return "failed"
    try:
        answers = await _message_answered(room, delivery, told)
        missed, bundle = await _missed(room, delivery), await _all(room, delivery.bundle)
        message_id = await room.send(delivery.chat, told, missed, answers=answers, bundle=bundle)
    except DeliveryError as error:
        return await _settle(room, delivery, error)
    await room.write(mark_sent, delivery, message_id=message_id, now=room.now(), revision=told.revision)
    return "sent"


async def _message_answered(room: DeliverRoom, delivery: Delivery, told: Development) -> int | None:
    answered = told.intent.answers_id
    if answered is None:
        return None
    return await room.write(message_of, delivery.chat.bot_id, delivery.chat.id, answered)


async def _missed(room: DeliverRoom, delivery: Delivery) -> tuple[Development, ...]:
    doubtful = await room.write(doubtful_developments, delivery.chat.bot_id, delivery.chat.id)
    return await _all(room, doubtful)


async def _all(room: DeliverRoom, ids: tuple[int, ...]) -> tuple[Development, ...]:
    found = [await room.write(development, each) for each in ids]
    return tuple(each for each in found if each is not None)


async def _settle(room: DeliverRoom, delivery: Delivery, error: DeliveryError) -> str:
    """What the error means for the row, the chat and the bot; by exact branch."""
    log.info("not delivered", row=delivery.id, cause=type(error).__name__, error=str(error))
    chat, now = delivery.chat, room.now()
    if isinstance(error, RetryLater):
        until = now + timedelta(seconds=error.seconds)
        await room.write(pause, chat.bot_id, chat_id=WHOLE_BOT if error.is_for_all else chat.id, until=until)
        await room.write(postpone, delivery, until=until, error=str(error))
        return "postponed"
    if isinstance(error, ChatMoved):
        await room.write(postpone, delivery, until=now, error=str(error))
        await room.write(move_chat, chat.bot_id, chat.id, error.new_id)
        return "postponed"
    if isinstance(error, NotSent):
        await room.write(postpone, delivery, until=now + back_off(delivery.attempts), error=str(error))
        return "postponed"
    if isinstance(error, Unknown):
        await room.write(mark_ambiguous, delivery, error=str(error))
        return "ambiguous"
    if isinstance(error, ChatGone | Rejected):
        await room.write(mark_failed, delivery, error=str(error))
        await _count_against(room, chat, error)
        return "failed"
    raise error


async def _count_against(room: DeliverRoom, chat: Chat, error: DeliveryError) -> None:
    if isinstance(error, ChatGone) and error.is_certain:
        await room.write(leave_chat, chat.bot_id, chat.id)
    elif isinstance(error, ChatGone):
        await room.write(strike_chat, chat.bot_id, chat.id)


def back_off(attempts: int) -> timedelta:
    """Doubles with each attempt, from two seconds to ten minutes."""
    doublings: int = 2 ** min(attempts - 1, 16)
    return min(FIRST_RETRY * doublings, LONGEST_RETRY)
