"""The chat in a browser: one page, what stands in the chats as JSON, and what the person does there."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Iterable
from pathlib import Path
from typing import Any

from aiohttp import web

from local.chats import PRESENT
from local.errors import ApiError, ControlError
from local.groups import Room
from local.people import User
from local.resident import menu, resident, say
from local.shapes import Json, Kind, Object, check
from local.state import Chat, State

PAGE = Path(__file__).with_name("page.html")
POLICY = (
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; connect-src 'self'; "
    "img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
LONGEST_WAIT = 25
MOST_MESSAGES = 200
SAID = Object({"chat": Kind.INT, "text": Kind.TEXT})
PRESSED = Object({"chat": Kind.INT, "message": Kind.INT, "button": Kind.INT})
HERE = ("127.0.0.1", "localhost", "::1")
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def page_routes(state: State) -> Iterable[web.RouteDef]:
    """`/` is the page; `/chat` tells the person of this machine what is new and takes what they do."""
    user = resident(state)
    html = PAGE.read_text(encoding="utf-8")

    async def show(request: web.Request) -> web.Response:
        return web.Response(text=html, content_type="text/html", headers={"Content-Security-Policy": POLICY})

    async def tell(request: web.Request) -> web.Response:
        seen = request.query.get("seen", "")
        await state.bell.wait_until(lambda: revision(state) != seen or state.is_closing, seconds=LONGEST_WAIT)
        return web.json_response(view(state, user))

    async def take(request: web.Request) -> web.Response:
        try:
            act(state, user, await _body(request))
        except (ApiError, ControlError) as error:
            return web.json_response({"error": str(error)}, status=400)
        state.bell.ring()
        return web.json_response({})

    return [web.get("/", _guarded(show)), web.get("/chat", _guarded(tell)), web.post("/chat", _guarded(take))]


def _guarded(handler: Handler) -> Handler:
    """Only for pages of this machine: another site's page cannot send JSON here, nor ask under a name of its own."""

    async def handle(request: web.Request) -> web.StreamResponse:
        is_json = request.method != "POST" or request.content_type == "application/json"
        if request.url.host not in HERE or not is_json:
            raise web.HTTPForbidden
        return await handler(request)

    return handle


async def _body(request: web.Request) -> Any:
    try:
        return json.loads(await request.read())
    except ValueError as error:
        raise ControlError("no JSON came") from error


def revision(state: State) -> str:
    """Another one whenever something changes that can be seen; one message less is one event more."""
    changes = sum(2 * len(chat.events) + len(chat.messages) for chat in state.chats.values())
    return f"{state.first_id}-{changes}"


def view(state: State, user: User) -> Json:
    """All that the page shows."""
    return {
        "revision": revision(state),
        "me": user.id,
        "bot": state.bot.first_name,
        "files": f"/file/bot{state.token}/",
        "commands": menu(user),
        "answers": user.answers,
        "chats": [_chat_view(chat) for chat in _chats_of(state, user)],
    }


def _chats_of(state: State, user: User) -> list[Chat]:
    return [user.chat, *(chat for chat in state.chats.values() if chat.members.get(user.id) in PRESENT)]


def _chat_view(chat: Chat) -> Json:
    last = list(chat.messages.values())[-MOST_MESSAGES:]
    return chat.to_json() | {"messages": [message.payload for message in last]}


def act(state: State, user: User, done: Any) -> None:
    """Write in a chat or press a button there.

    Raises ApiError for what makes no sense, ControlError for what cannot be done.
    """
    is_press = isinstance(done, dict) and "button" in done
    check(PRESSED if is_press else SAID, done, "what was done")
    chat = next((chat for chat in _chats_of(state, user) if chat.id == done["chat"]), None)
    if chat is None:
        raise ControlError("there is no such chat")
    if not is_press:
        say(user, done["text"], Room(state, chat))
    elif done["message"] in chat.messages:
        user.press(chat.messages[done["message"]], done["button"])
    else:
        raise ControlError("there is no such message")
