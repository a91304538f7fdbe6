"""The methods of the Bot API, by their name in lower case: Telegram does not mind the case."""

from __future__ import annotations

from local.methods import media, messages, polling, profile, queries, rooms
from local.methods.method import Method

TABLE: dict[str, Method] = {
    name.lower(): method
    for family in (profile, polling, messages, media, queries, rooms)
    for name, method in family.METHODS.items()
}
