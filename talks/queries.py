"""What people ask for, as values: the filter of a timeline."""

from __future__ import annotations

from dataclasses import dataclass

from talks.types import EventType


@dataclass(frozen=True, slots=True)
class TimelineQuery:
    """Events that carry every word (folded), between two ISO dates (days or months, both included), of one type."""

    words: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    type: EventType | None = None
