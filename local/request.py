"""What a client of the Bot API sends: parameters in the address, a form, a multipart body or JSON."""

from __future__ import annotations

import json

from aiohttp import web

from local.errors import bad_request
from local.shapes import Json, Raw, Upload

Parameters = dict[str, Raw]


async def read_parameters(request: web.Request) -> Parameters:
    """The parameters of a call, whatever way they came.

    Raises ApiError 400 for a body that cannot be read.
    """
    found = {name: Raw(value, is_textual=True) for name, value in request.query.items()}
    if request.method != "POST":
        return found
    if request.content_type == "application/json":
        return found | from_json(await request.read())
    if request.content_type in ("application/x-www-form-urlencoded", "multipart/form-data"):
        return found | await _from_form(request)
    return found


def from_json(body: bytes) -> Parameters:
    if not body.strip():
        return {}
    try:
        values = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise bad_request("can't parse JSON object") from error
    if not isinstance(values, dict):
        raise bad_request("object expected")
    return from_values(values)


def from_values(values: Json) -> Parameters:
    return {name: Raw(value, is_textual=False) for name, value in values.items() if value is not None}


async def _from_form(request: web.Request) -> Parameters:
    try:
        form = await request.post()
    except ValueError as error:
        raise bad_request("can't parse the body of the request") from error
    return {name: _from_field(value) for name, value in form.items()}


def _from_field(value: str | bytes | bytearray | web.FileField) -> Raw:
    if isinstance(value, web.FileField):
        with value.file:
            return Raw(Upload(value.filename, value.content_type, value.file.read()), is_textual=False)
    text = value if isinstance(value, str) else bytes(value).decode("utf-8", "surrogateescape")
    return Raw(text, is_textual=True)


def shown(parameters: Parameters) -> Json:
    """Parameters that were refused, for the journal: as they came."""
    return without_files({name: raw.value for name, raw in parameters.items()})


def without_files(params: Json) -> Json:
    """The parameters with the names of files instead of their bytes."""
    return {name: value.name if isinstance(value, Upload) else value for name, value in params.items()}
