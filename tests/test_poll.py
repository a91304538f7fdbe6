"""poll: what a feed answers becomes articles, once, and a feed that fails costs nothing else."""

import gzip
import os
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import pytest_asyncio

from jobs.poll import PollReport, poll, poll_seeds
from jobs.workers import Workers
from talks.errors import StoreError
from talks.store.connection import Store
from talks.store.sources import active_sources
from tests.feed_data import rss
from tests.newsstand import Newsstand, newsstand
from tests.steps import NOON

FIVE_MINUTES = timedelta(minutes=5)
RFC_DATE = "%a, %d %b %Y %H:%M:%S +0000"
LONG = "Las delegaciones hablaron durante horas de las garantías de seguridad. " * 10


@pytest_asyncio.fixture
async def stand(tmp_path: Path, workers: Workers) -> AsyncIterator[Newsstand]:
    async with newsstand(tmp_path, workers) as opened:
        yield opened


def item(number: int, *, title: str = "", published: datetime | None = NOON, text: str = LONG) -> str:
    date = f"<pubDate>{published.strftime(RFC_DATE)}</pubDate>" if published else ""
    link = f"<link>https://diario.example/{number}</link><guid isPermaLink='false'>{number}</guid>"
    return f"<title>{title or f'Ronda {number}'}</title>{link}{date}<description>{text}</description>"


async def test_the_first_round_is_known_history_and_the_next_is_news(stand: Newsstand) -> None:
    await stand.subscribes_to()
    stand.puts("/rss", rss(item(1), item(2)))
    assert await stand.polls() == PollReport(new=2)
    stand.puts("/rss", rss(item(3), item(1), item(2)))
    assert await stand.polls(after=FIVE_MINUTES) == PollReport(new=1, known=2)
    assert {article.title: article.is_history for article in await stand.articles()} == {
        "Ronda 1": True, "Ronda 2": True, "Ronda 3": False,
    }  # fmt: skip


async def test_the_first_item_of_a_feed_that_was_empty_is_news(stand: Newsstand) -> None:
    await stand.subscribes_to()
    stand.puts("/rss", rss())
    assert await stand.polls() == PollReport()
    stand.puts("/rss", rss(item(1)))
    await stand.polls(after=FIVE_MINUTES)
    assert [article.is_history for article in await stand.articles()] == [False]


async def test_an_article_keeps_what_its_feed_says(stand: Newsstand) -> None:
    await stand.subscribes_to(title="El Diario")
    stand.puts("/rss", rss(item(7, title="Tregua &amp;amp; paz")))
    await stand.polls()
    article = (await stand.articles())[0]
    assert (article.outlet, article.url, article.title, article.text, article.published, article.published_by) == (
        "El Diario", "https://diario.example/7", "Tregua & paz", LONG.strip(), NOON, "feed",
    )  # fmt: skip


async def test_a_source_without_a_name_takes_that_of_its_feed(stand: Newsstand) -> None:
    await stand.subscribes_to(title="")
    stand.puts("/rss", rss(item(1), head="<title>La Gaceta</title>"))
    await stand.polls()
    assert (await stand.source()).title == "La Gaceta"
    assert (await stand.articles())[0].outlet == "La Gaceta"


async def test_validators_are_kept_and_sent_back(stand: Newsstand) -> None:
    await stand.subscribes_to()
    stand.puts("/rss", rss(item(1)), ETag='"v1"', Last_Modified="Tue, 10 Mar 2026 11:00:00 GMT")
    await stand.polls()
    stand.puts("/rss", b"", status=304)
    assert await stand.polls(after=FIVE_MINUTES) == PollReport()
    headers = stand.asked[-1].headers
    assert (headers["If-None-Match"], headers["If-Modified-Since"]) == ('"v1"', "Tue, 10 Mar 2026 11:00:00 GMT")
    assert (await stand.source()).etag == '"v1"'


