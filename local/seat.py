"""Who speaks in the terminal, and where: the commands that change it, and what waits unread meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from local.cast import Cast
from local.people import User
from local.state import Chat, Event

SPEAKS = "Habla {name}."
SPEAKS_IN_THE_GROUP = "Habla {name} en «{group}»."
ALL = "{names}. Con «/soy NOMBRE» habla esa persona; si no está, entra."
ADMINISTERS = "{name} administra el grupo."
DOES_NOT_ADMINISTER = "{name} no administra el grupo."
UNREAD = "Sin leer: {names}."


@dataclass
class Seat:
    """`read` is how many events of each chat were shown, `known` how many were at least announced.

    Whatever cannot be done is a ControlError with a sentence for the person.
    """

    cast: Cast
    user: User
    chat: Chat
    read: dict[int, int] = field(default_factory=dict)
    known: dict[int, int] = field(default_factory=dict)
    has_moved: bool = False

    @property
    def chats(self) -> list[Chat]:
        return [*(user.chat for user in self.cast.people), self.cast.room.chat]

    def has_news(self) -> bool:
        return self.has_moved or any(len(chat.events) > self.known.get(chat.id, 0) for chat in self.chats)

    def take_news(self) -> list[Event]:
        """What is to be shown now: all of the open chat, and the answers to what was pressed in the group."""
        events = self._unshown(self.chat)
        if self.chat is not self.user.chat:
            events += [event for event in self._fresh(self.user.chat) if event.kind == "answered"]
        self.read[self.chat.id] = len(self.chat.events)
        self.has_moved = False
        return events

    def _unshown(self, chat: Chat) -> list[Event]:
        """Without what passed while one looked elsewhere and leaves nothing behind."""
        missed = chat.events[self.read.get(chat.id, 0) : self.known.get(chat.id, 0)]
        return [*(event for event in missed if event.message), *self._fresh(chat)]

    def _fresh(self, chat: Chat) -> list[Event]:
        return chat.events[self.known.get(chat.id, 0) :]

    def take_unread(self) -> str | None:
        """Where messages came that are not shown, told once."""
        waiting = [chat for chat in self.chats if chat is not self.chat and self._sent_after(chat, self.known)]
        self.known |= {chat.id: len(chat.events) for chat in self.chats}
        if not waiting:
            return None
        names = (f"{chat.title} ({self._sent_after(chat, self.read)})" for chat in waiting)
        return UNREAD.format(names=", ".join(names))

    def _sent_after(self, chat: Chat, since: dict[int, int]) -> int:
        return sum(event.kind == "sent" for event in chat.events[since.get(chat.id, 0) :])

    def obey(self, typed: str) -> str | None:
        """Change who speaks or where; what there is to tell them, None where that was no command of these."""
        name, _, rest = typed.partition(" ")
        command = COMMANDS.get(name)
        return command(self, " ".join(rest.split())) if command else None

    def become(self, name: str) -> str:
        if not name:
            return ALL.format(names=", ".join(user.chat.title for user in self.cast.people))
        in_group = self.chat is self.cast.room.chat
        self.user = self.cast.named(name) or self.cast.add(name)
        return self.go_to_the_group() if in_group else self.go_private()

    def go_to_the_group(self, _rest: str = "") -> str:
        self._open(self.cast.room.chat)
        return SPEAKS_IN_THE_GROUP.format(name=self.user.chat.title, group=self.chat.title)

    def go_private(self, _rest: str = "") -> str:
        self._open(self.user.chat)
        return SPEAKS.format(name=self.user.chat.title)

    def swap_standing(self, _rest: str = "") -> str:
        was = self.cast.administers(self.user)
        change = self.cast.let_be_a_member if was else self.cast.let_administer
        change(self.user)
        return (DOES_NOT_ADMINISTER if was else ADMINISTERS).format(name=self.user.chat.title)

    def _open(self, chat: Chat) -> None:
        self.chat, self.has_moved = chat, True
        self.cast.state.bell.ring()


COMMANDS: dict[str, Callable[[Seat, str], str]] = {
    "/soy": Seat.become,
    "/grupo": Seat.go_to_the_group,
    "/privado": Seat.go_private,
    "/administra": Seat.swap_standing,
}


def take_seat(cast: Cast) -> Seat:
    """The first of them, in their private chat."""
    first = cast.people[0]
    return Seat(cast, first, first.chat)
