"""The bot itself: getMe, its commands, its name and descriptions."""

from __future__ import annotations

import re
from collections.abc import Callable

from local.chats import chat_for_reading
from local.entities import utf16_length
from local.errors import bad_request
from local.methods.method import Method
from local.shapes import Json, Kind, ListOf, Object, Shape
from local.state import State

COMMAND = re.compile(r"[a-z0-9_]{1,32}")
LANGUAGE = re.compile(r"([a-z]{2})?")
MOST_COMMANDS = 100
SCOPES: dict[str, tuple[str, ...]] = {
    "default": (),
    "all_private_chats": (),
    "all_group_chats": (),
    "all_chat_administrators": (),
    "chat": ("chat_id",),
    "chat_administrators": ("chat_id",),
    "chat_member": ("chat_id", "user_id"),
}


def get_me(state: State, params: Json) -> Json:
    able = {
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": True,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }
    name = state.profile.get(("name", "")) or state.bot.first_name
    return state.bot.to_json() | {"first_name": name} | able


def set_my_commands(state: State, params: Json) -> bool:
    commands = params["commands"]
    if len(commands) > MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        if not COMMAND.fullmatch(command["command"].removeprefix("/")):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 0 < utf16_length(command["description"].strip()) <= 256:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    state.commands[_key(state, params)] = [one | {"command": one["command"].removeprefix("/")} for one in commands]
    return True


def get_my_commands(state: State, params: Json) -> list[Json]:
    return state.commands.get(_key(state, params), [])


def delete_my_commands(state: State, params: Json) -> bool:
    state.commands.pop(_key(state, params), None)
    return True


def _key(state: State, params: Json) -> tuple[str, str]:
    scope = params.get("scope", {"type": "default"})
    if scope["type"] not in SCOPES:
        raise bad_request("can't parse BotCommandScope: Unsupported type specified")
    for needed in SCOPES[scope["type"]]:
        if needed not in scope:
            raise bad_request(f"can't parse BotCommandScope: Can't find field \"{needed}\"")
    if "chat_id" in scope:
        scope = scope | {"chat_id": chat_for_reading(state, scope["chat_id"]).id}
    place = ":".join(str(scope[name]) for name in ("type", "chat_id", "user_id") if name in scope)
    return place, _language(params)


def _language(params: Json) -> str:
    code = str(params.get("language_code", ""))
    if not LANGUAGE.fullmatch(code):
        raise bad_request("LANG_CODE_INVALID")
    return code


def _setter(name: str, most: int, refusal: str) -> Callable[[State, Json], bool]:
    def answer(state: State, params: Json) -> bool:
        text = params.get(name, "")
        if utf16_length(text) > most:
            raise bad_request(refusal)
        state.profile[name, _language(params)] = text
        return True

    return answer


def _getter(name: str) -> Callable[[State, Json], Json]:
    def answer(state: State, params: Json) -> Json:
        usual = state.bot.first_name if name == "name" else ""
        return {name: state.profile.get((name, _language(params))) or state.profile.get((name, "")) or usual}

    return answer


SCOPE = Object({"type": Kind.TEXT}, {"chat_id": Kind.CHAT, "user_id": Kind.INT})
FOR_WHOM: dict[str, Shape] = {"scope": SCOPE, "language_code": Kind.TEXT}
IN_LANGUAGE: dict[str, Shape] = {"language_code": Kind.TEXT}
COMMANDS = ListOf(Object({"command": Kind.TEXT, "description": Kind.TEXT}))
METHODS = {
    "getMe": Method(get_me),
    "setMyCommands": Method(set_my_commands, {"commands": COMMANDS}, FOR_WHOM),
    "getMyCommands": Method(get_my_commands, {}, FOR_WHOM),
    "deleteMyCommands": Method(delete_my_commands, {}, FOR_WHOM),
    "setMyName": Method(_setter("name", 64, "BOT_TITLE_INVALID"), {}, {"name": Kind.TEXT} | IN_LANGUAGE),
    "getMyName": Method(_getter("name"), {}, IN_LANGUAGE),
    "setMyDescription": Method(
        _setter("description", 512, "description is too long"), {}, {"description": Kind.TEXT} | IN_LANGUAGE
    ),
    "getMyDescription": Method(_getter("description"), {}, IN_LANGUAGE),
    "setMyShortDescription": Method(
        _setter("short_description", 120, "short description is too long"),
        {},
        {"short_description": Kind.TEXT} | IN_LANGUAGE,
    ),
    "getMyShortDescription": Method(_getter("short_description"), {}, IN_LANGUAGE),
}
