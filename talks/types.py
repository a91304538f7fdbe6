"""The values that travel along the line: `Source → Fetched → ParsedEntry → Article → Reading → Verdict → Development`.

All are frozen. Offsets count characters of `Article.body`, which is `title + "\\n\\n" + text`; `end` is exclusive.
Instants are aware datetimes in UTC; calendar dates are ISO 8601 strings: a day, a month, a year or `a/b`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

EventType = Literal[
    "meeting", "call", "visit", "statement", "proposal", "agreement", "rejection",
    "ceasefire", "sanctions", "exchange", "appointment", "other",
]  # fmt: skip
EventStatus = Literal[
    "held", "in_progress", "planned", "possible", "denied", "cancelled", "failed", "claimed", "background"
]
Novelty = Literal["new", "update", "repeat", "background", "offtopic"]
RelevanceLabel = Literal["central", "mentions", "off"]
DateOrigin = Literal["feed", "page", "url", "header", "dateline", "calendar", "file", "first_seen"]


@dataclass(frozen=True, slots=True)
class Source:
    """A feed, or the folder of seed files, with what is known of it."""

    id: int
    url: str
    kind: Literal["feed", "seeds"]
    title: str
    etag: str | None = None
    last_modified: str | None = None
    checked_at: datetime | None = None
    next_check_at: datetime | None = None
    failures: int = 0
    last_error: str | None = None
    is_primed: bool = False
    """True once its backlog is in the store: what comes later may alert."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a server answered. `body` is empty when `status` is 304."""

    url: str
    final_url: str
    status: int
    body: bytes
    content_type: str
    etag: str | None
    last_modified: str | None
    max_age: float | None = None
    """Seconds that the server asks to wait before the next request."""
    moved_permanently: bool = False


@dataclass(frozen=True, slots=True)
class ParsedEntry:
    """One item of a feed, plain text already; `key` identifies it within its feed."""

    key: str
    url: str
    title: str
    text: str
    published: datetime | None


@dataclass(frozen=True, slots=True)
class ParsedFeed:
    title: str
    link: str
    entries: tuple[ParsedEntry, ...]
    ttl: float | None = None
    """Seconds, by the feed's own word."""


@dataclass(frozen=True, slots=True)
class ArticleIntent:
    """An article about to be stored."""

    key: str
    url: str
    outlet: str
    title: str
    text: str
    published: datetime
    published_by: DateOrigin
    is_history: bool = False
    """Known before the bot started: read and remembered, never alerted."""


@dataclass(frozen=True, slots=True)
class Article:
    id: str
    outlet: str
    url: str
    title: str
    text: str
    published: datetime
    published_by: DateOrigin = "feed"
    first_seen: datetime | None = None
    is_history: bool = False

    @property
    def body(self) -> str:
        return f"{self.title}\n\n{self.text}"

    @property
    def has_estimated_date(self) -> bool:
        return self.published_by in ("calendar", "file", "first_seen")


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


@dataclass(frozen=True, slots=True)
class Development:
    id: int
    created_at: datetime
    intent: DevelopmentIntent
    sources: tuple[SourceLink, ...]


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
    numbers: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Judged:
    """An article with its reading and its verdict: a member of the live pool."""

    verdict_id: int
    article: Article
    reading: Reading
    story_id: str
    novelty: Novelty
    development_id: int | None
    development: DevelopmentIntent | None
    tells: tuple[int, ...] = ()
    """Developments that the article reports, its own among them."""


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


@dataclass(frozen=True, slots=True)
class Chat:
    """A chat of one bot: the local chat and a real bot never share their subscribers."""

    bot_id: int
    id: int
    kind: Literal["private", "group", "supergroup", "channel"]
    title: str
    is_subscribed: bool
    topic_id: int | None = None
    timezone: str = "Europe/Madrid"


@dataclass(frozen=True, slots=True)
class Delivery:
    """One row of the outbox: one development for one chat."""

    id: int
    chat: Chat
    development_id: int
    attempts: int
