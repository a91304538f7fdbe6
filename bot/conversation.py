"""From an update to its answer: commands, words, presses, and what happens to the bot in a chat."""

from __future__ import annotations

import asyncio
import re
from typing import Any

import structlog
from telegram import CallbackQuery, Chat, ChatMember, Message, Update
from telegram.error import BadRequest, TelegramError
from telegram.ext import CallbackContext, ExtBot

from bot.actions import is_kept
from bot.answer import Answer, Picture
from bot.answers.help import suggestion_answer
from bot.commands import handler_of
from bot.commands.ask import plain_words
from bot.commands.care import File
from bot.desk import Desk
from bot.gallery import hang
from bot.markup import clean
from bot.outcome import delivery_error
from bot.presses import Reaction, react
from bot.speak import Spot, change_buttons, rewrite, speak
from bot.texts.chat import BUTTON_FAILED, GREETING, STALE_BUTTON
from bot.texts.menu import SHORT_HELP
from bot.texts.pictures import NO_PICTURE, PICTURE_REFUSED
from bot.visit import Visit, topic_of, visit, visit_by
from jobs.workers import WorkFailed
from talks.errors import ChatGone, ChatMoved, NotSent
from talks.folding import fold
from talks.store.chats import leave_chat, move_chat, return_chat
from talks.store.filters import filter_key, keep_filter

log = structlog.get_logger()

Context = CallbackContext[Any, Any, Any, Any]
COMMAND = re.compile(r"/(?P<name>\w+)(?:@(?P<bot>\w+))?(?:\s+(?P<text>.*))?\s*", re.DOTALL)
ABSENT = (ChatMember.LEFT, ChatMember.BANNED)
RETRY_SECONDS = (0.5, 2.0)


async def on_command(desk: Desk, update: Update, context: Context) -> None:
    message = update.effective_message
    found = COMMAND.fullmatch(message.text or "") if message else None
    if message is None or found is None or _is_for_another(found["bot"], context.bot):
        return
    name = fold(found["name"])
    here = await visit_by(desk, context.bot, message)
    handler = handler_of(name, is_admin=here.user_id in desk.admins)
    text = (found["text"] or "").strip()
    if handler is not None:
        await reply(desk, here, await handler(desk, here, text))
    elif here.is_private or found["bot"]:
        await reply(desk, here, suggestion_answer(name, clean(text)))


def _is_for_another(name: str | None, bot: ExtBot[Any]) -> bool:
    return name is not None and name.lower() != bot.username.lower()


async def on_words(desk: Desk, update: Update, context: Context) -> None:
    """Words are taken for a question. In a group only those meant for the bot, and silence where they are not clear."""
    message = update.effective_message
    if message is None:
        return
    here = await visit_by(desk, context.bot, message)
    text = _without_mention(message.text or "", context.bot)
    if not here.is_private and not _is_meant_for(message, context.bot):
        return
    answer = await plain_words(desk, here, text) if text else None
    if answer is not None:
        await reply(desk, here, answer)
    elif here.is_private:
        await reply(desk, here, Answer(SHORT_HELP))


def _without_mention(text: str, bot: ExtBot[Any]) -> str:
    return re.sub(rf"@{bot.username}\b", "", text, flags=re.IGNORECASE).strip()


def _is_meant_for(message: Message, bot: ExtBot[Any]) -> bool:
    """An answer to the bot, or a mention of it."""
    answered = message.reply_to_message.from_user if message.reply_to_message else None
    return (answered is not None and answered.id == bot.id) or f"@{bot.username}".lower() in (
        message.text or ""
    ).lower()


async def on_press(desk: Desk, update: Update, context: Context) -> None:
    """A query is answered exactly once, also where what follows fails."""
    query = update.callback_query
    if query is None:
        return
    here = await _visit_by_press(desk, query, context.bot)
    reaction = Reaction(toast=BUTTON_FAILED)
    try:
        reaction = await react(desk, here, query.data or "") if here else Reaction(toast=STALE_BUTTON)
    finally:
        await _answer_query(query, reaction)
    if here is not None:
        await _show(desk, here, reaction)


async def _visit_by_press(desk: Desk, query: CallbackQuery, bot: ExtBot[Any]) -> Visit | None:
    """Nowhere, where the message is too old for Telegram to say which it was."""
    message = query.message
    if message is None:
        return None
    topic = topic_of(message) if isinstance(message, Message) else None
    return await visit(
        desk, bot, message.chat, topic_id=topic, user_id=query.from_user.id, message_id=message.message_id
    )


async def _answer_query(query: CallbackQuery, reaction: Reaction) -> None:
    try:
        await query.answer(reaction.toast, show_alert=reaction.is_urgent or None)
    except TelegramError as error:
        log.info("press not answered", error=str(error))


