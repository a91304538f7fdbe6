"""How jobs are run: one at a time, killable, drained at the end, one instance per folder."""

import asyncio
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from jobs.lock import only_instance
from jobs.schedule import timetable
from jobs.store_thread import StoreThread
from jobs.supervisor import Supervisor
from jobs.workers import Workers, WorkFailed
from talks.errors import StoreError
from talks.store.sources import active_sources, add_source


@pytest.fixture(scope="module")
def workers() -> Iterator[Workers]:
    opened = Workers(processes=1)
    yield opened
    opened.close()


def stall() -> None:
    time.sleep(60)


def die() -> None:
    os.kill(os.getpid(), 9)


def slip() -> None:
    raise IndexError("list index out of range")


def refuse() -> None:
    raise StoreError("no se puede")


async def test_work_runs_in_another_process(workers: Workers) -> None:
    assert await workers(os.getpid, seconds=30) != os.getpid()


async def test_work_that_stalls_is_killed_and_the_next_goes_on(workers: Workers) -> None:
    with pytest.raises(WorkFailed, match="se interrumpió"):
        await workers(stall, seconds=0.2)
    assert await workers(abs, -3, seconds=30) == 3


async def test_work_that_brings_its_process_down_is_an_error_of_its_own(workers: Workers) -> None:
    with pytest.raises(WorkFailed, match="inesperada"):
        await workers(die, seconds=30)
    assert await workers(abs, -3, seconds=30) == 3


async def test_work_that_crashes_is_an_error_of_its_own(workers: Workers) -> None:
    with pytest.raises(WorkFailed, match="IndexError"):
        await workers(slip, seconds=30)


async def test_an_error_of_ours_comes_back_as_itself(workers: Workers) -> None:
    with pytest.raises(StoreError, match="no se puede"):
        await workers(refuse, seconds=30)


async def test_a_job_that_still_runs_is_not_started_again() -> None:
    runs, go = [], asyncio.Event()

    async def job() -> None:
        runs.append(1)
        await go.wait()

    supervisor = Supervisor(lambda _name, error: pytest.fail(str(error)))
    await supervisor.tick("poll", job)
    await asyncio.sleep(0)
    await supervisor.tick("poll", job)
    go.set()
    assert await supervisor.drain(seconds=5)
    assert runs == [1]


async def test_a_job_that_fails_is_reported_and_runs_again() -> None:
    failures: list[str] = []

    async def job() -> None:
        raise StoreError("disco lleno")

    supervisor = Supervisor(lambda name, error: failures.append(f"{name}: {error}"))
    for _ in range(2):
        await supervisor.tick("poll", job)
        await asyncio.sleep(0)
        await asyncio.sleep(0)
    await supervisor.drain(seconds=5)
    assert failures == ["poll: disco lleno"] * 2


async def test_draining_cuts_what_does_not_end_in_time_and_starts_nothing_more() -> None:
    started: list[str] = []

    async def job() -> None:
        started.append("x")
        await asyncio.Event().wait()

    supervisor = Supervisor(lambda _name, error: pytest.fail(str(error)))
    await supervisor.tick("poll", job)
    assert not await supervisor.drain(seconds=0.01)
    await supervisor.tick("digest", job)
    assert started == ["x"]


def test_a_second_instance_in_the_same_folder_is_refused_with_its_process(tmp_path: Path) -> None:
    with (
        only_instance(tmp_path),
        pytest.raises(StoreError, match=f"en marcha .* \\(proceso {os.getpid()}\\)"),
        only_instance(tmp_path),
    ):
        pytest.fail("two instances")


def test_the_folder_is_free_again_afterwards(tmp_path: Path) -> None:
    for _ in range(2):
        with only_instance(tmp_path / "datos"):
            assert (tmp_path / "datos" / "tregua.lock").exists()


def test_a_folder_that_cannot_be_used_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "archivo").write_text("")
    with pytest.raises(StoreError, match="No se puede usar la carpeta"), only_instance(tmp_path / "archivo"):
        pytest.fail("a file is no folder")


async def test_a_store_answers_from_its_own_thread(tmp_path: Path) -> None:
    thread = StoreThread(tmp_path / "tregua.db")
    await thread(add_source, url="https://a.example/rss", title="A")
    assert [source.title for source in await thread(active_sources)] == ["A"]
    thread.close()


def test_a_store_that_cannot_be_opened_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "tregua.db").write_text("nada " * 1000)
    with pytest.raises(StoreError, match="no es una base de datos"):
        StoreThread(tmp_path / "tregua.db")


def test_the_digest_ticks_at_least_as_often_as_the_poll() -> None:
    seconds = {job.name: job.seconds for job in timetable(poll_seconds=5)}
    assert {"poll": 5, "digest": 5, "deliver": 1}.items() <= seconds.items()
