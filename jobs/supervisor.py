"""Running jobs: a scheduler's tick only starts a task here, so that stopping the scheduler never cuts a job in two."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import Awaitable, Callable

import structlog

Job = Callable[[], Awaitable[object]]


class Supervisor:
    """At most one task per name.

    Failures go to `on_error(name, exception)`, results to `on_done(name, result, seconds)`; `missed` counts the ticks
    that came while the job was still running.
    """

    def __init__(
        self,
        on_error: Callable[[str, BaseException], None],
        on_done: Callable[[str, object, float], None] = lambda _name, _result, _seconds: None,
    ) -> None:
        self._on_error = on_error
        self._on_done = on_done
        self.missed: Counter[str] = Counter()
        self._runs = 0
        self._tasks: dict[str, asyncio.Task[object]] = {}
        self.is_stopping = False

    async def tick(self, name: str, job: Job) -> None:
        """Start the job unless its last run is still going on."""
        running = self._tasks.get(name)
        if self.is_stopping:
            return
        if running is not None and not running.done():
            self.missed[name] += 1
            return
        began = time.monotonic()
        self._runs += 1
        task = asyncio.ensure_future(_run(job, name=name, number=self._runs))
        task.add_done_callback(lambda done: self._finished(name, done, time.monotonic() - began))
        self._tasks[name] = task

    def _finished(self, name: str, task: asyncio.Task[object], seconds: float) -> None:
        if task.cancelled():
            return
        if (error := task.exception()) is not None:
            self._on_error(name, error)
        else:
            self._on_done(name, task.result(), seconds)

    async def drain(self, *, seconds: float) -> bool:
        """Let what runs come to its end; what does not in time is cancelled. True when all ended by themselves."""
        self.is_stopping = True
        running = [task for task in self._tasks.values() if not task.done()]
        if not running:
            return True
        _, late = await asyncio.wait(running, timeout=seconds)
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)
        return not late


async def _run(job: Job, *, name: str, number: int) -> object:
    """Every line that the job logs says whose it is and of which run."""
    with structlog.contextvars.bound_contextvars(job=name, run=number):
        return await job()
