"""The one message that shows how far the reading of a file has come, edited as it goes on."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable

from telegram import InlineKeyboardMarkup
from telegram.error import BadRequest, TelegramError

from bot.patience import patiently
from bot.visit import Visit

EVERY = 2.0  # seconds, at least, between two edits: Telegram slows down who edits more often


class ReadingMessage:
    """`sleep` waits for seconds."""

    def __init__(
        self, visit: Visit, sleep: Callable[[float], Awaitable[object]] = asyncio.sleep
    ) -> None:
        self._visit = visit
        self._sleep = sleep
        self._loop = asyncio.get_running_loop()
        self._news = asyncio.Event()
        self._drawing = asyncio.Lock()
        self._text = ""
        self._message_id = 0

    async def begin(self, html: str) -> None:
        """Send the message."""
        self._message_id = (await self._visit.say(html)).message_id

    def tell(self, html: str) -> None:
        """What it is to show next; from any thread. What comes faster than it may be edited is
        passed over."""
        self._loop.call_soon_threadsafe(self._note, html)

    @contextlib.asynccontextmanager
    async def following(self) -> AsyncIterator[None]:
        """Shows what is told as long as the block lasts; nothing is drawn after its end. Where the
        block fails, the message goes."""
        task = asyncio.create_task(self._follow())
        try:
            yield
        except Exception:
            await self._remove()
            raise
        finally:
            async with self._drawing:
                task.cancel()

    async def end(self, html: str, keyboard: InlineKeyboardMarkup | None = None) -> None:
        """The last words, in place of how far it was; below, where the message was deleted."""
        try:
            await patiently(lambda: self._edit(html, keyboard))
        except BadRequest as error:
            if "not modified" not in error.message:
                await self._visit.say(html, keyboard)

    def _note(self, html: str) -> None:
        self._text = html
        self._news.set()

    async def _follow(self) -> None:
        shown = ""
        while True:
            await self._news.wait()
            self._news.clear()
            if self._text != shown:
                shown = self._text
                await self._draw(shown)
                await self._sleep(EVERY)

    async def _draw(self, html: str) -> None:
        async with self._drawing:
            with contextlib.suppress(TelegramError):  # the next one, or the end, will do
                await self._edit(html, None)

    async def _edit(self, html: str, keyboard: InlineKeyboardMarkup | None) -> None:
        visit = self._visit
        await visit.context.bot.edit_message_text(
            html, visit.person.chat_id, self._message_id, reply_markup=keyboard
        )

    async def _remove(self) -> None:
        visit = self._visit
        with contextlib.suppress(TelegramError):
            await visit.context.bot.delete_message(visit.person.chat_id, self._message_id)
