"""Text for Telegram: foreign words made harmless, lengths in UTF-16 units, links, and the way back to plain text."""

from __future__ import annotations

import html
import re
import unicodedata
from urllib.parse import urlsplit

ELLIPSIS = "…"
LONGEST_LINK = 1000
JOINERS = "\u200d\ufe0f"
"""They belong to emoji and are no danger."""
_HARMFUL = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
_MARKS_IN_A_ROW = re.compile(
    r"([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u20d0-\u20ff]{2})[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u20d0-\u20ff]+"
)
_SENTENCE_END = re.compile(r"(?:(?<=[a-záéíóúüñ]{2})|(?<=[\d»”\")%]))[.!?…][»”\"]?(?=\s+[A-ZÁÉÍÓÚÜÑ¿¡«“\"—\d])")
"""Not after capitals, as in «EE. UU.», nor before a small letter, as in «dic. de»."""
_TAG = re.compile(r"<[^>]*>")
_LINK = re.compile(r'<a href="([^"]*)">(.*?)</a>', re.DOTALL)


def length(text: str) -> int:
    """In UTF-16 units, as Telegram counts."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def clean(text: str) -> str:
    """One line without control characters, direction marks, lone surrogates or towers of accents."""
    harmless = text if text.isprintable() else _without_harm(text)
    return _MARKS_IN_A_ROW.sub(r"\1", " ".join(harmless.split()))


def _without_harm(text: str) -> str:
    return "".join(" " if letter.isspace() else letter for letter in text if letter.isspace() or _is_harmless(letter))


def _is_harmless(letter: str) -> bool:
    return letter in JOINERS or unicodedata.category(letter) not in _HARMFUL


def escape(text: str) -> str:
    return html.escape(text, quote=True)


def safe(text: str, limit: int) -> str:
    """Foreign text, ready to stand in HTML: clean, at most so many units long, escaped."""
    return escape(shorten(clean(text), limit))


def shorten(text: str, limit: int) -> str:
    """Cut between words, with an ellipsis, so that it is at most `limit` UTF-16 units long."""
    if length(text) <= limit:
        return text
    return cut(text, limit - 1).rstrip(" ,;:.—–-") + ELLIPSIS if limit > 0 else ""


def whole_sentences(text: str, limit: int) -> str:
    """The sentences that fit; where they are less than half of what would, cut between words."""
    if length(text) <= limit:
        return text
    ends = [found.end() for found in _SENTENCE_END.finditer(_first_units(text, limit))]
    return text[: ends[-1]] if ends and ends[-1] * 2 >= limit else shorten(text, limit)


def cut(text: str, limit: int) -> str:
    """The longest beginning within the limit that ends with a word; a first word that is too long is broken."""
    if length(text) <= limit:
        return text
    head = _first_units(text, limit)
    if head[-1:].isspace() or text[len(head) :][:1].isspace():
        return head.rstrip()
    whole_words = head.rsplit(None, 1)[0] if len(head.split(None, 1)) > 1 else head
    return whole_words.rstrip()


def _first_units(text: str, limit: int) -> str:
    head = text[: max(0, limit)]
    while length(head) > limit:
        head = head[:-1]
    return head


def bold(text: str) -> str:
    return f"<b>{text}</b>"


def link(text: str, url: str) -> str:
    """`text` is HTML already; without a sound web address it stays plain."""
    return f'<a href="{escape(url)}">{text}</a>' if is_web_address(url) else text


def is_web_address(url: str) -> bool:
    if len(url) > LONGEST_LINK or clean(url) != url or " " in url:
        return False
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname)


def plain(markup: str) -> str:
    """The text that a reader sees."""
    return html.unescape(_TAG.sub("", markup))


def for_terminal(markup: str) -> str:
    """Plain text with the addresses of links behind their words."""
    return plain(_LINK.sub(lambda found: f"{found[2]} ({found[1]})", markup))
