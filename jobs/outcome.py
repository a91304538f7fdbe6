"""What an error of delivery means for the row, the chat and the bot: pure decisions, by exact branch."""

from __future__ import annotations

from datetime import datetime, timedelta

from talks.errors import ChatGone, ChatMoved, DeliveryError, NotSent, Rejected, RetryLater, Unknown
from talks.types import Delivery, Hold, PendingEdit, Settlement

FIRST_RETRY = timedelta(seconds=2)
LONGEST_RETRY = timedelta(minutes=10)
EDIT_RETRY = timedelta(minutes=1)


def refused(delivery: Delivery, error: DeliveryError, *, now: datetime) -> Settlement:
    """Of a delivery that failed. Raises what nobody knows."""
    words, chat = str(error), delivery.chat
    if isinstance(error, RetryLater):
        return Settlement(delivery, "ready", words, holds=holds_of(error, chat.id, now=now))
    if isinstance(error, ChatMoved):
        return Settlement(delivery, "ready", words, moved_to=error.new_id)
    if isinstance(error, NotSent):
        return Settlement(delivery, "ready", words, not_before=now + back_off(delivery.attempts))
    if isinstance(error, Unknown):
        return Settlement(delivery, "ambiguous", words)
    if isinstance(error, ChatGone):
        return Settlement(delivery, "failed", words, chat_is="gone" if error.is_certain else "doubtful")
    if isinstance(error, Rejected):
        return Settlement(delivery, "failed", words)
    raise error


def unedited(edit: PendingEdit, error: DeliveryError, *, now: datetime) -> Settlement:
    """Of an edit that failed: it may be made twice, so that one in doubt is simply made again."""
    words, chat = str(error), edit.chat
    if isinstance(error, RetryLater):
        return Settlement(edit, "ready", words, holds=holds_of(error, chat.id, now=now))
    if isinstance(error, NotSent | Unknown):
        return Settlement(edit, "ready", words, not_before=now + EDIT_RETRY)
    if isinstance(error, ChatMoved):
        return Settlement(edit, "failed", words, moved_to=error.new_id)
    if isinstance(error, ChatGone):
        return Settlement(edit, "failed", words, chat_is="gone" if error.is_certain else "doubtful")
    return Settlement(edit, "failed", words)


def holds_of(error: RetryLater, chat_id: int, *, now: datetime) -> tuple[Hold, ...]:
    own = Hold(now + timedelta(seconds=error.seconds), None if error.is_for_all else chat_id)
    return (own, Hold(now + timedelta(seconds=error.all_seconds))) if error.all_seconds else (own,)


def back_off(attempts: int) -> timedelta:
    """Doubles with each attempt, from two seconds to ten minutes."""
    doublings: int = 2 ** min(attempts - 1, 16)
    return min(FIRST_RETRY * doublings, LONGEST_RETRY)
