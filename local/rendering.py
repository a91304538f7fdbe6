"""A message as a terminal shows it: its entities as styles, its links listed, its buttons numbered."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo

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
    """How wide the terminal is, whether it takes colours, its time zone, and the address where files are served."""

    width: int = 80
    has_colours: bool = True
    zone: tzinfo | None = None
    files_at: str = ""

    def console(self) -> Console:
        return Console(
            file=io.StringIO(),
            width=self.width,
            force_terminal=self.has_colours,
            color_system="standard" if self.has_colours else None,
            highlight=False,
            legacy_windows=False,
            _environ={},
        )


def render_event(event: Event, screen: Screen, *, first_number: int = 1) -> str:
    """What is shown when something happens in the chat; empty where nothing is."""
    if event.kind in ("sent", "edited") and event.message:
        return render_message(event.message, screen, first_number=first_number)
    if event.kind == "deleted":
        return render_notice("(mensaje borrado)", screen)
    if event.kind == "answered" and event.answer.get("text"):
        return render_notice(f"» {event.answer['text']}", screen)
    return ""


def render_notice(text: str, screen: Screen) -> str:
    """Words of the chat itself, in a lighter voice than the bot's."""
    return _printed([Text("\n".join(map(_harmless, text.split("\n"))), "dim")], screen)


def render_message(message: Message, screen: Screen, *, first_number: int = 1) -> str:
    """Head, text, links and buttons, one below the other, without a newline at the end."""
    above = [_head(message, screen), *_attachment(message, screen), *_lines(message, screen)]
    return _printed([*above, *_links(message), *_button_rows(message, first_number)], screen)


def _printed(parts: list[Text], screen: Screen) -> str:
    """Parts that do not wrap are left to the terminal to break, so that an address can be copied whole."""
    console = screen.console()
    with console.capture() as capture:
        for part in parts:
            console.print(part, soft_wrap=bool(part.no_wrap))
    return capture.get().rstrip("\n")


def _harmless(text: str) -> str:
    """The text without what could move the cursor or turn the writing around; of the same length."""
    return CONTROL.sub(" ", text)


def _head(message: Message, screen: Screen) -> Text:
    sender = message.payload.get("from") or message.payload.get("sender_chat") or {}
    name = sender.get("first_name") or sender.get("title") or ""
    at = datetime.fromtimestamp(message.at, UTC).astimezone(screen.zone)
    head = Text(_harmless(name), "bold magenta")
    return head.append(f" · {at:%H:%M}{' · editado' if message.is_edited else ''}", "not bold")


def _attachment(message: Message, screen: Screen) -> list[Text]:
    if "photo" in message.payload:
        size = message.payload["photo"][-1]
        return [_file(f"imagen de {size['width']} × {size['height']}", size["file_id"], screen)]
    if "document" in message.payload:
        document = message.payload["document"]
        return [_file(f"documento {document['file_name']}", document["file_id"], screen)]
    return []


def _file(shown: str, file_id: str, screen: Screen) -> Text:
    address = f" → {screen.files_at}{file_id}" if screen.files_at else ""
    return Text(_harmless(f"[{shown}]{address}"), "dim", no_wrap=True)


def _lines(message: Message, screen: Screen) -> list[Text]:
    """The text in its lines, styled; those of a quotation begin with a bar."""
    if not message.text:
        return []
    whole = _styled(message)
    quotes = [_span(message.text, one) for one in message.entities if one["type"] in QUOTES]
    lines, start = [], 0
    for line in whole.split("\n", allow_blank=True):
        is_quoted = any(first <= start < last for first, last in quotes)
        lines += _quoted(line, screen) if is_quoted else [line]
        start += len(line) + 1
    return lines


def _quoted(line: Text, screen: Screen) -> list[Text]:
    rows = line.wrap(screen.console(), screen.width - len(QUOTE_BAR))
    for row in rows:
        row.rstrip()
    return [Text(QUOTE_BAR, "dim").append_text(row) for row in rows]


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
    return [Text(_harmless(f"  {name} → {url}").replace("\n", " "), "dim", no_wrap=True) for url, name in found.items()]


def _button_rows(message: Message, number: int) -> list[Text]:
    rows = []
    for row in message.rows:
        rows.append(Text("   ".join(_button(number + place, one) for place, one in enumerate(row)), "green"))
        number += len(row)
    return rows


def _button(number: int, button: Button) -> str:
    return _harmless(f"[{number}] {button.text}{' ↗' if button.url else ''}")
