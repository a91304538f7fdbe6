"""A real store, real worker processes and logs as they were before, for every test that asks for them."""

import logging
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog

from jobs.workers import Workers
from talks.store.connection import Store, open_store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(tmp_path / "tregua.db")
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def workers() -> Iterator[Workers]:
    """Shared: starting a process costs more than what most tests do with it."""
    opened = Workers(processes=1)
    yield opened
    opened.close()


@pytest.fixture
def logs_are_reset() -> Iterator[None]:
    root = logging.getLogger()
    before, level = root.handlers[:], root.level
    yield
    structlog.reset_defaults()
    for handler in root.handlers:
        if isinstance(handler, logging.StreamHandler) and handler not in before and handler.stream is not sys.stderr:
            handler.stream.close()
    root.handlers[:] = before
    root.setLevel(level)
