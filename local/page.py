"""The chat in a browser: one page, what stands in the chats as JSON, and what the people of this machine do there."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Iterable
from pathlib import Path
from typing import Any

from aiohttp import web

from local.cast import Cast, open_cast
from local.chats import PRESENT
from local.errors import ApiError, ControlError
from local.groups import Room
from local.people import User
from local.resident import PERSON_ID, menu, say
from local.shapes import Json, Kind, Object, Shape, check
from local.state import Chat, State

HERE = Path(__file__).parent
PARTS = {
    "page.html": "text/html",
    "page.css": "text/css",
    "message.js": "text/javascript",
    "page.js": "text/javascript",
}
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
HEADERS = {"Content-Security-Policy": POLICY, "Cache-Control": "no-cache"}
LONGEST_WAIT = 25
MOST_MESSAGES = 200
HOSTS = ("127.0.0.1", "localhost", "::1")
WHO: dict[str, Shape] = {"as": Kind.INT}
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def page_routes(state: State, *, kept_in: Path | None = None) -> Iterable[web.RouteDef]:
    """`/` is the page; `/chat` tells the people of this machine what is new and takes what they do.

    Those they add are kept in the file `kept_in`.
    """
    cast = open_cast(state, kept_in)

    async def tell(request: web.Request) -> web.Response:
        seen = request.query.get("seen", "")
        await state.bell.wait_until(lambda: revision(cast) != seen or state.is_closing, seconds=LONGEST_WAIT)
        return web.json_response(view(cast))

    async def take(request: web.Request) -> web.Response:
        try:
            answer = act(cast, await _body(request))
        except (ApiError, ControlError) as error:
            return web.json_response({"error": str(error)}, status=400)
        state.bell.ring()
        return web.json_response(answer)

    shown = [web.get(f"/{name.removeprefix('page.html')}", _guarded(_part(name, kind))) for name, kind in PARTS.items()]
    return [*shown, web.get("/chat", _guarded(tell)), web.post("/chat", _guarded(take))]


def _part(name: str, content_type: str) -> Handler:
    text = (HERE / name).read_text(encoding="utf-8")

    async def show(request: web.Request) -> web.Response:
        return web.Response(text=text, content_type=content_type, headers=HEADERS)

    return show


def _guarded(handler: Handler) -> Handler:
    """Only for pages of this machine: another site's page cannot send JSON here, nor ask under a name of its own."""

    async def handle(request: web.Request) -> web.StreamResponse:
        is_json = request.method != "POST" or request.content_type == "application/json"
        if request.url.host not in HOSTS or not is_json:
            raise web.HTTPForbidden
        return await handler(request)

    return handle


async def _body(request: web.Request) -> Any:
    try:
        return json.loads(await request.read())
    except ValueError as error:
        raise ControlError("no JSON came") from error


def revision(cast: Cast) -> str:
    """Another one whenever something changes that can be seen; one message less is one event more."""
    changes = sum(2 * len(chat.events) + len(chat.messages) for chat in cast.state.chats.values())
    standings = "".join(standing[0] for standing in cast.room.chat.members.values())
    return f"{cast.state.first_id}-{changes}-{standings}"


def view(cast: Cast) -> Json:
    """All that the page shows."""
    return {
        "revision": revision(cast),
        "bot": cast.state.bot.first_name,
        "files": f"/file/bot{cast.state.token}/",
        "people": [_person_view(user) for user in cast.people],
        "chats": [_chat_view(chat) for chat in _chats(cast)],
    }


def _person_view(user: User) -> Json:
    return {
        "id": user.id,
        "name": user.chat.title,
        "commands": menu(user),
        "answers": user.answers,
        "chats": [chat.id for chat in _chats_of(user)],
    }


def _chats_of(user: User) -> list[Chat]:
    return [user.chat, *(chat for chat in user.state.chats.values() if chat.members.get(user.id) in PRESENT)]


def _chats(cast: Cast) -> Iterable[Chat]:
    """Everybody's, each once: the private ones, then the groups."""
    found = {chat.id: chat for user in cast.people for chat in _chats_of(user)}
    return sorted(found.values(), key=lambda chat: chat.type != "private")


def _chat_view(chat: Chat) -> Json:
    last = list(chat.messages.values())[-MOST_MESSAGES:]
    return chat.to_json() | {"standings": chat.members, "messages": [message.payload for message in last]}


def act(cast: Cast, done: Any) -> Json:
    """What one of the people does; whoever is not named by `as` is the one who sits here.

    Raises ApiError for what makes no sense, ControlError for what cannot be done.
    """
    known = done if isinstance(done, dict) else {}
    shape, deed = next((DEEDS[name] for name in DEEDS if name in known), DEEDS["text"])
    check(shape, done, "what was done")
    return deed(cast, done) or {}


def _say(cast: Cast, done: Json) -> None:
    user, chat = _place(cast, done)
    say(user, done["text"], Room(cast.state, chat))


def _press(cast: Cast, done: Json) -> None:
    user, chat = _place(cast, done)
    if done["message"] not in chat.messages:
        raise ControlError("there is no such message")
    user.press(chat.messages[done["message"]], done["button"])


def _place(cast: Cast, done: Json) -> tuple[User, Chat]:
    user = cast.find(done.get("as", PERSON_ID))
    chat = next((chat for chat in _chats_of(user) if chat.id == done["chat"]), None)
    if chat is None:
        raise ControlError("there is no such chat")
    return user, chat


def _add(cast: Cast, done: Json) -> Json:
    return {"id": cast.add(done["add"]).id}


def _remove(cast: Cast, done: Json) -> None:
    cast.remove(cast.find(done["remove"]))


def _set_standing(cast: Cast, done: Json) -> None:
    change = cast.let_administer if done["administers"] else cast.let_be_a_member
    change(cast.find(done["as"]))


DEEDS: dict[str, tuple[Object, Callable[[Cast, Json], Json | None]]] = {
    "text": (Object({"chat": Kind.INT, "text": Kind.TEXT}, WHO), _say),
    "button": (Object({"chat": Kind.INT, "message": Kind.INT, "button": Kind.INT}, WHO), _press),
    "add": (Object({"add": Kind.TEXT}), _add),
    "remove": (Object({"remove": Kind.INT}), _remove),
    "administers": (Object({"as": Kind.INT, "administers": Kind.BOOL}), _set_standing),
}
