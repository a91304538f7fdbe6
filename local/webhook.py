"""Updates pushed to the bot's own address on this machine."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import aiohttp

from local.errors import ApiError
from local.request import Parameters, from_json
from local.shapes import Json
from local.state import State, Webhook

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
PATIENCE = aiohttp.ClientTimeout(total=60)
PAUSES = (0.05, 0.5, 1, 2, 4, 8, 16, 32)
Answer = Callable[[str, Parameters], Awaitable[Json]]


async def deliver_forever(state: State, answer: Answer) -> None:
    """Push every update in order, one at a time, while a webhook is set; a failed one again after a pause."""
    async with aiohttp.ClientSession(timeout=PATIENCE) as session:
        failures = 0
        while True:
            if await state.bell.wait_until(lambda: bool(state.webhook.url and state.updates), seconds=3600):
                failures = await _deliver_first(state, session, answer, failures)


async def _deliver_first(state: State, session: aiohttp.ClientSession, answer: Answer, failures: int) -> int:
    """Push the oldest update; how many times in a row it failed by now."""
    hook, update = state.webhook, state.updates[0]
    trouble = await _push(session, hook, update, answer)
    if trouble is None:
        state.updates = [one for one in state.updates if one is not update]
        state.bell.ring()
        return 0
    hook.last_error, hook.last_error_at = trouble, state.now()
    await state.bell.wait_until(lambda: state.webhook is not hook, seconds=PAUSES[min(failures, len(PAUSES) - 1)])
    return failures + 1


async def _push(session: aiohttp.ClientSession, hook: Webhook, update: Json, answer: Answer) -> str | None:
    """What went wrong, or nothing."""
    headers = {SECRET_HEADER: hook.secret} if hook.secret else {}
    try:
        async with session.post(hook.url, json=update, headers=headers, allow_redirects=False) as response:
            if response.status // 100 != 2:
                return f"Wrong response from the webhook: {response.status} {response.reason}"
            await _answer_inside(await response.read(), answer)
    except aiohttp.ClientConnectorError:
        return "Connection refused"
    except (aiohttp.ClientError, TimeoutError):
        return "Read timeout expired"
    return None


async def _answer_inside(body: bytes, answer: Answer) -> None:
    """The body of the bot's response may itself be a call; nobody hears what comes of it."""
    try:
        parameters = from_json(body)
    except ApiError:
        return
    method = parameters.pop("method", None)
    if method is not None:
        await answer(str(method.value), parameters)
