"""Chats and who is in them: getChat, the members, leaveChat."""

from __future__ import annotations

from local.chats import PRESENT, RULERS, chat_for_reading, member_json
from local.errors import bad_request
from local.groups import set_bot
from local.methods.method import Method
from local.shapes import Json, Kind
from local.state import Chat, State

NO_GIFTS = dict.fromkeys(
    ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"), False
)
MOST_REACTIONS = 11


def get_chat(state: State, params: Json) -> Json:
    chat = chat_for_reading(state, params["chat_id"])
    full: Json = {"accent_color_id": 0, "max_reaction_count": MOST_REACTIONS, "accepted_gift_types": NO_GIFTS}
    pinned = chat.messages.get(chat.pinned or 0)
    return chat.to_json() | full | ({"pinned_message": pinned.payload} if pinned else {})


def get_chat_member(state: State, params: Json) -> Json:
    chat = chat_for_reading(state, params["chat_id"])
    people = state.people | {state.bot.id: state.bot}
    person = people.get(params["user_id"])
    if person is None:
        raise bad_request("PARTICIPANT_ID_INVALID")
    return member_json(person, _status(chat, person.id, state), chat.type)


def _status(chat: Chat, user_id: int, state: State) -> str:
    if chat.type == "private":
        return "member" if user_id in (chat.id, state.bot.id) else "left"
    return chat.members.get(user_id, "left")


def get_chat_administrators(state: State, params: Json) -> list[Json]:
    chat = chat_for_reading(state, params["chat_id"])
    if chat.type == "private":
        raise bad_request("there are no administrators in the private chat")
    people = state.people | {state.bot.id: state.bot}
    rulers = [(id, status) for id, status in chat.members.items() if status in RULERS]
    return [member_json(people[id], status, chat.type) for id, status in rulers]


def get_chat_member_count(state: State, params: Json) -> int:
    chat = chat_for_reading(state, params["chat_id"])
    return 2 if chat.type == "private" else sum(status in PRESENT for status in chat.members.values())


def leave_chat(state: State, params: Json) -> bool:
    chat = chat_for_reading(state, params["chat_id"])
    if chat.type == "private":
        raise bad_request("chat member status can't be changed in private chats")
    set_bot(state, chat, "left", actor=state.bot.to_json())
    return True


CHAT = {"chat_id": Kind.CHAT}
METHODS = {
    "getChat": Method(get_chat, CHAT),
    "getChatMember": Method(get_chat_member, CHAT | {"user_id": Kind.INT}),
    "getChatAdministrators": Method(get_chat_administrators, CHAT),
    "getChatMemberCount": Method(get_chat_member_count, CHAT),
    "leaveChat": Method(leave_chat, CHAT),
}