async def test_validators_of_an_answer_that_was_not_stored_are_not_kept(stand: Newsstand) -> None:
    await stand.subscribes_to()
    stand.puts("/rss", "<html><body>Mantenimiento</body></html>", ETag='"v1"')
    await stand.polls()
    source = await stand.source()
    assert (source.etag, source.is_primed) == (None, False)


async def test_only_what_is_due_is_asked(stand: Newsstand) -> None:
    await stand.subscribes_to()
    stand.puts("/rss", rss(item(1)))
    await stand.polls()
    await stand.polls(after=timedelta(minutes=1))
    assert len(stand.asked) == 1
    await poll(stand.room, is_forced=True)
    assert len(stand.asked) == 2


async def test_a_server_is_asked_as_seldom_as_it_wishes_within_reason(stand: Newsstand) -> None:
    await stand.subscribes_to()
    stand.puts("/rss", rss(item(1)), Cache_Control="max-age=1800")
    await stand.polls()
    await stand.polls(after=timedelta(minutes=29))
    assert len(stand.asked) == 1
    await stand.polls(after=timedelta(minutes=1))
    assert len(stand.asked) == 2
    stand.puts("/rss", rss(item(1)), Cache_Control="max-age=86400")
    await stand.polls(after=timedelta(minutes=30))
    await stand.polls(after=timedelta(hours=1))
    assert len(stand.asked) == 4


@pytest.mark.parametrize(
    ("status", "headers", "error", "wait"),
    [
        (404, {}, "404", timedelta(minutes=5)),
        (410, {}, "se retiró para siempre", timedelta(days=1)),
        (429, {"Retry_After": "7200"}, "demasiadas peticiones", timedelta(hours=2)),
        (429, {"Retry_After": "1"}, "demasiadas peticiones", timedelta(minutes=5)),
        (500, {}, "fallo interno", timedelta(minutes=5)),
        (503, {"Retry_After": "Tue, 10 Mar 2026 13:00:00 GMT", "Date": "Tue, 10 Mar 2026 12:00:00 GMT"}, "503",
         timedelta(hours=1)),
    ],
)  # fmt: skip
async def test_a_feed_that_fails_is_asked_again_later(
    stand: Newsstand, status: int, headers: dict[str, str], error: str, wait: timedelta
) -> None:
    await stand.subscribes_to()
    stand.puts("/rss", b"", status=status, **headers)
    assert await stand.polls() == PollReport(failed=1)
    source = await stand.source()
    assert source.next_check_at == stand.at + wait
    assert source.failures == 1
    assert error in (source.last_error or "")


async def test_a_feed_that_keeps_failing_is_asked_ever_less_and_forgiven_at_once(stand: Newsstand) -> None:
    await stand.subscribes_to()
    waits = []
    for _ in range(9):
        await stand.polls(after=timedelta(hours=6))
        next_check = (await stand.source()).next_check_at
        assert next_check is not None
        waits.append((next_check - stand.at) / timedelta(minutes=1))
    assert waits == [5, 10, 20, 40, 80, 160, 320, 360, 360]
    stand.puts("/rss", rss(item(1)))
    await stand.polls(after=timedelta(hours=6))
    assert ((await stand.source()).failures, (await stand.source()).last_error) == (0, None)


@pytest.mark.parametrize(
    ("body", "headers", "sentence"),
    [
        (b"", {}, "respuesta vacía"),
        (b"<!doctype html><html><body>Portada</body></html>", {}, "página web"),
        (rss(item(1))[:90], {}, "cortada o mal formada"),
        (b"<rss>" + b" " * 5_000_001, {}, "pesa más de 5 MB"),
        (gzip.compress(b"<rss>" + b" " * 50_000_000), {"Content_Encoding": "gzip"}, "pesa más de 5 MB"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, {"Content_Type": "image/png"}, "no es una fuente"),
        (b'{"items": []}', {}, "JSON que no es una fuente"),
    ],
    ids=["empty", "page", "cut", "huge", "bomb", "picture", "json"],
)
async def test_what_is_no_feed_is_a_sentence_and_costs_nothing_else(
    stand: Newsstand, body: bytes, headers: dict[str, str], sentence: str
) -> None:
    await stand.subscribes_to("/rss")
    await stand.subscribes_to("/sana", title="Otro")
    stand.puts("/rss", body, **headers)
    stand.puts("/sana", rss(item(1)))
    assert await stand.polls() == PollReport(new=1, failed=1)
    assert sentence in ((await stand.source()).last_error or "")


