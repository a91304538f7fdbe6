"""The settings of a chat as one message: what they are, and the screens its buttons open in its place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.actions import SUBSCRIBE, setting
from bot.answer import LONGEST_DATA, Answer, Button, Rows, rows_of
from bot.dates import clock, moment
from bot.markup import bold, safe, shorten
from bot.texts import settings as texts
from bot.texts.alerts import SUBSCRIBE_BUTTON
from talks.lexicon.load import Lexicon
from talks.store.connection import Store
from talks.store.mutes import muted_stories
from talks.store.wishes import wishes_of
from talks.types import Chat, Mode, Wishes

NAME, HEADLINE, MOST_FOLLOWS, MOST_MUTED = 60, 50, 12, 8
BACK: Rows = ((Button(texts.BACK_BUTTON, setting()),),)
Screen = Callable[[Store, Chat, Wishes, Lexicon], Answer]


def settings_answer(store: Store, chat: Chat, *, lexicon: Lexicon, now: datetime) -> Answer:
    wishes, local = wishes_of(store, chat.bot_id, chat.id), now.astimezone(ZoneInfo(chat.timezone))
    if not chat.is_subscribed:
        return Answer(
            f"{bold(texts.SETTINGS_TITLE)}\n\n{texts.NOT_SUBSCRIBED_HERE}", ((Button(SUBSCRIBE_BUTTON, SUBSCRIBE),),)
        )
    muted = len(muted_stories(store, chat.bot_id, chat.id))
    lines = [
        bold(texts.SETTINGS_TITLE),
        "",
        *_lines(wishes, lexicon),
        *([f"{texts.MUTED_LABEL} {muted}"] if muted else []),
    ]
    lines.append(f"{texts.ZONE_LABEL} {clock(local)} ({safe(zone_name(chat.timezone), NAME)})")
    is_paused = wishes.paused_until is not None and wishes.paused_until > now
    if wishes.paused_until is not None and is_paused:
        until = moment(wishes.paused_until.astimezone(local.tzinfo), today=local.date())
        lines += ["", f"<i>{texts.paused_until(until)}</i>"]
    return Answer("\n".join(lines), _buttons(wishes, is_paused=is_paused, has_muted=bool(muted)))


def _lines(wishes: Wishes, lexicon: Lexicon) -> list[str]:
    lines = [f"{texts.MODE_LABEL} {texts.MODE_NOTES[wishes.mode]}"]
    if wishes.mode == "digest":
        lines.append(f"{texts.DIGEST_LABEL} {texts.digest_at(wishes.digest_hour, wishes.digest_weekday)}")
    lines.append(f"{texts.QUIET_LABEL} {_quiet(wishes)}")
    names = ", ".join(safe(name_of(key, lexicon), NAME) for key in wishes.follows[:MOST_FOLLOWS])
    lines.append(f"{texts.FOLLOWS_LABEL} {names or texts.NOBODY_FOLLOWED}")
    return lines


def _quiet(wishes: Wishes) -> str:
    if wishes.quiet_from is None or wishes.quiet_until is None or not wishes.has_quiet_hours:
        return texts.NO_QUIET_HOURS
    return texts.quiet_between(wishes.quiet_from, wishes.quiet_until)


def zone_name(zone: str) -> str:
    """«Madrid», «America/Lima»."""
    return next((name for name, key in texts.ZONES if key == zone), zone)


def name_of(key: str, lexicon: Lexicon) -> str:
    """«Dmitri Peskov», «Territorio»."""
    kind, _, rest = key.partition(":")
    return next((theme.name for theme in lexicon.themes if kind == "theme" and theme.id == rest), rest)


def mode_buttons(wishes: Wishes, modes: tuple[Mode, ...] = ("all", "important", "followed", "digest")) -> list[Button]:
    return [
        Button(texts.picked(texts.MODES[mode], is_chosen=mode == wishes.mode), setting("mode", mode)) for mode in modes
    ]


def _buttons(wishes: Wishes, *, is_paused: bool, has_muted: bool) -> Rows:
    pause = (
        Button(texts.RESUME_BUTTON, setting("resume")) if is_paused else Button(texts.PAUSE_BUTTON, setting("pause"))
    )
    others = [
        *([Button(texts.DIGEST_BUTTON, setting("digest"))] if wishes.mode == "digest" else []),
        Button(texts.QUIET_BUTTON, setting("quiet")),
        Button(texts.ZONE_BUTTON, setting("zone")),
        Button(texts.FOLLOWS_BUTTON, setting("follows")),
        *([Button(texts.MUTED_BUTTON, setting("muted"))] if has_muted else []),
        pause,
    ]
    return (*rows_of(mode_buttons(wishes), width=2), *rows_of(others, width=2))


def _digest_screen(store: Store, chat: Chat, wishes: Wishes, lexicon: Lexicon) -> Answer:
    hours = [_pick(f"{hour}:00", setting("hour", str(hour)), hour == wishes.digest_hour) for hour in texts.HOURS]
    daily = _pick(texts.DAILY_BUTTON, setting("week", "no"), wishes.digest_weekday is None)
    days = [
        _pick(name, setting("week", str(number)), number == wishes.digest_weekday)
        for number, name in enumerate(texts.WEEKDAYS)
    ]
    return Answer(texts.DIGEST_QUESTION, (*rows_of(hours, width=4), *rows_of([daily, *days], width=4), *BACK))


def _quiet_screen(store: Store, chat: Chat, wishes: Wishes, lexicon: Lexicon) -> Answer:
    chosen = (wishes.quiet_from, wishes.quiet_until)
    spans = [
        _pick(f"{first}:00–{last}:00", setting("quiet", f"{first}-{last}"), (first, last) == chosen)
        for first, last in texts.QUIETS
    ]
    none = _pick(texts.NO_QUIET_BUTTON, setting("quiet", "no"), not wishes.has_quiet_hours)
    return Answer(texts.QUIET_QUESTION, (*rows_of(spans, width=2), (none,), *BACK))


def _zone_screen(store: Store, chat: Chat, wishes: Wishes, lexicon: Lexicon) -> Answer:
    zones = [_pick(name, setting("zone", key), key == chat.timezone) for name, key in texts.ZONES]
    return Answer(texts.ZONE_QUESTION, (*rows_of(zones, width=2), *BACK))


def _follows_screen(store: Store, chat: Chat, wishes: Wishes, lexicon: Lexicon) -> Answer:
    keys = [key for key in wishes.follows if len(setting("unfollow", key).encode()) <= LONGEST_DATA]
    buttons = [Button(f"✕ {name_of(key, lexicon)}", setting("unfollow", key)) for key in keys[:MOST_FOLLOWS]]
    themes = [
        Button(f"+ {theme.name}", setting("follow", f"theme:{theme.id}"))
        for theme in lexicon.themes
        if f"theme:{theme.id}" not in wishes.follows
    ]
    return Answer(texts.FOLLOWS_QUESTION, (*rows_of(buttons, width=2), *rows_of(themes, width=2), *BACK))


def _muted_screen(store: Store, chat: Chat, wishes: Wishes, lexicon: Lexicon) -> Answer:
    muted = muted_stories(store, chat.bot_id, chat.id)
    buttons = [
        Button(f"✕ {shorten(headline, HEADLINE)}", setting("unmute", story))
        for story, headline in muted[:MOST_MUTED]
        if len(setting("unmute", story).encode()) <= LONGEST_DATA
    ]
    return Answer(texts.MUTED_QUESTION if buttons else texts.NOTHING_MUTED, (*rows_of(buttons, width=1), *BACK))


def pause_screen(store: Store, chat: Chat, wishes: Wishes, lexicon: Lexicon) -> Answer:
    buttons = [Button(name, setting("pause", span)) for name, span in texts.PAUSES]
    return Answer(texts.PAUSE_QUESTION, (*rows_of(buttons, width=2), *BACK))


def _pick(label: str, data: str, is_chosen: bool) -> Button:
    return Button(texts.picked(label, is_chosen=is_chosen), data)


SCREENS: Mapping[str, Screen] = {
    "digest": _digest_screen,
    "quiet": _quiet_screen,
    "zone": _zone_screen,
    "follows": _follows_screen,
    "muted": _muted_screen,
    "pause": pause_screen,
}


def screen_answer(store: Store, name: str, *, chat: Chat, lexicon: Lexicon) -> Answer | None:
    screen = SCREENS.get(name)
    return screen(store, chat, wishes_of(store, chat.bot_id, chat.id), lexicon) if screen else None
