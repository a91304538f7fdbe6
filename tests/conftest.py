"""A real store, real worker processes and logs as they were before, for every test that asks for them."""

import logging
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog
from _pytest.terminal import TerminalReporter
from hypothesis import HealthCheck, settings

from jobs.workers import Workers
from talks.store.connection import Store, open_store

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
collect_ignore = [] if CHROMIUM else ["test_browser.py"]

if "PYTEST_XDIST_WORKER" in os.environ:
    # The programs that tests start are not measured: under coverage each of them takes seconds more to come up.
    os.environ.pop("COVERAGE_PROCESS_CONFIG", None)
settings.register_profile("shared machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("shared machine")


def pytest_terminal_summary(terminalreporter: TerminalReporter) -> None:
    if not CHROMIUM:
        terminalreporter.write_line("No Chromium here: the tests of the local page in a browser were left out.")


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
