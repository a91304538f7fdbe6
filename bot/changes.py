"""What an update changes, in one sentence: «la fecha pasa del mar 3 feb al mar 10 feb»."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import get_args

from bot.dates import when
from bot.markup import clean
from bot.texts.alerts import (
    date_is_known,
    date_moves,
    number_changes,
    number_is_known,
    place_is_known,
    place_moves,
    somebody_joins,
    status_changes,
)
from bot.texts.kinds import HELD_NOW, status_word
from talks.types import DevelopmentIntent, EventStatus, EventType, Slot, SlotChange

STATUS_NAMES: frozenset[str] = frozenset(get_args(EventStatus))


def change_text(intent: DevelopmentIntent, *, today: date) -> str:
    """Plain text without a full stop; empty where nothing known has changed."""
    change = intent.change
    says = SENTENCES.get(change.slot) if change else None
    return clean(says(change, intent, today)) if says and change and change.now else ""


def _date(change: SlotChange, intent: DevelopmentIntent, today: date) -> str:
    now = when(change.now, None, today=today)
    return date_moves(when(change.before, None, today=today), now) if change.before else date_is_known(now)


def _place(change: SlotChange, intent: DevelopmentIntent, today: date) -> str:
    return place_moves(change.before, change.now) if change.before else place_is_known(change.now)


def _number(change: SlotChange, intent: DevelopmentIntent, today: date) -> str:
    return number_changes(change.before, change.now) if change.before else number_is_known(change.now)


def _participants(change: SlotChange, intent: DevelopmentIntent, today: date) -> str:
    return somebody_joins(change.now.split(", "))


def _status(change: SlotChange, intent: DevelopmentIntent, today: date) -> str:
    before, now = became(intent.type, change.before), became(intent.type, change.now, headline=intent.headline)
    return status_changes(before, now) if before and now else ""


def became(kind: EventType, status: str, *, headline: str = "") -> str:
    """«prevista», «celebrado»; empty for what is no status."""
    if status not in STATUS_NAMES:
        return ""
    if status in ("held", "background"):
        return HELD_NOW[kind]
    return status_word(kind, status, headline=headline)  # type: ignore[arg-type]  # it is one of them


SENTENCES: Mapping[Slot, Callable[[SlotChange, DevelopmentIntent, date], str]] = {
    "date": _date,
    "place": _place,
    "number": _number,
    "participants": _participants,
    "status": _status,
}
