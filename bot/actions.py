"""What a button says when it is pressed: short words, at most 64 bytes, that anybody may forge."""

from __future__ import annotations

from bot.answer import LONGEST_DATA
from talks.store.filters import filter_key

LATEST = "latest"
SUBSCRIBE = "subscribe"
PRINCIPALS = "principals"


def page(text: str, offset: int) -> str:
    """A page of the chronology in place of the one shown; a long filter is named by its key."""
    data = f"page:{offset}:{text}"
    return data if len(data.encode("utf-8", "replace")) <= LONGEST_DATA else f"kept:{offset}:{filter_key(text)}"


def is_kept(data: str) -> bool:
    return data.startswith("kept:")


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
