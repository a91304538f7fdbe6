"""The log: a line says whose it is, a token never stands in it, and on a machine it is JSON."""

from __future__ import annotations

import asyncio
import json
import logging
from pathlib import Path
from typing import Any

import pytest
import structlog

from bot.logs import configure_logs
from jobs.supervisor import Supervisor


@pytest.fixture
def log_file(tmp_path: Path, logs_are_reset: None) -> Path:
    configure_logs(tmp_path / "tregua.log")
    return tmp_path / "tregua.log"


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


async def test_what_a_job_logs_says_which_job_and_which_run(log_file: Path) -> None:
    async def job() -> None:
        structlog.get_logger().info("working")

    supervisor = Supervisor(lambda _name, error: pytest.fail(str(error)))
    for name in ("poll", "digest"):
        await supervisor.tick(name, job)
        await asyncio.sleep(0)
    await supervisor.drain(seconds=5)
    structlog.get_logger().info("done")
    assert [(line.get("job"), line.get("run")) for line in lines(log_file)] == [
        ("poll", 1),
        ("digest", 2),
        (None, None),
    ]


def test_a_token_is_blotted_out_wherever_it_comes_from(log_file: Path) -> None:
    token = "123456789:" + "A" * 35
    structlog.get_logger().info(f"asked /bot{token}/getMe", where=token)
    logging.getLogger("somebody").warning("failed at /bot%s/getMe", token)
    assert token not in log_file.read_text(encoding="utf-8")
    assert [line["level"] for line in lines(log_file)] == ["info", "warning"]


def test_every_line_has_its_time_in_utc(log_file: Path) -> None:
    structlog.get_logger().info("working")
    assert lines(log_file)[0]["timestamp"].endswith("Z")
