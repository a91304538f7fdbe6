"""/start and /stop: whether a chat receives alerts, and in which topic."""

from __future__ import annotations

from dataclasses import replace

from bot.actions import LATEST, SUBSCRIBE, page
from bot.answer import Answer, Button, rows_of
from bot.answers.news import alert_answer
from bot.answers.people import person_answer
from bot.answers.settings import mode_buttons
from bot.answers.timeline import timeline_answer
from bot.desk import Desk
from bot.texts.alerts import LATEST_BUTTON, SUBSCRIBE_BUTTON, TIMELINE_BUTTON
from bot.texts.chat import (
    ALREADY_SUBSCRIBED,
    MOVED_TO_TOPIC,
    NO_BACKLOG,
    ONLY_ADMINISTRATORS,
    SUBSCRIBED,
    UNSUBSCRIBED,
    WAS_NOT_SUBSCRIBED,
    WHERE_TO_LOOK,
)
from bot.visit import Visit, decides
from talks.store.chats import save_chat, unsubscribe_chat
from talks.types import Chat, Wishes

MOST_DIGITS = 9
FIRST_STEPS = (
    *rows_of(mode_buttons(Wishes(), ("all", "important", "followed", "digest")), width=2),
    (Button(LATEST_BUTTON, LATEST), Button(TIMELINE_BUTTON, page("", 0))),
)
"""Everything at once is the choice of whoever presses nothing."""


async def start(desk: Desk, visit: Visit, text: str) -> Answer:
    """Subscribe the chat; a deep link (`quien-peskov`, `timeline-miami`, `alerta-12`) is answered first."""
    if text and visit.is_private:
        linked = await _linked(desk, visit, text)
        if linked is not None:
            return linked
    if not await decides(visit):
        return Answer(ONLY_ADMINISTRATORS)
    return await subscribe(desk, visit)


async def subscribe(desk: Desk, visit: Visit) -> Answer:
    chat = replace(visit.chat, is_subscribed=True)
    await desk.write(save_chat, chat, now=desk.now())
    return _confirmed(visit.stored, chat)


def _confirmed(before: Chat | None, now: Chat) -> Answer:
    if before is not None and before.is_subscribed:
        return Answer(ALREADY_SUBSCRIBED if before.topic_id == now.topic_id else MOVED_TO_TOPIC)
    where = "topic" if now.topic_id is not None else "group" if now.kind == "supergroup" else now.kind
    if where == "channel":
        return Answer(f"{SUBSCRIBED[where]}\n\n{NO_BACKLOG}")
    return Answer(f"{SUBSCRIBED[where]}\n\n{NO_BACKLOG}\n\n{WHERE_TO_LOOK}", FIRST_STEPS)


async def _linked(desk: Desk, visit: Visit, payload: str) -> Answer | None:
    kind, _, rest = payload.partition("-")
    if kind == "timeline":
        found = await desk.read(timeline_answer, rest.replace("-", " "), lexicon=desk.lexicon, today=visit.today)
        return _offering(found, visit)
    if kind == "alerta" and rest.isascii() and rest.isdigit() and len(rest) <= MOST_DIGITS:
        return await desk.read(alert_answer, int(rest), lexicon=desk.lexicon, today=visit.today)
    person = next((each for each in desk.lexicon.people if each.id == rest), None) if kind == "quien" else None
    if person is None:
        return None
    return _offering(await desk.read(person_answer, person, today=visit.today), visit)


def _offering(answer: Answer, visit: Visit) -> Answer:
    """With a button to subscribe, for whoever came by a link and has not."""
    if visit.chat.is_subscribed:
        return answer
    return replace(answer, rows=(*answer.rows, (Button(SUBSCRIBE_BUTTON, SUBSCRIBE),)))


async def stop(desk: Desk, visit: Visit, text: str) -> Answer:
    if not await decides(visit):
        return Answer(ONLY_ADMINISTRATORS)
    was_subscribed = await desk.write(unsubscribe_chat, desk.bot_id, visit.chat.id)
    return Answer(UNSUBSCRIBED if was_subscribed else WAS_NOT_SUBSCRIBED)
