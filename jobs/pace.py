"""How many calls may be on their way at once: one, and more only where the server is too slow for one to keep pace.

On average as many are on their way as leave while one answer takes its time, whatever is done about it. Whoever kills
the process leaves in doubt what is on its way, so it shall be little. A call that the server keeps waiting holds up
nobody, as long as others are answered; when none is, at most `MOST_SILENT` find that out.
"""

from __future__ import annotations

import math
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

LATENCY_OF_ONE = 0.01
"""Where no limit is set, one call at a time is enough for a server that takes no longer; two for twice as long."""
AHEAD = 47
"""Senders beside those, where no limit is set, that have all ready for the moment when one is answered."""
MARGIN = 1.2
MOST_SENDERS = 48
MOST_CALLS = 128
"""With those that hang."""
MOST_SILENT = 2
FIRST_GUESS = 0.002
STEP, LONGEST_STRIDE = 0.05, 6
"""The guess moves by a step, and by ever longer ones while all answers say the same."""
LEAP, AGREEING = 2.0, 3
"""Where so many answers in a row are further off than this, it goes there at once."""
OVERDUE_AFTER, LEAST_OVERDUE = 10.0, 0.1
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
        self._last: deque[float] = deque(maxlen=AGREEING)
        self._answered_at = clock()
        self.doubts = 0
        """Calls without an answer since the last that had one."""
        self.is_probed = True
        """Whether the server has said since then that it is there."""

    @contextmanager
    def call(self) -> Iterator[Call]:
        call = self.begin()
        try:
            yield call
        finally:
            self.finish(call, is_answered=call.is_answered)

    def begin(self) -> Call:
        call = Call(self._clock())
        self._calls.add(call)
        return call

    def finish(self, call: Call, *, is_answered: bool) -> None:
        call.is_answered = is_answered
        self._calls.discard(call)
        self._learn(call)

    def _learn(self, call: Call) -> None:
        """The usual time follows the median, so that a few slow calls change nothing."""
        if call.is_answered:
            self._answered_at = self._clock()
            self._guess(self._answered_at - call.begun)
            self.doubts = 0
            self.is_probed = True
        elif call.begun >= self._answered_at:
            self.doubts += 1
            self.is_probed = False

    def _guess(self, took: float) -> None:
        self._last.append(took)
        if len(self._last) == AGREEING and min(self._last) > LEAP * self._usual:
            self._usual, self._stride = min(self._last), 0
        direction = 1 if took > self._usual else -1
        same_as_before = self._stride * direction > 0
        self._stride = self._stride + direction if same_as_before else direction
        self._usual *= 1 + STEP * direction * min(abs(self._stride), LONGEST_STRIDE)

    @property
    def width(self) -> int:
        """How many calls are wanted on their way."""
        wanted = self._usual * self._rate * MARGIN if self._rate else self._usual / LATENCY_OF_ONE
        return min(max(1, math.ceil(wanted)), self._most)

    @property
    def senders(self) -> int:
        """How many are wanted at work."""
        return self.width if self._rate else self.width + AHEAD

    @property
    def patience(self) -> float:
        """Seconds after which a call is overdue."""
        return max(LEAST_OVERDUE, OVERDUE_AFTER * self._usual)

    def _overdue(self) -> list[Call]:
        latest = self._clock() - self.patience
        return [call for call in self._calls if call.begun <= latest]

    @property
    def has_room(self) -> bool:
        """Whether one more call may begin; those that are overdue do not count, unless nobody at all is answered."""
        if not self._calls:
            return self.is_probed
        overdue = self._overdue()
        return self.is_probed and len(self._calls) - len(overdue) < self.width and self._silent(overdue) < MOST_SILENT

    def wants_another(self, senders: int) -> bool:
        """Whether one more than so many may start; those with an overdue call do not count."""
        overdue = self._overdue()
        is_heard = self._silent(overdue) < MOST_SILENT
        return senders - len(overdue) < self.senders and is_heard and senders < MOST_CALLS

    def has_too_many(self, senders: int) -> bool:
        return senders - len(self._overdue()) > self.senders

    def _silent(self, overdue: list[Call]) -> int:
        return sum(call.begun >= self._answered_at for call in overdue)
