"""The chat in the terminal: the person types, the bot's messages come in at any time."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from local.console import open_console
from local.control import LocalServer
from local.people import User
from local.rendering import Screen, render_event, render_notice
from local.state import Button, Message

WELCOME = "Escribe /start; un número pulsa un botón; Ctrl+D sale."
LEAVE = "/salir"
OPENS = "Este botón abre {address}"
IS_NOT_FOR_HERE = "Este botón solo sirve en Telegram."
PERSON = "Tú"
PERSON_ID = 1000
"""The same at every start, so that a subscription lasts."""

ReadLine = Callable[[], Awaitable[str | None]]
Write = Callable[[str], None]


def local_person(server: LocalServer) -> User:
    """Who sits at this machine; the bot may write to them from the start, for they may have subscribed yesterday."""
    return server.user(PERSON, user_id=PERSON_ID, has_started=True)


async def chat(server: LocalServer, *, user: User | None = None, stop: asyncio.Event | None = None) -> None:
    """Talk in this process's terminal until the person leaves or `stop` is set."""
    with open_console() as console:
        await converse(
            user or local_person(server),
            read_line=console.read_line,
            write=console.write,
            stop=stop or asyncio.Event(),
            screen=console.screen,
        )


async def converse(
    user: User,
    *,
    read_line: ReadLine,
    write: Write,
    stop: asyncio.Event,
    screen: Callable[[], Screen] = Screen,
) -> None:
    """Type for a person what `read_line` gives, and `write` what happens in their chat, until one side ends."""
    write(render_notice(WELCOME, screen()))
    speaking = asyncio.create_task(_speak(user, read_line, write, screen))
    others = [asyncio.create_task(_listen(user, write, screen)), asyncio.create_task(stop.wait())]
    try:
        await asyncio.wait([speaking, *others], return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in (speaking, *others):
            task.cancel()
        await asyncio.wait([speaking, *others])
    for task in (speaking, *others):
        if not task.cancelled():
            task.result()


async def _listen(user: User, write: Write, screen: Callable[[], Screen]) -> None:
    seen = 0
    while True:
        for event in await user.state.events_after(user.chat, seen):
            shown = render_event(event, screen())
            if shown:
                write(shown)
            seen += 1


async def _speak(user: User, read_line: ReadLine, write: Write, screen: Callable[[], Screen]) -> None:
    while (line := await read_line()) is not None:
        typed = line.strip()
        if typed == LEAVE:
            return
        notice = act(user, typed) if typed else None
        if notice:
            write(render_notice(notice, screen()))


def act(user: User, typed: str) -> str | None:
    """Press the button of that number under the last message that has buttons, or say what was typed.

    What there is to tell the person, if anything.
    """
    message = last_with_buttons(user)
    buttons = message.buttons if message else []
    if message and typed.isdecimal() and 1 <= int(typed) <= len(buttons):
        return _press(user, message, int(typed) - 1)
    user.send(typed)
    return None


def last_with_buttons(user: User) -> Message | None:
    """The message whose buttons were shown last: sent or edited last, and still there."""
    for event in reversed(user.chat.events):
        if event.message and event.kind in ("sent", "edited"):
            current = user.chat.messages.get(event.message.message_id)
            if current and current.buttons:
                return current
    return None


def _press(user: User, message: Message, position: int) -> str | None:
    button: Button = message.buttons[position]
    if button.callback_data is not None:
        user.press(message, position)
        return None
    return OPENS.format(address=button.url) if button.url else IS_NOT_FOR_HERE
