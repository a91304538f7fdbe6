"""An hour at the pace that Telegram allows: `python -m benchmarks.hour [MINUTES] [--api URL --token TOKEN --chats F]`.

The whole bot with its usual settings, in a process of its own, against a Bot API that refuses what is too quick: our
own on loopback, or any other that is given, together with the chats that it knows (a line of F is an id and a kind).
So many alerts wait that it never rests: some for all, others for a few groups and channels, more than these may get.
"""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, nullcontext
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from benchmarks.measure import Row, megabytes, percentile, table
from benchmarks.sending import LEAST_SHARE, MOST_REPLY, TITLE, happen
from benchmarks.strict import TOKEN, Strict, strict
from talks.settings import PROJECT
from talks.store.connection import Store, open_store
from talks.store.values import stamp

PRIVATE, GROUPS, CHANNELS = 3_000, 300, 100
BUSY = 40
"""Groups and channels that get every alert; all others want the important ones alone."""
SMALL_ALERTS = 25
"""For the busy ones with each alert for all: they would be some 25 a minute and chat."""
ASK_EVERY, LOOK_EVERY = 2.0, 2.0
LEAST_WAITING = 600
WARM_UP = 20.0
RATE = 30


@dataclass(frozen=True, slots=True)
class Place:
    id: int
    kind: str


@dataclass(frozen=True, slots=True)
class Hour:
    """What came of it; `refused` is the number of 429."""

    seconds: float
    alerts: int
    replies: int
    refused: int
    p95: float
    memory: float

    @property
    def pace(self) -> float:
        return (self.alerts + self.replies) / self.seconds


def main() -> None:
    asked = _arguments()
    own = nullcontext(None) if asked.api else strict(ask_every=ASK_EVERY)
    with tempfile.TemporaryDirectory() as folder, own as server:
        places = _read_places(asked.chats) if asked.chats else _places()
        address, token = (server.address, TOKEN) if server else (asked.api, asked.token)
        hour = live(Path(folder), address, token, places, seconds=asked.minutes * 60, server=server)
    sys.stdout.write(table(_rows(hour, len(places))) + "\n")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.hour")
    parser.add_argument("minutes", type=float, nargs="?", default=60.0)
    parser.add_argument("--api", help="the address of another Bot API server; people have to ask there by themselves")
    parser.add_argument("--token", help="the token that it knows")
    parser.add_argument("--chats", type=Path, help="the chats that it knows: in each line an id and a kind")
    return parser.parse_args()


def _places() -> list[Place]:
    private = [Place(number, "private") for number in range(1, PRIVATE + 1)]
    groups = [Place(-1_000_000_000_000 - number, "supergroup") for number in range(1, GROUPS + 1)]
    channels = [Place(-1_000_001_000_000 - number, "channel") for number in range(1, CHANNELS + 1)]
    return private + groups + channels


def _read_places(path: Path) -> list[Place]:
    pairs = (line.split() for line in path.read_text(encoding="utf-8").splitlines() if line.strip())
    return [Place(int(chat_id), kind) for chat_id, kind in pairs]


def live(
    folder: Path, address: str, token: str, places: Sequence[Place], *, seconds: float, server: Strict | None
) -> Hour:
    """Begin to count once the bot is warm."""
    port = free_port()
    with closing(open_store(folder / "tregua.db")) as store:
        fill(folder, store, places, bot_id=int(token.partition(":")[0]))
        with running_bot(folder, address, token, port) as process:
            alerts = count(1)
            _keep_busy(store, alerts, seconds=WARM_UP)
            _say("counting")
            began, at_first = datetime.now(UTC), _metrics(port)
            _keep_busy(store, alerts, seconds=seconds)
            took, at_last = (datetime.now(UTC) - began).total_seconds(), _metrics(port)
            replies = at_last["tregua_reply_seconds_count"] - at_first["tregua_reply_seconds_count"]
            waits = server.seen().waits if server else []
            return Hour(
                seconds=took,
                alerts=_sent(store, began, began + timedelta(seconds=took)),
                replies=int(replies),
                refused=server.seen().refused if server else int(at_last["tregua_telegram_halts_total"]),
                p95=percentile(waits, 0.95) if waits else _upper_p95(at_first, at_last),
                memory=megabytes(str(process.pid)),
            )


