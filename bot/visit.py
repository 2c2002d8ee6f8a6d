"""A visit: one update of one admitted person, with all that a handler needs to answer it."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any, ParamSpec, TypeVar

from telegram import InlineKeyboardMarkup, Message, ReplyParameters, Update
from telegram.constants import ChatAction
from telegram.error import BadRequest, TelegramError
from telegram.ext import ContextTypes

from bot.living.locks import ChatLocks
from bot.patience import patiently
from bot.reporting.progress import Progress
from bot.wording import Wording, Words
from bot.workers import Workers
from meeting.people import Participant, Role
from services.wiring import Services
from store.living_cards import Shown

Context = ContextTypes.DEFAULT_TYPE
P = ParamSpec("P")
T = TypeVar("T")

TYPING_SECONDS = 4.0  # Telegram shows "typing…" for five


@dataclass(frozen=True, slots=True)
class House:
    """What lives as long as the bot runs; `menus` are those that this run has set, by chat.

    `mail` wakes the courier; `progress` draws how announcements go, and is told what changes;
    whoever edits a message that may be kept up to date holds the lock of its chat.
    """

    services: Services
    wording: Wording
    workers: Workers
    menus: dict[int, tuple[Role, str]] = field(default_factory=dict)
    mail: asyncio.Event = field(default_factory=asyncio.Event)
    progress: Progress = field(default_factory=Progress)
    locks: ChatLocks = field(default_factory=ChatLocks)

    def wake_courier(self) -> None:
        """Something may be due in the outbox; to be called in the event loop."""
        self.mail.set()


@dataclass(frozen=True, slots=True)
class Visit:
    """What a handler is called with."""

    house: House
    update: Update
    context: Context
    person: Participant
    words: Words

    @property
    def services(self) -> Services:
        return self.house.services

    @property
    def text(self) -> str:
        """What the person wrote, without white space around it; empty where there is no text."""
        message = self.update.effective_message
        return (message.text or "").strip() if message else ""

    @property
    def parameter(self) -> str:
        """What follows the first colon in the data of the button that was pressed."""
        query = self.update.callback_query
        return (query.data or "").partition(":")[2] if query else ""

    async def run(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Call a service for something short."""
        return await self.house.workers.run(work, *args, **kwargs)

    async def think(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Call a service for something long; "typing…" is shown meanwhile."""
        async with self._typing():
            return await self.house.workers.think(work, *args, **kwargs)

    async def publish(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Call a service that changes what is read of a paper, while "typing…" is shown too."""
        async with self._typing():
            return await self.house.workers.publish(work, *args, **kwargs)

    async def say(
        self, html: str, keyboard: InlineKeyboardMarkup | None = None, quoting: bool = False
    ) -> Message:
        """Send one message; with `quoting` as a reply to the message that this visit is about."""
        message = self.update.effective_message
        reply_to = (
            ReplyParameters(message.message_id, allow_sending_without_reply=True)
            if quoting and message
            else None
        )
        return await patiently(
            lambda: self.context.bot.send_message(
                self.person.chat_id, html, reply_markup=keyboard, reply_parameters=reply_to
            )
        )

    async def change(
        self, html: str, keyboard: InlineKeyboardMarkup | None = None, shows: Shown | None = None
    ) -> None:
        """Edit the message whose button was pressed; a second press changes nothing and is fine.

        `shows` is what the message is to be kept up to date with from now on; without it, it is
        left as it is, whatever it showed before.
        """
        query = self.update.callback_query
        if query is None or query.message is None:
            message = await self.say(html, keyboard)
            if shows is not None:
                await self.keep(message.message_id, shows)
            return
        async with self.house.locks.of(self.person.chat_id):
            await self.keep(query.message.message_id, shows)
            try:
                await patiently(lambda: query.edit_message_text(html, reply_markup=keyboard))
            except BadRequest as error:
                if "not modified" not in error.message:
                    raise

    async def keep(self, message_id: int, shows: Shown | None) -> None:
        """Note what a message of this chat shows."""
        await self.run(self.services.living.shows, self.person, message_id, shows)

    async def acknowledge(self, note: str | None = None) -> None:
        """Tell Telegram that the press arrived, so that the button stops waiting."""
        query = self.update.callback_query
        if query is not None:
            with contextlib.suppress(BadRequest):  # pressed before a long downtime: too old
                await query.answer(note)

    @contextlib.asynccontextmanager
    async def _typing(self) -> AsyncIterator[None]:
        task = asyncio.create_task(self._keep_typing())
        try:
            yield
        finally:
            task.cancel()

    async def _keep_typing(self) -> None:
        with contextlib.suppress(TelegramError):  # a courtesy; its failure must not cost an answer
            while True:
                await self.context.bot.send_chat_action(self.person.chat_id, ChatAction.TYPING)
                await asyncio.sleep(TYPING_SECONDS)


Handler = Callable[[Visit], Coroutine[Any, Any, None]]
