"""What the server remembers: people, chats, messages, queries, files and the updates not yet fetched.

Everything lives in memory and is touched from one event loop only.
"""

from __future__ import annotations

import asyncio
import itertools
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from local.entities import Entity
from local.faults import Fault
from local.shapes import Json

ChatType = Literal["private", "group", "supergroup", "channel"]
EventKind = Literal["sent", "edited", "deleted", "answered", "typing"]


class Bell:
    """Wakes everybody who waits for a change; plain functions on the loop can ring it."""

    def __init__(self) -> None:
        self._next = asyncio.Event()

    def ring(self) -> None:
        self._next.set()
        self._next = asyncio.Event()

    async def wait_until(self, happened: Callable[[], bool], *, seconds: float) -> bool:
        """Whether `happened()` came true within so many seconds."""
        try:
            async with asyncio.timeout(seconds):
                while not happened():
                    await self._next.wait()
        except TimeoutError:
            return happened()
        return True


@dataclass(frozen=True)
class Button:
    text: str
    callback_data: str | None
    url: str | None
    payload: Json = field(repr=False, compare=False)


@dataclass(frozen=True)
class Message:
    """One version of a message, as the Bot API writes it."""

    payload: Json

    @property
    def message_id(self) -> int:
        return int(self.payload["message_id"])

    @property
    def chat_id(self) -> int:
        return int(self.payload["chat"]["id"])

    @property
    def text(self) -> str:
        """The text, or the caption of a picture or document."""
        return str(self.payload.get("text", self.payload.get("caption", "")))

    @property
    def entities(self) -> list[Entity]:
        found: list[Entity] = self.payload.get("entities") or self.payload.get("caption_entities") or []
        return found

    @property
    def rows(self) -> list[list[Button]]:
        rows = self.payload.get("reply_markup", {}).get("inline_keyboard", [])
        return [[Button(one["text"], one.get("callback_data"), one.get("url"), one) for one in row] for row in rows]

    @property
    def buttons(self) -> list[Button]:
        return [button for row in self.rows for button in row]

    @property
    def is_edited(self) -> bool:
        return "edit_date" in self.payload

    @property
    def at(self) -> int:
        """When it was sent, or last edited, in Unix time."""
        return int(self.payload.get("edit_date") or self.payload["date"])

    @property
    def thread_id(self) -> int | None:
        thread: int | None = self.payload.get("message_thread_id")
        return thread

    @property
    def reply_to(self) -> int | None:
        replied: int | None = self.payload.get("reply_to_message", {}).get("message_id")
        return replied

    @property
    def is_from_bot(self) -> bool:
        return bool(self.payload.get("from", {}).get("is_bot") or "from" not in self.payload)


@dataclass(frozen=True)
class Event:
    """What a chat sees the bot do: a message comes, changes or goes, a press is answered, it is typing."""

    kind: EventKind
    message: Message | None = None
    answer: Json = field(default_factory=dict)


@dataclass(frozen=True)
class Person:
    id: int
    first_name: str
    username: str | None = None
    language_code: str | None = "es"
    is_bot: bool = False

    def to_json(self) -> Json:
        known = {"username": self.username, "language_code": self.language_code}
        named = {"id": self.id, "is_bot": self.is_bot, "first_name": self.first_name}
        return named | {name: value for name, value in known.items() if value}


