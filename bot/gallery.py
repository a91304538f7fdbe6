"""Pictures in chats: drawn and sent once, after that named by the id that Telegram gave them."""

from __future__ import annotations

from dataclasses import replace

from telegram import InputMediaPhoto, Message, ReplyParameters
from telegram.constants import ParseMode
from telegram.error import BadRequest

from bot.answer import Picture
from bot.desk import Desk
from bot.drawing.sheets import key_of
from bot.outcome import is_not_modified, is_topic_gone, is_uneditable
from bot.speak import Spot, keyboard
from bot.visit import Visit
from talks.store.pictures import keep_picture, kept_picture

FILE_NAME = "tregua.png"


async def hang(desk: Desk, here: Visit, spot: Spot, picture: Picture, *, in_place_of: int | None = None) -> None:
    """Raises TelegramError, or WorkFailed where it cannot be drawn."""
    key = key_of(picture.sheet, picture.tint)
    known = await desk.read(kept_picture, desk.bot_id, key)
    if known is None or not await _is_shown_again(here, spot, picture, known, in_place_of):
        drawn = await desk.draw(picture.sheet, picture.tint)
        sent = await _show(here, spot, picture, drawn, in_place_of)
        if sent is not None and sent.photo:
            await desk.write(keep_picture, desk.bot_id, key, file_id=sent.photo[-1].file_id, now=desk.now())


async def _is_shown_again(here: Visit, spot: Spot, picture: Picture, file_id: str, in_place_of: int | None) -> bool:
    """False where Telegram does not know the file any more, or refuses it for whatever reason."""
    try:
        await _show(here, spot, picture, file_id, in_place_of)
    except BadRequest:
        return False
    return True


async def _show(
    here: Visit, spot: Spot, picture: Picture, photo: bytes | str, in_place_of: int | None
) -> Message | None:
    """The message; None where the picture was there already."""
    try:
        if in_place_of is None:
            return await _send(here, spot, picture, photo)
        return await _repaint(here, spot, picture, photo, in_place_of)
    except BadRequest as error:
        if is_topic_gone(error) and spot.topic_id is not None:
            return await _show(here, replace(spot, topic_id=None), picture, photo, in_place_of)
        if in_place_of is not None and is_uneditable(error):
            return await _send(here, spot, picture, photo)
        if is_not_modified(error):
            return None
        raise


async def _send(here: Visit, spot: Spot, picture: Picture, photo: bytes | str) -> Message:
    reply = ReplyParameters(spot.reply_to, allow_sending_without_reply=True) if spot.reply_to else None
    return await here.bot.send_photo(
        spot.chat_id,
        photo,
        caption=picture.html,
        parse_mode=ParseMode.HTML,
        filename=FILE_NAME,
        message_thread_id=spot.topic_id,
        reply_parameters=reply,
        reply_markup=keyboard(picture.rows),
    )


async def _repaint(here: Visit, spot: Spot, picture: Picture, photo: bytes | str, message_id: int) -> Message | None:
    media = InputMediaPhoto(photo, caption=picture.html, parse_mode=ParseMode.HTML, filename=FILE_NAME)
    edited = await here.bot.edit_message_media(media, spot.chat_id, message_id, reply_markup=keyboard(picture.rows))
    return edited if isinstance(edited, Message) else None
