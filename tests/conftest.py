"""A real store and real worker processes for every test that asks for them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

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
