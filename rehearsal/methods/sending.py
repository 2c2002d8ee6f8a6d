"""Methods that put a message without a file into a chat."""

from dataclasses import replace

from rehearsal.access import known_chat, known_message, open_chat, replied_message
from rehearsal.errors import bad_request
from rehearsal.markup import read_markup
from rehearsal.messages import Content, Message
from rehearsal.parameters import Parameters
from rehearsal.shapes import JsonObject
from rehearsal.wording import read_caption, read_text
from rehearsal.world import Event, World

_ACTIONS = {
    "typing",
    "upload_photo",
    "record_video",
    "upload_video",
    "record_voice",
    "upload_voice",
    "upload_document",
    "choose_sticker",
    "find_location",
    "record_video_note",
    "upload_video_note",
}
_COPIED = {"text", "document", "photo", "voice", "sticker", "location", "venue"}


def send(world: World, parameters: Parameters, content: Content) -> Message:
    """Posts as the bot, with what all sending methods share: reply, keyboard, protection."""
    chat = open_chat(world, parameters)
    reply_to = replied_message(chat, parameters)
    markup = read_markup(parameters)
    is_silent = parameters.flag("disable_notification")
    extra: JsonObject = {}
    if parameters.flag("protect_content"):
        extra["has_protected_content"] = True
    if preview := parameters.members("link_preview_options"):
        extra["link_preview_options"] = preview
    sender = None if chat.kind == "channel" else world.bot_user()
    return world.post(chat, sender, content, markup, reply_to, extra, is_silent)


async def send_message(world: World, parameters: Parameters) -> JsonObject:
    open_chat(world, parameters)
    return send(world, parameters, Content("text", read_text(world, parameters))).api_form()


async def send_location(world: World, parameters: Parameters) -> JsonObject:
    content = Content("location", media=_location(parameters))
    return send(world, parameters, content).api_form()


async def send_venue(world: World, parameters: Parameters) -> JsonObject:
    title, address = parameters.text("title"), parameters.text("address")
    if not title or not address:
        raise bad_request(f"{'address' if title else 'title'} must be non-empty")
    venue = {"location": _location(parameters), "title": title, "address": address}
    return send(world, parameters, Content("venue", media=venue)).api_form()


async def send_chat_action(world: World, parameters: Parameters) -> bool:
    chat = open_chat(world, parameters)
    action = parameters.text("action").lower()
    if action not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    world.events.append(Event(chat.chat_id, "action", True, None, {"action": action}))
    return True


async def copy_message(world: World, parameters: Parameters) -> JsonObject:
    source = known_chat(world, parameters, "from_chat_id")
    original = known_message(source, parameters.integer("message_id"), "copy")
    if original.content.kind not in _COPIED:
        raise bad_request("message can't be copied")
    content = original.content
    if content.kind != "text" and parameters.given("caption"):
        content = replace(content, words=read_caption(world, parameters))
    return {"message_id": send(world, parameters, content).message_id}


def _location(parameters: Parameters) -> JsonObject:
    latitude, longitude = parameters.number("latitude"), parameters.number("longitude")
    if latitude is None or longitude is None:
        raise bad_request("latitude or longitude is empty")
    if not -90 <= latitude <= 90 or not -180 <= longitude <= 180:
        raise bad_request("wrong coordinates specified")
    return {"latitude": latitude, "longitude": longitude}


METHODS = {
    "sendMessage": send_message,
    "sendLocation": send_location,
    "sendVenue": send_venue,
    "sendChatAction": send_chat_action,
    "copyMessage": copy_message,
}
