"""Keyboards under a message: what is refused, and in which words."""

from __future__ import annotations

from typing import Any

from local.addresses import AddressError, stored_address
from local.errors import ApiError, bad_request
from local.shapes import Json, Kind, ListOf, Object, Shape, check

WEB_APP = Object(required={"url": Kind.TEXT})
ACTIONS: dict[str, Shape] = {
    "url": Kind.TEXT,
    "callback_data": Kind.TEXT,
    "web_app": WEB_APP,
    "login_url": Kind.ANY,
    "switch_inline_query": Kind.TEXT,
    "switch_inline_query_current_chat": Kind.TEXT,
    "switch_inline_query_chosen_chat": Kind.ANY,
    "copy_text": Object(required={"text": Kind.TEXT}),
    "callback_game": Kind.ANY,
    "pay": Kind.BOOL,
}
LOOKS: dict[str, Shape] = {"icon_custom_emoji_id": Kind.TEXT, "style": Kind.TEXT}
INLINE_KEYBOARD = Object(required={"inline_keyboard": ListOf(ListOf(Object({"text": Kind.TEXT}, ACTIONS | LOOKS)))})
KEY = Object(
    {"text": Kind.TEXT},
    LOOKS
    | {
        "request_users": Kind.ANY,
        "request_chat": Kind.ANY,
        "request_contact": Kind.BOOL,
        "request_location": Kind.BOOL,
        "request_poll": Kind.ANY,
        "web_app": WEB_APP,
    },
)
REPLY_KEYBOARD = Object(
    {"keyboard": ListOf(ListOf(KEY))},
    {
        "is_persistent": Kind.BOOL,
        "resize_keyboard": Kind.BOOL,
        "one_time_keyboard": Kind.BOOL,
        "input_field_placeholder": Kind.TEXT,
        "selective": Kind.BOOL,
    },
)
REMOVE_KEYBOARD = Object({"remove_keyboard": Kind.BOOL}, {"selective": Kind.BOOL})
FORCE_REPLY = Object({"force_reply": Kind.BOOL}, {"input_field_placeholder": Kind.TEXT, "selective": Kind.BOOL})
OTHER_MARKUPS = {"keyboard": REPLY_KEYBOARD, "remove_keyboard": REMOVE_KEYBOARD, "force_reply": FORCE_REPLY}
STYLES = {"danger", "success", "primary"}

MOST_BUTTONS = 100
MOST_IN_A_ROW = 8
MOST_DATA_BYTES = 64
MOST_COPIED = 256
MAY_BE_EMPTY = {"switch_inline_query", "switch_inline_query_current_chat"}


def checked_markup(markup: Json | None, *, only_inline: bool = False) -> Json | None:
    """The markup as it is kept with the message: an inline keyboard, or nothing for the other kinds.

    Raises ApiError 400.
    """
    if markup is None:
        return None
    if "inline_keyboard" in markup:
        return _checked_inline(markup)
    if only_inline:
        raise bad_request("inline keyboard expected")
    shape = next((shape for name, shape in OTHER_MARKUPS.items() if name in markup), None)
    if shape is None:
        raise bad_request("object expected as reply markup")
    check(shape, markup, "reply_markup")
    return None


def _checked_inline(markup: Json) -> Json | None:
    check(INLINE_KEYBOARD, markup, "reply_markup")
    rows = [row for row in markup["inline_keyboard"] if row]
    if sum(map(len, rows)) > MOST_BUTTONS or any(len(row) > MOST_IN_A_ROW for row in rows):
        raise bad_request("reply markup is too long")
    stored = [[_stored_button(button) for button in row] for row in rows]
    return {"inline_keyboard": stored} if rows else None


def _stored_button(button: Json) -> Json:
    actions = [name for name in ACTIONS if button.get(name, "") != "" or (name in button and name in MAY_BE_EMPTY)]
    if not button["text"].strip():
        raise bad_request("inline keyboard button text must be non-empty")
    if not actions:
        raise _bad_button("Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise _bad_button(f"exactly one action is expected, found {' and '.join(actions)}")
    if button.get("style", "primary") not in STYLES:
        raise _bad_button("invalid button style specified")
    _check_action(actions[0], button[actions[0]])
    return button | ({"url": _stored_link(button["url"])} if "url" in actions else {})


def _stored_link(address: str, kind: str = "") -> str:
    try:
        return stored_address(address)
    except AddressError as error:
        raise _bad_link(address, str(error), kind) from error


def _bad_link(address: str, reason: str, kind: str = "") -> ApiError:
    return bad_request(f"inline keyboard button {kind}URL '{address}' is invalid: {reason}")


def _bad_button(text: str) -> ApiError:
    return bad_request(f"can't parse inline keyboard button: {text}")


def _check_action(name: str, value: Any) -> None:
    if name == "callback_data" and len(value.encode()) > MOST_DATA_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")
    if name == "web_app" and not _stored_link(value["url"], "Web App ").startswith("https://"):
        raise _bad_link(value["url"], "Only HTTPS links are allowed", "Web App ")
    if name == "copy_text" and not 0 < len(value["text"]) <= MOST_COPIED:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")
