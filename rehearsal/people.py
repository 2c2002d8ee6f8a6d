"""What people do on their phones, and the updates that the bot gets from it."""

import asyncio
import secrets
from collections.abc import Callable

from rehearsal.errors import ControlError
from rehearsal.formatted import Entity, Formatted, tidied
from rehearsal.messages import Chat, Content, Message, Person
from rehearsal.shapes import JsonObject, as_list, as_objects
from rehearsal.world import BOT_USERNAME, Tap, World

_BOT_ADMINISTRATOR_RIGHTS = (
    "can_be_edited",
    "is_anonymous",
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
    "can_post_messages",
    "can_edit_messages",
)


def register(world: World, person: Person) -> Person:
    """Adds a person, or changes the names and language of one who is there."""
    known = world.people.get(person.user_id)
    if known is None:
        world.people[person.user_id] = known = person
        world.chats[person.user_id] = Chat(person.user_id, "private", "new", person=person)
    known.first_name, known.last_name = person.first_name, person.last_name
    known.username, known.language_code = person.username, person.language_code
    return known


def free_user_id(world: World) -> int:
    return max([5_000_000_000, *world.people]) + 1


def say(
    world: World,
    person: Person,
    content: Content,
    chat: Chat | None = None,
    reply_to: int | None = None,
    extra: JsonObject | None = None,
) -> Message:
    """A person sends something, to the bot unless another chat is named."""
    place = chat or world.chats[person.user_id]
    _start(place)
    answered = _reply_target(place, reply_to)
    sender = None if place.kind == "channel" else person.api_form()
    message = world.post(place, sender, content, None, answered, extra)
    if _bot_hears(message):
        kind = "channel_post" if place.kind == "channel" else "message"
        world.updates.put(kind, message.api_form())
    return message


def text_content(text: str, entities: tuple[Entity, ...] = ()) -> Content:
    """Text as a phone sends it: commands and links in it are found by Telegram."""
    words = tidied(Formatted(text, entities))
    if not words.text:
        raise ControlError("An empty text cannot be sent.")
    if words.length > 4096:
        raise ControlError("A text message has at most 4,096 characters.")
    return Content("text", words)


def edit(world: World, person: Person, message_id: int, text: str) -> Message:
    message = _message(world.chats[person.user_id], message_id)
    if message.from_bot or message.content.kind != "text":
        raise ControlError("People can edit only their own text messages.")
    world.edit(message, text_content(text))
    world.updates.put("edited_message", message.api_form())
    return message


def press(
    world: World, person: Person, message_id: int, wanted: Callable[[JsonObject], bool]
) -> Tap:
    """Presses the first wanted inline button that has callback data."""
    message = _message(world.chats[person.user_id], message_id)
    button = _button(message, wanted)
    query_id = str(secrets.randbelow(10**18))
    answer: asyncio.Future[JsonObject] = asyncio.get_running_loop().create_future()
    tap = world.taps[query_id] = Tap(query_id, message.chat.chat_id, world.now(), answer)
    query: JsonObject = {"id": query_id, "from": person.api_form(), "message": message.api_form()}
    query |= {"chat_instance": str(message.chat.chat_id), "data": button["callback_data"]}
    world.updates.put("callback_query", query)
    return tap


def block(world: World, person: Person) -> None:
    """The person stops the bot."""
    _stand(world, world.chats[person.user_id], person, "kicked")


def unblock(world: World, person: Person) -> None:
    """The person lets the bot write again."""
    _stand(world, world.chats[person.user_id], person, "member")


def found_chat(world: World, person: Person, kind: str, title: str) -> Chat:
    """A person makes a group, supergroup or channel and adds the bot."""
    if kind not in ("group", "supergroup", "channel"):
        raise ControlError("A chat is a group, a supergroup or a channel.")
    number = 1_000_000_000 + len(world.chats)
    chat_id = -number if kind == "group" else -1_000_000_000_000 - number
    chat = world.chats[chat_id] = Chat(chat_id, kind, "left", title=title)
    _stand(world, chat, person, "administrator" if kind == "channel" else "member")
    if kind != "channel":
        joined: JsonObject = {"new_chat_members": [world.bot_user()]}
        message = world.post(chat, person.api_form(), Content("text"), extra=joined)
        world.updates.put("message", message.api_form())
    return chat


def remove_bot(world: World, person: Person, chat: Chat) -> None:
    """A person throws the bot out of a group or channel."""
    _stand(world, chat, person, "kicked")


def _start(chat: Chat) -> None:
    if chat.standing == "kicked":
        raise ControlError("The bot is blocked or was removed; nothing can be sent to it.", 409)
    if chat.standing == "new":
        chat.standing = "member"


def _stand(world: World, chat: Chat, person: Person, standing: str) -> None:
    before, chat.standing = chat.standing, standing
    if before == standing:
        return
    change: JsonObject = {"chat": chat.api_form(), "from": person.api_form(), "date": world.now()}
    change["old_chat_member"] = _member(world, "left" if before == "new" else before)
    change["new_chat_member"] = _member(world, standing)
    world.updates.put("my_chat_member", change)


def _member(world: World, standing: str) -> JsonObject:
    member: JsonObject = {"status": standing, "user": world.bot_user()}
    if standing == "kicked":
        member["until_date"] = 0
    if standing == "administrator":
        member |= dict.fromkeys(_BOT_ADMINISTRATOR_RIGHTS, False)
    return member


def _bot_hears(message: Message) -> bool:
    """In groups a bot with privacy mode hears commands, mentions and replies to it."""
    if message.chat.kind in ("private", "channel"):
        return True
    if message.reply_to is not None and message.reply_to.from_bot:
        return True
    text = message.content.words.text
    return text.startswith("/") or f"@{BOT_USERNAME}" in text


def _reply_target(chat: Chat, reply_to: int | None) -> Message | None:
    return None if reply_to is None else _message(chat, reply_to)


def _message(chat: Chat, message_id: int) -> Message:
    message = chat.messages.get(message_id)
    if message is None or message.deleted:
        raise ControlError(f"There is no message {message_id} in this chat.", 404)
    return message


def _button(message: Message, wanted: Callable[[JsonObject], bool]) -> JsonObject:
    rows = as_list(message.markup.get("inline_keyboard")) if message.markup else []
    buttons = [button for row in rows for button in as_objects(row)]
    button = next((each for each in buttons if wanted(each)), None)
    if button is None or "callback_data" not in button:
        labels = ", ".join(str(each["text"]) for each in buttons) or "none"
        raise ControlError(f"There is no such button; the message has: {labels}.", 404)
    return button
