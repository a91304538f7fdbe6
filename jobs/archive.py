"""Articles from a file: JSON Lines with id, source, url, published, title and text, or one text file."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from talks.errors import ParseError
from talks.sources.seeds import read_seed
from talks.types import Article


def read_archive(
    path: Path,
    *,
    published: datetime | None,
    now: datetime,
    infer_date: Callable[[str], date | None] = lambda _text: None,
) -> tuple[Article, ...]:
    """The articles of the file, in its order; `published` dates those that carry no date, else a text's own words do.

    Raises ParseError, one sentence with the line that is wrong.
    """
    if path.suffix in (".jsonl", ".json", ".ndjson"):
        return tuple(article for article, _ in read_lines(path, published=published or now))
    return (_from_text(path, published, infer_date),)


def read_lines(path: Path, *, published: datetime) -> Iterator[tuple[Article, int]]:
    """One article a line, each with the bytes that it took, so that a large file is never in memory.

    Raises ParseError, one sentence with the line that is wrong.
    """
    try:
        with path.open("rb") as file:
            for number, line in enumerate(file, 1):
                if line.strip():
                    yield _from_line(line.decode("utf-8"), f"{path}:{number}", published), len(line)
    except (OSError, UnicodeDecodeError) as error:
        raise ParseError(f"No se puede leer {path}: {error}.") from error


def _from_line(line: str, place: str, published: datetime) -> Article:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise ParseError(f"{place}: no es JSON ({error.msg}).") from error
    if not isinstance(row, dict) or not isinstance(row.get("text", ""), str):
        raise ParseError(f"{place}: se espera un objeto con id, source, url, published, title y text.")
    return Article(
        id=str(row.get("id", place)),
        outlet=str(row.get("source") or "Fuente sin nombre"),
        url=str(row.get("url") or ""),
        title=str(row.get("title") or ""),
        text=row.get("text", ""),
        published=_instant(row.get("published"), place) or published,
    )


def _instant(value: object, place: str) -> datetime | None:
    if not value:
        return None
    try:
        return in_utc(datetime.fromisoformat(str(value)))
    except ValueError as error:
        raise ParseError(f"{place}: «{value}» no es una fecha ISO 8601.") from error


def in_utc(moment: datetime) -> datetime:
    """An instant without zone is taken as UTC."""
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def _from_text(path: Path, published: datetime | None, infer_date: Callable[[str], date | None]) -> Article:
    intent = read_seed(path, infer_date=infer_date)
    return Article(
        id=path.stem,
        outlet=intent.outlet,
        url=intent.url,
        title=intent.title,
        text=intent.text,
        published=published or intent.published,
        published_by="header" if published else intent.published_by,
    )
