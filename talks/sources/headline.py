"""A headline for a text that has none: its first sentence, never the caption of a picture."""

from __future__ import annotations

import re

from talks.folding import fold
from talks.sources.clean import shorten

LONGEST = 120
LOOKED_AT = 2_000
"""Characters at the head of a paragraph."""
CAPTION = re.compile(
    r"[(\[]?(?:fotos?|fotografias?|imagen|imagenes|videos?|infografia|grafico|archivo|galeria|pie de foto|creditos?)"
    r"(?: de archivo)?\s*[:.|–—-]"
    r"|[(\[]?(?:fotos?|fotografias?|imagen|imagenes) (?:de archivo|cedida|facilitada|proporcionada)\b"
    r"|en (?:la|esta) (?:foto|imagen|fotografia)\b"
)
"""On folded text."""
SENTENCE_END = re.compile(r"[.!?…][\"»”’)\]]*(?=\s+[\"«“‘¿¡(—]*[A-ZÁÉÍÓÚÑÜ0-9])")
ABBREVIATED = re.compile(
    r"(?:\b[A-ZÁÉÍÓÚÑ]|\b(?:EE|UU|RR|FF|AA|Sra?|Dra?|Gral|Cnel|Tte|Lic|Ing|Prof|Mons|Excmo|art|núm|pág|n|etc|vs"
    r"|aprox|ene|feb|mar|abr|jun|jul|ago|sept?|oct|nov|dic))\.$"
)


def headline_of(text: str) -> str:
    """The first sentence of the first paragraph that is no caption, cut at a word; empty if all are captions."""
    for line in text.split("\n"):
        if line.strip() and not is_caption(line):
            return shorten(_first_sentence(line.strip()[:LOOKED_AT]), LONGEST)
    return ""


def is_caption(line: str) -> bool:
    return CAPTION.match(fold(line[:LOOKED_AT])) is not None


def _first_sentence(paragraph: str) -> str:
    for found in SENTENCE_END.finditer(paragraph):
        if not ABBREVIATED.search(paragraph, max(0, found.start() - 8), found.start() + 1):
            return paragraph[: found.end()]
    return paragraph
