"""Messages put into a chat, changed and taken away."""

from __future__ import annotations

from local.chats import check_thread, find_chat
from local.errors import bad_request
from local.keyboards import checked_markup
from local.shapes import Json
from local.state import Chat, Message, State

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
TEXT_FIELDS = frozenset({"text", "entities", "link_preview_options"})
CAPTION_FIELDS = frozenset({"caption", "caption_entities"})
KEPT_FOR_DELETION = 48 * 3600


def put(state: State, chat: Chat, sender: Json, content: Json) -> Message:
    """A new message in the chat; who is told of it is the caller's business."""
    head = {"message_id": next(chat.message_ids), "date": state.now(), "chat": chat.to_json()}
    message = Message(head | sender | content)
    chat.messages[message.message_id] = message
    return message


def post(state: State, chat: Chat, params: Json, content: Json) -> Json:
    """A message of the bot, with its keyboard, its topic and what it answers to; the message as the API returns it."""
    fields = content | _reply_fields(state, chat, params) | _thread_fields(state, chat, params)
    markup = checked_markup(params.get("reply_markup"))
    fields |= {"reply_markup": markup} if markup else {}
    fields |= {"has_protected_content": True} if params.get("protect_content") else {}
    message = put(state, chat, _bot_sender(state, chat), fields)
    state.record(chat, "sent", message)
    return message.payload


def _bot_sender(state: State, chat: Chat) -> Json:
    return {"sender_chat": chat.to_json()} if chat.type == "channel" else {"from": state.bot.to_json()}


def _reply_fields(state: State, chat: Chat, params: Json) -> Json:
    """Only what stands in the same chat can be answered here."""
    wanted = params.get("reply_parameters")
    if wanted is None:
        return {}
    is_elsewhere = "chat_id" in wanted and find_chat(state, wanted["chat_id"]) is not chat
    replied = None if is_elsewhere else chat.messages.get(wanted["message_id"])
    if replied is None:
        if wanted.get("allow_sending_without_reply"):
            return {}
        raise bad_request("message to be replied not found")
    return {"reply_to_message": without_reply(replied)} | _quote(replied, wanted.get("quote"))


def _quote(replied: Message, quote: str | None) -> Json:
    if quote is None:
        return {}
    if quote not in replied.text:
        raise bad_request("QUOTE_TEXT_INVALID")
    return {"quote": {"text": quote, "position": replied.text.index(quote), "is_manual": True}}


def without_reply(message: Message) -> Json:
    return {name: value for name, value in message.payload.items() if name != "reply_to_message"}


def _thread_fields(state: State, chat: Chat, params: Json) -> Json:
    thread_id = params.get("message_thread_id")
    check_thread(state, chat, thread_id)
    return {} if thread_id is None else {"message_thread_id": thread_id, "is_topic_message": True}


def bot_message(state: State, chat: Chat, message_id: int) -> Message:
    """The message of the bot that is to be edited.

    Raises ApiError 400.
    """
    message = chat.messages.get(message_id)
    if message is None:
        raise bad_request("message to edit not found")
    is_own = message.payload.get("from", {}).get("id") == state.bot.id or chat.type == "channel"
    if not is_own:
        raise bad_request("message can't be edited")
    return message


def change(
    state: State, chat: Chat, old: Message, *, content: Json, replaces: frozenset[str], markup: Json | None
) -> Json:
    """The message with `content` in the place of the fields `replaces`; no markup takes the old keyboard away.

    Raises ApiError 400 when nothing changes.
    """
    kept = {name: value for name, value in old.payload.items() if name not in replaces | {"reply_markup"}}
    payload = kept | content | ({"reply_markup": markup} if markup else {})
    if _visible(payload) == _visible(old.payload):
        raise bad_request(NOT_MODIFIED)
    message = Message(payload | ({"edit_date": state.now()} if replaces else {}))
    chat.messages[message.message_id] = message
    state.record(chat, "edited", message)
    return message.payload


def _visible(payload: Json) -> Json:
    return {name: value for name, value in payload.items() if name != "edit_date" and value}


def remove(state: State, chat: Chat, message_id: int, *, rules_chat: bool) -> None:
    """Take a message away; other people's only where the bot rules the chat, or in private.

    Raises ApiError 400.
    """
    message = chat.messages.get(message_id)
    if message is None:
        raise bad_request("message to delete not found")
    is_own = message.payload.get("from", {}).get("id") == state.bot.id
    if not (is_own or rules_chat or chat.type == "private"):
        raise bad_request("message can't be deleted")
    if state.now() - message.payload["date"] > KEPT_FOR_DELETION and not rules_chat:
        raise bad_request("message can't be deleted for everyone")
    del chat.messages[message_id]
    state.record(chat, "deleted", message)
