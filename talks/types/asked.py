"""What people ask for: the chronology, statements and roles."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from talks.types.news import SourceLink
from talks.types.reading import EventStatus, EventType


@dataclass(frozen=True, slots=True)
class TimelineEvent:
    """An event about to enter the chronology; `key` makes entering it twice harmless."""

    key: str
    date: str
    end_date: str | None
    type: EventType
    status: EventStatus
    place: str | None
    actors: tuple[str, ...]
    headline: str
    sources: tuple[SourceLink, ...]


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """One line of the chronology: from the seeds, or from what the bot has read."""

    id: int
    date: str
    end_date: str | None
    type: EventType
    status: EventStatus
    place: str | None
    actors: tuple[str, ...]
    headline: str
    sources: tuple[SourceLink, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """A quotation in the store, ready to be shown."""

    text: str
    speaker: str
    direct: bool
    said_at: datetime
    outlet: str
    url: str


@dataclass(frozen=True, slots=True)
class RoleObservation:
    """A role read beside a name, with the day and the outlet."""

    role: str
    outlet: str
    date: str
