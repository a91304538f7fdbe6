"""Files for containers and services, as far as they can be tested without either: names, values, the health check."""

from __future__ import annotations

import asyncio
import json
import os
import re
import subprocess
import sys
import tomllib
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.status.meters import Meters
from bot.status.server import StatusRoom, status_server
from jobs.store_thread import StoreThread
from talks.settings import Settings
from tests.steps import NOON, an_article_is_stored

ROOT = Path(__file__).parent.parent
DOCKERFILE = (ROOT / "deploy" / "Dockerfile").read_text(encoding="utf-8")
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "deploy" / "compose.yaml").read_text(encoding="utf-8"))
UNIT = (ROOT / "deploy" / "tregua.service").read_text(encoding="utf-8")
SERVICE = COMPOSE["services"]["tregua"]
SETTINGS = {str(field.validation_alias) for field in Settings.model_fields.values()}


def unit_values(name: str) -> list[str]:
    return re.findall(rf"^{name}=(.*)$", UNIT, re.MULTILINE)


@pytest.mark.parametrize("text", [DOCKERFILE, UNIT, json.dumps(SERVICE)], ids=["Dockerfile", "unit", "compose"])
def test_every_setting_that_is_set_is_one_of_ours(text: str) -> None:
    named = set(re.findall(r"\b(?:TREGUA|TELEGRAM)_[A-Z_]+", text))
    assert named
    assert named - SETTINGS == set()


def test_the_values_that_are_set_are_accepted() -> None:
    values = dict(re.findall(r"(TREGUA_[A-Z_]+)=(\S+)", DOCKERFILE))
    for settings in (Settings(_env_file=None, **values), Settings(_env_file=None, **SERVICE["environment"])):
        assert settings.data == Path("/data")
        assert (settings.http_host, settings.http_port) == ("0.0.0.0", 8090)


def test_the_image_takes_what_is_there_and_all_of_it_is_let_in() -> None:
    copied = {
        name for names in re.findall(r"^COPY (?!--)(.+) \S+$", DOCKERFILE, re.MULTILINE) for name in names.split()
    }
    let_in = set(re.findall(r"^!(\S+)$", (ROOT / "deploy" / "Dockerfile.dockerignore").read_text(), re.MULTILINE))
    assert copied == let_in
    assert not [name for name in copied if not (ROOT / name).exists()]


def test_every_package_of_the_project_is_in_the_image() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    packages = {name.removesuffix("*") for name in project["tool"]["setuptools"]["packages"]["find"]["include"]}
    assert not [name for name in packages if f"COPY {name} ./{name}" not in DOCKERFILE]


def test_the_program_that_is_started_is_the_one_that_is_installed() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert json.loads(re.findall(r"^ENTRYPOINT (.*)$", DOCKERFILE, re.MULTILINE)[0]) == list(
        project["project"]["scripts"]
    )
    assert unit_values("ExecStart") == ["/opt/tregua/.venv/bin/tregua run"]


def test_nothing_runs_as_root_and_nothing_is_written_but_data() -> None:
    assert re.findall(r"^USER (.*)$", DOCKERFILE, re.MULTILINE) == ["10001:10001"]
    assert (SERVICE["read_only"], SERVICE["cap_drop"]) == (True, ["ALL"])
    assert (unit_values("User"), unit_values("ProtectSystem"), unit_values("NoNewPrivileges")) == (
        ["tregua"],
        ["strict"],
        ["yes"],
    )


def test_the_data_is_on_a_volume_and_in_the_state_folder() -> None:
    assert json.loads(re.findall(r"^VOLUME (.*)$", DOCKERFILE, re.MULTILINE)[0]) == ["/data"]
    assert "data:/data" in SERVICE["volumes"]
    assert "data" in COMPOSE["volumes"]
    assert f"TREGUA_DATA=/var/lib/{unit_values('StateDirectory')[0]}" in UNIT


def test_the_port_is_published_on_this_machine_only() -> None:
    assert re.findall(r"^EXPOSE (.*)$", DOCKERFILE, re.MULTILINE) == ["8090"]
    assert SERVICE["ports"] == ["127.0.0.1:8090:8090"]


def test_a_stop_is_given_more_time_than_draining_takes() -> None:
    seconds = [int(SERVICE["stop_grace_period"].removesuffix("s")), int(unit_values("TimeoutStopSec")[0])]
    assert min(seconds) >= 25


def test_bases_are_pinned_and_come_from_no_host_of_ours() -> None:
    bases = re.findall(r"^FROM (\S+)", DOCKERFILE, re.MULTILINE)
    assert bases == ["python:3.11-slim-bookworm"] * 2


@pytest.mark.parametrize(("late", "code"), [(timedelta(0), 0), (timedelta(days=1), 1)])
async def test_the_health_check_of_the_image_tells_sick_from_sound(tmp_path: Path, late: timedelta, code: int) -> None:
    command = json.loads(re.findall(r"^    CMD (\[.*\])$", DOCKERFILE, re.MULTILINE)[0])
    thread = StoreThread(tmp_path / "tregua.db")
    await thread(an_article_is_stored)
    meters = Meters(halts=lambda: 0, killed=lambda: 0, missed=dict)
    minutes = timedelta(minutes=5)
    room = StatusRoom(thread, meters, 1, tmp_path, tmp_path, minutes, lambda: NOON + late, NOON - minutes)
    async with status_server(room, host="127.0.0.1", port=0) as port:
        process = await _run([sys.executable, *command[1:-1], command[-1].replace(":8090/", f":{port}/")])
    thread.close()
    assert process == code


async def _run(command: list[str]) -> int:
    process = await asyncio.create_subprocess_exec(
        *command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**os.environ, "no_proxy": "127.0.0.1"}
    )
    return await process.wait()
