"""When each job runs: data only."""

from __future__ import annotations

from dataclasses import dataclass

DIGEST_SECONDS = 30
DELIVER_SECONDS = 1
BACKUP_SECONDS = 15 * 60
"""Between two looks at whether a copy is due."""
TIDY_SECONDS = 24 * 60 * 60
RELEASE_SECONDS = 30


@dataclass(frozen=True, slots=True)
class ScheduledJob:
    """A job by its name and the seconds between two of its ticks; it ticks first as soon as the bot starts."""

    name: str
    seconds: int


def timetable(*, poll_seconds: int) -> tuple[ScheduledJob, ...]:
    """The poll ends with a digest of its own; the digest job takes up what an interruption left."""
    return (
        ScheduledJob("poll", poll_seconds),
        ScheduledJob("digest", min(DIGEST_SECONDS, poll_seconds)),
        ScheduledJob("release", RELEASE_SECONDS),
        ScheduledJob("deliver", DELIVER_SECONDS),
        ScheduledJob("backup", BACKUP_SECONDS),
        ScheduledJob("tidy", TIDY_SECONDS),
    )
