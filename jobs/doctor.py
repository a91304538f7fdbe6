"""doctor: what is wrong with this installation, check by check, and what to do about it."""

from __future__ import annotations

import platform
import shutil
from collections.abc import AsyncIterator, Iterable
from datetime import datetime, timedelta
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec

from jobs.backups import last_backup
from jobs.health import Checkup, disk_has_room, feeds_in_time, outbox_moves, spell
from jobs.lock import Instance, running_instance
from jobs.store_thread import StoreThread
from talks.lexicon.load import load_lexicon
from talks.settings import Settings
from talks.store.backup import integrity
from talks.store.chats import count_subscribers
from talks.store.connection import database_version
from talks.store.figures import Figures, figures
from talks.store.outbox import outbox_counts
from talks.store.sources import active_sources
from talks.types import Source

LIBRARIES = ("python-telegram-bot", "spacy", "feedparser", "aiohttp")
MOST_NAMED = 5
LATE_BACKUPS = 2
STATES = {
    "ready": "en espera",
    "sending": "en curso",
    "sent": "hechas",
    "failed": "fallidas",
    "ambiguous": "en duda",
    "told": "en duda y avisadas",
    "superseded": "sustituidas por otra",
}


async def examine(read: StoreThread, settings: Settings, *, now: datetime) -> AsyncIterator[Checkup]:
    """One after the other, the quick ones first; what only Telegram can say is not among them."""
    yield _settings(settings)
    yield Checkup("versiones", True, f"{_versions()}, SQLite {await read(database_version)}.")
    verdict = await read(integrity)
    advice = "para el bot y recupera una copia con «tregua restore COPIA»"
    yield Checkup("base de datos", verdict == "ok", "íntegra." if verdict == "ok" else f"dañada: {verdict}; {advice}.")
    yield disk_has_room(shutil.disk_usage(settings.data).free)
    lexicon = load_lexicon()
    yield Checkup("léxico", True, f"{len(lexicon.people)} personas, {len(lexicon.places)} lugares.")
    yield _seeds(settings)
    instance = running_instance(settings.data)
    yield _instance(instance, now)
    found = await read(figures, settings.bot_id, now=now)
    yield _backups(settings, instance, now)
    yield _feeds(await read(active_sources), found, instance, settings=settings, now=now)
    yield await _deliveries(read, found, instance, now)


def _settings(settings: Settings) -> Checkup:
    mode = "token puesto" if settings.telegram_token else "sin token: chat local"
    model = settings.spacy_model
    if model and find_spec(model) is None:
        return Checkup("ajustes", False, f"TREGUA_SPACY_MODEL vale «{model}» y no está instalado; instálalo o vacíalo.")
    if settings.webhook_url.startswith("http:"):
        return Checkup(
            "ajustes", False, "TREGUA_WEBHOOK_URL no es https y Telegram la rechaza; déjala vacía o usa https."
        )
    return Checkup("ajustes", True, f"{mode}, datos en {settings.data}.")


def _versions() -> str:
    named = (f"{name} {_version(name)}" for name in LIBRARIES)
    return f"Tregua {_version('tregua')}, Python {platform.python_version()}, {', '.join(named)}"


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "sin instalar"


def _seeds(settings: Settings) -> Checkup:
    if settings.seeds.is_dir():
        return Checkup("semillas", True, f"{settings.seeds}.")
    return Checkup("semillas", False, f"{settings.seeds} no es una carpeta; créala o cambia TREGUA_SEEDS.")


def _instance(instance: Instance | None, now: datetime) -> Checkup:
    if instance is None:
        return Checkup("proceso", True, "parado; «tregua run» lo arranca.")
    return Checkup("proceso", True, f"en marcha desde hace {spell(now - instance.started)} ({instance.process}).")


def _backups(settings: Settings, instance: Instance | None, now: datetime) -> Checkup:
    """A running bot that has not made a copy for twice the time it should is a fault."""
    if not settings.backup_hours:
        return Checkup("copias", True, "ninguna: TREGUA_BACKUP_HOURS vale 0.")
    last = last_backup(settings.backups)
    if last is None:
        return Checkup("copias", True, "ninguna todavía; «tregua run» hace una al arrancar.")
    sentence = f"la última hace {spell(now - last)}, en {settings.backups}"
    if instance is not None and now - last > LATE_BACKUPS * timedelta(hours=settings.backup_hours):
        return Checkup("copias", False, f"{sentence}; mira en el registro las líneas de «backup».")
    return Checkup("copias", True, f"{sentence}.")


def _feeds(
    sources: Iterable[Source], found: Figures, instance: Instance | None, *, settings: Settings, now: datetime
) -> Checkup:
    """Lateness counts only while the bot runs."""
    failing = [source.title for source in sources if source.failures]
    age = f"última ronda hace {spell(now - found.last_poll)}" if found.last_poll else "ninguna ronda todavía"
    if not found.feeds:
        return Checkup("fuentes", False, f"0, {age}; añade alguna con «tregua feeds add» o «tregua feeds import».")
    if instance is not None:
        interval = timedelta(seconds=settings.poll_seconds)
        in_time = feeds_in_time(found, interval=interval, started=instance.started, now=now)
        if not in_time.is_fine:
            return in_time
    more = ", …" if len(failing) > MOST_NAMED else ""
    names = f"; fallan {', '.join(failing[:MOST_NAMED])}{more}: mira «tregua feeds check»" if failing else ""
    return Checkup("fuentes", len(failing) < found.feeds, f"{found.feeds}, {age}{names}.")


async def _deliveries(read: StoreThread, found: Figures, instance: Instance | None, now: datetime) -> Checkup:
    """A delivery in doubt is nothing to mend: the next message to its chat tells of it."""
    moving = outbox_moves(found, now=now)
    if instance is not None and not moving.is_fine:
        return moving
    counts, subscribers = await read(outbox_counts), await read(count_subscribers)
    queue = ", ".join(f"{counts[state]} {name}" for state, name in STATES.items() if state in counts)
    return Checkup(
        "entregas", True, f"{queue or 'ninguna'}; {subscribers} {'suscriptor' if subscribers == 1 else 'suscriptores'}."
    )
