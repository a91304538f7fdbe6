"""The person who sits at this machine: who they are, what a client does for them in the terminal and on the page."""

from __future__ import annotations

from local.chats import add_chat, add_person
from local.entities import utf16_index
from local.formatting import MOST_TEXT
from local.people import Place, User
from local.state import Person, State

PERSON = "Tú"
PERSON_ID = 1000
GROUP = "Grupo de prueba"


def resident(state: State) -> User:
    """The person, and a group of theirs with the bot in it.

    Both have the same numbers at every start and the bot is not told of them, so that a subscription lasts.
    """
    if PERSON_ID not in state.chats:
        add_person(state, Person(PERSON_ID, PERSON)).is_started = True
        add_chat(state, "supergroup", GROUP).members = {PERSON_ID: "creator", state.bot.id: "member"}
    return User(state, state.chats[PERSON_ID])


def say(user: User, text: str, chat: Place | None = None) -> None:
    """Send a text; one that is too long for a message goes in several, as clients do it."""
    while text := text.strip():
        end = utf16_index(text, MOST_TEXT)
        user.send(text[:end], chat)
        text = text[end:]


def menu(user: User) -> dict[str, str]:
    """The commands that a client shows to this person: of the narrowest scope that has any, in their language first."""
    scopes = (f"chat:{user.id}", "all_private_chats", "default")
    languages = (user.state.people[user.id].language_code or "", "")
    for key in ((scope, language) for scope in scopes for language in languages):
        if user.state.commands.get(key):
            return {one["command"]: one["description"] for one in user.state.commands[key]}
    return {}
