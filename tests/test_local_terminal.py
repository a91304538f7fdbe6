"""The chat in the terminal: how a message looks there, and what typing does."""

from __future__ import annotations

import asyncio
import io
import os
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC

import pytest_asyncio
from hypothesis import given
from hypothesis import strategies as st
from telegram import Bot, BotCommand, InlineKeyboardButton, InlineKeyboardMarkup

from local.cast import open_cast
from local.console import Console
from local.lineedit import Line, completed, entered, pressed, split_keys, visible
from local.rendering import Screen, render_event, render_message
from local.resident import menu, resident
from local.seat import take_seat
from local.server import LocalServer, start_local_server
from local.state import Event, Message
from local.terminal import IS_ELSEWHERE, IS_GONE, WELCOME, Talk, converse

TOKEN = "1:local"
PLAIN = Screen(width=60, has_colours=False, zone=UTC)
COLOURED = Screen(width=60, has_colours=True, zone=UTC)
ENTITY = st.fixed_dictionaries(
    {
        "type": st.sampled_from(["bold", "blockquote", "pre", "text_link", "mañana"]),
        "offset": st.integers(0, 40),
        "length": st.integers(1, 40),
        "url": st.text(min_size=1),
    }
)


def message(text: str, **fields: object) -> Message:
    chat = {"id": 1, "type": "private"}
    return Message({"message_id": 1, "chat": chat, "from": {"first_name": "Tregua"}, "date": 0, "text": text} | fields)


def keyboard(*rows: list[str]) -> dict[str, object]:
    return {"inline_keyboard": [[{"text": text, "callback_data": text} for text in row] for row in rows]}


def test_a_message_is_shown_with_its_links_and_its_buttons_numbered() -> None:
    entities = [{"type": "text_link", "offset": 9, "length": 8, "url": "https://example.org/a"}]
    shown = message(
        "Fuentes: Euronews", entities=entities, reply_markup=keyboard(["Cronología", "¿Quién?"], ["Callar"])
    )
    assert render_message(shown, PLAIN).splitlines() == [
        "Tregua · 00:00",
        "Fuentes: Euronews",
        "  Euronews → https://example.org/a",
        "[1] Cronología   [2] ¿Quién?",
        "[3] Callar",
    ]


def test_styles_become_those_of_the_terminal() -> None:
    shown = render_message(message("hola tú", entities=[{"type": "bold", "offset": 5, "length": 2}]), COLOURED)
    assert shown.splitlines()[1] == "hola \x1b[1mtú\x1b[0m"


def test_the_lines_of_a_quotation_begin_with_a_bar() -> None:
    shown = message("uno\ndos\ntres", entities=[{"type": "blockquote", "offset": 4, "length": 8}])
    assert render_message(shown, PLAIN).splitlines()[1:] == ["uno", "│ dos", "│ tres"]


def test_a_long_line_of_a_quotation_has_its_bar_on_every_row() -> None:
    quotation = [{"type": "blockquote", "offset": 0, "length": 19}]
    shown = message("uno dos tres cuatro", entities=quotation)
    assert render_message(shown, replace(PLAIN, width=12)).splitlines()[-3:] == ["│ uno dos", "│ tres", "│ cuatro"]


def test_an_address_is_never_broken() -> None:
    address = f"https://example.org/{'a' * 100}"
    shown = message("x", entities=[{"type": "text_link", "offset": 0, "length": 1, "url": address}])
    assert render_message(shown, PLAIN).splitlines()[-1] == f"  x → {address}"


def test_an_edited_message_says_so() -> None:
    assert render_message(message("x", edit_date=59), PLAIN).splitlines() == ["Tregua · 00:00 · editado", "x"]


def test_a_picture_is_told_by_its_size() -> None:
    photo = [{"file_id": "a", "width": 800, "height": 400}]
    picture = Message(
        {"chat": {"id": 1}, "from": {"first_name": "Tregua"}, "date": 0, "photo": photo, "caption": "Mapa"}
    )
    assert render_message(picture, PLAIN).splitlines() == ["Tregua · 00:00", "[imagen de 800 × 400]", "Mapa"]
    served = replace(PLAIN, files_at="http://127.0.0.1/file/")
    assert "[imagen de 800 × 400] → http://127.0.0.1/file/a" in render_message(picture, served)


def test_a_text_cannot_move_the_cursor_nor_turn_the_writing_around() -> None:
    assert render_message(message("a\x1b[2Jb\u202ec"), PLAIN).splitlines() == ["Tregua · 00:00", "a [2Jb c"]


