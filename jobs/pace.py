"""How many calls may be on their way at once: one, and more only where the server is too slow for one to keep pace.

Whoever kills the process leaves in doubt what is on its way, so it shall be little. A call that the server keeps
waiting holds up nobody, as long as others are answered; when none is, at most `MOST_SILENT` find that out.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

UNLIMITED_WIDTH = 8
"""Senders where no limit is set."""
MARGIN = 1.2
MOST_SENDERS = 32
MOST_CALLS = 100
"""With those that hang."""
MOST_SILENT = 2
FIRST_GUESS = 0.002
STEP, LONGEST_STRIDE = 0.05, 6
"""The guess moves by a step, and by ever longer ones while all answers say the same."""
OVERDUE_AFTER, LEAST_OVERDUE = 10.0, 0.25
"""A call is overdue after so many times the usual, and not before so many seconds."""


@dataclass(eq=False, slots=True)
class Call:
    begun: float
    is_answered: bool = False
    """Set by the caller: the server said yes or no."""


class Pace:
    """Told of every call; `rate` is in messages a second, 0 for no limit; `most` is how many senders there may be."""

    def __init__(
        self, rate: float = 1.0, *, most: int = MOST_SENDERS, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._rate = rate
        self._most = most
        self._clock = clock
        self._calls: set[Call] = set()
        self._usual = FIRST_GUESS
        self._stride = 0
        self._answered_at = clock()
        self.doubts = 0
        """Calls without an answer since the last that had one."""

    @contextmanager
    def call(self) -> Iterator[Call]:
        call = Call(self._clock())
        self._calls.add(call)
        try:
            yield call
        finally:
            self._calls.remove(call)
            self._learn(call)

    def _learn(self, call: Call) -> None:
        """The usual time follows the median, so that a few slow calls change nothing."""
        if call.is_answered:
            self._answered_at = self._clock()
            self._guess(is_slower=self._answered_at - call.begun > self._usual)
            self.doubts = 0
        elif call.begun >= self._answered_at:
            self.doubts += 1

    def _guess(self, *, is_slower: bool) -> None:
        direction = 1 if is_slower else -1
        same_as_before = self._stride * direction > 0
        self._stride = self._stride + direction if same_as_before else direction
        self._usual *= 1 + STEP * direction * min(abs(self._stride), LONGEST_STRIDE)

    @property
    def width(self) -> int:
        """How many senders are wanted."""
        wanted = max(1, math.ceil(self._usual * self._rate * MARGIN)) if self._rate else UNLIMITED_WIDTH
        return min(wanted, self._most)

    @property
    def patience(self) -> float:
        """Seconds after which a call is overdue."""
        return max(LEAST_OVERDUE, OVERDUE_AFTER * self._usual)

    def _overdue(self) -> list[Call]:
        latest = self._clock() - self.patience
        return [call for call in self._calls if call.begun <= latest]

    def wants_another(self, senders: int) -> bool:
        """Whether one more than so many may start; those with an overdue call do not count."""
        overdue = self._overdue()
        silent = sum(call.begun >= self._answered_at for call in overdue)
        return senders - len(overdue) < self.width and silent < MOST_SILENT and senders < MOST_CALLS

    def has_too_many(self, senders: int) -> bool:
        return senders - len(self._overdue()) > self.width
