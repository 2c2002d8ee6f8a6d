"""Chats, people and messages as the server keeps them, and as the Bot API shows them."""

from dataclasses import dataclass, field

from rehearsal.formatted import Formatted
from rehearsal.shapes import JsonObject, without_nothing

NO_WORDS = Formatted("")


@dataclass(slots=True)
class Person:
    """A human with a Telegram account; its private chat with the bot has the same id."""

    user_id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = None

    def api_form(self) -> JsonObject:
        return without_nothing(
            {
                "id": self.user_id,
                "is_bot": False,
                "first_name": self.first_name,
                "last_name": self.last_name,
                "username": self.username,
                "language_code": self.language_code,
            }
        )


@dataclass(slots=True)
class Chat:
    """A chat, and how the bot stands in it.

    ``standing`` in a private chat: new (never started), member, kicked (blocked by the person);
    elsewhere: member, administrator, left, kicked.
    """

    chat_id: int
    kind: str
    standing: str
    person: Person | None = None
    title: str | None = None
    username: str | None = None
    messages: dict[int, "Message"] = field(default_factory=dict)

    def api_form(self) -> JsonObject:
        form: JsonObject = {"id": self.chat_id, "type": self.kind}
        if self.person is None:
            return without_nothing(form | {"title": self.title, "username": self.username})
        names = self.person.api_form()
        return form | {n: names[n] for n in ("first_name", "last_name", "username") if n in names}


@dataclass(frozen=True, slots=True)
class Content:
    """What a message says: its text or caption and, for other kinds, the medium.

    ``kind`` is the name of the field in the Bot API's Message (text, document, photo, ...).
    """

    kind: str
    words: Formatted = NO_WORDS
    media: object = None

    def api_form(self) -> JsonObject:
        text, entities = ("text", "entities") if self.kind == "text" else _CAPTION
        form: JsonObject = {} if self.kind == "text" else {self.kind: self.media}
        if self.kind == "venue" and isinstance(self.media, dict):
            form["location"] = self.media["location"]
        if self.words.text:
            form[text] = self.words.text
        if self.words.entities:
            form[entities] = [entity.api_form() for entity in self.words.entities]
        return form


_CAPTION = ("caption", "caption_entities")


@dataclass(slots=True)
class Message:
    """A message in a chat, with what it said before it was edited (``earlier``, oldest first)."""

    message_id: int
    chat: Chat
    sender: JsonObject | None
    date: int
    content: Content
    markup: JsonObject | None = None
    reply_to: "Message | None" = None
    extra: JsonObject = field(default_factory=dict)
    edit_date: int | None = None
    deleted: bool = False
    reaction: list[object] = field(default_factory=list)
    earlier: list[Content] = field(default_factory=list)
    is_silent: bool = False

    @property
    def from_bot(self) -> bool:
        return self.sender is not None and self.sender["is_bot"] is True

    def api_form(self, with_reply: bool = True) -> JsonObject:
        """The Message object of the Bot API."""
        form: JsonObject = {"message_id": self.message_id, "from": self.sender}
        if self.sender is None:
            form["sender_chat"] = self.chat.api_form()
        form |= {"chat": self.chat.api_form(), "date": self.date, "edit_date": self.edit_date}
        if with_reply and self.reply_to is not None and not self.reply_to.deleted:
            form["reply_to_message"] = self.reply_to.api_form(with_reply=False)
        inline = self.markup if self.markup and "inline_keyboard" in self.markup else None
        return without_nothing(
            form | self.content.api_form() | self.extra | {"reply_markup": inline}
        )

    def screen_form(self) -> JsonObject:
        """The message as the phone shows it: the Bot API's object and its story."""
        return self.api_form() | {
            "from_bot": self.from_bot,
            "deleted": self.deleted,
            "silent": self.is_silent,
            "keyboard": self.markup,
            "reaction": self.reaction,
            "earlier": [content.api_form() for content in self.earlier],
        }
