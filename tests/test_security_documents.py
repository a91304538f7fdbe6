"""`docs/security.md` names tests that exist, and nothing contradicts it."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from talks.sources.opml import OpmlFeed, parse_opml, write_opml

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
NAMED = re.findall(r"`(tests/\w+\.py)::(\w+)`", PAGE)
THREATS = (
    "SSRF", "redirects", "DNS rebinding", "XXE", "entity bombs", "gzip bombs", "slow-loris", "huge fields", "ReDoS",
    "HTML injection", "deep links", "callback data", "commands of administrators", "webhook", "path traversal",
    "spreadsheet formulas", "token in logs",
)  # fmt: skip


@pytest.mark.parametrize(("file", "name"), NAMED, ids=[name for _, name in NAMED])
def test_the_tests_that_the_page_names_exist(file: str, name: str) -> None:
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    assert name in {node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)}


@pytest.mark.parametrize("threat", THREATS)
def test_each_threat_has_its_line(threat: str) -> None:
    assert threat.lower() in PAGE.lower()


def test_every_line_of_a_threat_names_a_test() -> None:
    lines = [line for line in PAGE.splitlines() if line.startswith("| ") and not line.startswith(("| ---", "| threat"))]
    assert lines
    assert [line for line in lines if "::" not in line] == []


def test_nothing_is_written_as_a_table_that_a_spreadsheet_would_run() -> None:
    files = [path for room in ("talks", "jobs", "bot", "local") for path in (ROOT / room).rglob("*.py")]
    importers = [
        path.name for path in files if re.search(r"^\s*(import|from) csv\b", path.read_text(encoding="utf-8"), re.M)
    ]
    assert importers == []


def test_a_title_that_is_a_formula_is_a_title_in_a_list_of_feeds() -> None:
    feed = OpmlFeed("https://diario.example/rss", '=HYPERLINK("http://mal.example")')
    assert parse_opml(write_opml([feed])) == (feed,)
