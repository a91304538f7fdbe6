"""Timing, memory and the table that they are written to."""

from __future__ import annotations

import json
import resource
import statistics
import time
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table; times in milliseconds, `bare` is the library on its own with the same input."""

    room: str
    what: str
    size: str
    ours: float
    unit: str
    bare: float | None = None
    target: str = ""
    is_met: bool | None = None

    @property
    def ratio(self) -> float | None:
        return self.ours / self.bare if self.bare else None


def milliseconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


async def milliseconds_of(work: Callable[[], Awaitable[object]]) -> float:
    began = time.perf_counter()
    await work()
    return (time.perf_counter() - began) * 1000


def cpu_milliseconds(work: Callable[[], object]) -> float:
    """Of this process alone: a machine that is busy with something else does not change it much."""
    began = time.process_time()
    work()
    return (time.process_time() - began) * 1000


def best(work: Callable[[], object], *, times: int = 3) -> float:
    """The quickest of a few, of CPU time: what the machine does besides only adds."""
    return min(cpu_milliseconds(work) for _ in range(times))


def percentile(values: Sequence[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def middle(values: Sequence[float]) -> float:
    return statistics.median(values)


def megabytes(process: str = "self") -> float:
    """Of a process now; 0 for one that has ended."""
    try:
        pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    except (FileNotFoundError, ProcessLookupError):
        return 0.0
    return pages * resource.getpagesize() / 1024**2


def peak_megabytes() -> float:
    """Of this process since it began."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def as_lines(rows: Iterable[Row]) -> str:
    return "\n".join(json.dumps(asdict(row), ensure_ascii=False) for row in rows)


def from_lines(text: str) -> list[Row]:
    return [Row(**json.loads(line)) for line in text.splitlines() if line.startswith("{")]


def table(rows: Iterable[Row]) -> str:
    """Markdown."""
    head = "| room | what | size | ours | the bare library | ratio | target | met |\n" + "| --- " * 8 + "|"
    return "\n".join((head, *map(_line, rows)))


def _line(row: Row) -> str:
    bare = f"{row.bare:,.2f} {row.unit}" if row.bare is not None else ""
    ratio = f"{row.ratio:.1f} ×" if row.ratio is not None else ""
    met = "" if row.is_met is None else "yes" if row.is_met else "**no**"
    cells = (row.room, row.what, row.size, f"{row.ours:,.2f} {row.unit}", bare, ratio, row.target, met)
    return f"| {' | '.join(cells)} |"
