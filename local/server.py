"""The Bot API on loopback: from a request over HTTP to a method, with the faults that tests order in between."""

from __future__ import annotations

import asyncio
import contextlib
import inspect
import socket
import struct
import time
from collections import deque
from collections.abc import Callable, Iterable
from typing import Any

from aiohttp import web

from local.control import LocalServer
from local.doorman import Doorman
from local.errors import METHOD_NOT_FOUND, NOT_FOUND, UNAUTHORIZED, ApiError
from local.faults import CUTS, REFUSALS, Fault, due_fault, refusal
from local.methods import TABLE
from local.methods.method import Method, converted_parameters
from local.request import Parameters, read_parameters, shown, without_files
from local.shapes import Json
from local.state import Call, Person, State
from local.webhook import deliver_forever

__all__ = ["LocalServer", "start_local_server"]

BOT_NAME = "Tregua"
BOT_USERNAME = "tregua_local_bot"
LARGEST_BODY = 50 * 1024 * 1024


async def start_local_server(
    *,
    token: str,
    port: int = 0,
    clock: Callable[[], float] = time.time,
    first_id: int = 1,
    journal: int = 10_000,
    pages: Callable[[State], Iterable[web.RouteDef]] = lambda _: (),
) -> LocalServer:
    """Serve the Bot API on loopback until `stop()`; port 0 takes a free one.

    `first_id` is the number of the first message of a chat and of the first file: where a bot keeps them from an
    earlier run, choose one that was never reached. `journal` is how many calls are remembered, `pages` gives routes
    served beside the API.
    Raises OSError where the port is taken.
    """
    bot = Person(int(token.partition(":")[0]), BOT_NAME, BOT_USERNAME, None, is_bot=True)
    state = State(token, bot, clock, deque(maxlen=journal), first_id)
    app = web.Application(client_max_size=LARGEST_BODY)
    api = [
        web.route("*", "/bot{token}/{method}", _handler(state)),
        web.get("/file/bot{token}/{path}", _download(state)),
    ]
    app.add_routes([*api, *pages(state)])
    doorman = Doorman(app)
    runner = web.AppRunner(app, handler_cancellation=True, shutdown_timeout=1, access_log=None)
    await runner.setup()
    try:
        await doorman.listen(runner, "127.0.0.1", port)
    except OSError:
        await runner.cleanup()
        raise
    host, bound_port = runner.addresses[0][:2]
    webhooks = asyncio.create_task(deliver_forever(state, lambda name, params: answer(state, name, params)))
    return LocalServer(state, f"http://{host}:{bound_port}/bot", lambda: _stop(state, runner, webhooks))


async def _stop(state: State, runner: web.AppRunner, webhooks: asyncio.Task[None]) -> None:
    state.is_closing = True
    state.bell.ring()
    webhooks.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await webhooks
    await runner.cleanup()


def _handler(state: State) -> Callable[[web.Request], Any]:
    async def handle(request: web.Request) -> web.StreamResponse:
        try:
            _check_token(state, request.match_info["token"])
            return await _respond(state, request)
        except ApiError as error:
            return _as_response(error.answer())

    return handle


def _download(state: State) -> Callable[[web.Request], Any]:
    async def handle(request: web.Request) -> web.StreamResponse:
        stored = state.files.get(request.match_info["path"])
        if request.match_info["token"] != state.token or stored is None:
            return _as_response(NOT_FOUND.answer())
        return web.Response(body=stored.content, content_type=stored.mime_type)

    return handle


def _check_token(state: State, token: str) -> None:
    if token != state.token:
        number, colon, _ = token.partition(":")
        raise UNAUTHORIZED if colon and number.isdecimal() else NOT_FOUND


async def _respond(state: State, request: web.Request) -> web.StreamResponse:
    name = request.match_info["method"]
    parameters = await read_parameters(request)
    fault = due_fault(state.faults, name, parameters["chat_id"].value if "chat_id" in parameters else None)
    body = await _faulty_answer(state, name, parameters, fault)
    if body is None:
        await _lose_answer(state, request, fault)
    if fault and fault.kind == "502":
        return web.Response(status=502, text="<html><h1>502 Bad Gateway</h1></html>", content_type="text/html")
    return _as_response(body or {})


async def _faulty_answer(state: State, name: str, parameters: Parameters, fault: Fault | None) -> Json | None:
    """The answer, or None where it gets lost; a fault that ends in `_after` lets the call take effect first."""
    if fault is None:
        return await answer(state, name, parameters)
    body = refusal(fault).answer() if fault.kind in REFUSALS else None
    if fault.kind.endswith("_after"):
        await answer(state, name, parameters)
    else:
        _note_call(state, name, shown(parameters), body)
    return body


async def _lose_answer(state: State, request: web.Request, fault: Fault | None) -> None:
    """Cut the connection with a reset, or stay silent until the client gives up."""
    if fault and fault.kind in CUTS and request.transport is not None:
        connection = request.transport.get_extra_info("socket")
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        request.transport.abort()
    await state.bell.wait_until(lambda: state.is_closing, seconds=3600)


async def answer(state: State, name: str, parameters: Parameters) -> Json:
    """What the server answers to a call, refusals included; the journal has it too."""
    params = shown(parameters)
    try:
        method = _find_method(name)
        converted = converted_parameters(method, parameters)
        params = without_files(converted)
        result = method.answer(state, converted)
        body: Json = {"ok": True, "result": await result if inspect.isawaitable(result) else result}
    except ApiError as error:
        body = error.answer()
    _note_call(state, name, params, body)
    return body


def _find_method(name: str) -> Method:
    method = TABLE.get(name.lower())
    if method is None:
        raise METHOD_NOT_FOUND
    return method


def _note_call(state: State, name: str, params: Json, body: Json | None) -> None:
    state.calls.append(Call(name, params, body))
    state.bell.ring()


def _as_response(body: Json) -> web.Response:
    return web.json_response(body, status=body.get("error_code", 200))
