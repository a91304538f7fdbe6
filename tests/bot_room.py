"""The whole bot against the project's own Bot API: real library, real store, people who write and press."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.desk import Desk, Draw, draw_here
from bot.limiter import IN_A_CHAT, LaneLimiter
from bot.telegram import Telegram, telegram_of
from bot.turn import AlertTurn
from jobs.check import Checked
from jobs.deliver import DeliverReport, DeliverRoom, deliver
from jobs.store_thread import StoreThread
from local.people import User
from local.server import LocalServer, start_local_server
from local.state import Message
from talks.lexicon.load import load_lexicon
from talks.settings import Settings
from talks.store.chronology import load_chronology
from tests.past import PAST
from tests.steps import NOON

TOKEN = "123456:ABC-def"
BOT_ID = 123456
Check = Callable[[str], Awaitable[Checked]]


@dataclass
class FastClock:
    """The limiter's clock: a wait takes no time."""

    now: float = 0.0

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.now += seconds
        await asyncio.sleep(0)


@dataclass(frozen=True)
class BotRoom:
    """A running bot with everything around it."""

    server: LocalServer
    desk: Desk
    telegram: Telegram
    listening: asyncio.Task[None]
    clock: FastClock
    at: list[datetime] = field(default_factory=lambda: [NOON])

    def person(self, name: str = "Ana") -> User:
        return self.server.user(name)

    async def ask(self, user: User, text: str, *, count: int = 1, **where: Any) -> list[Message]:
        """What the bot answers to a message: in the private chat, or in `chat`."""
        user.send(text, **where)
        place = where.get("chat") or user
        return await place.wait(count)

    async def subscribed(self, name: str = "Ana") -> User:
        user = self.person(name)
        await self.ask(user, "/start")
        user.look_away()
        return user

    async def deliver(self) -> DeliverReport:
        """A while after the last, so that no chat has had enough."""
        telegram = self.telegram
        self.clock.now += IN_A_CHAT[1]
        return await deliver(
            DeliverRoom(
                self.desk.write,
                telegram.send,
                telegram.edit,
                BOT_ID,
                self.desk.now,
                turn=AlertTurn(telegram.limiter),
                probe=telegram.probe,
                alarm=telegram.alarm,
            )
        )

    async def settled(self) -> None:
        """Every update that was sent has been answered and confirmed."""
        if not await self.server.state.bell.wait_until(lambda: not self.server.state.updates, seconds=20):
            raise TimeoutError("updates are still waiting")


@asynccontextmanager
async def bot_running(folder: Path, *, with_chronology: bool = False, **values: Any) -> AsyncIterator[BotRoom]:
    """`values` are settings by the name of their field."""
    server = await start_local_server(token=TOKEN, pages=values.pop("pages", lambda _: ()))
    at = [NOON]
    around = {name: values.pop(name) for name in ("check", "draw") if name in values}
    async with _desk(folder, lambda: at[0], values.pop("admins", ()), **around) as desk:
        if with_chronology:
            await desk.write(load_chronology, PAST)
        settings = settings_of(server, folder, **values)
        clock = FastClock()
        limiter = LaneLimiter(clock=clock, sleep=clock.sleep)
        async with telegram_of(settings, desk, limiter=limiter) as telegram:
            listening = asyncio.create_task(telegram.listen())
            try:
                await server.called("setWebhook" if settings.webhook_url else "getWebhookInfo")
                yield BotRoom(server, desk, telegram, listening, clock, at)
            finally:
                listening.cancel()
                await asyncio.gather(listening, return_exceptions=True)
                await server.stop()


def settings_of(server: LocalServer, folder: Path, **values: Any) -> Settings:
    return Settings(  # type: ignore[call-arg]
        _env_file=None,
        TELEGRAM_TOKEN=TOKEN,
        TELEGRAM_API_URL=server.base_url.removesuffix("/bot"),
        TREGUA_DATA=folder,
        **{f"TREGUA_{name.upper()}": value for name, value in values.items()},
    )


@asynccontextmanager
async def _desk(
    folder: Path,
    now: Callable[[], datetime],
    admins: tuple[int, ...],
    *,
    check: Check | None = None,
    draw: Draw = draw_here,
) -> AsyncIterator[Desk]:
    read, write = StoreThread(folder / "tregua.db"), StoreThread(folder / "tregua.db")
    try:
        yield Desk(read, write, load_lexicon(), now, ZoneInfo("Europe/Madrid"), BOT_ID, frozenset(admins), check, draw)
    finally:
        read.close()
        write.close()
