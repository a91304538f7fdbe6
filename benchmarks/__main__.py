"""`python -m benchmarks [--full] [--only ROOM] [--to FILE]`: every room in a process of its own, one table of all."""

from __future__ import annotations

import argparse
import importlib
import os
import platform
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.measure import Row, as_lines, from_lines, table

ROOMS = ("reading", "relating", "queries", "delivery", "sending", "polling", "replies")
GROW_WITH_THE_PAST = ("relating", "queries")
NEED_LIVE_WEEKS = {"relating", "queries", "replies"}
DOCS = Path(__file__).parent.parent / "docs"
TARGET, FULL_TARGET = DOCS / "benchmarks.md", DOCS / "benchmarks-million.md"
PAGE = """# Benchmarks

Written by `make bench{option}` on {day}: {machine}, {python}, in {minutes:.0f} minutes. All figures of a line come from
one run; *the bare library* is what the room stands on, alone, with the same input: spaCy (`blank("es")` and an
EntityRuler with the same names), SQLite, feedparser, python-telegram-bot. Reading and relating are CPU time of the
process, the rest is wall-clock time. Texts are made from those that the project ships.

{table}
"""


def main() -> None:
    asked = _arguments()
    if asked.room:
        module = importlib.import_module(f"benchmarks.{asked.room}")
        sys.stdout.write(as_lines(module.run(asked.folder, is_full=asked.full)) + "\n")
        return
    began = time.monotonic()
    rooms = asked.only or (GROW_WITH_THE_PAST if asked.full else ROOMS)
    rows = [row for room in rooms for row in _measured(room, is_full=asked.full)]
    minutes = (time.monotonic() - began) / 60
    sys.stdout.write(table(rows) + "\n")
    if not asked.only:
        target = asked.to or (FULL_TARGET if asked.full else TARGET)
        target.write_text(_page(rows, minutes, is_full=asked.full), encoding="utf-8")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("--full", action="store_true", help="what grows with the past, up to a million stored articles")
    parser.add_argument("--only", action="append", choices=ROOMS, help="this room alone; writes no page")
    parser.add_argument("--to", type=Path, help="the page that is written")
    parser.add_argument("--room", choices=ROOMS, help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    return parser.parse_args()


def _measured(room: str, *, is_full: bool) -> list[Row]:
    """In a process of its own, so that memory and warmth of one room are not another's."""
    with tempfile.TemporaryDirectory() as folder:
        if room in NEED_LIVE_WEEKS:
            _python("benchmarks.live", folder)
        options = ["--full"] if is_full else []
        return from_lines(_python("benchmarks", "--room", room, "--folder", folder, *options))


def _python(*arguments: str) -> str:
    print(*arguments[:3], file=sys.stderr, flush=True)  # noqa: T201
    done = subprocess.run([sys.executable, "-m", *arguments], stdout=subprocess.PIPE, text=True, check=True)
    return done.stdout


def _page(rows: list[Row], minutes: float, *, is_full: bool) -> str:
    return PAGE.format(
        day=datetime.now(UTC).date().isoformat(),
        machine=f"{os.cpu_count()} cores ({platform.machine()})",
        python=f"Python {platform.python_version()}",
        minutes=max(minutes, 1),
        option=" BENCH=--full" if is_full else "",
        table=table(rows),
    )


if __name__ == "__main__":
    main()
