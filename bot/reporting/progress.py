"""The one message in an author's chat that shows how their announcement goes, edited as it goes."""

import asyncio
import contextlib
import time
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING
from weakref import WeakValueDictionary

import structlog
from telegram import Bot
from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError

from bot.patience import asked_wait
from bot.reporting import report_message
from bot.reporting.report_message import Drawing, Shown
from bot.reporting.speed import Speeds
from meeting.announcements import Announcement, Status
from services.announcements import Report

if TYPE_CHECKING:
    from bot.visit import House

EVERY = 2.0  # seconds, at least, between two edits of one message
HELD = 120.0  # seconds that a question or names, shown in its place, are left to be read
MOVING = (Status.SCHEDULED, Status.RUNNING, Status.PAUSED)

log = structlog.stdlib.get_logger(__name__)


class Progress:
    """`sleep` waits for seconds, `now` gives seconds that never go back."""

    def __init__(
        self,
        sleep: Callable[[float], Awaitable[object]] = asyncio.sleep,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._sleep = sleep
        self._now = now
        self.speeds = Speeds(now)
        self._marked: dict[int, None] = {}  # in the order in which they changed
        self._moving: set[int] = set()  # those that are not over
        self._shown: dict[int, Shown] = {}
        self._held: dict[int, float] = {}  # until when
        self._replaced: set[int] = set()  # whose message was deleted, and sent anew
        self._rests_until = 0.0
        self._woken = asyncio.Event()
        self._locks: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()
        self._loop: asyncio.Task[None] | None = None
        self._drawing = asyncio.Lock()
        self._halted: Callable[[], float] = lambda: 0.0

    async def begin(self, house: "House", bot: Bot, sent: Announcement) -> None:
        """Send the message that shows how an announcement goes from now on; an earlier one, of
        what is now corrected, only points to it. Raises nothing of Telegram's: what does not get
        through is tried again."""
        if sent.report_message is None:  # though a delivery may have had it sent by now
            await self._draw(house, bot, sent.announcement_id)
        else:
            await self._move(house, bot, sent.announcement_id, None)

    async def move(self, house: "House", bot: Bot, announcement_id: int, message_id: int) -> None:
        """Go on in this message, where its author has just done something."""
        await self._move(house, bot, announcement_id, message_id)

    def changed(self, announcement_id: int) -> None:
        """Something became of an announcement: its message is to be redrawn soon."""
        self._marked[announcement_id] = None
        self._woken.set()

    def ticked(self) -> None:
        """Something may have become of any announcement that is not over."""
        for announcement_id in sorted(self._moving):
            self.changed(announcement_id)

    def halted(self) -> float:
        """How many seconds Telegram still wants us to wait."""
        return self._halted()

    async def instead(self, announcement_id: int, show: Callable[[], Awaitable[None]]) -> None:
        """Let `show` put something else into the message; it is not redrawn for a while."""
        async with self._lock(announcement_id):
            self._shown.pop(announcement_id, None)
            self._held[announcement_id] = self._now() + HELD
            await show()

    async def back(self, house: "House", bot: Bot, announcement_id: int) -> None:
        """Show the report at once, also in place of what was shown instead."""
        self._held.pop(announcement_id, None)
        self._marked.pop(announcement_id, None)
        await self._draw(house, bot, announcement_id)

    async def start(self, house: "House", bot: Bot, halted: Callable[[], float]) -> None:
        """Begin to redraw what is marked; what an earlier run left open goes on in its message.
        `halted` tells how many seconds Telegram still wants us to wait."""
        self._halted = halted
        await self._take_up(house)
        self._loop = asyncio.create_task(self._run(house, bot), name="progress")

    async def stop(self, house: "House", bot: Bot) -> None:
        """Redraw once more what is marked, then no more."""
        if self._loop is None:
            return
        async with self._drawing:  # never between an edit and the note that it was made
            self._loop.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await self._loop
        self._loop = None
        await self._draw_due(house, bot)

    async def _run(self, house: "House", bot: Bot) -> None:
        while True:
            await self._woken.wait()
            async with self._drawing:
                await self._draw_due(house, bot)
            await self._sleep(EVERY)

    async def _take_up(self, house: "House") -> None:
        of = house.services.announcements
        try:
            left = (
                *await house.workers.run(of.open_reports),
                *await house.workers.run(of.lately_over),
            )
        except Exception as error:  # such as a store that is locked
            log.error("open reports were not found", error=type(error).__name__, exc_info=error)
            return
        for announcement_id in left:
            self.changed(announcement_id)

    async def _draw_due(self, house: "House", bot: Bot) -> None:
        for announcement_id in self._due():
            try:
                await self._draw(house, bot, announcement_id)
            except Exception as error:  # one report must not end those of others
                kind = type(error).__name__
                log.error("a report was not drawn", error=kind, exc_info=error)

    def _due(self) -> list[int]:
        """Takes what may be redrawn now; the rest stays marked."""
        now = self._now()
        if now < self._rests_until:
            return []
        due = [each for each in self._marked if self._held.get(each, now) <= now]
        for each in due:
            del self._marked[each]
        if not self._marked:
            self._woken.clear()
        return due

    async def _draw(self, house: "House", bot: Bot, announcement_id: int) -> None:
        async with self._lock(announcement_id):
            self._moving.add(announcement_id)  # first: it may end while it is read
            drawing = await house.workers.run(report_message.drawing, house, announcement_id)
            if drawing is None:
                self._moving.discard(announcement_id)
                return
            self._watch(drawing.report)
            is_new = drawing.shown != self._shown.get(announcement_id)
            if is_new and await self._put(house, bot, drawing):
                self._shown[announcement_id] = drawing.shown

    async def _move(
        self, house: "House", bot: Bot, announcement_id: int, message_id: int | None
    ) -> None:
        async with self._lock(announcement_id):
            before = await house.workers.run(
                report_message.move, house, announcement_id, message_id
            )
            self._shown.pop(announcement_id, None)
            self._held.pop(announcement_id, None)
        await self._draw(house, bot, announcement_id)
        if before is not None:
            await report_message.point_on(house, bot, before)

    def _watch(self, report: Report) -> None:
        announcement = report.announcement
        runs = announcement.status is Status.RUNNING
        self.speeds.note(announcement.announcement_id, report.counts.waiting, runs)
        if announcement.status in MOVING:
            self._moving.add(announcement.announcement_id)
        else:
            self._moving.discard(announcement.announcement_id)

    async def _put(self, house: "House", bot: Bot, drawing: Drawing) -> bool:
        """Whether the message shows the drawing now; it is marked again where that makes sense."""
        number = drawing.report.announcement.announcement_id
        try:
            return await self._edit_or_send(house, bot, drawing)
        except RetryAfter as error:
            self._rests_until = self._now() + asked_wait(error)
            self.changed(number)
        except TelegramError as error:
            log.warning("a report was not shown", announcement=number, error=type(error).__name__)
            if isinstance(error, NetworkError) and not isinstance(error, BadRequest):
                self.changed(number)
        return False

    async def _edit_or_send(self, house: "House", bot: Bot, drawing: Drawing) -> bool:
        message_id = drawing.message_id
        if message_id is not None:
            if await report_message.edit(bot, drawing, message_id):
                return True
            number = drawing.report.announcement.announcement_id
            if number in self._replaced:  # whoever deletes it twice does not want it
                return False
            self._replaced.add(number)
        await report_message.send(house, bot, drawing)
        return True

    def _lock(self, announcement_id: int) -> asyncio.Lock:
        return self._locks.setdefault(announcement_id, asyncio.Lock())
