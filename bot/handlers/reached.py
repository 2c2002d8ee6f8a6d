"""Whom an announcement reached: names, a table, and [Got it] below its copies."""

from telegram import InputFile

from bot import tapped
from bot.gently import or_tell
from bot.patience import patiently
from bot.reporting import report_card, sent_keyboards, sent_names
from bot.visit import Visit
from services.announcements import Group

FILE_NAME = "announcement-{number}.csv"


@or_tell
async def names(visit: Visit) -> None:
    """A page of those who were not reached, or have not tapped "Got it"."""
    await visit.acknowledge()
    found, (_, name, page) = await report_card.found(visit), visit.parameter.split(":")
    number, group = found.announcement.announcement_id, Group(name)
    of = visit.services.announcements
    lines = await visit.run(of.lines, visit.person, number, group)
    pages = await visit.run(sent_names.pages, visit.words, group, lines)
    shown = min(int(page), len(pages) - 1)
    buttons = sent_keyboards.names(visit.words, number, group, shown, len(pages))
    await report_card.show_instead(visit, found, pages[shown], buttons)


@or_tell
async def table(visit: Visit) -> None:
    """[As a table (csv)]: everybody, as a file."""
    await visit.acknowledge()
    number, of = int(visit.parameter), visit.services.announcements
    data = await visit.run(of.as_csv, visit.person, number)
    file, caption = FILE_NAME.format(number=number), visit.words("sent.table_caption")
    await patiently(
        lambda: visit.context.bot.send_document(
            visit.person.chat_id, InputFile(data, file), caption=caption
        )
    )


async def got_it(visit: Visit) -> None:
    """A tap on [Got it]; however often, it is noted once."""
    of, version_id = visit.services.announcements, int(visit.parameter)
    noted = await visit.run(of.got_it, visit.person, version_id)
    await visit.acknowledge(visit.words.plain("sent.noted" if noted else "sent.nothing_to_note"))
    if not noted:
        return
    announcement_id = await visit.run(of.number_of, version_id)
    if announcement_id is not None:
        visit.house.progress.changed(announcement_id)
    await tapped.show(visit)
