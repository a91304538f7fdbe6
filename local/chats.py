"""Finding a chat, and whether the bot may speak there."""

from __future__ import annotations

import itertools

from local.errors import bad_request, forbidden, upgraded
from local.shapes import Json
from local.state import Chat, ChatType, Person, State

PLACE = {"group": "group chat", "supergroup": "supergroup chat", "channel": "channel chat"}
PRESENT = {"creator", "administrator", "member", "restricted"}
RULERS = {"creator", "administrator"}


def add_person(state: State, person: Person) -> Chat:
    """The private chat of a new person with the bot, where Start is not pressed yet."""
    state.people[person.id] = person
    chat = Chat(person.id, "private", state.message_ids, person.first_name, person.username, is_started=False)
    state.chats[person.id] = chat
    return chat


def add_chat(state: State, kind: ChatType, title: str, *, username: str | None = None, is_forum: bool = False) -> Chat:
    if kind == "group":
        chat = Chat(next(state.group_ids), kind, state.message_ids, title)
    else:
        chat = Chat(next(state.supergroup_ids), kind, itertools.count(state.first_id), title, username, is_forum)
    state.chats[chat.id] = chat
    return chat


def find_chat(state: State, chat_id: int | str) -> Chat:
    """The chat of that number or public @name that the bot knows of.

    Raises ApiError 400: chat not found.
    """
    chat = state.chats.get(chat_id) if isinstance(chat_id, int) else _find_public(state, chat_id)
    if chat is None or not chat.is_started:
        raise bad_request("chat not found")
    if chat.migrated_to:
        raise upgraded(chat.migrated_to)
    return chat


def _find_public(state: State, name: str) -> Chat | None:
    if not name:
        raise bad_request("chat_id is empty")
    if not name.startswith("@"):
        return None
    wanted = name.removeprefix("@").lower()
    public = (chat for chat in state.chats.values() if chat.type != "private" and chat.username)
    return next((chat for chat in public if str(chat.username).lower() == wanted), None)


def chat_for_reading(state: State, chat_id: int | str) -> Chat:
    """The chat, where the bot is a member of it.

    Raises ApiError: 400 chat not found, 403 the bot is not there any more.
    """
    chat = find_chat(state, chat_id)
    if chat.type == "private":
        return chat
    status = bot_status(state, chat)
    if status == "kicked":
        raise forbidden(f"bot was kicked from the {PLACE[chat.type]}")
    if status not in PRESENT:
        raise forbidden(f"bot is not a member of the {PLACE[chat.type]}")
    return chat


def chat_for_writing(state: State, chat_id: int | str) -> Chat:
    """The chat, where the bot may send.

    Raises ApiError: as for reading, and 403 blocked or deactivated, 400 no rights.
    """
    chat = chat_for_reading(state, chat_id)
    check_writing(state, chat)
    return chat


def check_writing(state: State, chat: Chat) -> None:
    """Refuse what the bot may read but not write to: 403 blocked or deactivated, 400 no rights."""
    if chat.is_deactivated:
        raise forbidden("user is deactivated")
    if chat.is_blocked:
        raise forbidden("bot was blocked by the user")
    if chat.type == "channel" and bot_status(state, chat) not in RULERS:
        raise bad_request("need administrator rights in the channel chat")
    if not _can_post(state, chat):
        raise bad_request("not enough rights to send text messages to the chat")


def _can_post(state: State, chat: Chat) -> bool:
    status = bot_status(state, chat)
    return chat.type == "private" or status in RULERS or (chat.can_post and status == "member")


def bot_status(state: State, chat: Chat) -> str:
    return chat.members.get(state.bot.id, "left")


def check_thread(state: State, chat: Chat, thread_id: int | None) -> None:
    """Refuse a topic that is not there, or is closed to members."""
    if thread_id is None:
        return
    if thread_id not in chat.topics:
        raise bad_request("message thread not found")
    if thread_id in chat.closed_topics and bot_status(state, chat) not in RULERS:
        raise bad_request("TOPIC_CLOSED")


ADMIN_RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_pin_messages",
    "can_manage_topics",
)
CHANNEL_RIGHTS = ("can_post_messages", "can_edit_messages", "can_manage_direct_messages")
PERMISSIONS = (
    "can_send_messages",
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
    "can_send_polls",
    "can_send_other_messages",
    "can_add_web_page_previews",
    "can_edit_tag",
    "can_react_to_messages",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_topics",
)


def member_json(person: Person, status: str, chat_type: ChatType = "supergroup") -> Json:
    """A ChatMember of the Bot API."""
    member: Json = {"user": person.to_json(), "status": status}
    if status == "administrator":
        rights = ADMIN_RIGHTS + (CHANNEL_RIGHTS if chat_type == "channel" else ())
        return member | {"can_be_edited": False, "is_anonymous": False} | dict.fromkeys(rights, True)
    if status == "creator":
        return member | {"is_anonymous": False}
    if status == "restricted":
        return member | {"is_member": True, "until_date": 0} | dict.fromkeys(PERMISSIONS, False)
    return member | ({"until_date": 0} if status == "kicked" else {})