def test_an_answer_to_a_press_is_shown_and_typing_is_not() -> None:
    assert render_event(Event("answered", None, {"text": "Silenciado"}), PLAIN) == "» Silenciado"
    assert render_event(Event("answered"), PLAIN) == ""
    assert render_event(Event("typing"), PLAIN) == ""
    assert render_event(Event("deleted"), PLAIN) == "(mensaje borrado)"


@given(st.text(), st.lists(ENTITY, max_size=5), st.integers(20, 200))
def test_any_message_can_be_shown(text: str, entities: list[dict[str, object]], width: int) -> None:
    shown = render_message(message(text, entities=entities), Screen(width=width, has_colours=False))
    assert "\x1b" not in shown


@dataclass
class Terminal:
    """A person's hands and eyes: lines to type, and what was written."""

    typed: asyncio.Queue[str | None] = field(default_factory=asyncio.Queue)
    shown: list[str] = field(default_factory=list)
    came: asyncio.Event = field(default_factory=asyncio.Event)
    stop: asyncio.Event = field(default_factory=asyncio.Event)

    def write(self, text: str) -> None:
        self.shown.append(text)
        self.came.set()

    async def see(self, text: str) -> str:
        async with asyncio.timeout(5):
            while not any(text in one for one in self.shown):
                self.came.clear()
                await self.came.wait()
        return next(one for one in reversed(self.shown) if text in one)


@pytest_asyncio.fixture
async def server() -> AsyncIterator[LocalServer]:
    running = await start_local_server(token=TOKEN, clock=lambda: 0.0)
    yield running
    await running.stop()


@pytest_asyncio.fixture
async def bot(server: LocalServer) -> AsyncIterator[Bot]:
    async with Bot(TOKEN, base_url=server.base_url) as bot:
        yield bot


@pytest_asyncio.fixture
async def terminal(server: LocalServer) -> AsyncIterator[Terminal]:
    hands = Terminal()
    seat = take_seat(open_cast(server.state))
    talk = asyncio.create_task(converse(Talk(seat, hands.typed.get, hands.write, lambda: PLAIN), stop=hands.stop))
    yield hands
    hands.stop.set()
    await talk


async def test_the_first_line_says_how_it_is_used(terminal: Terminal) -> None:
    assert (await terminal.see("/start")).split() == WELCOME.split()


async def test_what_is_typed_reaches_the_bot(terminal: Terminal, bot: Bot) -> None:
    await terminal.typed.put("/quien peskov")
    (update,) = await bot.get_updates(timeout=5)
    assert update.message
    assert update.message.text == "/quien peskov"


async def test_a_message_is_shown_when_it_comes(terminal: Terminal, bot: Bot) -> None:
    await bot.send_message(1000, "<b>Alerta</b> nueva", parse_mode="HTML")
    assert await terminal.see("Alerta nueva") == "\nTregua · 00:00\nAlerta nueva"


def buttons(*texts: str) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton(text, callback_data=text.lower()) for text in texts]])


async def test_a_number_presses_the_button_and_the_answer_is_shown(terminal: Terminal, bot: Bot) -> None:
    await bot.send_message(1000, "elige", reply_markup=buttons("Uno", "Dos"))
    await terminal.see("[2] Dos")
    await terminal.typed.put("2")
    (update,) = await bot.get_updates(timeout=5)
    assert update.callback_query
    assert update.callback_query.data == "dos"
    await update.callback_query.answer("hecho")
    assert await terminal.see("hecho") == "» hecho"


async def test_a_number_means_the_same_button_whatever_comes_in_meanwhile(terminal: Terminal, bot: Bot) -> None:
    first = await bot.send_message(1000, "elige", reply_markup=buttons("Uno", "Dos"))
    await terminal.see("[2] Dos")
    await bot.send_message(1000, "alerta", reply_markup=buttons("Ver", "Callar"))
    await first.edit_text("elige otra vez", reply_markup=buttons("Tres", "Dos"))
    assert "[3] Ver   [4] Callar" in await terminal.see("alerta")
    assert "[1] Tres   [2] Dos" in await terminal.see("elige otra vez")
    await terminal.typed.put("2")
    (update,) = await bot.get_updates(timeout=5)
    assert update.callback_query
    assert update.callback_query.data == "dos"


async def test_an_edited_message_with_more_buttons_gets_new_numbers(terminal: Terminal, bot: Bot) -> None:
    page = await bot.send_message(1000, "página 1", reply_markup=buttons("Siguiente"))
    await terminal.see("[1] Siguiente")
    await page.edit_text("página 2", reply_markup=buttons("Anterior", "Siguiente"))
    assert "[2] Anterior   [3] Siguiente" in await terminal.see("página 2")


