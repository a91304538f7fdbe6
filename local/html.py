"""Telegram's HTML: text with tags in, plain text and entities out, as strict as the server is.

The sentences of the errors are those of Telegram (td/telegram/MessageEntity.cpp); offsets in them count bytes of UTF-8,
those of the entities UTF-16 units.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from local.addresses import good_address
from local.entities import Entity, nested, ordered, utf16_length

STYLES = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "a": "text_link",
    "tg-emoji": "custom_emoji",
}
ATTRIBUTE = {"a": "href", "code": "class", "span": "class", "tg-emoji": "emoji-id", "blockquote": "expandable"}
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
REFERENCE = re.compile(
    r"&(?:(?P<name>lt|gt|amp|quot)(?![A-Za-z])|#(?P<decimal>\d{1,7})|#[xX](?P<hex>[0-9a-fA-F]{1,6}));?"
)
NAME = re.compile(r"[^\s>]*")
ATTRIBUTE_NAME = re.compile(r"[^\s=>]*")
NAME_TOKEN = re.compile(r"[A-Za-z0-9.-]*")
BLANK = re.compile(r"\s*")
USER_LINK = re.compile(r"tg://user\?id=(\d+)")


class HtmlError(ValueError):
    """The text is not Telegram's HTML; `str()` is what Telegram says after «can't parse entities: »."""


@dataclass(frozen=True)
class _Tag:
    name: str
    argument: str | None
    offset: int
    text_from: int


@dataclass
class _Scanner:
    source: str
    at: int = 0
    out: list[str] = field(default_factory=list)
    length: int = 0
    open: list[_Tag] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)
    languages: dict[int, str] = field(default_factory=dict)

    def bytes_before(self, index: int) -> int:
        return len(self.source[:index].encode("utf-8", "surrogatepass"))

    def take(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self.source, self.at)
        self.at = match.end() if match else self.at
        return match.group() if match else ""

    def peek(self) -> str:
        return self.source[self.at : self.at + 1]

    def put(self, text: str) -> None:
        self.out.append(text)
        self.length += utf16_length(text)


def parse_html(source: str) -> tuple[str, list[Entity]]:
    """The plain text and the entities of a text in Telegram's HTML.

    Raises HtmlError.
    """
    scanner = _Scanner(source)
    while scanner.at < len(source):
        if scanner.peek() == "<":
            _read_tag(scanner)
        else:
            scanner.put(_read_letter(scanner))
    if scanner.open:
        raise HtmlError(f'Can\'t find end tag corresponding to start tag "{scanner.open[-1].name}"')
    return "".join(scanner.out), nested(ordered(scanner.entities))


def _read_letter(scanner: _Scanner) -> str:
    """The next letter, a reference decoded; a `&` that opens no known reference is itself."""
    match = REFERENCE.match(scanner.source, scanner.at)
    letter = _decoded(match) if match else ""
    if match and letter:
        scanner.at = match.end()
        return letter
    letter = scanner.peek()
    scanner.at += 1
    return letter


def _decoded(match: re.Match[str]) -> str:
    if match["name"]:
        return NAMED[match["name"]]
    code = int(match["decimal"]) if match["decimal"] else int(match["hex"], 16)
    return chr(code) if 0 < code < 0xD800 or 0xDFFF < code < 0x110000 else ""


def _read_tag(scanner: _Scanner) -> None:
    if scanner.source.startswith("</", scanner.at):
        _read_end_tag(scanner)
    else:
        _read_start_tag(scanner)


def _read_start_tag(scanner: _Scanner) -> None:
    begin = scanner.bytes_before(scanner.at)
    scanner.at += 1
    name = scanner.take(NAME).lower()
    if not scanner.peek():
        raise HtmlError(f"Unclosed start tag at byte offset {begin}")
    if name not in STYLES:
        raise HtmlError(f'Unsupported start tag "{name}" at byte offset {begin}')
    argument = _read_attributes(scanner, name, begin)
    if name == "span" and argument != "tg-spoiler":
        raise HtmlError(f'Tag "span" must have class "tg-spoiler" at byte offset {begin}')
    if name == "code" and argument and argument.startswith("language-"):
        scanner.languages[scanner.length] = argument.removeprefix("language-")
    scanner.open.append(_Tag(name, argument, scanner.length, len(scanner.out)))


def _read_attributes(scanner: _Scanner, tag: str, begin: int) -> str | None:
    """The value of the one attribute that the tag has; the others are read and dropped."""
    argument = None
    while scanner.take(BLANK) is not None and scanner.peek() != ">":
        name = scanner.take(ATTRIBUTE_NAME).lower()
        if not name:
            raise HtmlError(_about_attribute(scanner, "Empty attribute name in", tag, begin))
        value = _read_value(scanner, tag, begin, needed=name != "expandable")
        if name == ATTRIBUTE.get(tag):
            argument = value
    scanner.at += 1
    return argument


def _about_attribute(scanner: _Scanner, complaint: str, tag: str, begin: int) -> str:
    if not scanner.peek():
        return f"Unclosed start tag at byte offset {begin}"
    return f'{complaint} the tag "{tag}" at byte offset {begin}'


def _read_value(scanner: _Scanner, tag: str, begin: int, *, needed: bool) -> str:
    scanner.take(BLANK)
    if scanner.peek() != "=":
        if needed:
            raise HtmlError(
                _about_attribute(scanner, "Expected equal sign in declaration of an attribute of", tag, begin)
            )
        return ""
    scanner.at += 1
    scanner.take(BLANK)
    value = _read_quoted(scanner) if scanner.peek() in ("'", '"') else _read_token(scanner)
    if not scanner.peek():
        raise HtmlError(f"Unclosed start tag at byte offset {begin}")
    return value


def _read_quoted(scanner: _Scanner) -> str:
    mark = scanner.peek()
    scanner.at += 1
    letters = []
    while scanner.peek() not in ("", mark):
        letters.append(_read_letter(scanner))
    scanner.at += bool(scanner.peek())
    return "".join(letters)


def _read_token(scanner: _Scanner) -> str:
    begin = scanner.bytes_before(scanner.at)
    token = scanner.take(NAME_TOKEN).lower()
    if scanner.peek() and not scanner.peek().isspace() and scanner.peek() != ">":
        raise HtmlError(f"Unexpected end of name token at byte offset {begin}")
    return token


def _read_end_tag(scanner: _Scanner) -> None:
    begin = scanner.bytes_before(scanner.at)
    if not scanner.open:
        raise HtmlError(f"Unexpected end tag at byte offset {begin}")
    scanner.at += 2
    name = scanner.take(NAME).lower()
    scanner.take(BLANK)
    if scanner.peek() != ">":
        raise HtmlError(f"Unclosed end tag at byte offset {begin}")
    scanner.at += 1
    tag = scanner.open.pop()
    if name and name != tag.name:
        raise HtmlError(f'Unmatched end tag at byte offset {begin}, expected "</{tag.name}>", found "</{name}>"')
    _close(scanner, tag)


def _close(scanner: _Scanner, tag: _Tag) -> None:
    place = {"offset": tag.offset, "length": scanner.length - tag.offset}
    details = _details(tag, "".join(scanner.out[tag.text_from :]))
    if place["length"] and details is not None:
        language = _inner_language(scanner, place) if tag.name == "pre" else {}
        scanner.entities.append(details | place | language)


def _inner_language(scanner: _Scanner, place: Entity) -> Entity:
    """`<pre><code class="language-x">`: the code inside goes, and gives its language to the pre around it."""
    last = scanner.entities[-1] if scanner.entities else {}
    if last.get("type") != "code" or (last["offset"], last["length"]) != (place["offset"], place["length"]):
        return {}
    language = scanner.languages.get(last["offset"])
    scanner.entities.pop()
    return {"language": language} if language else {}


def _details(tag: _Tag, text: str) -> Entity | None:
    """The entity without its place, or nothing where Telegram drops it: a link that leads nowhere."""
    if tag.name == "a":
        return _link(tag.argument or text)
    if tag.name == "blockquote" and tag.argument is not None:
        return {"type": "expandable_blockquote"}
    if tag.name == "tg-emoji":
        if not (tag.argument or "").isdecimal():
            raise HtmlError("Invalid custom emoji identifier specified")
        return {"type": "custom_emoji", "custom_emoji_id": tag.argument}
    return {"type": STYLES[tag.name]}


def _link(address: str) -> Entity | None:
    user = USER_LINK.fullmatch(address)
    if user:
        return {"type": "text_mention", "user": {"id": int(user[1]), "is_bot": False, "first_name": ""}}
    url = good_address(address)
    return {"type": "text_link", "url": url} if url else None
