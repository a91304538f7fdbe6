"""`python -m tests.screenshots`: the pictures of the README, from the local page with what the seeds tell."""

from __future__ import annotations

import asyncio
import io
import tempfile
from datetime import datetime
from pathlib import Path

from PIL import Image
from playwright.async_api import Browser, Locator, Page, expect

from bot.drawing.marks import WIDTH
from local.resident import PERSON_ID
from talks.settings import PROJECT
from talks.store.chats import save_chat
from talks.store.connection import Store
from talks.types import Chat
from tests.archive import all_happens
from tests.bot_room import BOT_ID, BotRoom
from tests.browser import add_person, browsing, chatting, say

IMAGES = PROJECT / "docs" / "images"
SHARP, COLOURS = 1.5, 192
TALL = {"width": 400, "height": 1400}


def _who_looks_subscribes(store: Store, now: datetime) -> None:
    save_chat(store, Chat(BOT_ID, PERSON_ID, "private", "Tú", True), now=now)


async def _last_day(room: BotRoom) -> None:
    room.at[0] = await room.desk.write(all_happens, before_the_last=_who_looks_subscribes)
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
