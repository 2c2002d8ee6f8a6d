"""Which chat and which message a request means, and whether the bot may touch them."""

from rehearsal.errors import bad_request, forbidden
from rehearsal.messages import Chat, Message
from rehearsal.parameters import Parameters
from rehearsal.shapes import as_integer
from rehearsal.world import World


def known_chat(world: World, parameters: Parameters, name: str = "chat_id") -> Chat:
    """The chat of a request, by number or @username. Raises "chat not found"."""
    reference = parameters.text(name)
    if not reference:
        raise bad_request(f"{name} is empty")
    chat = _by_username(world, reference) if reference.startswith("@") else _by_id(world, reference)
    if chat is None:
        raise bad_request("chat not found")
    return chat


def open_chat(world: World, parameters: Parameters, name: str = "chat_id") -> Chat:
    """The chat of a request, if the bot may act in it. Raises 403 where it may not."""
    chat = known_chat(world, parameters, name)
    if chat.kind == "private":
        if chat.standing == "new":
            raise forbidden("bot can't initiate conversation with a user")
        if chat.standing == "kicked":
            raise forbidden("bot was blocked by the user")
    elif chat.standing == "left":
        raise forbidden(f"bot is not a member of the {chat.kind} chat")
    elif chat.standing == "kicked":
        raise forbidden(f"bot was kicked from the {chat.kind} chat")
    return chat


def known_message(chat: Chat, message_id: int, purpose: str) -> Message:
    """A message that is there. Raises "message to ... not found"."""
    message = chat.messages.get(message_id)
    if message is None or message.deleted:
        raise bad_request(f"message to {purpose} not found")
    return message


def replied_message(chat: Chat, parameters: Parameters) -> Message | None:
    """The message that reply_parameters name; None when there is none to reply to."""
    reply = parameters.members("reply_parameters")
    if reply is None:
        return None
    message_id = as_integer(reply.get("message_id"))
    if message_id <= 0:
        raise bad_request("message to be replied not found")
    message = chat.messages.get(message_id)
    if message is not None and not message.deleted:
        return message
    if reply.get("allow_sending_without_reply") is True:
        return None
    raise bad_request("message to be replied not found")


def _by_username(world: World, reference: str) -> Chat | None:
    name = reference[1:].lower()
    named = (chat for chat in world.chats.values() if (chat.username or "").lower() == name)
    return next((chat for chat in named if chat.kind != "private"), None)


def _by_id(world: World, reference: str) -> Chat | None:
    try:
        return world.chats.get(int(reference))
    except ValueError:
        return None
