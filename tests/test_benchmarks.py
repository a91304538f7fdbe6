"""The benchmarks themselves: their texts are the project's own and the same at every run, their table is Markdown."""

from __future__ import annotations

import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from benchmarks.__main__ import ROOMS
from benchmarks.live import NAME
from benchmarks.measure import Row, as_lines, from_lines, percentile, table
from benchmarks.past import open_past
from benchmarks.polling import feed
from benchmarks.strict import Flood
from benchmarks.texts import NOW, article, examples, stream
from talks.sources.feeds import parse_feed
from talks.store.articles import search_articles
from talks.store.backup import integrity
from talks.store.connection import open_store
from talks.store.sources import add_source

ROOT = Path(__file__).parent.parent


def test_texts_are_the_same_at_every_run_and_no_two_are_alike() -> None:
    again = article(7, characters=1_200)
    assert article(7, characters=1_200) == again
    assert len({each.text for each in stream(40)}) == 40
    assert len(article(3, characters=3_000).text) == 3_000


def test_a_stream_comes_in_order_and_ends_now() -> None:
    days = [each.published for each in stream(20, days=10)]
    assert days == sorted(days)
    assert days[-1] < NOW


def test_examples_are_those_that_the_project_ships() -> None:
    assert {is_relevant for _, _, is_relevant in examples()} == {True, False}


def test_a_row_survives_its_way_from_one_process_to_the_other() -> None:
    rows = [Row("reading", "one article", "300", 6.0, "ms", 2.0, "≤ 6 ×", True), Row("x", "y", "z", 1.0, "MB")]
    assert from_lines(as_lines(rows)) == rows


def test_the_table_has_ratio_target_and_whether_it_is_met() -> None:
    lines = table([Row("reading", "one article", "300", 6.0, "ms", 2.0, "≤ 2 ×", False)]).splitlines()
    assert lines[2] == "| reading | one article | 300 | 6.00 ms | 2.00 ms | 3.0 × | ≤ 2 × | **no** |"
    assert lines[0].count("|") == lines[1].count("|") == lines[2].count("|")


def test_a_percentile_is_one_of_the_values() -> None:
    assert [percentile([3, 1, 2], share) for share in (0.0, 0.5, 0.95)] == [1, 2, 3]


def test_a_past_of_any_size_is_a_sound_store(tmp_path: Path) -> None:
    with closing(open_store(tmp_path / NAME)) as live:
        add_source(live, url="https://diario.example/rss", title="Diario")
    with closing(open_past(tmp_path, size=300)) as store:
        assert store.rows("SELECT count(*) AS n FROM articles")[0]["n"] == 300
        assert integrity(store) == "ok"
        assert len(search_articles(store, ["expediente", "77"], limit=5)) == 1


def test_the_feed_that_is_parsed_has_all_its_items() -> None:
    found = parse_feed(feed(30), url="https://diario.example/rss", content_type="application/rss+xml")
    assert len(found.entries) == 30


def test_one_room_can_be_measured_alone() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks", "--room", "polling", "--folder", "."],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert [row.room for row in from_lines(done.stdout)] == ["polling"] * 3


@pytest.mark.parametrize("room", ROOMS)
def test_every_room_has_its_script(room: str) -> None:
    assert (ROOT / "benchmarks" / f"{room}.py").exists()


def test_the_strict_server_allows_what_telegram_does() -> None:
    overall, chat, group = Flood(), Flood(), Flood()
    assert sum(overall.allows(number, now=100 + number / 1_000) for number in range(1_000)) in range(60, 70)
    assert sum(chat.allows(7, now=100 + tenth / 10) for tenth in range(100)) in range(14, 17)
    assert sum(group.allows(-7, now=100 + 2 * number) for number in range(60)) == 40