@dataclass
class Chat:
    """A chat, its members by user id with their status, and what happened in it since the beginning."""

    id: int
    type: ChatType
    message_ids: Iterator[int]
    title: str = ""
    username: str | None = None
    is_forum: bool = False
    is_started: bool = True
    is_blocked: bool = False
    is_deactivated: bool = False
    migrated_to: int | None = None
    members: dict[int, str] = field(default_factory=dict)
    can_post: bool = True
    topics: dict[int, str] = field(default_factory=dict)
    closed_topics: set[int] = field(default_factory=set)
    messages: dict[int, Message] = field(default_factory=dict)
    events: list[Event] = field(default_factory=list)
    action_at: int = 0
    pinned: int | None = None

    @property
    def new_messages(self) -> list[Message]:
        """What the bot sent or edited since somebody last did something here, every version of it."""
        fresh = self.events[self.action_at :]
        return [one.message for one in fresh if one.message and one.kind in ("sent", "edited")]

    def look_away(self) -> None:
        """Count as new only what comes from now on."""
        self.action_at = len(self.events)

    def to_json(self) -> Json:
        known: Json = {"title": self.title, "username": self.username, "is_forum": self.is_forum}
        if self.type == "private":
            known = {"first_name": self.title, "username": self.username}
        return {"id": self.id, "type": self.type} | {name: value for name, value in known.items() if value}


@dataclass
class Query:
    """A callback or inline query and what the bot answered to it."""

    id: str
    user_id: int
    chat_id: int | None
    asked_at: float
    answer: Json | None = None


@dataclass(frozen=True)
class StoredFile:
    file_id: str
    name: str
    mime_type: str
    content: bytes
    details: Json = field(default_factory=dict)

    @property
    def unique_id(self) -> str:
        return f"u{self.file_id}"


@dataclass
class Webhook:
    url: str = ""
    secret: str = ""
    max_connections: int = 40
    last_error: str | None = None
    last_error_at: int | None = None


@dataclass(frozen=True)
class Call:
    """One call of the bot: what it asked and what it was told; no answer where the connection was cut."""

    method: str
    params: Json
    answer: Json | None


@dataclass
class State:
    """All of one server."""

    token: str
    bot: Person
    clock: Callable[[], float]
    calls: deque[Call]
    first_id: int
    message_ids: Iterator[int] = field(init=False)
    file_ids: Iterator[int] = field(init=False)
    people: dict[int, Person] = field(default_factory=dict)
    chats: dict[int, Chat] = field(default_factory=dict)
    queries: dict[str, Query] = field(default_factory=dict)
    files: dict[str, StoredFile] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    profile: dict[tuple[str, str], str] = field(default_factory=dict)
    commands: dict[tuple[str, str], list[Json]] = field(default_factory=dict)
    updates: list[Json] = field(default_factory=list)
    allowed_updates: frozenset[str] | None = None
    webhook: Webhook = field(default_factory=Webhook)
    poll_number: int = 0
    is_closing: bool = False
    bell: Bell = field(default_factory=Bell)
    update_ids: Iterator[int] = field(default_factory=lambda: itertools.count(100_001))
    user_ids: Iterator[int] = field(default_factory=lambda: itertools.count(1001))
    group_ids: Iterator[int] = field(default_factory=lambda: itertools.count(-4001, -1))
    supergroup_ids: Iterator[int] = field(default_factory=lambda: itertools.count(-1_000_000_004_001, -1))
    query_ids: Iterator[int] = field(default_factory=lambda: itertools.count(7_000_000_001))

    def __post_init__(self) -> None:
        """One sequence for private chats and basic groups, as Telegram counts; others have their own."""
        self.message_ids = itertools.count(self.first_id)
        self.file_ids = itertools.count(self.first_id)

    def now(self) -> int:
        return int(self.clock())

    def record(self, chat: Chat, kind: EventKind, message: Message | None = None, **answer: Any) -> None:
        chat.events.append(Event(kind, message, answer))
        self.bell.ring()

    async def wait_for_new(self, chat: Chat, count: int, *, seconds: float) -> list[Message]:
        """The new messages of a chat, as soon as there are so many.

        Raises TimeoutError when they do not come within so many seconds.
        """
        if not await self.bell.wait_until(lambda: len(chat.new_messages) >= count, seconds=seconds):
            came = [message.text for message in chat.new_messages]
            raise TimeoutError(f"{count} messages expected within {seconds} s, came {came}")
        return chat.new_messages
