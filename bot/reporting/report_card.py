"""An announcement's report in place of the message whose button was pressed."""

from functools import partial

from telegram import InlineKeyboardMarkup

from bot.reporting import report_message, sent_keyboards, sent_text
from bot.visit import Visit
from meeting.announcements import Announcement
from services.announcements import Report


async def found(visit: Visit) -> Report:
    """The report of the announcement whose number the button begins with. Raises NotThere, also
    where it is not this person's to see."""
    number = int(visit.parameter.partition(":")[0])
    return await visit.run(visit.services.announcements.seen_by, visit.person, number)


async def show(visit: Visit, report: Report) -> None:
    """Change the message to the report; the message that shows how it goes draws itself."""
    announcement = report.announcement
    if _is_progress(visit, announcement):
        number, bot = announcement.announcement_id, visit.context.bot
        await visit.house.progress.back(visit.house, bot, number)
        return
    own = announcement.author == visit.person.chat_id
    view = await visit.run(report_message.view, visit.house, visit.words, report, own)
    html = sent_text.report(visit.words, report, view)
    await visit.change(html, sent_keyboards.report(visit.words, report, listed=True))


async def go_on(visit: Visit, report: Report) -> None:
    """As `show`, after its author has done something: from now on the report is in this message,
    which is further down in the chat than the one where it was."""
    announcement, message = report.announcement, visit.update.effective_message
    mine = announcement.author == visit.person.chat_id
    if message is None or not mine or _is_progress(visit, announcement):
        await show(visit, report)
        return
    house, bot = visit.house, visit.context.bot
    await house.progress.move(house, bot, announcement.announcement_id, message.message_id)


async def show_instead(
    visit: Visit, report: Report, html: str, buttons: InlineKeyboardMarkup
) -> None:
    """Change the message to something that leads back to the report, and is not drawn over."""
    change, announcement = partial(visit.change, html, buttons), report.announcement
    if _is_progress(visit, announcement):
        await visit.house.progress.instead(announcement.announcement_id, change)
    else:
        await change()


def _is_progress(visit: Visit, announcement: Announcement) -> bool:
    """Whether the message that was pressed is the one that shows how it goes."""
    message = visit.update.effective_message
    mine = announcement.author == visit.person.chat_id
    return mine and message is not None and message.message_id == announcement.report_message