async def test_a_button_that_is_gone_is_said_to_be_gone(terminal: Terminal, bot: Bot) -> None:
    sent = await bot.send_message(1000, "elige", reply_markup=buttons("Uno"))
    await terminal.see("[1] Uno")
    await sent.delete()
    await terminal.see("(mensaje borrado)")
    await terminal.typed.put("1")
    assert await terminal.see("ya no está") == IS_GONE


async def test_a_slash_alone_shows_the_commands(terminal: Terminal, bot: Bot) -> None:
    await bot.set_my_commands([BotCommand("quien", "Quién es alguien"), BotCommand("ultimo", "Lo último")])
    await terminal.typed.put("/")
    assert await terminal.see("/quien") == "/quien  Quién es alguien\n/ultimo  Lo último"


async def test_commands_in_the_language_of_the_person_come_first(server: LocalServer, bot: Bot) -> None:
    person = resident(server.state)
    assert menu(person) == {}
    await bot.set_my_commands([BotCommand("help", "Help")])
    await bot.set_my_commands([BotCommand("ayuda", "Ayuda")], language_code="es")
    assert menu(person) == {"ayuda": "Ayuda"}


async def test_a_text_longer_than_a_message_goes_in_two(terminal: Terminal, bot: Bot) -> None:
    await terminal.typed.put("🟡" * 2048 + "fin")
    texts = [one.message.text for one in await bot.get_updates(timeout=5) if one.message]
    assert texts == ["🟡" * 2048, "fin"]


async def test_a_number_that_no_button_has_is_text(terminal: Terminal, bot: Bot) -> None:
    await terminal.typed.put("22")
    (update,) = await bot.get_updates(timeout=5)
    assert update.message
    assert update.message.text == "22"


async def test_a_button_with_an_address_shows_the_address(terminal: Terminal, bot: Bot) -> None:
    button = InlineKeyboardButton("Abrir", url="https://example.org/a")
    await bot.send_message(1000, "ver", reply_markup=InlineKeyboardMarkup([[button]]))
    await terminal.see("[1] Abrir ↗")
    await terminal.typed.put("1")
    assert await terminal.see("Este botón abre") == "Este botón abre https://example.org/a"


async def test_salir_and_the_end_of_input_end_the_chat(server: LocalServer) -> None:
    for last in ("/salir", None):
        hands = Terminal()
        await hands.typed.put(last)
        async with asyncio.timeout(5):
            seat = take_seat(open_cast(server.state))
            await converse(Talk(seat, hands.typed.get, hands.write), stop=hands.stop)


async def test_another_person_speaks_in_a_chat_of_their_own(terminal: Terminal, bot: Bot) -> None:
    await terminal.typed.put("/soy Ana  María")
    assert await terminal.see("Habla") == "Habla Ana María."
    await terminal.typed.put("/timeline")
    said = [one.message for one in await bot.get_updates(timeout=5) if one.message and one.message.text]
    assert [(one.text, one.chat.type, one.chat.first_name) for one in said] == [("/timeline", "private", "Ana María")]
    await terminal.typed.put("/soy tú")
    assert await terminal.see("Habla Tú") == "Habla Tú."
    await terminal.typed.put("/soy")
    assert "Tú, Ana María. Con" in await terminal.see("Con «/soy NOMBRE»")


async def test_what_comes_for_somebody_else_is_announced_and_shown_when_they_speak(
    terminal: Terminal, bot: Bot
) -> None:
    await terminal.typed.put("/soy Ana")
    await terminal.typed.put("hola")
    updates = await bot.get_updates(timeout=5)
    ana = next(one.message.chat.id for one in updates if one.message and one.message.text)
    await terminal.typed.put("/soy Tú")
    await terminal.see("Habla Tú.")
    await bot.send_message(ana, "Alerta para Ana")
    assert await terminal.see("Sin leer") == "Sin leer: Ana (1)."
    assert not any("Alerta para Ana" in one for one in terminal.shown)
    await terminal.typed.put("/soy ana")
    assert await terminal.see("Alerta para Ana") == "\nTregua · 00:00\nAlerta para Ana"


async def test_a_plain_member_of_the_group_becomes_its_administrator(
    terminal: Terminal, server: LocalServer, bot: Bot
) -> None:
    for line in ("/grupo", "/soy Ana", "/administra"):
        await terminal.typed.put(line)
    assert await terminal.see("Habla Ana") == "Habla Ana en «Grupo de prueba»."
    await terminal.see("Ana administra el grupo.")
    group = open_cast(server.state).room
    assert {ruler.user.first_name for ruler in await bot.get_chat_administrators(group.id)} == {"Tú", "Ana"}
    await terminal.typed.put("/administra")
    await terminal.see("Ana no administra el grupo.")
    await terminal.typed.put("/soy Tú")
    await terminal.typed.put("/administra")
    assert await terminal.see("lo administra siempre") == "Quien crea un grupo lo administra siempre."


