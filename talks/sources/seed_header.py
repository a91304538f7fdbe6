"""The optional header of a seed file: lines «clave: valor», ended by a blank line or by «---»."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, tzinfo

from talks.errors import ParseError
from talks.folding import fold
from talks.sources.clean import clean_line
from talks.sources.urls import clean_url
from talks.sources.written_dates import as_instant, parse_written

KNOWN = frozenset({"titulo", "fuente", "url", "fecha"})
LINE = re.compile(r"\s*([^\W\d_]{2,20})[ \t]*:[ \t]*(.*)")
FENCE = "---"
MOST_LINES = 20
NOON = 12
"""A plain date is taken at noon UTC: it is that day from America to Ukraine."""


@dataclass(frozen=True, slots=True)
class SeedHeader:
    title: str = ""
    outlet: str = ""
    url: str = ""
    published: datetime | None = None


def split_header(text: str) -> tuple[dict[str, str], str]:
    """The header, its keys folded, and the text after it.

    There is a header when every line up to the first blank one reads «clave: valor» and one of the keys is known:
    «Moscú: las partes se reúnen» alone is the text itself.
    """
    lines = text.lstrip("\n").split("\n")
    is_fenced = lines[0].strip() == FENCE
    start = 1 if is_fenced else 0
    end = next((n for n, line in enumerate(lines[start:], start) if line.strip() in ("", FENCE)), len(lines))
    pairs = [LINE.fullmatch(line) for line in lines[start : min(end, start + MOST_LINES)]]
    header = {fold(pair[1]): pair[2].strip() for pair in reversed(pairs) if pair}
    if not all(pairs) or not header.keys() & KNOWN:
        return {}, text
    return header, "\n".join(lines[end + 1 :])


def read_header(pairs: dict[str, str], *, zone: tzinfo, file: str) -> SeedHeader:
    """Raises ParseError for a date or an address that makes no sense; unknown keys are passed over."""
    return SeedHeader(
        title=clean_line(pairs.get("titulo", "")),
        outlet=clean_line(pairs.get("fuente", "")),
        url=_url(pairs.get("url", ""), file),
        published=_published(pairs.get("fecha", ""), zone, file),
    )


def _url(written: str, file: str) -> str:
    url = clean_url(written)
    if written and not url:
        raise ParseError(f"El archivo {file} lleva «url: {written[:100]}», que no es una dirección http o https.")
    return url


def _published(written: str, zone: tzinfo, file: str) -> datetime | None:
    if not written:
        return None
    moment = parse_written(written)
    if moment is None:
        raise ParseError(
            f"El archivo {file} lleva «fecha: {written[:100]}»; se espera 2025-12-23, 2025-12-23 18:30 "
            "o 23 de diciembre de 2025."
        )
    return as_instant(moment, zone=zone, hour=NOON)
