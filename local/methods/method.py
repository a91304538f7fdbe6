"""What a method of the Bot API is: its parameters, and the function that answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from local.errors import bad_request
from local.request import Parameters
from local.shapes import Json, Kind, Object, Shape, Upload, converted
from local.state import State


@dataclass(frozen=True)
class Method:
    """`answer` takes the state and the converted parameters; files named `attach://…` stand in them already."""

    answer: Callable[[State, Json], Any]
    required: Mapping[str, Shape] = field(default_factory=dict)
    optional: Mapping[str, Shape] = field(default_factory=dict)


def converted_parameters(method: Method, parameters: Parameters) -> Json:
    """The parameters in the shapes that the method wants.

    Raises ApiError 400 for one that is missing, unknown or of a wrong type.
    """
    shapes = {**method.required, **method.optional}
    attached = {name: raw.value for name, raw in parameters.items() if isinstance(raw.value, Upload)}
    values: Json = {}
    for name, raw in parameters.items():
        if name in shapes:
            values[name] = _attached(shapes[name], converted(shapes[name], raw, name), attached)
        elif name not in attached:
            raise bad_request(f'unknown parameter "{name}"')
    for name, shape in method.required.items():
        if name not in values:
            raise bad_request(_missing(name, shape))
    return values


def _attached(shape: Shape, value: Any, attached: Mapping[str, Upload]) -> Any:
    if isinstance(shape, Object):
        fields = {**shape.required, **shape.optional}
        return {name: _attached(fields[name], each, attached) for name, each in value.items()}
    if shape is not Kind.FILE or not isinstance(value, str) or not value.startswith("attach://"):
        return value
    upload = attached.get(value.removeprefix("attach://"))
    if upload is None:
        raise bad_request(f"wrong file identifier/HTTP URL specified: {value} was not attached")
    return upload


MISSING = {
    "chat_id": "chat_id is empty",
    "text": "message text is empty",
    "message_id": "message identifier is not specified",
    "user_id": "invalid user_id specified",
    "action": "wrong parameter action in request",
    "photo": "there is no photo in the request",
    "document": "there is no document in the request",
    "media": "input media not specified",
}


def _missing(name: str, shape: Shape) -> str:
    return MISSING.get(name, f'parameter "{name}" is required')


REPLY = Object(
    {"message_id": Kind.INT},
    {
        "chat_id": Kind.CHAT,
        "allow_sending_without_reply": Kind.BOOL,
        "quote": Kind.TEXT,
        "quote_parse_mode": Kind.TEXT,
        "quote_position": Kind.INT,
        "checklist_task_id": Kind.INT,
    },
)
PREVIEW = Object(
    optional={
        "is_disabled": Kind.BOOL,
        "url": Kind.TEXT,
        "prefer_small_media": Kind.BOOL,
        "prefer_large_media": Kind.BOOL,
        "show_above_text": Kind.BOOL,
    }
)
SEND_OPTIONS: Mapping[str, Shape] = {
    "message_thread_id": Kind.INT,
    "parse_mode": Kind.TEXT,
    "disable_notification": Kind.BOOL,
    "protect_content": Kind.BOOL,
    "allow_paid_broadcast": Kind.BOOL,
    "message_effect_id": Kind.TEXT,
    "reply_parameters": REPLY,
    "reply_markup": Kind.ANY,
}
