"""The terminal of this process: lines typed come in, texts go out above the line being typed."""

from __future__ import annotations

import asyncio
import codecs
import os
import signal
import sys
import termios
import tty
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TextIO

from rich.console import Console as RichConsole

from local.lineedit import COMPLETE, END_OF_INPUT, ENTER, Line, completed, entered, pasted, pressed, split_keys, visible
from local.rendering import Screen

PROMPT = "› "
CLEAR_LINE = "\r\x1b[J"
PASTE_BEGINS, PASTE_ENDS = "\x1b[200~", "\x1b[201~"
TELL_PASTES, TELL_NO_PASTES = "\x1b[?2004h", "\x1b[?2004l"
NARROWEST = 20
USUAL_WIDTH = 80


@dataclass
class Console:
    """Both ends of a terminal, and the line being typed between them; `commands` are what Tab completes."""

    source: int
    target: TextIO
    commands: Callable[[], list[str]] = list
    line: Line = field(default_factory=Line)
    pending: str = ""
    is_pasting: bool = False
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
        self.redraw()

    def redraw(self) -> None:
        self._put(self._drawn())

    def _take_key(self, key: str) -> None:
        if key in (PASTE_BEGINS, PASTE_ENDS):
            self.is_pasting = key == PASTE_BEGINS
        elif self.is_pasting:
            self.line = pasted(self.line, key)
        elif key in ENTER:
            self._enter()
        elif key == END_OF_INPUT and not self.line.text:
            self.lines.put_nowait(None)
        elif key == COMPLETE:
            self.line = completed(self.line, self.commands())
        else:
            self.line = pressed(self.line, key)

    def _enter(self) -> None:
        self.lines.put_nowait(self.line.text)
        self._put(f"{self._drawn()}\n")
        self.line = entered(self.line)

    def _drawn(self) -> str:
        shown, column = visible(self.line, self._width() - len(PROMPT))
        return f"{CLEAR_LINE}{PROMPT}{shown}\r\x1b[{len(PROMPT) + column}C"

    def _width(self) -> int:
        try:
            return max(NARROWEST, os.get_terminal_size(self.source).columns)
        except OSError:
            return USUAL_WIDTH

    def _put(self, text: str) -> None:
        self.target.write(text)
        self.target.flush()


@contextmanager
def open_console(commands: Callable[[], list[str]]) -> Iterator[Console]:
    """The terminal, key by key, until the end of the block; then as it was."""
    source = sys.stdin.fileno()
    loop = asyncio.get_running_loop()
    before = termios.tcgetattr(source)
    console = Console(source, sys.stdout, commands)
    tty.setcbreak(source)
    loop.add_reader(source, console.take_input)
    loop.add_signal_handler(signal.SIGWINCH, console.redraw)
    sys.stdout.write(TELL_PASTES)
    try:
        yield console
    finally:
        loop.remove_signal_handler(signal.SIGWINCH)
        loop.remove_reader(source)
        sys.stdout.write(f"{TELL_NO_PASTES}{CLEAR_LINE}")
        sys.stdout.flush()
        termios.tcsetattr(source, termios.TCSADRAIN, before)
