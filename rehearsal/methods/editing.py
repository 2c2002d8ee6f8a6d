"""Methods that change or remove messages."""

from dataclasses import replace

from rehearsal.access import known_message, open_chat
from rehearsal.errors import bad_request
from rehearsal.markup import read_markup
from rehearsal.messages import Content, Message
from rehearsal.parameters import Parameters
from rehearsal.shapes import JsonObject, as_integer
from rehearsal.wording import read_caption, read_text
from rehearsal.world import World

# https://core.telegram.org/bots/api#deletemessage
_DELETABLE_SECONDS = 48 * 3600
_AT_ONCE = range(1, 101)
_NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


async def edit_text(world: World, parameters: Parameters) -> JsonObject:
    message = own_message(world, parameters)
    if message.content.kind != "text":
        raise bad_request("there is no text in the message to edit")
    return edit(world, parameters, message, Content("text", read_text(world, parameters)))


async def edit_caption(world: World, parameters: Parameters) -> JsonObject:
    message = own_message(world, parameters)
    if message.content.kind not in ("document", "photo"):
        raise bad_request("there is no caption in the message to edit")
    content = replace(message.content, words=read_caption(world, parameters))
    return edit(world, parameters, message, content)


async def edit_markup(world: World, parameters: Parameters) -> JsonObject:
    message = own_message(world, parameters)
    return edit(world, parameters, message, message.content)


async def delete_message(world: World, parameters: Parameters) -> bool:
    chat = open_chat(world, parameters)
    message = known_message(chat, _message_id(parameters), "delete")
    if not _deletable(world, message):
        raise bad_request("message can't be deleted")
    world.delete(message)
    return True


async def delete_messages(world: World, parameters: Parameters) -> bool:
    chat = open_chat(world, parameters)
    numbers = parameters.items("message_ids") or []
    if len(numbers) not in _AT_ONCE:
        raise bad_request("message identifiers are not specified or there are more than 100")
    found = (chat.messages.get(as_integer(number)) for number in numbers)
    for message in (each for each in found if each is not None and not each.deleted):
        if _deletable(world, message):
            world.delete(message)
    return True


def own_message(world: World, parameters: Parameters) -> Message:
    """The message that the bot may edit. Raises ApiError."""
    chat = open_chat(world, parameters)
    message = known_message(chat, _message_id(parameters), "edit")
    if not message.from_bot and chat.kind != "channel":
        raise bad_request("message can't be edited")
    if message.markup and "inline_keyboard" not in message.markup:
        raise bad_request("message can't be edited")
    return message


def edit(world: World, parameters: Parameters, message: Message, content: Content) -> JsonObject:
    """Gives a message this content and the buttons of the request. Raises ApiError."""
    markup = read_markup(parameters, inline_only=True)
    if (content, markup) == (message.content, message.markup):
        raise bad_request(_NOT_MODIFIED)
    message.markup = markup
    world.edit(message, content)
    return message.api_form()


def _message_id(parameters: Parameters) -> int:
    message_id = parameters.integer("message_id")
    if message_id <= 0:
        raise bad_request("message identifier is not specified")
    return message_id


def _deletable(world: World, message: Message) -> bool:
    fresh = world.now() - message.date <= _DELETABLE_SECONDS
    return fresh and (message.from_bot or message.chat.kind == "private")


METHODS = {
    "editMessageText": edit_text,
    "editMessageCaption": edit_caption,
    "editMessageReplyMarkup": edit_markup,
    "deleteMessage": delete_message,
    "deleteMessages": delete_messages,
}
