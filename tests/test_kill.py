"""kill -9 at the worst moments, then a restart: nothing is lost, nothing comes twice."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from contextlib import closing
from datetime import timedelta
from multiprocessing import get_context
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from jobs.digest import judge_batch
from local.faults import FaultKind
from local.server import start_local_server
from talks.news.newsroom import Newsroom, Twins, no_twins
from talks.settings import PROJECT
from talks.store.articles import PollResult, save_poll, unread_articles
from talks.store.connection import Store, open_store
from talks.store.outbox import outbox_counts
from talks.store.sources import active_sources, add_source
from talks.types import Article, Reading, Verdict
from tests.feed_data import rss
from tests.steps import NOON, an_article_is_stored, it_is_read, somebody_subscribes, something_happens

TOKEN = "77:secreto"
SECONDS = 30
CHATS = range(1, 6)
CITIES = ("Ginebra", "Estambul", "Yeda", "Riad", "Miami")


@pytest.fixture
def settings(tmp_path: Path) -> dict[str, str]:
    """The environment of a process of ours: data, seeds and feeds of its own."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "feeds.opml").write_text('<opml version="2.0"><body/></opml>')
    return {
        **os.environ,
        "TREGUA_DATA": str(tmp_path),
        "TREGUA_SEEDS": str(tmp_path / "seeds"),
        "TREGUA_FEEDS": str(tmp_path / "feeds.opml"),
        "TREGUA_ALLOW_PRIVATE_FEEDS": "1",
        "TELEGRAM_TOKEN": TOKEN,
    }


async def start(command: str, settings: dict[str, str]) -> asyncio.subprocess.Process:
    """The real program, in a process group of its own."""
    quiet = {"stdout": asyncio.subprocess.DEVNULL, "stderr": asyncio.subprocess.DEVNULL}
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", command, cwd=PROJECT, env=settings, start_new_session=True, **quiet
    )


async def complete(command: str, settings: dict[str, str]) -> int:
    process = await start(command, settings)
    return await asyncio.wait_for(process.wait(), SECONDS)


def prime(store: Store, *urls: str) -> None:
    for url in urls:
        source = add_source(store, url=url, title=url)
        save_poll(store, PollResult(source.id, (), checked_at=NOON, next_check_at=NOON))


async def test_a_poll_that_is_killed_loses_no_item_and_stores_none_twice(
    tmp_path: Path, settings: dict[str, str]
) -> None:
    asked: list[str] = []
    both_asked = asyncio.Event()

    async def answer(request: web.Request) -> web.Response:
        """The first time, «/b» never answers."""
        asked.append(request.path)
        if len(asked) == 2:
            both_asked.set()
        if request.path == "/b" and asked.count("/b") == 1:
            await asyncio.Event().wait()
        items = (f"<title>Ronda {n}</title><guid>{request.path}{n}</guid>" for n in range(20))
        return web.Response(body=rss(*items), headers={"ETag": '"v1"'})

    app = web.Application()
    app.router.add_get("/{path}", answer)
    async with TestServer(app) as server:
        with closing(open_store(tmp_path / "tregua.db")) as store:
            prime(store, str(server.make_url("/a")), str(server.make_url("/b")))
        process = await start("poll", settings)
        await asyncio.wait_for(both_asked.wait(), SECONDS)
        process.kill()
        await process.wait()
        assert await complete("poll", settings) == 0
    with closing(open_store(tmp_path / "tregua.db")) as store:
        articles = unread_articles(store, limit=1_000)
        assert len(articles) == 40
        assert {article.is_history for article in articles} == {False}
        assert {source.etag for source in active_sources(store)} == {'"v1"'}


@pytest.mark.parametrize(("fault", "arrived"), [("timeout_after", 1), ("timeout", 0)])
async def test_a_delivery_that_is_killed_reaches_every_chat_once_and_one_doubt_is_told(
    tmp_path: Path, settings: dict[str, str], fault: FaultKind, arrived: int
) -> None:
    """The third message is on its way when the process dies: it arrived, or it did not, and nobody can tell."""
    server = await start_local_server(token=TOKEN)
    users = {number: server.user(f"Persona {number}", user_id=number, has_started=True) for number in CHATS}
    settings["TELEGRAM_API_URL"] = server.base_url.removesuffix("/bot")
    with closing(open_store(tmp_path / "tregua.db")) as store:
        for number in CHATS:
            somebody_subscribes(store, number, bot_id=77)
        something_happens(store, "1", headline="Primera novedad")
        server.fault(fault, skip=2)
        process = await start("deliver", settings)
        doubtful = (await server.called("sendMessage", 3, within=SECONDS))[2].params["chat_id"]
        process.kill()
        await process.wait()
        something_happens(store, "2", headline="Segunda novedad")
        assert await complete("deliver", settings) == 0
        assert outbox_counts(store) == {"sent": 9, "told": 1}
    await server.stop()
    received = {number: len(user.messages) for number, user in users.items()}
    assert received == dict.fromkeys(CHATS, 2) | {doubtful: arrived + 1}
    assert "Primera novedad" in users[doubtful].messages[-1].text


class MortalNewsroom(Newsroom):
    """It kills its process when it is asked for its third verdict, in the middle of the transaction."""

    verdicts = 0

    def relate(self, article: Article, reading: Reading, *, twins: Twins = no_twins) -> Verdict:
        self.verdicts += 1
        if self.verdicts == 3:
            os.kill(os.getpid(), signal.SIGKILL)
        return super().relate(article, reading, twins=twins)


def judge_all(path: Path, newsroom_type: type[Newsroom]) -> None:
    with closing(open_store(path)) as store:
        newsroom = newsroom_type()
        while judge_batch(store, newsroom, now=NOON + timedelta(hours=3), max_age=None):
            pass


def fill(path: Path) -> None:
    """Five articles with their readings, and somebody to tell."""
    with closing(open_store(path)) as store:
        somebody_subscribes(store)
        for number in range(5):
            title = f"Ronda {number} en la ciudad de {CITIES[number]}"
            text = f"Las delegaciones acordaron en {CITIES[number]} el punto {number} de su plan."
            article = an_article_is_stored(
                store, str(number), title=title, text=text, published=NOON + timedelta(minutes=number)
            )
            it_is_read(store, article)


def verdicts_in(path: Path) -> list[tuple[object, ...]]:
    with closing(open_store(path)) as store:
        rows = store.rows("SELECT article_id, story_id, novelty, reason, development_id FROM verdicts ORDER BY id")
        return [*map(tuple, rows), *map(tuple, store.rows("SELECT chat_id, development_id FROM outbox ORDER BY id"))]


def test_a_digest_that_is_killed_again_and_again_decides_what_one_without_a_fault_does(tmp_path: Path) -> None:
    fill(tmp_path / "fatal.db")
    fill(tmp_path / "sound.db")
    judge_all(tmp_path / "sound.db", Newsroom)
    ends = []
    while not ends or ends[-1]:
        process = get_context("spawn").Process(target=judge_all, args=(tmp_path / "fatal.db", MortalNewsroom))
        process.start()
        process.join(SECONDS)
        ends.append(process.exitcode)
    assert ends == [-signal.SIGKILL] * 2 + [0]
    assert verdicts_in(tmp_path / "fatal.db") == verdicts_in(tmp_path / "sound.db")
