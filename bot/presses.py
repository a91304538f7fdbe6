"""What follows the press of a button. Data may be old or forged: whatever makes no sense gets no reaction."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from bot import actions
from bot.answer import Answer, Rows
from bot.answers.news import context_answer, latest_answer, why_answer
from bot.answers.people import person_answer
from bot.answers.principals import principals_answer
from bot.answers.timeline import timeline_answer
from bot.commands.start import subscribe
from bot.desk import Desk
from bot.sender import alert_buttons
from bot.texts import MUTED, ONLY_ADMINISTRATORS, ONLY_ADMINISTRATORS_MUTE, STALE_BUTTON, UNMUTED
from bot.visit import Visit, decides
from talks.store.developments import development
from talks.store.filters import kept_filter
from talks.store.mutes import mute_story, unmute_story

MOST_DIGITS = 9


@dataclass(frozen=True, slots=True)
class Reaction:
    """A toast over the chat, an answer in place of the message or below it, other buttons under it."""

    toast: str | None = None
    is_urgent: bool = False
    """The toast has to be closed by hand."""
    replace: Answer | None = None
    below: Answer | None = None
    buttons: Rows | None = None


STALE = Reaction(toast=STALE_BUTTON)
React = Callable[[Desk, Visit, str], Awaitable[Reaction]]


async def react(desk: Desk, visit: Visit, data: str) -> Reaction:
    name, _, rest = data.partition(":")
    reacts = REACTIONS.get(name)
    return await reacts(desk, visit, rest) if reacts else STALE


async def _page(desk: Desk, visit: Visit, rest: str) -> Reaction:
    offset, _, text = rest.partition(":")
    if (first := _number(offset)) is None:
        return STALE
    answer = await desk.read(timeline_answer, text, lexicon=desk.lexicon, today=visit.today, offset=first)
    return Reaction(replace=answer)


async def _kept_page(desk: Desk, visit: Visit, rest: str) -> Reaction:
    offset, _, key = rest.partition(":")
    text = await desk.read(kept_filter, key)
    return await _page(desk, visit, f"{offset}:{text}") if text is not None else STALE


async def _context(desk: Desk, visit: Visit, rest: str) -> Reaction:
    if (told := _number(rest)) is None:
        return STALE
    return Reaction(below=await desk.read(context_answer, told, lexicon=desk.lexicon, today=visit.today))


async def _why(desk: Desk, visit: Visit, rest: str) -> Reaction:
    told = _number(rest)
    return STALE if told is None else Reaction(below=await desk.read(why_answer, told))


async def _card(desk: Desk, visit: Visit, rest: str) -> Answer | None:
    person = next((each for each in desk.lexicon.people if each.id == rest), None)
    return await desk.read(person_answer, person, today=visit.today) if person else None


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
    story = told.intent.story_id
    if is_muted:
        await desk.write(mute_story, desk.bot_id, visit.chat.id, story_id=story, now=desk.now())
    else:
        await desk.write(unmute_story, desk.bot_id, visit.chat.id, story_id=story)
    buttons = alert_buttons(told, lexicon=desk.lexicon, is_muted=is_muted)
    return Reaction(toast=MUTED if is_muted else UNMUTED, buttons=buttons)


async def _latest(desk: Desk, visit: Visit, rest: str) -> Reaction:
    return Reaction(below=await desk.read(latest_answer, today=visit.today))


async def _subscribe(desk: Desk, visit: Visit, rest: str) -> Reaction:
    if not await decides(visit):
        return Reaction(toast=ONLY_ADMINISTRATORS, is_urgent=True)
    return Reaction(below=await subscribe(desk, visit))


async def _principals(desk: Desk, visit: Visit, rest: str) -> Reaction:
    return Reaction(replace=principals_answer(desk.lexicon))


REACTIONS: Mapping[str, React] = {
    "page": _page,
    "kept": _kept_page,
    "line": _context,
    "why": _why,
    "mute": _mute,
    "unmute": _unmute,
    "who": _who,
    "pick": _pick,
    actions.LATEST: _latest,
    actions.SUBSCRIBE: _subscribe,
    actions.PRINCIPALS: _principals,
}


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS else None
