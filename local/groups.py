"""Groups, supergroups with topics and channels, and what happens to the bot in them."""

from __future__ import annotations

from typing import Literal

from local.chats import add_chat, bot_status, member_json
from local.entities import with_found
from local.errors import ControlError
from local.people import Seat, User, push_status
from local.posting import put
from local.shapes import Json
from local.state import Chat, Message, State
from local.updates import push

Standing = Literal["creator", "administrator", "member", "restricted", "left", "kicked"]
ANONYMOUS: Json = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}


class Room(Seat):
    """A group, supergroup, forum or channel; its first member created it."""

    def set_bot(self, standing: Standing) -> None:
        """Add the bot, promote, restrict or expel it."""
        set_bot(self.state, self.chat, standing)

    def set_member(self, user: User, standing: Standing) -> None:
        """Let a person in or out, or change what they are."""
        old = self.chat.members.get(user.id, "left")
        self.chat.members[user.id] = standing
        person = self.state.people[user.id]
        members = {
            "old_chat_member": member_json(person, old, self.chat.type),
            "new_chat_member": member_json(person, standing, self.chat.type),
        }
        head = {"chat": self.chat.to_json(), "from": creator(self.state, self.chat), "date": self.state.now()}
        push(self.state, "chat_member", head | members)

    def rename(self, title: str) -> None:
        self.chat.title = title
        tell(self.state, self.chat, {"new_chat_title": title})

    def join(self, user: User) -> None:
        self.set_member(user, "member")
        tell(self.state, self.chat, {"new_chat_members": [user.to_json()]}, user.to_json())

    def leave(self, user: User) -> None:
        self.set_member(user, "left")
        tell(self.state, self.chat, {"left_chat_member": user.to_json()}, user.to_json())

    def send_anonymously(self, text: str) -> Message:
        """An administrator writes in the name of the group."""
        self.look_away()
        entities = with_found(text, [])
        fields: Json = {"sender_chat": self.chat.to_json(), "text": text} | ({"entities": entities} if entities else {})
        return tell(self.state, self.chat, fields, ANONYMOUS)

    def topic(self, name: str) -> int:
        """Open a topic; its id is what messages carry as message_thread_id."""
        if not self.chat.is_forum:
            raise ControlError(f"{self.chat.title} has no topics")
        created = {"name": name, "icon_color": 7322096}
        opening = put(self.state, self.chat, {"from": creator(self.state, self.chat)}, {"forum_topic_created": created})
        self.chat.topics[opening.message_id] = name
        push(self.state, "message", opening.payload | _in_topic(opening.message_id))
        return opening.message_id

    def close_topic(self, thread_id: int) -> None:
        self.chat.closed_topics.add(thread_id)
        tell(self.state, self.chat, {"forum_topic_closed": {}} | _in_topic(thread_id))

    def delete_topic(self, thread_id: int) -> None:
        del self.chat.topics[thread_id]

    def forbid_posting(self) -> None:
        """Members, the bot among them, may only read."""
        self.chat.can_post = False

    def migrate(self) -> Room:
        """A basic group becomes a supergroup, with another id."""
        if self.chat.type != "group":
            raise ControlError(f"{self.chat.title} is no basic group")
        new = add_chat(self.state, "supergroup", self.chat.title)
        new.members |= self.chat.members
        tell(self.state, self.chat, {"migrate_to_chat_id": new.id})
        tell(self.state, new, {"migrate_from_chat_id": self.chat.id})
        self.chat.migrated_to = new.id
        return Room(self.state, new)

    def post(self, text: str) -> Message:
        """The channel posts something."""
        self.look_away()
        message = put(self.state, self.chat, {"sender_chat": self.chat.to_json()}, {"text": text})
        push(self.state, "channel_post", message.payload)
        return message


def _in_topic(thread_id: int) -> Json:
    return {"message_thread_id": thread_id, "is_topic_message": True}


def creator(state: State, chat: Chat) -> Json:
    """Who made the chat; the anonymous administrator where nobody is known."""
    found = next((id for id, status in chat.members.items() if status == "creator" and id in state.people), None)
    return state.people[found].to_json() if found else ANONYMOUS


def tell(state: State, chat: Chat, fields: Json, sender: Json | None = None) -> Message:
    """Put a message of somebody, or of the service, in the chat, and let the bot know where it is there."""
    message = put(state, chat, {"from": sender or creator(state, chat)}, fields)
    if bot_status(state, chat) not in ("left", "kicked"):
        push(state, "message", message.payload)
    return message


def set_bot(state: State, chat: Chat, standing: Standing, actor: Json | None = None) -> None:
    """Change what the bot is in a chat and tell it, with the service message that everybody sees."""
    old = bot_status(state, chat)
    chat.members[state.bot.id] = standing
    push_status(state, chat, actor or creator(state, chat), old, standing)
    if chat.type != "channel" and old in ("left", "kicked") and standing in ("member", "administrator"):
        tell(state, chat, {"new_chat_members": [state.bot.to_json()]})
