"""The values that travel along the line: `Source → Fetched → ParsedEntry → Article → Reading → Verdict → Development`.

All are frozen. Offsets count characters of `Article.body`, which is `title + "\\n\\n" + text`; `end` is exclusive.
Instants are aware datetimes in UTC; calendar dates are ISO 8601 strings: a day, a month, a year or `a/b`.
"""

from talks.types.asked import RoleObservation, Statement, TimelineEvent, TimelineRow
from talks.types.chats import Chat, Delivery, DeliveryState, Hold, Known, PendingEdit, Reserved, Settlement
from talks.types.news import (
    Development,
    DevelopmentIntent,
    Fact,
    Judged,
    Novelty,
    QuotedWords,
    Slot,
    SlotChange,
    SourceLink,
    StoryMove,
    Verdict,
)
from talks.types.reading import (
    DateMention,
    EventMention,
    EventStatus,
    EventType,
    PersonMention,
    Quote,
    Reading,
    Relevance,
    RelevanceLabel,
    SentenceSpan,
)
from talks.types.sources import Article, ArticleIntent, DateOrigin, Fetched, ParsedEntry, ParsedFeed, Source
from talks.types.wishes import Mode, Wishes

__all__ = [
    "Article",
    "ArticleIntent",
    "Chat",
    "DateMention",
    "DateOrigin",
    "Delivery",
    "DeliveryState",
    "Development",
    "DevelopmentIntent",
    "EventMention",
    "EventStatus",
    "EventType",
    "Fact",
    "Fetched",
    "Hold",
    "Known",
    "Judged",
    "Mode",
    "Novelty",
    "ParsedEntry",
    "ParsedFeed",
    "PendingEdit",
    "PersonMention",
    "Quote",
    "QuotedWords",
    "Reading",
    "Relevance",
    "RelevanceLabel",
    "Reserved",
    "RoleObservation",
    "SentenceSpan",
    "Settlement",
    "Slot",
    "SlotChange",
    "Source",
    "SourceLink",
    "Statement",
    "StoryMove",
    "TimelineEvent",
    "TimelineRow",
    "Verdict",
    "Wishes",
]