async def test_an_answer_to_a_button_of_the_group_is_shown_there_and_only_once(terminal: Terminal, bot: Bot) -> None:
    await terminal.typed.put("/grupo")
    await terminal.typed.put("/start")
    (update,) = await bot.get_updates(timeout=5)
    assert update.message
    await bot.send_message(update.message.chat.id, "elige", reply_markup=buttons("Uno"))
    await terminal.see("[1] Uno")
    await terminal.typed.put("1")
    *_, update = await bot.get_updates(offset=update.update_id + 1, timeout=5)
    assert update.callback_query
    await update.callback_query.answer("hecho")
    await terminal.see("» hecho")
    await terminal.typed.put("/privado")
    await bot.send_message(1000, "fin")
    await terminal.see("fin")
    assert terminal.shown.count("» hecho") == 1
    await terminal.typed.put("1")
    assert await terminal.see("otro chat") == IS_ELSEWHERE


def typed(line: Line, keys: str) -> Line:
    for key in split_keys(keys)[0]:
        line = pressed(line, key)
    return line


def test_keys_edit_the_line() -> None:
    assert typed(Line(), "hola ñ\x7f").text == "hola "
    assert typed(Line(), "ola\x1b[H¡h").text == "¡hola"
    assert typed(Line(), "hola\x1b[D\x1b[DX").text == "hoXla"
    assert typed(Line(), "uno dos\x17").text == "uno "
    assert typed(Line(), "uno dos\x15x").text == "x"
    assert typed(Line(), "uno\x01\x0b").text == ""
    assert typed(Line(), "uno\x1b[D\x1b[3~").text == "un"
    assert typed(Line(), "uno\t\x1b[5~\x00").text == "uno"


def test_tab_completes_a_command_as_far_as_it_is_certain() -> None:
    commands = ["resumen", "quien", "seguir", "salud"]
    assert completed(Line("/q"), commands).text == "/quien "
    assert completed(Line("/s"), commands).text == "/s"
    assert completed(Line("/se"), commands).text == "/seguir "
    assert completed(Line("/z"), commands).text == "/z"
    assert completed(Line("quien"), commands).text == "quien"


def test_arrows_bring_back_what_was_entered() -> None:
    line = entered(typed(entered(typed(Line(), "uno")), "dos"))
    assert typed(line, "\x1b[A").text == "dos"
    assert typed(line, "\x1b[A\x1b[A\x1b[A").text == "uno"
    assert typed(line, "\x1b[A\x1b[A\x1b[B").text == "dos"
    assert typed(line, "\x1b[A\x1b[B").text == ""


def test_an_escape_sequence_in_two_pieces_waits_for_its_end() -> None:
    assert split_keys("a\x1b[") == (["a"], "\x1b[")
    assert split_keys("\x1b[A") == (["\x1b[A"], "")


@given(st.text(max_size=80), st.integers(2, 40))
def test_what_is_visible_of_a_line_fits(text: str, width: int) -> None:
    shown, column = visible(Line(before=text[:40], after=text[40:]), width)
    assert column < width
    assert shown in text.replace("\n", "↵")


@given(st.text())
def test_any_keys_leave_a_line(keys: str) -> None:
    line = typed(Line(), keys)
    assert line.text.isprintable()


@contextmanager
def typing(*commands: str) -> Iterator[tuple[Console, Callable[[str], None]]]:
    """A console, and a hand that types in it."""
    source, hand = os.pipe()
    console = Console(source, io.StringIO(), lambda: list(commands))

    def hit(keys: str) -> None:
        os.write(hand, keys.encode())
        console.take_input()

    try:
        yield console, hit
    finally:
        os.close(hand)
        os.close(source)


async def test_a_message_leaves_the_line_being_typed_as_it_is() -> None:
    with typing() as (console, hit):
        hit("/qui")
        console.write("Alerta")
        hit("én ñ\r")
        hit("\x04")
        assert isinstance(console.target, io.StringIO)
        assert "\r\x1b[JAlerta\n\r\x1b[J› /qui\r\x1b[6C" in console.target.getvalue()
        assert [await console.read_line(), await console.read_line()] == ["/quién ñ", None]


async def test_a_pasted_text_of_several_lines_is_one_message() -> None:
    with typing() as (console, hit):
        hit("\x1b[200~uno\rdos\ttres\x1b[A\x1b[201~")
        hit("\r")
        assert await console.read_line() == "uno\ndos tres"


async def test_tab_completes_the_commands_of_the_bot() -> None:
    with typing("quien", "timeline") as (console, hit):
        hit("/ti\tmiami\r")
        assert await console.read_line() == "/timeline miami"