async def test_a_redirect_loop_is_a_sentence(stand: Newsstand) -> None:
    await stand.subscribes_to()
    stand.puts("/rss", b"", status=302, Location="/rss")
    assert await stand.polls() == PollReport(failed=1)
    assert "redirige más de 3 veces" in ((await stand.source()).last_error or "")


async def test_a_feed_in_another_charset_than_it_says_is_read(stand: Newsstand) -> None:
    await stand.subscribes_to()
    body = rss(item(1, title="Reunión en España")).decode().encode("cp1252")
    stand.puts("/rss", body, Content_Type="application/rss+xml; charset=utf-8")
    await stand.polls()
    assert (await stand.articles())[0].title == "Reunión en España"


async def test_a_private_address_is_refused_unless_allowed(tmp_path: Path, workers: Workers) -> None:
    async with newsstand(tmp_path, workers, allow_private=False) as stand:
        await stand.subscribes_to()
        stand.puts("/rss", rss(item(1)))
        assert await stand.polls() == PollReport(failed=1)
        assert "red privada" in ((await stand.source()).last_error or "")
        assert stand.asked == []


async def test_a_feed_that_moved_for_good_is_asked_at_its_new_address(stand: Newsstand) -> None:
    await stand.subscribes_to("/vieja")
    stand.puts("/vieja", b"", status=301, Location="/nueva")
    stand.puts("/nueva", rss(item(1)))
    await stand.polls()
    await stand.polls(after=FIVE_MINUTES)
    assert [request.path for request in stand.asked] == ["/vieja", "/nueva", "/nueva"]


async def test_one_guid_for_all_neither_hides_nor_repeats(stand: Newsstand) -> None:
    await stand.subscribes_to()
    same = [item(number).replace(f">{number}</guid>", ">portada</guid>") for number in (1, 2, 3)]
    stand.puts("/rss", rss(*same[:2]))
    assert await stand.polls() == PollReport(new=2)
    stand.puts("/rss", rss(same[2], *same[:2]))
    assert await stand.polls(after=FIVE_MINUTES) == PollReport(new=1, known=2)


async def test_a_feed_that_gives_all_its_items_a_new_guid_has_no_news(stand: Newsstand) -> None:
    await stand.subscribes_to()
    stand.puts("/rss", rss(item(1), item(2)))
    await stand.polls()
    stand.puts("/rss", rss(*(item(number).replace("</guid>", "?v=2</guid>") for number in (1, 2))))
    assert await stand.polls(after=FIVE_MINUTES) == PollReport(known=2)


async def test_a_feed_that_shrinks_and_grows_again_has_no_news(stand: Newsstand) -> None:
    await stand.subscribes_to()
    stand.puts("/rss", rss(*map(item, range(30))))
    await stand.polls()
    stand.puts("/rss", rss())
    assert await stand.polls(after=FIVE_MINUTES) == PollReport()
    stand.puts("/rss", rss(*map(item, range(30))))
    assert await stand.polls(after=FIVE_MINUTES) == PollReport(known=30)


async def test_endless_titles_and_embedded_pictures_are_stored_short(stand: Newsstand) -> None:
    await stand.subscribes_to()
    picture = "&lt;img src='data:image/png;base64," + "iVBORw0KGgo" * 100_000 + "'&gt;"
    stand.puts("/rss", rss(item(1, title="Ronda " * 1_000, text=f"{LONG}{picture}")))
    await stand.polls()
    article = (await stand.articles())[0]
    assert len(article.title) <= 300
    assert article.text == LONG.strip()


