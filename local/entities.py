"""Entities of a text: links, commands and mentions found by themselves; offsets and lengths count UTF-16 units."""

from __future__ import annotations

import re
from typing import Any

Entity = dict[str, Any]

COMMAND = re.compile(r"(?<![\w/@<>])/\w{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/@<>])", re.ASCII)
EMAIL = re.compile(r"(?<![\w.+-])[A-Za-z0-9][\w.+-]*@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,8}(?!\w)", re.ASCII)
MENTION = re.compile(r"(?<![\w`@/])@[A-Za-z0-9_]{2,32}\b")
HASHTAG = re.compile(r"(?<![\w#/&])#\w*[^\W\d_]\w*")
ADDRESS = re.compile(
    r"(?<![\w@./-])(?:https?://[^\s<>«»\"]+|(?:[\w-]+\.)+"
    r"(?:com|org|net|info|eu|int|gov|edu|io|me|tv|app|news|es|cat|gal|ar|mx|cl|pe|ru|ua|uk|de|fr|it)(?![\w@-])"
    r"(?:[/?#][^\s<>«»\"]*)?)",
    re.IGNORECASE,
)
FOUND = ((ADDRESS, "url"), (EMAIL, "email"), (COMMAND, "bot_command"), (MENTION, "mention"), (HASHTAG, "hashtag"))
FOUND_TYPES = {kind for _, kind in FOUND}
LINKS = {"text_link", "text_mention", "custom_emoji"} | FOUND_TYPES
STYLES = {"bold", "italic", "underline", "strikethrough", "spoiler"}
CODE = {"code", "pre"}
QUOTES = {"blockquote", "expandable_blockquote"}
BLANK = " \n"
LINK_END = ".,;:!?…'"
DEPTH = {"blockquote": 0, "expandable_blockquote": 0, "pre": 1, "code": 2, "text_link": 3, "text_mention": 3}
DEPTH |= {"bold": 5, "italic": 6, "underline": 7, "strikethrough": 8, "spoiler": 9, "custom_emoji": 10}
FOUND_DEPTH = 4


def utf16_length(text: str) -> int:
    return len(text) + sum(letter > "\uffff" for letter in text)


def utf16_index(text: str, offset: int) -> int:
    """The index in `text` of a UTF-16 offset; an offset past the end is the end."""
    units = text.encode("utf-16-le", "surrogatepass")[: offset * 2]
    return len(units.decode("utf-16-le", "ignore"))


def entity_text(text: str, entity: Entity) -> str:
    start = utf16_index(text, entity["offset"])
    return text[start : utf16_index(text, entity["offset"] + entity["length"])]


def with_found(text: str, entities: list[Entity]) -> list[Entity]:
    """`entities` plus the links, commands, mentions and hashtags of the text that none of them covers."""
    for pattern, kind in FOUND:
        for match in pattern.finditer(text):
            entities = _with_one(text, entities, match, kind)
    return ordered(entities)


def _with_one(text: str, entities: list[Entity], match: re.Match[str], kind: str) -> list[Entity]:
    shown = _without_end(match.group()) if kind == "url" else match.group()
    entity = {"type": kind, "offset": utf16_length(text[: match.start()]), "length": utf16_length(shown)}
    taken = any(overlap(entity, other) for other in entities if other["type"] in LINKS | CODE)
    return entities if taken else [*entities, entity]


def _without_end(address: str) -> str:
    """The address without the punctuation of the sentence around it; a bracket opened inside stays."""
    while address[-1:] in set(LINK_END) or (address.endswith(")") and address.count("(") < address.count(")")):
        address = address[:-1]
    return address


def overlap(one: Entity, other: Entity) -> bool:
    return bool(one["offset"] < other["offset"] + other["length"] and other["offset"] < one["offset"] + one["length"])


def ordered(entities: list[Entity]) -> list[Entity]:
    """The outer before the inner; where both cover the same, in the order of Telegram."""
    return sorted(entities, key=lambda one: (one["offset"], -one["length"], DEPTH.get(one["type"], FOUND_DEPTH)))


def trimmed(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """The text without the blank at its ends, its entities moved and cut along; a styled beginning stays blank.

    An entity around nothing but blanks goes.
    """
    entities = [entity for entity in entities if entity_text(text, entity).strip(BLANK)]
    first = min((entity["offset"] for entity in entities), default=len(text))
    start = min(len(text) - len(text.lstrip(BLANK)), utf16_index(text, first))
    kept = text.rstrip(BLANK)[start:]
    limit = utf16_length(kept)
    moved = [entity | {"offset": entity["offset"] - start} for entity in entities]
    cut = [entity | {"length": min(entity["length"], limit - entity["offset"])} for entity in moved]
    return kept, [entity for entity in cut if entity["length"] > 0]


def nested(entities: list[Entity]) -> list[Entity]:
    """The entities that may stay together: nothing inside code, no link in a link, no quotation in a quotation.

    A style around code is split: it goes on after it.
    """
    kept: list[Entity] = []
    for entity in ordered([one for one in entities if one["type"] not in STYLES]):
        if not any(_excludes(outer, entity) for outer in kept if overlap(outer, entity)):
            kept.append(entity)
    code = [one for one in kept if one["type"] in CODE]
    for style in _merged([one for one in entities if one["type"] in STYLES]):
        kept.extend(_around(style, code))
    return ordered(kept)


def _merged(styles: list[Entity]) -> list[Entity]:
    """Stretches of one style that touch each other, made one."""
    merged: list[Entity] = []
    for style in sorted(styles, key=lambda one: (one["type"], one["offset"])):
        last = merged[-1] if merged else {"type": ""}
        if last["type"] == style["type"] and style["offset"] <= last["offset"] + last["length"]:
            end = max(last["offset"] + last["length"], style["offset"] + style["length"])
            merged[-1] = last | {"length": end - last["offset"]}
        else:
            merged.append(style)
    return merged


def _excludes(outer: Entity, inner: Entity) -> bool:
    if outer["type"] in CODE:
        is_smaller = outer["length"] > inner["length"]
        return is_smaller or inner["type"] in CODE
    return outer["type"] not in CODE and any({outer["type"], inner["type"]} <= group for group in (QUOTES, LINKS))


def _around(style: Entity, code: list[Entity]) -> list[Entity]:
    """The parts of a style that lie outside of code; `code` is in order."""
    start, end = style["offset"], style["offset"] + style["length"]
    pieces = []
    for one in code:
        if overlap(style, one):
            pieces.append((start, min(end, one["offset"])))
            start = max(start, one["offset"] + one["length"])
    pieces.append((start, end))
    return [style | {"offset": first, "length": last - first} for first, last in pieces if last > first]
