"""The line being typed: what each key does to it, and the part of it that fits on the screen."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from os.path import commonprefix

from rich.cells import cell_len

KEYS = re.compile(r"\x1b\[[0-9;]*[A-Za-z~]|\x1bO[A-Z]|\x1b[^\[O]|\x1b(?:\[[0-9;]*|O)?\Z|.", re.DOTALL)
UNFINISHED = re.compile(r"\x1b(?:\[[0-9;]*|O)?\Z")
LAST_WORD = re.compile(r"\S*\s*\Z")
ENTER = ("\r", "\n")
END_OF_INPUT = "\x04"
COMPLETE = "\t"
NEWLINE_SHOWN = "↵"
MOST_HISTORY = 200


@dataclass(frozen=True)
class Line:
    """What stands before and after the cursor, the lines entered before, and how far back in them one is."""

    before: str = ""
    after: str = ""
    history: tuple[str, ...] = ()
    back: int = 0

    @property
    def text(self) -> str:
        return self.before + self.after


def split_keys(typed: str) -> tuple[list[str], str]:
    """The keys that were typed, escape sequences whole, and the beginning of one that is still to come."""
    keys = KEYS.findall(typed)
    if keys and UNFINISHED.fullmatch(keys[-1]):
        return keys[:-1], keys[-1]
    return keys, ""


def pressed(line: Line, key: str) -> Line:
    """The line after a key; keys that mean nothing leave it as it is."""
    if key in EDITS:
        return EDITS[key](line)
    return replace(line, before=line.before + key) if key.isprintable() else line


def pasted(line: Line, key: str) -> Line:
    """The line after a letter of a pasted text; its line breaks do not enter the line."""
    letter = {"\r": "\n", "\t": " "}.get(key, key)
    return replace(line, before=line.before + letter) if letter == "\n" or letter.isprintable() else line


def completed(line: Line, commands: Sequence[str]) -> Line:
    """The line with the command in it continued as far as it is certain."""
    if not line.before.startswith("/") or line.after:
        return line
    found = [f"/{name}" for name in commands if f"/{name}".startswith(line.before)]
    common = commonprefix(found)
    return replace(line, before=f"{common} " if len(found) == 1 else common) if common else line


def entered(line: Line) -> Line:
    """The empty line after one was entered, which goes into the history unless it repeats the last."""
    text = line.text.strip()
    is_new = bool(text) and line.history[-1:] != (text,)
    return Line(history=(*line.history, text)[-MOST_HISTORY:] if is_new else line.history)


def visible(line: Line, width: int) -> tuple[str, int]:
    """The part of the line that fits in so many cells, and the column of the cursor in it."""
    before = line.before.replace("\n", NEWLINE_SHOWN)[-width:]
    while cell_len(before) >= width:
        before = before[1:]
    after = line.after.replace("\n", NEWLINE_SHOWN)[:width]
    while cell_len(before) + cell_len(after) >= width:
        after = after[:-1]
    return before + after, cell_len(before)


def _backspace(line: Line) -> Line:
    return replace(line, before=line.before[:-1])


def _delete(line: Line) -> Line:
    return replace(line, after=line.after[1:])


def _left(line: Line) -> Line:
    return replace(line, before=line.before[:-1], after=line.before[-1:] + line.after)


def _right(line: Line) -> Line:
    return replace(line, before=line.before + line.after[:1], after=line.after[1:])


def _home(line: Line) -> Line:
    return replace(line, before="", after=line.text)


def _end(line: Line) -> Line:
    return replace(line, before=line.text, after="")


def _cut_before(line: Line) -> Line:
    return replace(line, before="")


def _cut_after(line: Line) -> Line:
    return replace(line, after="")


def _cut_word(line: Line) -> Line:
    return replace(line, before=LAST_WORD.sub("", line.before, count=1))


def _older(line: Line) -> Line:
    return _recalled(line, min(line.back + 1, len(line.history)))


def _newer(line: Line) -> Line:
    return _recalled(line, max(line.back - 1, 0))


def _recalled(line: Line, back: int) -> Line:
    text = line.history[-back] if back else ""
    return line if back == line.back else replace(line, before=text, after="", back=back)


EDITS: dict[str, Callable[[Line], Line]] = {
    "\x7f": _backspace,
    "\x08": _backspace,
    "\x1b[3~": _delete,
    END_OF_INPUT: _delete,
    "\x1b[D": _left,
    "\x1bOD": _left,
    "\x02": _left,
    "\x1b[C": _right,
    "\x1bOC": _right,
    "\x06": _right,
    "\x1b[H": _home,
    "\x1bOH": _home,
    "\x1b[1~": _home,
    "\x01": _home,
    "\x1b[F": _end,
    "\x1bOF": _end,
    "\x1b[4~": _end,
    "\x05": _end,
    "\x15": _cut_before,
    "\x0b": _cut_after,
    "\x17": _cut_word,
    "\x1b[A": _older,
    "\x1bOA": _older,
    "\x10": _older,
    "\x1b[B": _newer,
    "\x1bOB": _newer,
    "\x0e": _newer,
}
