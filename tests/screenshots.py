"""`python -m tests.screenshots`: the pictures of the README, from the local page with what the seeds tell."""

from __future__ import annotations

import asyncio
import io
import tempfile
from datetime import date, timedelta
from pathlib import Path

from PIL import Image
from playwright.async_api import Browser, Locator, Page, expect

from bot.drawing.marks import WIDTH
from jobs.replay import replay
from local.resident import PERSON_ID
from talks.chronology import read_chronology
from talks.news.newsroom import Newsroom
from talks.reading.reader import load_reader
from talks.settings import PROJECT
from talks.sources.seeds import read_seed, seed_files
from talks.store.chats import save_chat
from talks.store.chronology import load_chronology
from talks.store.connection import Store
from talks.types import Article, Chat
from tests.bot_room import BOT_ID, BotRoom
from tests.browser import add_person, browsing, chatting, say

SEEDS, IMAGES = PROJECT / "seeds", PROJECT / "docs" / "images"
SHARP, COLOURS = 1.5, 192
TALL = {"width": 400, "height": 1400}


def _articles() -> list[Article]:
    """Those of the seeds, as if an outlet had printed them on their day."""
    found = [read_seed(path, infer_date=_no_date, folder=SEEDS) for path in seed_files(SEEDS)]
    dated = [(each, each.published) for each in found if each.published is not None]
    articles = [Article(each.key, each.outlet, each.url, each.title, each.text, day) for each, day in dated]
    return sorted(articles, key=lambda each: each.published)


def _no_date(_text: str) -> date | None:
    return None


def _all_happens(store: Store, /) -> None:
    """Each article on its day; who looks at the page subscribed before the last."""
    *earlier, last = _articles()
    reader, newsroom = load_reader(), Newsroom()
    list(replay(earlier, store=store, newsroom=newsroom, read=reader.read))
    save_chat(store, Chat(BOT_ID, PERSON_ID, "private", "Tú", True), now=last.published - timedelta(hours=1))
    list(replay([last], store=store, newsroom=newsroom, read=reader.read))
    load_chronology(store, read_chronology(SEEDS / "chronology.toml"))


async def _last_day(room: BotRoom) -> None:
    room.at[0] = _articles()[-1].published + timedelta(minutes=5)
    await room.desk.write(_all_happens)
    await room.deliver()


async def _take_answers(room: BotRoom, page: Page, images: Path) -> None:
    await _last_day(room)
    alert = page.locator("article").last
    await alert.wait_for()
    await _keep(alert, images / "alert.png")
    for name, asked in (("quien", "/quien Peskov"), ("posiciones", "/posiciones"), ("timeline", "/timeline Miami")):
        await _keep(await say(page, asked), images / f"{name}.png")
    await page.locator("article").last.get_by_role("button", name="Imagen").click()
    await expect(page.locator("img")).to_have_js_property("naturalWidth", WIDTH)
    await _keep(page.locator("article").last, images / "picture.png")


async def _take_chat(room: BotRoom, page: Page, images: Path) -> None:
    """Somebody else asks; the alert waits for who sits at the machine."""
    await add_person(page, "Ana")
    await _last_day(room)
    await say(page, "¿quién es Umérov?")
    await _keep(page, images / "chat.png")


async def _keep(shown: Locator | Page, path: Path) -> None:
    """With few colours: the page has few, and the file is small."""
    taken = Image.open(io.BytesIO(await shown.screenshot())).convert("RGB")
    taken.quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)


async def take_all(browser: Browser, folder: Path, images: Path) -> None:
    async with chatting(browser, folder / "light", device_scale_factor=SHARP, viewport=TALL) as (room, page):
        await _take_answers(room, page, images)
    async with chatting(browser, folder / "dark", device_scale_factor=SHARP, color_scheme="dark") as (room, page):
        await _take_chat(room, page, images)


async def main(images: Path = IMAGES) -> None:
    with tempfile.TemporaryDirectory() as folder:
        async with browsing() as browser:
            await take_all(browser, Path(folder), images)


if __name__ == "__main__":
    IMAGES.mkdir(parents=True, exist_ok=True)
    asyncio.run(main())
