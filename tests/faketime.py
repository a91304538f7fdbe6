"""A clock that moves only when everybody sleeps."""

from __future__ import annotations

import asyncio
import heapq
import itertools
from collections.abc import Coroutine
from typing import Any


class FakeTime:
    def __init__(self) -> None:
        self.now = 1000.0
        self._alarms: list[tuple[float, int, asyncio.Future[None]]] = []
        self._numbers = itertools.count()

    def clock(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        alarm = asyncio.get_running_loop().create_future()
        heapq.heappush(self._alarms, (self.now + seconds, next(self._numbers), alarm))
        await alarm

    async def run(self, *work: Coroutine[Any, Any, Any]) -> list[Any]:
        """Do all of it at once, moving the clock from alarm to alarm; results or exceptions, in order."""
        tasks = [asyncio.ensure_future(each) for each in work]
        while True:
            await _until_quiet()
            if all(task.done() for task in tasks):
                return await asyncio.gather(*tasks, return_exceptions=True)
            self.now, _, alarm = heapq.heappop(self._alarms)
            if not alarm.done():
                alarm.set_result(None)


async def _until_quiet() -> None:
    for _ in range(20):
        await asyncio.sleep(0)
