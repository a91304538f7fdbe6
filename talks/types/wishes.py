"""What a chat wants to hear of, and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Mode = Literal["all", "important", "followed", "digest"]


@dataclass(frozen=True, slots=True)
class Wishes:
    """Hours and weekdays (0 is Monday) are those of the chat's time zone."""

    mode: Mode = "all"
    digest_hour: int = 20
    digest_weekday: int | None = None
    """The digest comes on this day of the week; None: every day."""
    quiet_from: int | None = None
    quiet_until: int | None = None
    paused_until: datetime | None = None
    follows: tuple[str, ...] = ()
    """«person:Dmitri Peskov», «theme:territorio»: people by their canonical name, themes by their id."""

    @property
    def has_quiet_hours(self) -> bool:
        return self.quiet_from is not None and self.quiet_from != self.quiet_until


IMPORTANT_FROM = 2
"""Importance of a development from which it counts as important."""


def person_key(name: str) -> str:
    return f"person:{name}"


def theme_key(theme_id: str) -> str:
    return f"theme:{theme_id}"
