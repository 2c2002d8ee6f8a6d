"""Everything that one rehearsal holds: the bot, people, chats, messages, files and records."""

import asyncio
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from rehearsal.errors import ControlError
from rehearsal.faults import Faults
from rehearsal.files import FileStore
from rehearsal.journal import Journal
from rehearsal.messages import Chat, Content, Message, Person
from rehearsal.request_log import RequestRecord
from rehearsal.shapes import JsonObject
from rehearsal.updates import UpdateQueue

BOT_NAME = "Attaché"
BOT_USERNAME = "attache_rehearsal_bot"


# 1 January 2025; from there ids stay below 2**31, where Telegram keeps its own, until 2031.
_NUMBERED_SINCE = 1_735_689_600
_NUMBERS_PER_SECOND = 10


@dataclass(frozen=True, slots=True)
class Event:
    """Something that a phone shows. Kinds: message, edited, deleted, action, answer."""

    chat_id: int
    kind: str
    from_bot: bool
    message_id: int | None = None
    details: JsonObject = field(default_factory=dict)


@dataclass(slots=True)
class Tap:
    """A button that was pressed and waits for the bot's answerCallbackQuery."""

    query_id: str
    chat_id: int
    pressed_at: int
    answer: asyncio.Future[JsonObject]


class World:
    """The state behind one bot token; ``clock`` gives Unix time in seconds."""

    def __init__(self, token: str | None = None, clock: Callable[[], float] = time.time) -> None:
        self.token = token or f"{7_000_000_000 + secrets.randbelow(10**9)}:{secrets.token_hex(18)}"
        self.bot_id = int(self.token.split(":")[0]) if self.token[:1].isdigit() else 7_000_000_001
        self.clock = clock
        self.people: dict[int, Person] = {}
        self.chats: dict[int, Chat] = {}
        self.files = FileStore()
        first_id = _first_number()
        self.updates = UpdateQueue(first_id)
        self.events: Journal[Event] = Journal()
        self.requests: Journal[RequestRecord] = Journal()
        self.faults = Faults(clock)
        self.taps: dict[str, Tap] = {}
        self.commands: dict[tuple[str, str], list[JsonObject]] = {}
        self.about: dict[tuple[str, str], str] = {}
        self.logged_out = False
        self._last_message_id = first_id

    def now(self) -> int:
        return int(self.clock())

    def bot_user(self) -> JsonObject:
        """The bot as the sender of its messages."""
        return {
            "id": self.bot_id,
            "is_bot": True,
            "first_name": BOT_NAME,
            "username": BOT_USERNAME,
        }

    def person(self, user_id: int) -> Person:
        if user_id not in self.people:
            raise ControlError(f"There is no person {user_id}.", 404)
        return self.people[user_id]

    def chat(self, chat_id: int) -> Chat:
        if chat_id not in self.chats:
            raise ControlError(f"There is no chat {chat_id}.", 404)
        return self.chats[chat_id]

    def post(
        self,
        chat: Chat,
        sender: JsonObject | None,
        content: Content,
        markup: JsonObject | None = None,
        reply_to: Message | None = None,
        extra: JsonObject | None = None,
        is_silent: bool = False,
    ) -> Message:
        """Puts a message into a chat and shows it on the phones."""
        self._last_message_id += 1
        number, now = self._last_message_id, self.now()
        message = Message(number, chat, sender, now, content, markup, reply_to, extra or {})
        message.is_silent = is_silent
        chat.messages[message.message_id] = message
        self.show(message, "message")
        return message

    def edit(self, message: Message, content: Content) -> None:
        """Changes what a message says; what it said stays in its story."""
        if content != message.content:
            message.earlier.append(message.content)
        message.content = content
        message.edit_date = self.now()
        self.show(message, "edited")

    def delete(self, message: Message) -> None:
        message.deleted = True
        self.show(message, "deleted")

    def show(self, message: Message, kind: str) -> None:
        """Tells the phones about a message that came, changed or went."""
        details: JsonObject = {"message": message.screen_form()}
        chat_id, number = message.chat.chat_id, message.message_id
        self.events.append(Event(chat_id, kind, message.from_bot, number, details))


def _first_number() -> int:
    """Higher than in any earlier rehearsal: a bot keeps the ids of the updates it has handled."""
    return int((time.time() - _NUMBERED_SINCE) * _NUMBERS_PER_SECOND)
