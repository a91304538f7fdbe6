"""What follows the press of a button. Data may be old or forged: whatever makes no sense gets no reaction."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from bot import actions
from bot.answer import Answer, Picture, Rows
from bot.answers.news import alert_buttons, context_answer, latest_answer
from bot.answers.people import person_answer
from bot.answers.pictures import positions_picture, timeline_picture
from bot.answers.positions import positions_answer
from bot.answers.principals import principals_answer
from bot.answers.said import said_answer
from bot.answers.search import search_answer
from bot.answers.timeline import timeline_answer
from bot.answers.why import why_answer
from bot.commands import handler_of
from bot.commands.care import File, erase, erase_question, export, privacy_answer
from bot.commands.start import subscribe
from bot.desk import Desk
from bot.drawing.sheets import Tint
from bot.settings_presses import settings_press
from bot.texts.alerts import MUTED, UNMUTED
from bot.texts.care import NOTHING_KEPT, ONLY_ADMINISTRATORS_DATA
from bot.texts.chat import ONLY_ADMINISTRATORS, ONLY_ADMINISTRATORS_MUTE, STALE_BUTTON
from bot.texts.pictures import TINT_BUTTONS
from bot.texts.settings import ONLY_ADMINISTRATORS_SETTINGS
from bot.visit import Visit, decides
from talks.lexicon.load import Person
from talks.store.developments import development
from talks.store.filters import kept_filter
from talks.store.mutes import mute_story_of, unmute_story_of

MOST_DIGITS = 9
PAGE = re.compile(rf"(?P<offset>[0-9]{{1,{MOST_DIGITS}}})(?P<mark>[:#])(?P<text>.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Reaction:
    """A toast over the chat, an answer in place of the message or below it, other buttons under it."""

    toast: str | None = None
    is_urgent: bool = False
    """The toast has to be closed by hand."""
    replace: Answer | None = None
    below: Answer | None = None
    buttons: Rows | None = None
    file: File | None = None
    picture: Picture | None = None
    is_repainted: bool = False
    """The picture comes in place of the message."""


STALE = Reaction(toast=STALE_BUTTON)
React = Callable[[Desk, Visit, str], Awaitable[Reaction]]


async def react(desk: Desk, visit: Visit, data: str) -> Reaction:
    name, _, rest = data.partition(":")
    reacts = REACTIONS.get(name)
    return await reacts(desk, visit, rest) if reacts else STALE


def _pages(shows: Callable[[Desk, Visit, str, int], Awaitable[Answer | None]]) -> React:
    """Turn the pages of an answer: `OFFSET:TEXT`, or `OFFSET#KEY` where the text is kept."""

    async def turn(desk: Desk, visit: Visit, rest: str) -> Reaction:
        asked = await _page_asked(desk, rest)
        answer = await shows(desk, visit, *asked) if asked else None
        return Reaction(replace=answer) if answer is not None else STALE

    return turn


async def _page_asked(desk: Desk, rest: str) -> tuple[str, int] | None:
    """Of what, and where the page begins."""
    found = PAGE.fullmatch(rest)
    if found is None:
        return None
    text = await desk.read(kept_filter, found["text"]) if found["mark"] == "#" else found["text"]
    return (text, int(found["offset"])) if text is not None else None


def _timeline_picture(tint: Tint, *, is_repainted: bool) -> React:
    async def show(desk: Desk, visit: Visit, rest: str) -> Reaction:
        if (asked := await _page_asked(desk, rest)) is None:
            return STALE
        text, offset = asked
        found = await desk.read(
            timeline_picture, text, lexicon=desk.lexicon, today=visit.today, offset=offset, tint=tint
        )
        return _pictured(found, is_repainted=is_repainted)

    return show


async def _table(desk: Desk, visit: Visit, rest: str) -> Reaction:
    wanted, _, theme = rest.partition(":")
    tint: Tint = "dark" if wanted == "dark" else "light"
    found = await desk.read(positions_picture, theme, lexicon=desk.lexicon, today=visit.today, tint=tint)
    return _pictured(found, is_repainted=wanted in TINT_BUTTONS)


def _pictured(picture: Picture | None, *, is_repainted: bool) -> Reaction:
    return Reaction(picture=picture, is_repainted=is_repainted) if picture else STALE


async def _timeline_page(desk: Desk, visit: Visit, text: str, offset: int) -> Answer:
    return await desk.read(timeline_answer, text, lexicon=desk.lexicon, today=visit.today, offset=offset)


async def _said_page(desk: Desk, visit: Visit, text: str, offset: int) -> Answer | None:
    person_id, _, topic = text.partition(" ")
    person = _person(desk, person_id)
    if person is None:
        return None
    return await desk.read(said_answer, person, topic, lexicon=desk.lexicon, today=visit.today, offset=offset)


async def _found_page(desk: Desk, visit: Visit, text: str, offset: int) -> Answer:
    return await desk.read(search_answer, text, today=visit.today, offset=offset)


async def _positions(desk: Desk, visit: Visit, rest: str) -> Reaction:
    if not any(theme.id == rest for theme in desk.lexicon.themes):
        return STALE
    return Reaction(replace=await desk.read(positions_answer, rest, lexicon=desk.lexicon, today=visit.today))


async def _themes(desk: Desk, visit: Visit, rest: str) -> Reaction:
    return Reaction(replace=await desk.read(positions_answer, "", lexicon=desk.lexicon, today=visit.today))


async def _context(desk: Desk, visit: Visit, rest: str) -> Reaction:
    if (told := _number(rest)) is None:
        return STALE
    return Reaction(below=await desk.read(context_answer, told, lexicon=desk.lexicon, today=visit.today))


async def _why(desk: Desk, visit: Visit, rest: str) -> Reaction:
    told = _number(rest)
    return STALE if told is None else Reaction(below=await desk.read(why_answer, told, chat=visit.chat))


async def _card(desk: Desk, visit: Visit, rest: str) -> Answer | None:
    person = _person(desk, rest)
    return await desk.read(person_answer, person, today=visit.today) if person else None


def _person(desk: Desk, person_id: str) -> Person | None:
    return next((each for each in desk.lexicon.people if each.id == person_id), None)


async def _who(desk: Desk, visit: Visit, rest: str) -> Reaction:
    card = await _card(desk, visit, rest)
    return Reaction(below=card) if card else STALE


async def _pick(desk: Desk, visit: Visit, rest: str) -> Reaction:
    card = await _card(desk, visit, rest)
    return Reaction(replace=card) if card else STALE


async def _mute(desk: Desk, visit: Visit, rest: str) -> Reaction:
    return await _silence(desk, visit, rest, is_muted=True)


async def _unmute(desk: Desk, visit: Visit, rest: str) -> Reaction:
    return await _silence(desk, visit, rest, is_muted=False)


async def _silence(desk: Desk, visit: Visit, rest: str, *, is_muted: bool) -> Reaction:
    number = _number(rest)
    told = await desk.read(development, number) if number is not None else None
    if told is None:
        return STALE
    if not await decides(visit):
        return Reaction(toast=ONLY_ADMINISTRATORS_MUTE, is_urgent=True)
    if is_muted:
        await desk.write(mute_story_of, desk.bot_id, visit.chat.id, told.id, now=desk.now())
    else:
        await desk.write(unmute_story_of, desk.bot_id, visit.chat.id, told.id)
    buttons = alert_buttons(told, lexicon=desk.lexicon, is_muted=is_muted)
    return Reaction(toast=MUTED if is_muted else UNMUTED, buttons=buttons)


async def _settings(desk: Desk, visit: Visit, rest: str) -> Reaction:
    if not await decides(visit):
        return Reaction(toast=ONLY_ADMINISTRATORS_SETTINGS, is_urgent=True)
    answer = await settings_press(desk, visit, rest)
    return STALE if answer is None else Reaction(replace=answer)


async def _run(desk: Desk, visit: Visit, rest: str) -> Reaction:
    """A command as if it were typed; each asks for the rights that it needs."""
    name, _, text = rest.partition(" ")
    handler = handler_of(name)
    return STALE if handler is None else Reaction(below=await handler(desk, visit, text))


async def _latest(desk: Desk, visit: Visit, rest: str) -> Reaction:
    return Reaction(below=await desk.read(latest_answer, today=visit.today))


async def _subscribe(desk: Desk, visit: Visit, rest: str) -> Reaction:
    if not await decides(visit):
        return Reaction(toast=ONLY_ADMINISTRATORS, is_urgent=True)
    return Reaction(below=await subscribe(desk, visit))


async def _principals(desk: Desk, visit: Visit, rest: str) -> Reaction:
    return Reaction(replace=principals_answer(desk.lexicon))


async def _export(desk: Desk, visit: Visit, rest: str) -> Reaction:
    if not await decides(visit):
        return Reaction(toast=ONLY_ADMINISTRATORS_DATA, is_urgent=True)
    file = await export(desk, visit)
    return Reaction(toast=NOTHING_KEPT) if file is None else Reaction(file=file)


async def _erase(desk: Desk, visit: Visit, rest: str) -> Reaction:
    if not await decides(visit):
        return Reaction(toast=ONLY_ADMINISTRATORS_DATA, is_urgent=True)
    return Reaction(replace=erase_question())


async def _erase_now(desk: Desk, visit: Visit, rest: str) -> Reaction:
    if not await decides(visit):
        return Reaction(toast=ONLY_ADMINISTRATORS_DATA, is_urgent=True)
    return Reaction(replace=await erase(desk, visit))


async def _privacy(desk: Desk, visit: Visit, rest: str) -> Reaction:
    return Reaction(replace=privacy_answer())


REACTIONS: Mapping[str, React] = {
    "page": _pages(_timeline_page),
    "image": _timeline_picture("light", is_repainted=False),
    "light": _timeline_picture("light", is_repainted=True),
    "dark": _timeline_picture("dark", is_repainted=True),
    "table": _table,
    "said": _pages(_said_page),
    "found": _pages(_found_page),
    "theme": _positions,
    actions.THEMES: _themes,
    "line": _context,
    "why": _why,
    "mute": _mute,
    "unmute": _unmute,
    "who": _who,
    "pick": _pick,
    "set": _settings,
    "run": _run,
    actions.EXPORT: _export,
    actions.ERASE: _erase,
    actions.ERASE_NOW: _erase_now,
    actions.PRIVACY_AGAIN: _privacy,
    actions.LATEST: _latest,
    actions.SUBSCRIBE: _subscribe,
    actions.PRINCIPALS: _principals,
}


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS else None
