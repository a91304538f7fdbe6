"""check: what one feed answers, in a sentence; nothing is stored."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio

from jobs.check import Checked, check_feed
from jobs.workers import Workers
from tests.feed_data import rss
from tests.newsstand import Newsstand, newsstand

ITEM = "<title>Ronda</title><guid>1</guid><pubDate>Tue, 10 Mar 2026 12:00:00 +0000</pubDate>"


@pytest_asyncio.fixture
async def stand(tmp_path: Path, workers: Workers) -> AsyncIterator[Newsstand]:
    async with newsstand(tmp_path, workers) as opened:
        yield opened


async def test_a_feed_says_its_name_and_its_news_and_nothing_is_stored(stand: Newsstand) -> None:
    stand.puts("/rss", rss(ITEM))
    assert await check_feed(stand.room, f"{stand.root}/rss") == Checked(
        True, "«Diario», 1 noticia, la última del 10/03/2026."
    )
    assert await stand.articles() == ()


async def test_an_undated_feed_says_only_how_many(stand: Newsstand) -> None:
    stand.puts("/rss", rss("<title>Una</title>", "<title>Otra</title>"))
    assert (await check_feed(stand.room, f"{stand.root}/rss")).sentence == "«Diario», 2 noticias."


async def test_a_feed_that_moved_for_good_says_where(stand: Newsstand) -> None:
    stand.puts("/vieja", b"", status=308, Location="/rss")
    stand.puts("/rss", rss(ITEM))
    assert (await check_feed(stand.room, f"{stand.root}/vieja")).sentence.endswith(f"Se ha movido a {stand.root}/rss.")


async def test_a_feed_that_fails_says_why(stand: Newsstand) -> None:
    assert await check_feed(stand.room, f"{stand.root}/nada") == Checked(
        False, "«127.0.0.1» respondió 404: esa dirección no existe."
    )


async def test_a_page_says_where_its_feed_is(stand: Newsstand) -> None:
    links = "".join(f"<link rel='alternate' type='application/rss+xml' href='/{name}'>" for name in ("rota", "rss"))
    stand.puts("/", f"<html><head>{links}</head><body></body></html>")
    stand.puts("/rss", rss(ITEM))
    found = await check_feed(stand.room, f"{stand.root}/")
    assert not found.is_fine
    assert found.sentence.endswith(f"no una fuente RSS, Atom o JSON Feed. Su fuente está en {stand.root}/rss")


async def test_a_page_without_any_feed_is_just_a_page(stand: Newsstand) -> None:
    stand.puts("/", "<html><body>Portada</body></html>")
    assert (await check_feed(stand.room, f"{stand.root}/")).sentence.endswith("JSON Feed.")
