"""Running jobs: a scheduler's tick only starts a task here, so that stopping the scheduler never cuts a job in two."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

Job = Callable[[], Awaitable[object]]


class Supervisor:
    """At most one task per name; failures go to `on_error(name, exception)`."""

    def __init__(self, on_error: Callable[[str, BaseException], None]) -> None:
        self._on_error = on_error
        self._tasks: dict[str, asyncio.Task[object]] = {}
        self.is_stopping = False

    async def tick(self, name: str, job: Job) -> None:
        """Start the job unless its last run is still going on."""
        running = self._tasks.get(name)
        if self.is_stopping or (running is not None and not running.done()):
            return
        task = asyncio.ensure_future(_run(job))
        task.add_done_callback(lambda done: self._finished(name, done))
        self._tasks[name] = task

    def _finished(self, name: str, task: asyncio.Task[object]) -> None:
        if not task.cancelled() and (error := task.exception()) is not None:
            self._on_error(name, error)

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


async def _run(job: Job) -> object:
    return await job()
