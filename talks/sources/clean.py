"""Clean text: no mojibake, no HTML entities, no invisible characters, paragraphs kept."""

from __future__ import annotations

import html
import re

import ftfy

ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
USUAL = re.compile(r"[\n -~¡¿«»ÁÉÍÓÚÜÑáéíóúüñçÇªº°·–—‘’“”…€]*")
"""Text of nothing else is clean already: most Spanish copy."""
REPAIRS = ftfy.TextFixerConfig(uncurl_quotes=False, unescape_html=False, fix_character_width=False, explain=False)
"""Quotation marks stay as printed: what is shown between marks is an exact span."""
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe0f\ufeff\ufffc\ud800-\udfff]")
NEW_PARAGRAPH = re.compile(r"\n\s*\n")
WRAPPED = re.compile(
    r"(?<=[^\W_])\n(?=[a-zà-ÿ])|(?<=[,;])\n"
    r"|(?<=(?<!\w)[aeoy])\n|(?<=(?<!\w)(?:al|de|el|en|la|lo|se|su|un))\n|(?<=(?<!\w)(?:con|del|las|los|por|que|sin|una))\n"
)
"""A line that was broken in the middle of a sentence: after a comma, a small word, or before a small letter."""
NARROW, WIDE, RAGGED = 50, 140, 0.7
"""Characters of the longest line of a text that was broken to a width, and how much shorter the others may be."""
LOOSE_END = " \n,;:.–—-"


def clean_text(text: str) -> str:
    """Paragraphs separated by one blank line; a line break inside one stays, except in the middle of a sentence."""
    repaired = _repair(unescape(text))
    paragraphs = [lines for paragraph in NEW_PARAGRAPH.split(repaired) if (lines := _lines(paragraph))]
    join = _joined if _is_broken_to_a_width(paragraphs) else _mended
    return "\n\n".join(map(join, paragraphs))


def clean_line(text: str) -> str:
    return " ".join(_repair(unescape(text)).split())


def unescape(text: str) -> str:
    """Decode the entities that are closed by a semicolon: «&copy» in an address is none."""
    return ENTITY.sub(lambda match: html.unescape(match.group()), text) if "&" in text else text


def _repair(text: str) -> str:
    if USUAL.fullmatch(text):
        return text
    return INVISIBLE.sub("", ftfy.fix_text(text, REPAIRS))


def _lines(paragraph: str) -> list[str]:
    return [tidy for line in paragraph.split("\n") if (tidy := " ".join(line.split()))]


def _joined(lines: list[str]) -> str:
    return " ".join(lines)


def _mended(lines: list[str]) -> str:
    return WRAPPED.sub(" ", "\n".join(lines))


def _is_broken_to_a_width(paragraphs: list[list[str]]) -> bool:
    """All lines but the last of each paragraph are about as long as the longest, and most end inside a sentence."""
    full = [line for lines in paragraphs for line in lines[:-1]]
    longest = max(map(len, full), default=0)
    return (
        len(full) >= 2
        and NARROW <= longest <= WIDE
        and min(map(len, full)) >= longest * RAGGED
        and sum(line[-1].isalnum() for line in full) * 2 > len(full)
    )


def shorten(text: str, limit: int) -> str:
    """At most `limit` characters, cut at a word and marked with «…»."""
    if len(text) <= limit:
        return text
    head = text[: limit - 1]
    at_word = head.rsplit(None, 1)[0] if not text[limit - 1].isspace() and " " in head else head
    return f"{at_word.rstrip(LOOSE_END)}…"
