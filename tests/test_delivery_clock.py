"""A clock of the wall that jumps: what is scheduled goes on at once."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger

from bot.service import run_all_now
from jobs.clock import watch_clock


class Enough(Exception):
    """The end of the readings."""


async def jumps_seen(readings: list[tuple[float, float]]) -> int:
    """How often a watcher of these readings of both clocks calls out."""
    walls, steadies = (iter(column) for column in zip(*readings, strict=True))
    seen = 0

    def note() -> None:
        nonlocal seen
        seen += 1

    async def sleep(_: float) -> None:
        if len(readings) == len(taken):
            raise Enough

    taken: list[float] = []

    def wall() -> float:
        taken.append(next(walls))
        return taken[-1]

    def steady(values: Iterator[float] = steadies) -> float:
        return next(values)

    with pytest.raises(Enough):
        await watch_clock(note, wall=wall, steady=steady, sleep=sleep)
    return seen


@pytest.mark.parametrize(
    ("readings", "jumps"),
    [
        ([(1000, 0), (1002, 2), (1004, 4)], 0),
        ([(1000, 0), (1002.4, 2), (1004.9, 4)], 0),
        ([(1000, 0), (4602, 2), (4604, 4)], 1),
        ([(5000, 0), (1402, 2), (1404, 4)], 1),
        ([(5000, 0), (1402, 2), (5004, 4)], 2),
        ([(1000, 0), (1120, 0.5), (1122, 2.5)], 1),
    ],
    ids=["none", "drift", "an hour on", "an hour back", "back and on", "suspended"],
)
async def test_a_jump_is_noticed_once_and_a_drift_is_not(readings: list[tuple[float, float]], jumps: int) -> None:
    assert await jumps_seen(readings) == jumps


async def test_what_waits_for_an_hour_that_is_far_away_again_runs_at_once() -> None:
    ran = asyncio.Event()

    async def job() -> None:
        ran.set()

    scheduler = AsyncIOScheduler(timezone="UTC")
    an_hour_on = datetime.now(UTC) + timedelta(hours=1)
    scheduler.add_job(job, IntervalTrigger(seconds=1), next_run_time=an_hour_on)
    scheduler.start()
    run_all_now(scheduler)
    async with asyncio.timeout(5):
        await ran.wait()
    scheduler.shutdown(wait=False)
