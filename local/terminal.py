"""The chat in the terminal: one of the people types, the bot's messages come in at any time."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from local.cast import open_cast
from local.console import open_console
from local.control import LocalServer
from local.errors import ControlError
from local.groups import Room
from local.numbers import Numbers
from local.rendering import Screen, render_event, render_notice
from local.resident import menu, say
from local.seat import COMMANDS, Seat, take_seat
from local.state import Button, Event, Message

WELCOME = """Chat local: el mismo bot que en Telegram, en esta máquina.
Escribe /start para empezar. Un número pulsa el botón que lo lleva.
«/» muestra las órdenes y Tab las completa. Ctrl+D sale.
«/soy Ana»: habla otra persona; «/grupo» y «/privado»: dónde; «/administra»: da o quita la administración del grupo."""
IN_A_BROWSER = "También en el navegador: {page}"
LEAVE = "/salir"
MENU = "/"
OPENS = "Este botón abre {address}"
IS_NOT_FOR_HERE = "Este botón solo sirve en Telegram."
IS_GONE = "Ese botón ya no está."
IS_ELSEWHERE = "Ese botón está en otro chat."

ReadLine = Callable[[], Awaitable[str | None]]
Write = Callable[[str], None]


@dataclass(frozen=True)
class Talk:
    """The conversation in a terminal: who speaks, where lines come from, and where what happens is written."""

    seat: Seat
    read_line: ReadLine
    write: Write
    screen: Callable[[], Screen] = Screen
    welcome: str = WELCOME
    numbers: Numbers = field(default_factory=Numbers)

    def tell(self, notice: str) -> None:
        self.write(render_notice(notice, self.screen()))


async def chat(server: LocalServer, *, kept_in: Path | None = None, has_page: bool = False) -> None:
    """Talk in this process's terminal until the person leaves."""
    seat = take_seat(open_cast(server.state, kept_in))
    welcome = f"{WELCOME}\n{IN_A_BROWSER.format(page=server.page)}" if has_page else WELCOME
    files_at = f"{server.base_file_url}{server.token}/"
    with open_console(lambda: _completions(seat)) as console:
        talk = Talk(
            seat, console.read_line, console.write, lambda: replace(console.screen(), files_at=files_at), welcome
        )
        await converse(talk, stop=asyncio.Event())


def _completions(seat: Seat) -> list[str]:
    return [*menu(seat.user), *(name.removeprefix("/") for name in COMMANDS)]


async def converse(talk: Talk, *, stop: asyncio.Event) -> None:
    """Type for a person what they write, and show what happens in their chat, until one side ends."""
    talk.tell(talk.welcome)
    tasks = [asyncio.create_task(work) for work in (_speak(talk), _listen(talk), stop.wait())]
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.wait(tasks)
    for task in tasks:
        if not task.cancelled():
            task.result()


async def _listen(talk: Talk) -> None:
    while True:
        await talk.seat.cast.state.bell.wait_until(talk.seat.has_news, seconds=3600)
        for event in talk.seat.take_news():
            _show(talk, event)
        unread = talk.seat.take_unread()
        if unread:
            talk.tell(unread)


def _show(talk: Talk, event: Event) -> None:
    first = talk.numbers.first_of(event.message) if event.message else 1
    shown = render_event(event, talk.screen(), first_number=first)
    if shown:
        talk.write(f"\n{shown}" if event.message else shown)


async def _speak(talk: Talk) -> None:
    while (line := await talk.read_line()) is not None:
        typed = line.strip()
        if typed == LEAVE:
            return
        notice = _answer(talk, typed) if typed else None
        if notice:
            talk.tell(notice)


def _answer(talk: Talk, typed: str) -> str | None:
    try:
        return act(talk.seat, typed, talk.numbers)
    except ControlError as error:
        return str(error)


def act(seat: Seat, typed: str, numbers: Numbers) -> str | None:
    """Change who speaks, press the button of that number, or say what was typed.

    What there is to tell the person, if anything.
    Raises ControlError for what cannot be done.
    """
    if typed.isdecimal() and numbers.has(int(typed)):
        found = numbers.find(int(typed), seat.cast.state.chats)
        return _press(seat, *found) if found else IS_GONE
    if typed == MENU and menu(seat.user):
        return "\n".join(f"/{name}  {about}" for name, about in menu(seat.user).items())
    notice = seat.obey(typed)
    if notice is None:
        say(seat.user, typed, Room(seat.cast.state, seat.chat))
    return notice


def _press(seat: Seat, message: Message, position: int) -> str | None:
    button: Button = message.buttons[position]
    if message.chat_id != seat.chat.id:
        return IS_ELSEWHERE
    if button.callback_data is not None:
        seat.user.press(message, position)
        return None
    return OPENS.format(address=button.url) if button.url else IS_NOT_FOR_HERE