TEASER = "<description>Hoy.</description>"
PAGE = f"""<html><head><script type="application/ld+json">
{{"@type": "NewsArticle", "headline": "Ronda en Ginebra", "datePublished": "2026-03-09T18:30:00+01:00"}}</script></head>
<body><nav>Portada</nav><article><h1>Ronda en Ginebra</h1><p>{LONG}</p>
<p>La ronda de Ginebra sigue mañana.</p></article></body></html>"""


async def test_a_teaser_on_the_subject_gets_the_text_of_its_page(stand: Newsstand) -> None:
    await stand.subscribes_to()
    stand.puts(
        "/rss", rss(f"<title>Ronda en Ginebra</title><link>{stand.root}/1</link><description>Hoy.</description>")
    )
    stand.puts("/1", PAGE)
    await stand.polls()
    article = (await stand.articles())[0]
    assert article.text.startswith("Las delegaciones hablaron")
    assert (article.published, article.published_by) == (datetime(2026, 3, 9, 17, 30, tzinfo=UTC), "page")


async def test_a_page_that_tells_something_else_leaves_the_teaser(stand: Newsstand) -> None:
    await stand.subscribes_to()
    stand.puts(
        "/rss", rss(f"<title>Ronda en Ginebra</title><link>{stand.root}/1</link><description>Hoy.</description>")
    )
    stand.puts("/1", f"<html><body><article><p>{'Nuestros socios guardan información en tu dispositivo. ' * 9}</p>")
    await stand.polls()
    article = (await stand.articles())[0]
    assert (article.text, article.published_by) == ("Hoy.", "first_seen")


async def test_a_teaser_on_another_subject_asks_for_no_page(stand: Newsstand) -> None:
    await stand.subscribes_to()
    stand.puts("/rss", rss(f"<title>Fútbol</title><link>{stand.root}/1</link><description>Gol.</description>"))
    await stand.polls()
    assert [request.path for request in stand.asked] == ["/rss"]


async def test_an_item_with_its_text_and_date_asks_for_no_page(stand: Newsstand) -> None:
    await stand.subscribes_to()
    stand.puts("/rss", rss(item(1, title="Ronda en Ginebra").replace("https://diario.example", stand.root)))
    await stand.polls()
    assert [request.path for request in stand.asked] == ["/rss"]


async def test_a_page_that_cannot_be_had_leaves_the_teaser(stand: Newsstand) -> None:
    await stand.subscribes_to()
    stand.puts(
        "/rss", rss(f"<title>Ronda en Ginebra</title><link>{stand.root}/1</link><description>Hoy.</description>")
    )
    assert await stand.polls() == PollReport(new=1)
    assert (await stand.articles())[0].text == "Hoy."


async def test_at_most_ten_pages_of_an_outlet_are_asked_in_a_round(stand: Newsstand) -> None:
    await stand.subscribes_to()
    stand.puts("/rss", rss(*(f"<title>Ginebra {n}</title><link>{stand.root}/{n}</link>" for n in range(30))))
    await stand.polls()
    assert len(stand.asked) == 11


@pytest.mark.parametrize(
    ("link", "published", "origin"),
    [
        ("https://diario.example/2026/03/08/ronda", datetime(2026, 3, 8, 12, tzinfo=UTC), "url"),
        ("https://diario.example/2026/03/10/ronda", NOON, "url"),
        ("https://diario.example/2027/03/10/ronda", NOON, "first_seen"),
        ("https://diario.example/ronda", NOON, "first_seen"),
    ],
)
async def test_an_undated_item_is_dated_by_its_address_or_its_first_sight(
    stand: Newsstand, link: str, published: datetime, origin: str
) -> None:
    await stand.subscribes_to()
    stand.puts("/rss", rss(f"<title>Ronda</title><link>{link}</link><description>{LONG}</description>"))
    await stand.polls()
    article = (await stand.articles())[0]
    assert (article.published, article.published_by) == (published, origin)


