"""/ajustes, /pausa, /seguir and /dejar: what a chat wants to hear of, and when."""

from __future__ import annotations

from dataclasses import replace
from zoneinfo import ZoneInfo, available_timezones

from bot.actions import setting
from bot.answer import Answer, Button
from bot.answers.people import likely, which_one
from bot.answers.positions import theme_named
from bot.answers.settings import name_of, pause_screen, settings_answer
from bot.dates import moment
from bot.desk import Desk
from bot.markup import clean, safe
from bot.spans import end_of_pause
from bot.texts import settings as texts
from bot.visit import Visit, decides
from talks.folding import fold
from talks.reading.names import certain_person, find_person
from talks.store.chats import save_chat
from talks.store.wishes import follow_key, save_timezone, save_wishes, unfollow_key, wishes_of
from talks.types.wishes import Wishes, person_key, theme_key

ASKED = 60
ENDS = ("no", "fin", "ya", "reanudar", "quitar", "parar")


async def ajustes(desk: Desk, visit: Visit, text: str) -> Answer:
    if not await decides(visit):
        return Answer(texts.ONLY_ADMINISTRATORS_SETTINGS)
    word, _, rest = clean(text).partition(" ")
    if fold(word) == "zona":
        return await _zone(desk, visit, rest)
    return await desk.read(settings_answer, visit.chat, lexicon=desk.lexicon, now=desk.now())


async def _zone(desk: Desk, visit: Visit, asked: str) -> Answer:
    wanted = fold(asked).replace(" ", "_")
    zone = next((zone for zone in available_timezones() if wanted in (fold(zone), fold(zone.rpartition("/")[2]))), None)
    if zone is None or not wanted:
        return Answer(texts.ZONE_HINT)
    await remember(desk, visit)
    await desk.write(save_timezone, desk.bot_id, visit.chat.id, zone)
    chat = replace(visit.chat, timezone=zone)
    return await desk.read(settings_answer, chat, lexicon=desk.lexicon, now=desk.now())


async def pausa(desk: Desk, visit: Visit, text: str) -> Answer:
    if not await decides(visit):
        return Answer(texts.ONLY_ADMINISTRATORS_SETTINGS)
    if not visit.chat.is_subscribed:
        return Answer(texts.SUBSCRIBE_FIRST)
    wishes = await desk.read(wishes_of, desk.bot_id, visit.chat.id)
    asked = clean(text)
    if not asked:
        return await desk.read(pause_screen, visit.chat, wishes, desk.lexicon)
    if fold(asked) in ENDS:
        return await resume(desk, visit, wishes)
    return await pause(desk, visit, wishes, asked)


async def pause(desk: Desk, visit: Visit, wishes: Wishes, asked: str) -> Answer:
    local = desk.now().astimezone(ZoneInfo(visit.chat.timezone))
    until = end_of_pause(asked, now=local)
    if until is None:
        return Answer(texts.PAUSE_HINT)
    await desk.write(save_wishes, desk.bot_id, visit.chat.id, replace(wishes, paused_until=until))
    shown = texts.paused_until(moment(until, today=local.date()))
    return Answer(f"{shown} {texts.PAUSE_NOTE}", ((Button(texts.RESUME_BUTTON, setting("resume")),),))


async def resume(desk: Desk, visit: Visit, wishes: Wishes) -> Answer:
    is_paused = wishes.paused_until is not None and wishes.paused_until > desk.now()
    await desk.write(save_wishes, desk.bot_id, visit.chat.id, replace(wishes, paused_until=None))
    return Answer(texts.RESUMED if is_paused else texts.NOT_PAUSED)


async def seguir(desk: Desk, visit: Visit, text: str) -> Answer:
    found = await _matter(desk, visit, text, texts.FOLLOW_HINT)
    if isinstance(found, Answer):
        return found
    return await follow(desk, visit, found)


async def follow(desk: Desk, visit: Visit, key: str) -> Answer:
    await remember(desk, visit)
    wishes = await desk.read(wishes_of, desk.bot_id, visit.chat.id)
    name = safe(name_of(key, desk.lexicon), ASKED)
    if key in wishes.follows:
        return Answer(texts.already_following(name))
    await desk.write(follow_key, desk.bot_id, visit.chat.id, key, now=desk.now())
    if not visit.chat.is_subscribed:
        return Answer(f"{texts.now_following(name)} {texts.SUBSCRIBE_FIRST}")
    only = (Button(texts.ONLY_FOLLOWED_BUTTON, setting("mode", "followed")), Button(texts.SETTINGS_BUTTON, setting()))
    note = f" {texts.following_all()}" if wishes.mode == "all" else ""
    return Answer(f"{texts.now_following(name)}{note}", (only if wishes.mode == "all" else only[1:],))


async def dejar(desk: Desk, visit: Visit, text: str) -> Answer:
    found = await _matter(desk, visit, text, texts.UNFOLLOW_HINT)
    if isinstance(found, Answer):
        return found
    was_followed = await desk.write(unfollow_key, desk.bot_id, visit.chat.id, found)
    name = safe(name_of(found, desk.lexicon), ASKED)
    return Answer(texts.no_longer_following(name) if was_followed else texts.was_not_following(name))


async def _matter(desk: Desk, visit: Visit, text: str, hint: str) -> str | Answer:
    """The key of a person or a theme, or what is said instead."""
    if not await decides(visit):
        return Answer(texts.ONLY_ADMINISTRATORS_SETTINGS)
    asked = clean(text)
    if not asked:
        return Answer(hint)
    matches = likely(find_person(asked, desk.lexicon))
    theme = None if matches and matches[0].why != "spelling" else theme_named(asked, desk.lexicon)
    if theme is not None:
        return theme_key(theme.id)
    person = certain_person(matches)
    if person is not None:
        return person_key(person.name)
    if matches:
        return which_one([each.person for each in matches], data=lambda one: setting("follow", f"person:{one.id}"))
    return Answer(f"{texts.unknown_matter(safe(asked, ASKED))}\n\n{hint}")


async def remember(desk: Desk, visit: Visit) -> None:
    """A chat that only looked so far is known from now on."""
    if visit.stored is None:
        await desk.write(save_chat, visit.chat, now=desk.now())
