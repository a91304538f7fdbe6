"""The chat in the terminal: the person types, the bot's messages come in at any time."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace

from local.console import open_console
from local.control import LocalServer
from local.numbers import Numbers
from local.people import User
from local.rendering import Screen, render_event, render_notice
from local.resident import menu, resident, say
from local.state import Button, Message

WELCOME = """Chat local: el mismo bot que en Telegram, en esta máquina.
Escribe /start para empezar. Un número pulsa el botón que lo lleva.
«/» muestra las órdenes y Tab las completa. Ctrl+D sale."""
IN_A_BROWSER = "También en el navegador: {page}"
LEAVE = "/salir"
MENU = "/"
OPENS = "Este botón abre {address}"
IS_NOT_FOR_HERE = "Este botón solo sirve en Telegram."
IS_GONE = "Ese botón ya no está."

ReadLine = Callable[[], Awaitable[str | None]]
Write = Callable[[str], None]


@dataclass(frozen=True)
class Talk:
    """A person's conversation in a terminal: where lines come from, and where what happens is written."""

    user: User
    read_line: ReadLine
    write: Write
    screen: Callable[[], Screen] = Screen
    welcome: str = WELCOME
    numbers: Numbers = field(default_factory=Numbers)

    def tell(self, notice: str) -> None:
        self.write(render_notice(notice, self.screen()))


async def chat(server: LocalServer, *, stop: asyncio.Event | None = None, has_page: bool = False) -> None:
    """Talk in this process's terminal until the person leaves or `stop` is set."""
    person = resident(server.state)
    welcome = f"{WELCOME}\n{IN_A_BROWSER.format(page=server.page)}" if has_page else WELCOME
    files_at = f"{server.base_file_url}{server.token}/"
    with open_console(lambda: list(menu(person))) as console:
        talk = Talk(
            person, console.read_line, console.write, lambda: replace(console.screen(), files_at=files_at), welcome
        )
        await converse(talk, stop=stop or asyncio.Event())


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
    seen = 0
    while True:
        for event in await talk.user.state.events_after(talk.user.chat, seen):
            first = talk.numbers.first_of(event.message) if event.message else 1
            shown = render_event(event, talk.screen(), first_number=first)
            if shown:
                talk.write(f"\n{shown}" if event.message else shown)
            seen += 1


async def _speak(talk: Talk) -> None:
    while (line := await talk.read_line()) is not None:
        typed = line.strip()
        if typed == LEAVE:
            return
        notice = act(talk.user, typed, talk.numbers) if typed else None
        if notice:
            talk.tell(notice)


def act(user: User, typed: str, numbers: Numbers) -> str | None:
    """Press the button of that number, or say what was typed.

    What there is to tell the person, if anything.
    """
    if typed.isdecimal() and numbers.has(int(typed)):
        found = numbers.find(int(typed), user.chat.messages)
        return _press(user, *found) if found else IS_GONE
    if typed == MENU and menu(user):
        return "\n".join(f"/{name}  {about}" for name, about in menu(user).items())
    say(user, typed)
    return None


def _press(user: User, message: Message, position: int) -> str | None:
    button: Button = message.buttons[position]
    if button.callback_data is not None:
        user.press(message, position)
        return None
    return OPENS.format(address=button.url) if button.url else IS_NOT_FOR_HERE
