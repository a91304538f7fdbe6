"""Every command that a page shows is run, in order, in a folder of its own; what only asks the network is parsed."""

from __future__ import annotations

import ast
import json
import re
import shlex
import subprocess
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.__main__ import app

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
FENCE = re.compile(r"^```\w*\n(.*?)^```", re.MULTILINE | re.DOTALL)
PARSED_ONLY = {("run",), ("deliver",), ("feeds", "check"), ("doctor",)}
"""They run for ever, want a token or ask the network."""
OTHERS = {"sudo", "git", "cd", "cp", "docker", "journalctl", "bash"}
"""Programs of the system."""
ARTICLE = {
    "id": "1",
    "source": "Diario",
    "published": "2026-02-18T18:00:00+00:00",
    "title": "Ronda",
    "text": "Hubo ronda.",
}
OPML = '<opml version="2.0"><body><outline text="A" xmlUrl="https://diario.example/rss"/></body></opml>'


def lines_of(page: Path) -> list[str]:
    """Lines of the fenced blocks that are commands, without their comments."""
    blocks = FENCE.findall(page.read_text(encoding="utf-8"))
    lines = [line.split("  #")[0].split(" # ")[0].strip() for block in blocks for line in block.splitlines()]
    return [line for line in lines if line.split(" ")[0] in {"tregua", "make", *OTHERS}]


def tregua_lines(page: Path) -> list[list[str]]:
    lines = [re.sub(r"^sudo -u tregua \.venv/bin/tregua", "tregua", line) for line in lines_of(page)]
    return [shlex.split(line)[1:] for line in lines if line.startswith("tregua")]


WITH_COMMANDS = [page for page in PAGES if tregua_lines(page)]


def name_of(arguments: list[str]) -> tuple[str, ...]:
    return tuple(arguments[: 2 if arguments[:1] in (["feeds"], ["subscribers"]) else 1])


def is_understood(arguments: list[str]) -> bool:
    """Asked for help, a command still refuses what it does not know."""
    return CliRunner().invoke(app, [*arguments, "--help"]).exit_code == 0


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, logs_are_reset: None) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TELEGRAM_TOKEN", "")
    monkeypatch.setenv("TREGUA_DATA", str(tmp_path / "datos"))
    monkeypatch.setenv("TREGUA_SEEDS", str(tmp_path))
    (tmp_path / "lista.opml").write_text(OPML, encoding="utf-8")
    for name in ("archivo.jsonl", "articulos.jsonl"):
        (tmp_path / name).write_text(json.dumps(ARTICLE), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("page", WITH_COMMANDS, ids=lambda page: page.name)
def test_every_command_of_a_page_does_what_it_should(folder: Path, page: Path) -> None:
    CliRunner().invoke(app, ["timeline"])
    for arguments in tregua_lines(page):
        assert is_understood(arguments)
        if name_of(arguments) not in PARSED_ONLY:
            answer = CliRunner().invoke(app, arguments)
            assert (arguments, answer.exit_code, answer.exception) == (arguments, 0, None)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_target_of_make_that_a_page_shows_is_there(page: Path) -> None:
    targets = {
        word for line in lines_of(page) if line.startswith(("make ", "sudo make ")) for word in line.split()[1:2]
    }
    targets = {target for target in targets if target != "make"}
    for target in targets:
        done = subprocess.run(["make", "-n", target, "GOLD=x"], cwd=ROOT, capture_output=True, text=True, check=False)
        assert (target, done.returncode) == (target, 0)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_file_of_the_project_that_a_command_names_is_there(page: Path) -> None:
    named = [
        word for line in lines_of(page) for word in line.split() if re.match(r"(deploy|docs|seeds|benchmarks)/", word)
    ]
    named += [".env.example"] if any(".env.example" in line for line in lines_of(page)) else []
    assert not [name for name in named if not (ROOT / name).exists()]


@pytest.mark.parametrize("arguments", [["fly"], ["feeds", "fly"], ["analyse", "x", "--pretty"]])
def test_a_command_that_is_wrong_would_be_found(arguments: list[str]) -> None:
    assert not is_understood(arguments)


SIDES = re.compile(r"ucrani|rusi[ao]|kremlin|\bkiev|mosc[uú]|zelensk|putin|peskov", re.IGNORECASE)


def _names_a_side(path: Path) -> bool:
    """In a string that is not a docstring."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    strings = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    return any(SIDES.search(node.value) for node in strings if id(node) not in said)


def _is_listed(path: Path, page: str) -> bool:
    """By its own name, or by that of its folder."""
    name = path.relative_to(ROOT)
    return f"`{name.as_posix()}`" in page or f"`{name.parent.as_posix()}/`" in page


def test_the_page_on_another_negotiation_lists_all_code_that_names_the_sides() -> None:
    page = (ROOT / "docs" / "retarget.md").read_text(encoding="utf-8")
    files = [path for room in ("talks", "jobs", "bot") for path in (ROOT / room).rglob("*.py") if _names_a_side(path)]
    assert [path.name for path in files if not _is_listed(path, page)] == []