def _keep_busy(store: Store, alerts: Iterator[int], *, seconds: float) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if _waiting(store) < LEAST_WAITING:
            number = next(alerts)
            happen(store, f"{number}", title=f"{TITLE} ({number})", importance=3)
            for small in range(SMALL_ALERTS):
                key = f"{number}.{small}"
                happen(store, key, title=f"{TITLE} ({key})", importance=1)
        time.sleep(LOOK_EVERY)


def _waiting(store: Store) -> int:
    """For those who do not get every alert: the busy ones always have more than they may be sent."""
    row = store.row(
        "SELECT count(*) AS n FROM outbox JOIN chats ON chats.bot_id = outbox.bot_id AND chats.id = chat_id "
        "WHERE state = 'ready' AND mode = 'important'"
    )
    return int(row["n"]) if row else 0


def _sent(store: Store, since: datetime, until: datetime) -> int:
    row = store.row(
        "SELECT count(*) AS n FROM outbox WHERE state IN ('sent', 'ambiguous', 'told') AND sent_at BETWEEN ? AND ?",
        stamp(since), stamp(until),
    )  # fmt: skip
    return int(row["n"]) if row else 0


def fill(folder: Path, store: Store, places: Sequence[Place], *, bot_id: int) -> None:
    (folder / "seeds").mkdir()
    shutil.copy(PROJECT / "seeds" / "chronology.toml", folder / "seeds")
    (folder / "feeds.opml").write_text('<opml version="2.0"><body/></opml>', encoding="utf-8")
    busy = {place.id for place in [each for each in places if each.kind != "private"][:BUSY]}
    with store.writing():
        for place in places:
            store.run(
                "INSERT INTO chats (bot_id, id, kind, title, is_subscribed, timezone, mode, created_at) "
                "VALUES (?, ?, ?, 'Chat', 1, 'Europe/Madrid', ?, ?)",
                bot_id, place.id, place.kind, "all" if place.id in busy else "important", stamp(datetime.now(UTC)),
            )  # fmt: skip


@contextmanager
def running_bot(
    folder: Path, address: str, token: str, port: int, *, log: Path | None = None, rate: int = RATE
) -> Iterator[subprocess.Popen[bytes]]:
    """`tregua run` with its usual settings, asked to end on leaving."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("TREGUA_", "TELEGRAM_"))}
    environment |= {
        "TELEGRAM_TOKEN": token,
        "TELEGRAM_API_URL": address,
        "TREGUA_DATA": str(folder),
        "TREGUA_SEEDS": str(folder / "seeds"),
        "TREGUA_FEEDS": str(folder / "feeds.opml"),
        "TREGUA_HTTP_PORT": str(port),
        "TREGUA_MESSAGES_PER_SECOND": str(rate),
    }
    with (log or folder / "log").open("wb") as written:
        process = subprocess.Popen(
            [sys.executable, "-m", "bot", "run"], cwd=PROJECT, env=environment, stdout=written, stderr=written
        )
    try:
        yield process
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait()


def free_port() -> int:
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


def _metrics(port: int) -> dict[str, float]:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics") as answer:
        lines = answer.read().decode().splitlines()
    return {name: float(value) for name, value in (line.rsplit(" ", 1) for line in lines if not line.startswith("#"))}


def _upper_p95(at_first: dict[str, float], at_last: dict[str, float]) -> float:
    """The bound of the first bucket in which 95 % of the replies are."""
    buckets = [name for name in at_last if name.startswith("tregua_reply_seconds_bucket")]
    counts = {float(name.split('"')[1]): at_last[name] - at_first[name] for name in buckets}
    return min(bound for bound, number in counts.items() if number >= 0.95 * max(counts.values()))


def _rows(hour: Hour, chats: int) -> Iterator[Row]:
    size = f"{chats:,} chats, {hour.seconds / 60:.0f} minutes"
    yield Row("hour", "alerts sent", size, hour.alerts, "")
    yield Row("hour", "replies meanwhile", size, hour.replies, "")
    yield Row("hour", "messages a second", size, hour.pace, "/s", None, "≥ 95 % of 30", hour.pace >= LEAST_SHARE * RATE)
    yield Row("hour", "answers 429", size, hour.refused, "", None, "0", hour.refused == 0)
    yield Row("hour", "a reply, p95", size, hour.p95 * 1000, "ms", None, "≤ 1 s", hour.p95 <= MOST_REPLY)
    yield Row("hour", "memory of the process", size, hour.memory, "MB")


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
