"""The port of health and metrics: what machines and people see, and when /health fails."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import AsyncIterator
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

import aiohttp
import pytest
import pytest_asyncio
from aiohttp.test_utils import unused_port

from bot.service import run
from bot.status.meters import Meters
from bot.status.server import StatusRoom, status_server
from jobs.backups import back_up_when_due
from jobs.deliver import DeliverReport
from jobs.health import STUCK_AFTER, disk_has_room, feeds_in_time, outbox_moves, spell
from jobs.store_thread import StoreThread
from talks.errors import SettingsError
from talks.settings import Settings
from talks.store.connection import Store
from talks.store.figures import Figures, figures
from talks.store.pauses import pause
from talks.store.sources import active_sources, add_source, record_failure
from talks.types import Hold
from tests.steps import (
    NOON,
    an_article_is_stored,
    it_ends,
    it_is_judged_new,
    it_is_read,
    next_delivery,
    somebody_subscribes,
    something_happens,
)

ROOT = Path(__file__).parent.parent
FIVE_MINUTES = timedelta(minutes=5)


@pytest_asyncio.fixture
async def room(tmp_path: Path) -> AsyncIterator[StatusRoom]:
    thread = StoreThread(tmp_path / "tregua.db")
    meters = Meters(halts=lambda: 2, killed=lambda: 1, missed=lambda: {"deliver": 3})
    started = NOON - timedelta(hours=5)
    yield StatusRoom(thread, meters, 1, tmp_path, tmp_path / "backups", FIVE_MINUTES, lambda: NOON, started)
    thread.close()


async def page(room: StatusRoom, path: str) -> tuple[int, str]:
    async with status_server(room, host="127.0.0.1", port=0) as port, aiohttp.ClientSession() as session:
        answer = await session.get(f"http://127.0.0.1:{port}{path}")
        return answer.status, await answer.text()


async def sample(room: StatusRoom) -> dict[str, float]:
    """Every sample of /metrics by its name with labels."""
    status, text = await page(room, "/metrics")
    assert status == 200
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return {name: float(value) for name, value in (line.rsplit(" ", 1) for line in lines)}


async def test_health_is_fine_while_feeds_are_read_in_time(room: StatusRoom) -> None:
    await room.store(an_article_is_stored)
    status, body = await page(room, "/health")
    assert (status, json.loads(body)["status"]) == (200, "ok")
    assert [check["name"] for check in json.loads(body)["checks"]] == ["base de datos", "fuentes", "entregas", "disco"]


async def test_health_fails_when_a_feed_is_three_intervals_late(room: StatusRoom) -> None:
    await room.store(an_article_is_stored)
    room.now = lambda: NOON + timedelta(minutes=21)
    status, body = await page(room, "/health")
    assert status == 503
    assert [check["name"] for check in json.loads(body)["checks"] if not check["ok"]] == ["fuentes"]


async def test_metrics_count_what_the_store_holds(room: StatusRoom) -> None:
    await room.store(somebody_subscribes)
    await room.store(something_happens)
    found = await sample(room)
    expected = {
        "tregua_healthy": 1,
        "tregua_feeds": 1,
        "tregua_articles_total": 1,
        "tregua_developments_total": 1,
        "tregua_subscribers": 1,
        'tregua_outbox{state="ready"}': 1,
        'tregua_verdicts_total{novelty="new",outcome="told"}': 1,
        "tregua_telegram_halts_total": 2,
        "tregua_parsers_killed_total": 1,
        'tregua_job_missed_total{job="deliver"}': 3,
    }
    assert {name: found[name] for name in expected} == expected


async def test_verdicts_are_counted_on_from_the_last_look(room: StatusRoom) -> None:
    for key in ("1", "2"):
        await room.store(something_happens, key)
        found = await sample(room)
    assert found['tregua_verdicts_total{novelty="new",outcome="told"}'] == 2


async def test_a_vetoed_verdict_is_counted_as_withheld(room: StatusRoom) -> None:
    article = await room.store(an_article_is_stored)
    await room.store(it_is_read, article)
    await room.store(it_is_judged_new, article, is_alert=False, reason="x")
    await room.store(lambda store: store.run("UPDATE verdicts SET reason = 'Es nuevo. No se avisó: es viejo.'"))
    assert (await sample(room))['tregua_verdicts_total{novelty="new",outcome="withheld"}'] == 1


async def test_jobs_and_replies_are_counted(room: StatusRoom) -> None:
    room.meters.job_done("deliver", DeliverReport(sent=7, failed=1), 1.5)
    room.meters.job_done("recover", None, 0.1)
    room.meters.job_failed("poll")
    room.meters.answered(0.2)
    found = await sample(room)
    expected = {
        'tregua_job_items_total{job="deliver",kind="sent"}': 7,
        'tregua_job_runs_total{job="deliver",outcome="done"}': 1,
        'tregua_job_runs_total{job="recover",outcome="done"}': 1,
        'tregua_job_runs_total{job="poll",outcome="failed"}': 1,
        'tregua_job_seconds_total{job="deliver"}': 1.5,
        'tregua_reply_seconds_bucket{le="0.25"}': 1,
        "tregua_reply_seconds_count": 1,
    }
    assert {name: found[name] for name in expected} == expected


async def test_the_page_shows_checks_feeds_and_news_and_escapes_them(room: StatusRoom) -> None:
    await room.store(an_article_is_stored, outlet="Diario")
    await room.store(something_happens, "2", headline="Ronda <b>en</b> Ginebra")
    (source,) = await room.store(active_sources)
    await room.store(record_failure, source.id, error="<script>", now=NOON, next_check_at=NOON)
    status, html = await page(room, "/")
    assert status == 200
    assert all(
        words in html for words in ("Tregua funciona", "Diario", "Ronda &lt;b&gt;en&lt;/b&gt;", "&lt;script&gt;")
    )
    assert "<script>" not in html


async def test_an_installation_without_feeds_is_healthy_and_says_so(room: StatusRoom) -> None:
    status, html = await page(room, "/")
    assert (status, "Tregua funciona" in html, "ninguna: se leen solo los textos propios" in html) == (200, True, True)


async def test_a_database_that_does_not_answer_is_a_failing_health(room: StatusRoom) -> None:
    await room.store(lambda store: store.run("DROP TABLE outbox"))
    status, body = await page(room, "/health")
    assert (status, json.loads(body)["checks"][0]["name"]) == (503, "base de datos")
    assert (await page(room, "/metrics"))[0] == 503
    assert "Tregua tiene un problema" in (await page(room, "/"))[1]


async def test_who_says_slowly_what_is_wanted_is_shown_out(room: StatusRoom) -> None:
    async with status_server(room, host="127.0.0.1", port=0, patience=0.05) as port:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"GET /health HTTP/1.1\r\nX-Slow: ")
        with suppress(ConnectionError):
            assert await asyncio.wait_for(reader.read(), 10) == b""
        writer.close()


async def test_a_port_that_is_taken_is_a_sentence(room: StatusRoom) -> None:
    port = unused_port()
    async with status_server(room, host="127.0.0.1", port=port):
        with pytest.raises(SettingsError, match=f"TREGUA_HTTP_PORT vale «{port}»"):
            async with status_server(room, host="127.0.0.1", port=port):
                pytest.fail("two servers on one port")


def found_in(store: Store, *, now: datetime = NOON) -> Figures:
    return figures(store, 1, now=now)


def test_what_was_late_before_the_start_is_not_held_against_the_new_process(store: Store) -> None:
    an_article_is_stored(store)
    later = NOON + timedelta(days=2)
    just_started = feeds_in_time(found_in(store), interval=FIVE_MINUTES, started=later, now=later)
    assert just_started.is_fine
    after_a_while = later + 4 * FIVE_MINUTES
    assert not feeds_in_time(found_in(store), interval=FIVE_MINUTES, started=later, now=after_a_while).is_fine


def test_a_feed_that_was_never_asked_is_due_since_the_last_round(store: Store) -> None:
    add_source(store, url="https://nuevo.example/rss", title="Nuevo")
    started = NOON - timedelta(hours=5)
    assert not feeds_in_time(found_in(store), interval=FIVE_MINUTES, started=started, now=NOON).is_fine
    an_article_is_stored(store)
    assert feeds_in_time(found_in(store), interval=FIVE_MINUTES, started=started, now=NOON).is_fine


def test_a_short_interval_leaves_a_round_its_time(store: Store) -> None:
    an_article_is_stored(store)
    late = NOON + timedelta(minutes=5, seconds=20)
    started = NOON - timedelta(hours=1)
    assert feeds_in_time(found_in(store), interval=timedelta(seconds=1), started=started, now=late).is_fine


def test_messages_that_wait_while_none_leaves_are_a_fault(store: Store) -> None:
    somebody_subscribes(store)
    something_happens(store)
    late = NOON + STUCK_AFTER + timedelta(minutes=1)
    found = outbox_moves(found_in(store, now=late), now=late)
    assert (found.is_fine, "1 en espera y ninguna hecha desde hace 11 min" in found.sentence) == (False, True)


def test_messages_that_wait_while_others_leave_are_no_fault(store: Store) -> None:
    for chat_id in (100, 200):
        somebody_subscribes(store, chat_id)
    something_happens(store)
    late = NOON + STUCK_AFTER + timedelta(minutes=1)
    delivery = next_delivery(store, now=late)
    assert delivery is not None
    it_ends(store, delivery, message_id=5, now=late)
    assert outbox_moves(found_in(store, now=late), now=late).is_fine


def test_a_pause_that_telegram_ordered_is_no_fault(store: Store) -> None:
    somebody_subscribes(store)
    something_happens(store)
    late = NOON + timedelta(hours=1)
    pause(store, 1, Hold(late + timedelta(minutes=30)), now=late)
    found = outbox_moves(found_in(store, now=late), now=late)
    assert (found.is_fine, found.sentence) == (True, "1 en espera; Telegram pidió una pausa hasta las 13:30 UTC.")


def test_figures_of_another_bot_are_left_out(store: Store) -> None:
    somebody_subscribes(store, bot_id=2)
    something_happens(store)
    found = found_in(store)
    assert (found.subscribers, found.outbox["ready"], found.oldest_ready) == (0, 0, None)


def test_a_disk_that_is_nearly_full_is_a_fault() -> None:
    assert disk_has_room(10**10).is_fine
    assert "borra copias antiguas" in disk_has_room(10**6).sentence


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (timedelta(seconds=-5), "0 s"),
        (timedelta(seconds=40), "40 s"),
        (timedelta(minutes=12), "12 min"),
        (timedelta(hours=3), "3 h"),
        (timedelta(days=2), "2 días"),
    ],
)
def test_a_span_is_said_in_its_nearest_unit(span: timedelta, words: str) -> None:
    assert spell(span) == words


async def test_every_metric_stands_in_the_documents_and_the_dashboard_asks_for_no_other(room: StatusRoom) -> None:
    await room.store(somebody_subscribes)
    await room.store(something_happens)
    delivery = await room.store(next_delivery)
    assert delivery is not None
    await room.store(it_ends, delivery, message_id=5)
    room.meters.job_done("deliver", DeliverReport(sent=7), 1.5)
    back_up_when_due(room.folder / "tregua.db", room.backups, every=timedelta(days=1), copies=1, now=NOON)
    ours = {name.split("{")[0] for name in await sample(room) if name.startswith("tregua_")}
    documents = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
    assert {name for name in ours if f"`{re.sub('_(bucket|count|sum)$', '', name)}`" not in documents} == set()
    board = (ROOT / "deploy" / "grafana.json").read_text(encoding="utf-8")
    asked = set(re.findall(r"tregua_\w+", " ".join(each["expr"] for each in _targets(json.loads(board)))))
    assert asked
    assert asked - ours == set()


def _targets(board: dict[str, list[dict[str, list[dict[str, str]]]]]) -> list[dict[str, str]]:
    return [target for panel in board["panels"] for target in panel.get("targets", [])]


async def test_an_unhealthy_bot_says_so_in_its_metrics(room: StatusRoom) -> None:
    await room.store(an_article_is_stored)
    room.now = lambda: NOON + timedelta(days=1)
    assert (await sample(room))["tregua_healthy"] == 0


async def test_a_running_bot_serves_its_health_counts_its_jobs_and_ends_when_asked(
    tmp_path: Path, logs_are_reset: None
) -> None:
    port, stop = unused_port(), asyncio.Event()
    (tmp_path / "feeds.opml").write_text('<opml version="2.0"><body/></opml>', encoding="utf-8")
    values = {"DATA": tmp_path / "d", "SEEDS": tmp_path, "FEEDS": tmp_path / "feeds.opml", "HTTP_PORT": port}
    settings = Settings(_env_file=None, **{f"TREGUA_{name}": value for name, value in values.items()})
    running = asyncio.create_task(run(settings, stop=stop))
    async with aiohttp.ClientSession() as session:
        metrics = await _answered(session, f"http://127.0.0.1:{port}/metrics", 'tregua_job_runs_total{job="backup"')
        health = await session.get(f"http://127.0.0.1:{port}/health")
        assert (health.status, (await health.json())["status"]) == (200, "ok")
    stop.set()
    await running
    assert "tregua_last_backup_timestamp_seconds" in metrics


async def _answered(session: aiohttp.ClientSession, url: str, words: str) -> str:
    """The page, once it has the words; the bot takes a moment to start."""
    async with asyncio.timeout(30):
        while True:
            try:
                text = await (await session.get(url)).text()
            except aiohttp.ClientConnectorError:
                text = ""
            if words in text:
                return text
