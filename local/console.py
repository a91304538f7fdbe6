"""The terminal of this process: lines typed come in, texts go out above the line being typed."""

from __future__ import annotations

import asyncio
import codecs
import os
import shutil
import sys
import termios
import tty
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TextIO

from rich.console import Console as RichConsole

from local.lineedit import END_OF_INPUT, ENTER, Line, entered, pressed, split_keys, visible
from local.rendering import Screen

PROMPT = "› "
CLEAR_LINE = "\r\x1b[J"
NARROWEST = 20


@dataclass
class Console:
    """Both ends of a terminal, and the line being typed between them."""

    source: int
    target: TextIO
    line: Line = field(default_factory=Line)
    pending: str = ""
    lines: asyncio.Queue[str | None] = field(default_factory=asyncio.Queue)
    decoder: codecs.IncrementalDecoder = field(default_factory=lambda: codecs.getincrementaldecoder("utf-8")("replace"))

    async def read_line(self) -> str | None:
        """The next line, None at the end of input."""
        return await self.lines.get()

    def write(self, text: str) -> None:
        """Show a text above the line being typed, which stays as it is."""
        self._put(f"{CLEAR_LINE}{text}\n{self._drawn()}")

    def screen(self) -> Screen:
        """Its size now; whether colours are wanted here is rich's to know."""
        rich = RichConsole(file=self.target)
        return Screen(width=self._width(), has_colours=rich.color_system is not None and not rich.no_color)

    def take_input(self) -> None:
        """Read what was typed; called by the loop when there is something."""
        data = os.read(self.source, 4096)
        if not data:
            self.lines.put_nowait(None)
            return
        keys, self.pending = split_keys(self.pending + self.decoder.decode(data))
        for key in keys:
            self._take_key(key)

    def _take_key(self, key: str) -> None:
        if key in ENTER:
            self.lines.put_nowait(self.line.text)
            self._put(f"{self._drawn()}\n")
            self.line = entered(self.line)
        elif key == END_OF_INPUT and not self.line.text:
            self.lines.put_nowait(None)
        else:
            self.line = pressed(self.line, key)
        self._put(self._drawn())

    def _drawn(self) -> str:
        shown, column = visible(self.line, self._width() - len(PROMPT))
        return f"{CLEAR_LINE}{PROMPT}{shown}\r\x1b[{len(PROMPT) + column}C"

    def _width(self) -> int:
        return max(NARROWEST, shutil.get_terminal_size().columns)

    def _put(self, text: str) -> None:
        self.target.write(text)
        self.target.flush()


def has_terminal() -> bool:
    """Whether a person can type here and see what is answered."""
    return sys.stdin.isatty() and sys.stdout.isatty()


@contextmanager
def open_console() -> Iterator[Console]:
    """The terminal, key by key, until the end of the block; then as it was."""
    source = sys.stdin.fileno()
    loop = asyncio.get_running_loop()
    before = termios.tcgetattr(source)
    console = Console(source, sys.stdout)
    tty.setcbreak(source)
    loop.add_reader(source, console.take_input)
    try:
        yield console
    finally:
        loop.remove_reader(source)
        termios.tcsetattr(source, termios.TCSADRAIN, before)
        sys.stdout.write(CLEAR_LINE)
        sys.stdout.flush()
