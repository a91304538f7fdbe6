"""Thousands of damaged feeds through the parser: `python -m benchmarks.damaged FOLDER [TIMES]`.

FOLDER holds real feeds, one a file. Prints how many were read or refused with a sentence, crashes (anything but a
`ParseError`), the slowest, the memory, and the rate beside feedparser alone on every twentieth.
"""

from __future__ import annotations

import random
import resource
import sys
import time
from collections import Counter
from io import BytesIO
from pathlib import Path

import feedparser

from talks.errors import ParseError
from talks.sources.feeds import parse_feed

TIMES = 10_000
WARM = 1_000
WOUNDS = (b"", b"<", b"&", b"\xff", b"\0", b"</", b">", b"]]>", b"&#0;", b"<!DOCTYPE", b"\xf0\x9f", b"<item>")
STALL = 5.0
MEGABYTE = 1024


def main(folder: Path, times: int) -> None:
    chance = random.Random(7)
    bodies = [path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file() and path.stat().st_size]
    outcomes: Counter[str] = Counter()
    ours, of_the_compared, bare, slowest, warm = 0.0, 0.0, 0.0, 0.0, 0
    for turn in range(times):
        body = _damaged(chance.choice(bodies), chance)
        outcome, spent = _parse(body)
        outcomes[outcome] += 1
        ours += spent
        slowest = max(slowest, spent)
        if turn % 20 == 0:
            of_the_compared += spent
            bare += _alone(body)
        if turn == WARM:
            warm = _peak()
    say = sys.stdout.write
    say(f"{times} damaged feeds: {dict(outcomes)}\n")
    say(f"slowest {slowest:.2f} s (limit {STALL:.0f} s), {times / ours:.0f} a second\n")
    say(f"beside feedparser alone {of_the_compared / bare:.2f} x\n")
    say(f"memory {warm} MB after {WARM}, {_peak()} MB at the end\n")


def _damaged(body: bytes, chance: random.Random) -> bytes:
    text = bytearray(body)
    for _ in range(chance.randint(1, 20)):
        start = chance.randrange(len(text) or 1)
        text[start : start + chance.choice((0, 1, 1, 5, 80, 800))] = chance.choice(WOUNDS)
    return bytes(text[: chance.randrange(len(text) or 1)]) if chance.random() < 0.1 else bytes(text)


def _parse(body: bytes) -> tuple[str, float]:
    start = time.perf_counter()
    try:
        parse_feed(body, url="https://diario.example/rss", content_type="")
        outcome = "read"
    except ParseError:
        outcome = "refused"
    except Exception as error:
        outcome = f"crash: {error!r}"[:120]
    return outcome, time.perf_counter() - start


def _alone(body: bytes) -> float:
    start = time.perf_counter()
    try:
        feedparser.parse(BytesIO(body))
    except Exception as error:
        sys.stderr.write(f"feedparser alone fails: {error!r}"[:120] + "\n")
    return time.perf_counter() - start


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // MEGABYTE


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else TIMES)
