"""One person's phone: what they send and press, and what they see."""

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from rehearsal.screen import Mark, ScreenMessage, read_message
from rehearsal.shapes import JsonObject, as_integer, as_object, as_objects, as_text

# Seconds until what the bot should do counts as not done; a busy machine may need some. Who expects
# that nothing comes says how long they wait for that.
PATIENCE = 30.0

_KINDS = ("message", "edited", "deleted", "action", "answer")


class Line(Protocol):
    """What a phone needs of the client."""

    async def get(self, path: str, query: dict[str, str] | None = None) -> object: ...

    async def post(self, path: str, body: JsonObject) -> object: ...


@dataclass(frozen=True, slots=True)
class ChatEvent:
    """What the bot did in the chat. ``kind``: message, edited, deleted, action, answer.

    ``message`` comes with the first three; ``text`` is the action ("typing") or the answer's text.
    """

    position: int
    chat_id: int
    kind: str
    message: ScreenMessage | None
    text: str


@dataclass(frozen=True, slots=True)
class Answer:
    """The bot's answer to a pressed button: a line that pops up, or an alert."""

    text: str
    alert: bool


class Phone:
    """The private chat of one person with the bot; the chat's id is the person's."""

    def __init__(self, line: Line, user_id: int, first_name: str, position: int) -> None:
        self._line = line
        self.user_id = user_id
        self.first_name = first_name
        self._seen = dict.fromkeys(_KINDS, position)

    async def say(
        self, text: str, reply_to: int | None = None, entities: Sequence[Mark] = ()
    ) -> ScreenMessage:
        """Sends a text, bold and links as ``entities``; the first one starts the bot."""
        body: JsonObject = {"kind": "text", "text": text, "reply_to": reply_to}
        return await self._send(body | {"entities": _entities(entities)})

    async def forward(
        self, text: str, forwarded_from: str, entities: Sequence[Mark] = ()
    ) -> ScreenMessage:
        """Forwards somebody else's text."""
        body: JsonObject = {"kind": "text", "text": text, "forwarded_from": forwarded_from}
        return await self._send(body | {"entities": _entities(entities)})

    async def send_document(
        self,
        content: bytes,
        file_name: str,
        mime_type: str = "",
        caption: str = "",
        *,
        entities: Sequence[Mark] = (),
        forwarded_from: str = "",
    ) -> ScreenMessage:
        """Sends a file, or forwards somebody else's; ``entities`` format the caption."""
        body: JsonObject = {"kind": "document", "file_name": file_name, "mime_type": mime_type}
        body |= {"caption": caption, "entities": _entities(entities)}
        more = {"content_base64": _base64(content), "forwarded_from": forwarded_from}
        return await self._send(body | more)

    async def send_photo(
        self,
        content: bytes,
        caption: str = "",
        *,
        entities: Sequence[Mark] = (),
        forwarded_from: str = "",
        album: str = "",
    ) -> ScreenMessage:
        """Sends a PNG or JPEG, or forwards somebody else's; ``entities`` format the caption.
        Pictures with one ``album`` are shown together, each of them a message of its own."""
        body: JsonObject = {"kind": "photo", "caption": caption, "entities": _entities(entities)}
        more = {"content_base64": _base64(content), "forwarded_from": forwarded_from}
        return await self._send(body | more | {"album": album})

    async def send_voice(self, content: bytes = b"OggS") -> ScreenMessage:
        return await self._send({"kind": "voice", "content_base64": _base64(content)})

    async def send_sticker(self, emoji: str = "👍") -> ScreenMessage:
        return await self._send({"kind": "sticker", "emoji": emoji})

    async def send_location(self, latitude: float, longitude: float) -> ScreenMessage:
        """Sends a place, in degrees."""
        return await self._send({"kind": "location", "latitude": latitude, "longitude": longitude})

    async def edit(self, message: ScreenMessage, text: str) -> ScreenMessage:
        """Edits one of the person's own messages."""
        body: JsonObject = {"message_id": message.message_id, "text": text}
        return _message(await self._post("edits", body))

    async def press(
        self,
        message: ScreenMessage,
        label: str = "",
        *,
        callback_data: str = "",
        timeout: float = PATIENCE,  # noqa: ASYNC109
    ) -> Answer | None:
        """Presses a button by label or callback data and waits for the bot's answer.

        Returns None when none came within ``timeout`` seconds. Raises ControlError where there is
        no such button under the message as it is now.
        """
        body: JsonObject = {"message_id": message.message_id, "label": label}
        body |= {"callback_data": callback_data, "timeout": timeout}
        answer = as_object(await self._post("presses", body)).get("answer")
        if answer is None:
            return None
        form = as_object(answer)
        return Answer(as_text(form.get("text")), form.get("show_alert") is True)

    async def block(self) -> None:
        await self._post("block", {})

    async def unblock(self) -> None:
        await self._post("unblock", {})

    async def add_bot_to(self, kind: str = "group", title: str = "A group") -> int:
        """Makes a group, supergroup or channel, adds the bot, and returns the chat's id."""
        body: JsonObject = {"person": self.user_id, "kind": kind, "title": title}
        return as_integer(as_object(await self._line.post("chats", body))["id"])

    async def say_in(self, chat_id: int, text: str) -> ScreenMessage:
        """Writes in a group or channel."""
        return await self._send({"kind": "text", "text": text, "chat_id": chat_id})

    async def remove_bot_from(self, chat_id: int) -> None:
        await self._line.post(f"chats/{chat_id}/removal", {"person": self.user_id})

    async def messages(self, chat_id: int | None = None) -> list[ScreenMessage]:
        """The whole chat, deleted messages too, oldest first."""
        form = await self._line.get(f"chats/{chat_id or self.user_id}/messages")
        return [read_message(each) for each in as_objects(form)]

    async def menu(self) -> list[tuple[str, str]]:
        """The commands in the menu, with their descriptions, in the person's language."""
        listed = as_objects(await self._line.get(f"people/{self.user_id}/menu"))
        return [(as_text(each["command"]), as_text(each["description"])) for each in listed]

    async def next_message(self, timeout: float = PATIENCE) -> ScreenMessage:  # noqa: ASYNC109
        """The next new message from the bot. Raises TimeoutError after ``timeout`` seconds."""
        return _with_message(await self._next("message", timeout))

    async def next_edit(self, timeout: float = PATIENCE) -> ScreenMessage:  # noqa: ASYNC109
        """The next message of the bot that changed, as it is after the change."""
        return _with_message(await self._next("edited", timeout))

    async def next_deletion(self, timeout: float = PATIENCE) -> ScreenMessage:  # noqa: ASYNC109
        """The next message that the bot removed."""
        return _with_message(await self._next("deleted", timeout))

    async def next_action(self, timeout: float = PATIENCE) -> str:  # noqa: ASYNC109
        """The next chat action, such as "typing"."""
        return (await self._next("action", timeout)).text

    async def events(self, after: int, timeout: float = 0) -> list[ChatEvent]:  # noqa: ASYNC109
        """What the bot did after a position; waits ``timeout`` seconds for the first."""
        return await self._events(after, timeout, {})

    async def _next(self, kind: str, seconds: float) -> ChatEvent:
        found = await self._events(self._seen[kind], seconds, {"kind": kind})
        if not found:
            raise TimeoutError(f"The bot did nothing of the kind {kind!r} within {seconds} s.")
        self._seen[kind] = found[0].position
        return found[0]

    async def _events(self, after: int, seconds: float, more: dict[str, str]) -> list[ChatEvent]:
        query = {"chat_id": str(self.user_id), "after": str(after), "timeout": str(seconds)}
        # A bot also deletes what people wrote; those deletions are its doing all the same.
        if more.get("kind") != "deleted":
            more = more | {"from_bot": "1"}
        form = as_object(await self._line.get("events", query | more))
        return [read_event(each) for each in as_objects(form["events"])]

    async def _send(self, body: JsonObject) -> ScreenMessage:
        return _message(await self._post("messages", body))

    async def _post(self, path: str, body: JsonObject) -> object:
        return await self._line.post(f"people/{self.user_id}/{path}", body)


def _base64(content: bytes) -> str:
    return base64.b64encode(content).decode()


def _entities(marks: Sequence[Mark]) -> list[JsonObject]:
    return [mark.api_form() for mark in marks]


def _message(form: object) -> ScreenMessage:
    return read_message(as_object(form))


def read_event(form: JsonObject) -> ChatEvent:
    """Reads an event of the control interface."""
    message = _message(form["message"]) if "message" in form else None
    text = as_text(form.get("action") or form.get("text"))
    position, chat_id = as_integer(form["position"]), as_integer(form["chat_id"])
    return ChatEvent(position, chat_id, as_text(form["kind"]), message, text)


def _with_message(event: ChatEvent) -> ScreenMessage:
    if event.message is None:
        raise TypeError(f"An event of the kind {event.kind!r} has no message.")
    return event.message
