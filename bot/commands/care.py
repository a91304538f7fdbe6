"""/privacidad for everybody, /salud and /feeds for administrators of the installation."""

from __future__ import annotations

import json
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from bot.actions import ERASE, ERASE_NOW, EXPORT, PRIVACY_AGAIN
from bot.answer import Answer, Button
from bot.answers.feeds import fitting
from bot.answers.health import health_answer
from bot.desk import Desk
from bot.markup import bold, clean, link, safe
from bot.texts import care as texts
from bot.texts.answers import FEEDS_TITLE
from bot.visit import Visit
from talks.sources.urls import clean_url
from talks.store.sources import active_sources, add_source, remove_source
from talks.store.subscribers import export_chat, forget_chat
from talks.types import Source

TITLE, SENTENCE, MOST_CHECKED = 60, 300, 5


@dataclass(frozen=True, slots=True)
class File:
    name: str
    content: bytes


async def privacidad(desk: Desk, visit: Visit, text: str) -> Answer:
    return privacy_answer()


def privacy_answer() -> Answer:
    return Answer(texts.PRIVACY, ((Button(texts.EXPORT_BUTTON, EXPORT), Button(texts.ERASE_BUTTON, ERASE)),))


def erase_question() -> Answer:
    return Answer(
        texts.ERASE_QUESTION,
        ((Button(texts.ERASE_NOW_BUTTON, ERASE_NOW), Button(texts.KEEP_BUTTON, PRIVACY_AGAIN)),),
    )


async def erase(desk: Desk, visit: Visit) -> Answer:
    await desk.write(forget_chat, desk.bot_id, visit.chat.id)
    return Answer(texts.ERASED)


async def export(desk: Desk, visit: Visit) -> File | None:
    """None where nothing is kept."""
    kept = await desk.read(export_chat, desk.bot_id, visit.chat.id)
    if kept is None:
        return None
    return File(texts.EXPORT_NAME, json.dumps(kept, ensure_ascii=False, indent=1, default=str).encode())


async def salud(desk: Desk, visit: Visit, text: str) -> Answer:
    return await desk.read(health_answer, desk.bot_id, now=desk.now().astimezone(ZoneInfo(visit.chat.timezone)))


async def feeds(desk: Desk, visit: Visit, text: str) -> Answer:
    word, _, rest = clean(text).partition(" ")
    if not word or word == "list":
        return await _list(desk)
    if word == "add":
        return await _add(desk, rest)
    if word == "remove":
        return await _remove(desk, rest)
    if word == "check":
        return await _check(desk, rest)
    return Answer(texts.FEEDS_HINT)


async def _list(desk: Desk) -> Answer:
    lines = [_line(source) for source in await desk.read(active_sources)]
    return Answer("\n".join((bold(FEEDS_TITLE), "", *fitting(lines), "", texts.FEEDS_HINT)))


def _line(source: Source) -> str:
    title = link(safe(source.title, TITLE), source.url)
    failing = texts.feed_failing(source.failures, safe(source.last_error or "", SENTENCE)) if source.failures else ""
    return f"• {title}: {failing}" if failing else f"• {title}"


async def _add(desk: Desk, rest: str) -> Answer:
    address, _, title = rest.partition(" ")
    if not clean_url(address):
        return Answer(texts.NOT_AN_ADDRESS)
    found = await desk.check(address) if desk.check else None
    if found is not None and not found.is_fine:
        return Answer(texts.feed_not_added(safe(found.sentence, SENTENCE)))
    added = await desk.write(add_source, url=address, title=title)
    return Answer(texts.feed_added(safe(added.title, TITLE), safe(found.sentence, SENTENCE) if found else ""))


async def _remove(desk: Desk, address: str) -> Answer:
    return Answer(texts.FEED_REMOVED if await desk.write(remove_source, address) else texts.NO_SUCH_FEED)


async def _check(desk: Desk, address: str) -> Answer:
    """One feed, or those that fail."""
    if desk.check is None:
        return Answer(texts.CANNOT_CHECK)
    if address and not clean_url(address):
        return Answer(texts.NOT_AN_ADDRESS)
    failing = [source.url for source in await desk.read(active_sources) if source.failures]
    lines = []
    for each in [address] if address else failing[:MOST_CHECKED]:
        found = await desk.check(each)
        lines.append(f"{'✓' if found.is_fine else '✗'} {safe(each, SENTENCE)}: {safe(found.sentence, SENTENCE)}")
    return Answer("\n".join(lines) or texts.NONE_FAILS)
