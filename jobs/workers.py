"""Worker processes that can be killed: foreign text is parsed and read there, never on the loop.

A feed that makes a parser run for ever costs its own worker and nothing else.
"""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable
from multiprocessing import get_context
from typing import TypeVar

from pebble import ProcessExpired, ProcessPool

from talks.errors import CRASHES, SourceError

T = TypeVar("T")

TASKS_PER_PROCESS = 500
"""After so many tasks a process is replaced, so that a leak in a parser stays small."""


class WorkFailed(SourceError):
    """The work took too long, brought its process down or crashed: one text, and nothing else, is lost."""


class Workers:
    """A pool of processes; `await workers(function, *arguments, seconds=…)` runs a module-level function in one.

    `killed` counts the processes that took too long or fell.
    """

    def __init__(self, *, processes: int = 2) -> None:
        self.killed = 0
        self._pool = ProcessPool(
            max_workers=processes,
            max_tasks=TASKS_PER_PROCESS,
            initializer=_leave_signals_to_the_parent,
            context=get_context("spawn"),
        )

    async def __call__(self, function: Callable[..., T], *arguments: object, seconds: float) -> T:
        """Raises WorkFailed, or what the function says in words of ours."""
        future = self._pool.schedule(function, args=list(arguments), timeout=seconds)
        try:
            result: T = await asyncio.wrap_future(future)
        except TimeoutError as error:
            self.killed += 1
            raise WorkFailed(f"El análisis tardó más de {seconds:g} s y se interrumpió.") from error
        except ProcessExpired as error:
            self.killed += 1
            raise WorkFailed("El proceso de análisis terminó de forma inesperada.") from error
        except (*CRASHES, MemoryError) as error:
            raise WorkFailed(f"El análisis falló ({type(error).__name__}: {error}).") from error
        return result

    def close(self) -> None:
        """Kill what still runs."""
        self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()


def _leave_signals_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
