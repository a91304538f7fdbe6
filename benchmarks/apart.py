"""A server in a process of its own, so that what it costs is not counted with the one that is measured."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from functools import partial
from multiprocessing import get_context
from multiprocessing.connection import Connection

Serve = Callable[[Connection], Awaitable[None]]
"""A function of a module: it serves for ever, and sends its address through the pipe first."""


@contextmanager
def served_apart(serve: Serve) -> Iterator[tuple[str, Connection]]:
    """Its address, and the pipe to it."""
    ours, theirs = get_context("spawn").Pipe()
    process = get_context("spawn").Process(target=partial(_run, serve), args=(theirs,), daemon=True)
    process.start()
    try:
        yield str(ours.recv()), ours
    finally:
        process.terminate()
        process.join()


def _run(serve: Serve, pipe: Connection) -> None:
    async def forever() -> None:
        await serve(pipe)

    asyncio.run(forever())
