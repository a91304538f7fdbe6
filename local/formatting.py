"""The text of a message as the bot sent it, made into plain text and entities."""

from __future__ import annotations

import re

from local.entities import Entity, nested, trimmed, utf16_length, with_found
from local.errors import bad_request
from local.html import HtmlError, parse_html
from local.shapes import Json, Kind, ListOf, Object, Shape
from local.state import State

MOST_TEXT = 4096
MOST_CAPTION = 1024
CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f]")
ENTITY = Object(
    {"type": Kind.TEXT, "offset": Kind.INT, "length": Kind.INT},
    {
        "url": Kind.TEXT,
        "user": Kind.ANY,
        "language": Kind.TEXT,
        "custom_emoji_id": Kind.TEXT,
        "unix_time": Kind.INT,
        "date_time_format": Kind.TEXT,
    },
)
ENTITIES: Shape = ListOf(ENTITY)


def formatted_text(state: State, params: Json, *, too_long: str) -> Json:
    """The fields `text` and `entities` of a message.

    Raises ApiError 400: the text is empty or `too_long`, or its tags cannot be read.
    """
    if not params["text"]:
        raise bad_request("message text is empty")
    text, entities = _formatted(state, params["text"], params.get("parse_mode"), params.get("entities"))
    if not text:
        raise bad_request("text must be non-empty")
    if utf16_length(text) > MOST_TEXT:
        raise bad_request(too_long)
    return {"text": text} | ({"entities": entities} if entities else {})


def formatted_caption(state: State, params: Json) -> Json:
    """The fields `caption` and `caption_entities`, none where the caption is empty."""
    text, entities = _formatted(
        state, params.get("caption", ""), params.get("parse_mode"), params.get("caption_entities")
    )
    if utf16_length(text) > MOST_CAPTION:
        raise bad_request("message caption is too long")
    return ({"caption": text} if text else {}) | ({"caption_entities": entities} if entities else {})


def _formatted(
    state: State, source: str, parse_mode: str | None, given: list[Entity] | None
) -> tuple[str, list[Entity]]:
    clean = source.replace("\r", "")
    text, entities = _parsed(clean, parse_mode) if parse_mode else (clean, _checked(clean, given or []))
    text, entities = trimmed(CONTROL.sub(" ", text), [_with_user(state, entity) for entity in entities])
    return text, with_found(text, [entity for entity in entities if entity.get("user", True)])


def _parsed(text: str, parse_mode: str) -> tuple[str, list[Entity]]:
    if parse_mode.lower() != "html":
        raise bad_request("unsupported parse_mode (this server only knows HTML)")
    try:
        return parse_html(text)
    except HtmlError as error:
        raise bad_request(f"can't parse entities: {error}") from error


def _checked(text: str, entities: list[Entity]) -> list[Entity]:
    limit = utf16_length(text)
    for entity in entities:
        if entity["offset"] < 0 or entity["length"] <= 0 or entity["offset"] + entity["length"] > limit:
            raise bad_request(f"entity beginning at UTF-16 offset {entity['offset']} ends after the end of the text")
    return nested(entities)


def _with_user(state: State, entity: Entity) -> Entity:
    """A mention carries the person as the server knows them; a mention of a stranger is dropped later."""
    if entity["type"] != "text_mention":
        return entity
    person = state.people.get(entity.get("user", {}).get("id", 0))
    return entity | {"user": person.to_json() if person else None}
