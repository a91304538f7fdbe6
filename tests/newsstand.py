"""A newsstand on loopback for tests of polling: outlets answer from functions, and everything else is real."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from aiohttp import web
from aiohttp.test_utils import TestServer

from jobs.poll import PollReport, PollRoom, poll
from jobs.store_thread import StoreThread
from jobs.workers import Workers
from talks.sources.fetch import open_session
from talks.store.articles import unread_articles
from talks.store.sources import active_sources, add_source
from talks.types import Article, Source
from tests.steps import NOON

Shelf = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass
class Newsstand:
    """`shelves` holds what is answered on each path, `asked` every request that came."""

    room: PollRoom
    root: str
    shelves: dict[str, Shelf] = field(default_factory=dict)
    asked: list[web.Request] = field(default_factory=list)
    at: datetime = NOON

    async def answer(self, request: web.Request) -> web.StreamResponse:
        self.asked.append(request)
        shelf = self.shelves.get(request.path)
        return await shelf(request) if shelf else web.Response(status=404)

    def puts(self, path: str, body: bytes | str, *, status: int = 200, **headers: str) -> None:
        """Answer with this from now on; `content_type` and `ETag` alike are written with underscores."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        data = body.encode() if isinstance(body, str) else body

        async def shelf(_request: web.Request) -> web.Response:
            return web.Response(body=data, status=status, headers=named)

        self.shelves[path] = shelf

    async def subscribes_to(self, path: str = "/rss", title: str = "Diario") -> Source:
        return await self.room.write(add_source, url=self.root + path, title=title)

    async def polls(self, *, after: timedelta = timedelta(0)) -> PollReport:
        """A round of what is due, `after` so long."""
        self.at += after
        return await poll(self.room)

    async def articles(self) -> tuple[Article, ...]:
        return await self.room.read(unread_articles, limit=1_000)

    async def source(self) -> Source:
        return (await self.room.read(active_sources))[0]


@asynccontextmanager
async def newsstand(folder: Path, workers: Workers, *, allow_private: bool = True) -> AsyncIterator[Newsstand]:
    seeds = folder / "seeds"
    seeds.mkdir()
    read, write = StoreThread(folder / "tregua.db"), StoreThread(folder / "tregua.db")

    async def answer(request: web.Request) -> web.StreamResponse:
        return await stand.answer(request)

    app = web.Application()
    app.router.add_route("*", "/{path:.*}", answer)
    async with TestServer(app) as server, open_session(allow_private=allow_private) as session:
        room = PollRoom(
            read=read,
            write=write,
            workers=workers,
            session=session,
            seeds=seeds,
            interval=timedelta(minutes=5),
            infer_date=lambda _text: None,
            is_worth_a_page=lambda text: "Ginebra" in text,
            now=lambda: stand.at,
        )
        stand = Newsstand(room, str(server.make_url("")).rstrip("/"))
        yield stand
    read.close()
    write.close()
