"""A store that lives in a thread of its own, asked from the event loop.

A SQLite connection belongs to its thread; with one thread for writing and one for reading, a long write never makes an
answer wait, and two writers never meet.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from talks.store.connection import Store, open_store

P = ParamSpec("P")
T = TypeVar("T")


class StoreThread:
    """`await thread(operation, *arguments)` runs `operation(store, *arguments)` in the store's thread."""

    def __init__(self, path: Path) -> None:
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="store")
        try:
            self._store = self._executor.submit(open_store, path).result()
        except BaseException:
            self._executor.shutdown()
            raise

    async def __call__(
        self, operation: Callable[Concatenate[Store, P], T], *arguments: P.args, **options: P.kwargs
    ) -> T:
        def work() -> T:
            return operation(self._store, *arguments, **options)

        return await asyncio.get_running_loop().run_in_executor(self._executor, work)

    def close(self) -> None:
        """Finish what was asked, then close the connection."""
        self._executor.submit(self._store.close).result()
        self._executor.shutdown()
