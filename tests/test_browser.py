"""The local page in Chromium: typing, pressing, alerts that arrive, pictures, keyboard, dark, a narrow phone."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, expect

from local.resident import PERSON_ID
from talks.store.chats import save_chat
from talks.types import Chat
from tests.bot_room import BOT_ID
from tests.browser import add_person, browsing, chat_button, chatting, person_button, say
from tests.screenshots import IMAGES, take_all
from tests.steps import NOON, something_happens

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def browser() -> AsyncIterator[Browser]:
    async with browsing() as opened:
        yield opened


async def test_what_is_typed_is_answered_and_a_button_edits_the_answer(browser: Browser, tmp_path: Path) -> None:
    async with chatting(browser, tmp_path) as (_, page):
        answer = await say(page, "/timeline")
        await expect(answer).to_contain_text("Cronología · 1–5 de 23")
        await answer.get_by_role("button", name="Más antiguo").click()
        await expect(answer).to_contain_text("Cronología · 6–10 de 23")
        await expect(answer).to_contain_text("editado")


async def test_bold_words_and_links_look_so(browser: Browser, tmp_path: Path) -> None:
    async with chatting(browser, tmp_path) as (_, page):
        answer = await say(page, "/timeline Miami")
        await expect(answer.locator("b, strong").first).to_have_text("Cronología")
        await expect(answer.get_by_role("link", name="Diario").first).to_have_attribute(
            "href", "https://diario.example/2025-12-20"
        )


async def test_an_alert_arrives_without_asking_again(browser: Browser, tmp_path: Path) -> None:
    async with chatting(browser, tmp_path) as (room, page):
        chat = Chat(BOT_ID, PERSON_ID, "private", "Tú", True)
        await room.desk.write(save_chat, chat, now=NOON)
        await room.desk.write(something_happens, headline="El Kremlin no ve avances")
        await room.deliver()
        alert = page.locator("article").last
        await expect(alert).to_contain_text("El Kremlin no ve avances")
        await alert.get_by_role("button", name="Silenciar").click()
        await expect(page.get_by_role("status")).to_contain_text("Silenciado")
        await expect(alert.get_by_role("button", name="Volver a avisar")).to_be_visible()


async def test_a_picture_is_shown_with_its_caption(browser: Browser, tmp_path: Path) -> None:
    async with chatting(browser, tmp_path) as (_, page):
        answer = await say(page, "/timeline Miami")
        await answer.get_by_role("button", name="Imagen").click()
        picture = page.get_by_role("img", name="Cronología · «Miami» · 1–2 de 2")
        await expect(picture).to_be_visible()
        await expect(picture).to_have_js_property("naturalWidth", 1080)


async def test_all_is_within_reach_of_the_keyboard(browser: Browser, tmp_path: Path) -> None:
    async with chatting(browser, tmp_path) as (_, page):
        await expect(page.get_by_label("Mensaje", exact=True)).to_be_focused()
        answer = await say(page, "/ayuda")
        await expect(answer).to_contain_text("/timeline")
        answer = await say(page, "/timeline")
        await answer.get_by_role("button", name="Más antiguo").focus()
        await page.keyboard.press("Enter")
        await expect(answer).to_contain_text("6–10 de 23")


async def test_a_slash_offers_the_commands(browser: Browser, tmp_path: Path) -> None:
    async with chatting(browser, tmp_path) as (_, page):
        await page.get_by_label("Mensaje", exact=True).press_sequentially("/qui")
        await page.get_by_role("button", name="/quien").click()
        await expect(page.get_by_label("Mensaje", exact=True)).to_have_value("/quien ")


async def test_the_dark_is_dark(browser: Browser, tmp_path: Path) -> None:
    papers = set()
    for scheme in ("light", "dark"):
        async with chatting(browser, tmp_path / scheme, color_scheme=scheme) as (_, page):
            papers.add(await page.evaluate("getComputedStyle(document.body).backgroundColor"))
    assert papers == {"rgb(233, 237, 241)", "rgb(18, 23, 28)"}


async def test_nothing_stands_beyond_the_edge_of_a_narrow_phone(browser: Browser, tmp_path: Path) -> None:
    async with chatting(browser, tmp_path, viewport={"width": 320, "height": 640}) as (_, page):
        await add_person(page, "Ana")
        await add_person(page, "María de los Ángeles Fernández-Quesada")
        for asked in ("/ajustes", "/timeline", "/ayuda", "x" * 200):
            await say(page, asked)
        await page.get_by_role("button", name="Grupo de prueba").click()
        await page.get_by_role("button", name="Personas").click()
        wide = "[...document.querySelectorAll('*')].filter(one => one.getBoundingClientRect().right > innerWidth + 1)"
        assert await page.evaluate(f"{wide}.map(one => one.outerHTML.slice(0, 80))") == []


async def test_the_pictures_of_the_readme_can_be_taken_again(browser: Browser, tmp_path: Path) -> None:
    await take_all(browser, tmp_path, tmp_path)
    assert pictures_in(tmp_path) == pictures_in(IMAGES)


def pictures_in(folder: Path) -> set[str]:
    return {path.name for path in folder.glob("*.png")}


async def test_each_person_has_a_chat_of_their_own(browser: Browser, tmp_path: Path) -> None:
    async with chatting(browser, tmp_path) as (_, page):
        await say(page, "/ayuda")
        await add_person(page, "Ana")
        await expect(page.get_by_text("Aún no hay mensajes.")).to_be_visible()
        await page.get_by_role("button", name="/start").click()
        await expect(page.locator("article").last).to_contain_text("Hecho: desde ahora te aviso")
        await expect(page.get_by_text("/ayuda", exact=True)).to_have_count(1)
        await person_button(page, "Tú").click()
        await expect(page.locator("article.mine")).to_contain_text("/ayuda")


async def test_an_alert_for_those_not_in_view_leaves_a_mark_until_it_is_read(browser: Browser, tmp_path: Path) -> None:
    async with chatting(browser, tmp_path) as (room, page):
        await add_person(page, "Ana")
        await say(page, "/start")
        await chat_button(page, "Grupo de prueba").click()
        await person_button(page, "Tú").click()
        await say(page, "/start")
        await chat_button(page, "Tregua").click()
        await room.desk.write(something_happens, headline="El Kremlin no ve avances")
        await room.deliver()
        await expect(person_button(page, "Ana 1 sin leer")).to_be_visible()
        await expect(chat_button(page, "Grupo de prueba 1 sin leer")).to_be_visible()
        await expect(page).to_have_title("(2) Chat local")
        await person_button(page, "Ana").click()
        await expect(page.locator("article").last).to_contain_text("El Kremlin no ve avances")
        await chat_button(page, "Grupo de prueba").click()
        await expect(page.locator(".count")).to_have_count(0)
        await expect(page).to_have_title("Chat local")


async def test_in_the_group_a_plain_member_changes_nothing_until_they_administer_it(
    browser: Browser, tmp_path: Path
) -> None:
    async with chatting(browser, tmp_path) as (_, page):
        await add_person(page, "Ana")
        await chat_button(page, "Grupo de prueba").click()
        await expect(page.get_by_text("Habla Ana")).to_be_visible()
        await expect(page.get_by_text("Ana entra en el grupo")).to_be_visible()
        assert "En un grupo, solo quien lo administra" in await (await say(page, "/start")).inner_text()
        await page.get_by_label("administra el grupo").check()
        assert "Hecho: este grupo recibirá" in await (await say(page, "/start")).inner_text()
        await page.get_by_label("administra el grupo").uncheck()
        assert "En un grupo, solo quien lo administra" in await (await say(page, "/ajustes")).inner_text()
        await person_button(page, "Tú").click()
        await expect(page.get_by_label("administra el grupo")).to_be_disabled()
        await expect(page.get_by_label("administra el grupo")).to_be_checked()
        await expect(page.locator("article.mine")).to_have_count(0)
        assert "Ajustes" in await (await say(page, "/ajustes")).inner_text()


async def test_the_people_and_what_was_read_are_there_after_a_reload(browser: Browser, tmp_path: Path) -> None:
    async with chatting(browser, tmp_path) as (_, page):
        await say(page, "/ayuda")
        await add_person(page, "Ana")
        await say(page, "/ayuda")
        await page.reload()
        await expect(page.locator("#people [aria-pressed=true]")).to_have_text("AAna")
        await expect(page.locator("article.mine")).to_contain_text("/ayuda")
        await expect(page.locator(".count")).to_have_count(0)


async def test_people_are_added_chosen_and_removed_with_the_keyboard_alone(browser: Browser, tmp_path: Path) -> None:
    async with chatting(browser, tmp_path) as (_, page):
        await person_button(page, "Personas").focus()
        await page.keyboard.press("Enter")
        await expect(page.get_by_label("Nombre")).to_be_focused()
        await page.keyboard.type("tú")
        await page.keyboard.press("Enter")
        await expect(page.get_by_role("alert")).to_have_text("Ya hay alguien que se llama así.")
        await page.get_by_label("Nombre").fill("Ana")
        await page.keyboard.press("Enter")
        await expect(page.get_by_label("Mensaje", exact=True)).to_be_focused()
        await say(page, "/ayuda")
        await person_button(page, "Tú").focus()
        await page.keyboard.press("Enter")
        await expect(page.locator("article")).to_have_count(0)
        await person_button(page, "Personas").focus()
        await page.keyboard.press("Enter")
        await page.keyboard.press("Shift+Tab")
        await expect(page.get_by_role("button", name="Quitar a Ana")).to_be_focused()
        await page.keyboard.press("Enter")
        await expect(page.locator("#people")).not_to_contain_text("Ana")
        await expect(page.get_by_label("Nombre")).to_be_focused()
        await page.keyboard.press("Escape")
        await expect(page.get_by_role("dialog")).to_have_count(0)


async def test_a_button_keeps_the_focus_when_its_press_redraws_it(browser: Browser, tmp_path: Path) -> None:
    async with chatting(browser, tmp_path) as (_, page):
        answer = await say(page, "/timeline")
        await answer.get_by_role("button", name="Más antiguo").focus()
        for pages in ("6–10 de 23", "11–15 de 23"):
            focused = await page.evaluate("document.activeElement.dataset.key")
            await page.keyboard.press("Enter")
            await expect(answer).to_contain_text(pages)
            assert await page.evaluate("document.activeElement.dataset.key") == focused


async def test_the_group_is_another_chat(browser: Browser, tmp_path: Path) -> None:
    async with chatting(browser, tmp_path) as (_, page):
        await say(page, "/ayuda")
        await page.get_by_role("button", name="Grupo de prueba").click()
        answer = await say(page, "/timeline Miami")
        await expect(answer).to_contain_text("«Miami»")
        await expect(page.get_by_text("/ayuda", exact=True)).to_have_count(0)
