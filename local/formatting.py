"""The text of a message as the bot sent it, made into plain text and entities."""

from __future__ import annotations

import re

from local.addresses import good_address
from local.entities import FOUND_TYPES, Entity, nested, trimmed, utf16_index, utf16_length, with_found
from local.errors import bad_request
from local.html import HtmlError, parse_html
from local.shapes import Json, Kind, ListOf, Object, Shape
from local.state import State

MOST_TEXT = 4096
MOST_CAPTION = 1024
CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f]")
DROPPED = re.compile(r"[\r\u2028-\u202e]")
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
    clean = CONTROL.sub(" ", DROPPED.sub("", source))
    text, entities = _parsed(clean, parse_mode) if parse_mode else (clean, _checked(clean, given or []))
    text, entities = trimmed(text, nested([one for entity in entities for one in _resolved(state, entity)]))
    return text, with_found(text, entities)


def _parsed(text: str, parse_mode: str) -> tuple[str, list[Entity]]:
    """Only HTML is known here: it is what the project writes."""
    if parse_mode.lower() != "html":
        raise bad_request("unsupported parse_mode")
    try:
        return parse_html(text)
    except HtmlError as error:
        raise bad_request(f"can't parse entities: {error}") from error


def _checked(text: str, entities: list[Entity]) -> list[Entity]:
    """The entities that came with the text; those that Telegram finds by itself are left to it."""
    limit = utf16_length(text)
    for entity in entities:
        start, end = entity["offset"], entity["offset"] + entity["length"]
        if start < 0 or end < start or end > limit:
            reach = f"ends after the end of the text at UTF-16 offset {limit}"
            raise bad_request(f"entity beginning at UTF-16 offset {start} {reach}")
        if not (_is_between_letters(text, start) and _is_between_letters(text, end)):
            raise bad_request(f"entity beginning at UTF-16 offset {start} starts in a middle of a UTF-16 symbol")
    return [one for one in entities if one["length"] and one["type"] not in FOUND_TYPES]


def _is_between_letters(text: str, offset: int) -> bool:
    return utf16_length(text[: utf16_index(text, offset)]) == offset


def _resolved(state: State, entity: Entity) -> list[Entity]:
    """A link with its address as Telegram stores it, a mention with the person; none where there is no such thing."""
    if entity["type"] == "text_link":
        url = good_address(entity.get("url", ""))
        return [entity | {"url": url}] if url else []
    if entity["type"] == "text_mention":
        person = state.people.get(entity.get("user", {}).get("id", 0))
        return [entity | {"user": person.to_json()}] if person else []
    return [entity]
