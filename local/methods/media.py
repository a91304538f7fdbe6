"""Pictures and documents: sendPhoto, sendDocument, getFile."""

from __future__ import annotations

from local.chats import chat_for_writing
from local.errors import bad_request
from local.files import document_content, file_json, photo_content
from local.formatting import ENTITIES, formatted_caption
from local.methods.method import SEND_OPTIONS, Method
from local.posting import post
from local.shapes import Json, Kind, Shape
from local.state import State


def send_photo(state: State, params: Json) -> Json:
    caption = formatted_caption(state, params)
    chat = chat_for_writing(state, params["chat_id"])
    return post(state, chat, params, photo_content(state, params["photo"]) | caption)


def send_document(state: State, params: Json) -> Json:
    caption = formatted_caption(state, params)
    chat = chat_for_writing(state, params["chat_id"])
    return post(state, chat, params, document_content(state, params["document"]) | caption)


def get_file(state: State, params: Json) -> Json:
    stored = state.files.get(params["file_id"])
    if stored is None:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    return file_json(stored)


CAPTION: dict[str, Shape] = {**SEND_OPTIONS, "caption": Kind.TEXT, "caption_entities": ENTITIES}
METHODS = {
    "sendPhoto": Method(
        send_photo,
        {"chat_id": Kind.CHAT, "photo": Kind.FILE},
        CAPTION | {"has_spoiler": Kind.BOOL, "show_caption_above_media": Kind.BOOL},
    ),
    "sendDocument": Method(
        send_document,
        {"chat_id": Kind.CHAT, "document": Kind.FILE},
        CAPTION | {"thumbnail": Kind.FILE, "disable_content_type_detection": Kind.BOOL},
    ),
    "getFile": Method(get_file, {"file_id": Kind.TEXT}),
}