def leave_room_for_eight_pages(store: Store) -> None:
    store.run(f"PRAGMA max_page_count = {store.rows('PRAGMA page_count')[0][0] + 8}")


async def test_a_full_disk_is_a_sentence_and_what_fits_is_stored(stand: Newsstand) -> None:
    await stand.subscribes_to("/a", title="A")
    await stand.subscribes_to("/b", title="B")
    stand.puts("/a", rss(item(1, text="La delegación habló. " * 4_000)), ETag='"a"')
    stand.puts("/b", rss(item(2)), ETag='"b"')
    await stand.room.write(leave_room_for_eight_pages)
    with pytest.raises(StoreError, match="el disco está lleno"):
        await stand.polls()
    assert [article.title for article in await stand.articles()] == ["Ronda 2"]
    assert [source.etag for source in await stand.room.read(active_sources)] == [None, '"b"']


async def test_seed_files_of_the_first_start_are_history_and_later_ones_are_news(stand: Newsstand) -> None:
    (stand.room.seeds / "vieja.txt").write_text("fecha: 2026-03-01\n\nHubo una ronda.")
    assert await stand.polls() == PollReport(new=1)
    (stand.room.seeds / "nueva.txt").write_text("fecha: 2026-03-10\n\nHubo otra ronda.")
    assert await stand.polls() == PollReport(new=1, known=1)
    assert [article.is_history for article in await stand.articles()] == [True, False]


async def test_a_seed_file_that_is_no_text_costs_nothing_else(stand: Newsstand) -> None:
    (stand.room.seeds / "foto.txt").write_bytes(bytes(range(256)))
    (stand.room.seeds / "vacía.txt").write_text("")
    (stand.room.seeds / "antigua.txt").write_bytes("Reunión".encode("latin-1"))
    (stand.room.seeds / "sana.txt").write_text("Hubo una ronda.")
    assert await stand.polls() == PollReport(new=1, failed=3)


async def test_a_seed_folder_that_is_not_there_is_no_failure(stand: Newsstand) -> None:
    stand.room.seeds.rmdir()
    assert await stand.polls() == PollReport()


async def test_a_renamed_seed_file_is_known(stand: Newsstand) -> None:
    (stand.room.seeds / "a.txt").write_text("Hubo una ronda.")
    await stand.polls()
    (stand.room.seeds / "a.txt").rename(stand.room.seeds / "b.txt")
    assert await stand.polls() == PollReport(known=1)


async def test_only_new_seed_files_are_dated_again(stand: Newsstand) -> None:
    dated: list[str] = []
    room = replace(stand.room, infer_date=dated.append)
    for name in ("a", "b"):
        (room.seeds / f"{name}.txt").write_text(f"Hubo una ronda {name}.")
        await poll_seeds(room)
    assert dated == ["Hubo una ronda a.", "Hubo una ronda b."]


async def test_two_seed_files_with_one_text_are_one(stand: Newsstand) -> None:
    for name in ("a", "b"):
        (stand.room.seeds / f"{name}.txt").write_text("Hubo una ronda.")
    assert await stand.polls() == PollReport(new=1, known=1)


async def test_a_seed_file_from_the_future_is_of_now(stand: Newsstand) -> None:
    path = stand.room.seeds / "a.txt"
    path.write_text("Hubo una ronda.")
    later = (NOON + timedelta(days=300)).timestamp()
    os.utime(path, (later, later))
    await stand.polls()
    assert [(each.published, each.published_by) for each in await stand.articles()] == [(NOON, "file")]


async def test_a_seed_file_that_is_being_written_waits(stand: Newsstand) -> None:
    await stand.polls()
    path = stand.room.seeds / "a.txt"
    path.write_text("Hubo una")
    os.utime(path, (NOON.timestamp(), NOON.timestamp()))
    assert await stand.polls() == PollReport()
    assert await stand.polls(after=timedelta(seconds=2)) == PollReport(new=1)
