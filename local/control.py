"""The server as a test holds it: people, groups, channels, faults and the journal of calls."""

from __future__ import annotations

from collections import deque
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from typing import Any

from local.chats import add_chat, add_person
from local.faults import Fault, FaultKind
from local.groups import Room, Standing, set_bot
from local.people import User
from local.state import Call, Chat, Person, State


@dataclass(frozen=True)
class LocalServer:
    """A running server: `base_url` and `token` are what a bot needs to talk to it.

    Whatever is done with it is done on its event loop.
    """

    state: State
    base_url: str
    close: Callable[[], Awaitable[None]]

    @property
    def token(self) -> str:
        return self.state.token

    @property
    def base_file_url(self) -> str:
        return self.base_url.removesuffix("/bot") + "/file/bot"

    @property
    def page(self) -> str:
        """The address of the chat in a browser, where it is served."""
        return self.base_url.removesuffix("bot")

    async def stop(self) -> None:
        """End open long polls, webhooks and the listening socket."""
        await self.close()

    @property
    def calls(self) -> deque[Call]:
        """The last calls of the bot, with what they were answered."""
        return self.state.calls

    def user(
        self,
        name: str,
        *,
        username: str | None = None,
        language_code: str | None = "es",
        user_id: int | None = None,
        has_started: bool = False,
    ) -> User:
        """A person; as long as they have not pressed Start, the bot cannot write to them."""
        new_id = next(self.state.user_ids) if user_id is None else user_id
        chat = add_person(self.state, Person(new_id, name, username, language_code))
        chat.is_started = has_started
        return User(self.state, chat)

    def group(
        self,
        title: str,
        *,
        members: Iterable[User] = (),
        is_basic: bool = False,
        is_forum: bool = False,
        username: str | None = None,
        bot: Standing = "member",
    ) -> Room:
        """A new group with the bot in it; the first of `members` created it."""
        chat = add_chat(self.state, "group" if is_basic else "supergroup", title, username=username, is_forum=is_forum)
        self._settle(chat, members, bot)
        return Room(self.state, chat)

    def channel(
        self, title: str, *, owner: User | None = None, username: str | None = None, bot: Standing = "administrator"
    ) -> Room:
        """A new channel with the bot as one of its administrators."""
        chat = add_chat(self.state, "channel", title, username=username)
        self._settle(chat, [owner] if owner else [], bot)
        return Room(self.state, chat)

    def _settle(self, chat: Chat, members: Iterable[User], bot: Standing) -> None:
        for number, user in enumerate(members):
            chat.members[user.id] = "member" if number else "creator"
        if bot != "left":
            set_bot(self.state, chat, bot)

    def fault(self, kind: FaultKind, *, method: str | None = "sendMessage", **details: Any) -> Fault:
        """Let calls fail; `details` are the other fields of Fault."""
        fault = Fault(kind, method, **details)
        self.state.faults.append(fault)
        return fault

    @property
    def faults(self) -> list[Fault]:
        """Those that have not been spent."""
        return self.state.faults

    async def called(self, method: str, count: int = 1, within: float = 20) -> list[Call]:
        """The calls of a method so far, once there are so many.

        Raises TimeoutError.
        """

        def found() -> list[Call]:
            return [call for call in self.calls if call.method.lower() == method.lower()]

        if not await self.state.bell.wait_until(lambda: len(found()) >= count, seconds=within):
            raise TimeoutError(f"{count} calls of {method} expected within {within} s, came {len(found())}")
        return found()
