"""health: whether the bot does its work. Each check says in one sentence what is so, and what to do where it is not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from talks.store.figures import Figures

LEAST_FREE_BYTES = 200 * 1024 * 1024
LATE_INTERVALS = 3
LEAST_LATENESS = timedelta(seconds=30)
"""A round takes its time, however short the interval is."""
STUCK_AFTER = timedelta(minutes=10)
"""The longest wait between two tries of one message."""


@dataclass(frozen=True, slots=True)
class Checkup:
    name: str
    is_fine: bool
    sentence: str


def health(
    found: Figures, *, free_bytes: int, interval: timedelta, started: datetime, now: datetime
) -> tuple[Checkup, ...]:
    """Feeds, deliveries and disk, as /health asks; `started` is when this process began."""
    return (
        feeds_in_time(found, interval=interval, started=started, now=now),
        outbox_moves(found, now=now),
        disk_has_room(free_bytes),
    )


def feeds_in_time(found: Figures, *, interval: timedelta, started: datetime, now: datetime) -> Checkup:
    """No feed may wait longer than three intervals; what waited before the start is not held against it."""
    late = now - max(started, _due_since(found, started=started, now=now))
    if not found.feeds:
        return Checkup("fuentes", True, "ninguna: se leen solo los textos propios; «tregua feeds add» añade una.")
    if late > max(LATE_INTERVALS * interval, LEAST_LATENESS):
        return Checkup(
            "fuentes", False, f"hay una sin leer desde hace {spell(late)}; mira en el registro las de «poll»."
        )
    failing = f", {found.failing_feeds} con fallos" if found.failing_feeds else ""
    return Checkup("fuentes", True, f"{found.feeds}{failing}, {_last_round(found, now)}.")


def _due_since(found: Figures, *, started: datetime, now: datetime) -> datetime:
    """A feed that was never asked is due since the last round, for that was before it was added."""
    due = found.oldest_due or now
    return min(due, found.last_poll or started) if found.unasked_feeds else due


def _last_round(found: Figures, now: datetime) -> str:
    return f"última ronda hace {spell(now - found.last_poll)}" if found.last_poll else "ninguna ronda todavía"


def outbox_moves(found: Figures, *, now: datetime) -> Checkup:
    """Messages wait and none has left for a while: the server cannot be reached, or the sender is stuck."""
    waiting = found.outbox.get("ready", 0)
    if found.paused_until is not None:
        clock = found.paused_until.strftime("%H:%M")
        return Checkup("entregas", True, f"{waiting} en espera; Telegram pidió una pausa hasta las {clock} UTC.")
    if found.oldest_ready is None:
        return Checkup("entregas", True, f"{waiting} en espera.")
    age, since_last = now - found.oldest_ready, now - (found.last_sent or found.oldest_ready)
    if age > STUCK_AFTER and since_last > STUCK_AFTER:
        sentence = f"{waiting} en espera y ninguna hecha desde hace {spell(min(age, since_last))}"
        return Checkup("entregas", False, f"{sentence}; comprueba la red y TELEGRAM_API_URL.")
    return Checkup("entregas", True, f"{waiting} en espera, la más antigua desde hace {spell(age)}.")


def disk_has_room(free_bytes: int) -> Checkup:
    is_fine = free_bytes > LEAST_FREE_BYTES
    advice = "" if is_fine else f"; hacen falta {LEAST_FREE_BYTES // 1024**2}: borra copias antiguas o amplía el disco"
    return Checkup("disco", is_fine, f"{free_bytes // 1024**2} MB libres{advice}.")


def spell(span: timedelta) -> str:
    """«40 s», «12 min», «3 h», «2 días»."""
    seconds = max(0, round(span.total_seconds()))
    if seconds < 90:
        return f"{seconds} s"
    if seconds < 90 * 60:
        return f"{round(seconds / 60)} min"
    return f"{round(seconds / 3600)} h" if seconds < 48 * 3600 else f"{seconds // 86400} días"
