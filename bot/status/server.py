"""The server on TREGUA_HTTP_PORT, on the bot's own loop."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import structlog
from aiohttp import web

from bot.status.meters import MEDIA_TYPE, Meters
from bot.status.page import status_page
from jobs.backups import last_backup
from jobs.health import Checkup, health
from jobs.store_thread import StoreThread
from local.doorman import PATIENCE, Doorman
from talks.errors import SettingsError, StoreError
from talks.store.developments import last_developments
from talks.store.figures import Figures, figures, verdict_counts
from talks.store.sources import active_sources
from talks.types import Development, Source

log = structlog.get_logger()

SHOWN_DEVELOPMENTS = 5


@dataclass(slots=True)
class StatusRoom:
    """`store` is a thread of its own, so that counting never makes an answer wait."""

    store: StoreThread
    meters: Meters
    bot_id: int
    folder: Path
    backups: Path
    interval: timedelta
    now: Callable[[], datetime]
    started: datetime
    verdicts: Counter[tuple[str, str]] = field(default_factory=Counter)
    last_verdict: int = 0

    def free_bytes(self) -> int:
        return shutil.disk_usage(self.folder).free

    async def look(self) -> tuple[Figures | None, tuple[Checkup, ...]]:
        """The figures of this moment and the checks on them; no figures where the database does not answer."""
        now = self.now()
        try:
            found = await self.store(figures, self.bot_id, now=now)
        except StoreError as error:
            return None, (Checkup("base de datos", False, str(error)),)
        fine = Checkup("base de datos", True, "responde.")
        free = self.free_bytes()
        return found, (
            fine,
            *health(found, free_bytes=free, interval=self.interval, started=self.started, now=now),
        )

    async def count_verdicts(self) -> None:
        """Only those since the last count: a long history is walked once."""
        counts, self.last_verdict = await self.store(verdict_counts, after=self.last_verdict)
        self.verdicts += counts


@asynccontextmanager
async def status_server(room: StatusRoom, *, host: str, port: int, patience: float = PATIENCE) -> AsyncIterator[int]:
    """Serve while the body runs; the port, which is a free one where 0 was asked for.

    A request has to be said within `patience` seconds.
    Raises SettingsError when it cannot listen there.
    """
    app = _app(room)
    doorman = Doorman(app, patience=patience)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=2)
    await runner.setup()
    try:
        await _listen(doorman, runner, host, port)
        bound: int = runner.addresses[0][1]
        log.info("status serves", host=host, port=bound)
        yield bound
    finally:
        await runner.cleanup()


async def _listen(doorman: Doorman, runner: web.AppRunner, host: str, port: int) -> None:
    try:
        await doorman.listen(runner, host, port)
    except OSError as error:
        raise SettingsError(
            f"El ajuste TREGUA_HTTP_PORT vale «{port}» y no se puede escuchar en {host}: {error.strerror}."
        ) from error


def _app(room: StatusRoom) -> web.Application:
    async def show_health(_request: web.Request) -> web.Response:
        _, checks = await room.look()
        is_fine = all(check.is_fine for check in checks)
        body = {"status": "ok" if is_fine else "failing", "checks": [_as_json(check) for check in checks]}
        return web.json_response(body, status=200 if is_fine else 503, dumps=partial(json.dumps, ensure_ascii=False))

    async def show_metrics(_request: web.Request) -> web.Response:
        found, checks = await room.look()
        if found is None:
            return web.Response(status=503, text=checks[0].sentence)
        await room.count_verdicts()
        is_healthy = all(check.is_fine for check in checks)
        text = room.meters.exposition(
            found,
            room.verdicts,
            is_healthy=is_healthy,
            free_bytes=room.free_bytes(),
            backed_up=last_backup(room.backups),
            now=room.now(),
        )
        return web.Response(body=text, headers={"Content-Type": MEDIA_TYPE})

    async def show_page(_request: web.Request) -> web.Response:
        return await _page(room)

    app = web.Application()
    app.router.add_get("/", show_page)
    app.router.add_get("/health", show_health)
    app.router.add_get("/metrics", show_metrics)
    return app


def _as_json(check: Checkup) -> dict[str, str | bool]:
    return {"name": check.name, "ok": check.is_fine, "sentence": check.sentence}


async def _page(room: StatusRoom) -> web.Response:
    found, checks = await room.look()
    sources: tuple[Source, ...] = ()
    told: tuple[Development, ...] = ()
    if found is not None:
        sources = await room.store(active_sources)
        told = await room.store(last_developments, limit=SHOWN_DEVELOPMENTS)
    html = status_page(found, checks, sources, told, started=room.started, now=room.now())
    headers = {"Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'", "Cache-Control": "no-store"}
    return web.Response(text=html, content_type="text/html", headers=headers)
