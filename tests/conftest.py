"""A real store for every test that asks for one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from talks.store.connection import Store, open_store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(tmp_path / "tregua.db")
    yield opened
    opened.close()
