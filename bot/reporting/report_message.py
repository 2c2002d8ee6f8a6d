"""An announcement's report as a message: drawn from the rows, put into its author's chat."""

import contextlib
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from telegram import Bot, InlineKeyboardMarkup
from telegram.error import BadRequest, TelegramError

from bot.announcing.audience_labels import labels
from bot.announcing.audience_text import whom
from bot.reporting import sent_keyboards, sent_text
from bot.reporting.sent_text import View
from bot.wording import Words
from meeting.announcements import Announcement, Status
from services.announcements import Report
from services.errors import NotThere

if TYPE_CHECKING:
    from bot.visit import House


@dataclass(frozen=True, slots=True)
class Shown:
    """What stands in a message."""

    html: str
    keyboard: InlineKeyboardMarkup | None


@dataclass(frozen=True, slots=True)
class Drawing:
    """A report as it is now, for its author's chat; `message_id` is None before it was sent."""

    report: Report
    chat_id: int
    message_id: int | None
    shown: Shown


@dataclass(frozen=True, slots=True)
class Before:
    """The message that showed a report until now."""

    chat_id: int
    message_id: int


def view(house: "House", words: Words, report: Report, own: bool = True) -> View:
    """What a report is shown against at this moment; `own`: to who sent the announcement. Asks
    the store for the names in an audience, so it is to be run in a worker."""
    allowed = house.services.config.announcements.messages_per_second
    number, waiting = report.announcement.announcement_id, report.counts.waiting
    return View(
        at=now(house),
        per_second=house.progress.speeds.of(number, waiting, allowed),
        halted=house.progress.halted(),
        own=own,
        audience=_audience(house, words, report.announcement),
    )


def now(house: "House") -> datetime:
    """Now, in the meeting's zone."""
    return house.services.clock.now().astimezone(ZoneInfo(house.services.config.meeting.time_zone))


def drawing(house: "House", announcement_id: int) -> Drawing | None:
    """The report for its author, in their language; None where there is none, or nobody to show
    it to. Asks the store, so it is to be run in a worker."""
    try:
        report = house.services.announcements.report(announcement_id)
    except NotThere:
        return None
    author = house.services.people.in_chat(report.announcement.author)
    if author is None:
        return None
    words = house.wording.speak_to(author)
    html = sent_text.report(words, report, view(house, words, report))
    shown = Shown(html, sent_keyboards.report(words, report))
    return Drawing(report, author.chat_id, report.announcement.report_message, shown)


async def edit(bot: Bot, drawing: Drawing, message_id: int) -> bool:
    """Edit the message; False where it cannot be edited any more, such as one that was deleted.
    Raises TelegramError for all else."""
    shown = drawing.shown
    try:
        await bot.edit_message_text(
            shown.html, drawing.chat_id, message_id, reply_markup=shown.keyboard
        )
    except BadRequest as error:
        return "not modified" in error.message
    return True


async def send(house: "House", bot: Bot, drawing: Drawing) -> None:
    """Send the message anew, and remember that it is the one. Raises TelegramError."""
    shown, announcement = drawing.shown, drawing.report.announcement
    sent = await bot.send_message(drawing.chat_id, shown.html, reply_markup=shown.keyboard)
    put_report = house.services.announcements.put_report
    await house.workers.run(put_report, announcement.announcement_id, sent.message_id)


def move(house: "House", announcement_id: int, message_id: int | None) -> Before | None:
    """Let another message show the report, or one that is still to be sent; returns the one that
    did. Asks the store, so it is to be run in a worker."""
    old = drawing(house, announcement_id)
    if old is None or old.message_id == message_id:
        return None
    house.services.announcements.put_report(announcement_id, message_id)
    return None if old.message_id is None else Before(old.chat_id, old.message_id)


async def point_on(house: "House", bot: Bot, before: Before) -> None:
    """The message that showed a report says that it is further down."""
    author = await house.workers.run(house.services.people.in_chat, before.chat_id)
    if author is None:
        return
    words = house.wording.speak_to(author)
    with contextlib.suppress(TelegramError):  # such as deleted by its author
        await bot.edit_message_text(words("sent.further_down"), before.chat_id, before.message_id)


def _audience(house: "House", words: Words, announcement: Announcement) -> str:
    """Whom it will be for; afterwards the counts tell."""
    if announcement.status is not Status.SCHEDULED:
        return ""
    names = labels(house.services, announcement.audience)
    return whom(words, announcement.audience, names)
