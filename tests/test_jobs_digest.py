"""digest: every article that waits gets its reading and its verdict, whatever one of them does to its reader."""

import os
import signal
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

import pytest
import pytest_asyncio

from jobs.digest import BATCH, DigestReport, DigestRoom, digest
from jobs.store_thread import StoreThread
from jobs.workers import Workers
from talks.news.newsroom import Newsroom, Twins, no_twins
from talks.store.developments import last_developments, read_article, verdict_reason
from talks.store.outbox import outbox_counts
from talks.types import Article, Reading, Verdict
from tests.steps import NOON, an_article_is_stored, somebody_subscribes

T = TypeVar("T")
TITLE = "Rusia y Ucrania celebran una ronda de negociaciones en Ginebra"
TEXT = (
    "Las delegaciones de Rusia y Ucrania celebraron este martes en Ginebra una ronda de negociaciones de paz. "
    "El jefe de la delegación ucraniana, Rustem Umérov, anunció que acordaron un alto el fuego de treinta días."
)


class Newsdesk:
    """A room to digest in, whose parts a test may change."""

    def __init__(self, folder: Path, workers: Workers) -> None:
        self.read = StoreThread(folder / "tregua.db")
        self.write = StoreThread(folder / "tregua.db")
        self.room = DigestRoom(
            read=self.read,
            write=self.write,
            workers=workers,
            newsroom=Newsroom(),
            max_age=timedelta(hours=96),
            now=lambda: NOON,
        )

    async def article(self, key: str, *, title: str = TITLE, text: str = TEXT, **fields: object) -> Article:
        return await self.write(an_article_is_stored, key, title=title, text=text, **fields)

    async def reading(self, article: Article) -> Reading:
        found = await self.read(read_article, article.id)
        assert found is not None
        return found[1]

    def close(self) -> None:
        self.read.close()
        self.write.close()


@pytest_asyncio.fixture
async def desk(tmp_path: Path, workers: Workers) -> AsyncIterator[Newsdesk]:
    opened = Newsdesk(tmp_path, workers)
    yield opened
    opened.close()


async def test_a_development_is_read_judged_and_enqueued_for_every_subscriber(desk: Newsdesk) -> None:
    await desk.write(somebody_subscribes, 1)
    await desk.write(somebody_subscribes, 2)
    article = await desk.article("1")
    assert await digest(desk.room) == DigestReport(read=1, judged=1, alerts=1)
    assert (await desk.reading(article)).relevance.is_central
    assert await desk.read(outbox_counts) == {"ready": 2}


async def test_nothing_is_digested_twice(desk: Newsdesk) -> None:
    await desk.article("1")
    await digest(desk.room)
    assert await digest(desk.room) == DigestReport()


async def test_more_than_one_batch_is_digested_in_one_round(desk: Newsdesk) -> None:
    for number in range(45):
        await desk.article(str(number), title=f"Gol número {number}", text="El equipo ganó el partido.")
    assert await digest(desk.room) == DigestReport(read=45, judged=45)


async def test_what_was_known_when_the_source_was_new_is_told_to_nobody(desk: Newsdesk) -> None:
    await desk.write(somebody_subscribes, 1)
    await desk.article("1", is_history=True)
    assert (await digest(desk.room)).alerts == 0
    assert await desk.read(outbox_counts) == {}
    assert "cuando se empezó a seguir" in await _reason(desk)


async def test_an_article_older_than_the_limit_is_told_to_nobody(desk: Newsdesk) -> None:
    await desk.article("1", published=NOON - timedelta(hours=97))
    assert (await digest(desk.room)).alerts == 0
    assert "hace más de 96 horas" in await _reason(desk)


async def test_without_a_limit_any_age_is_told(desk: Newsdesk) -> None:
    await desk.article("1", published=NOON - timedelta(days=300))
    assert (await digest(replace(desk.room, max_age=None))).alerts == 1


async def test_a_new_newsroom_knows_what_an_old_one_told(desk: Newsdesk) -> None:
    await desk.article("1")
    await digest(desk.room)
    await desk.article("2", outlet="Otro")
    assert await digest(replace(desk.room, newsroom=Newsroom())) == DigestReport(read=1, judged=1)


def die_of_poison(function: Callable[..., object], articles: list[Article], model: str) -> object:
    """Stands for a text that brings its reader down."""
    if any("veneno" in article.text for article in articles):
        os.kill(os.getpid(), signal.SIGKILL)
    return function(articles, model)


class PoisonedWorkers(Workers):
    async def __call__(self, function: Callable[..., T], *arguments: object, seconds: float) -> T:
        result: T = await super().__call__(die_of_poison, function, *arguments, seconds=seconds)  # type: ignore[arg-type]
        return result


@pytest.fixture(scope="module")
def poisoned_workers() -> Iterator[Workers]:
    opened = PoisonedWorkers(processes=1)
    yield opened
    opened.close()


async def test_a_text_that_kills_its_reader_is_lost_and_its_batch_is_not(
    desk: Newsdesk, poisoned_workers: Workers
) -> None:
    poison = await desk.article("1", text="Esto lleva veneno.")
    sound = await desk.article("2")
    assert await digest(replace(desk.room, workers=poisoned_workers)) == DigestReport(read=2, judged=2, alerts=1)
    assert (await desk.reading(poison)).relevance.label == "off"
    assert (await desk.reading(sound)).relevance.is_central


class StumblingNewsroom(Newsroom):
    def relate(self, article: Article, reading: Reading, *, twins: Twins = no_twins) -> Verdict:
        if "tropiezo" in article.text:
            raise KeyError("tropiezo")
        return super().relate(article, reading, twins=twins)


async def test_an_article_that_cannot_be_judged_does_not_stop_the_line(desk: Newsdesk) -> None:
    await desk.article("1", text=f"Un tropiezo. {TEXT}")
    await desk.article("2")
    room = replace(desk.room, newsroom=StumblingNewsroom())
    assert await digest(room) == DigestReport(read=2, judged=2, alerts=1)
    assert await digest(room) == DigestReport()


async def _reason(desk: Newsdesk) -> str:
    told = await desk.read(last_developments, limit=1)
    return await desk.read(verdict_reason, told[0].id) or ""


async def test_a_stop_leaves_what_is_not_read_for_the_next_round(desk: Newsdesk) -> None:
    for number in range(BATCH + 2):
        await desk.article(str(number))
    asked = iter([False, True, True])
    report = await digest(desk.room, should_stop=lambda: next(asked))
    assert (report.read, report.judged) == (BATCH, 0)
    assert (await digest(desk.room)).read == 2
