"""Seed files: texts that the operator drops into a folder. UTF-8, `.txt` or `.md`, header optional."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo

from talks.errors import ParseError
from talks.sources.clean import clean_line, clean_text, shorten
from talks.sources.entries import LONGEST_TEXT, LONGEST_TITLE
from talks.sources.headline import headline_of
from talks.sources.seed_header import NOON, SeedHeader, read_header, split_header
from talks.sources.written_dates import as_instant
from talks.types import ArticleIntent, DateOrigin

SUFFIXES = {".txt", ".md"}
LEFT_OUT = {"readme.md", "readme.txt"}
LARGEST = 1_000_000
"""Bytes."""
OWN_OUTLET = "Archivo propio"
UNTITLED = "Sin título"
HOME = ZoneInfo("Europe/Madrid")
WIDE = (b"\xff\xfe", b"\xfe\xff")
BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
HEADING = re.compile(r"\s*#{1,6}[ \t]+([^\n]*)")
MARKDOWN = (
    (re.compile(r"!\[[^\[\]\n]{0,500}\]\([^()\n]{0,2000}\)"), ""),
    (re.compile(r"\[([^\[\]\n]{1,500})\]\([^()\n]{0,2000}\)"), r"\1"),
    (re.compile(r"^#{1,6}[ \t]+", re.MULTILINE), ""),
    (re.compile(r"(\*\*|__)(?=\S)([^*_\n]{1,500})(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<!\w)([*_])(?=\S)([^*_\n]{1,500})(?<=\S)\1(?!\w)"), r"\2"),
)


def seed_files(folder: Path) -> tuple[Path, ...]:
    """The seed files of the folder and its subfolders, in order; hidden ones and README left out."""
    found = (path for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES)
    return tuple(sorted(path for path in found if _is_seed(path.relative_to(folder))))


def _is_seed(path: Path) -> bool:
    return path.name.lower() not in LEFT_OUT and not any(part.startswith(".") for part in path.parts)


@dataclass(frozen=True, slots=True)
class SeedFile:
    """A file as it was found; its content is its identity."""

    name: str
    data: bytes
    changed: datetime

    @property
    def key(self) -> str:
        return hashlib.sha256(self.data).hexdigest()[:32]


def load_seed(path: Path, *, folder: Path | None = None) -> SeedFile:
    """The bytes of a seed file. A link must stay within `folder`, or within its own folder.

    Raises ParseError, one sentence that names the file.
    """
    data, changed = _read(path, folder or path.parent)
    return SeedFile(path.name, data, changed)


def parse_seed(file: SeedFile, *, infer_date: Callable[[str], date | None], zone: tzinfo = HOME) -> ArticleIntent:
    """The article of a seed file, dated by its header, else by what `infer_date` makes of its text, else by the file.

    A time without zone is one of `zone`. Raises ParseError, one sentence that names the file.
    """
    pairs, rest = split_header(_decode(file.data, file.name))
    header = read_header(pairs, zone=zone, file=file.name)
    heading, rest = _split_heading(rest) if file.name.lower().endswith(".md") else ("", rest)
    text = shorten(clean_text(rest), LONGEST_TEXT)
    if not text:
        raise ParseError(f"El archivo {file.name} no tiene texto.")
    published, published_by = _date(header, text, infer_date, file.changed)
    return ArticleIntent(
        key=file.key,
        url=header.url,
        outlet=header.outlet or OWN_OUTLET,
        title=shorten(header.title or heading, LONGEST_TITLE) or headline_of(text) or UNTITLED,
        text=text,
        published=published,
        published_by=published_by,
    )


def read_seed(
    path: Path, *, infer_date: Callable[[str], date | None], folder: Path | None = None, zone: tzinfo = HOME
) -> ArticleIntent:
    """Load and parse at once."""
    return parse_seed(load_seed(path, folder=folder), infer_date=infer_date, zone=zone)


def _read(path: Path, folder: Path) -> tuple[bytes, datetime]:
    """The bytes and when the file was last changed."""
    try:
        if not path.resolve().is_relative_to(folder.resolve()):
            raise ParseError(f"El archivo {path.name} es un enlace que sale de su carpeta.")
        if path.is_dir():
            raise ParseError(f"{path.name} es una carpeta, no un archivo.")
        if path.exists() and not path.is_file():
            raise ParseError(f"{path.name} no es un archivo corriente.")
        with path.open("rb") as file:
            changed = os.fstat(file.fileno()).st_mtime
            return file.read(LARGEST + 1), datetime.fromtimestamp(changed, UTC)
    except FileNotFoundError as error:
        raise ParseError(f"El archivo {path.name} no existe o desapareció mientras se leía.") from error
    except PermissionError as error:
        raise ParseError(f"El archivo {path.name} no se puede leer: falta permiso.") from error
    except (OSError, ValueError, OverflowError, RuntimeError) as error:
        raise ParseError(f"El archivo {path.name} no se puede leer ({error}).") from error


def _decode(data: bytes, file: str) -> str:
    if len(data) > LARGEST:
        raise ParseError(f"El archivo {file} pesa más de {LARGEST // 1_000_000} MB.")
    if data.startswith(WIDE):
        raise ParseError(f"El archivo {file} está en UTF-16; guárdelo como UTF-8.")
    if BINARY.search(data):
        raise ParseError(f"El archivo {file} es binario, no texto.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ParseError(f"El archivo {file} no está en UTF-8; guárdelo como UTF-8.") from error
    if not text.strip():
        raise ParseError(f"El archivo {file} está vacío.")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _split_heading(text: str) -> tuple[str, str]:
    """The heading that a Markdown text begins with, and the rest of it without its marks."""
    found = HEADING.match(text)
    heading, rest = (found.group(1), text[found.end() :]) if found else ("", text)
    return clean_line(_without_marks(heading.rstrip(" \t#"))), _without_marks(rest)


def _without_marks(text: str) -> str:
    for pattern, replacement in MARKDOWN:
        text = pattern.sub(replacement, text)
    return text


def _date(
    header: SeedHeader, text: str, infer_date: Callable[[str], date | None], changed: datetime
) -> tuple[datetime, DateOrigin]:
    if header.published:
        return header.published, "header"
    if day := infer_date(text):
        return as_instant(day, zone=UTC, hour=NOON), "calendar"
    return changed, "file"
