"""What a person does, for tests and for the chat in the terminal: write, press, block, wait for what comes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from local.chats import PRESENT, bot_status, member_json
from local.entities import with_found
from local.errors import ControlError
from local.posting import put, without_reply
from local.shapes import Json
from local.state import Button, Chat, Message, Query, State
from local.updates import push


class Place(Protocol):
    """Anything that has a chat: a person's private one, a group, a channel."""

    @property
    def chat(self) -> Chat: ...


@dataclass(frozen=True)
class Seat:
    """Somebody's or something's chat, as one who sits before it sees it."""

    state: State
    chat: Chat

    @property
    def id(self) -> int:
        return self.chat.id

    @property
    def messages(self) -> list[Message]:
        """All that stands in the chat now, in order, as last edited."""
        return list(self.chat.messages.values())

    @property
    def new(self) -> list[Message]:
        """What the bot sent or edited here since the last action, every version of it."""
        return self.chat.new_messages

    async def wait(self, count: int = 1, within: float = 20) -> list[Message]:
        """`new`, as soon as it holds so many messages.

        Raises TimeoutError when they do not come within so many seconds.
        """
        return await self.state.wait_for_new(self.chat, count, seconds=within)

    def look_away(self) -> None:
        """Count as new only what comes from now on."""
        self.chat.look_away()


class User(Seat):
    """A person, and their private chat with the bot."""

    def to_json(self) -> Json:
        return self.state.people[self.id].to_json()

    @property
    def answers(self) -> list[Json]:
        """The bot's answers to presses and inline queries of this person."""
        return [event.answer for event in self.chat.events if event.kind == "answered"]

    def send(
        self, text: str, chat: Place | None = None, *, reply_to: Message | None = None, thread_id: int | None = None
    ) -> Message:
        """Write to the bot, or in a group; pressing Start is sending /start."""
        entities = with_found(text, [])
        fields: Json = {"text": text} | ({"entities": entities} if entities else {})
        if reply_to:
            fields["reply_to_message"] = without_reply(reply_to)
        if thread_id:
            fields |= {"message_thread_id": thread_id, "is_topic_message": True}
        return self.post(fields, chat)

    def post(self, fields: Json, chat: Place | None = None) -> Message:
        """Send a message with any content: `{"sticker": …}`, `{"location": …}`."""
        place = self._open(chat)
        message = put(self.state, place, {"from": self.to_json()}, fields)
        if _bot_hears(self.state, place, message):
            push(self.state, "message", message.payload)
        return message

    def edit(self, message: Message, text: str) -> Message:
        """Change one's own message."""
        place = self._open(None, message.chat_id)
        kept = {name: value for name, value in message.payload.items() if name not in ("text", "entities")}
        entities = with_found(text, [])
        fields = {"text": text, "edit_date": self.state.now()} | ({"entities": entities} if entities else {})
        edited = Message(kept | fields)
        place.messages[message.message_id] = edited
        if _bot_hears(self.state, place, edited):
            push(self.state, "edited_message", edited.payload)
        return edited

    def press(self, message: Message, button: str | int | None = None, *, data: str | None = None) -> Query:
        """Press a button by its text, its data or its position from 0; `data` forges what no button says."""
        place = self._open(None, message.chat_id)
        current = place.messages.get(message.message_id, message)
        sent = data if data is not None else _data_of(_find_button(current, button))
        query = Query(str(next(self.state.query_ids)), self.id, place.id, self.state.clock())
        self.state.queries[query.id] = query
        head: Json = {"id": query.id, "from": self.to_json(), "chat_instance": str(place.id), "data": sent}
        push(self.state, "callback_query", head | {"message": current.payload})
        return query

    def ask_inline(self, text: str, *, offset: str = "") -> Query:
        """Type `@bot text` anywhere."""
        self.look_away()
        query = Query(str(next(self.state.query_ids)), self.id, None, self.state.clock())
        self.state.queries[query.id] = query
        payload = {"id": query.id, "from": self.to_json(), "query": text, "offset": offset, "chat_type": "sender"}
        push(self.state, "inline_query", payload)
        return query

    async def answer(self, query: Query, within: float = 20) -> Json:
        """What the bot answered to a press or an inline query.

        Raises TimeoutError.
        """
        if not await self.state.bell.wait_until(lambda: query.answer is not None, seconds=within):
            raise TimeoutError(f"no answer to query {query.id} within {within} s")
        return query.answer or {}

    def block(self) -> None:
        self._set_blocked(is_blocked=True)

    def unblock(self) -> None:
        self._set_blocked(is_blocked=False)

    def vanish(self) -> None:
        """The account is deleted."""
        self.chat.is_deactivated = True

    def _set_blocked(self, *, is_blocked: bool) -> None:
        if self.chat.is_blocked == is_blocked:
            raise ControlError("the bot is already blocked" if is_blocked else "the bot is not blocked")
        self.look_away()
        self.chat.is_blocked = is_blocked
        old, new = ("member", "kicked") if is_blocked else ("kicked", "member")
        push_status(self.state, self.chat, self.to_json(), old, new)

    def _open(self, chat: Place | None, chat_id: int | None = None) -> Chat:
        """The chat where the person acts; what came before is not new any more."""
        place = chat.chat if chat else self.state.chats[chat_id or self.id]
        if place.type != "private" and place.members.get(self.id) not in PRESENT:
            raise ControlError(f"{self.chat.title} is not a member of {place.title}")
        if place.id == self.id and place.is_blocked:
            raise ControlError("a person who blocked the bot cannot act in its chat; unblock first")
        place.is_started = True
        place.look_away()
        self.chat.look_away()
        return place


def push_status(state: State, chat: Chat, actor: Json, old: str, new: str) -> None:
    """Tell the bot that its own standing in a chat changed."""
    members = {
        "old_chat_member": member_json(state.bot, old, chat.type),
        "new_chat_member": member_json(state.bot, new, chat.type),
    }
    push(state, "my_chat_member", {"chat": chat.to_json(), "from": actor, "date": state.now()} | members)


def _find_button(message: Message, wanted: str | int | None) -> Button:
    buttons = message.buttons
    if isinstance(wanted, int) and 0 <= wanted < len(buttons):
        return buttons[wanted]
    found = [one for one in buttons if wanted in (one.text, one.callback_data)]
    if not found:
        raise ControlError(f"no button {wanted!r}; there are {[one.text for one in buttons]}")
    return found[0]


def _data_of(button: Button) -> str:
    if button.callback_data is None:
        raise ControlError(f"the button «{button.text}» opens something, it is no press for the bot")
    return button.callback_data


def _bot_hears(state: State, chat: Chat, message: Message) -> bool:
    """Privacy mode: in a group a plain member hears only commands, mentions, replies to it and what is no text."""
    status = bot_status(state, chat)
    if chat.type == "private" or status in ("creator", "administrator"):
        return True
    if status not in ("member", "restricted"):
        return False
    replied = message.payload.get("reply_to_message", {}).get("from", {}).get("id")
    return replied == state.bot.id or _is_addressed(state, message) or not message.text


def _is_addressed(state: State, message: Message) -> bool:
    name = f"@{state.bot.username}".lower()
    text = message.text.lower()
    if name in text:
        return True
    return text.startswith("/") and "@" not in text.split()[0]
