"""`tregua run`: the bot, its scheduler and, without a token, the local chat, until it is asked to stop."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Any

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger

from bot.compose import (
    House,
    back_up,
    deliver_room,
    load_seeds,
    open_house,
    open_status,
    open_telegram,
    tidy_up,
    utc_now,
)
from bot.failures import note_failure
from bot.logs import configure_logs
from bot.status.meters import Meters
from bot.telegram import Telegram
from jobs.clock import watch_clock
from jobs.deliver import DeliverRoom, deliver, recover
from jobs.digest import digest
from jobs.lock import only_instance
from jobs.poll import poll
from jobs.release import release
from jobs.schedule import timetable
from jobs.supervisor import Job, Supervisor
from local.page import page_routes
from local.server import LocalServer, start_local_server
from local.terminal import chat
from talks.settings import Settings

log = structlog.get_logger()

DRAIN_SECONDS = 15.0
LOCAL_TOKEN = "1:local"
LOCAL_PORT = 8095
LOCAL_PEOPLE = "local-people.json"


async def run(settings: Settings, *, stop: asyncio.Event) -> None:
    """Serve until `stop` is set.

    Raises StoreError when another instance holds the data folder or the database cannot be used.
    """
    with only_instance(settings.data):
        if settings.telegram_token:
            configure_logs()
            await _serve(settings, stop=stop)
        else:
            await _serve_locally(settings, stop=stop)


async def _serve_locally(settings: Settings, *, stop: asyncio.Event) -> None:
    """The same bot against a Bot API of our own on loopback, and a chat in the terminal where there is one."""
    has_terminal = sys.stdin.isatty() and sys.stdout.isatty()
    configure_logs(settings.data / "tregua.log" if has_terminal else None)
    kept_in = settings.data / LOCAL_PEOPLE
    async with _local_server(kept_in) as server:
        api = server.base_url.removesuffix("/bot")
        local = settings.model_copy(update={"telegram_token": server.token, "telegram_api_url": api})
        log.info("local chat serves", page=server.page, api=server.base_url, token=server.token)
        talking = asyncio.ensure_future(_talk(server, stop, kept_in)) if has_terminal else None
        try:
            await _serve(local, stop=stop)
        finally:
            if talking is not None:
                talking.cancel()
                await asyncio.gather(talking, return_exceptions=True)


@asynccontextmanager
async def _local_server(kept_in: Path) -> AsyncIterator[LocalServer]:
    """On its usual port, or on any free one where that is taken; the people of its chat are kept in the file.

    Its messages are numbered from the time on: the store may remember those of an earlier run.
    """
    since = int(utc_now().timestamp())
    pages = partial(page_routes, kept_in=kept_in)
    start = partial(start_local_server, token=LOCAL_TOKEN, first_id=since, pages=pages)
    try:
        server = await start(port=LOCAL_PORT)
    except OSError:
        server = await start()
    try:
        yield server
    finally:
        await server.stop()


async def _talk(server: LocalServer, stop: asyncio.Event, kept_in: Path) -> None:
    """Chat until the person leaves; leaving the chat stops the bot."""
    try:
        await chat(server, kept_in=kept_in, has_page=True)
    finally:
        stop.set()


async def _serve(settings: Settings, *, stop: asyncio.Event) -> None:
    async with open_house(settings) as house, open_telegram(house) as telegram:
        for complaint in await house.write(load_seeds, settings):
            log.warning("seeds not loaded", error=complaint)
        await telegram.is_met()
        room = deliver_room(house, telegram)
        await recover(room)
        supervisor, meters = _watched(house, telegram)
        scheduler = _scheduler(house, room, supervisor)
        async with open_status(house, meters):
            scheduler.start()
            watching = asyncio.ensure_future(watch_clock(lambda: run_all_now(scheduler)))
            try:
                await _until(stop, telegram.listen(meters.answered))
            finally:
                watching.cancel()
                scheduler.pause()
                log.info("stopping")
                await supervisor.drain(seconds=DRAIN_SECONDS)
                scheduler.shutdown(wait=False)


def _watched(house: House, telegram: Telegram) -> tuple[Supervisor, Meters]:
    """A supervisor whose jobs are counted, and what counts them."""
    meters = Meters(
        halts=lambda: telegram.limiter.halts,
        killed=lambda: house.workers.killed,
        missed=lambda: dict(supervisor.missed),
    )

    def failed(name: str, error: BaseException) -> None:
        meters.job_failed(name)
        note_failure(name, error)

    supervisor = Supervisor(failed, meters.job_done)
    return supervisor, meters


async def _until(stop: asyncio.Event, work: Coroutine[Any, Any, None]) -> None:
    """Run the work until a stop is asked for; what it raises before that rises."""
    working, stopping = asyncio.ensure_future(work), asyncio.ensure_future(stop.wait())
    try:
        await asyncio.wait([working, stopping], return_when=asyncio.FIRST_COMPLETED)
        if working.done():
            working.result()
    finally:
        for task in (working, stopping):
            task.cancel()
        await asyncio.gather(working, stopping, return_exceptions=True)


def _scheduler(house: House, room: DeliverRoom, supervisor: Supervisor) -> AsyncIOScheduler:
    jobs: dict[str, Job] = {
        "poll": lambda: _poll_and_digest(house, should_stop=lambda: supervisor.is_stopping),
        "digest": lambda: _digest_alone(house, should_stop=lambda: supervisor.is_stopping),
        "release": lambda: release(house.write, bot_id=house.bot_id, now=house.poll.now),
        "deliver": lambda: deliver(room, should_stop=lambda: supervisor.is_stopping),
        "backup": lambda: back_up(house.settings),
        "tidy": lambda: tidy_up(house.settings, should_stop=lambda: supervisor.is_stopping),
    }
    scheduler = AsyncIOScheduler(timezone="UTC")
    for planned in timetable(poll_seconds=house.settings.poll_seconds):
        scheduler.add_job(
            supervisor.tick,
            IntervalTrigger(seconds=planned.seconds),
            args=[planned.name, jobs[planned.name]],
            next_run_time=house.poll.now(),
            misfire_grace_time=None,
            coalesce=True,
            max_instances=1,
        )
    return scheduler


def run_all_now(scheduler: AsyncIOScheduler) -> None:
    """After the clock has jumped: the hours that jobs wait for mean nothing any more."""
    for job in scheduler.get_jobs():
        job.modify(next_run_time=utc_now())


async def _poll_and_digest(house: House, *, should_stop: Callable[[], bool]) -> None:
    await poll(house.poll)
    await _digest_alone(house, should_stop=should_stop)


async def _digest_alone(house: House, *, should_stop: Callable[[], bool]) -> None:
    """One digest at a time, whoever asks for it."""
    async with house.digesting:
        await digest(house.digest, should_stop=should_stop)
