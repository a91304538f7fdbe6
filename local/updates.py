"""The queue of updates: put there by people, fetched by long polling or pushed to a webhook."""

from __future__ import annotations

from local.errors import conflict
from local.shapes import Json
from local.state import State

KINDS = {
    "message",
    "edited_message",
    "channel_post",
    "edited_channel_post",
    "business_connection",
    "business_message",
    "edited_business_message",
    "deleted_business_messages",
    "message_reaction",
    "message_reaction_count",
    "inline_query",
    "chosen_inline_result",
    "callback_query",
    "shipping_query",
    "pre_checkout_query",
    "purchased_paid_media",
    "poll",
    "poll_answer",
    "my_chat_member",
    "chat_member",
    "chat_join_request",
    "chat_boost",
    "removed_chat_boost",
    "managed_bot",
}
ON_REQUEST = {"chat_member", "message_reaction", "message_reaction_count"}
OTHER_POLL = "terminated by other getUpdates request; make sure that only one bot instance is running"
WEBHOOK_ACTIVE = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"


def push(state: State, kind: str, payload: Json) -> None:
    """An update for the bot, unless it asked not to be told of this kind."""
    if kind in (KINDS - ON_REQUEST if state.allowed_updates is None else state.allowed_updates):
        state.updates.append({"update_id": next(state.update_ids), kind: payload})
        state.bell.ring()


def allow(state: State, kinds: list[str] | None) -> None:
    """Remember which kinds the bot wants; an empty list means the usual ones, None leaves things as they are."""
    if kinds is not None:
        state.allowed_updates = frozenset(kinds) & KINDS or None


async def fetch(state: State, *, offset: int, limit: int, seconds: float) -> list[Json]:
    """The first updates not confirmed yet, waiting so many seconds for one; a newer call ends an older one.

    Raises ApiError 409.
    """
    if state.webhook.url:
        raise conflict(WEBHOOK_ACTIVE)
    state.poll_number += 1
    number = state.poll_number
    _confirm(state, offset)
    state.bell.ring()
    await state.bell.wait_until(
        lambda: bool(state.updates) or state.poll_number != number or state.is_closing, seconds=seconds
    )
    if state.poll_number != number:
        raise conflict(OTHER_POLL)
    return state.updates[:limit]


def _confirm(state: State, offset: int) -> None:
    """Forget what is older than `offset`; a negative one keeps so many of the last."""
    if offset < 0:
        state.updates = state.updates[offset:]
    else:
        state.updates = [update for update in state.updates if update["update_id"] >= offset]
