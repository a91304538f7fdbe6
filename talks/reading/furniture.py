"""Furniture: what stands in an article and tells no news; the patterns are data, in `furniture.toml`.

Captions, credits, agency trailers, by-lines, «Lea también», newsletters, social networks, headings of sections.
A `piece` is one paragraph or one sentence, without white space around.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

PATTERNS: dict[str, list[str]] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
NAME = r"[A-ZÁÉÍÓÚÑÜ][\w.'’-]*"
WORDS = {
    "<agency>": f"(?:{'|'.join(PATTERNS['agencies'])})",
    "<names>": rf"{NAME}(?:,?(?: (?:y|e|de|del|la|los|von|van|/|&|-)){{0,2}} {NAME}){{0,6}}",
    "<button>": f"(?:{'|'.join(PATTERNS['buttons'])})",
}


def _any_of(*kinds: str) -> str:
    pattern = "|".join(item for kind in kinds for item in PATTERNS[kind])
    for word, meaning in WORDS.items():
        pattern = pattern.replace(word, meaning)
    return f"(?:{pattern})"


CAPTION_START = re.compile(rf"\W*{_any_of('caption_start')}")
CAPTION_END = re.compile(_any_of("caption_end"))
BEGINNING = re.compile(
    rf"\W*{_any_of('caption_start')}|[\W_]*(?:¿[^?\n]{{3,160}}\?[\W_]*)?{_any_of('read_more', 'follow_us')}"
)
WHOLE = re.compile(rf"\W*{_any_of('credit')}\)?[.\]]?|{_any_of('sign_off', 'by_line', 'desk')}\.?")
TAIL = re.compile(rf"\s*{_any_of('tail')}\s*$")
ONLY_NAMES = re.compile(WORDS["<names>"])
HEADING = re.compile(r"[^a-záéíóúñü\n]{4,80}")
HAS_LETTERS = re.compile(r"[A-ZÁÉÍÓÚÑ]{3}")
STOPS = (".", "!", "?", ":", "…", "»", "”", '"')

SEEN = rf"(?:\b{_any_of('caption_shows')}|(?<![^\s(«\"]){NAME},? {_any_of('caption_scenes')})\b"
SHOWN = (
    rf"(?=[^\n(]{{4,300}}{SEEN})(?![^\n(]*\b{_any_of('caption_tells')}\b)"
    r"[A-ZÁÉÍÓÚÑ](?:[^.!?…\n()]|\.(?=\S)|(?<=[A-Z]{2})\.){30,420}"
)
"""One sentence that says what a picture shows and nothing else."""
CREDIT_IN_BRACKETS = rf"\s?\({WORDS['<agency>']}(?:\s?/\s?[\w .’-]{{2,60}})?\)"
AGENCY = re.compile(WORDS["<agency>"])
CAPTION = re.compile(rf"{SHOWN}(?:{CREDIT_IN_BRACKETS}|\. {WORDS['<agency>']})")
CAPTION_BEFORE_NEWS = re.compile(rf"{SHOWN}{CREDIT_IN_BRACKETS}\s+(?=[«“\"¿¡A-ZÁÉÍÓÚÑ])")
SHORT_LENGTH = 320
"""Longer than that it is no caption and no invitation, however it begins or ends."""
CREDIT_LENGTH = 700
HEADING_LENGTH = 80
CAPTION_END_WITHIN = 100
TAIL_WITHIN = 60


def is_furniture(piece: str) -> bool:
    """Whether the whole piece tells no news."""
    if len(piece) > CREDIT_LENGTH:
        return False
    if len(piece) <= SHORT_LENGTH and (BEGINNING.match(piece) or _has_photo_credit(piece)):
        return True
    if WHOLE.fullmatch(piece) is not None or not any(map(str.isalnum, piece)):
        return True
    return _has_agency_at_end(piece) and CAPTION.fullmatch(piece) is not None


def news_behind_caption(text: str, start: int, end: int) -> int:
    """Where the news begins in a piece that a caption was spliced into: «Fulano saluda a Mengano (EFE) La reunión…»."""
    if "(" not in text[start:end]:
        return start
    match = CAPTION_BEFORE_NEWS.match(text, start, end)
    return match.end() if match else start


def _has_agency_at_end(piece: str) -> bool:
    """A quick look."""
    return AGENCY.search(piece[-CAPTION_END_WITHIN:]) is not None


def _has_photo_credit(piece: str) -> bool:
    return _may_be_credited(piece) and CAPTION_END.search(piece[-CAPTION_END_WITHIN:]) is not None


def _may_be_credited(piece: str) -> bool:
    """A quick look: most sentences end in a full stop and have no sign of a credit near it."""
    return not piece.endswith(STOPS) or piece.endswith((").", "].")) or "/" in piece[-CAPTION_END_WITHIN:]


def is_caption_label(piece: str) -> bool:
    """«FOTO DE ARCHIVO.» alone: the caption is the sentence after it."""
    match = CAPTION_START.match(piece)
    return match is not None and not any(map(str.isalnum, piece[match.end() :]))


def is_heading(paragraph: str) -> bool:
    """«LAS DUDAS EUROPEAS», «Kiev, Ucrania»: the title of a section or a few names, without a full stop."""
    if paragraph.endswith(STOPS):
        return False
    is_in_capitals = HEADING.fullmatch(paragraph) is not None and HAS_LETTERS.search(paragraph) is not None
    return is_in_capitals or (len(paragraph) <= HEADING_LENGTH and ONLY_NAMES.fullmatch(paragraph) is not None)


def leads_to_another(paragraph: str) -> bool:
    """«LEA TAMBIÉN:» alone: the next paragraph is the title of another article."""
    match = BEGINNING.match(paragraph)
    return match is not None and not any(map(str.isalnum, paragraph[match.end() :])) and paragraph.endswith(":")


def without_tail(text: str, start: int, end: int) -> int:
    """The end of the paragraph without what hangs on it."""
    if text.endswith(STOPS, start, end) and not text.endswith((").", "]."), start, end):
        return end
    tail = TAIL.search(text, max(start, end - TAIL_WITHIN), end)
    return tail.start() if tail else end
