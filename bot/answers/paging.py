"""Pages: where one begins, and the buttons that turn it."""

from __future__ import annotations

from collections.abc import Callable

from bot.answer import Button, Rows
from bot.texts.alerts import NEWER_BUTTON, OLDER_BUTTON


def sound(offset: int, rows: int) -> int:
    """A page begins where pages begin, whatever a forged button says."""
    return max(0, offset) // rows * rows


def turning(first: int, rows: int, *, has_more: bool, data: Callable[[int], str]) -> Rows:
    """`data` gives what a button says for the page that begins there."""
    newer = [Button(NEWER_BUTTON, data(first - rows))] if first > 0 else []
    older = [Button(OLDER_BUTTON, data(first + rows))] if has_more else []
    return ((*newer, *older),) if newer or older else ()
