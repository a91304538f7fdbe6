"""The people who try the bot on this machine: who sits at it, whom they add, and what each of them is in the group."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from local.chats import PRESENT, add_person
from local.errors import ApiError, ControlError
from local.groups import Room, Standing
from local.people import User
from local.resident import PERSON_ID, resident
from local.shapes import Json, Kind, ListOf, Object, check
from local.state import Chat, Person, State

LONGEST_NAME = 40
MOST_PEOPLE = 12
KEPT = ListOf(Object({"id": Kind.INT, "name": Kind.TEXT, "standing": Kind.TEXT}))
STANDINGS = ("administrator", "member", "left")
BROKEN = ".broken"
NEEDS_A_NAME = "Falta el nombre."
NAME_TOO_LONG = f"El nombre pasa de {LONGEST_NAME} letras."
NAME_TAKEN = "Ya hay alguien que se llama así."
TOO_MANY = f"Aquí caben {MOST_PEOPLE} personas."
IS_NOT_HERE = "Esa persona no está aquí."
ALWAYS_HERE = "Quien está ante esta máquina no se puede quitar."
ALWAYS_ADMINISTERS = "Quien crea un grupo lo administra siempre."


@dataclass(frozen=True)
class Cast:
    """Each has a private chat with the bot, all are in the group `room`; `kept_in` is the file that remembers them.

    What is refused is a ControlError with a sentence for the person.
    """

    room: Room
    kept_in: Path | None = None

    @property
    def state(self) -> State:
        return self.room.state

    @property
    def people(self) -> list[User]:
        """Those who are here, in the order in which they came."""
        here = (user_id for user_id, standing in self.room.chat.members.items() if standing in PRESENT)
        return [User(self.state, self.state.chats[user_id]) for user_id in here if user_id in self.state.people]

    def find(self, person_id: int) -> User:
        found = next((user for user in self.people if user.id == person_id), None)
        if found is None:
            raise ControlError(IS_NOT_HERE)
        return found

    def named(self, name: str) -> User | None:
        """Whoever is called so, in capitals or not."""
        return next((user for user in self.people if user.chat.title.casefold() == name.casefold()), None)

    def administers(self, user: User) -> bool:
        return self.room.chat.members[user.id] in ("creator", "administrator")

    def add(self, name: str) -> User:
        """A new person, who joins the group as a plain member."""
        name = self._checked(" ".join(name.split()))
        new_id = next(each for each in self.state.user_ids if each not in self.state.chats)
        user = User(self.state, add_person(self.state, Person(new_id, name)))
        self.room.join(user)
        self._keep()
        return user

    def remove(self, user: User) -> None:
        """The account goes for ever: its number is never given to anybody else."""
        if user.id == PERSON_ID:
            raise ControlError(ALWAYS_HERE)
        self.room.leave(user)
        user.vanish()
        self._keep()

    def let_administer(self, user: User) -> None:
        self._set_standing(user, "administrator")

    def let_be_a_member(self, user: User) -> None:
        self._set_standing(user, "member")

    def _set_standing(self, user: User, standing: Standing) -> None:
        if user.id == PERSON_ID:
            raise ControlError(ALWAYS_ADMINISTERS)
        self.room.set_member(self.find(user.id), standing)
        self._keep()

    def _checked(self, name: str) -> str:
        if not name:
            raise ControlError(NEEDS_A_NAME)
        if len(name) > LONGEST_NAME:
            raise ControlError(NAME_TOO_LONG)
        if self.named(name):
            raise ControlError(NAME_TAKEN)
        if len(self.people) >= MOST_PEOPLE:
            raise ControlError(TOO_MANY)
        return name

    def _keep(self) -> None:
        self.state.bell.ring()
        if self.kept_in is None:
            return
        written = self.kept_in.with_suffix(".tmp")
        written.write_text(json.dumps(list(self._added()), ensure_ascii=False, indent=1), encoding="utf-8")
        written.replace(self.kept_in)

    def _added(self) -> Iterator[Json]:
        for user_id, standing in self.room.chat.members.items():
            if user_id in self.state.people and user_id != PERSON_ID:
                yield {"id": user_id, "name": self.state.people[user_id].first_name, "standing": standing}


def open_cast(state: State, kept_in: Path | None = None) -> Cast:
    """Who sits here, and those of an earlier run with the numbers they had; the bot is told of nobody."""
    resident(state)
    cast = Cast(Room(state, _group(state)), kept_in)
    for kept in _read(kept_in):
        if kept["id"] not in state.chats:
            chat = add_person(state, Person(kept["id"], kept["name"]))
            chat.is_started, chat.is_deactivated = True, kept["standing"] == "left"
            cast.room.chat.members[chat.id] = kept["standing"]
    return cast


def _group(state: State) -> Chat:
    """The first one that who sits here created."""
    return next(chat for chat in state.chats.values() if chat.members.get(PERSON_ID) == "creator")


def _read(path: Path | None) -> list[Json]:
    """What was kept; a file that makes no sense is set aside, so that a new one can be written."""
    if path is None or not path.exists():
        return []
    with suppress(ValueError, ApiError):
        kept: list[Json] = json.loads(path.read_text(encoding="utf-8"))
        check(KEPT, kept, path.name)
        if all(each["standing"] in STANDINGS and each["id"] > PERSON_ID for each in kept):
            return kept
    path.replace(path.with_suffix(BROKEN))
    return []
