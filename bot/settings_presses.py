"""The buttons of the settings: each changes one thing and shows the message anew."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from zoneinfo import available_timezones

from bot.answer import Answer
from bot.answers.settings import screen_answer, settings_answer
from bot.commands.settings import pause, remember
from bot.desk import Desk
from bot.texts.settings import MODES
from bot.visit import Visit
from talks.store.mutes import unmute_story
from talks.store.wishes import follow_key, save_timezone, save_wishes, unfollow_key, wishes_of
from talks.types import Wishes
from talks.types.wishes import person_key

Change = Callable[[Desk, Visit, Wishes, str], Awaitable[bool]]
"""False for a value that makes no sense."""


async def settings_press(desk: Desk, visit: Visit, rest: str) -> Answer | None:
    """`NAME` opens a screen, `NAME:VALUE` changes something; None for what makes no sense."""
    name, _, value = rest.partition(":")
    await remember(desk, visit)
    if not value and (screen := await desk.read(screen_answer, name, chat=visit.chat, lexicon=desk.lexicon)):
        return screen
    if name:
        change = CHANGES.get(name)
        wishes = await desk.read(wishes_of, desk.bot_id, visit.chat.id)
        if change is None or not await change(desk, visit, wishes, value):
            return None
    back = SCREEN_AFTER.get(name)
    chat = replace(visit.chat, timezone=value) if name == "zone" else visit.chat
    if back and (screen := await desk.read(screen_answer, back, chat=chat, lexicon=desk.lexicon)):
        return screen
    return await desk.read(settings_answer, chat, lexicon=desk.lexicon, now=desk.now())


async def _save(desk: Desk, visit: Visit, wishes: Wishes) -> bool:
    await desk.write(save_wishes, desk.bot_id, visit.chat.id, wishes)
    return True


async def _mode(desk: Desk, visit: Visit, wishes: Wishes, value: str) -> bool:
    mode = next((mode for mode in MODES if mode == value), None)
    return mode is not None and await _save(desk, visit, replace(wishes, mode=mode))


async def _hour(desk: Desk, visit: Visit, wishes: Wishes, value: str) -> bool:
    hour = _hour_of(value)
    return hour is not None and await _save(desk, visit, replace(wishes, digest_hour=hour))


async def _week(desk: Desk, visit: Visit, wishes: Wishes, value: str) -> bool:
    if value not in ("no", *"0123456"):
        return False
    return await _save(desk, visit, replace(wishes, digest_weekday=None if value == "no" else int(value)))


async def _quiet(desk: Desk, visit: Visit, wishes: Wishes, value: str) -> bool:
    if value == "no":
        return await _save(desk, visit, replace(wishes, quiet_from=None, quiet_until=None))
    first, last = map(_hour_of, value.partition("-")[::2])
    if first is None or last is None:
        return False
    return await _save(desk, visit, replace(wishes, quiet_from=first, quiet_until=last))


def _hour_of(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 2 and int(text) < 24 else None


async def _zone(desk: Desk, visit: Visit, wishes: Wishes, value: str) -> bool:
    if value not in available_timezones():
        return False
    await desk.write(save_timezone, desk.bot_id, visit.chat.id, value)
    return True


async def _follow(desk: Desk, visit: Visit, wishes: Wishes, value: str) -> bool:
    """`theme:ID`, or `person:ID` of the lexicon."""
    kind, _, identity = value.partition(":")
    person = next((each for each in desk.lexicon.people if kind == "person" and each.id == identity), None)
    is_theme = kind == "theme" and any(theme.id == identity for theme in desk.lexicon.themes)
    if person is None and not is_theme:
        return False
    key = person_key(person.name) if person else value
    await desk.write(follow_key, desk.bot_id, visit.chat.id, key, now=desk.now())
    return True


async def _unfollow(desk: Desk, visit: Visit, wishes: Wishes, value: str) -> bool:
    await desk.write(unfollow_key, desk.bot_id, visit.chat.id, value)
    return True


async def _unmute(desk: Desk, visit: Visit, wishes: Wishes, value: str) -> bool:
    await desk.write(unmute_story, desk.bot_id, visit.chat.id, story_id=value)
    return True


async def _pause(desk: Desk, visit: Visit, wishes: Wishes, value: str) -> bool:
    before = wishes.paused_until
    await pause(desk, visit, wishes, value)
    return (await desk.read(wishes_of, desk.bot_id, visit.chat.id)).paused_until != before


async def _resume(desk: Desk, visit: Visit, wishes: Wishes, value: str) -> bool:
    return await _save(desk, visit, replace(wishes, paused_until=None))


CHANGES: Mapping[str, Change] = {
    "mode": _mode,
    "hour": _hour,
    "week": _week,
    "quiet": _quiet,
    "zone": _zone,
    "follow": _follow,
    "unfollow": _unfollow,
    "unmute": _unmute,
    "pause": _pause,
    "resume": _resume,
}
SCREEN_AFTER: Mapping[str, str] = {
    "hour": "digest",
    "week": "digest",
    "unfollow": "follows",
    "follow": "follows",
    "unmute": "muted",
}
