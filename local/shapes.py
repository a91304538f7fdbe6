"""Shapes of parameters, and the strict conversion of what came in to them.

Telegram forgives an unknown parameter or a number sent as a string inside JSON; here both are refused, so that the
bot cannot get used to them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from local.errors import bad_request

Json = dict[str, Any]


class Kind(Enum):
    """A scalar; the value is what the documentation calls it."""

    INT = "Integer"
    FLOAT = "Float"
    BOOL = "Boolean"
    TEXT = "String"
    CHAT = "Integer or String"
    FILE = "InputFile or String"
    ANY = "Object"


@dataclass(frozen=True)
class ListOf:
    of: Shape


@dataclass(frozen=True)
class Object:
    required: Mapping[str, Shape] = field(default_factory=dict)
    optional: Mapping[str, Shape] = field(default_factory=dict)


Shape = Kind | ListOf | Object


@dataclass(frozen=True)
class Upload:
    """A file that came in a multipart body."""

    name: str
    mime_type: str
    content: bytes


@dataclass(frozen=True)
class Raw:
    """A parameter as it came: `is_textual` in a form or the address, otherwise JSON or an Upload."""

    value: Any
    is_textual: bool


def _is_int(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


NATIVE: dict[Kind, Callable[[object], bool]] = {
    Kind.INT: _is_int,
    Kind.FLOAT: lambda value: _is_int(value) or isinstance(value, float),
    Kind.BOOL: lambda value: isinstance(value, bool),
    Kind.TEXT: lambda value: isinstance(value, str),
    Kind.CHAT: lambda value: _is_int(value) or isinstance(value, str),
    Kind.FILE: lambda value: isinstance(value, str | Upload),
    Kind.ANY: lambda value: isinstance(value, dict),
}
TEXTUAL: dict[Kind, re.Pattern[str]] = {
    Kind.INT: re.compile(r"-?\d{1,18}"),
    Kind.FLOAT: re.compile(r"-?\d{1,18}(\.\d+)?"),
    Kind.BOOL: re.compile(r"true|false|True|False|1|0"),
}


WRITTEN = {Kind.CHAT, Kind.ANY}
"""Besides lists and objects: may come as a string inside JSON too."""


def converted(shape: Shape, raw: Raw, name: str) -> Any:
    """The value of a parameter in its shape.

    Raises ApiError 400, naming the parameter.
    """
    is_written_out = isinstance(raw.value, str) and (raw.is_textual or not isinstance(shape, Kind) or shape in WRITTEN)
    value = _from_text(shape, raw.value, name) if is_written_out else raw.value
    check(shape, value, name)
    return value


def _from_text(shape: Shape, text: str, name: str) -> Any:
    if shape in (Kind.TEXT, Kind.FILE):
        return text
    if shape is Kind.CHAT:
        return int(text) if TEXTUAL[Kind.INT].fullmatch(text) else text
    if isinstance(shape, Kind) and shape in TEXTUAL:
        return _scalar_from_text(shape, text, name)
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise bad_request(f"can't parse {name.replace('_', ' ')} JSON object") from error


def _scalar_from_text(kind: Kind, text: str, name: str) -> Any:
    if not TEXTUAL[kind].fullmatch(text):
        raise bad_request(f'parameter "{name}" must be of type {kind.value}')
    if kind is Kind.BOOL:
        return text in ("true", "True", "1")
    return int(text) if kind is Kind.INT else float(text)


def check(shape: Shape, value: Any, name: str) -> None:
    """Refuse a JSON value that does not have the shape, to its last field."""
    if isinstance(shape, Kind):
        _check_scalar(shape, value, name)
    elif isinstance(shape, ListOf):
        if not isinstance(value, list):
            raise bad_request(f'parameter "{name}" must be of type Array')
        for index, item in enumerate(value):
            check(shape.of, item, f"{name}[{index}]")
    else:
        _check_object(shape, value, name)


def _check_scalar(kind: Kind, value: Any, name: str) -> None:
    if not NATIVE[kind](value):
        raise bad_request(f'parameter "{name}" must be of type {kind.value}')
    if isinstance(value, str) and any("\ud800" <= letter <= "\udfff" for letter in value):
        raise bad_request("strings must be encoded in UTF-8")


def _check_object(shape: Object, value: Any, name: str) -> None:
    if not isinstance(value, dict):
        raise bad_request(f'parameter "{name}" must be of type Object')
    for wanted in shape.required:
        if wanted not in value:
            raise bad_request(f"can't parse {name}: Can't find field \"{wanted}\"")
    fields = {**shape.required, **shape.optional}
    for key, item in value.items():
        if key not in fields:
            raise bad_request(f'can\'t parse {name}: unknown field "{key}"')
        check(fields[key], item, f"{name}.{key}")
