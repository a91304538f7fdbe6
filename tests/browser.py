"""The chat of the local page in a real browser, on a phone's screen."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, Locator, Page, async_playwright, expect

from local.page import page_routes
from tests.bot_room import BotRoom, bot_running
from tests.conftest import CHROMIUM

PHONE = {"width": 400, "height": 800}
expect.set_options(timeout=20_000)


@asynccontextmanager
async def browsing() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        try:
            yield browser
        finally:
            await browser.close()


@asynccontextmanager
async def chatting(browser: Browser, folder: Path, **screen: Any) -> AsyncIterator[tuple[BotRoom, Page]]:
    """A running bot and its page; nothing but loopback is reached."""
    async with bot_running(folder, with_chronology=True, pages=page_routes) as room:
        context = await browser.new_context(**({"viewport": PHONE, "locale": "es"} | screen))
        page = await context.new_page()
        await page.goto(room.server.page)
        try:
            yield room, page
        finally:
            await context.close()


async def say(page: Page, text: str) -> Locator:
    """The message that comes in answer to what is typed."""
    came = page.locator("article:not(.mine)")
    before = await came.count()
    await page.get_by_label("Mensaje", exact=True).fill(text)
    await page.keyboard.press("Enter")
    await came.nth(before).wait_for()
    return came.nth(before)


async def add_person(page: Page, name: str) -> None:
    """Somebody new, who is the one that speaks from then on."""
    await page.get_by_role("button", name="Personas").click()
    await page.get_by_label("Nombre").fill(name)
    await page.keyboard.press("Enter")
    await page.locator("#people [aria-pressed=true]", has_text=name).wait_for()


def person_button(page: Page, name: str) -> Locator:
    return page.get_by_label("Personas").get_by_role("button", name=name)


def chat_button(page: Page, name: str) -> Locator:
    return page.get_by_label("Chats").get_by_role("button", name=name)
