"""Which of an article's events is its news, and how much it weighs."""

from __future__ import annotations

from talks.types import Article, EventMention, Reading

LEAD_CHARACTERS = 700
WEIGHTY = {"agreement", "ceasefire", "meeting", "exchange", "sanctions", "rejection"}
SOLID = {"held", "in_progress", "cancelled", "denied", "failed"}
PRINCIPALS = {
    "Vladímir Putin",
    "Donald Trump",
    "Volodímir Zelenski",
    "Emmanuel Macron",
    "Friedrich Merz",
    "Serguéi Lavrov",
    "Marco Rubio",
}


def main_event(article: Article, reading: Reading) -> EventMention | None:
    """The first event of title and lead that is no background; one with a date and parties before a bare one."""
    limit = len(article.title) + LEAD_CHARACTERS
    candidates = [event for event in reading.events if event.status != "background" and event.start < limit]
    return max(candidates, key=_fullness, default=None)


def _fullness(event: EventMention) -> tuple[int, int]:
    filled = bool(event.date) + bool(event.place) + (len(event.actors) > 1) + (event.type != "statement") * 2
    return filled, -event.start


def importance_of(event: EventMention | None, reading: Reading) -> int:
    """1 to 3 by what happened and who took part."""
    named = {person.name for person in reading.people}
    if event is None:
        return 1
    is_weighty = event.type in WEIGHTY and event.status in SOLID
    has_principals = len(PRINCIPALS & (set(event.actors) or named)) >= 2
    return 1 + is_weighty + has_principals
