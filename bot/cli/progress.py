"""Long work on the terminal: a bar with rate and time left where somebody looks on, nothing where a log is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.text import Text


class _Rate(ProgressColumn):
    def render(self, task: Task) -> Text:
        return Text(f"{task.speed:,.0f}/s" if task.speed else "")


@contextmanager
def progress(title: str, total: int) -> Iterator[Callable[[int], None]]:
    """Give a function that is told how much more was done."""
    console = Console(stderr=True)
    shown = TextColumn("{task.percentage:>3.0f} %")
    with Progress(
        TextColumn("{task.description}"), BarColumn(), shown, _Rate(), TimeRemainingColumn(),
        console=console, disable=not console.is_terminal,
    ) as bar:  # fmt: skip
        task = bar.add_task(title, total=total)
        yield lambda number: bar.advance(task, number)
