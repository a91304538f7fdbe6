"""Messages: sendMessage, the edits, deleteMessage, pins and «typing…»."""

from __future__ import annotations

from local.chats import PLACE, RULERS, bot_status, chat_for_reading, chat_for_writing, check_thread, check_writing
from local.errors import bad_request
from local.files import document_content, photo_content
from local.formatting import ENTITIES, formatted_caption, formatted_text
from local.keyboards import checked_markup
from local.methods.method import PREVIEW, SEND_OPTIONS, Method
from local.posting import CAPTION_FIELDS, TEXT_FIELDS, bot_message, change, post, remove
from local.shapes import Json, Kind, Object
from local.state import Chat, Message, State

ACTIONS = {
    "typing",
    "upload_photo",
    "record_video",
    "upload_video",
    "record_voice",
    "upload_voice",
    "upload_document",
    "choose_sticker",
    "find_location",
    "record_video_note",
    "upload_video_note",
}


def send_message(state: State, params: Json) -> Json:
    content = formatted_text(state, params, too_long="message is too long") | _preview(params)
    return post(state, chat_for_writing(state, params["chat_id"]), params, content)


def _preview(params: Json) -> Json:
    options = params.get("link_preview_options")
    return {"link_preview_options": options} if options else {}


def edit_message_text(state: State, params: Json) -> Json:
    content = formatted_text(state, params, too_long="MESSAGE_TOO_LONG") | _preview(params)
    chat, old = _to_edit(state, params)
    if "text" not in old.payload:
        raise bad_request("there is no text in the message to edit")
    return change(state, chat, old, content=content, replaces=TEXT_FIELDS, markup=_markup(params))


def edit_message_caption(state: State, params: Json) -> Json:
    chat, old = _to_edit(state, params)
    if not {"photo", "document"} & old.payload.keys():
        raise bad_request("there is no caption in the message to edit")
    content = formatted_caption(state, params)
    return change(state, chat, old, content=content, replaces=CAPTION_FIELDS, markup=_markup(params))


def edit_message_media(state: State, params: Json) -> Json:
    """Of a picture or document, into another one."""
    chat, old = _to_edit(state, params)
    if not MEDIA_FIELDS & old.payload.keys():
        raise bad_request("there is no media in the message to edit")
    media = params["media"]
    content_of = MEDIA_TYPES.get(media["type"])
    if content_of is None:
        raise bad_request(f'can\'t parse InputMedia: unsupported type "{media["type"]}"')
    content = content_of(state, media["media"]) | formatted_caption(state, media)
    return change(state, chat, old, content=content, replaces=MEDIA_FIELDS | CAPTION_FIELDS, markup=_markup(params))


def edit_message_reply_markup(state: State, params: Json) -> Json:
    chat, old = _to_edit(state, params)
    return change(state, chat, old, content={}, replaces=frozenset(), markup=_markup(params))


def _markup(params: Json) -> Json | None:
    return checked_markup(params.get("reply_markup"), only_inline=True)


def _to_edit(state: State, params: Json) -> tuple[Chat, Message]:
    if params.get("inline_message_id"):
        raise bad_request("MESSAGE_ID_INVALID")
    if "chat_id" not in params:
        raise bad_request("chat_id is empty")
    chat = chat_for_reading(state, params["chat_id"])
    if not params.get("message_id"):
        raise bad_request("message identifier is not specified")
    message = bot_message(state, chat, params["message_id"])
    check_writing(state, chat)
    return chat, message


def delete_message(state: State, params: Json) -> bool:
    chat = chat_for_reading(state, params["chat_id"])
    remove(state, chat, params["message_id"], rules_chat=bot_status(state, chat) in RULERS)
    return True


def send_chat_action(state: State, params: Json) -> bool:
    chat = chat_for_writing(state, params["chat_id"])
    check_thread(state, chat, params.get("message_thread_id"))
    if params["action"] not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    state.record(chat, "typing", None, action=params["action"])
    return True


def pin_chat_message(state: State, params: Json) -> bool:
    chat = _chat_to_pin_in(state, params)
    if params["message_id"] not in chat.messages:
        raise bad_request("message to pin not found")
    chat.pinned = params["message_id"]
    state.bell.ring()
    return True


def unpin_chat_message(state: State, params: Json) -> bool:
    chat = _chat_to_pin_in(state, params)
    if params.get("message_id", chat.pinned) != chat.pinned or chat.pinned is None:
        raise bad_request("message to unpin not found")
    chat.pinned = None
    return True


def _chat_to_pin_in(state: State, params: Json) -> Chat:
    chat = chat_for_writing(state, params["chat_id"])
    if chat.type in PLACE and bot_status(state, chat) not in RULERS:
        raise bad_request("not enough rights to manage pinned messages in the chat")
    return chat


MEDIA_FIELDS = frozenset({"photo", "document"})
MEDIA_TYPES = {"photo": photo_content, "document": document_content}
MEDIA = Object(
    {"type": Kind.TEXT, "media": Kind.FILE},
    {
        "caption": Kind.TEXT,
        "parse_mode": Kind.TEXT,
        "caption_entities": ENTITIES,
        "show_caption_above_media": Kind.BOOL,
        "has_spoiler": Kind.BOOL,
    },
)
TARGET = {"chat_id": Kind.CHAT, "message_id": Kind.INT}
EDIT = TARGET | {"inline_message_id": Kind.TEXT, "reply_markup": Kind.ANY}
METHODS = {
    "sendMessage": Method(
        send_message,
        {"chat_id": Kind.CHAT, "text": Kind.TEXT},
        {**SEND_OPTIONS, "entities": ENTITIES, "link_preview_options": PREVIEW},
    ),
    "editMessageText": Method(
        edit_message_text,
        {"text": Kind.TEXT},
        {**EDIT, "parse_mode": Kind.TEXT, "entities": ENTITIES, "link_preview_options": PREVIEW},
    ),
    "editMessageCaption": Method(
        edit_message_caption,
        {},
        {
            **EDIT,
            "caption": Kind.TEXT,
            "parse_mode": Kind.TEXT,
            "caption_entities": ENTITIES,
            "show_caption_above_media": Kind.BOOL,
        },
    ),
    "editMessageMedia": Method(edit_message_media, {"media": MEDIA}, EDIT),
    "editMessageReplyMarkup": Method(edit_message_reply_markup, {}, EDIT),
    "deleteMessage": Method(delete_message, TARGET),
    "sendChatAction": Method(
        send_chat_action, {"chat_id": Kind.CHAT, "action": Kind.TEXT}, {"message_thread_id": Kind.INT}
    ),
    "pinChatMessage": Method(pin_chat_message, TARGET, {"disable_notification": Kind.BOOL}),
    "unpinChatMessage": Method(unpin_chat_message, {"chat_id": Kind.CHAT}, {"message_id": Kind.INT}),
}
