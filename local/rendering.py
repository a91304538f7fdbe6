"""A message as a terminal shows it: its entities as styles, its links listed, its buttons numbered."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass

from rich.console import Console
from rich.style import Style
from rich.text import Text

from local.entities import Entity, entity_text, utf16_index
from local.state import Button, Event, Message

STYLES = {
    "bold": "bold",
    "italic": "italic",
    "underline": "underline",
    "strikethrough": "strike",
    "spoiler": "reverse",
    "code": "cyan",
    "pre": "cyan",
    "blockquote": "italic",
    "expandable_blockquote": "italic",
    "text_link": "underline",
    "url": "underline",
    "bot_command": "blue",
    "mention": "blue",
    "hashtag": "blue",
}
QUOTES = ("blockquote", "expandable_blockquote")
QUOTE_BAR = "│ "
CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True)
class Screen:
    """How wide the terminal is, and whether it takes colours."""

    width: int = 80
    has_colours: bool = True


def render_event(event: Event, screen: Screen) -> str:
    """What is shown when something happens in the chat; empty where nothing is."""
    if event.kind in ("sent", "edited") and event.message:
        return render_message(event.message, screen)
    if event.kind == "deleted":
        return render_notice("(mensaje borrado)", screen)
    if event.kind == "answered" and event.answer.get("text"):
        return render_notice(f"» {event.answer['text']}", screen)
    return ""


def render_notice(text: str, screen: Screen) -> str:
    """One line of the chat itself, in a lighter voice than the bot's."""
    return _printed([Text(_harmless(text), "dim")], screen)


def render_message(message: Message, screen: Screen) -> str:
    """Head, text, links and buttons, one below the other, without a newline at the end."""
    parts = [_head(message), *_attachment(message), *_lines(message), *_links(message), *_button_rows(message)]
    return _printed(parts, screen)


def _printed(parts: list[Text], screen: Screen) -> str:
    console = Console(
        file=io.StringIO(),
        width=screen.width,
        force_terminal=screen.has_colours,
        color_system="standard" if screen.has_colours else None,
        highlight=False,
        legacy_windows=False,
        _environ={},
    )
    with console.capture() as capture:
        for part in parts:
            console.print(part)
    return capture.get().rstrip("\n")


def _harmless(text: str) -> str:
    """The text without what could move the cursor or turn the writing around; of the same length."""
    return CONTROL.sub(" ", text)


def _head(message: Message) -> Text:
    sender = message.payload.get("from") or message.payload.get("sender_chat") or {}
    name = sender.get("first_name") or sender.get("title") or ""
    return Text(f"{_harmless(name)}{' · editado' if message.is_edited else ''}", "bold magenta")


def _attachment(message: Message) -> list[Text]:
    if "photo" in message.payload:
        size = message.payload["photo"][-1]
        return [Text(f"[imagen de {size['width']} × {size['height']}]", "dim")]
    if "document" in message.payload:
        return [Text(_harmless(f"[documento {message.payload['document']['file_name']}]"), "dim")]
    return []


def _lines(message: Message) -> list[Text]:
    """The text in its lines, styled; those of a quotation begin with a bar."""
    if not message.text:
        return []
    whole = _styled(message)
    quotes = [_span(message.text, one) for one in message.entities if one["type"] in QUOTES]
    lines, start = [], 0
    for line in whole.split("\n", allow_blank=True):
        is_quoted = any(first <= start < last for first, last in quotes)
        lines.append(Text(QUOTE_BAR, "dim").append_text(line) if is_quoted else line)
        start += len(line) + 1
    return lines


def _styled(message: Message) -> Text:
    text = Text(_harmless(message.text))
    for entity in message.entities:
        start, end = _span(message.text, entity)
        text.stylize(STYLES.get(entity["type"], ""), start, end)
        if entity["type"] == "text_link":
            text.stylize(Style(link=_harmless(entity["url"])), start, end)
    return text


def _span(text: str, entity: Entity) -> tuple[int, int]:
    return utf16_index(text, entity["offset"]), utf16_index(text, entity["offset"] + entity["length"])


def _links(message: Message) -> list[Text]:
    """Where the links lead, once each: not every terminal lets a link be followed."""
    found = {one["url"]: entity_text(message.text, one) for one in message.entities if one["type"] == "text_link"}
    return [
        Text(_harmless(f"  {name} → {url}").replace("\n", " "), "dim", no_wrap=False) for url, name in found.items()
    ]


def _button_rows(message: Message) -> list[Text]:
    rows, number = [], 1
    for row in message.rows:
        rows.append(Text("   ".join(_button(number + place, one) for place, one in enumerate(row)), "green"))
        number += len(row)
    return rows


def _button(number: int, button: Button) -> str:
    return _harmless(f"[{number}] {button.text}{' ↗' if button.url else ''}")
