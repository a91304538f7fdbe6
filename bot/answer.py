"""What the bot answers, before it is a Telegram message: the same for a chat and for the terminal."""

from __future__ import annotations

from dataclasses import dataclass

from bot.drawing.sheets import Sheet, Tint

LONGEST_DATA = 64
"""Bytes of callback data."""


@dataclass(frozen=True, slots=True)
class Button:
    text: str
    data: str

    def __post_init__(self) -> None:
        if not 1 <= len(self.data.encode()) <= LONGEST_DATA:
            raise ValueError(f"callback data of {len(self.data.encode())} bytes")


Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class Answer:
    html: str
    rows: Rows = ()
    long_filters: tuple[str, ...] = ()
    """Questions that its buttons may name by key only: those have to be kept before they are pressed."""


@dataclass(frozen=True, slots=True)
class Picture:
    """Drawn when nobody has asked for it before; `html` is its caption."""

    sheet: Sheet
    tint: Tint
    html: str
    rows: Rows = ()
    long_filters: tuple[str, ...] = ()


def rows_of(buttons: list[Button], *, width: int) -> Rows:
    return tuple(tuple(buttons[first : first + width]) for first in range(0, len(buttons), width))
