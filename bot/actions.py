"""What a button says when it is pressed: short words, at most 64 bytes, that anybody may forge."""

from __future__ import annotations

import re

from bot.answer import LONGEST_DATA
from bot.drawing.sheets import Tint
from talks.store.filters import filter_key

LATEST = "latest"
SUBSCRIBE = "subscribe"
PRINCIPALS = "principals"
THEMES = "themes"
EXPORT, ERASE, ERASE_NOW, PRIVACY_AGAIN = "export", "erase", "erase-now", "privacy"
_KEPT = re.compile(r"\w+:-?\d+#")


def paged(name: str, text: str, offset: int) -> str:
    """A page of an answer in place of the one shown; a long question is named by its key."""
    data = f"{name}:{offset}:{text}"
    return data if len(data.encode("utf-8", "replace")) <= LONGEST_DATA else f"{name}:{offset}#{filter_key(text)}"


def is_kept(data: str) -> bool:
    return _KEPT.match(data) is not None


def page(text: str, offset: int) -> str:
    """Of the chronology."""
    return paged("page", text, offset)


def drawn(text: str, offset: int, tint: Tint | None = None) -> str:
    """A page of the chronology as a picture below the message; with a tint, in place of the picture shown."""
    return paged(tint or "image", text, offset)


def tabled(theme_id: str, tint: Tint | None = None) -> str:
    """What each side said on a theme, or on all, as a picture; with a tint, in place of the picture shown."""
    return f"table:{tint or 'image'}:{theme_id}"


def said(person_id: str, topic: str, offset: int) -> str:
    """What somebody said."""
    return paged("said", f"{person_id} {topic}".strip(), offset)


def found(text: str, offset: int) -> str:
    """What a search found."""
    return paged("found", text, offset)


def positions_on(theme_id: str) -> str:
    return f"theme:{theme_id}"


def run(command: str, text: str) -> str | None:
    """A command with its words, as if it were typed; None where that does not fit in a button."""
    data = f"run:{command} {text}"
    return data if len(data.encode("utf-8", "replace")) <= LONGEST_DATA else None


def setting(name: str = "", value: str = "") -> str:
    """A screen of the settings, or one change of them."""
    return f"set:{name}:{value}" if value else f"set:{name}"


def timeline_of(development_id: int) -> str:
    return f"line:{development_id}"


def why(development_id: int) -> str:
    return f"why:{development_id}"


def mute(development_id: int) -> str:
    return f"mute:{development_id}"


def unmute(development_id: int) -> str:
    return f"unmute:{development_id}"


def who(person_id: str) -> str:
    """A card below the message."""
    return f"who:{person_id}"


def pick(person_id: str) -> str:
    """A card in place of the question."""
    return f"pick:{person_id}"
