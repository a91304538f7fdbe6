"""doctor: what is wrong with this installation, check by check."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime

from jobs.store_thread import StoreThread
from talks.lexicon.load import load_lexicon
from talks.settings import Settings
from talks.store.backup import integrity
from talks.store.chats import count_subscribers
from talks.store.outbox import outbox_counts
from talks.store.sources import active_sources, last_poll

LEAST_FREE_BYTES = 200 * 1024 * 1024
STATES = {
    "ready": "en espera",
    "sending": "en curso",
    "sent": "hechas",
    "failed": "fallidas",
    "ambiguous": "en duda",
    "told": "en duda y avisadas",
}


@dataclass(frozen=True, slots=True)
class Checkup:
    name: str
    is_fine: bool
    sentence: str


async def examine(read: StoreThread, settings: Settings, *, now: datetime) -> AsyncIterator[Checkup]:
    """One after the other: settings, database, disk, lexicon, seeds, feeds, queue."""
    mode = "token puesto" if settings.telegram_token else "sin token: chat local"
    yield Checkup("ajustes", True, f"{mode}, datos en {settings.data}.")
    verdict = await read(integrity)
    yield Checkup("base de datos", verdict == "ok", "íntegra." if verdict == "ok" else f"dañada: {verdict}.")
    free = shutil.disk_usage(settings.data).free
    yield Checkup("disco", free > LEAST_FREE_BYTES, f"{free // 1024**2} MB libres.")
    lexicon = load_lexicon()
    yield Checkup("léxico", True, f"{len(lexicon.people)} personas, {len(lexicon.places)} lugares.")
    has_seeds = settings.seeds.is_dir()
    yield Checkup("semillas", has_seeds, f"{settings.seeds}{'' if has_seeds else ' no es una carpeta'}.")
    yield await _feeds(read, now)
    yield Checkup("entregas", True, await _deliveries(read))


async def _deliveries(read: StoreThread) -> str:
    """A delivery in doubt is nothing to mend: the next message to its chat tells of it."""
    counts, subscribers = await read(outbox_counts), await read(count_subscribers)
    queue = ", ".join(f"{counts[state]} {name}" for state, name in STATES.items() if state in counts)
    return f"{queue or 'ninguna'}; {subscribers} {'suscriptor' if subscribers == 1 else 'suscriptores'}."


async def _feeds(read: StoreThread, now: datetime) -> Checkup:
    sources = await read(active_sources)
    failing = [source.title for source in sources if source.failures]
    polled = await read(last_poll)
    age = f"última ronda hace {(now - polled).total_seconds() / 60:.0f} min" if polled else "ninguna ronda todavía"
    names = f"; fallan {', '.join(failing[:5])}" if failing else ""
    return Checkup("fuentes", bool(sources) and len(failing) < len(sources), f"{len(sources)}, {age}{names}.")
