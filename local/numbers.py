"""Which number presses which button: an alert that comes in meanwhile must not change what a number means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from local.state import Chat, Message


@dataclass
class Numbers:
    """They go on from message to message; an edited message keeps its own unless it has more buttons than before."""

    places: list[tuple[int, int, int]] = field(default_factory=list)
    blocks: dict[tuple[int, int], range] = field(default_factory=dict)

    def first_of(self, message: Message) -> int:
        """The number of the first button of the message as it is now."""
        key = message.chat_id, message.message_id
        block = self.blocks.get(key, range(0))
        count = len(message.buttons)
        if count > len(block):
            start = len(self.places) + 1
            self.places += [(*key, position) for position in range(count)]
            block = self.blocks[key] = range(start, start + count)
        return block.start

    def has(self, number: int) -> bool:
        return 0 < number <= len(self.places)

    def find(self, number: int, chats: Mapping[int, Chat]) -> tuple[Message, int] | None:
        """The message and the position in it of a button that has this number; None where it is gone."""
        chat_id, message_id, position = self.places[number - 1]
        message = chats[chat_id].messages.get(message_id)
        return (message, position) if message and position < len(message.buttons) else None
