"""What one article says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

EventType = Literal[
    "meeting", "call", "visit", "statement", "proposal", "agreement", "rejection",
    "ceasefire", "sanctions", "exchange", "appointment", "other",
]  # fmt: skip
EventStatus = Literal[
    "held", "in_progress", "planned", "possible", "denied", "cancelled", "failed", "claimed", "background"
]
RelevanceLabel = Literal["central", "mentions", "off"]


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A person named in a text; one per person and article, at the first surface."""

    name: str
    surface: str
    role: str | None
    """The words beside the name that say what the person is, as written."""
    start: int
    end: int
    person_id: str | None = None
    """Id in the lexicon; None for somebody it does not know."""
    role_is_current: bool = True
    """False for «ex-», «entonces», «antiguo»."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's words; `text` is `body[start:end]`."""

    text: str
    speaker: str | None
    direct: bool
    start: int
    end: int
    via: tuple[str, ...] = ()
    speaker_id: str | None = None


@dataclass(frozen=True, slots=True)
class DateMention:
    surface: str
    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class EventMention:
    """Something that happened, will or may happen; `start`, `end` are the clause that says so."""

    type: EventType
    status: EventStatus
    start: int
    end: int
    date: str | None = None
    end_date: str | None = None
    place: str | None = None
    actors: tuple[str, ...] = ()
    """Canonical names of persons, then of institutions and countries."""
    round: int | None = None
    numbers: tuple[str, ...] = ()
    said_by: str | None = None


@dataclass(frozen=True, slots=True)
class SentenceSpan:
    start: int
    end: int
    paragraph: int
    """0 is the title."""


@dataclass(frozen=True, slots=True)
class Relevance:
    score: float
    label: RelevanceLabel

    @property
    def is_central(self) -> bool:
        return self.label == "central"


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one article says."""

    relevance: Relevance
    people: tuple[PersonMention, ...] = ()
    quotes: tuple[Quote, ...] = ()
    dates: tuple[DateMention, ...] = ()
    events: tuple[EventMention, ...] = ()
    sentences: tuple[SentenceSpan, ...] = ()
    """The sentences that carry news: captions, trailers and credits are not among them."""
    terms: tuple[str, ...] = ()
    """Ids of the lexicon's entities in the text (people, institutions, places), with repetitions."""
    themes: tuple[str, ...] = ()
