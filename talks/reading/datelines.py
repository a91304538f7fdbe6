"""Datelines («Moscú, 6 ago (EFE).-», «KIEV (Reuters) —», «WASHINGTON.») and the time stamps of live blogs."""

from __future__ import annotations

import re

UPPER, LOWER = "A-ZÁÉÍÓÚÑÜ", "a-záéíóúñü"
WORD = rf"[{UPPER}][\w'’.-]*"
PLACE = rf"{WORD}(?: (?:de |del |la |el |los |las )?{WORD}){{0,3}}"
PLACES = rf"{PLACE}(?:\s?[/–-]\s?{PLACE}|, {PLACE}){{0,2}}(?: \([{UPPER}][\w .'’-]{{1,25}}\))?"
CAPITALS = rf"[{UPPER}]{{2}}[{UPPER}'-]*(?: (?:DE |DEL |LA |EL )?[{UPPER}]{{2}}[{UPPER}'-]*){{0,3}}"
MONTH = (
    r"(?i:ene|feb|mar|abr|may|jun|jul|ago|sept?|set|oct|nov|dic|enero|febrero|marzo|abril|mayo|junio|julio|agosto"
    r"|septiembre|setiembre|octubre|noviembre|diciembre)"
)
DATE = rf"\d{{1,2}}(?:º|°)?\s?(?:de )?{MONTH}\.?(?:,? (?:de |del )?\d{{4}})?"
NUMERIC = r"\d{1,2}[./]\d{1,2}[./]\d{4}"
AGENCY = r"[(\[][^()\[\]\n]{1,40}[)\]]"
DASH = rf"(?:\s?[.:]?\s?[-–—]{{1,2}}|\s?\.)(?=\s|[«“\"¿¡{UPPER}]|$)"
NEWS = rf"(?=\s+[^\s{LOWER}])"
"""What follows begins a sentence: «EE.UU. y Ucrania» is no place of writing."""
FORMS = (
    rf"{PLACES},? {DATE}(?:\)|\s?{AGENCY})?{DASH}",
    rf"{PLACES},? {DATE}\s?{AGENCY}(?=\s)",
    rf"{PLACES}(?:\s?[/|]\s?{WORD})?\s?{AGENCY}\s?(?:,? {DATE})?{DASH}",
    rf"{DATE}\s?{AGENCY}{DASH}",
    rf"{DATE}\s?\.\s?[-–—]{{1,2}}(?=\s)",
    rf"{NUMERIC}(?:,? {PLACES})?\s?\.\s?[-–—]{{1,2}}(?=\s)",
    rf"{AGENCY}\s?[.:]?\s?[-–—]{{1,2}}(?=\s|$)",
    r"(?:EFE|AFP|AP|Reuters|EP|DPA|Agencias)\s?[.|–—-]{1,2}(?=\s)",
    rf"{CAPITALS}(?:(?:, |\s?/\s?| – ){CAPITALS}){{0,2}}(?:, {PLACE})?(?:\s?[-–—]|\.(?:\s?[-–—])?){{1,2}}{NEWS}",
    rf"{PLACES}(?:\.\s?[-–—]{{1,2}}|\s[–—])(?=\s|[«“\"¿¡{UPPER}])",
    rf"{PLACE}(?:, {PLACE})?\.{NEWS}",
)
DATELINE = re.compile(rf"\(?(?:{'|'.join(FORMS)})\s*")
LENGTH = 90
"""Characters that a dateline may take."""
IS_MORE_THAN_A_PLACE = re.compile(r"[\d(\[–—-]")
NOT_A_PLACE = re.compile(
    r"(?:Ya|No|Sí|Si|Nada|Vaya|Hoy|Ayer|Mañana|Así|Y|O|Pero|Luego|Después|Antes|También|Además|Ni|Nunca|Jamás|Quizás?"
    r"|Tal|Tod[oa]s?|Silencio|F(?:in|IN|e|E)|Última|ÚLTIMA|Sra?|Dra?|C(?:orrección|ORRECCIÓN)|Opinión|OPINIÓN|Análisis"
    r"|ANÁLISIS|\w+(?:ado|ido|ó|aron|ieron))\b"
)
CLOCK = r"(?:[01]?\d|2[0-3])[:.][0-5]\d"
HOUR_WORD = r"(?: ?(?:h|hs|hrs|horas)\b\.?)?"
STAMP = (
    rf"(?:[\[(]{CLOCK}{HOUR_WORD}[\])]|{CLOCK}{HOUR_WORD}(?: ?\(?(?:GMT|CET|CEST|UTC)(?:[+-]\d{{1,2}})?\)?)?)"
    rf"\s*(?:[|·•:.–—-]\s*)?(?=[{UPPER}¿¡«“\"'‘(]|$)"
)
STAMP_FIRST = re.compile(STAMP)
STAMP_WITHIN = re.compile(rf"(?<=[.!?»”\"…])\s+(?={STAMP})")


def dateline_end(text: str, start: int, end: int, *, is_first: bool) -> int:
    """Where the dateline of a paragraph ends, or `start`.

    Only the first paragraph of the text may have the bare form («Kiev. El presidente…»).
    """
    match = DATELINE.match(text, start, min(end, start + LENGTH))
    if match is None or NOT_A_PLACE.match(text, start):
        return start
    return match.end() if is_first or IS_MORE_THAN_A_PLACE.search(match.group()) else start


def stamp_end(text: str, start: int, end: int) -> int:
    """Where the time stamp at the head of a live blog's entry ends, or `start`."""
    match = STAMP_FIRST.match(text, start, end)
    return match.end() if match else start


def inline_stamps(text: str, start: int, end: int) -> list[int]:
    """Where entries of a live blog begin inside one paragraph, each after the end of a sentence."""
    return [match.end() for match in STAMP_WITHIN.finditer(text, start, end)]
