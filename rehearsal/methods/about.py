"""Methods about the bot itself and the chats it is in."""

from rehearsal.access import known_chat, open_chat
from rehearsal.errors import bad_request
from rehearsal.formatted import utf16_length
from rehearsal.parameters import Parameters
from rehearsal.shapes import JsonObject
from rehearsal.world import World

# https://core.telegram.org/bots/api#setmydescription and following, in characters.
_LIMITS = {"description": 512, "short_description": 120, "name": 64}


async def get_me(world: World, _: Parameters) -> JsonObject:
    return world.bot_user() | {
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


async def get_chat(world: World, parameters: Parameters) -> JsonObject:
    chat = known_chat(world, parameters)
    if chat.kind == "private" and chat.standing == "new":
        raise bad_request("chat not found")
    gifts = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription")
    return chat.api_form() | {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys((*gifts, "gifts_from_channels"), False),
    }


async def leave_chat(world: World, parameters: Parameters) -> bool:
    chat = open_chat(world, parameters)
    if chat.kind == "private":
        raise bad_request("chat member status can't be changed in private chats")
    chat.standing = "left"
    return True


async def log_out(world: World, _: Parameters) -> bool:
    world.logged_out = True
    return True


async def close(_: World, __: Parameters) -> bool:
    return True


async def set_description(world: World, parameters: Parameters) -> bool:
    return _set(world, parameters, "description")


async def set_short_description(world: World, parameters: Parameters) -> bool:
    return _set(world, parameters, "short_description")


async def get_description(world: World, parameters: Parameters) -> JsonObject:
    return _get(world, parameters, "description")


async def get_short_description(world: World, parameters: Parameters) -> JsonObject:
    return _get(world, parameters, "short_description")


def _set(world: World, parameters: Parameters, field: str) -> bool:
    value = parameters.text(field)
    if utf16_length(value) > _LIMITS[field]:
        raise bad_request(f"{field.upper()}_TOO_LONG")
    world.about[field, parameters.text("language_code")] = value
    return True


def _get(world: World, parameters: Parameters, field: str) -> JsonObject:
    general = world.about.get((field, ""), "")
    return {field: world.about.get((field, parameters.text("language_code"))) or general}


METHODS = {
    "getMe": get_me,
    "getChat": get_chat,
    "leaveChat": leave_chat,
    "logOut": log_out,
    "close": close,
    "setMyDescription": set_description,
    "setMyShortDescription": set_short_description,
    "getMyDescription": get_description,
    "getMyShortDescription": get_short_description,
}
