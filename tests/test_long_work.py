"""Archives and rereading: long work that loses nothing when it is stopped."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest
import pytest_asyncio
from structlog.testing import capture_logs
from typer.testing import CliRunner

from bot.__main__ import app
from bot.cli.progress import progress
from jobs.archive import read_lines
from jobs.digest import Backlog, DigestRoom, digest
from jobs.lock import only_instance
from jobs.reread import count_unread, fingerprint, reread
from jobs.store_thread import StoreThread
from jobs.take_in import TakeInReport, judge_archive, store_archive
from jobs.workers import Workers
from talks.errors import ParseError
from talks.news.newsroom import Newsroom
from talks.store.articles import number_unread, search_articles
from talks.store.connection import Store, open_store
from talks.store.outbox import outbox_counts
from talks.store.people import last_statements
from talks.store.rereading import archived_ids, forget_position
from tests.steps import NOON, an_article_is_stored, it_is_read, somebody_subscribes

LINES = [
    {
        "id": f"a{n}",
        "source": "Diario" if n % 2 else "Correo",
        "url": f"https://diario.example/{n}",
        "published": f"2025-0{n}-10T10:00:00+00:00",
        "title": f"Rusia y Ucrania celebran en Ginebra la ronda número {n}",
        "text": f"Las delegaciones se reunieron. «Ha sido la sesión {n} de la negociación», dijo Dmitri Peskov.",
    }
    for n in range(1, 6)
]


@pytest_asyncio.fixture
async def room(tmp_path: Path, workers: Workers) -> AsyncIterator[DigestRoom]:
    read, write = StoreThread(tmp_path / "tregua.db"), StoreThread(tmp_path / "tregua.db")
    yield DigestRoom(read, write, workers, Newsroom(), None, lambda: NOON)
    read.close()
    write.close()


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "archivo.jsonl"
    path.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in LINES), encoding="utf-8")
    return path


async def store(room: DigestRoom, archive: Path) -> int:
    return await store_archive(room.write, read_lines(archive, published=NOON), now=NOON)


async def test_an_archive_is_judged_in_its_own_time_and_alerts_nobody(room: DigestRoom, archive: Path) -> None:
    await room.write(somebody_subscribes)
    assert await store(room, archive) == 5
    report = await judge_archive(room, await room.read(archived_ids))
    assert (report.judged, report.developments >= 1) == (5, True)
    assert await room.read(outbox_counts) == {}
    days = await room.read(lambda db: [row["decided_at"][:7] for row in db.rows("SELECT decided_at FROM verdicts")])
    assert days == ["2025-01", "2025-02", "2025-03", "2025-04", "2025-05"]


async def test_a_digest_leaves_an_archive_alone(room: DigestRoom, archive: Path) -> None:
    await store(room, archive)
    report = await digest(room)
    assert (report.read, report.judged) == (0, 0)
    assert len(await room.read(archived_ids)) == 5


async def test_an_archive_goes_on_where_it_was_stopped(room: DigestRoom, archive: Path) -> None:
    await store(room, archive)
    ids = await room.read(archived_ids)
    await judge_archive(room, ids[:2])
    rest = await room.read(archived_ids)
    assert rest == ids[2:]
    assert (await judge_archive(room, rest)).judged == 3


async def test_an_archive_that_comes_twice_comes_once(room: DigestRoom, archive: Path) -> None:
    assert [await store(room, archive), await store(room, archive)] == [5, 0]
    await judge_archive(room, await room.read(archived_ids))
    await store(room, archive)
    assert await judge_archive(room, await room.read(archived_ids)) == TakeInReport()


async def test_it_says_how_far_it_is(room: DigestRoom, archive: Path) -> None:
    sizes: list[int] = []
    lines = read_lines(archive, published=NOON)
    await store_archive(room.write, lines, now=NOON, advance=sizes.append)
    assert sum(sizes) == sum(size for _, size in read_lines(archive, published=NOON))
    numbers: list[int] = []
    await judge_archive(room, await room.read(archived_ids), advance=numbers.append)
    assert sum(numbers) == 5


def test_a_long_first_load_says_how_much_how_fast_and_how_long_still() -> None:
    times = iter([0.0, 5.0, 20.0, 25.0])
    backlog = Backlog(400, clock=lambda: next(times))
    with capture_logs() as lines:
        for read in (20, 100, 120):
            backlog.tell(read)
    told = [{name: line[name] for name in ("read", "of", "per_second", "seconds_left")} for line in lines]
    assert told == [{"read": 100, "of": 400, "per_second": 5.0, "seconds_left": 60}]


def test_a_round_of_a_few_articles_says_nothing_of_its_pace() -> None:
    times = iter([0.0, 100.0])
    backlog = Backlog(40, clock=lambda: next(times))
    with capture_logs() as lines:
        backlog.tell(20)
    assert lines == []


async def test_what_waits_to_be_read_is_counted(room: DigestRoom) -> None:
    assert await room.read(number_unread) == 0
    await room.write(an_article_is_stored)
    assert await room.read(number_unread) == 1


def test_a_line_separator_inside_a_text_does_not_end_the_line(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"id": "1", "text": "uno\u2028dos\x85tres"}, ensure_ascii=False), encoding="utf-8")
    ((article, _),) = read_lines(path, published=NOON)
    assert article.text == "uno\u2028dos\x85tres"


def test_a_wrong_line_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"id": "1", "text": ""}\n\n{no\n')
    with pytest.raises(ParseError, match=r"a\.jsonl:3: no es JSON"):
        list(read_lines(tmp_path / "a.jsonl", published=NOON))
    (tmp_path / "b.jsonl").write_bytes(b"\xff\xfe")
    with pytest.raises(ParseError, match=r"No se puede leer"):
        list(read_lines(tmp_path / "b.jsonl", published=NOON))


def an_article_was_read_badly(db: Store, key: str) -> None:
    text = f"«No habrá sesión {key} de negociación», dijo Dmitri Peskov."
    article = an_article_is_stored(db, key, title="Rusia y Ucrania negocian la paz en Ginebra", text=text)
    it_is_read(db, article)
    db.run("DELETE FROM pending")


async def test_rereading_finds_what_the_reader_finds_now_and_keeps_the_verdicts(room: DigestRoom) -> None:
    await room.write(an_article_was_read_badly, "1")
    assert await room.read(last_statements, "peskov", limit=5) == ()
    assert str(await reread(room, "r1")) == "reread: 1 read, 0 before"
    (said,) = await room.read(last_statements, "peskov", limit=5)
    assert said.text == "No habrá sesión 1 de negociación"
    assert len(await room.read(search_articles, ["habrá"], limit=5)) == 1


async def test_rereading_goes_on_where_it_was_and_begins_anew_for_another_reader(room: DigestRoom) -> None:
    for key in ("1", "2"):
        await room.write(an_article_was_read_badly, key)
    await reread(room, "r1")
    await room.write(an_article_was_read_badly, "3")
    assert await count_unread(room, "r1") == (1, 2)
    assert await count_unread(room, "r2") == (3, 0)
    await room.write(forget_position)
    assert await count_unread(room, "r1") == (3, 0)


async def test_articles_that_wait_for_their_verdict_still_wait_after_rereading(room: DigestRoom) -> None:
    await room.write(lambda db: it_is_read(db, an_article_is_stored(db)))
    await reread(room, "r1")
    assert (await digest(room)).judged == 1


def test_the_fingerprint_changes_with_any_word_of_the_lexicon(tmp_path: Path) -> None:
    for folder in ("lexicon", "reading"):
        (tmp_path / "talks" / folder).mkdir(parents=True)
    before = fingerprint(tmp_path)
    (tmp_path / "talks" / "lexicon" / "people.toml").write_text("x")
    assert fingerprint(tmp_path) != before
    assert fingerprint() == fingerprint()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, logs_are_reset: None) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TREGUA_DATA", str(tmp_path / "datos"))
    return tmp_path


def test_the_commands_say_what_they_did(folder: Path, archive: Path) -> None:
    done = CliRunner().invoke(app, ["import", str(archive)])
    assert done.exit_code == 0
    assert "5 artículos nuevos; 5 leídos y juzgados" in done.output
    assert "0 artículos nuevos; 0 leídos y juzgados" in CliRunner().invoke(app, ["import"]).output
    assert "5 artículos releídos." in CliRunner().invoke(app, ["reread"]).output
    assert "0 artículos releídos (5 ya lo estaban)." in CliRunner().invoke(app, ["reread"]).output
    assert "5 artículos releídos." in CliRunner().invoke(app, ["reread", "--all"]).output


def test_an_archive_is_not_taken_in_beside_a_running_bot(folder: Path, archive: Path) -> None:
    with only_instance(folder / "datos"):
        answer = CliRunner().invoke(app, ["import", str(archive)])
    assert "ya está en marcha" in str(answer.exception)


def test_an_archive_that_is_not_there_is_a_sentence(folder: Path) -> None:
    assert "No se puede leer nada.jsonl" in str(CliRunner().invoke(app, ["import", "nada.jsonl"]).exception)


def test_a_stop_is_answered_with_how_to_go_on(folder: Path, archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_arguments: object, **_options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("bot.cli.archive.judge_archive", stopped)
    answer = CliRunner().invoke(app, ["import", str(archive)])
    assert (answer.exit_code, "sigue donde estaba" in answer.output) == (130, True)
    with closing(open_store(folder / "datos" / "tregua.db")) as db:
        assert len(archived_ids(db)) == 5


def test_where_nobody_looks_on_no_bar_is_drawn(capsys: pytest.CaptureFixture[str]) -> None:
    with progress("Leer", 10) as advance:
        advance(5)
    assert capsys.readouterr().err == ""
