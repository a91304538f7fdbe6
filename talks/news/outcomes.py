"""Whether a text says that a meeting is over, and how it went: «acaban sin compromiso», «más cerca que nunca»."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Final, Literal

from talks.folding import fold

Outcome = Literal[0, 1, 2]
"""From what says nothing to what says most."""
NONE: Final = 0
ENDED: Final = 1
RESULT: Final = 2


def outcome_in(text: str) -> Outcome:
    folded = f"{fold(text)} "
    if _beginnings("result").search(folded):
        return RESULT
    return ENDED if _beginnings("ended").search(folded) else NONE


@cache
def _beginnings(name: str) -> re.Pattern[str]:
    rows: dict[str, list[str]] = tomllib.loads((Path(__file__).parent / "outcomes.toml").read_text(encoding="utf-8"))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, rows[name]))})")
