"""The menu of commands, by scope and language."""

import re

from rehearsal.errors import bad_request
from rehearsal.parameters import Parameters
from rehearsal.shapes import JsonObject, as_integer, as_text, compact
from rehearsal.world import World

# https://core.telegram.org/bots/api#botcommand and #setmycommands
_COMMANDS = 100
_DESCRIPTION = 256
_NAME = re.compile(r"[a-z0-9_]{1,32}\Z")
_DEFAULT = {"type": "default"}
_PRIVATE = {"type": "all_private_chats"}
_SCOPES: dict[str, tuple[str, ...]] = {
    "default": (),
    "all_private_chats": (),
    "all_group_chats": (),
    "all_chat_administrators": (),
    "chat": ("chat_id",),
    "chat_administrators": ("chat_id",),
    "chat_member": ("chat_id", "user_id"),
}


async def set_commands(world: World, parameters: Parameters) -> bool:
    given = parameters.items("commands")
    if given is None or len(given) > _COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH" if given else "commands must be specified")
    world.commands[_key(world, parameters)] = [_command(each) for each in given]
    return True


async def get_commands(world: World, parameters: Parameters) -> list[JsonObject]:
    return world.commands.get(_key(world, parameters), [])


async def delete_commands(world: World, parameters: Parameters) -> bool:
    world.commands.pop(_key(world, parameters), None)
    return True


def menu(world: World, user_id: int, language: str) -> list[JsonObject]:
    """What a person sees in the private chat: the narrowest scope wins, then the language."""
    for scope in ({"type": "chat", "chat_id": user_id}, _PRIVATE, _DEFAULT):
        for code in (language, ""):
            if found := world.commands.get((compact(scope), code)):
                return found
    return []


def _key(world: World, parameters: Parameters) -> tuple[str, str]:
    language = parameters.text("language_code")
    if language and not re.fullmatch(r"[a-z]{2}", language):
        raise bad_request("invalid language code specified")
    scope = parameters.members("scope") or _DEFAULT
    kind = as_text(scope.get("type"))
    if kind not in _SCOPES:
        raise bad_request("can't parse BotCommandScope: unsupported type specified")
    members = {name: as_integer(scope.get(name)) for name in _SCOPES[kind]}
    if members.get("chat_id", 0) not in {0, *world.chats} or members.get("chat_id") == 0:
        raise bad_request("chat not found")
    return compact({"type": kind} | members), language


def _command(given: object) -> JsonObject:
    if not isinstance(given, dict):
        raise bad_request("can't parse BotCommand: expected an Object")
    name, description = as_text(given.get("command")), as_text(given.get("description"))
    if not _NAME.match(name.removeprefix("/")):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= len(description) <= _DESCRIPTION:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name.removeprefix("/"), "description": description}


METHODS = {
    "setMyCommands": set_commands,
    "getMyCommands": get_commands,
    "deleteMyCommands": delete_commands,
}
