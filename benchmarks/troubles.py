"""Troubles in the middle of a delivery: `python -m benchmarks.troubles [--seconds N] [--chats N] [--rate N] [--only T]`

The whole bot with its usual settings delivers one alert to many chats; a few seconds after it began the trouble comes
and stays for so many seconds. Measured: how soon after its end messages leave again, what was lost, what came twice. A
full disk wants a file system of its own, which only root may mount.
"""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path

from benchmarks.hour import RATE, Place, fill, free_port, running_bot
from benchmarks.measure import Row, table
from benchmarks.proxy import Network, network
from benchmarks.sending import happen
from benchmarks.strict import TOKEN, Strict, strict
from talks.store.connection import open_store

SECONDS, STOPPED_SECONDS, CHATS = 60.0, 120.0, 900
BEFORE = 5.0
"""Seconds of delivering before the trouble."""
ASK_EVERY = 5.0
PATIENCE = 240.0
LATEST = 65.0
"""Seconds after which messages must leave again: the longest wait between two tries is 60."""
DISK_MEGABYTES = 24
FULL = "el disco está lleno"
FIRST_ALERT = "1"


@dataclass(frozen=True, slots=True)
class Scene:
    """What a trouble may touch."""

    folder: Path
    network: Network
    process: subprocess.Popen[bytes]


@contextmanager
def server_is_down(scene: Scene) -> Iterator[None]:
    scene.network.turn("refusing")
    yield
    scene.network.turn("fine")


@contextmanager
def network_is_silent(scene: Scene) -> Iterator[None]:
    scene.network.turn("silent")
    yield
    scene.network.turn("fine")


@contextmanager
def disk_is_full(scene: Scene) -> Iterator[None]:
    """To the last byte, as another program would do it that writes whenever there is room."""
    filler = scene.folder / "filler"
    with filler.open("wb", buffering=0) as file:
        for size in (1_048_576, 4_096, 1):
            while _is_written(file.fileno(), bytes(size)):
                pass
        yield
    filler.unlink()


def _is_written(descriptor: int, data: bytes) -> bool:
    try:
        return os.write(descriptor, data) > 0
    except OSError:
        return False


@contextmanager
def process_is_stopped(scene: Scene) -> Iterator[None]:
    scene.process.send_signal(signal.SIGSTOP)
    yield
    scene.process.send_signal(signal.SIGCONT)


Trouble = Callable[[Scene], AbstractContextManager[None]]
TROUBLES: dict[str, Trouble] = {
    "server down": server_is_down,
    "network silent": network_is_silent,
    "disk full": disk_is_full,
    "process stopped": process_is_stopped,
}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.troubles")
    parser.add_argument("--seconds", type=float, help="60 unless said otherwise; the process is stopped for 120")
    parser.add_argument("--chats", type=int, default=CHATS)
    parser.add_argument("--rate", type=int, default=RATE, help="messages a second; 0: no limit")
    parser.add_argument("--only", action="append", choices=TROUBLES)
    asked = parser.parse_args()
    rows: list[Row] = []
    for name in asked.only or TROUBLES:
        seconds = asked.seconds or (STOPPED_SECONDS if name == "process stopped" else SECONDS)
        rows += _live_through(name, seconds=seconds, chats=asked.chats, rate=asked.rate)
    sys.stdout.write(table(rows) + "\n")


def _live_through(name: str, *, seconds: float, chats: int, rate: int) -> list[Row]:
    limited = strict(ask_every=ASK_EVERY, is_limited=rate > 0)
    with tempfile.TemporaryDirectory() as outside, limited as server:
        folder, log = Path(outside) / "data", Path(outside) / "log"
        folder.mkdir()
        disk = _small_disk(folder, DISK_MEGABYTES + chats // 1_000) if name == "disk full" else nullcontext()
        with disk, network(server.address) as between:
            with closing(open_store(folder / "tregua.db")) as store:
                fill(folder, store, [Place(n, "private") for n in range(1, chats + 1)], bot_id=int(TOKEN.split(":")[0]))
                happen(store, FIRST_ALERT, importance=3)
            with running_bot(folder, between.address, TOKEN, free_port(), log=log, rate=rate) as process:
                resumed = _suffer(TROUBLES[name], Scene(folder, between, process), server, seconds=seconds, chats=chats)
            return list(_rows(name, f"{chats:,} chats, {seconds:g} s", resumed, _outcome(folder, server), log))


@contextmanager
def _small_disk(folder: Path, megabytes: int) -> Iterator[None]:
    size = f"size={megabytes}m"
    subprocess.run(["mount", "-t", "tmpfs", "-o", size, "tregua", str(folder)], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def _suffer(trouble: Trouble, scene: Scene, server: Strict, *, seconds: float, chats: int) -> float:
    """Seconds from the end of the trouble to the next alert; waits until all is settled."""
    _until(lambda: _arrived(server, chats) > 0)
    time.sleep(BEFORE)
    with trouble(scene):
        time.sleep(seconds)
        before = _arrived(server, chats)
    ended = time.monotonic()
    _until(lambda: _arrived(server, chats) > before)
    resumed = time.monotonic() - ended
    _until(lambda: not _unsettled(scene.folder))
    return resumed


def _arrived(server: Strict, chats: int) -> int:
    return sum(number for chat, number in server.seen().messages.items() if chat <= chats)


def _unsettled(folder: Path) -> int:
    with closing(open_store(folder / "tregua.db")) as store:
        return len(store.rows("SELECT id FROM outbox WHERE state IN ('ready', 'sending')"))


def _until(is_so: Callable[[], bool]) -> None:
    """Raises TimeoutError."""
    latest = time.monotonic() + PATIENCE
    while not is_so():
        if time.monotonic() > latest:
            raise TimeoutError("the bot did not resume")
        time.sleep(0.25)


def _outcome(folder: Path, server: Strict) -> dict[str, int]:
    """Chats by what became of their message."""
    with closing(open_store(folder / "tregua.db")) as store:
        states = {row["chat_id"]: row["state"] for row in store.rows("SELECT chat_id, state FROM outbox")}
    messages = server.seen().messages
    return {
        "lost": sum(not messages[chat] and state != "ambiguous" for chat, state in states.items()),
        "doubled": sum(messages[chat] > 1 for chat in states),
        "in doubt": sum(state == "ambiguous" for state in states.values()),
        "refused": server.seen().refused,
    }


def _rows(name: str, size: str, resumed: float, outcome: dict[str, int], log: Path) -> Iterator[Row]:
    yield Row(name, "until messages leave again", size, resumed, "s", None, "≤ 65 s", resumed <= LATEST)
    for what, number in outcome.items():
        most = 2 if what == "in doubt" else 0
        yield Row(name, what, size, number, "", None, f"≤ {most}" if most else "0", number <= most)
    if name == "disk full":
        said = log.read_text(encoding="utf-8", errors="replace").count(FULL)
        yield Row(name, f"times that it said «{FULL}»", size, said, "", None, "≥ 1", said >= 1)


if __name__ == "__main__":
    main()
