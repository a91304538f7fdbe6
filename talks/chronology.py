"""The chronology file: dated events of the talks, as TOML, with a source each."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, get_args

from talks.errors import ParseError
from talks.folding import fold
from talks.types import EventStatus, EventType, SourceLink, TimelineEvent

REQUIRED = ("date", "type", "status", "headline", "sources")


def read_chronology(path: Path) -> tuple[TimelineEvent, ...]:
    """The events of the file, in its order.

    Raises ParseError, one sentence with the event that is wrong.
    """
    try:
        rows = tomllib.loads(path.read_text(encoding="utf-8")).get("events", [])
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ParseError(f"No se puede leer la cronología {path.name}: {error}.") from error
    return tuple(_event(row, n, path) for n, row in enumerate(rows, 1))


def _event(row: dict[str, Any], number: int, path: Path) -> TimelineEvent:
    place = f"{path.name}, suceso {number}"
    if missing := [key for key in REQUIRED if not row.get(key)]:
        raise ParseError(f"{place}: falta {missing[0]}.")
    if row["type"] not in get_args(EventType) or row["status"] not in get_args(EventStatus):
        raise ParseError(f"{place}: tipo «{row['type']}» o estado «{row['status']}» desconocidos.")
    date = str(row["date"])
    return TimelineEvent(
        key=f"chronology:{date}:{row['type']}:{fold(row.get('place') or row['headline'])[:60]}",
        date=date,
        end_date=str(row["end_date"]) if row.get("end_date") else None,
        type=row["type"],
        status=row["status"],
        place=row.get("place"),
        actors=tuple(row.get("actors", ())),
        headline=row["headline"],
        sources=tuple(SourceLink(source["name"], source["url"]) for source in row["sources"]),
    )
