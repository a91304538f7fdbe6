"""What is new across articles."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from talks.types.reading import EventMention, EventStatus, EventType, Reading
from talks.types.sources import Article

Novelty = Literal["new", "update", "repeat", "background", "offtopic"]
Slot = Literal["event", "status", "date", "place", "number", "participants", "outcome"]


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing told: for the event `event_key`, the slot has the value."""

    event_key: str
    slot: str
    value: str
    polarity: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class QuotedWords:
    """Words to be shown between « »: an exact span of a stored source."""

    text: str
    speaker: str


@dataclass(frozen=True, slots=True)
class SourceLink:
    outlet: str
    url: str


@dataclass(frozen=True, slots=True)
class SlotChange:
    """What an update changes: `before` and `now` are ISO days or intervals, statuses, places, counts («84 prisioneros»)
    or names («Turquía, Catar»)."""

    slot: Slot
    before: str
    """Empty where nothing was known."""
    now: str


@dataclass(frozen=True, slots=True)
class DevelopmentIntent:
    """A development about to be stored; every sentence in it is a span of its article."""

    story_id: str
    article_id: str
    type: EventType
    status: EventStatus
    importance: int
    headline: str
    summary: str
    date: str | None
    end_date: str | None
    place: str | None
    actors: tuple[str, ...]
    quote: QuotedWords | None
    before: str | None
    """What was known before, in plain words; None for the first development of a story."""
    date_is_estimated: bool
    reason: str
    answers_id: int | None = None
    """The development that this one updates."""
    change: SlotChange | None = None
    """What it changes there."""
    day_is_told: bool = True
    """Whether `date` is the event's by anybody's account, or the day of publication."""
    earlier: EventMention | None = None
    """A meeting or call of the last weeks that the article looks back on, where nothing was told `before`."""


@dataclass(frozen=True, slots=True)
class Development:
    id: int
    created_at: datetime
    intent: DevelopmentIntent
    sources: tuple[SourceLink, ...]
    """Independent ones: copies and further prints of one wire are not among them."""
    revision: int = 0
    """Counts what has become known since: sources, and a later development that changes it."""
    followed_by: DevelopmentIntent | None = None
    """The newest development that changed what this one told."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one article adds to what is known, and why."""

    article_id: str
    story_id: str | None
    novelty: Novelty
    reason: str
    """One Spanish sentence, for /porque."""
    facts: tuple[Fact, ...] = ()
    development: DevelopmentIntent | None = None
    corroborates: tuple[int, ...] = ()
    """Developments told before that this article tells again."""
    duplicate_of: str | None = None
    wire: str = ""
    """The agency whose report the article prints, else its outlet: one wire is one source."""
    sketch: tuple[int, ...] = ()
    """A few hashes of the text, by which its copies are found long after."""
    numbers: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class StoryMove:
    """An article turned out to be of another story."""

    article_id: str
    story_id: str


@dataclass(frozen=True, slots=True)
class Judged:
    """An article with its reading and its verdict: a member of the live pool."""

    verdict_id: int
    decided_at: datetime
    article: Article
    reading: Reading
    story_id: str
    novelty: Novelty
    development_id: int | None
    development: DevelopmentIntent | None
    tells: tuple[int, ...] = ()
    """Developments that the article reports, its own among them."""
    copy_of: str | None = None
    """The article whose text it is, whole or cut."""