async def _show(desk: Desk, here: Visit, reaction: Reaction) -> None:
    spot, message_id = Spot(here.chat.id, here.chat.topic_id), here.message_id or 0
    try:
        if reaction.replace is not None:
            await _keep(desk, reaction.replace)
            await rewrite(here.bot, spot, message_id, reaction.replace)
        if reaction.buttons is not None:
            await change_buttons(here.bot, here.chat.id, message_id, reaction.buttons)
    except TelegramError as error:
        await _note_failure(desk, here, error)
    if reaction.below is not None:
        await reply(desk, here, reaction.below)
    if reaction.file is not None:
        await _send_file(desk, here, reaction.file)
    if reaction.picture is not None:
        await _show_picture(desk, here, reaction.picture, in_place_of=message_id if reaction.is_repainted else None)


async def _show_picture(desk: Desk, here: Visit, picture: Picture, *, in_place_of: int | None) -> None:
    """In a group that forbids pictures, or where it cannot be drawn, a sentence says so."""
    await _keep(desk, picture)
    try:
        await hang(desk, here, _spot_below(here), picture, in_place_of=in_place_of)
    except WorkFailed as error:
        log.warning("picture not drawn", error=str(error))
        await reply(desk, here, Answer(NO_PICTURE))
    except TelegramError as error:
        await _note_failure(desk, here, error)
        if isinstance(error, BadRequest):
            await reply(desk, here, Answer(PICTURE_REFUSED))


async def _send_file(desk: Desk, here: Visit, file: File) -> None:
    try:
        await here.bot.send_document(
            here.chat.id, file.content, filename=file.name, message_thread_id=here.chat.topic_id
        )
    except TelegramError as error:
        await _note_failure(desk, here, error)


async def reply(desk: Desk, here: Visit, answer: Answer) -> None:
    """Say it where it was asked; in a group, under the question. A failure is noted, not raised."""
    spot = _spot_below(here)
    await _keep(desk, answer)
    for seconds in (*RETRY_SECONDS, None):
        try:
            await speak(here.bot, spot, answer)
        except TelegramError as error:
            if seconds is None or not isinstance(delivery_error(error), NotSent):
                await _note_failure(desk, here, error)
                return
            await asyncio.sleep(seconds)
        else:
            return


def _spot_below(here: Visit) -> Spot:
    reply_to = None if here.is_private or here.chat.kind == "channel" else here.message_id
    return Spot(here.chat.id, here.chat.topic_id, reply_to)


async def _keep(desk: Desk, answer: Answer | Picture) -> None:
    """Remember the questions that the buttons of the answer name by their key only."""
    named = [button.data for row in answer.rows for button in row if is_kept(button.data)]
    for text in set(answer.long_filters):
        if any(data.endswith(f"#{filter_key(text)}") for data in named):
            await desk.write(keep_filter, text, now=desk.now())


async def _note_failure(desk: Desk, here: Visit, error: TelegramError) -> None:
    outcome = delivery_error(error)
    log.info("reply not delivered", cause=type(outcome).__name__, error=str(error))
    if isinstance(outcome, ChatGone) and outcome.is_certain:
        await desk.write(leave_chat, desk.bot_id, here.chat.id)
    elif isinstance(outcome, ChatMoved):
        await desk.write(move_chat, desk.bot_id, here.chat.id, outcome.new_id)


async def on_migration(desk: Desk, update: Update, context: Context) -> None:
    """A basic group became a supergroup: told once in each of the two."""
    message = update.effective_message
    if message is None:
        return
    if message.migrate_to_chat_id:
        await desk.write(move_chat, desk.bot_id, message.chat.id, message.migrate_to_chat_id)
    elif message.migrate_from_chat_id:
        await desk.write(move_chat, desk.bot_id, message.migrate_from_chat_id, message.chat.id)


async def on_membership(desk: Desk, update: Update, context: Context) -> None:
    """Expelled or blocked: nothing more is sent there. Let into a group: a greeting, or all as it was before.

    Who unblocks the bot presses Start, and is asked nothing here.
    """
    change = update.my_chat_member
    if change is None:
        return
    if change.new_chat_member.status in ABSENT:
        await desk.write(leave_chat, desk.bot_id, change.chat.id)
    elif change.chat.type != "private":
        was_absent = change.old_chat_member.status in ABSENT
        if not await desk.write(return_chat, desk.bot_id, change.chat.id) and was_absent:
            await _greet_group(context.bot, change.chat)


async def _greet_group(bot: ExtBot[Any], chat: Chat) -> None:
    if chat.type != "channel":
        await _greet(bot, chat.id)


async def _greet(bot: ExtBot[Any], chat_id: int) -> None:
    try:
        await speak(bot, Spot(chat_id), Answer(GREETING))
    except TelegramError as error:
        log.info("greeting not delivered", error=str(error))
